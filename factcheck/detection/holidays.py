"""The days of the year that have a name, as dates."""

from datetime import date, timedelta

NAMES = (
    r"(?:Christmas(?: (?:Eve|Day))?|New Year[’']s(?: (?:Eve|Day))?|Thanksgiving(?: Day)?|Easter(?: (?:Sunday|Monday))?"
    r"|Good Friday|Halloween|Independence Day|Valentine[’']s Day|Labou?r Day|Memorial Day|Boxing Day|Election Day"
    r"|Veterans Day|Armistice Day|Bastille Day|Columbus Day|Ash Wednesday)"
)
_FIXED = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year's": (1, 1),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "halloween": (10, 31),
    "independence day": (7, 4),
    "valentine's day": (2, 14),
    "veterans day": (11, 11),
    "armistice day": (11, 11),
    "bastille day": (7, 14),
}
_FROM_EASTER = {
    "easter": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "good friday": -2,
    "ash wednesday": -46,
}


def holiday(name: str, year: int) -> date:
    """The day of that name in ``year``."""
    name = name.lower().replace("’", "'")
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _FROM_EASTER:
        return _easter(year) + timedelta(days=_FROM_EASTER[name])
    if name.startswith("thanksgiving"):
        return _weekday_from(date(year, 11, 22), 3)
    if name.startswith("lab"):
        return _weekday_from(date(year, 9, 1), 0)
    if name == "columbus day":
        return _weekday_from(date(year, 10, 8), 0)
    if name == "election day":
        return _weekday_from(date(year, 11, 2), 1)
    return _weekday_from(date(year, 5, 25), 0)  # Memorial Day


def _weekday_from(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def _easter(year: int) -> date:
    """Easter Sunday by Gauss’s reckoning in the form of Butcher."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
