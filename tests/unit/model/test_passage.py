"""A passage is found again however its text is set, and not where other words stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.passage import stands_in

TEXT = (
    "The bridge was “opened to traf\u00adfic” on 4 May 1931 — late,\nas the county’s re-\nport says. "
    "It cost 212\u00a0000 kroner."
)


@pytest.mark.parametrize(
    "passage",
    [
        'opened to traffic" on 4 May 1931 - late',
        "as the county's report says",
        "THE BRIDGE WAS 'opened to traffic'",
        "It cost 212 000 kroner.",
        "The bridge was […] late, as the county’s report",
        "on 4 May … kroner",
    ],
)
def test_what_is_set_otherwise_is_found(passage: str) -> None:
    assert stands_in(passage, TEXT)


@pytest.mark.parametrize(
    "passage",
    ["opened on 4 May 1932", "It cost 221 000 kroner", "kroner … on 4 May", "", "…", "  “ ”"],
)
def test_other_words_and_nothing_at_all_are_not(passage: str) -> None:
    assert not stands_in(passage, TEXT)


@given(st.data())
def test_any_stretch_of_a_text_is_found_in_it_with_its_spaces_set_anew(data: st.DataObject) -> None:
    words = data.draw(st.lists(st.text("abcåß4%", min_size=1), min_size=1, max_size=30))
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    gap = data.draw(st.sampled_from([" ", "\n", "\u00a0", "  \t"]))
    assert stands_in(gap.join(words[start:end]), " ".join(words))
