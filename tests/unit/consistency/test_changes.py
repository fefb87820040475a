"""Changes against the figures they are told of, on subjects made by hand."""

import pytest

from factcheck.consistency import changes
from factcheck.model.finding import FindingKind, Outcome
from tests.unit.consistency.changes_cases import CONFLICTS, CONSISTENT, INNOCENT
from tests.unit.consistency.subjects import conflicts, subject, told


@pytest.mark.parametrize(("text", "published", "rule"), CONFLICTS)
def test_changes_that_do_not_fit_are_a_conflict(
    text: str, published: str | None, rule: str
) -> None:
    found = conflicts(changes.findings, text, published)
    assert {finding.rule for finding in found} == {rule}
    assert all(finding.kind is FindingKind.CHANGES for finding in found)


@pytest.mark.parametrize(("text", "rule"), CONSISTENT)
def test_changes_that_fit_are_told_quietly(text: str, rule: str) -> None:
    assert set(told(changes.findings, text)) == {(rule, "consistent")}


@pytest.mark.parametrize(("text", "published"), INNOCENT)
def test_what_may_be_right_is_no_conflict(text: str, published: str | None) -> None:
    assert not conflicts(changes.findings, text, published)


def test_a_change_shows_its_sum_and_every_place() -> None:
    held = subject("Rents rose {20 percent}, from {$500} to {$700}.")
    (finding,) = changes.findings(held)
    assert (
        finding.message == "The text says “20 percent”; from $500 to $700 is a rise of 40 percent."
    )
    assert finding.arithmetic == "($700 − $500) ÷ $500 = 40 percent, not 20 percent"
    assert [held.words(place) for place in finding.places] == ["20 percent", "$500", "$700"]
    assert [row.figure for row in finding.rows] == ["$500", "$700", "40 percent", "20 percent"]


def test_percent_that_stands_for_points_is_said_so() -> None:
    (finding,) = conflicts(
        changes.findings, "The levy rose {3 percent}, from {5 percent} to {8 percent}."
    )
    assert finding.rule == "percent-points"
    assert "percentage points" in finding.advice


def test_a_change_taken_of_the_later_figure_is_pointed_out() -> None:
    (finding,) = conflicts(changes.findings, "Fares rose {33 percent}, from {£40} to {£60}.")
    assert "as a part of £60" in finding.advice


def test_a_change_told_a_sentence_away_is_held_against_its_figures() -> None:
    text = (
        "A cut in staff by {40 percent} is planned. It would take the firm to {900|900|staff} staff"
        " from {1,200|1200}."
    )
    (finding,) = conflicts(changes.findings, text)
    assert "is a fall of 25 percent" in finding.message


def test_a_change_between_two_years_is_held_against_the_figure_of_each() -> None:
    told_right = "The club took {$40 million|40000000|USD} in [2015]. It took {$50 million|50000000|USD} in [2016]."
    for size, outcome in (("{25 percent}", "consistent"), ("{60 percent}", "conflict")):
        text = f"{told_right} Income rose {size} from [2015] to [2016]."
        assert told(changes.findings, text) == [("percent-change", outcome)]


@pytest.mark.parametrize(
    ("size", "bound"),
    [
        ("more than {25 percent}", "less than $100 million"),
        ("nearly {25 percent}", "more than $100 million"),
        ("{25 percent}", "about $100 million"),
    ],
)
def test_the_figure_before_is_worked_out_to_be_looked_up(size: str, bound: str) -> None:
    text = f"Sales came to {{$125 million|125000000|USD}}, up {size} on [2019]."
    (finding,) = changes.findings(subject(text))
    assert (finding.rule, finding.outcome) == ("implied-value", Outcome.ASK)
    assert finding.message.endswith(f"makes the figure for 2019 {bound}.")
    assert [row.figure for row in finding.rows][1:] == ["÷ 1.25", "$100 million"]
    assert "Look it up" in finding.advice


def test_nothing_is_worked_out_where_the_figure_before_is_given() -> None:
    text = "Sales came to {$125 million|125000000|USD}, up {25 percent} from {$100 million|100000000|USD} in [2019]."
    assert told(changes.findings, text) == [("percent-change", "consistent")]


def test_a_count_cannot_fall_by_more_than_all_but_a_profit_can() -> None:
    assert conflicts(changes.findings, "Visits fell by {130 percent}.")
    assert not conflicts(changes.findings, "Profits fell by {130 percent}.")
