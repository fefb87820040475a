"""The day of publication against the dates that the article’s first lines give it."""

import re
from collections.abc import Iterator
from datetime import date

from factcheck.consistency.dates.days import days_of, said, weekday_said
from factcheck.consistency.dates.timeline import Timeline
from factcheck.consistency.dates.written_dates import WrittenDate
from factcheck.consistency.subject import Subject
from factcheck.model.article import Role
from factcheck.model.days import day_words
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow
from factcheck.model.text import TextPosition

_FAR = 90  # characters before the date in a dateline
_HEAD = 6  # parts of the page among which the article’s own date stands
_LATE = 7  # days that may lie between what an article is dated and the day it appears
_DATELINE = re.compile(r"(?:[A-Z][\w.’' -]{0,40},\s)?(?:[A-Z][\w.’' -]{0,40},\s)?$")
_TODAY_IS = re.compile(r"\b[Tt]oday\s(?:is|was)\s$|\b[Tt]oday,\s$")
_WEEK = re.compile(r"(?:last|this|next) week", re.IGNORECASE)


def findings(subject: Subject, timeline: Timeline) -> Iterator[Finding]:
    """The dateline against the publication, and the weekday that is the publication’s own."""
    today = subject.published
    if today is None:
        return
    written = {w.position.start: w for w in timeline.written}
    for place in _datelines(subject, timeline.written):
        yield from _held(subject, written[place.start], today)
    yield from _own_week(subject, today)


def _datelines(subject: Subject, written: list[WrittenDate]) -> Iterator[TextPosition]:
    """The date that stands first in a dateline, or alone in one of the first parts of the page."""
    head = [b for b in subject.blocks if b.role is not Role.BOILERPLATE][:_HEAD]
    for day in written:
        if day.days is None:
            continue
        block = subject.block_at(day.position.start)
        start = block.position.start if block else 0
        before = subject.text[max(start, day.position.start - _FAR) : day.position.start]
        if _TODAY_IS.search(before[-16:]):
            yield day.position
        elif block in head and block is not None and "\n" not in before and len(before) < _FAR:
            after = subject.text[day.position.end : block.position.end].strip()
            is_line = block.role is Role.DATELINE and _DATELINE.fullmatch(before)
            if is_line or (_DATELINE.fullmatch(before) and after[:1] in ("—", "–")):
                yield day.position


def _held(subject: Subject, written: WrittenDate, today: date) -> Iterator[Finding]:
    assert written.days is not None
    day = written.days.first
    apart = (today - day).days
    words = subject.words(written.position)
    if apart == 0:
        return
    same_day_other_year = (day.month, day.day) == (today.month, today.day)
    if apart < -1 or same_day_other_year:
        outcome = Outcome.CONFLICT
    elif apart > _LATE:
        outcome = Outcome.ASK
    else:
        return
    order = "after" if apart < 0 else "before"
    yield subject.finding(
        "dateline-published",
        FindingKind.CALENDAR,
        outcome,
        f"The article is dated “{words}”, {_days(abs(apart))} {order} its publication on {day_words(today)}.",
        (written.position,),
        f"{day_words(day)} is {_days(abs(apart))} {order} {day_words(today)}",
        (
            SumRow("", day_words(day), written.position),
            SumRow("published", day_words(today)),
            SumRow("apart", _days(abs(apart)), is_result=True),
        ),
        "See whether the day of publication is set right.",
    )


def _days(number: int) -> str:
    return f"{number} day{'' if number == 1 else 's'}"


def _own_week(subject: Subject, today: date) -> Iterator[Finding]:
    """What a bare weekday and “last week” are, once for the article, where the weekday is that of the publication."""
    name = weekday_said(today)
    own = [
        t
        for t in subject.times
        if subject.words(t.position) == name and t.value == today.isoformat()
    ]
    if not own:
        return
    rows = [SumRow("", day_words(today), own[0].position)]
    week = next((t for t in subject.times if _WEEK.fullmatch(subject.words(t.position))), None)
    message = f"{day_words(today)}, the day of publication, was a {name}."
    places = [own[0].position]
    if week is not None and (meant := _week_said(week.value)):
        message += f" “{subject.words(week.position)}” is {meant}."
        rows.append(SumRow("", meant, week.position))
        places.append(week.position)
    yield subject.finding(
        "weekday-published",
        FindingKind.CALENDAR,
        Outcome.CONSISTENT,
        message,
        places,
        f"{day_words(today)} = {name}",
        rows,
    )


def _week_said(value: str) -> str:
    days = days_of(value)
    return "" if days is None else said(days)
