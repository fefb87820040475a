"""The reasons of the date detector are for readers: no value of a time expression stands in them raw."""

import pytest

from factcheck.detection.time_words import meaning


@pytest.mark.parametrize(
    ("value", "shown", "words"),
    [
        ("XXXX-02-24", "Feb. 24", " (24 February)"),
        ("2022-02-24", "Thursday", " (24 February 2022)"),
        ("2022-02-24", "24 February 2022", ""),
        ("2022-02", "last month", " (February 2022)"),
        ("XXXX-05", "May", ""),
        ("2021", "last year", " (2021)"),
        ("1931", "1931", ""),
        ("198", "the eighties", " (the 1980s)"),
        ("193X", "the 1930s", ""),
        ("XXXX-WXX-2", "every Tuesday", ""),
        ("P3D", "three days", ""),
        ("PAST_REF", "recently", ""),
        ("2022-W08", "last week", ""),
        ("2022-02-24T10:30", "half past ten", ""),
        ("2022-13", "month thirteen", ""),
        ("", "then", ""),
    ],
)
def test_a_value_is_told_in_words_or_not_at_all(value: str, shown: str, words: str) -> None:
    assert meaning(value, shown) == words
