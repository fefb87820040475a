"""Sentences are cut as the sentence model was trained to read them."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.detection.wordpieces import WordPieces

PIECES = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "flood",
    "##ed",
    "##s",
    "river",
    "cafe",
    ",",
    "“",
    "習",
]
CUT = WordPieces({piece: number for number, piece in enumerate(PIECES)})


def cut(text: str, limit: int = 20) -> list[str]:
    return [PIECES[number] for number in CUT.numbers(text, limit)]


def test_words_are_cut_into_the_longest_known_pieces() -> None:
    assert cut("floods flooded") == ["[CLS]", "flood", "##s", "flood", "##ed", "[SEP]"]


def test_case_and_accents_do_not_count() -> None:
    assert cut("River CAFÉ") == ["[CLS]", "river", "cafe", "[SEP]"]


def test_marks_and_chinese_characters_stand_alone() -> None:
    assert cut("“flood,river習") == ["[CLS]", "“", "flood", ",", "river", "習", "[SEP]"]


def test_a_word_that_cannot_be_cut_is_unknown_as_a_whole() -> None:
    assert cut("floodx river") == ["[CLS]", "[UNK]", "river", "[SEP]"]
    assert cut("x" * 300) == ["[CLS]", "[UNK]", "[SEP]"]


def test_control_characters_and_emptiness_are_passed_over() -> None:
    assert cut("\x00\u200b \ufeff") == ["[CLS]", "[SEP]"]


@given(st.text(max_size=300), st.integers(2, 40))
def test_any_text_gives_no_more_pieces_than_asked_for(text: str, limit: int) -> None:
    found = CUT.numbers(text, limit)
    assert found[0] == 2
    assert found[-1] == 3
    assert len(found) <= limit
