"""Parts and wholes, lists, shares and rates added up again, on subjects made by hand."""

import pytest

from factcheck.consistency import sums
from factcheck.model.finding import FindingKind
from tests.unit.consistency.subjects import conflicts, subject, told
from tests.unit.consistency.sums_cases import CONFLICTS, CONSISTENT, INNOCENT


@pytest.mark.parametrize(("text", "published", "rule"), CONFLICTS)
def test_sums_that_come_to_another_figure_are_a_conflict(
    text: str, published: str | None, rule: str
) -> None:
    found = conflicts(sums.findings, text, published)
    assert {finding.rule for finding in found} == {rule}
    assert all(finding.kind is FindingKind.SUMS for finding in found)


@pytest.mark.parametrize(("text", "rule"), CONSISTENT)
def test_sums_that_are_right_are_told_quietly(text: str, rule: str) -> None:
    assert set(told(sums.findings, text)) == {(rule, "consistent")}


@pytest.mark.parametrize(("text", "published"), INNOCENT)
def test_what_is_no_sum_is_no_conflict(text: str, published: str | None) -> None:
    assert not conflicts(sums.findings, text, published)


def test_a_sum_names_both_sides_and_every_place() -> None:
    held = subject(
        "Nine sheep were lost: {four|4|ewes} ewes and {three|3|rams} rams.".replace(
            "Nine", "{Nine|9|sheep}"
        )
    )
    assert not list(sums.findings(held))  # a flock may have lambs that are not told
    held = subject("{Nine|9|people} people were hurt: {four|4|men} men and {three|3|women} women.")
    (finding,) = sums.findings(held)
    assert finding.message == "The text says nine; four men and three women make 7."
    assert finding.arithmetic == "4 + 3 = 7, not nine"
    assert [held.words(place) for place in finding.places] == ["Nine", "four", "three"]
    assert [row.figure for row in finding.rows] == ["4", "3", "7", "Nine"]


def test_one_person_without_a_number_counts() -> None:
    text = "{Three|3|people} people were held: a man, a woman and {two|2|boys} boys."
    (finding,) = conflicts(sums.findings, text)
    assert finding.arithmetic == "1 + 1 + 2 = 4, not three"


def test_a_list_shows_what_it_names() -> None:
    (finding,) = conflicts(sums.findings, "She has {three|3|aims} aims: peace and quiet.")
    assert finding.message == "The text says three aims; it names 2."
    assert [row.label for row in finding.rows][:2] == ["peace", "quiet"]


def test_an_and_inside_an_item_is_not_held_against_the_count() -> None:
    text = "There are {three|3|crimes} crimes: theft, arson, and forging of notes and coins."
    assert told(sums.findings, text) == [("count-list", "consistent")]


def test_zeros_that_slipped_are_counted() -> None:
    text = "The sale made {$4 million|4000000|USD}. The agent keeps {5 percent}, {$2 million|2000000|USD}."
    (finding,) = conflicts(sums.findings, text)
    assert finding.message == "5 percent of $4 million is $200,000; the text says $2 million."
    assert "zeros" in finding.advice


def test_a_share_that_is_no_whole_number_of_people_is_a_question() -> None:
    (finding,) = sums.findings(subject("{27 percent} of the {10|10|guests} guests were ill."))
    assert finding.outcome.value == "ask"
    assert finding.advice == "2 of 10 is 20 percent, 3 is 30."


def test_shares_of_several_answers_may_pass_a_hundred() -> None:
    one = "Voters were split: {60 percent} were for the plan and {55 percent} against."
    several = f"More than one answer was allowed: {one}"
    assert conflicts(sums.findings, one)
    assert not conflicts(sums.findings, several)


def test_candidates_of_one_race_cannot_have_more_than_all_votes_between_them() -> None:
    race = "They compete for the nomination. Ann is at {60 percent}. Bob has {55 percent}."
    liked = "They are well liked. Ann is at {60 percent}. Bob has {55 percent}."
    assert conflicts(sums.findings, race)
    assert not list(sums.findings(subject(liked)))


def test_a_speed_says_which_would_fit() -> None:
    text = "Averaging {60 mph|60|mph}, she drove the {90 miles|90|mi} in [three hours|PT3H]."
    (finding,) = conflicts(sums.findings, text)
    assert finding.arithmetic == "60 × 3 = 180, not 90"
    assert finding.advice == "90 miles in three hours would be 30 mph."
