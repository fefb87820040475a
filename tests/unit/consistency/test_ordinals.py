"""Firsts, nths, only ones and nevers against the rest of the article."""

import pytest

from factcheck.consistency import ordinals
from factcheck.model.article import Role
from tests.unit.consistency.ordinals_cases import CONFLICTS, INNOCENT
from tests.unit.consistency.subjects import conflicts, subject, told

HEADLINE = (Role.HEADLINE,)


@pytest.mark.parametrize(("marked", "published", "rule"), CONFLICTS)
def test_what_cannot_be_counted_so_is_a_conflict(
    marked: str, published: str | None, rule: str
) -> None:
    roles = HEADLINE if "\n" in marked else ()
    found = conflicts(ordinals.findings, marked, published, roles=roles)
    assert [finding.rule for finding in found] == [rule]


@pytest.mark.parametrize(("marked", "published"), INNOCENT)
def test_what_may_be_counted_so_is_none(marked: str, published: str | None) -> None:
    assert conflicts(ordinals.findings, marked, published) == []


def test_two_counts_that_must_agree_are_linked_with_their_dates() -> None:
    marked = (
        "It was the second reported call between the two since the fire of [February 24|2022-02-24]. "
        "The call [Wednesday|2022-06-15] was their first reported contact since the day after the fire."
    )
    [found] = [f for f in ordinals.findings(subject(marked)) if f.rule == "ordinal"]
    assert found.outcome.value == "consistent"
    assert "25 February 2022" in found.arithmetic
    assert "15 June 2022" in found.arithmetic
    assert [row.label for row in found.rows] == ["counted from", "number 1", "number 2"]


def test_more_since_the_later_day_than_since_the_earlier_is_a_conflict() -> None:
    marked = (
        "It was the second call since the fire of [February 24|2022-02-24]. "
        "It was their third call since the day after the fire."
    )
    [found] = conflicts(ordinals.findings, marked)
    assert found.arithmetic == "2 ≠ 3"


def test_first_in_ten_years_is_counted_from_the_publication_date() -> None:
    marked = "It is the club’s first defeat in [ten years|P10Y]. They lost in [{year}]."
    [found] = conflicts(ordinals.findings, marked.replace("{year}", "2017"), "2022-03-01")
    assert found.arithmetic == "2017 lies after 2012"
    assert conflicts(ordinals.findings, marked.replace("{year}", "2009"), "2022-03-01") == []
    assert conflicts(ordinals.findings, marked.replace("{year}", "2017")) == []


def test_defeat_of_another_year_leaves_the_season_unbeaten() -> None:
    marked = "The team are unbeaten this season. Their defeat at Vang in [2019] still hurts."
    assert conflicts(ordinals.findings, marked, "2022-04-10") == []
    assert len(conflicts(ordinals.findings, marked.replace("2019", "2022"), "2022-04-10")) == 1


@pytest.mark.parametrize(
    ("marked", "arithmetic"),
    [
        ("It was her fourth title, after victories in [2012], [2014] and [2016].", "3 + 1 = 4"),
        ("It is the first visit by a mayor since [2010]. Ida Bruun came in [2010].", "2010 = 2010"),
        (
            "Prices rose in June for the third month running, after falling in March.",
            "3 months back = 3",
        ),
    ],
)
def test_count_that_is_right_is_shown_so_that_it_can_be_ticked_off(
    marked: str, arithmetic: str
) -> None:
    [found] = list(ordinals.findings(subject(marked)))
    assert (found.outcome.value, found.arithmetic) == ("consistent", arithmetic)


def test_first_of_the_past_far_down_with_a_later_one_is_only_a_question() -> None:
    marked = (
        "The valley is wet. Rain fell. Rain fell again. "
        "It was the first eruption of the mountain since [1950]. The mountain erupted in [1987]."
    )
    assert told(ordinals.findings, marked) == [("since-contradiction", "ask")]
