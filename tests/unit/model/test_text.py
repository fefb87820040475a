"""Places in a text are code points, whatever the characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.text import CONTEXT, TextPosition, anchor_at, trimmed


@st.composite
def text_and_place(draw: st.DrawFn) -> tuple[str, TextPosition]:
    text = draw(st.text(min_size=1, max_size=200))
    start = draw(st.integers(0, len(text)))
    return text, TextPosition(start, draw(st.integers(start, len(text))))


@given(text_and_place())
def test_anchor_quotes_the_words_and_what_stands_around_them(
    drawn: tuple[str, TextPosition],
) -> None:
    text, place = drawn
    quote = anchor_at(text, place).quote
    assert text[: place.start].endswith(quote.prefix)
    assert text[place.end :].startswith(quote.suffix)
    assert (quote.prefix + quote.exact + quote.suffix) in text
    assert len(quote.prefix) == min(CONTEXT, place.start)


@given(text_and_place())
def test_trimming_drops_only_white_space(drawn: tuple[str, TextPosition]) -> None:
    text, place = drawn
    inner = trimmed(text, place)
    assert inner.of(text) == place.of(text).strip()
    assert place.contains(inner)


def test_emoji_before_the_words_counts_as_one() -> None:
    text = "👩🏽 said “42 percent”"
    place = TextPosition(text.index("“"), len(text))
    assert anchor_at(text, place).quote.exact == "“42 percent”"


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 3)])
def test_a_place_that_is_none_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a stretch of text"):
        TextPosition(start, end)


def test_touching_places_do_not_overlap() -> None:
    assert not TextPosition(0, 3).overlaps(TextPosition(3, 5))
    assert TextPosition(0, 4).overlaps(TextPosition(3, 5))
