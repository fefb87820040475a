"""Lengths of time in words, and what they leave open."""

import pytest

from factcheck.consistency.dates.days import days_of
from factcheck.consistency.dates.lengths import Length, held_against, lengths_in
from factcheck.model.finding import Outcome


def length(text: str) -> Length:
    (found,) = lengths_in(text)
    return found


@pytest.mark.parametrize(
    ("text", "words", "number", "unit"),
    [
        ("more than two and a half years, from", "more than two and a half years", 2.5, "year"),
        ("a year and a half later", "a year and a half", 1.5, "year"),
        ("half a century ago", "half a century", 50, "centur"),
        ("nearly a decade", "nearly a decade", 10, "decade"),
        ("the 1,250-day siege", "1,250-day", 1250, "day"),
        ("some 30 years", "some 30 years", 30, "year"),
    ],
)
def test_a_length_is_read_with_its_rounding(
    text: str, words: str, number: float, unit: str
) -> None:
    found = length(text)
    assert found.position.of(text) == words
    assert (found.number, found.unit) == (number, unit)


@pytest.mark.parametrize(
    "text", ["in 2019 year after year", "centuries", "the year 2000", "weekly"]
)
def test_what_counts_nothing_is_no_length(text: str) -> None:
    assert list(lengths_in(text)) == []


@pytest.mark.parametrize(
    ("words", "since", "until", "outcome"),
    [
        ("six years", "1998", "2004", Outcome.CONSISTENT),
        ("five years", "1998", "2004", Outcome.ASK),
        ("four years", "1998", "2004", Outcome.CONFLICT),
        ("more than five years", "1998", "2004", Outcome.CONSISTENT),
        ("more than ten years", "1998", "2004", Outcome.CONFLICT),
        ("nearly seven years", "1998", "2004", Outcome.CONSISTENT),
        ("less than four years", "1998", "2004", Outcome.CONFLICT),
        ("about ten years", "1998", "2008", Outcome.CONSISTENT),
        ("two decades", "1980", "1999", Outcome.CONSISTENT),
        ("two decades", "1980", "1990", Outcome.CONFLICT),
        ("three years", "2010-05-04", "2013-03-02", Outcome.CONSISTENT),
        ("five years", "2010-05-04", "2013-03-02", Outcome.CONFLICT),
        ("three months", "2022-01", "2022-03", Outcome.CONSISTENT),
        ("eight months", "2022-01", "2022-03", Outcome.CONFLICT),
        ("six days", "2022-05-03", "2022-05-08", Outcome.CONSISTENT),
        ("ten days", "2022-05-03", "2022-05-08", Outcome.CONFLICT),
        ("two weeks", "2022-05-03", "2022-05-17", Outcome.CONSISTENT),
    ],
)
def test_a_length_is_held_against_its_two_ends(
    words: str, since: str, until: str, outcome: Outcome
) -> None:
    first, last = days_of(since), days_of(until)
    assert first is not None
    assert last is not None
    are_years = len(since) == 4
    assert held_against(length(words), *first.between(last), are_years) is outcome
