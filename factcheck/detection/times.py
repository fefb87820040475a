"""Finds dates, times and durations in a text."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from factcheck.detection import time_values as values
from factcheck.detection.numerals import DIGITS, WORDS

_MONTH = r"(?-i:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sep(?:t(?:ember|\.)?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[0-9]\d\d|20\d\d)"
_UNIT = (
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|weekends?)"
)
_WEEKDAY = r"(?-i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_COUNT = rf"(?:(?:more than|less than|nearly|almost|about|around|at least|over|under|some)\s+)?(?P<n>{DIGITS}|{WORDS}|an?|several|a few|few|the)"
_PART = (
    r"(?:early|late|mid|the (?:start|beginning|end|middle) of|at the (?:start|beginning|end) of)"
)


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time expression in characters of the text, and its value."""

    start: int
    end: int
    value: str
    kind: str  # date, clock, duration or set


@dataclass(frozen=True, slots=True)
class _Rule:
    kind: str
    pattern: re.Pattern[str]
    value: Callable[[re.Match[str], date | None, bool], str]


def find_times(text: str, published: date | None, future: bool = False) -> list[FoundTime]:
    """The time expressions in text order; ``future`` says that bare days are ones to come."""
    found: list[FoundTime] = []
    taken = bytearray(len(text) + 1)
    for rule in _RULES:
        for match in rule.pattern.finditer(text):
            start, end = match.span("t") if "t" in match.groupdict() else match.span()
            if any(taken[start:end]):
                continue
            value = rule.value(match, published, future or _is_future(text, start))
            if value:
                taken[start:end] = b"\1" * (end - start)
                found.append(FoundTime(start, end, value, rule.kind))
    return sorted(found, key=lambda time: time.start)


_FUTURE = re.compile(
    r"\b(?:will|shall|going to|’ll|due|scheduled|set to|to be|plans? to|next|should|until|expected|deadline|by (?:early|late|mid|the end of)?\s*$)\b",
    re.I,
)

_FUTURE_AFTER = re.compile(r"\b(?:will|shall|going to)\b", re.I)


def _is_future(text: str, start: int) -> bool:
    """Whether the words before, in the same sentence, speak of what is to come."""
    before = re.split(r"[.;!?]\s", text[max(0, start - 90) : start])[-1]
    after = re.split(r"[.;!?]\s", text[start : start + 60])[0]
    opens = len(before) <= 12
    return bool(_FUTURE.search(before) or (opens and _FUTURE_AFTER.search(after)))


def _rule(kind: str, pattern: str, value: Callable[..., str]) -> _Rule:
    return _Rule(kind, re.compile(pattern, re.IGNORECASE), value)


_RULES = (
    _rule("date", r"\b\d{4}-\d\d-\d\d\b", values.iso),
    _rule(
        "date",
        rf"\b(?P<m>{_MONTH})\s+(?P<d>{_DAY})(?!\d)(?:\s?,?\s+(?P<y>{_YEAR})\b)?",
        values.full_date,
    ),
    _rule(
        "date",
        rf"\b(?P<d>{_DAY})\s+(?:of\s+)?(?P<m>{_MONTH})\b(?:\s?,?\s+(?P<y>{_YEAR})\b)?",
        values.full_date,
    ),
    _rule(
        "date",
        rf"\b(?:{_PART}[\s-])?(?P<m>{_MONTH})(?:\s+of)?,?\s+(?P<y>{_YEAR})\b(?P<which>)",
        values.month_value,
    ),
    _rule(
        "date",
        r"\b(?:the\s+)?(?P<q>first|second|third|fourth|final)[ -]quarter(?: of (?:(?P<y>\d{4})|(?P<which>last|this|next) year))?\b",
        values.quarter,
    ),
    _rule(
        "date",
        rf"\b(?:{_PART}[\s-])?(?P<s>spring|summer|autumn|winter)(?:\s+of)?(?:\s+(?P<y>{_YEAR})|\s+(?P<which>last|next|this) year)\b",
        values.season,
    ),
    _rule(
        "date",
        rf"(?<!Black )(?<!Super )(?<!Good )(?<!Ash )(?<!Easter )(?<!Cyber )(?<!Bloody )\b(?:(?P<which>last|next|this|past)\s+)?(?P<w>{_WEEKDAY})(?:\s+(?P<part>morning|afternoon|evening|night))?\b",
        values.weekday,
    ),
    _rule(
        "date",
        r"\b(?:earlier today|later today|today|yesterday morning|yesterday|tomorrow morning|tomorrow|tonight|last night"
        r"|this morning|this afternoon|this evening|now|currently|recently|nowadays|at the moment|at present)\b",
        values.near_day,
    ),
    _rule(
        "date",
        r"\b(?:(?:early|late|earlier|later)\s+)?(?P<which>last|this|next|previous|past|coming)\s+(?P<u>week|month|year|decade|century|weekend|quarter|spring|summer|autumn|winter)\b",
        values.near_unit,
    ),
    _rule(
        "date",
        rf"\b{_COUNT}\s+(?P<u>{_UNIT})\s+(?P<way>ago|earlier|later|before(?!\s+\w)|from now)\b",
        values.ago,
    ),
    _rule(
        "date",
        rf"\b(?:{_PART}[\s-])(?P<m>{_MONTH})\b(?P<y>(?!))?(?P<which>)",
        values.month_value,
    ),
    _rule(
        "date",
        rf"\b(?:in|since|until|by|of|from|during|this|last|next|for|late|early|mid)\s+(?P<t>(?P<m>{_MONTH}))(?P<y>(?!))?(?P<which>)\b(?!\s+\d)",
        values.month_value,
    ),
    _rule(
        "date",
        r"\b(?P<m>(?-i:January|February|April|June|July|September|October|November|December))\b(?P<y>(?!))?(?P<which>)(?!\s\d)",
        values.month_value,
    ),
    _rule("date", r"\b(?:the\s+)?(?:early |late |mid-?)?(?P<y>1\d\d|20\d)0s\b", values.decade),
    _rule("date", r"\b(?:the\s+)?(?P<c>\d\d?)(?:st|nd|rd|th)[\s-]century\b", values.century),
    _rule(
        "date",
        rf"(?:\b(?:the|in|since|until|by|of|from|during|to|and|after|before|than|on|early|late|mid|year|season|between|for)[\s-]+|[(–-]\s?)(?P<t>{_YEAR})(?![\d,.]*\d)(?!\s?(?:percent|per cent|%|people|km|miles|metres|meters|feet|dollars))\b",
        values.year_value,
    ),
    _rule(
        "clock", r"\b(?P<h>\d\d?)(?:[:.](?P<min>\d\d))?\s?(?P<half>[ap]\.?m\.?)(?!\w)", values.clock
    ),
    _rule("clock", r"\b(?P<h>[01]?\d|2[0-4]):(?P<min>[0-5]\d)(?P<half>)\b", values.clock),
    _rule("clock", r"\b(?:noon|midnight)\b", values.noon),
    _rule(
        "duration",
        rf"\b(?:the\s+)?(?:last|past|next|first|final)\s+{_COUNT}\s+(?P<u>{_UNIT})\b",
        values.duration,
    ),
    _rule(
        "duration",
        rf"\b{_COUNT}[\s-]+(?P<u>{_UNIT})\b(?![\s-](?:old|consecutive))",
        values.duration,
    ),
    _rule(
        "set",
        rf"\b(?:daily|weekly|monthly|annual|annually|yearly|(?:every|each) (?:{_WEEKDAY}|day|week|month|year))\b",
        values.recurring,
    ),
)
