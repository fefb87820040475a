"""Dates as they are written in the text."""

import pytest

from factcheck.consistency.dates.written_dates import written_dates


@pytest.mark.parametrize(
    ("text", "words", "year", "month", "day", "weekday"),
    [
        ("on Monday, 14 November 2022.", "Monday, 14 November 2022", 2022, 11, 14, 0),
        ("Tuesday night (June 7, 2022)", "Tuesday night (June 7, 2022)", 2022, 6, 7, 1),
        ("the 31st of June", "31st of June", None, 6, 31, None),
        ("MON 3 JAN 2023", "MON 3 JAN 2023", 2023, 1, 3, 0),
        ("14 November 2022 was a Monday.", "14 November 2022 was a Monday", 2022, 11, 14, 0),
        ("due 2022-02-30", "2022-02-30", 2022, 2, 30, None),
        ("filed 8-Jun-2018", "8-Jun-2018", 2018, 6, 8, None),
        ("at 23:59 on 30 April", "30 April", None, 4, 30, None),
    ],
)
def test_a_date_is_read_as_written(
    text: str, words: str, year: int | None, month: int, day: int, weekday: int | None
) -> None:
    (found,) = written_dates(text)
    assert found.position.of(text) == words
    assert (found.year, found.month, found.day, found.weekday) == (year, month, day, weekday)


@pytest.mark.parametrize(
    "text",
    [
        "April 31,000 people signed",
        "version 1.31 May",
        "a May 3-year plan",
        "they may 3 times refuse",
        "on Tuesday of May 2011",
        "Friday\nMay the best win",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert written_dates(text) == []


def test_no_date_runs_over_the_end_of_a_line() -> None:
    text = "Markets closed until Friday\nSeptember 18, 2008"
    (found,) = written_dates(text)
    assert (found.position.of(text), found.weekday) == ("September 18, 2008", None)


def test_figures_may_have_two_readings_or_one() -> None:
    both, one = written_dates("on 3/4/2021, not 30/4/2021")
    assert both.readings == ((3, 4), (4, 3))
    assert one.readings == ((4, 30),)
