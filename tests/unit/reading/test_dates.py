"""A line that is a date, and the day it names."""

from datetime import date

import pytest

from factcheck.reading.dates import date_from_stamp, date_inside, date_of_line, is_date_line


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Friday, May 8, 2009", date(2009, 5, 8)),
        ("May 8, 2009", date(2009, 5, 8)),
        ("8 May 2009", date(2009, 5, 8)),
        ("Fri 8 May 2009", date(2009, 5, 8)),
        ("Wed., Sept. 9th, 2020", date(2020, 9, 9)),
        ("2009-05-08", date(2009, 5, 8)),
        ("31/12/2019", date(2019, 12, 31)),
        ("12/31/2019", date(2019, 12, 31)),
        ("Published: March 3, 2021 at 4:15 p.m.", date(2021, 3, 3)),
        ("Last updated on 3 March 2021, 16:15 GMT", date(2021, 3, 3)),
        ("Published 3 March 2021 | Updated 4 March 2021", date(2021, 3, 3)),
        ("Amman, June 15, 2022", date(2022, 6, 15)),
        ("3/4/2020", None),
        ("February 30, 2020", None),
    ],
)
def test_a_line_that_is_a_date(words: str, day: date | None) -> None:
    assert is_date_line(words)
    assert date_of_line(words) == day


@pytest.mark.parametrize(
    "words",
    [
        "He was born on May 8, 2009",
        "May 8, 2009 was a Friday.",
        "In May 2009",
        "2009",
        "The Treaty of 1 May 1707",
        "May",
    ],
)
def test_a_line_that_is_more_than_a_date(words: str) -> None:
    assert not is_date_line(words)


def test_a_dateline_holds_a_date() -> None:
    assert date_inside("LONDON, Oct. 3, 2019 (Agency) —") == date(2019, 10, 3)
    assert date_inside("LONDON —") is None


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2020-01-15T01:01:01+00:00", date(2020, 1, 15)),
        ("2020-01-15T23:30:00-05:00", date(2020, 1, 15)),
        ("2020-01-15T23:30:00Z", date(2020, 1, 15)),
        ("2020-01-15 oclock", date(2020, 1, 15)),
        ("Wed, 15 Jan 2020 10:00:00 GMT", date(2020, 1, 15)),
        ("15 January 2020", date(2020, 1, 15)),
        ("yesterday", None),
        ("", None),
        ("2020-13-99", None),
    ],
)
def test_the_day_of_a_time_stamp_is_the_writers_own(stamp: str, day: date | None) -> None:
    assert date_from_stamp(stamp) == day
