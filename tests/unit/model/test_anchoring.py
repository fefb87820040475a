"""An anchor finds its words again, from exact to tolerant, and never in a place that does not say them."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.anchoring import find_again, find_verbatim
from factcheck.model.text import TextPosition, anchor_at
from tests.makers import place_of

TEXT = (
    "Turnout was 40 percent in the north. The mayor won. "
    "Turnout was 40 percent in the south. The mayor lost."
)


def test_words_that_stand_where_they_stood_are_found_there() -> None:
    place = place_of(TEXT, "The mayor won")
    assert find_again(TEXT, anchor_at(TEXT, place)) == place


def test_of_two_twins_the_one_with_the_same_words_around_it_is_meant() -> None:
    second = anchor_at(TEXT, place_of(TEXT, "Turnout was 40 percent", nth=1))
    new = "At last: " + TEXT
    assert find_again(new, second) == place_of(new, "Turnout was 40 percent", nth=1)


def test_a_twin_that_now_stands_at_the_old_place_is_not_taken() -> None:
    first = anchor_at(TEXT, place_of(TEXT, "Turnout was 40 percent"))
    swapped = (
        "Turnout was 40 percent in the south. The mayor lost. "
        "Turnout was 40 percent in the north. The mayor won."
    )
    assert find_again(swapped, first) == place_of(swapped, "Turnout was 40 percent", nth=1)


def test_words_that_were_slightly_changed_are_found() -> None:
    anchor = anchor_at(TEXT, place_of(TEXT, "Turnout was 40 percent in the north"))
    new = "The mayor won. Turn-out was 40 percent in the north."
    found = find_again(new, anchor)
    assert found is not None
    assert "40 percent in the north" in found.of(new)


def test_below_the_floor_nothing_is_found() -> None:
    anchor = anchor_at(TEXT, place_of(TEXT, "Turnout was 40 percent in the north"))
    assert find_again("The harbour was built of granite by convicts.", anchor) is None


def test_a_part_of_a_longer_word_is_not_the_word() -> None:
    assert find_verbatim("140 percent, 40 percents, 40 percent", "40 percent") == [
        TextPosition(26, 36)
    ]


@given(st.text(min_size=1, max_size=80), st.text(max_size=40), st.data())
def test_what_is_found_verbatim_says_the_words(text: str, before: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    anchor = anchor_at(text, TextPosition(start, end))
    for place in find_verbatim(before + text, anchor.quote.exact):
        assert place.of(before + text) == anchor.quote.exact
    found = find_again(text, anchor)
    assert found == TextPosition(start, end)
