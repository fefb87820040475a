"""Dates as they are written in the text, read letter by letter, so that those no calendar has are seen too."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from factcheck.consistency.dates.days import Days, days_in
from factcheck.model.days import MONTHS, WEEKDAYS
from factcheck.model.text import TextPosition

_MONTH_NUMBERS = {name[:3].casefold(): number for number, name in enumerate(MONTHS, 1)}
_WEEKDAY_NUMBERS = {name[:3].casefold(): number for number, name in enumerate(WEEKDAYS)}

_S = r"[^\S\n]"  # a space, and no new line
_GAP = rf"{_S}{{1,2}}"
_MONTH = (
    r"(?P<m>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
    r"|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?"
    r"|NOV(?:EMBER)?|DEC(?:EMBER)?)\b\.?"
)
_WEEKDAY = (
    r"(?P<w>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun"
    r"|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY|MON|TUE|WED|THU|FRI|SAT|SUN)\b\.?"
)
_BEFORE = re.compile(
    rf"\b{_WEEKDAY}(?:{_S}(?:morning|afternoon|evening|night|lunchtime))?"
    rf"(?P<led>{_S}?,{_S}{{1,2}}(?:on{_S})?(?:the{_S})?|{_S}\(|{_S}[–—-]{_S}|{_S}{{1,2}}(?:the{_S})?)$"
)
_LONGEST_BEFORE = 32
_YEAR = r"(?P<y>[12]\d{3})(?![\d]|,\d|\.\d|[-–]\d{3})"
_DAY = r"(?P<d>0?[1-9]|[1-3]\d)"
_NO_FIGURE = r"(?<![\w.,/$£€#-])"

_DAY_FIRST = re.compile(
    rf"{_NO_FIGURE}\b{_DAY}(?P<th>st|nd|rd|th)?{_GAP}(?:day{_S}of{_S}|of{_S})?\b{_MONTH}(?:{_S}?,?{_GAP}{_YEAR})?"
)
_MONTH_FIRST = re.compile(
    rf"\b{_MONTH}{_GAP}(?:the{_S})?{_DAY}(?P<th>st|nd|rd|th)?\b(?![./:]\d|,\d{{3}}\b(?!\d)|[-–]year|%)(?:{_S}?,?{_S}{{0,2}}(?<=[\s,]){_YEAR})?"
)
_HYPHENED = re.compile(rf"(?<![\w./-]){_DAY}-{_MONTH}-(?P<y>[12]\d{{3}})(?![\w-])")
_ISO = re.compile(r"(?<![\w./-])(?P<y>[12]\d{3})-(?P<m>\d\d)-(?P<d>\d\d)(?![\w/-])")
_NUMERIC = re.compile(
    r"(?<![\w./-])(?P<a>[0-3]?\d)(?P<sep>[./])(?P<b>[0-3]?\d)(?P=sep)(?P<y>[12]\d{3})(?![\w/])"
)
_AFTER = re.compile(
    rf"{_S}?(?:\((?:an?{_S})?|,{_S}an?{_S}|,?{_S}(?:was|is|fell{_S}on|falls{_S}on|will{_S}be|will{_S}fall{_S}on){_S}an?{_S}){_WEEKDAY}\)?"
)
_MONTH_ONLY = re.compile(rf"\b{_MONTH}(?:{_S}of|{_S}?,)?{_GAP}{_YEAR}")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A day as the text writes it; ``year`` is None if not said, and ``weekday`` counts from Monday, 0.

    ``readings`` are its month and day, the likelier first where figures such as 3/4/2021 leave two.
    """

    position: TextPosition
    year: int | None
    readings: tuple[tuple[int, int], ...]
    weekday: int | None = None
    is_ordinal: bool = False

    @property
    def month(self) -> int:
        return self.readings[0][0]

    @property
    def day(self) -> int:
        return self.readings[0][1]

    def in_year(self, year: int) -> date | None:
        """The day in a year; None where that year does not have it."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    @property
    def days(self) -> Days | None:
        """The day where it exists, has a year and one reading only."""
        if self.year is None or len(self.readings) > 1:
            return None
        day = self.in_year(self.year)
        return Days(day, day) if day else None

    def exists(self) -> bool:
        """Whether some calendar has it: in its year, or in a leap year where no year is said."""
        year = 2000 if self.year is None else self.year
        return any(_exists(year, month, day) for month, day in self.readings)


def written_dates(text: str) -> list[WrittenDate]:
    """Every date with a day that the text writes out, in text order; where two share words, the longer one."""
    found: dict[int, WrittenDate] = {}
    end = -1
    for written in sorted(_all(text), key=lambda w: (w.position.start, -w.position.end)):
        if written.position.start >= end:
            found[written.position.start] = written
            end = written.position.end
    return list(found.values())


def written_months(text: str) -> Iterator[tuple[TextPosition, Days]]:
    """Every month that stands with its year, in text order."""
    for found in _MONTH_ONLY.finditer(text):
        yield TextPosition(*found.span()), days_in(int(found["y"]), _month(found["m"]))


def _all(text: str) -> Iterator[WrittenDate]:
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        for found in pattern.finditer(text):
            one = (_month(found["m"]), int(found["d"]))
            year = int(found["y"]) if found["y"] else None
            yield _written(text, found, year, (one,), bool(found["th"]))
    for found in _HYPHENED.finditer(text):
        yield _written(text, found, int(found["y"]), ((_month(found["m"]), int(found["d"])),))
    for found in _ISO.finditer(text):
        if 1 <= int(found["m"]) <= 12 and 1 <= int(found["d"]) <= 31:
            yield _written(text, found, int(found["y"]), ((int(found["m"]), int(found["d"])),))
    for found in _NUMERIC.finditer(text):
        a, b = int(found["a"]), int(found["b"])
        readings = tuple((m, d) for m, d in {(a, b): 0, (b, a): 0} if 1 <= m <= 12 and 1 <= d <= 31)
        if readings:
            yield _written(text, found, int(found["y"]), readings)


def _written(
    text: str,
    found: re.Match[str],
    year: int | None,
    readings: tuple[tuple[int, int], ...],
    is_ordinal: bool = False,
) -> WrittenDate:
    start, end = found.span()
    weekday = None
    if before := _BEFORE.search(text[max(0, start - _LONGEST_BEFORE) : start]):
        weekday, start = before["w"], start - len(before[0])
        end += before["led"] == " (" and text[end : end + 1] == ")"
    elif after := _AFTER.match(text, end):
        weekday, end = after["w"], after.end()
    end -= text[end - 1] == "."
    number = None if weekday is None else _WEEKDAY_NUMBERS[weekday[:3].casefold()]
    return WrittenDate(TextPosition(start, end), year, readings, number, is_ordinal)


def _month(name: str) -> int:
    return _MONTH_NUMBERS[name[:3].casefold()]


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
