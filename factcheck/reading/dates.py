"""The day an article was published, where its file or a dateline in its text says so."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from factcheck.model.days import MONTHS

_MONTH = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_CLOCK = r"(?:,?\s*(?:at|[-–—|•·@])?\s*\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[a-z]{1,4}(?:[+-]\d{1,2}(?::?\d{2})?)?\)?)?)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WRITTEN = (
    rf"{_MONTH}\s+{_DAY},?\s+(?P<year>\d{{4}})",
    rf"{_DAY}\s+(?:of\s+)?{_MONTH},?\s+(?P<year>\d{{4}})",
    r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})",
    r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})",
)
_LABEL = r"(?:(?:first |last |originally )?(?:published|updated|posted|modified|released?|issued|date|dated)(?:\s+(?:on|at))?\s*[:|-]?\s*)?"
_PLACE = r"(?:[A-ZÀ-Þ][\w.’' -]{1,30},\s+(?:[A-ZÀ-Þ][\w.’' -]{1,30},\s+)?)?"
_STANDING_ALONE = tuple(
    re.compile(rf"(?:{_LABEL})(?:(?-i:{_PLACE})){_WEEKDAY}{written}{_CLOCK}\.?", re.IGNORECASE)
    for written in _WRITTEN
)
_INSIDE = tuple(re.compile(rf"\b{written}\b", re.IGNORECASE) for written in _WRITTEN[:3])
_PIECES = re.compile(r"\s+[|•·]\s+")
_LONGEST = 140  # code points in a line that holds dates and nothing else


def is_date_line(words: str) -> bool:
    """Whether the line is one date or several and nothing else, such as “Published … | Updated …”."""
    return len(words) <= _LONGEST and all(_alone(piece) for piece in _PIECES.split(words))


def date_of_line(words: str) -> date | None:
    """The day that a line of dates names first; None where it cannot be told."""
    found = _alone(_PIECES.split(words)[0])
    return _day(found) if found else None


def _alone(piece: str) -> re.Match[str] | None:
    matches = (pattern.fullmatch(piece.strip()) for pattern in _STANDING_ALONE)
    return next((found for found in matches if found), None)


def date_inside(words: str) -> date | None:
    """The first full date in ``words``, such as those of a dateline; None where there is none."""
    for pattern in _INSIDE:
        if (found := pattern.search(words)) and (day := _day(found)):
            return day
    return None


def date_from_stamp(stamp: str) -> date | None:
    """The day of a machine's time stamp as it stands, in its own time zone; None where it is none."""
    stamp = stamp.strip()
    try:
        return datetime.fromisoformat(stamp).date()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(stamp).date()
    except ValueError:
        pass
    if found := re.match(r"\d{4}-\d{2}-\d{2}", stamp):
        return date_from_stamp(found.group()) if found.group() != stamp else None
    return date_inside(stamp)


def _day(found: re.Match[str]) -> date | None:
    day, month = int(found["day"]), _month(found["month"])
    numeric = found["month"].isdigit() and "-" not in found.group()
    if numeric and month > 12:
        day, month = month, day
    elif numeric and day <= 12 and day != month:
        return None  # 3/4/2020 is in March or in April, depending on the country
    try:
        return date(int(found["year"]), month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    if name.isdigit():
        return int(name)
    return next(i for i, full in enumerate(MONTHS, 1) if full[:3].lower() == name[:3].lower())
