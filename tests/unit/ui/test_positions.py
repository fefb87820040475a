from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.text import TextPosition
from factcheck.ui.positions import Positions, shown, utf16_length

ODD = "\u00a0\ufffc\u2028\u2029\ufdd0\r\t\x0b\x0c\x85\u200f\u0301\ud83d\ude00"
LETTERS = st.one_of(
    st.sampled_from("ab Z.’“\n"),
    st.sampled_from("🙂👩🏽🇳🇴𝔘"),
    st.sampled_from("שלוםاضافة"),
    st.sampled_from(ODD),
    st.characters(),
)
TEXTS = st.text(LETTERS, max_size=80)


def offsets_on_lines(text: str) -> list[int]:
    """The offsets that stand in a line which the page shows."""
    found: list[int] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            found += range(start, start + len(line) + 1)
        start += len(line) + 1
    return found


@given(TEXTS)
def test_an_offset_comes_back_from_qt_as_it_went(text: str) -> None:
    positions = Positions(text)
    for offset in offsets_on_lines(text):
        assert positions.to_text(positions.to_qt(offset)) == offset


@given(TEXTS)
def test_offsets_and_qt_positions_ascend_together(text: str) -> None:
    positions = Positions(text)
    there = [positions.to_qt(offset) for offset in range(len(text) + 1)]
    assert there == sorted(there)


@given(TEXTS)
def test_what_is_shown_has_the_units_of_the_text(text: str) -> None:
    for line in text.split("\n"):
        assert len(shown(line)) == len(line)
        assert len(shown(line).encode("utf-16-le")) == 2 * utf16_length(line)


@given(TEXTS, st.data())
def test_a_place_comes_back_from_qt_as_it_went(text: str, data: st.DataObject) -> None:
    inside = offsets_on_lines(text)
    if not inside:
        return
    start, end = sorted(data.draw(st.tuples(st.sampled_from(inside), st.sampled_from(inside))))
    positions = Positions(text)
    place = TextPosition(start, end)
    assert positions.position_of(*positions.range_of(place)) == place
    assert positions.position_of(*reversed(positions.range_of(place))) == place


def test_a_position_inside_a_pair_belongs_to_its_character() -> None:
    positions = Positions("a🙂b")
    assert [positions.to_text(unit) for unit in range(5)] == [0, 1, 1, 2, 3]


def test_blank_lines_are_the_end_of_the_paragraph_before_them() -> None:
    positions = Positions("one\n \n\ntwo")
    assert [positions.to_qt(offset) for offset in range(10)] == [0, 1, 2, 3, 3, 3, 3, 4, 5, 6]
    assert len(positions.paragraphs) == 2


def test_a_text_without_words_has_no_paragraphs() -> None:
    positions = Positions(" \n\n")
    assert positions.paragraphs == []
    assert positions.to_qt(2) == 0
    assert positions.to_text(0) == 0
