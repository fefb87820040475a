"""Runs detection in a process of its own, so that language work never stalls the window."""

import multiprocessing
import threading
from collections.abc import Collection, Generator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from itertools import count
from queue import SimpleQueue

from factcheck.detection.orders import Answer, Order
from factcheck.detection.second_process import Second
from factcheck.detection.serving import serve
from factcheck.errors import FactcheckError, UnusableRule
from factcheck.model.article import Block, Draft
from factcheck.model.detected import DetectedBlock
from factcheck.model.rule import DeskRule
from factcheck.model.rulebook import NO_RULES, Rulebook

_GRACE = 2.0  # seconds a child may take to end once it was told to
DIED = (
    "The language analysis stopped unexpectedly. Nothing you did is lost; "
    "start the analysis again to go on where it ended."
)


class LanguageWorker:
    """A child process with the language loaded. Its parent may ask from any thread, for several drafts at once."""

    def __init__(self, disabled: Collection[str] = ()) -> None:
        self._disabled = tuple(disabled)
        self._child: _Child | None = None
        self._lock = threading.Lock()  # over which child there is; held for moments only
        self._is_stopped = False

    @property
    def process_id(self) -> int | None:
        """The child’s process id, or None while there is no child."""
        child = self._child
        return child.process_id if child is not None else None

    @property
    def is_running(self) -> bool:
        """Whether there is a child to ask."""
        child = self._child
        return child is not None and child.is_alive

    def start(self) -> None:
        """Start the child, which loads the language meanwhile; returns at once. After ``stop`` there is none to start."""
        with self._lock:
            if not self._is_stopped:
                self._living()

    def detect(
        self,
        draft: Draft,
        blocks: Sequence[Block],
        published: date | None,
        rules: Rulebook = NO_RULES,
    ) -> Generator[DetectedBlock, None, None]:
        """What is found in each block, as it is found; raises FactcheckError where the child died.

        Closing the iterator drops the order. The child notices at the next block.
        """
        return self._answers(Order(0, draft, tuple(blocks), published, rules))

    def try_rule(
        self, draft: Draft, blocks: Sequence[Block], rule: DeskRule
    ) -> Generator[DetectedBlock, None, None]:
        """What a rule of the desk's finds by itself; raises UnusableRule where it cannot be used.

        With no blocks it is only looked at.
        """
        return self._answers(Order(0, draft, tuple(blocks), trial=rule))

    def stop(self) -> None:
        """End the child for good; iterators still open, and any that is opened later, raise FactcheckError."""
        with self._lock:
            self._is_stopped = True
            child, self._child = self._child, None
        if child is not None:
            child.end()

    def _answers(self, order: Order) -> Generator[DetectedBlock, None, None]:
        with Second(order) as second:
            child, number = self._asked(second.order)
            with closing(self._heard(child, number)) as heard:
                for block in heard:
                    yield block
                    second.start()  # now that the first answer cannot come later for it

    def _heard(self, child: "_Child", number: int) -> Generator[DetectedBlock, None, None]:
        ended = False
        try:
            while True:
                answer = child.answer(number)
                if answer.block is None:
                    ended = True
                    _raise_faults(answer)
                    return
                yield answer.block
        finally:
            child.forget(number, drop=not ended)

    def _asked(self, order: Order) -> tuple["_Child", int]:
        """The child that the order was sent to, and the number it has there."""
        for _ in range(2):  # once more where the child died between the look and the sending
            with self._lock:
                if self._is_stopped:
                    break
                child = self._living()
            try:
                return child, child.ask(order)
            except OSError:
                continue
        raise FactcheckError(DIED)

    def _living(self) -> "_Child":
        """The child, or another where it died."""
        if self._child is not None and not self._child.is_alive:
            self._child.end()
            self._child = None
        if self._child is None:
            self._child = _Child(self._disabled)
        return self._child


class _Child:
    """One process, and the thread that takes in whatever it sends.

    The process is always heard. Were its answers taken in only by who waits for them, it and a large order would
    wait for each other.
    """

    def __init__(self, disabled: tuple[str, ...]) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(
            target=serve, args=(theirs, disabled), name="factcheck-language", daemon=True
        )
        self._numbers = count(1)
        self._sending = threading.Lock()
        self._lock = threading.Lock()  # over the two below; never held while anything is waited for
        self._waiting: dict[int, SimpleQueue[Answer | None]] = {}
        self._is_gone = False
        self._process.start()
        self.process_id = self._process.pid
        theirs.close()  # so that the child’s end is the only one and its death is noticed
        self._listener = threading.Thread(target=self._listen, name="answers", daemon=True)
        self._listener.start()

    @property
    def is_alive(self) -> bool:
        return not self._is_gone

    def ask(self, order: Order) -> int:
        """The number that the order was sent under; OSError where the process is gone."""
        number = next(self._numbers)
        with self._lock:
            if self._is_gone:
                raise BrokenPipeError
            self._waiting[number] = SimpleQueue()
        self._send(replace(order, number=number))
        return number

    def answer(self, number: int) -> Answer:
        """The next answer to the order, when it comes; FactcheckError where none will."""
        answer = self._waiting[number].get()
        if answer is None:
            raise FactcheckError(DIED)
        return answer

    def forget(self, number: int, drop: bool) -> None:
        """Wait no longer for answers to the order; with ``drop`` the process is told so."""
        with self._lock:
            self._waiting.pop(number, None)
            if self._is_gone or not drop:
                return
        try:
            self._send(Order(number))
        except OSError:
            return  # it is gone, and the order with it

    def end(self) -> None:
        """End the process, whatever it is doing: it holds nothing that could be lost."""
        self._process.terminate()
        self._process.join(_GRACE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._listener.join()
        self._pipe.close()
        self._process.close()

    def _send(self, order: Order) -> None:
        with self._sending:
            self._pipe.send(order)

    def _listen(self) -> None:
        """Put each answer where its order waits, until the process is gone; an order that was dropped waits no more."""
        try:
            while True:
                answer: Answer = self._pipe.recv()
                with self._lock:
                    waiting = self._waiting.get(answer.number)
                if waiting is not None:
                    waiting.put(answer)
        except (EOFError, OSError):
            with self._lock:
                self._is_gone = True
                for waiting in self._waiting.values():
                    waiting.put(None)


def _raise_faults(answer: Answer) -> None:
    if answer.fault:
        raise UnusableRule(answer.fault) if answer.is_rules_fault else FactcheckError(answer.fault)
    if answer.bug:
        raise RuntimeError(f"the language process failed:\n{answer.bug}")
