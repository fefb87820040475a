"""The dates of an article in text order: those written out, and the years and months that detection read."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from factcheck.consistency.dates.days import Days, days_in, days_of
from factcheck.consistency.dates.written_dates import WrittenDate, written_dates, written_months
from factcheck.consistency.subject import Subject
from factcheck.model.text import TextPosition

_YEAR_ALONE = re.compile(
    r"(?:the\s+)?(?:(?:early|late|mid|spring|summer|autumn|fall|winter|year)[\s-]+(?:in\s+|of\s+)?)*\d{4}"
)
_RANGE = re.compile(
    r"(?<![\w.,$£€/–-])(1[5-9]\d\d|20\d\d)(\s?[–-]\s?)(1[5-9]\d\d|20\d\d|\d\d)(?![\w/–-]|[.,]\d)"
)
_DAY_BEFORE = re.compile(
    r"(?<![\w.,$£€/–-])(\d{1,2})(?:st|nd|rd|th)?(?:\s?[–-]\s?|\s(?:to|until|till|through)\s)$"
)
_JOINED = re.compile(r"\s(?:to|until|till|through|and)\s(?:on\s)?|\s?[–-]\s?")
_BEFORE_CHRIST = re.compile(r"\s?(?:BC|B\.C\.|BCE|AD\b)")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of the article and the days it can mean; ``has_year`` where the text itself says the year."""

    position: TextPosition
    days: Days
    has_year: bool = True

    @property
    def is_year(self) -> bool:
        """Whether it is a whole year and no more exact."""
        return self.days == days_in(self.days.first.year)


class Timeline:
    """Every date of an article that has a year, said or read by detection from the publication date, in text order."""

    def __init__(self, subject: Subject) -> None:
        self.written = written_dates(subject.text)
        self.dates = sorted(_dates(subject, self.written), key=lambda d: d.position)
        self.years = {d.days.first.year for d in self.dates if d.has_year}
        self._starts = [d.position.start for d in self.dates]

    def inside(self, position: TextPosition) -> list[Dated]:
        """The dates that lie inside ``position``."""
        first = bisect_left(self._starts, position.start)
        last = bisect_left(self._starts, position.end)
        return [d for d in self.dates[first:last] if d.position.end <= position.end]


class _Taken:
    """Dates that share no letter: what is taken first stands."""

    def __init__(self, text: str) -> None:
        self.dates: list[Dated] = []
        self._text = text
        self._letters: set[int] = set()

    def take(self, dated: Dated) -> None:
        """Take a date, unless its letters are taken, or it lies before Christ."""
        ends = (dated.position.start, dated.position.end - 1)
        if self._letters.isdisjoint(ends) and not _BEFORE_CHRIST.match(self._text, ends[1] + 1):
            self.dates.append(dated)
            self.keep_free(dated.position)

    def keep_free(self, position: TextPosition) -> None:
        """Let no date have these letters."""
        self._letters.update(range(position.start, position.end))


def _dates(subject: Subject, written: list[WrittenDate]) -> list[Dated]:
    taken = _Taken(subject.text)
    for day in written:
        if day.days is not None:
            taken.take(Dated(day.position, day.days))
    resolved = {time.position.start: time.value for time in subject.times}
    for dated in _ranged(subject.text, written):
        taken.take(dated)
    for day in (day for day in written if day.days is None):
        read = days_of(resolved.get(day.position.start, ""))
        if day.year is None and read is not None and _is_day(read, day):
            taken.take(Dated(day.position, read, has_year=False))
        else:
            taken.keep_free(day.position)
    for place, days in written_months(subject.text):
        taken.take(Dated(place, days))
    for dated in _ranges(subject.text):
        taken.take(dated)
    for time in subject.times:
        words = subject.words(time.position)
        if _YEAR_ALONE.fullmatch(words) and words.endswith(time.value[:4]):
            read = days_of(time.value)
            if read is not None:
                taken.take(Dated(time.position, read))
    return taken.dates


def _ranged(text: str, written: list[WrittenDate]) -> list[Dated]:
    """The first day of each range whose year stands with the last one only: from 3 May to 8 May 2021, 3–8 May 2021."""
    first_days: list[Dated] = []
    for day, after in pairwise(written):
        between = text[day.position.end : after.position.start]
        if day.year is None and after.year is not None and _JOINED.fullmatch(between):
            read = day.in_year(after.year)
            if read is not None:
                first_days.append(Dated(day.position, Days(read, read)))
    for after in (day for day in written if day.days is not None):
        start = after.position.start
        found = _DAY_BEFORE.search(text[max(0, start - 12) : start])
        if found and after.year is not None and 1 <= int(found[1]) < after.day:
            first = start - len(found[0])
            days = days_in(after.year, after.month, int(found[1]))
            first_days.append(Dated(TextPosition(first, first + len(found[1])), days))
    return first_days


def _ranges(text: str) -> list[Dated]:
    """Both years of each range such as 1914–18."""
    both: list[Dated] = []
    for found in _RANGE.finditer(text):
        first, last = found[1], found[3]
        if len(last) == 2:
            last = first[:2] + last
            if int(last) <= int(first):
                continue
        start, end = found.span()
        both.append(Dated(TextPosition(start, start + 4), days_in(int(first))))
        both.append(Dated(TextPosition(end - len(found[3]), end), days_in(int(last))))
    return both


def _is_day(days: Days, written: WrittenDate) -> bool:
    return days.is_day and (days.first.month, days.first.day) in written.readings
