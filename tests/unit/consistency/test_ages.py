"""Ages, births and anniversaries against each other, on subjects made by hand."""

import pytest

from factcheck.consistency import ages
from factcheck.model.finding import FindingKind
from tests.unit.consistency.ages_cases import CONFLICTS, INNOCENT
from tests.unit.consistency.subjects import conflicts, subject, told


@pytest.mark.parametrize(("text", "published", "rule"), CONFLICTS)
def test_ages_that_cannot_be_right_are_a_conflict(
    text: str, published: str | None, rule: str
) -> None:
    found = conflicts(ages.findings, text, published)
    assert {finding.rule for finding in found} == {rule}
    assert all(finding.kind is FindingKind.AGES for finding in found)


@pytest.mark.parametrize(("text", "published"), INNOCENT)
def test_ages_that_may_be_right_are_none(text: str, published: str | None) -> None:
    assert not conflicts(ages.findings, text, published)


@pytest.mark.parametrize(
    ("text", "published", "rule"),
    [
        ("The keeper, 29, was born in [1992].", "2022-06-15", "age-birthdate"),
        ("The keeper, 30, was born in [1992].", "2022-06-15", "age-birthdate"),
        ("<Ida Bruun> ([1907]–[1973]) died at 66.", None, "age-birthdate"),
        ("Founded in [1905], it kept its centenary in [2005].", None, "age-anniversary"),
        ("The party fell on <Berg>’s 61st birthday on 3 May 2022.", None, "birthday-implied"),
    ],
)
def test_what_agrees_is_told_quietly(text: str, published: str | None, rule: str) -> None:
    assert told(ages.findings, text, published) == [(rule, "consistent")]


def test_an_unknown_birthday_leaves_two_ages() -> None:
    made = subject("The keeper, 25, was born in [1992].", "2022-06-15")
    (finding,) = ages.findings(made)
    assert finding.message == (
        "Born in 1992, the keeper would be 29 or 30 when this was published, on 15 June 2022;"
        " the text says “25”."
    )
    assert finding.arithmetic == "15 June 2022 − 1992 = 29 or 30, not 25"
    assert [made.words(place) for place in finding.places] == ["25", "1992"]


def test_an_age_holds_on_the_day_of_what_happened() -> None:
    text = "<Berg>, born on 7 March 1945, died on 6 March 2017 at {age}."
    assert told(ages.findings, text.format(age=71), "2022-06-15") == [
        ("age-birthdate", "consistent")
    ]
    assert told(ages.findings, text.format(age=72), "2022-06-15") == [("age-birthdate", "conflict")]


def test_a_birthday_must_fall_on_its_day() -> None:
    text = "<Berg>, who was born on 15 June 1961, turned 61 on {day} June 2022."
    assert told(ages.findings, text.format(day=15)) == [("age-birthdate", "consistent")]
    assert told(ages.findings, text.format(day=16)) == [("age-birthdate", "ask")]
    assert told(ages.findings, text.format(day=20)) == [("age-birthdate", "conflict")]


def test_someone_born_on_a_leap_day_ages_on_the_day_before_in_other_years() -> None:
    text = "<Berg>, born on 29 February 1960, died on {day} 2022 at 62."
    assert told(ages.findings, text.format(day="28 February")) == [("age-birthdate", "consistent")]
    assert told(ages.findings, text.format(day="27 February")) == [("age-birthdate", "conflict")]


def test_years_of_work_that_begin_too_early_are_a_conflict() -> None:
    text = (
        "Mr. <Berg> was born on 3 May 1911. After the war he ran a shop. He then drove a bus,"
        " which he did for 40 years before retiring at {age}."
    )
    assert told(ages.findings, text.format(age=67)) == [("age-chain", "conflict")]
    assert told(ages.findings, text.format(age=75)) == []


def test_ages_that_differ_by_decades_are_a_question() -> None:
    text = "<Nils Berg>, 62, owns the farm. <Nils Berg>, 30, milks the cows."
    assert told(ages.findings, text) == [("two-ages", "ask")]


def test_two_people_of_one_surname_may_have_two_ages() -> None:
    text = "<Nils Berg>, 62, owns the farm. <Ida Berg>, 61, milks the cows. <Berg>, 62, sells."
    assert told(ages.findings, text) == []


def test_a_pronoun_is_nobodys_where_two_people_were_named() -> None:
    one = "<Nils Lund> was born in [1980]. He met the mayor. He is 52."
    assert told(ages.findings, one, "2022-06-15") == [("age-birthdate", "conflict")]
    two = "<Nils Lund> was born in [1980]. He met <Peder Berg>. He is 52."
    assert told(ages.findings, two, "2022-06-15") == []
