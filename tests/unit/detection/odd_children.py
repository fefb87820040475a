"""Stand-ins for the language process that behave badly, by the name a new process can import."""

import signal
import time
from multiprocessing.connection import Connection

from factcheck.detection.orders import Answer
from factcheck.model.detected import DetectedBlock
from factcheck.model.text import TextPosition

MANY = 40_000  # sentences; a pipe holds a small part of such an answer


def loud(pipe: Connection, disabled: tuple[str, ...]) -> None:
    """Looks for the next order only when all it has to say about the last one was taken in."""
    sentences = tuple(TextPosition(n, n + 1) for n in range(MANY))
    while True:
        number = pipe.recv().number
        for _ in range(3):
            pipe.send(Answer(number, DetectedBlock(TextPosition(0, MANY), sentences)))
        pipe.send(Answer(number))


def deaf(pipe: Connection, disabled: tuple[str, ...]) -> None:
    """Does not say a word, does not listen and does not end."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    time.sleep(3_600)


def busy(pipe: Connection, disabled: tuple[str, ...]) -> None:
    """Does not listen, as one that is loading the language."""
    time.sleep(3_600)


def dying(pipe: Connection, disabled: tuple[str, ...]) -> None:
    """Dies of the first order."""
    pipe.recv()
