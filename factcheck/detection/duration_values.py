"""The TIMEX3 values of lengths of time and of what comes back: P3D, PT36H, XXXX-WXX-2."""

import re

from factcheck.detection.moments import Moment, parts_of
from factcheck.detection.numerals import number_value

LETTERS = {
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
    "quarter": "Q",
}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def duration(match: re.Match[str], moment: Moment) -> str:
    """A length of time: P5M; PXD where the number is not told."""
    named = parts_of(match)
    unit = singular(named["u"])
    letters = LETTERS[unit]
    word = named.get("n", "").strip().lower()
    if word.startswith("half"):
        return _HALVES[unit]
    count = count_of(word) if word else None
    if unit == "quarter" and word in ("a", "an", "one"):
        return ""  # “a quarter of them”
    if word == "the" or (letters == "TS" and word in ("a", "an", "one")):
        return ""  # “a second”: far oftener the place than the time
    if count is not None and unit == "quarter":
        return f"P{count * 3:g}M"
    if letters in ("DE", "CE") and count is not None:
        return f"P{_plain(count * (10 if letters == 'DE' else 100))}Y"
    amount = "X" if count is None else _plain(count)
    return f"P{letters[0]}{amount}{letters[1]}" if letters[0] == "T" else f"P{amount}{letters}"


_HALVES = {
    "minute": "PT30S",
    "hour": "PT30M",
    "day": "PT12H",
    "year": "P6M",
    "decade": "P5Y",
    "century": "P50Y",
}


def one_and_a_half(match: re.Match[str], moment: Moment) -> str:
    """An hour and a half."""
    letters = LETTERS[singular(match["u"])]
    if letters in ("DE", "CE"):
        return "P15Y" if letters == "DE" else "P150Y"
    return f"PT1.5{letters[1]}" if letters[0] == "T" else f"P1.5{letters}"


def one_long(match: re.Match[str], moment: Moment) -> str:
    """Daylong, year-long."""
    letters = LETTERS[match["u"].lower()]
    return {"DE": "P10Y", "CE": "P100Y"}.get(letters, f"P1{letters}")


def _plain(count: float) -> str:
    """The number without an exponent."""
    return f"{count:.0f}" if count == int(count) else f"{count:.2f}".rstrip("0")


_UNCOUNTED = ("several", "few", "a few", "many", "some", "recent", "coming")


def count_of(text: str) -> float | None:
    """How many; None where the word does not tell."""
    text = re.sub(r"\s+", " ", text.lower())
    if text in ("a", "an", "the", "another", "one"):
        return 1.0
    if text in ("a couple of", "a couple"):
        return 2.0
    return None if text in _UNCOUNTED else number_value(text)


def singular(unit: str) -> str:
    """The unit without its plural ending."""
    unit = unit.lower()
    return "century" if unit.startswith("centur") else unit.rstrip("s")


def recurring(match: re.Match[str], moment: Moment) -> str:
    """Every day, weekly: how often."""
    word = re.sub(r"^(?:every|each)\s+", "", match[0].lower())
    named = {"daily": "day", "weekly": "week", "monthly": "month", "annually": "year"}
    unit = named.get(word, "year" if word in ("yearly", "annual") else word)
    letters = LETTERS.get(unit, "")
    return f"P1{letters}" if letters and letters[0] != "T" else ""


def every_weekday(match: re.Match[str], moment: Moment) -> str:
    """Every Tuesday, Tuesdays."""
    return f"XXXX-WXX-{_WEEKDAYS.index(parts_of(match)['w'].lower()) + 1}"
