"""Every text gets one form, and nothing a quote could depend on is changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reading.cleaning import clean


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\v", "\f"])
def test_every_line_end_becomes_a_newline(end: str) -> None:
    assert clean(f"one{end}two") == "one\ntwo"


def test_an_empty_line_stays_one_empty_line() -> None:
    assert clean("one\r\n\r\ntwo") == "one\n\ntwo"


def test_byte_order_marks_and_nuls_go() -> None:
    assert clean("\ufeffone\0 t\ufeffwo") == "one two"


def test_a_nul_inside_a_line_end_does_not_make_two() -> None:
    assert clean("one\r\0\ntwo") == "one\ntwo"


def test_quotes_spaces_and_composed_letters_stay_as_they_are() -> None:
    text = "“a” 'b'\u00a0c\u202fd e\u0301 é\t  \u200f 🧑🏽‍🚀"
    assert clean(text) == text


def test_half_a_character_cannot_be_stored_and_is_marked() -> None:
    assert clean("one \ud83d two 🧑") == "one \ufffd two 🧑"


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("\r\n\0\ufeff\u2028\x85")))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert not set(once) & set("\r\0\ufeff\u2028\u2029\x85\v\f")
