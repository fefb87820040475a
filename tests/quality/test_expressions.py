"""Dates, quotations and figures on the labelled sets, each with a floor that may only rise."""

import pytest

from benchmarks import expressions

needs = {
    "dates": pytest.mark.skipif(
        not expressions.DATES.exists(),
        reason=f"the dated articles are not at {expressions.DATES} (set FACTCHECK_DATA)",
    ),
    "quotations": pytest.mark.skipif(
        not expressions.QUOTATIONS.exists(),
        reason=f"the quotations are not at {expressions.QUOTATIONS} (set FACTCHECK_DATA)",
    ),
    "numbers": pytest.mark.skipif(
        not expressions.NUMBERS.exists(),
        reason=f"the numbers are not at {expressions.NUMBERS} (set FACTCHECK_DATA)",
    ),
}


@needs["dates"]
def test_dates_are_found_with_their_values() -> None:
    met, valued = expressions.dates()
    assert met.f1 >= 0.93
    assert valued.f1 >= 0.83


@needs["quotations"]
def test_direct_quotations_are_found_with_their_speakers() -> None:
    heard, spoken = expressions.quotations()
    assert heard.recall >= 0.99
    assert spoken.recall >= 0.86


@needs["numbers"]
def test_plain_numbers_have_value_and_unit() -> None:
    scores = expressions.numbers()
    for name, score in scores.items():
        assert score.recall >= 0.9, name
    hits = sum(score.hits for score in scores.values())
    assert hits / sum(score.wanted for score in scores.values()) >= 0.95
