"""Sums: parts and totals, lists against their stated count, shares, rates, and percentages of one whole."""

from collections.abc import Iterator

from factcheck.consistency.figures.phrases import phrases
from factcheck.consistency.subject import Subject
from factcheck.consistency.sums import (
    contributions,
    counted_lists,
    rates,
    shares,
    totals,
    votes,
    wholes,
)
from factcheck.model.finding import Finding

_NEAR = 200  # characters between two sentences that are read together


def findings(subject: Subject) -> Iterator[Finding]:
    """What the article's figures make together, against what it says they make."""
    told = phrases(subject)
    for index, phrase in enumerate(told):
        following = next(
            (p for p in told[index + 1 : index + 2] if p.start - phrase.end < _NEAR), None
        )
        before = [p for p in told[max(0, index - 2) : index] if phrase.start - p.end < _NEAR]
        yield from totals.totals(subject, phrase)
        yield from votes.votes(subject, phrase, following)
        yield from counted_lists.counted_lists(subject, phrase)
        yield from shares.shares(subject, phrase, before)
        yield from rates.rates(subject, phrase)
        yield from contributions.contributions(subject, phrase, before)
    yield from wholes.findings(subject)
