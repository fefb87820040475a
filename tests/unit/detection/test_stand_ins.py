"""Whom and when the words of a claim mean, said beside it only where it is sure."""

from collections.abc import Callable
from datetime import date

import pytest

from factcheck.detection.pipeline import LoadedLanguage, load_language
from factcheck.detection.stand_ins import spelled
from factcheck.model.claim import Claim

Claims = Callable[..., list[Claim]]


@pytest.fixture(scope="module")
def language() -> LoadedLanguage:
    """The rules alone: which claims are chosen is not the point here."""
    return load_language(disabled=["claims_choice"])


def readings(claims: list[Claim]) -> dict[str, str]:
    return {slot.name: slot.value for claim in claims for slot in claim.readings}


def test_he_is_the_only_person_named_so_far(claims: Claims) -> None:
    found = claims("Mayor Peter Holm opened the bridge in May.\n\nHe sold 14 ferries to a bank.")
    assert readings(found)["He"] == "Peter Holm"


def test_he_is_left_open_where_two_people_are_named(claims: Claims) -> None:
    text = (
        "Mayor Peter Holm thanked Judge Karl Berg for the ruling.\n\nHe sold 14 ferries to a bank."
    )
    assert "He" not in readings(claims(text))


def test_he_is_left_open_where_somebody_unknown_acts(claims: Claims) -> None:
    text = "Mayor Peter Holm opened the bridge.\n\nLasse sang a song. He sold 14 ferries to a bank."
    assert "He" not in readings(claims(text))


def test_she_is_not_a_man(claims: Claims) -> None:
    text = (
        "Mr. Peter Holm, the mayor of the town, opened the bridge.\n\n"
        "She sold 14 ferries to a bank in the north."
    )
    assert "She" not in readings(claims(text))


def test_words_of_a_quotation_are_not_read(claims: Claims) -> None:
    found = claims(
        "Mayor Peter Holm opened the bridge.\n\n“He sold 14 ferries to a bank in the north.”"
    )
    assert "He" not in readings(found)


def test_a_relative_date_is_spelled_out_beside_the_claim(claims: Claims) -> None:
    found = claims("The harbour board sold 14 ferries last year, and the dam broke on Monday.")
    said = readings(found)
    assert said["last year"] == "2020"
    assert said["Monday"] == "14 June 2021"
    assert all("2020" not in claim.text for claim in found)


def test_a_full_date_needs_no_reading(claims: Claims) -> None:
    found = claims("The harbour board sold 14 ferries on March 3, 2019.")
    assert not readings(found)


def test_without_a_day_of_publication_no_date_is_guessed(detect: Callable[..., list]) -> None:  # type: ignore[type-arg]
    blocks = detect("The harbour board sold 14 ferries last year.", published=None)
    assert not readings([claim for block in blocks for claim in block.claims])


def test_the_two_leaders_are_named_where_there_are_just_two(claims: Claims) -> None:
    text = (
        "President Ada Berg phoned Prime Minister Karl Holm on Monday.\n\n"
        "It was the second reported call between the two leaders since the treaty was signed."
    )
    (second,) = [c for c in claims(text) if c.parts]
    assert readings([second])["the two leaders"] == "Ada Berg and Karl Holm"
    assert second.question.startswith(
        "Was there another reported call between Ada Berg and Karl Holm since the treaty was signed"
    )


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2021", "2021"),
        ("2022-02", "February 2022"),
        ("2022-06-15", "15 June 2022"),
        ("2022-W23", "6 June 2022 to 12 June 2022"),
        ("PRESENT_REF", ""),
        ("P3D", ""),
        ("2022-13", ""),
        ("2022-02-31", ""),
        ("2022-W60", ""),
        ("XXXX-02-24", ""),
    ],
)
def test_a_value_is_spelled_in_words(value: str, words: str) -> None:
    assert spelled(value) == words


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "Norway is the largest producer of salmon in Europe.",
            "Is there, or was there, a larger producer of salmon in Europe, and by what measure?",
        ),
        (
            "Oslo is Norway’s oldest market.",
            "Does Norway have a older market, and by what measure?",
        ),
        (
            "Anna Berg, 54, won the seat.",
            "When was Anna Berg born, and does that make 54 on 16 June 2021?",
        ),
        (
            "Prime Minister Karl Holm left the town.",
            "Is “Karl Holm” spelled so, and does the title hold on 16 June 2021: “Prime Minister”?",
        ),
    ],
)
def test_a_question_is_the_claims_own(text: str, question: str, claims: Claims) -> None:
    assert question.replace("a older", "an older") in [claim.question for claim in claims(text)]


def test_day_is_the_day_of_publication(detect: Callable[..., list]) -> None:  # type: ignore[type-arg]
    (block,) = detect("Anna Berg, 54, won the seat.", published=date(2019, 3, 4))
    assert any("on 4 March 2019" in claim.question for claim in block.claims)
