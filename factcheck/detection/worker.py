"""Runs detection in a process of its own, so that language work never stalls the window."""

import multiprocessing
import os
import signal
import threading
import traceback
from collections import deque
from collections.abc import Collection, Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError, UnusableRule
from factcheck.model.article import Block, Draft
from factcheck.model.detected import DetectedBlock
from factcheck.model.rule import DeskRule
from factcheck.model.rulebook import NO_RULES, Rulebook

if TYPE_CHECKING:
    from factcheck.detection.pipeline import LoadedLanguage

_TICK = 0.1  # seconds between looks at whether to stop while waiting
_GRACE = 2.0  # seconds a child may take to end by itself
DIED = (
    "The language analysis stopped unexpectedly. Nothing you did is lost; "
    "start the analysis again to go on where it ended."
)


@dataclass(frozen=True, slots=True)
class _Order:
    """What the parent asks for: a draft to read, or with no draft that the numbered order be dropped."""

    number: int
    draft: Draft | None = None
    blocks: tuple[Block, ...] = ()
    published: date | None = None
    rules: Rulebook = NO_RULES
    trial: DeskRule | None = None  # instead of the rules: one that is tried before it is kept


@dataclass(frozen=True, slots=True)
class _Answer:
    """One block, or the end of an order; ``fault`` and ``bug`` say in words why it ended early."""

    number: int
    block: DetectedBlock | None = None
    fault: str = ""
    bug: str = ""
    is_rules_fault: bool = False


class LanguageWorker:
    """A child process with the language loaded. Its parent may ask from any thread, for several drafts at once."""

    def __init__(self, disabled: Collection[str] = ()) -> None:
        self._disabled = tuple(disabled)
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._lock = threading.Lock()
        self._number = 0
        self._waiting: dict[int, deque[_Answer]] = {}
        self._stopped = False

    @property
    def process_id(self) -> int | None:
        """The child’s process id, or None while there is no child."""
        return self._process.pid if self._process is not None else None

    def start(self) -> None:
        """Start the child, which loads the language meanwhile; returns at once."""
        with self._lock:
            self._stopped = False
            self._ensure_started()

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
        return self._answers(draft, tuple(blocks), published, rules)

    def try_rule(
        self, draft: Draft, blocks: Sequence[Block], rule: DeskRule
    ) -> Generator[DetectedBlock, None, None]:
        """What a rule of the desk's finds by itself; raises UnusableRule where it cannot be used.

        With no blocks it is only looked at.
        """
        return self._answers(draft, tuple(blocks), None, NO_RULES, rule)

    def _answers(
        self,
        draft: Draft,
        blocks: tuple[Block, ...],
        published: date | None,
        rules: Rulebook,
        trial: DeskRule | None = None,
    ) -> Generator[DetectedBlock, None, None]:
        number = self._send_order(_Order(0, draft, blocks, published, rules, trial))
        ended = False
        try:
            while True:
                answer = self._next_answer(number)
                if answer.block is None:
                    ended = True
                    _raise_faults(answer)
                    return
                yield answer.block
        finally:
            self._forget(number, drop=not ended)

    def stop(self) -> None:
        """End the child; iterators still open raise FactcheckError."""
        with self._lock:
            self._stopped = True
            process, pipe = self._process, self._pipe
            self._process = self._pipe = None
            if pipe is not None:
                pipe.close()
        if process is not None:
            process.join(_GRACE)
            if process.is_alive():
                process.terminate()
                process.join(_GRACE)
            process.close()

    @property
    def is_running(self) -> bool:
        """Whether there is a child to ask."""
        return self._process is not None and self._process.is_alive()

    def _ensure_started(self) -> Connection:
        if self._pipe is not None and self._process is not None and self._process.is_alive():
            return self._pipe
        self._discard()
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(
            target=_serve, args=(theirs, self._disabled), name="factcheck-language", daemon=True
        )
        process.start()
        theirs.close()  # so that the child’s end is the only one and its death is noticed
        self._process, self._pipe = process, ours
        return ours

    def _discard(self) -> None:
        """Forget a child that ended."""
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.join(_GRACE)
            self._process.close()
        self._process = self._pipe = None

    def _send_order(self, order: _Order) -> int:
        """The number that the order was sent under."""
        with self._lock:
            self._stopped = False
            self._number += 1
            order = replace(order, number=self._number)
            try:
                self._ensure_started().send(order)
            except OSError:  # it died between the look and the sending
                self._discard()
                self._ensure_started().send(order)
            self._waiting[self._number] = deque()
            return self._number

    def _next_answer(self, number: int) -> _Answer:
        """The next answer to the order; answers to other orders are kept for whoever waits for them."""
        while True:
            with self._lock:
                if self._waiting[number]:
                    return self._waiting[number].popleft()
                if self._stopped or self._pipe is None:
                    raise FactcheckError(DIED)
                try:
                    if self._pipe.poll(_TICK):
                        self._sort_in(self._pipe.recv())
                except (EOFError, OSError):
                    self._discard()
                    raise FactcheckError(DIED) from None

    def _sort_in(self, answer: _Answer) -> None:
        """Put the answer where its order waits; one whose order was dropped is stale and goes."""
        if (queue := self._waiting.get(answer.number)) is not None:
            queue.append(answer)

    def _forget(self, number: int, drop: bool) -> None:
        with self._lock:
            self._waiting.pop(number, None)
            if drop and self._pipe is not None:
                try:
                    self._pipe.send(_Order(number))
                except OSError:
                    self._discard()


