"""Temperatures in two scales; a difference of degrees is another thing than a degree."""

import re
from collections.abc import Iterator

from factcheck.consistency.conversions.equivalents import Pair
from factcheck.consistency.figures.amounts import Amount, Span, figure, meet
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow

RULE = "unit-conversion"
_SCALES = {"°C": "Celsius", "°F": "Fahrenheit"}
_STEP = 1.8
_DIFFERENCE = re.compile(
    r"\b(?:ris(?:e|en|es|ing)|rose|warm(?:ed|ing|er)|increas\w+|drop(?:s|ped|ping)?|fell|fall(?:s|en|ing)?|cool(?:ed|ing|er)"
    r"|difference|degrees? (?:above|below)|by|higher|lower|hotter|colder|more than average|climb(?:ed|ing)?)\b",
    re.I,
)
_BY = re.compile(r"\bby\s*$|\b(?:rise|increase|drop|fall|warming|difference) of\s*$", re.I)
_AFTER_DIFFERENCE = re.compile(
    r"^[)\]\s]*(?:of warming|above|below|warmer|colder|cooler|hotter|higher|lower)\b", re.I
)
_REACHED = re.compile(
    r"\b(?:temperatures? (?:of|at|to|as high as|hit|reached|topped)|reach(?:ed|es|ing)?|hit|highs? of|lows? of|average of"
    r"|to(?: a (?:high|low|record) of)?|at)\s*$",
    re.I,
)


_FELL_TO = re.compile(r"\b(?:fell|dropped|climbed|soared|plunged|sank|plummeted)\s+to\s*$", re.I)


def temperatures(subject: Subject, pair: Pair) -> Iterator[Finding]:
    """A temperature, or a rise of it, given in both scales."""
    one, other = _in_scales(pair.one, pair.other)
    if {one, other} != set(_SCALES):
        return
    level, step = _level(pair.one.wide, one), _step(pair.one.wide, one)
    is_level, is_step = meet(level, pair.other.wide), meet(step, pair.other.wide)
    if is_step and not is_level:
        if pair.one.value < 0 or (_FELL_TO.search(pair.before) and not _of_difference(pair)):
            yield _finding(subject, pair, Outcome.CONFLICT, one, is_rise=False)
            return
        wrongly = _REACHED.search(pair.before) and not _DIFFERENCE.search(pair.before)
        outcome = Outcome.ASK if wrongly else Outcome.CONSISTENT
        yield _finding(subject, pair, outcome, one, is_rise=not wrongly)
    elif is_level:
        rise = _BY.search(pair.before) or _of_difference(pair)
        outcome = Outcome.CONFLICT if rise and not is_step else Outcome.CONSISTENT
        yield _finding(subject, pair, outcome, one, is_rise=outcome is Outcome.CONFLICT)
    else:
        is_rise = _DIFFERENCE.search(pair.before) is not None and not _REACHED.search(pair.before)
        apart = min(_apart(level, pair.other.wide), _apart(step, pair.other.wide))
        outcome = Outcome.ASK if apart <= 1 else Outcome.CONFLICT
        yield _finding(subject, pair, outcome, one, is_rise)


def _of_difference(pair: Pair) -> bool:
    """Whether the words behind say above or below what: “5C (9F) above normal”."""
    return any(_AFTER_DIFFERENCE.match(words) for words in (pair.rest, pair.after))


def _in_scales(one: Amount, other: Amount) -> tuple[str, str]:
    """The scales of both; bare degrees are in the scale that the other is not in."""
    first, second = one.unit, other.unit
    if first == "degree" and second in _SCALES:
        first = _other(second)
    elif second == "degree" and first in _SCALES:
        second = _other(first)
    return first, second


def _other(scale: str) -> str:
    return "°F" if scale == "°C" else "°C"


def _level(span: Span, scale: str) -> Span:
    if scale == "°C":
        return span[0] * _STEP + 32, span[1] * _STEP + 32
    return (span[0] - 32) / _STEP, (span[1] - 32) / _STEP


def _step(span: Span, scale: str) -> Span:
    factor = _STEP if scale == "°C" else 1 / _STEP
    return span[0] * factor, span[1] * factor


def _apart(one: Span, other: Span) -> float:
    return max(one[0] - other[1], other[0] - one[1])


def _advice(one: Amount, other: Amount, scale: str, is_rise: bool) -> str:
    """What the other figure would fit with, where it fits with the other way to convert."""
    if is_rise and meet(_level(one.wide, scale), other.wide):
        return "A difference of degrees is converted without the 32."
    if not is_rise and meet(_step(one.wide, scale), other.wide):
        return "A temperature is converted with the 32."
    return "Look up which of the two figures the source has."


def _finding(subject: Subject, pair: Pair, outcome: Outcome, scale: str, is_rise: bool) -> Finding:
    one, other = pair.one, pair.other
    value = one.value
    shift = "" if is_rise else "+ 32" if scale == "°C" else "− 32"
    times = "× 1.8" if scale == "°C" else "÷ 1.8"
    right = (_step if is_rise else _level)((value, value), scale)[0]
    if is_rise or scale == "°C":
        sum_ = " ".join(filter(None, (figure(value), times, shift)))
        steps = [times, shift]
    else:
        sum_, steps = f"({figure(value)} {shift}) {times}", [shift, times]
    unit = _other(scale)
    arithmetic = f"{sum_} = {figure(right)}"
    what = "a rise or a difference" if is_rise else "a temperature"
    if outcome is Outcome.CONSISTENT:
        message = f"“{one.words}” and “{other.said}” are the same as {what}."
    else:
        arithmetic += f", not {figure(other.value)}"
        message = (
            f"“{one.words}” as {what} is {figure(right)} {unit}; the text says “{other.said}”."
        )
    advice = ""
    if outcome is not Outcome.CONSISTENT:
        advice = _advice(one, other, scale, is_rise)
    rows = [SumRow("", one.words, one.position)]
    rows += [SumRow("", step) for step in steps if step]
    rows += [
        SumRow("makes", f"{figure(right)} {unit}", is_result=True),
        SumRow("", other.said, other.position),
    ]
    places = (one.position, other.position)
    return subject.finding(
        RULE, FindingKind.CONVERSIONS, outcome, message, places, arithmetic, rows, advice
    )
