"""What a time expression is read by: the publication date, the tense around it, the time named before it."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Tense(StrEnum):
    """Which way the words around a bare day look; UNKNOWN where they do not tell."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Moment:
    """Where a time expression stands. ``anchor`` is the value of the last date named before it, or ""."""

    published: date | None = None
    tense: Tense = Tense.UNKNOWN
    anchor: str = ""

    @property
    def looks_ahead(self) -> bool:
        return self.tense in (Tense.FUTURE, Tense.PRESENT)


def parts_of(match: re.Match[str]) -> dict[str, str]:
    """The named groups that took part; a group whose name stands in two branches of a pattern ends in 2 once."""
    return {name.rstrip("2"): text for name, text in match.groupdict().items() if text is not None}


_AHEAD = 120  # days: a date without a year that lies no farther ahead is one to come


def year_of(month: int, day: int, moment: Moment) -> int | None:
    """The year that suits a day or month without one; None where no publication date is known."""
    published = moment.published
    if published is None:
        return None
    here, there = (published.month, published.day), (month, day)
    if there == here:
        return published.year
    to_come = published.year + (there < here)
    if moment.tense is Tense.FUTURE:
        return to_come
    if moment.tense is Tense.PAST:
        return to_come - 1
    ahead = (month - published.month) % 12 * 30 + day - published.day
    return to_come if 0 < ahead % 365 <= _AHEAD else to_come - 1
