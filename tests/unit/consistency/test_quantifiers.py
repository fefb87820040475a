"""“All”, “none”, “both” and “unanimously” against the exceptions that the article tells."""

import pytest

from factcheck.consistency import quantifiers
from tests.unit.consistency.quantifiers_cases import CONFLICTS, INNOCENT
from tests.unit.consistency.subjects import conflicts, subject


@pytest.mark.parametrize(("text", "published", "rule"), CONFLICTS)
def test_exception_to_all_or_none_is_a_conflict(
    text: str, published: str | None, rule: str
) -> None:
    found = conflicts(quantifiers.findings, text, published)
    assert [finding.rule for finding in found] == [rule]


@pytest.mark.parametrize(("text", "published"), INNOCENT)
def test_what_leaves_room_is_no_conflict(text: str, published: str | None) -> None:
    assert conflicts(quantifiers.findings, text, published) == []


def test_both_places_are_the_articles_own_words() -> None:
    text = "Both drivers survived. One of the drivers died at the scene."
    [found] = conflicts(quantifiers.findings, text)
    assert [place.of(text) for place in found.places] == [
        "Both drivers survived",
        "One of the drivers died",
    ]
    assert "“Both drivers survived”" in found.message


def test_far_apart_nothing_is_held_against_each_other() -> None:
    between = "Rain fell. " * 12
    assert (
        list(
            quantifiers.findings(subject(f"All passengers survived. {between}One passenger died."))
        )
        == []
    )