def _raise_faults(answer: _Answer) -> None:
    if answer.fault:
        raise UnusableRule(answer.fault) if answer.is_rules_fault else FactcheckError(answer.fault)
    if answer.bug:
        raise RuntimeError(f"the language process failed:\n{answer.bug}")


def _serve(pipe: Connection, disabled: tuple[str, ...]) -> None:
    """The child: answer orders until the parent closes its end or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the parent, which then ends us
    if hasattr(os, "nice"):
        os.nice(5)
    # spaCy takes over a second to import: only the child does
    from factcheck.detection.desk_rules import components_of
    from factcheck.detection.guard import guarded
    from factcheck.detection.pipeline import load_language

    language = load_language(disabled)
    more: frozenset[str] = frozenset()
    orders: deque[_Order] = deque()
    try:
        while True:
            if not orders:
                _take(pipe.recv(), orders)
                continue
            order = orders.popleft()
            asked = more | components_of(order.rules.in_force + _tried(order))
            if (
                asked != more
            ):  # once, on the first rule of the desk's that asks for more of the model
                language, more = load_language(disabled, asked), asked
            guarded(
                partial(_answer, pipe, orders, order, language),
                partial(_confess, pipe, order),
            )
    except (EOFError, OSError):
        return  # the parent is gone


def _take(order: _Order, orders: deque[_Order]) -> None:
    """Queue an order, or take a dropped one out of the queue."""
    if order.draft is not None:
        orders.append(order)
        return
    kept = [waiting for waiting in orders if waiting.number != order.number]
    orders.clear()
    orders.extend(kept)


def _tried(order: _Order) -> tuple[DeskRule, ...]:
    return () if order.trial is None else (order.trial,)


def _answer(
    pipe: Connection, orders: deque[_Order], order: _Order, language: "LoadedLanguage"
) -> None:
    """Send block after block, and look between them whether the order was dropped."""
    for block in _found(order, language):
        while pipe.poll():
            latest = pipe.recv()
            if latest.draft is None and latest.number == order.number:
                return
            _take(latest, orders)
        pipe.send(_Answer(order.number, block))
    pipe.send(_Answer(order.number))


def _found(order: _Order, language: "LoadedLanguage") -> Iterator[DetectedBlock]:
    from factcheck.detection.detect import find_claims
    from factcheck.detection.trying import try_rule

    assert order.draft is not None
    if order.trial is not None:
        return try_rule(order.draft, order.blocks, order.trial, language)
    return find_claims(order.draft, order.blocks, order.published, language, order.rules)


def _confess(pipe: Connection, order: _Order, error: Exception) -> None:
    if isinstance(error, EOFError | OSError):
        raise error  # the parent is gone
    if isinstance(error, FactcheckError):
        is_rules = isinstance(error, UnusableRule)
        pipe.send(_Answer(order.number, fault=str(error), is_rules_fault=is_rules))
        return
    pipe.send(_Answer(order.number, bug="".join(traceback.format_exception(error))))
