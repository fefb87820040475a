"""Firsts, nths, only ones and nevers: what the article counts, against what it tells elsewhere."""

from collections.abc import Iterator

from factcheck.consistency.ordinals.firsts import firsts_against_earlier
from factcheck.consistency.ordinals.highest_since import highest_against_dates
from factcheck.consistency.ordinals.listed_years import nths_against_years
from factcheck.consistency.ordinals.nevers import nevers_against_once
from factcheck.consistency.ordinals.nths import nths_against_each_other, nths_in
from factcheck.consistency.ordinals.onlys import onlys_against_others
from factcheck.consistency.ordinals.since import since_against_dates
from factcheck.consistency.ordinals.streaks import streaks_against_dates
from factcheck.consistency.sameness.passages import passages_of
from factcheck.consistency.sameness.told import told_in
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding


def findings(subject: Subject) -> Iterator[Finding]:
    """Where a first, an nth, an only one or a never does not agree with the rest of the article, and where it does."""
    passages = passages_of(subject)
    nths = nths_in(passages)
    yield from nths_against_each_other(subject, nths)
    yield from nths_against_years(subject, passages, nths)
    yield from since_against_dates(subject, passages, nths)
    yield from highest_against_dates(subject, passages)
    yield from firsts_against_earlier(subject, passages, nths)
    yield from streaks_against_dates(subject, passages)
    yield from onlys_against_others(subject, passages, told_in(subject))
    yield from nevers_against_once(subject, passages)
