"""Lengths of time as the text says them, “more than two and a half years”, and what they leave open."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from factcheck.consistency.dates.days import DAYS_A_MONTH, DAYS_A_YEAR
from factcheck.consistency.figures.numerals import NUMBER, number_of
from factcheck.model.finding import Outcome
from factcheck.model.text import TextPosition


class Rounding(StrEnum):
    """How the words before a length let it be taken."""

    PLAIN = ""
    OVER = "over"
    JUST_OVER = "just over"
    UNDER = "under"
    NEARLY = "nearly"
    ABOUT = "about"


_OVER = r"(?:well\s|far\s|much\s)?(?:more\sthan|over|in\sexcess\sof|longer\sthan)|at\sleast|no\s(?:less|fewer)\sthan|upwards?\sof"
_JUST_OVER = r"(?:just|slightly|a\slittle|barely)\s(?:over|more\sthan)"
_UNDER = r"(?:well\s|far\s)?(?:under|less\sthan|fewer\sthan|below)|up\sto|at\smost|no\s(?:more|longer)\sthan|within"
_NEARLY = r"nearly|almost|(?:just|slightly|a\slittle)\s(?:under|less\sthan|short\sof)|close\sto|not\squite|going\son"
_ABOUT = r"about|around|some|roughly|approximately|approx\.?|an\sestimated|circa|a\sgood"
_LENGTH = re.compile(
    rf"(?:\b(?:(?P<j>{_JUST_OVER})|(?P<n>{_NEARLY})|(?P<o>{_OVER})|(?P<u>{_UNDER})|(?P<a>{_ABOUT}))\s+)?"
    rf"(?P<ago>\bhalf\sa(?=\s(?:centur|decade|year))|\ba\squarter\sof\sa(?=\scentur)|{NUMBER}|\ban?(?=[\s-](?:year|month|week|decade|century|full|good)\b))"
    r"(?P<half>[\s-]and[\s-]a[\s-]half(?=[\s-])|½)?[\s-](?:full\s|long\s|whole\s|solid\s)?"
    r"(?P<unit>year|month|week|day|decade|centur(?=y|ies))(?P<s>s|y|ies)?(?P<late>\sand\sa\shalf)?\b"
    rf"(?:(?:\sand|,)?\s(?P<more>{NUMBER})\s(?P<less>month|week|day)s?\b)?"
    r"(?P<or>\sor\s(?:so|more)\b)?",
    re.IGNORECASE,
)
_UNIT = re.compile(r"[\s-](?:year|month|week|day|decade|century|centuries)", re.IGNORECASE)
_DAYS = {
    "day": 1.0,
    "week": 7.0,
    "month": DAYS_A_MONTH,
    "year": DAYS_A_YEAR,
    "decade": 10 * DAYS_A_YEAR,
    "centur": 100 * DAYS_A_YEAR,
}
_SLACK = 0.02  # of a length: leap years and months of 30 and 31 days


@dataclass(frozen=True, slots=True)
class Length:
    """So many days, said in ``unit``, day to centur; ``is_adjective`` as in “the 12-year reign”."""

    position: TextPosition
    days: float
    unit: str
    rounding: Rounding = Rounding.PLAIN
    is_adjective: bool = False

    @property
    def number(self) -> float:
        """How many of its units, decades and centuries counted in years."""
        return round(self.days / min(_DAYS[self.unit], DAYS_A_YEAR), 4)

    @property
    def is_in_years(self) -> bool:
        return self.unit in ("year", "decade", "centur")


def lengths_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Length]:
    """The lengths of time said in a stretch of text, in text order."""
    end = len(text) if end is None else end
    if _UNIT.search(text, start, end) is None:
        return
    for found in _LENGTH.finditer(text, start, end):
        length = _length(found)
        if length is not None:
            yield length


def _length(found: re.Match[str]) -> Length | None:
    words, unit = found["ago"].casefold(), found["unit"].casefold()
    if words.startswith("half"):
        number: float | None = 0.5
    elif words.startswith("a quarter"):
        number = 0.25
    else:
        number = number_of(words)
    if number is None:
        return None
    number += 0.5 * bool(found["half"] or found["late"])
    days = number * _DAYS[unit]
    if found["more"]:
        days += (number_of(found["more"]) or 0) * _DAYS[found["less"].casefold()]
    is_adjective = not found["s"] and number > 1 and not found["late"] and not found["half"]
    return Length(TextPosition(*found.span()), days, unit, _rounding(found), is_adjective)


def _rounding(found: re.Match[str]) -> Rounding:
    named = {"j": Rounding.JUST_OVER, "n": Rounding.NEARLY, "o": Rounding.OVER}
    named |= {"u": Rounding.UNDER, "a": Rounding.ABOUT}
    for group, rounding in named.items():
        if found[group]:
            return rounding
    if found["or"]:
        return Rounding.OVER if found["or"].casefold().endswith("more") else Rounding.ABOUT
    return Rounding.PLAIN


def held_against(length: Length, fewest: float, most: float, are_years: bool = False) -> Outcome:
    """What comes of a length said for a time that took from ``fewest`` to ``most`` days.

    ``are_years`` where only the years of both ends are known, so that ``fewest`` and ``most`` are two years apart.
    """
    said = length.days
    if are_years and length.is_in_years:
        return _of_years(length, round((fewest + most) / 2 / DAYS_A_YEAR))
    unit = min(_DAYS[length.unit], DAYS_A_YEAR)
    if length.rounding is Rounding.PLAIN and length.unit not in ("decade", "centur"):
        return _plain(length, fewest / unit, most / unit)
    low, high = _bounds(length.rounding, said)
    if fewest <= high * (1 + _SLACK) and most >= low * (1 - _SLACK):
        return Outcome.CONSISTENT
    if fewest <= high * 1.15 and most >= low * 0.87:
        return Outcome.ASK
    return Outcome.CONFLICT


def _bounds(rounding: Rounding, said: float) -> tuple[float, float]:
    """What a rounded length can stand for, in days, generously."""
    return {
        Rounding.OVER: (said, 2 * said + 400),
        Rounding.JUST_OVER: (said, 1.25 * said),
        Rounding.UNDER: (0.0, said),
        Rounding.NEARLY: (0.75 * said, said),
        Rounding.ABOUT: (0.75 * said, 1.3 * said),
        Rounding.PLAIN: (0.8 * said, 1.3 * said),
    }[rounding]


def _plain(length: Length, fewest: float, most: float) -> Outcome:
    """A length without a rounding word, held against a time in the same unit: it may be rounded or cut to whole units."""
    number = length.number
    if length.unit == "day":
        if fewest <= number <= most + 1:
            return Outcome.CONSISTENT
        is_near = number == most + 2 or (number < fewest and number >= 0.6 * fewest)
        return Outcome.ASK if is_near else Outcome.CONFLICT
    step = 0.5 if number != int(number) else 1.0
    if most >= number - 0.5 * step - 0.05 and fewest < number + 0.55 * step:
        return Outcome.CONSISTENT
    if most > number - step and fewest < number + 1.25 * step:
        return Outcome.ASK
    is_round = number >= 20 and number % 10 == 0
    if is_round and most > 0.9 * number and fewest < 1.15 * number:
        return Outcome.ASK
    return Outcome.CONFLICT


def _of_years(length: Length, apart: int) -> Outcome:
    """A length in years, held against the difference of two years: the time itself may be nearly a year more or less."""
    number, rounding = length.number, length.rounding
    if rounding is Rounding.PLAIN and length.unit == "year":
        if abs(number - apart) <= 0.5:
            return Outcome.CONSISTENT
        is_round = number >= 20 and number % 10 == 0 and abs(number - apart) <= 0.1 * number
        return Outcome.ASK if abs(number - apart) < 2 or is_round else Outcome.CONFLICT
    low, high = _bounds(rounding, number)
    if low <= apart <= min(high, 2 * number + 1):
        return Outcome.CONSISTENT
    if low - 1 <= apart <= high + 1 or (rounding is Rounding.OVER and apart > high):
        return Outcome.ASK
    return Outcome.CONFLICT
