"""Small numbers in digits and words."""

import re

import pytest

from factcheck.consistency.figures.numerals import NUMBER, ORDINAL, number_of


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("45", 45),
        ("2.5", 2.5),
        ("1,250", 1250),
        ("one", 1),
        ("nineteen", 19),
        ("forty", 40),
        ("forty-five", 45),
        ("Forty five", 45),
        ("a hundred", 100),
        ("two hundred and fifty", 250),
        ("a dozen", 12),
    ],
)
def test_a_number_is_read(words: str, value: float) -> None:
    found = re.fullmatch(NUMBER, words, re.IGNORECASE)
    assert found and number_of(found[0]) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1st", 1),
        ("22nd", 22),
        ("100th", 100),
        ("third", 3),
        ("fiftieth", 50),
        ("twenty-fifth", 25),
        ("Thirty-first", 31),
        ("hundredth", 100),
        ("two hundred and fiftieth", 250),
        ("two hundredth", 200),
    ],
)
def test_an_ordinal_is_read(words: str, value: float) -> None:
    found = re.fullmatch(ORDINAL, words, re.IGNORECASE)
    assert found and number_of(found[0]) == value


@pytest.mark.parametrize("words", ["1999", "12345", "1,2345"])
def test_a_longer_number_is_not_cut_short(words: str) -> None:
    assert not re.match(NUMBER, words)


@pytest.mark.parametrize("words", ["", "several", "twenty-odd", "tooth"])
def test_what_is_no_number_has_no_value(words: str) -> None:
    assert number_of(words) is None
