"""The calendar: weekdays against dates, and dates that do not exist."""

from collections.abc import Iterator

from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding


def findings(subject: Subject) -> Iterator[Finding]:
    """What the article's dates say against each other and against the calendar."""
    return iter(())
