"""The language process from inside: it answers orders, one after the other, until nobody listens."""

import os
import signal
import traceback
from collections import deque
from collections.abc import Iterator
from functools import partial
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from factcheck.detection.orders import Answer, Order
from factcheck.errors import FactcheckError, UnusableRule
from factcheck.model.detected import DetectedBlock
from factcheck.model.rule import DeskRule

if TYPE_CHECKING:
    from factcheck.detection.pipeline import LoadedLanguage
    from factcheck.detection.second_parser import SecondParser

# The window imports this module to name the function; spaCy takes over a second, so only the process itself does.


def serve(pipe: Connection, disabled: tuple[str, ...]) -> None:
    """Answer orders until the parent closes its end or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the parent, which then ends us
    if hasattr(os, "nice"):
        os.nice(5)
    from factcheck.detection.desk_rules import components_of
    from factcheck.detection.pipeline import load_language

    language = load_language(disabled)
    more: frozenset[str] = frozenset()
    orders: deque[Order] = deque()
    try:
        while True:
            if not orders:
                _take(pipe.recv(), orders)
                continue
            order = orders.popleft()
            asked = more | components_of(order.rules.in_force + _tried(order))
            if asked != more:  # once, on the first rule of the desk's that asks for more
                language, more = load_language(disabled, asked), asked
            _answer(pipe, orders, order, language)
    except (EOFError, OSError):
        return  # the parent is gone


def _take(order: Order, orders: deque[Order]) -> None:
    """Queue an order, or take a dropped one out of the queue."""
    if order.draft is not None:
        orders.append(order)
        return
    kept = [waiting for waiting in orders if waiting.number != order.number]
    orders.clear()
    orders.extend(kept)


def _tried(order: Order) -> tuple[DeskRule, ...]:
    return () if order.trial is None else (order.trial,)


def _answer(
    pipe: Connection, orders: deque[Order], order: Order, language: "LoadedLanguage"
) -> None:
    """Send block after block, and look between them whether the order was dropped."""
    second = _second(order, language)
    try:
        _send_all(pipe, orders, order, _found(order, language, second))
    finally:
        if second is not None:
            second.close()


def _send_all(
    pipe: Connection, orders: deque[Order], order: Order, found: Iterator[DetectedBlock]
) -> None:
    from factcheck.detection.guard import guarded

    faults: list[Exception] = []
    # guarded is the search alone: what fails in the pipe is that nobody listens any more
    while (block := guarded(partial(next, found, None), faults.append)) is not None:
        while pipe.poll():
            latest = pipe.recv()
            if latest.draft is None and latest.number == order.number:
                return
            _take(latest, orders)
        pipe.send(Answer(order.number, block))
    pipe.send(_end(order.number, faults))


def _second(order: Order, language: "LoadedLanguage") -> "SecondParser | None":
    """The second process of the order, where it would find what this one does; else it is told to go."""
    from factcheck.detection.second_parser import SecondParser, can_help

    if order.second is None:
        return None
    second = SecondParser(order.second)
    if not can_help(language.nlp):
        second.close()
        return None
    return second


def _found(
    order: Order, language: "LoadedLanguage", second: "SecondParser | None"
) -> Iterator[DetectedBlock]:
    from factcheck.detection.detect import find_claims
    from factcheck.detection.trying import try_rule

    assert order.draft is not None
    if order.trial is not None:
        return try_rule(order.draft, order.blocks, order.trial, language)
    read = (order.draft, order.blocks, order.published, language, order.rules)
    return find_claims(*read, second=second)


def _end(number: int, faults: list[Exception]) -> Answer:
    if not faults:
        return Answer(number)
    error = faults[0]
    if isinstance(error, FactcheckError):
        is_rules = isinstance(error, UnusableRule)
        return Answer(number, fault=str(error), is_rules_fault=is_rules)
    return Answer(number, bug="".join(traceback.format_exception(error)))
