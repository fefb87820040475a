"""Reads files in a process of its own: a large or crafted one takes seconds, in which a window must not stall or wait."""

import multiprocessing
import signal
import traceback
from collections.abc import Generator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path

from factcheck.errors import UnreadableFile
from factcheck.model.article import Manuscript
from factcheck.reading.files import is_read_at_once, read_file, shown_name

LOOK_AGAIN = 0.05  # seconds

Answer = Manuscript | UnreadableFile


def read_apart(paths: Sequence[Path]) -> Generator[tuple[Path, Answer] | None, None, None]:
    """Each file with its manuscript or the reason why it is none, and None while one is waited for.

    Closing this stops the reading at once. What is read within a blink is read here.
    """
    with closing(_Reader()) as reader:
        for path in paths:
            if is_read_at_once(path):
                yield path, _answer(path)
                continue
            reader.ask(path)
            while not reader.has_answered():
                yield None
            yield path, reader.answer(path)


class _Reader:
    """A process that reads one file after the other; there is none before the first is asked for."""

    def __init__(self) -> None:
        self._process: multiprocessing.process.BaseProcess | None = None
        self._pipe: Connection | None = None

    def ask(self, path: Path) -> None:
        if self._process is None or not self._process.is_alive():
            self.close()
            self._pipe = self._started()
        assert self._pipe is not None
        self._pipe.send(path)

    def has_answered(self) -> bool:
        assert self._pipe is not None
        return self._pipe.poll(LOOK_AGAIN)

    def answer(self, path: Path) -> Answer:
        """What was read; where the process died of the file, that it could not be."""
        assert self._pipe is not None
        try:
            answer: Answer | str = self._pipe.recv()
        except (EOFError, OSError):
            self.close()
            return UnreadableFile(
                f"“{shown_name(path)}” could not be read: the reading stopped by itself. Nothing else is lost."
            )
        if isinstance(answer, str):
            raise RuntimeError(f"the reading process failed:\n{answer}")
        return answer

    def close(self) -> None:
        """End the process, whatever it is doing: it holds nothing that could be lost."""
        if self._process is not None:
            self._process.terminate()
            self._process.join()
            self._process.close()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None

    def _started(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(
            target=_serve, args=(theirs,), name="factcheck-reading", daemon=True
        )
        process.start()
        self._process = process
        theirs.close()  # so that the child’s end is the only one and its death is noticed
        return ours


def _answer(path: Path) -> Answer:
    try:
        return read_file(path, datetime.now(UTC))
    except UnreadableFile as error:
        return error


def _serve(pipe: Connection) -> None:
    """The child: read file after file until the parent closes its end or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the parent, which then ends us
    while True:
        try:
            path: Path = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            answer = _answer(path)
        except BaseException as bug:
            pipe.send("".join(traceback.format_exception(bug)))
            raise
        pipe.send(answer)
