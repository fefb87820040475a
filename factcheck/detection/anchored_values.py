"""The TIMEX3 values of times that are counted from another time of the text: the day after, a year earlier."""

import re
from datetime import date, timedelta

from factcheck.detection.duration_values import count_of, singular
from factcheck.detection.moments import Moment, parts_of
from factcheck.detection.time_values import MONTH_PATTERN, PARTS_OF_DAY, month_number, shifted

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)(?!\d)")
_QUARTER = re.compile(r"(\d{4})-Q(\d)")
_YEAR = re.compile(r"\d{4}")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_ENDED = re.compile(rf"\s*,?\s+(?:that\s+)?end(?:ed|ing|s)\s+(?P<m>{MONTH_PATTERN})\b")


def _anchor_day(moment: Moment) -> date | None:
    """The first day of the time named before."""
    anchor = moment.anchor
    if found := _DAY.match(anchor):
        return date(*map(int, found.groups()))
    if found := _WEEK.match(anchor):
        return date.fromisocalendar(int(found[1]), int(found[2]), 1)
    if found := _QUARTER.match(anchor):
        return date(int(found[1]), 3 * int(found[2]) - 2, 1)
    if found := _MONTH.match(anchor):
        return date(int(found[1]), int(found[2]), 1)
    return date(int(anchor), 1, 1) if _YEAR.fullmatch(anchor) else None


_FINENESS = {"day": 10, "night": 10, "morning": 10, "afternoon": 10, "evening": 10, "week": 8}
_FINENESS |= {"weekend": 8, "month": 7, "quarter": 7, "year": 4}


def _base(moment: Moment, unit: str) -> date | None:
    """The time named before where it is fine enough to count units from, else the publication."""
    if len(moment.anchor) >= _FINENESS.get(unit, 4) and (day := _anchor_day(moment)) is not None:
        return day
    return moment.published


def counted(match: re.Match[str], moment: Moment) -> str:
    """“a month earlier”, “two days later”, “the year before”: counted from the time named before."""
    unit, count = singular(match["u"]), count_of(match["n"])
    back = match["way"].lower() in ("earlier", "before", "previously", "previous", "prior")
    vague = "PAST_REF" if back else "FUTURE_REF"
    if count is None or count != int(count) or count > 5000 or unit not in _FINENESS:
        return vague
    step = -int(count) if back else int(count)
    if unit == "year" and (
        found := _QUARTER.match(moment.anchor) or _MONTH.fullmatch(moment.anchor)
    ):
        return f"{int(found[1]) + step:04d}{moment.anchor[4:7]}"
    base = _base(moment, unit)
    if base is None or (not back and base is moment.published):
        return vague
    return shifted(base, unit, step)


def same_unit(match: re.Match[str], moment: Moment) -> str:
    """“that day”, “the same month”, “the next morning”, “the following year”."""
    unit = singular(match["u"])
    which = match["which"].lower().split()[-1]
    step = {"next": 1, "following": 1, "previous": -1, "preceding": -1}.get(which, 0)
    base = _base(moment, unit)
    if base is None:
        return ("PRESENT_REF", "FUTURE_REF", "PAST_REF")[step]
    if unit in PARTS_OF_DAY:
        return (base + timedelta(days=step)).isoformat() + PARTS_OF_DAY[unit]
    return shifted(base, unit, step)


def the_unit(match: re.Match[str], moment: Moment) -> str:
    """“the day”, “the quarter”, “the full year”: that of the text, else that of the publication."""
    unit = singular(parts_of(match)["u"])
    published = moment.published
    ended = _ENDED.match(match.string, match.end())
    if unit == "quarter":
        if found := _QUARTER.match(moment.anchor):
            return found[0]
        if published is None:
            return "XXXX-QX"
        if ended:
            month = month_number(ended["m"])
            year = published.year - (month > published.month)
            return f"{year}-Q{(month - 1) // 3 + 1}"
        return shifted(published, "quarter", 0 if moment.looks_ahead else -1)
    base = _base(moment, unit) if unit in ("day", "year") else published
    return "" if base is None else shifted(base, unit, 0)


def year_before(match: re.Match[str], moment: Moment) -> str:
    """“the same period last year”, “the year-earlier quarter”: the time named before, in another year."""
    named = parts_of(match)
    found = _QUARTER.match(moment.anchor) or _MONTH.match(moment.anchor)
    if found is None and moment.published is None:
        return "PAST_REF"
    year = int(found[1]) if found else moment.published.year if moment.published else 0
    year = int(named["y"]) if named.get("y") else year - 1
    return f"{year:04d}{moment.anchor[4:7] if found else ''}"


def year_ago(match: re.Match[str], moment: Moment) -> str:
    """“a year ago”: the same quarter of last year where a quarter is spoken of, else last year."""
    if found := _QUARTER.match(moment.anchor):
        return f"{int(found[1]) - 1:04d}-Q{found[2]}"
    return shifted(moment.published, "year", -1) if moment.published else "PAST_REF"
