"""Holds an article against itself: every family of rules over one subject."""

from collections.abc import Callable, Iterator

from factcheck.consistency import (
    ages,
    calendar,
    changes,
    conversions,
    ordinals,
    quantifiers,
    repeats,
    spellings,
    sums,
)
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding

Family = Callable[[Subject], Iterator[Finding]]

FAMILIES: tuple[Family, ...] = (
    calendar.findings,
    ages.findings,
    changes.findings,
    conversions.findings,
    sums.findings,
    repeats.findings,
    ordinals.findings,
    quantifiers.findings,
    spellings.findings,
)


def hold_against_itself(subject: Subject) -> Iterator[Finding]:
    """What every family of rules finds, one family after the other; a generator, so that it can be stopped between."""
    for family in FAMILIES:
        yield from family(subject)
