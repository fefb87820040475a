"""Dates, times and durations in a text with their TIMEX3 values; relative ones counted from the publication date."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from factcheck.detection.numerals import DIGITS, WORDS, number_value

MONTHS = {
    name: number + 1
    for number, name in enumerate(
        [
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ]
    )
}
_SHORT = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9}
_SHORT |= {"oct": 10, "nov": 11, "dec": 12}
WEEKDAYS = {
    name: number
    for number, name in enumerate(
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    )
}
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_LETTERS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "week": "W",
    "month": "M",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
    "weekend": "WE",
}

_MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sep(?:t(?:ember|\.)?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[0-9]\d\d|20\d\d)"
_UNIT = (
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|weekends?)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
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
    r"\b(?:will|shall|going to|’ll|due|scheduled|set to|to be|plans? to|next)\b", re.I
)

_FUTURE_AFTER = re.compile(r"\b(?:will|shall|going to)\b", re.I)


def _is_future(text: str, start: int) -> bool:
    """Whether the words before, in the same sentence, speak of what is to come."""
    before = re.split(r"[.;!?]\s", text[max(0, start - 90) : start])[-1]
    after = re.split(r"[.;!?]\s", text[start : start + 60])[0]
    return bool(_FUTURE.search(before) or _FUTURE_AFTER.search(after))


def _month_number(name: str) -> int:
    name = name.rstrip(".").lower()
    return MONTHS.get(name) or _SHORT.get(name) or _SHORT[name[:3]]


def _full_date(match: re.Match[str], published: date | None, future: bool) -> str:
    year, day = match["y"], int(re.sub(r"\D", "", match["d"]))
    month = _month_number(match["m"])
    if year is None and published is not None:
        year = str(_year_of(month, day, published, future))
    try:
        date(int(year or 2000), month, day)
    except ValueError:
        return ""
    return f"{year or 'XXXX'}-{month:02d}-{day:02d}"


def _year_of(month: int, day: int, published: date, future: bool) -> int:
    """The year that puts a date without one nearest before the publication, or after it."""
    here = (published.month, published.day)
    there = (month, day)
    if there > here:
        return published.year if future else published.year - 1
    return published.year + 1 if future and there < here else published.year


def _iso(match: re.Match[str], published: date | None, future: bool) -> str:
    try:
        return date.fromisoformat(match[0]).isoformat()
    except ValueError:
        return ""


def _month_value(match: re.Match[str], published: date | None, future: bool) -> str:
    month, year = _month_number(match["m"]), match["y"]
    if year is None and published is not None:
        year = str(_year_of(month, 1, published, future))
        if match["which"] and match["which"].lower() == "next":
            year = str(published.year if month > published.month else published.year + 1)
        if match["which"] and match["which"].lower() == "last":
            year = str(published.year if month < published.month else published.year - 1)
    return f"{year or 'XXXX'}-{month:02d}"


def _year_value(match: re.Match[str], published: date | None, future: bool) -> str:
    return match["t"][-4:]


def _decade(match: re.Match[str], published: date | None, future: bool) -> str:
    return match["y"][:3]


def _century(match: re.Match[str], published: date | None, future: bool) -> str:
    return f"{int(match['c']) - 1:02d}"


def _weekday(match: re.Match[str], published: date | None, future: bool) -> str:
    number = WEEKDAYS[match["w"].lower()]
    if published is None:
        return f"XXXX-WXX-{number + 1}"
    which = (match["which"] or "").lower()
    back = (published.weekday() - number) % 7
    if which == "next" or (future and which != "last"):
        day = published + timedelta(days=(number - published.weekday()) % 7 or 7)
    elif which == "last":
        day = published - timedelta(days=back or 7)
    else:
        day = published - timedelta(days=back)
    part = _PARTS_OF_DAY.get((match["part"] or "").lower(), "")
    return day.isoformat() + part


_PARTS_OF_DAY = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}


def _near_day(match: re.Match[str], published: date | None, future: bool) -> str:
    word = re.sub(r"\s+", " ", match[0].lower())
    offset = {"yesterday": -1, "tomorrow": 1, "last night": -1}.get(word.split(" morning")[0], 0)
    if word in ("now", "currently", "at present", "nowadays", "at the moment", "presently"):
        return "PRESENT_REF"
    if word in ("recently", "in the past", "previously", "lately"):
        return "PAST_REF"
    if published is None:
        return "PRESENT_REF" if offset == 0 else "PAST_REF" if offset < 0 else "FUTURE_REF"
    night = "TNI" if word in ("tonight", "last night") else ""
    part = next((value for name, value in _PARTS_OF_DAY.items() if name in word), night)
    return (published + timedelta(days=offset)).isoformat() + part


def _shifted(published: date, unit: str, count: int) -> str:
    """The date that lies ``count`` units after the publication, as coarse as the unit."""
    match unit:
        case "day":
            return (published + timedelta(days=count)).isoformat()
        case "week" | "weekend":
            year, week, _ = (published + timedelta(weeks=count)).isocalendar()
            return f"{year}-W{week:02d}" + ("-WE" if unit == "weekend" else "")
        case "month":
            months = published.year * 12 + published.month - 1 + count
            return f"{months // 12}-{months % 12 + 1:02d}"
        case "decade":
            return str((published.year + 10 * count) // 10)
        case "century":
            return str((published.year + 100 * count) // 100)
        case "year":
            return str(published.year + count)
    return "PAST_REF" if count < 0 else "FUTURE_REF"


def _near_unit(match: re.Match[str], published: date | None, future: bool) -> str:
    which, unit = match["which"].lower(), match["u"].lower()
    count = {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1}.get(which, 0)
    if published is None:
        return "PAST_REF" if count < 0 else "FUTURE_REF" if count else "PRESENT_REF"
    if unit in _SEASONS:
        return f"{published.year + count}-{_SEASONS[unit]}"
    if unit == "quarter":
        quarters = published.year * 4 + (published.month - 1) // 3 + count
        return f"{quarters // 4}-Q{quarters % 4 + 1}"
    return _shifted(published, unit, count)


def _season(match: re.Match[str], published: date | None, future: bool) -> str:
    season = _SEASONS[match["s"].lower()]
    if match["y"]:
        return f"{match['y']}-{season}"
    if published is None:
        return f"XXXX-{season}"
    offset = {"last": -1, "next": 1}.get((match["which"] or "").lower(), 0)
    return f"{published.year + offset}-{season}"


def _quarter(match: re.Match[str], published: date | None, future: bool) -> str:
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4}[match["q"].lower()]
    year = match["y"] or (str(published.year) if published else "XXXX")
    return f"{year}-Q{number}"


def _ago(match: re.Match[str], published: date | None, future: bool) -> str:
    unit = _singular(match["u"])
    count = _count(match["n"])
    back = match["way"].lower() in ("ago", "earlier", "before")
    if published is None or count is None or count != int(count):
        return "PAST_REF" if back else "FUTURE_REF"
    if abs(count) > 5000:
        return ""
    return _shifted(published, unit, -int(count) if back else int(count))


def _duration(match: re.Match[str], published: date | None, future: bool) -> str:
    unit = _singular(match["u"])
    count = _count(match["n"])
    if match["n"].lower() == "the":
        return ""
    amount = "X" if count is None else f"{count:g}"
    letters = _LETTERS[unit]
    if letters == "DE" and count is not None:
        return f"P{count:g}DE"
    return f"P{letters[0]}{amount}{letters[1]}" if letters[0] == "T" else f"P{amount}{letters}"


def _last_span(match: re.Match[str], published: date | None, future: bool) -> str:
    return _duration(match, published, future)


def _count(text: str) -> float | None:
    text = text.lower()
    if text in ("a", "an", "the"):
        return 1.0
    return None if text in ("several", "few", "a few") else number_value(text)


def _singular(unit: str) -> str:
    unit = unit.lower()
    return "century" if unit.startswith("centur") else unit.rstrip("s")


def _clock(match: re.Match[str], published: date | None, future: bool) -> str:
    hour, minute = int(match["h"]), int(match["min"] or 0)
    half = re.sub(r"\W", "", (match["half"] or "")).lower()
    if hour > 24 or minute > 59 or (half and hour > 12):
        return ""
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    day = published.isoformat() if published else "XXXX-XX-XX"
    return f"{day}T{hour:02d}:{minute:02d}"


def _noon(match: re.Match[str], published: date | None, future: bool) -> str:
    day = published.isoformat() if published else "XXXX-XX-XX"
    return f"{day}T{'12' if match[0].lower() == 'noon' else '24'}:00"


def _set(match: re.Match[str], published: date | None, future: bool) -> str:
    word = re.sub(r"^(?:every|each)\s+", "", match[0].lower())
    named = {"daily": "day", "weekly": "week", "monthly": "month", "annually": "year"}
    unit = named.get(word, "year" if word in ("yearly", "annual") else word)
    if unit in WEEKDAYS:
        return f"XXXX-WXX-{WEEKDAYS[unit] + 1}"
    letters = _LETTERS.get(unit, "")
    return f"P1{letters}" if letters and letters[0] != "T" else ""


def _rule(kind: str, pattern: str, value: Callable[..., str]) -> _Rule:
    return _Rule(kind, re.compile(pattern, re.IGNORECASE), value)


_RULES = (
    _rule("date", r"\b\d{4}-\d\d-\d\d\b", _iso),
    _rule(
        "date", rf"\b(?P<m>{_MONTH})\s+(?P<d>{_DAY})(?!\d)(?:,?\s+(?P<y>{_YEAR})\b)?", _full_date
    ),
    _rule(
        "date",
        rf"\b(?P<d>{_DAY})\s+(?:of\s+)?(?P<m>{_MONTH})\b(?:,?\s+(?P<y>{_YEAR})\b)?",
        _full_date,
    ),
    _rule(
        "date",
        rf"\b(?:{_PART}[\s-])?(?P<m>{_MONTH})(?:\s+of)?,?\s+(?P<y>{_YEAR})\b(?P<which>)",
        _month_value,
    ),
    _rule(
        "date",
        r"\b(?:the\s+)?(?P<q>first|second|third|fourth) quarter(?: of (?P<y>\d{4}))?\b",
        _quarter,
    ),
    _rule(
        "date",
        rf"\b(?:{_PART}[\s-])?(?P<s>spring|summer|autumn|winter)(?:\s+of)?(?:\s+(?P<y>{_YEAR})|\s+(?P<which>last|next|this) year)\b",
        _season,
    ),
    _rule(
        "date",
        rf"\b(?:(?P<which>last|next|this|past)\s+)?(?P<w>{_WEEKDAY})(?:\s+(?P<part>morning|afternoon|evening|night))?\b",
        _weekday,
    ),
    _rule(
        "date",
        r"\b(?:earlier today|later today|today|yesterday morning|yesterday|tomorrow morning|tomorrow|tonight|last night"
        r"|this morning|this afternoon|this evening|now|currently|recently|previously|nowadays|at the moment|at present)\b",
        _near_day,
    ),
    _rule(
        "date",
        r"\b(?:(?:early|late|earlier|later)\s+)?(?P<which>last|this|next|previous|past|coming)\s+(?P<u>week|month|year|decade|century|weekend|quarter|spring|summer|autumn|winter)\b",
        _near_unit,
    ),
    _rule(
        "date",
        rf"\b{_COUNT}\s+(?P<u>{_UNIT})\s+(?P<way>ago|earlier|later|before|from now)\b(?!\s+(?:the|he|she|they|it)\b)",
        _ago,
    ),
    _rule(
        "date",
        rf"\b(?:{_PART}[\s-])(?P<m>{_MONTH})\b(?P<y>(?!))?(?P<which>)",
        _month_value,
    ),
    _rule(
        "date",
        rf"\b(?:in|since|until|by|of|from|during|this|last|next|for|late|early|mid)\s+(?P<t>(?P<m>{_MONTH}))(?P<y>(?!))?(?P<which>)\b(?!\s+\d)",
        _month_value,
    ),
    _rule("date", r"\b(?:the\s+)?(?:early |late |mid-?)?(?P<y>1\d\d|20\d)0s\b", _decade),
    _rule("date", r"\b(?:the\s+)?(?P<c>\d\d?)(?:st|nd|rd|th)[\s-]century\b", _century),
    _rule(
        "date",
        rf"(?:\b(?:in|since|until|by|of|from|during|to|and|after|before|than|on|early|late|mid|year|season|between|for)[\s-]+|[(–-]\s?)(?P<t>{_YEAR})(?![\d,.]*\d)(?!\s?(?:percent|per cent|%|people|km|miles|metres|meters|feet|dollars))\b",
        _year_value,
    ),
    _rule("clock", r"\b(?P<h>\d\d?)(?:[:.](?P<min>\d\d))?\s?(?P<half>[ap]\.?m\.?)(?!\w)", _clock),
    _rule("clock", r"\b(?P<h>[01]?\d|2[0-4]):(?P<min>[0-5]\d)(?P<half>)\b", _clock),
    _rule("clock", r"\b(?:noon|midnight)\b", _noon),
    _rule(
        "duration",
        rf"\b(?:the\s+)?(?:last|past|next|first|final)\s+{_COUNT}\s+(?P<u>{_UNIT})\b",
        _last_span,
    ),
    _rule("duration", rf"\b{_COUNT}[\s-]+(?P<u>{_UNIT})\b(?![\s-]old)", _duration),
    _rule(
        "set",
        rf"\b(?:daily|weekly|monthly|annually|yearly|(?:every|each) (?:{_WEEKDAY}|day|week|month|year))\b",
        _set,
    ),
)


def times_covering(times: list[FoundTime], start: int, end: int) -> Iterator[FoundTime]:
    """The times that share a character with the stretch."""
    return (time for time in times if time.start < end and start < time.end)
