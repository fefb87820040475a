"""What a verdict stands on, and what is said where that is less than the desk asks."""

from dataclasses import replace

import pytest

from factcheck.model.case import Case
from factcheck.model.evidence import FileState, Source, SourceQuality, Stance
from factcheck.model.quality import Standing, Weakness, shortfall, standing, weakest_links
from factcheck.model.standard import Standard, WhenShort
from factcheck.model.verdict import Rating
from tests.makers import CHECKER, make_case, make_claim, make_source

CLAIM = make_claim()
OTHER = make_claim("14,000 cars a day")
USUAL = Standard()


def secondary(title: str, reference: str = "", origin: str = "") -> Source:
    made = make_source(title, reference=reference, quality=SourceQuality.SECONDARY, id=title)
    return replace(made, origin=origin)


def case_on(*sources: Source, stance: Stance = Stance.SUPPORTS, locator: str = "p. 3") -> Case:
    case = make_case(claims=[CLAIM, OTHER])
    for source in sources:
        case.apply(case.attach(CLAIM.id, source, CHECKER, stance, locator))
    return case


def rated(case: Case, rating: Rating) -> Case:
    case.apply(case.rate(CLAIM.id, rating, CHECKER))
    return case


def weaknesses(case: Case, standard: Standard = USUAL, **files: FileState) -> list[Weakness]:
    return [link.weakness for link in weakest_links(case, standard, files)]


def test_one_primary_source_suffices() -> None:
    case = case_on(make_source())
    assert shortfall(case, CLAIM.id, USUAL) == ""
    assert "the desk asks for 2 that do not repeat each other" in shortfall(
        case, CLAIM.id, Standard(primary_suffices=False)
    )


def test_a_claim_without_a_source_falls_short_in_plain_words() -> None:
    told = shortfall(case_on(), CLAIM.id, USUAL)
    assert told == "Nothing supports this claim yet: no source is attached that says it."


def test_a_source_that_contradicts_does_not_support() -> None:
    assert shortfall(case_on(make_source(), stance=Stance.CONTRADICTS), CLAIM.id, USUAL)


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        (secondary("Courier"), secondary("Herald"), 2),
        (secondary("Courier", origin="Wire X"), secondary("Herald", origin=" wire  x "), 1),
        (secondary("Wire X"), secondary("Herald", origin="Wire X"), 1),
        (
            secondary("Courier", "https://www.courier.example/a/"),
            secondary("Courier, again", "http://courier.example/a"),
            1,
        ),
        (
            secondary("A", "https://courier.example/a?id=1"),
            secondary("B", "https://courier.example/a?id=2"),
            2,
        ),
    ],
)
def test_sources_that_repeat_each_other_count_once(one: Source, other: Source, count: int) -> None:
    case = case_on(one, other)
    assert standing(case, CLAIM.id) == Standing(0, count)
    assert bool(shortfall(case, CLAIM.id, USUAL)) is (count < 2)


def test_a_desk_may_ask_for_more_or_for_nothing() -> None:
    case = case_on(secondary("Courier"), secondary("Herald"))
    assert shortfall(case, CLAIM.id, USUAL) == ""
    assert shortfall(case, CLAIM.id, Standard(independent=3)) == (
        "2 independent sources support this claim; the desk asks for a primary one, or 3 that do"
        " not repeat each other."
    )
    assert shortfall(case_on(), CLAIM.id, Standard(when_short=WhenShort.ALLOW)) == ""


def test_weak_links_are_told_by_what_is_weak_in_them() -> None:
    assert weaknesses(rated(case_on(make_source()), Rating.VERIFIED)) == []
    assert weaknesses(rated(case_on(), Rating.AUTHORS_WORD)) == [Weakness.AUTHORS_WORD]
    assert weaknesses(rated(case_on(), Rating.CONTRADICTED)) == [Weakness.NO_SOURCE]
    one = rated(case_on(secondary("Courier"), locator=" "), Rating.VERIFIED)
    assert weaknesses(one) == [Weakness.TOO_FEW, Weakness.NO_LOCATOR]
    assert weaknesses(one, Standard(independent=1)) == [Weakness.NO_LOCATOR]
    whole = rated(case_on(make_source()), Rating.VERIFIED)
    assert weaknesses(whole, source=FileState.CHANGED) == [Weakness.FILE_CHANGED]
    assert weaknesses(whole, source=FileState.MISSING) == [Weakness.FILE_MISSING]


def test_claims_without_a_verdict_have_no_weak_links() -> None:
    assert weaknesses(case_on(secondary("Courier"), locator="")) == []
