"""Weekdays against dates, and days that no calendar has."""

import re
from collections.abc import Iterator
from datetime import date

from factcheck.consistency.dates.days import moved, weekday_said
from factcheck.consistency.dates.timeline import Timeline
from factcheck.consistency.dates.written_dates import WrittenDate
from factcheck.consistency.subject import Subject
from factcheck.model.days import MONTHS, WEEKDAYS, day_words
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow

_OLD_STYLE = re.compile(r"\b(?:O\.?S\.?|Old\sStyle|Julian)\b")
_GREGORIAN = {
    1582: date(1582, 10, 15),
    1923: date(1923, 3, 1),
}  # first taken up, and last of all (Greece)
_NEAR = 100  # days from the publication within which a date without a year is of that year
_SURE_BEFORE = re.compile(
    r"\b(?:on|for|by|until|till|before|the|an?|dated|due|expires?|through)\s(?:the\s)?$",
    re.IGNORECASE,
)
_NO_DATE_AFTER = re.compile(
    r"\s?[-–]?\s?(?:of\sthe\s|\d|per\s?cent|%)|\s(?=[a-z])(?!(?:and|or|to|until|till|at|when|with|for|in|as|was|is|but|"
    r"through|before|after|by|from|this|next|last|deadline|meeting|the|a|an|has|had|will|would|on)\b)"
)
_NO_SUCH = re.compile(
    r"\b(?:no\ssuch|jok\w+|myth\w*|imaginary|fictional|fictitious|invented|impossible|non-?existent|typo|misprint\w*"
    r"|do(?:es)?\s?(?:not|n[’']t)\sexist)\b",
    re.IGNORECASE,
)
_SUN = re.compile(r"(?:Sun|SUN)\b")
_NAMED_DAY = re.compile(r"\b(?:Black|Cyber|Bloody|Super|Ruby|Girl|Freaky)\s$")
_LONGEST_MONTH = 31
_LONG = 2_000  # of a part that is no paragraph


def findings(subject: Subject, timeline: Timeline) -> Iterator[Finding]:
    """Every date that stands with its weekday, and every one that no calendar has."""
    for written in timeline.written:
        if not written.exists():
            if _is_meant_as_date(subject, written):
                yield _impossible(subject, written)
        elif written.weekday is not None and not _is_a_name(subject, written):
            yield from _weekday(subject, timeline, written, written.weekday)


def _is_a_name(subject: Subject, written: WrittenDate) -> bool:
    """Whether the weekday is part of a name such as Black Friday, or The Sun."""
    start = written.position.start
    before, after = subject.text[max(0, start - 8) : start], subject.text[start : start + 6]
    if _SUN.match(after) and before.endswith(("The ", "the ")):
        return True
    return _NAMED_DAY.search(before) is not None


def _impossible(subject: Subject, written: WrittenDate) -> Finding:
    words = subject.words(written.position)
    month = MONTHS[written.month - 1]
    has = _days_in(written.month, written.year)
    year = f" in {written.year}" if written.month == 2 and written.year else ""
    return subject.finding(
        "impossible-date",
        FindingKind.CALENDAR,
        Outcome.CONFLICT,
        f"There is no “{words}”: {month} has {has} days{year}.",
        (written.position,),
        f"{month} has {has} days{year}, not {written.day}",
        (
            SumRow("", str(written.day), written.position),
            SumRow(f"{month}{year} has", f"{has} days", is_result=True),
        ),
        "Look up the date.",
    )


def _days_in(month: int, year: int | None) -> int:
    first = date(2000 if year is None or not 1 <= year < 9999 else year, month, 1)
    return (moved(first.replace(day=28), 4).replace(day=1) - first).days


def _is_meant_as_date(subject: Subject, written: WrittenDate) -> bool:
    """Whether “June 31” is a day: “in June 31 people died” has none."""
    if len(written.readings) > 1 or not 1 <= written.month <= 12:
        return False
    start, end = written.position.start, written.position.end
    if written.day > _LONGEST_MONTH:
        before = subject.text[max(0, start - 16) : start]
        return written.year is not None and _SURE_BEFORE.search(before) is not None
    if _NO_SUCH.search(subject.words(subject.sentence_at(start))):
        return False
    if written.year is not None or written.weekday is not None or written.is_ordinal:
        return True
    if subject.words(written.position)[0].isdigit():
        return re.match(r"\s\d{1,2}\b(?![:.]\d)", subject.text[end : end + 6]) is None
    before = subject.text[max(0, start - 16) : start]
    return bool(_SURE_BEFORE.search(before)) or not _NO_DATE_AFTER.match(
        subject.text[end : end + 24]
    )


