"""A second language process for a long text, which only parses; it lives as long as the order it helps with."""

import multiprocessing
import os
import signal
from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Self

from factcheck.detection.orders import Order

# The window imports this module to start the process; spaCy takes over a second, so only the process itself does.

NAME = "factcheck-parser"
LONG = (
    100_000  # characters from which a text is worth a second process, and the memory that it takes
)
_GRACE = 2.0  # seconds it may take to end once it was told to


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Second:
    """The second process of an order, where that is for a long text and there is a core for it; it ends with the work."""

    def __init__(self, order: Order) -> None:
        self._process: BaseProcess | None = None
        self._is_wanted = _is_long(order) and cores() >= 2
        self._ends: tuple[Connection, ...] = ()
        self.order = order  # as it is to be sent
        if self._is_wanted:
            self._ends = multiprocessing.get_context("spawn").Pipe()
            self.order = replace(order, second=self._ends[0])

    def start(self) -> None:
        """Start the process, unless it runs or is not wanted; without room for one more, the first works on alone."""
        if not self._is_wanted:
            return
        self._is_wanted = False
        context = multiprocessing.get_context("spawn")
        theirs = self._ends[1]
        self._process = context.Process(target=parse_for, args=(theirs,), name=NAME, daemon=True)
        try:
            self._process.start()
        except OSError:
            self._process = None
        theirs.close()  # so that the process’s end is the only one and its death is noticed

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        """End the process, whatever it is doing: it holds nothing that could be lost."""
        self._is_wanted = False
        for end in self._ends:
            end.close()
        if self._process is None:
            return
        self._process.terminate()
        self._process.join(_GRACE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()


def _is_long(order: Order) -> bool:
    size = sum(block.position.end - block.position.start for block in order.blocks)
    return order.trial is None and size >= LONG


def parse_for(pipe: Connection) -> None:
    """Parse batch after batch until the other end is closed; the first word says that the model is there."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the parent, which then ends us
    if hasattr(os, "nice"):
        os.nice(5)
    from factcheck.detection.catalogue import settings
    from factcheck.detection.parsing import parse
    from factcheck.detection.pipeline import load_model
    from factcheck.detection.second_parser import NEEDS, numbers_of

    nlp = load_model(settings()["model"]["packages"], NEEDS)
    try:
        pipe.send(None)
        while True:
            number, texts = pipe.recv()
            pipe.send((number, list(map(numbers_of, parse(texts, nlp)))))
    except (EOFError, OSError):
        return  # nobody asks any more
