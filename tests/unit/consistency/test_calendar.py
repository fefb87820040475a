"""Dates against the calendar, each other and the day of publication, on subjects made by hand."""

import pytest

from factcheck.consistency import calendar
from factcheck.model.article import Role
from factcheck.model.finding import FindingKind
from tests.unit.consistency.calendar_cases import CONFLICTS, INNOCENT
from tests.unit.consistency.subjects import conflicts, subject, told


@pytest.mark.parametrize(("text", "published", "rule"), CONFLICTS)
def test_dates_that_cannot_be_right_are_a_conflict(
    text: str, published: str | None, rule: str
) -> None:
    found = conflicts(calendar.findings, text, published)
    assert {finding.rule for finding in found} == {rule}
    assert all(finding.kind is FindingKind.CALENDAR for finding in found)


@pytest.mark.parametrize(("text", "published"), INNOCENT)
def test_dates_that_may_be_right_are_none(text: str, published: str | None) -> None:
    assert not conflicts(calendar.findings, text, published)


@pytest.mark.parametrize(
    ("text", "published", "rule"),
    [
        ("The council meets on Wednesday, 3 March 2021.", None, "weekday-date"),
        ("The council meets on [Monday, June 20|2022-06-20].", "2022-06-15", "weekday-date"),
        ("She was mayor for six years, from [1998] to [2004].", None, "duration"),
        ("It closed in [1998], 67 years after it opened in [1931].", None, "duration"),
        ("It opened 24 years ago, in [1998].", "2022-06-15", "duration-ago"),
        ("It rained yesterday, 14 June 2022.", "2022-06-15", "relative-date"),
        ("The call on [Wednesday|2022-06-15] was long.", "2022-06-15", "weekday-published"),
    ],
)
def test_what_agrees_is_told_quietly(text: str, published: str | None, rule: str) -> None:
    assert told(calendar.findings, text, published) == [(rule, "consistent")]


@pytest.mark.parametrize(
    ("text", "published", "rule"),
    [
        ("He was mayor from [1989] to [1998], eight years.", None, "duration"),
        ("Sales were compared from [2010] to [2006].", None, "date-order"),
        ("Today is 14 June 2022.", "2022-06-15", "relative-date"),
        ("The bridge will open on 3 May 2022.", "2022-06-15", "future-date"),
        ("A ruling of 3 May 2022 stands. The ruling today is new.", "2022-06-15", "date-order"),
        ("A ruling of 3 May 2022 stands. The ruling today is new.", None, "date-order"),
    ],
)
def test_what_is_only_odd_is_a_question(text: str, published: str | None, rule: str) -> None:
    assert told(calendar.findings, text, published) == [(rule, "ask")]


@pytest.mark.parametrize(
    "text",
    [
        "The fire broke out yesterday, 10 June 2022.",
        "The law was passed 30 years ago, in [1975].",
        "The minister died on 20 July 2022.",
        "A meeting will be held on Wednesday, June 16.",
    ],
)
def test_nothing_is_counted_from_a_publication_that_is_not_known(text: str) -> None:
    assert told(calendar.findings, text) == []


def test_the_sum_and_both_places_are_shown() -> None:
    made = subject("The strike ended in [1945], eight years after it began in [1939].")
    (finding,) = calendar.findings(made)
    assert finding.message == "The text says “eight years”; from 1939 to 1945 is 6 years."
    assert finding.arithmetic == "1945 − 1939 = 6 years, not eight years"
    assert [made.words(place) for place in finding.places] == ["eight years", "1939", "1945"]
    assert [(row.label, row.figure) for row in finding.rows] == [
        ("", "1945"),
        ("", "− 1939"),
        ("makes", "6 years"),
    ]
    assert finding.advice


def test_a_wrong_weekday_tells_when_that_weekday_was() -> None:
    made = subject("They met on Friday, 3 March 2021.")
    (finding,) = calendar.findings(made)
    assert finding.message == "The text says “Friday, 3 March 2021”; 3 March 2021 was a Wednesday."
    assert finding.advice == "Look up the day: Friday was 26 February 2021 or 5 March 2021."


def test_a_date_of_the_old_calendar_is_no_conflict() -> None:
    assert conflicts(calendar.findings, "They marched on Sunday, 9 January 1905.") == []
    assert conflicts(calendar.findings, "They marched on Tuesday, 9 January 1905.")


@pytest.mark.parametrize(
    ("line", "published", "outcome"),
    [
        ("14 June 2021", "2022-06-14", "conflict"),
        ("17 June 2022", "2022-06-14", "conflict"),
        ("20 May 2022", "2022-06-14", "ask"),
        ("13 June 2022", "2022-06-14", None),
        ("14 June 2022", "2022-06-14", None),
    ],
)
def test_the_articles_own_date_is_held_against_its_publication(
    line: str, published: str, outcome: str | None
) -> None:
    roles = (Role.HEADLINE, Role.DATELINE, Role.BODY)
    found = told(calendar.findings, f"Bridge to close\n{line}\nIt will close.", published, roles)
    assert found == ([("dateline-published", outcome)] if outcome else [])


def test_a_date_of_the_first_paragraph_is_no_dateline() -> None:
    text = "Bridge to close\nIt was opened on 14 June 1931 by the king."
    assert not conflicts(calendar.findings, text, "2022-06-14", (Role.HEADLINE, Role.BODY))
