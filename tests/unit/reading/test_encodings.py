"""A text file is read in whatever encoding it was saved, and raw data is refused in words."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import UnreadableFile
from factcheck.reading.encodings import decode

ENGLISH = "The mayor’s café — “closed” since May — cost £3 million.\r\nNobody paid.\r\n"
GREEK = "Ο δήμαρχος είπε ότι η γέφυρα κόστισε τρία εκατομμύρια.\nΚανείς δεν πλήρωσε.\n"
ARABIC = "قال رئيس البلدية إن الجسر كلف ثلاثة ملايين دينار.\nلم يدفع أحد.\n"
RUSSIAN = (
    "Мэр города заявил во вторник, что новый мост через реку обойдётся в три миллиона рублей. "
    "Никто не знает, кто за него заплатит, добавил он.\n"
) * 3
POLISH = (
    "Burmistrz powiedział, że nowy most będzie kosztował trzy miliony złotych, a dzieci będą się cieszyć. "
    "Później dodał, że część pieniędzy już została wydana na ścieżkę.\n"
) * 3


@pytest.mark.parametrize("text", [ENGLISH, GREEK, ARABIC, "Hi", "日本語の文章。\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_its_mark_or_in_utf_8(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt").lstrip("\ufeff") == text


@pytest.mark.parametrize("text", [ENGLISH, GREEK, ARABIC])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize(
    "text", [ENGLISH, "Café", "naïve", "£5", "“Yes,” he said.", "Señor Núñez – 20°", "80 €"]
)
def test_western_windows_texts_however_short(text: str) -> None:
    assert decode(text.encode("cp1252"), "a.txt") == text


@pytest.mark.parametrize(
    ("text", "encoding"), [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (POLISH, "cp1250")]
)
def test_other_code_pages_of_longer_texts(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


def test_utf_8_with_a_paragraph_pasted_from_windows() -> None:
    mixed = ENGLISH.encode("utf-8") + "It’s “done”.\n".encode("cp1252") + GREEK.encode("utf-8")
    assert decode(mixed, "a.txt") == ENGLISH + "It’s “done”.\n" + GREEK


def test_a_cut_off_last_letter_is_no_reason_to_refuse_the_rest() -> None:
    assert decode((ENGLISH * 3 + "é").encode("utf-8")[:-1], "a.txt").startswith(ENGLISH)
    assert decode(ENGLISH.encode("utf-16")[:-1], "a.txt").startswith(ENGLISH[:20])


def test_nuls_in_a_text_do_not_make_it_binary() -> None:
    assert decode(b"A line.\0\0\0\nAnother line, and it is longer.\n", "a.txt").count("\0") == 3


@pytest.mark.parametrize("seed", range(5))
def test_random_bytes_are_refused_in_one_sentence(seed: int) -> None:
    garbage = random.Random(seed).randbytes(5000)
    with pytest.raises(UnreadableFile, match="holds no readable text"):
        decode(garbage, "a.txt")


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_a_sentence(data: bytes) -> None:
    try:
        assert isinstance(decode(data, "a.txt"), str)
    except UnreadableFile as error:
        assert str(error).endswith(".")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn", "Co"]), min_size=1))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    assert decode(b"A word: " + text.encode("utf-8"), "a.txt") == "A word: " + text
