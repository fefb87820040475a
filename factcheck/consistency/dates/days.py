"""Stretches of days: what a date, a month or a year can mean, and how much time may lie between two of them."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from factcheck.model.days import MONTHS, WEEKDAYS, day_words

DAYS_A_YEAR = 365.2425
DAYS_A_MONTH = DAYS_A_YEAR / 12

_VALUE = re.compile(r"(?P<y>\d{4})(?:-(?P<m>\d{2})(?:-(?P<d>\d{2}))?|-W(?P<w>\d{2}))?(?:T.*)?")
_VAGUE = re.compile(r"(?P<y>\d{4})-(?:SP|SU|FA|WI|Q[1-4]|H[12])")


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """Every day from ``first`` to ``last``; one of them is meant."""

    first: date
    last: date

    @property
    def is_day(self) -> bool:
        return self.first == self.last

    def meets(self, other: "Days") -> bool:
        """Whether both can be the same day."""
        return self.first <= other.last and other.first <= self.last

    def between(self, later: "Days") -> tuple[int, int]:
        """The fewest and the most days from this to ``later``; negative where it is earlier."""
        return (later.first - self.last).days, (later.last - self.first).days

    def wider(self, by: int) -> "Days":
        """The same with ``by`` days more at either end."""
        return Days(moved(self.first, -by), moved(self.last, by))


def moved(day: date, by: int) -> date:
    """The day ``by`` days later, or the last or first one that there is."""
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return date.max if by > 0 else date.min


def days_of(value: str) -> Days | None:
    """The days that a TIMEX3 value names; None where it names none, or no year."""
    if vague := _VAGUE.fullmatch(value):
        value = vague["y"]  # seasons differ with the hemisphere, so the year is all that is sure
    found = _VALUE.fullmatch(value)
    if found is None:
        return None
    try:
        if found["w"]:
            monday = date.fromisocalendar(int(found["y"]), int(found["w"]), 1)
            return Days(monday, moved(monday, 6))
        return days_in(int(found["y"]), int(found["m"] or 0), int(found["d"] or 0))
    except ValueError:
        return None


def days_in(year: int, month: int = 0, day: int = 0) -> Days:
    """The days of a year, of one of its months, or one day. ValueError where there are none."""
    if not month:
        return Days(date(year, 1, 1), date(year, 12, 31))
    if not day:
        return Days(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
    return Days(date(year, month, day), date(year, month, day))


def full_years(since: Days, until: Days) -> tuple[int, int]:
    """The fewest and the most whole years from a day in ``since`` to one in ``until``, as ages are counted."""
    return years_old(since.last, until.first), years_old(since.first, until.last)


def years_old(born: date, on: date) -> int:
    """The age on a day of someone born on another; a birthday of 29 February is kept on the day before in other years."""
    passed = (on.month, on.day) >= (born.month, born.day)
    if (born.month, born.day) == (2, 29) and (on.month, on.day) == (2, 28):
        passed = not calendar.isleap(on.year)
    return on.year - born.year - (not passed)


def years_later(day: date, years: int) -> date:
    """The same day ``years`` later; 1 March where that year has no 29 February."""
    year = min(max(day.year + years, date.min.year), date.max.year)
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def said(days: Days) -> str:
    """Days in words: 15 June 2022, June 2022, 2022, or from the first to the last."""
    first, last = days.first, days.last
    if first == last:
        return day_words(first)
    if first.day == 1 and moved(last, 1).day == 1:
        if first.month == 1 and last.month == 12 and first.year == last.year:
            return str(first.year)
        if (first.year, first.month) == (last.year, last.month):
            return f"{MONTHS[first.month - 1]} {first.year}"
    if first.year == last.year and first.month == last.month:
        return f"{first.day} to {day_words(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} to {day_words(last)}"
    return f"{day_words(first)} to {day_words(last)}"


def weekday_said(day: date) -> str:
    """Wednesday."""
    return WEEKDAYS[day.weekday()]
