"""Finds dates, times and durations in a text."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from factcheck.detection.moments import Moment, Tense
from factcheck.detection.tenses import tense_by_words
from factcheck.detection.time_rules import BY_TENSE, RULES, Rule

_DAY = len("2022-06-15")
_DAYED = re.compile(r"day\b|tomorrow|[A-Z][a-z]{2,}\.?\s+\d")
_SENTENCE_END = re.compile(r"[.;!?][”\"’']*\s")
_NEAR = 500  # characters: how far before a time the one that it counts from may stand


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time expression in characters of the text, and its value."""

    start: int
    end: int
    value: str
    kind: (
        str  # date, clock, duration or set; reference and anchored ones rest on what is around them
    )


def find_times(
    text: str, published: date | None, tense: Callable[[int, int], Tense] | None = None
) -> list[FoundTime]:
    """The time expressions in text order; ``tense`` says whether the place looks ahead or back."""
    found: list[tuple[FoundTime, Rule, re.Match[str]]] = []
    taken = bytearray(len(text) + 1)
    lower = text.lower()
    for rule in RULES:
        if not any(hint in lower for hint in rule.hints):
            continue
        for match in rule.pattern.finditer(text):
            start, end = _borders(match)
            if any(taken[start:end]):
                continue
            looks = Tense.UNKNOWN
            if rule.value in BY_TENSE:
                looks = tense(start, end) if tense is not None else tense_by_words(text, start)
            value = _value(rule, match, Moment(published, looks))
            if value != "":  # what is shaped like a date but in no calendar is no other time either
                taken[start:end] = b"\1" * (end - start)
            if value:
                found.append((FoundTime(start, end, value, rule.kind), rule, match))
    found.sort(key=lambda entry: entry[0].start)
    return _anchored(text, found, published)


def _borders(match: re.Match[str]) -> tuple[int, int]:
    for name in ("t", "t2"):
        if match.groupdict().get(name):
            return match.span(name)
    return match.span()


def _value(rule: Rule, match: re.Match[str], moment: Moment) -> str | None:
    """The value; "" where it is no time, None where it is one that no calendar has."""
    try:
        return rule.value(match, moment)
    except (ValueError, OverflowError):
        return None


def _anchored(
    text: str, found: list[tuple[FoundTime, Rule, re.Match[str]]], published: date | None
) -> list[FoundTime]:
    """The times in text order, those that count from another read again with the one before them."""
    times: list[FoundTime] = []
    anchor, at = "", -_NEAR
    for first, rule, match in found:
        time = first
        if rule.is_anchored and anchor and time.start - at < _NEAR:
            value = _value(rule, match, Moment(published, anchor=anchor))
            time = replace(time, value=value or time.value)
        elif _shares_the_day(text, time, match, anchor, at):
            time = replace(time, value=anchor + time.value[_DAY:])
        times.append(time)
        if time.kind in ("date", "clock", "anchored") and time.value[:4].isdigit():
            anchor, at = time.value, time.end
    return times


def _shares_the_day(text: str, time: FoundTime, match: re.Match[str], anchor: str, at: int) -> bool:
    """Whether a bare time of day stands in the same sentence as the day named before it."""
    if time.kind != "clock" or len(anchor) != _DAY or _DAYED.search(match[0]):
        return False
    return not _SENTENCE_END.search(text, at, time.start)
