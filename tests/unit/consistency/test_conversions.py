"""One amount in two units, done again on subjects made by hand."""

from itertools import pairwise

import pytest

from factcheck.consistency import conversions
from factcheck.consistency.subject import Subject
from factcheck.model.detected import BlockFacts
from factcheck.model.finding import FindingKind, Outcome
from factcheck.model.text import TextPosition
from tests.unit.consistency.conversions_cases import CONFLICTS, CONSISTENT, INNOCENT
from tests.unit.consistency.subjects import conflicts, subject, told


@pytest.mark.parametrize(("text", "published", "rule"), CONFLICTS)
def test_units_that_do_not_fit_are_a_conflict(text: str, published: str | None, rule: str) -> None:
    found = conflicts(conversions.findings, text, published)
    assert {finding.rule for finding in found} == {rule}
    assert all(finding.kind is FindingKind.CONVERSIONS for finding in found)


@pytest.mark.parametrize(("text", "rule"), CONSISTENT)
def test_units_that_fit_are_told_quietly(text: str, rule: str) -> None:
    assert set(told(conversions.findings, text)) == {(rule, "consistent")}


@pytest.mark.parametrize(("text", "published"), INNOCENT)
def test_what_only_looks_like_a_conversion_is_no_conflict(text: str, published: str | None) -> None:
    assert not conflicts(conversions.findings, text, published)


def test_a_conversion_shows_its_sum_and_both_places() -> None:
    held = subject("The canal is {30 miles|30|mi} ({30 km|30|km}) long.")
    (finding,) = conversions.findings(held)
    assert finding.message == "“30 miles” is 48.3 kilometres; the text says “30 km”."
    assert finding.arithmetic == "30 × 1.609 = 48.28, not 30"
    assert [held.words(place) for place in finding.places] == ["30 miles", "30 km"]
    assert [row.figure for row in finding.rows if row.is_result] == ["48.3 kilometres"]


def test_units_the_other_way_round_are_pointed_out() -> None:
    (finding,) = conflicts(conversions.findings, "It is {10 miles|10|mi} ({6 km|6|km}) away.")
    assert "the other way round" in finding.advice


def test_both_sizes_of_a_gallon_are_named() -> None:
    (finding,) = conflicts(
        conversions.findings, "A tank of {100 gallons|100|gal} ({40 litres|40|l})."
    )
    assert "378.5 litres or 454.6 litres" in finding.message


def test_a_small_miss_is_a_question() -> None:
    found = told(conversions.findings, "They walked {10 miles|10|mi} ({15.1 km|15.1|km}).")
    assert found == [("unit-conversion", "ask")]


def test_a_rise_of_degrees_is_converted_without_the_32() -> None:
    (finding,) = conflicts(
        conversions.findings,
        "The bay has warmed by {3 degrees Celsius|3|°C} ({37.4 degrees Fahrenheit|37.4|°F}).",
    )
    assert finding.arithmetic == "3 × 1.8 = 5.4, not 37.4"
    assert "without the 32" in finding.advice


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (
            "He paid {£1,000|1000|GBP} ({$1,250|1250|USD}) then and {£2,000|2000|GBP} ({$2,900|2900|USD}) later.",
            Outcome.ASK,
        ),
        (
            "He paid {£1,000|1000|GBP} ({$1,250|1250|USD}) then and {£2,000|2000|GBP} ({$9,000|9000|USD}) later.",
            Outcome.CONFLICT,
        ),
        (
            "It cost {500 pesos|500|MXN} ({$25|25|USD}) then and {500 pesos|500|MXN} ({$100|100|USD}) later.",
            Outcome.ASK,
        ),
    ],
)
def test_two_rates_of_one_article_are_odd_and_far_ones_cannot_be(
    text: str, outcome: Outcome
) -> None:
    (finding,) = conversions.findings(subject(text))
    assert (finding.rule, finding.outcome) == ("currency-conversion", outcome)


def test_money_is_not_converted_at_a_rate_nobody_states() -> None:
    assert told(conversions.findings, "It cost {€500|500|EUR} ({$5|5|USD}).") == []


def test_a_sentence_that_a_parser_cut_in_two_is_read_as_one() -> None:
    whole = subject("It fell to {-20 Celsius|-20|°C} ({-36 Fahrenheit|-36|°F}) at night.")
    cuts = [0, whole.text.index("Celsius"), len(whole.text)]
    halves = [TextPosition(*pair) for pair in pairwise(cuts)]
    facts = BlockFacts("draft", TextPosition(0, len(whole.text)), (), tuple(whole.quantities))
    held = Subject(whole.text, whole.blocks, halves, [facts])
    assert [finding.outcome for finding in conversions.findings(held)] == [Outcome.CONFLICT]
