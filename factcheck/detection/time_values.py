"""The TIMEX3 values of dates, times and durations; relative ones are counted from the publication date."""

import re
from datetime import date, timedelta

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


def _month_number(name: str) -> int:
    name = name.rstrip(".").lower()
    return MONTHS.get(name) or _SHORT.get(name) or _SHORT[name[:3]]


def full_date(match: re.Match[str], published: date | None, future: bool) -> str:
    """The day, in the year that suits the text where none is named; "" for a day no month has."""
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


def iso(match: re.Match[str], published: date | None, future: bool) -> str:
    """The date as written; "" where the calendar has none."""
    try:
        return date.fromisoformat(match[0]).isoformat()
    except ValueError:
        return ""


def month_value(match: re.Match[str], published: date | None, future: bool) -> str:
    """The month, in the year that suits the text where none is named."""
    month, year = _month_number(match["m"]), match["y"]
    if year is None and published is not None:
        year = str(_year_of(month, 1, published, future))
        if match["which"] and match["which"].lower() == "next":
            year = str(published.year if month > published.month else published.year + 1)
        if match["which"] and match["which"].lower() == "last":
            year = str(published.year if month < published.month else published.year - 1)
    return f"{year or 'XXXX'}-{month:02d}"


def year_value(match: re.Match[str], published: date | None, future: bool) -> str:
    """The year."""
    return match["t"][-4:]


def decade(match: re.Match[str], published: date | None, future: bool) -> str:
    """The decade as three digits: 199."""
    return match["y"][:3]


def century(match: re.Match[str], published: date | None, future: bool) -> str:
    """The century as two digits: 18 for the 19th."""
    return f"{int(match['c']) - 1:02d}"


def weekday(match: re.Match[str], published: date | None, future: bool) -> str:
    """The day of that name nearest before the publication, or after it where the text looks ahead."""
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


def near_day(match: re.Match[str], published: date | None, future: bool) -> str:
    """Today, yesterday, now: a day, or PRESENT_REF and its like."""
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


_STEPS = {"last": -1, "previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1}


def near_unit(match: re.Match[str], published: date | None, future: bool) -> str:
    """Last week, this year, next spring."""
    which, unit = match["which"].lower(), match["u"].lower()
    count = _STEPS.get(which, 0)
    if which == "past":
        return {"decade": "P10Y", "century": "P100Y"}.get(unit, f"P1{_LETTERS.get(unit, 'X')}")
    if published is None:
        return "PAST_REF" if count < 0 else "FUTURE_REF" if count else "PRESENT_REF"
    if unit in _SEASONS:
        return f"{published.year + count}-{_SEASONS[unit]}"
    if unit == "quarter":
        quarters = published.year * 4 + (published.month - 1) // 3 + count
        return f"{quarters // 4}-Q{quarters % 4 + 1}"
    return _shifted(published, unit, count)


def season(match: re.Match[str], published: date | None, future: bool) -> str:
    """A season of a year."""
    season = _SEASONS[match["s"].lower()]
    if match["y"]:
        return f"{match['y']}-{season}"
    if published is None:
        return f"XXXX-{season}"
    offset = {"last": -1, "next": 1}.get((match["which"] or "").lower(), 0)
    return f"{published.year + offset}-{season}"


def quarter(match: re.Match[str], published: date | None, future: bool) -> str:
    """A quarter of a year."""
    number = ("first", "second", "third", "fourth").index(
        match["q"].lower().replace("final", "fourth")
    ) + 1
    if match["y"] or published is None:
        return f"{match['y'] or 'XXXX'}-Q{number}"
    if match["which"]:
        return f"{published.year + _STEPS[match['which'].lower()]}-Q{number}"
    behind = not future and number > (published.month - 1) // 3 + 1
    return f"{published.year - behind}-Q{number}"


def ago(match: re.Match[str], published: date | None, future: bool) -> str:
    """Two weeks ago, a month later: as coarse as its unit."""
    unit = _singular(match["u"])
    count = _count(match["n"])
    back = match["way"].lower() in ("ago", "earlier", "before")
    if published is None or count is None or count != int(count):
        return "PAST_REF" if back else "FUTURE_REF"
    if abs(count) > 5000:
        return ""
    return _shifted(published, unit, -int(count) if back else int(count))


def duration(match: re.Match[str], published: date | None, future: bool) -> str:
    """A length of time: P5M; PXD where the number is not told."""
    unit = _singular(match["u"])
    count = _count(match["n"])
    if match["n"].lower() == "the":
        return ""
    amount = "X" if count is None else f"{count:g}"
    letters = _LETTERS[unit]
    if letters in ("DE", "CE") and count is not None:
        return f"P{count * (10 if letters == 'DE' else 100):g}Y"
    if letters == "TS" and match["n"].lower() in ("a", "an"):
        return ""  # “a second”: far oftener the place than the time
    return f"P{letters[0]}{amount}{letters[1]}" if letters[0] == "T" else f"P{amount}{letters}"


def _count(text: str) -> float | None:
    text = text.lower()
    if text in ("a", "an", "the"):
        return 1.0
    return None if text in ("several", "few", "a few") else number_value(text)


def _singular(unit: str) -> str:
    unit = unit.lower()
    return "century" if unit.startswith("centur") else unit.rstrip("s")


def clock(match: re.Match[str], published: date | None, future: bool) -> str:
    """A time of day on the day of publication."""
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


def noon(match: re.Match[str], published: date | None, future: bool) -> str:
    """Noon or midnight on the day of publication."""
    day = published.isoformat() if published else "XXXX-XX-XX"
    return f"{day}T{'12' if match[0].lower() == 'noon' else '24'}:00"


def recurring(match: re.Match[str], published: date | None, future: bool) -> str:
    """Every day, weekly: how often."""
    word = re.sub(r"^(?:every|each)\s+", "", match[0].lower())
    named = {"daily": "day", "weekly": "week", "monthly": "month", "annually": "year"}
    unit = named.get(word, "year" if word in ("yearly", "annual") else word)
    if unit in WEEKDAYS:
        return f"XXXX-WXX-{WEEKDAYS[unit] + 1}"
    letters = _LETTERS.get(unit, "")
    return f"P1{letters}" if letters and letters[0] != "T" else ""
