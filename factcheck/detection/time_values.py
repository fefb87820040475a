"""The TIMEX3 values of dates, times and durations; relative ones are counted from the publication date."""

import re
from datetime import date, timedelta

from factcheck.detection.duration_values import LETTERS, count_of, singular
from factcheck.detection.holidays import holiday
from factcheck.detection.moments import Moment, Tense, parts_of, year_of
from factcheck.detection.numerals import number_value

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
MONTH_PATTERN = (
    r"(?-i:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sep(?:t(?:ember|\.)?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)


def month_number(name: str) -> int:
    """The number of the month, in full or cut short."""
    name = name.rstrip(".").lower()
    return MONTHS.get(name) or _SHORT.get(name) or _SHORT[name[:3]]


def full_date(match: re.Match[str], moment: Moment) -> str:
    """The day, in the year that suits the text where none is named; "" for a day no month has."""
    named = parts_of(match)
    year, day = _named_year(named, moment), int(re.sub(r"\D", "", named["d"]))
    month = month_number(named["m"])
    if year is None and moment.published is not None:
        date(2000, month, day)
        year = str(year_of(month, day, moment))
    date(int(year or 2000), month, day)
    return f"{year or 'XXXX'}-{month:02d}-{day:02d}"


def _named_year(named: dict[str, str], moment: Moment) -> str | None:
    """The year that stands beside a day or month, in digits or as “last year”."""
    if year := named.get("y"):
        return year
    if (which := named.get("whichyear")) and moment.published is not None:
        return str(moment.published.year + _STEPS[which.lower()])
    return None


def numeric_date(match: re.Match[str], moment: Moment) -> str:
    """A date in digits: 5/31/2022 has the month first, 31.5.2022 the day; the other way where it must be."""
    first, second, year = int(match["a"]), int(match["b"]), match["y"]
    month, day = (first, second) if match["sep"] == "/" else (second, first)
    if month > 12:
        month, day = day, month
    if len(year) == 2:
        year = ("19" if int(year) > 50 else "20") + year
    return date(int(year), month, day).isoformat()


def iso(match: re.Match[str], moment: Moment) -> str:
    """The date as written."""
    return date.fromisoformat(match[0]).isoformat()


def month_value(match: re.Match[str], moment: Moment) -> str:
    """The month, in the year that suits the text where none is named."""
    named = parts_of(match)
    month, year = month_number(named["m"]), _named_year(named, moment)
    published = moment.published
    if year is None and published is not None:
        which = (named.get("which") or "").lower()
        year = str(year_of(month, published.day, moment))
        if which == "next":
            year = str(published.year if month > published.month else published.year + 1)
        elif which == "last":
            year = str(published.year if month < published.month else published.year - 1)
        elif which == "this":
            year = str(published.year)
    return f"{year or 'XXXX'}-{month:02d}"


def year_value(match: re.Match[str], moment: Moment) -> str:
    """The year."""
    return match["t"][-4:]


def short_year(match: re.Match[str], moment: Moment) -> str:
    """’82 as 1982: the century that puts it before the publication."""
    latest = moment.published.year if moment.published else 2030
    short = int(match["yy"])
    return str(2000 + short if 2000 + short <= latest + 5 else 1900 + short)


def spoken_year(match: re.Match[str], moment: Moment) -> str:
    """Nineteen eighty-four."""
    century = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}[match["c"].lower()]
    rest = number_value(match["r"])
    if rest is None or not 10 <= rest <= 99:
        return ""
    return str(century + int(rest))


def decade(match: re.Match[str], moment: Moment) -> str:
    """The decade as three digits: 199."""
    digits = re.sub(r"\D", "", match["y"])
    return digits if len(digits) == 3 else f"19{digits}"


