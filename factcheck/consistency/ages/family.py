"""Ages against dates of birth, against each other, and the years that lie between them."""

from collections.abc import Iterator

from factcheck.consistency.ages import (
    age_chains,
    age_years,
    anniversaries,
    births_and_ages,
    kin_ages,
    two_ages,
)
from factcheck.consistency.ages.life import Lives
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding


def findings(subject: Subject) -> Iterator[Finding]:
    """What the article's ages, births and anniversaries say against each other."""
    lives = Lives(subject)
    yield from births_and_ages.findings(subject, lives)
    yield from two_ages.findings(subject, lives)
    yield from age_years.findings(subject, lives)
    yield from kin_ages.findings(subject, lives)
    yield from age_chains.findings(subject, lives)
    yield from anniversaries.findings(subject, lives)