def _weekday(
    subject: Subject, timeline: Timeline, written: WrittenDate, weekday: int
) -> Iterator[Finding]:
    ranged = [d.days.first for d in timeline.inside(written.position) if d.has_year]
    if written.year is None and not ranged:
        yield from _weekday_without_year(subject, timeline, written, weekday)
        return
    days = ranged or [day for day in _readings(written) if day is not None]
    if any(day.weekday() == weekday for day in days):
        fits = next(day for day in days if day.weekday() == weekday)
        yield _told(subject, written, fits, weekday, Outcome.CONSISTENT)
    elif days and _is_gregorian(subject, written, days[0], weekday):
        yield _told(subject, written, days[0], weekday, Outcome.CONFLICT)


def _readings(written: WrittenDate) -> Iterator[date | None]:
    """The day of each reading in the year that is said; None for one that no calendar has."""
    assert written.year is not None
    for month, day in written.readings:
        try:
            yield date(written.year, month, day)
        except ValueError:
            yield None


def _is_gregorian(subject: Subject, written: WrittenDate, day: date, weekday: int) -> bool:
    """Whether the weekday cannot be that of the older calendar, which was kept in places until 1923."""
    if day < _GREGORIAN[1582]:
        return False
    if day >= _GREGORIAN[1923]:
        return True
    if _OLD_STYLE.search(subject.words(subject.sentence_at(written.position.start))):
        return False
    behind = 10 if day < date(1700, 3, 1) else 11 if day < date(1800, 3, 1) else 12
    return moved(day, behind + (day >= date(1900, 3, 1))).weekday() != weekday


def _weekday_without_year(
    subject: Subject, timeline: Timeline, written: WrittenDate, weekday: int
) -> Iterator[Finding]:
    """A date without its year is held against the year it is nearest to the publication in, if it is near."""
    today = subject.published
    if today is None:
        return
    around = [
        written.in_year(year)
        for year in (today.year - 1, today.year, today.year + 1)
        if 1 <= year <= 9999
    ]
    near = min((d for d in around if d), key=lambda d: abs((d - today).days), default=None)
    if near is None:
        return
    if near.weekday() == weekday:
        yield _told(subject, written, near, weekday, Outcome.CONSISTENT)
        return
    others = [written.in_year(year) for year in _years_nearby(subject, timeline, written)]
    if any(day is not None and day.weekday() == weekday for day in others):
        return
    if abs((near - today).days) <= _NEAR:
        yield _told(subject, written, near, weekday, Outcome.CONFLICT)
    elif not any(day is not None and day.weekday() == weekday for day in around):
        yield _told(subject, written, near, weekday, Outcome.ASK)


def _years_nearby(subject: Subject, timeline: Timeline, written: WrittenDate) -> set[int]:
    """The years that the same part of the page says, one of which may be meant."""
    block = subject.block_at(written.position.start)
    place = block.position if block else subject.sentence_at(written.position.start)
    if len(place) > _LONG:
        place = subject.sentence_at(written.position.start)
    return {dated.days.first.year for dated in timeline.inside(place) if dated.has_year}


def _told(
    subject: Subject, written: WrittenDate, day: date, weekday: int, outcome: Outcome
) -> Finding:
    words, is_ = subject.words(written.position), _is(day, subject.published)
    if outcome is Outcome.CONSISTENT:
        message = f"{day_words(day)} {is_} a {weekday_said(day)}, as the text says."
        arithmetic = f"{day_words(day)} = {weekday_said(day)}"
    else:
        message = f"The text says “{words}”; {day_words(day)} {is_} a {weekday_said(day)}."
        arithmetic = f"{day_words(day)} = {weekday_said(day)}, not {WEEKDAYS[weekday]}"
    advice = "" if outcome is Outcome.CONSISTENT else _other_days(day, weekday)
    return subject.finding(
        "weekday-date",
        FindingKind.CALENDAR,
        outcome,
        message,
        (written.position,),
        arithmetic,
        (
            SumRow("", WEEKDAYS[weekday], written.position),
            SumRow(f"{day_words(day)} {is_} a", weekday_said(day), is_result=True),
        ),
        advice,
    )


def _is(day: date, published: date | None) -> str:
    return "is" if published is not None and day > published else "was"


def _other_days(day: date, weekday: int) -> str:
    """The nearest days on which the weekday fell."""
    later = moved(day, (weekday - day.weekday()) % 7)
    earlier = moved(later, -7)
    name = WEEKDAYS[weekday]
    return f"Look up the day: {name} was {day_words(earlier)} or {day_words(later)}."