_CENTURIES = {"seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20}
_CENTURIES |= {"twenty-first": 21, "sixteenth": 16, "fifteenth": 15}


def century(match: re.Match[str], moment: Moment) -> str:
    """The century as two digits: 18 for the 19th."""
    name = match["c"].lower()
    number = _CENTURIES.get(name) or int(re.sub(r"\D", "", name))
    return f"{number - 1:02d}" if number else ""


def weekday(match: re.Match[str], moment: Moment) -> str:
    """The day of that name nearest before the publication, or after it where the text looks ahead."""
    number = WEEKDAYS[match["w"].lower()]
    if moment.published is None:
        return f"XXXX-WXX-{number + 1}"
    return _weekday(match, number, moment.published, moment).isoformat() + _part_of_day(match)


def _weekday(match: re.Match[str], number: int, published: date, moment: Moment) -> date:
    which = parts_of(match).get("which", "").lower()
    back = (published.weekday() - number) % 7
    if which == "next":
        return published + timedelta(days=(7 - back) % 7 or 7)
    if which in ("this", "coming"):
        return published + timedelta(days=number - published.weekday())
    if which in ("last", "past"):
        return published - timedelta(days=back or 7)
    if moment.looks_ahead:
        return published + timedelta(days=(7 - back) % 7)
    return published - timedelta(days=back)


PARTS_OF_DAY = {
    "morning": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
    "tonight": "TNI",
}


def _part_of_day(match: re.Match[str]) -> str:
    return PARTS_OF_DAY.get((parts_of(match).get("part") or "").lower(), "")


def near_day(match: re.Match[str], moment: Moment) -> str:
    """Today, yesterday morning, tonight: a day, or PRESENT_REF and its like where none is known."""
    word = match[0].lower()
    offset = -1 if "yesterday" in word or "last night" in word else 1 if "tomorrow" in word else 0
    if moment.published is None:
        return ("PRESENT_REF", "FUTURE_REF", "PAST_REF")[offset]
    part = next((value for name, value in PARTS_OF_DAY.items() if name in word), "")
    return (moment.published + timedelta(days=offset)).isoformat() + part


def named_day(match: re.Match[str], moment: Moment) -> str:
    """A holiday, in the year named or the one that suits."""
    named = parts_of(match)
    year = _named_year(named, moment)
    if year is None:
        if moment.published is None:
            return ""
        here = holiday(named["h"], moment.published.year)
        suits = year_of(here.month, here.day, moment)
        which = (named.get("which") or "").lower()
        if which == "last" and here >= moment.published:
            suits = moment.published.year - 1
        elif which == "next" and here <= moment.published:
            suits = moment.published.year + 1
        elif which == "this":
            suits = moment.published.year
        year = str(suits)
    return holiday(named["h"], int(year)).isoformat()


def present(match: re.Match[str], moment: Moment) -> str:
    """Now."""
    return "PRESENT_REF"


def past(match: re.Match[str], moment: Moment) -> str:
    """Recently, the past."""
    return "PAST_REF"


def to_come(match: re.Match[str], moment: Moment) -> str:
    """The future."""
    return "FUTURE_REF"


def shifted(published: date, unit: str, count: int) -> str:
    """The date that lies ``count`` units after the day, as coarse as the unit."""
    match unit:
        case "day":
            return (published + timedelta(days=count)).isoformat()
        case "week" | "weekend":
            year, week, _ = (published + timedelta(weeks=count)).isocalendar()
            return f"{year}-W{week:02d}" + ("-WE" if unit == "weekend" else "")
        case "month":
            months = published.year * 12 + published.month - 1 + count
            return f"{months // 12:04d}-{months % 12 + 1:02d}"
        case "quarter":
            quarters = published.year * 4 + (published.month - 1) // 3 + count
            return f"{quarters // 4:04d}-Q{quarters % 4 + 1}"
        case "decade":
            return f"{(published.year + 10 * count) // 10:03d}"
        case "century":
            return f"{(published.year + 100 * count) // 100:02d}"
        case "year":
            return f"{published.year + count:04d}"
    return "PAST_REF" if count < 0 else "FUTURE_REF"


_STEPS = {"last": -1, "previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1}


def near_unit(match: re.Match[str], moment: Moment) -> str:
    """Last week, this year, next spring, the weekend."""
    named, published = parts_of(match), moment.published
    which, unit = (named.get("which") or "the").lower(), match["u"].lower()
    count = _STEPS.get(which, 0)
    if which == "past":
        return {"decade": "P10Y", "century": "P100Y"}.get(unit, f"P1{LETTERS.get(unit, 'X')}")
    if published is None:
        return "PAST_REF" if count < 0 else "FUTURE_REF" if count else "PRESENT_REF"
    if unit in _SEASONS:
        return _season_near(unit, which, published, moment)
    if unit == "weekend" and which == "the" and not moment.looks_ahead and published.weekday() < 5:
        count = -1
    return shifted(published, unit, count)


def _season_near(unit: str, which: str, published: date, moment: Moment) -> str:
    """The latest season of that name, or the next; a winter is named for the year that it begins in."""
    starts = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[unit]
    begun = published.month >= starts
    year = published.year
    if which == "next":
        year += begun
    elif which == "last":
        year -= published.month < starts + 3
    elif which == "the" and not begun and not moment.looks_ahead:
        year -= published.month + 6 < starts or moment.tense is Tense.PAST
    return f"{year:04d}-{_SEASONS[unit]}"


def season(match: re.Match[str], moment: Moment) -> str:
    """A season of a year."""
    name = _SEASONS[match["s"].lower()]
    return f"{_named_year(parts_of(match), moment) or 'XXXX'}-{name}"


_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 2}
_ORDER |= {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


def quarter(match: re.Match[str], moment: Moment) -> str:
    """A quarter of a year."""
    named, published = parts_of(match), moment.published
    number = _ORDER[named["q"].lower()]
    year = _named_year(named, moment)
    if year or published is None:
        return f"{year or 'XXXX'}-Q{number}"
    current = (published.month - 1) // 3 + 1
    ahead = number > current and not moment.looks_ahead and number - current > 1
    return f"{published.year - ahead}-Q{number}"


def half(match: re.Match[str], moment: Moment) -> str:
    """A half of a year."""
    year = _named_year(parts_of(match), moment)
    if year is None:
        year = str(moment.published.year) if moment.published else "XXXX"
    return f"{year}-H{_ORDER[match['q'].lower()]}"


def year_end(match: re.Match[str], moment: Moment) -> str:
    """Year-end: the year of the publication."""
    return f"{moment.published.year:04d}" if moment.published else "XXXX"


def ago(match: re.Match[str], moment: Moment) -> str:
    """Two weeks ago, three days from now: as coarse as its unit."""
    unit, count = singular(match["u"]), count_of(match["n"])
    back = match["way"].lower() == "ago"
    if moment.published is None or count is None or count != int(count) or unit not in _DAYS:
        return "PAST_REF" if back else "FUTURE_REF"
    if abs(count) > 5000:
        return ""
    return shifted(moment.published, unit, -int(count) if back else int(count))


_DAYS = frozenset(["day", "week", "month", "year", "decade", "century", "weekend", "quarter"])


def september_11(match: re.Match[str], moment: Moment) -> str:
    """9/11, the day of the attacks."""
    return "2001-09-11"
