"""Text that was cut into tokens is read like ordinary text, and every place in it is still known."""

from array import array
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.detection.surface import surfaces
from factcheck.detection.tokenised import is_tokenised, rejoined
from factcheck.model.claim import Claim, ClaimKind


def seen(text: str) -> str:
    return rejoined(text, array("I", range(len(text))))[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam , built in 1950 , is old .", "The dam, built in 1950, is old."),
        (
            "Berg 's firm ( BF ) , of Oslo , paid $ 5 million .",
            "Berg's firm (BF), of Oslo, paid $5 million.",
        ),
        ("`` We are late , '' she said , and left .", "“We are late,” she said, and left."),
        ("They did n't come .", "They didn't come."),
        ("The dam, built in 1950, is old.", "The dam, built in 1950, is old."),
        ("``We are late,'' she said.", "“We are late,” she said."),
        ("Vous venez ? Oui, dit-elle, demain.", "Vous venez ? Oui, dit-elle, demain."),
    ],
)
def test_the_parser_sees_ordinary_text(text: str, expected: str) -> None:
    assert seen(text) == expected


def test_ordinary_text_is_not_taken_for_tokens() -> None:
    assert not is_tokenised("The dam, built in 1950, is old.")
    assert not is_tokenised("")


@given(st.text(alphabet="ab ,.`'\"()$5’“”\n", max_size=60))
def test_every_letter_that_is_kept_knows_its_place(text: str) -> None:
    for surface in surfaces(text, 0, len(text)):
        for at, char in enumerate(surface.text):
            start, end = surface.position(at, at + 1)
            assert 0 <= start < end <= len(text)
            if char not in "“” ":
                assert text[start:end] == char


def test_a_quotation_in_tokens_is_marked_with_both_its_marks(
    claims: Callable[..., list[Claim]],
) -> None:
    found = claims("`` We will not close the old harbour this year , '' the mayor said , angrily .")
    quoted = [claim.text for claim in found if ClaimKind.QUOTATION in claim.kinds]
    assert quoted == ["`` We will not close the old harbour this year , ''"]
