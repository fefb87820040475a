"""The calendar: weekdays against dates, days that do not exist, the order of dates, and the time between them."""

from collections.abc import Iterator

from factcheck.consistency.calendar import (
    date_order,
    durations,
    publication,
    relative_dates,
    weekdays,
)
from factcheck.consistency.dates.outlines import outlines
from factcheck.consistency.dates.timeline import Timeline
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding


def findings(subject: Subject) -> Iterator[Finding]:
    """What the article's dates say against each other, against the calendar and against its publication."""
    timeline = subject.once(Timeline)
    sentences = list(outlines(subject, timeline))
    yield from weekdays.findings(subject, timeline)
    yield from publication.findings(subject, timeline)
    yield from relative_dates.findings(subject, sentences)
    yield from durations.findings(subject, sentences)
    yield from date_order.findings(subject, sentences)
