"""Days and the time between them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.consistency.dates.days import Days, days_of, full_years, moved, said, years_later

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2022-06-15", date(2022, 6, 15), date(2022, 6, 15)),
        ("2022-06-15T19:00", date(2022, 6, 15), date(2022, 6, 15)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("1998", date(1998, 1, 1), date(1998, 12, 31)),
        ("2022-W23", date(2022, 6, 6), date(2022, 6, 12)),
        ("1985-WI", date(1985, 1, 1), date(1985, 12, 31)),
    ],
)
def test_a_value_names_its_days(value: str, first: date, last: date) -> None:
    assert days_of(value) == Days(first, last)


@pytest.mark.parametrize(
    "value", ["", "0000", "XXXX-06-21", "P3D", "PRESENT_REF", "2021-02-30", "2021-13", "2022-W60"]
)
def test_a_value_without_days_has_none(value: str) -> None:
    assert days_of(value) is None


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2022-06-15", "15 June 2022"),
        ("2022-06", "June 2022"),
        ("2022", "2022"),
        ("2022-W23", "6 to 12 June 2022"),
        ("2022-W26", "27 June to 3 July 2022"),
        ("2021-W53", ""),
    ],
)
def test_days_are_said_as_an_article_would(value: str, words: str) -> None:
    days = days_of(value)
    assert (said(days) if days else "") == words


@given(DAYS, st.integers(-4_000_000, 4_000_000))
def test_moving_never_leaves_the_calendar(day: date, by: int) -> None:
    assert date.min <= moved(day, by) <= date.max
    if date.min < moved(day, by) < date.max:
        assert moved(moved(day, by), -by) == day


@given(DAYS, st.integers(0, 150))
def test_whole_years_on_an_anniversary_are_the_years_between(day: date, years: int) -> None:
    later = years_later(day, years)
    if day.year + years <= 9999:
        assert full_years(Days(day, day), Days(later, later)) == (years, years)
