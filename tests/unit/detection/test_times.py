"""Dates, times and durations with their TIMEX3 values: tables of sentence, words and value."""

from datetime import date
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.detection.holidays import holiday
from factcheck.detection.pipeline import LoadedLanguage
from factcheck.detection.tenses import tense_at
from factcheck.detection.times import find_times

WEDNESDAY = date(2022, 6, 15)


def read(text: str, published: date | None = WEDNESDAY) -> dict[str, str]:
    return {text[t.start : t.end]: t.value for t in find_times(text, published)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He left on Monday, May 9, 2022.", {"Monday, May 9, 2022": "2022-05-09"}),
        ("He left on 9 May last year.", {"9 May last year": "2021-05-09"}),
        ("It lasts from May 9 to 11.", {"May 9": "2022-05-09", "11": "2022-05-11"}),
        ("The July 4 deadline stands.", {"July 4": "2022-07-04"}),
        ("It fell on 5/31/2021.", {"5/31/2021": "2021-05-31"}),
        ("It fell on 31.5.2021.", {"31.5.2021": "2021-05-31"}),
        ("It opened last October.", {"last October": "2021-10"}),
        ("It opens in March next year.", {"March next year": "2023-03"}),
        ("It opened in early February.", {"early February": "2022-02"}),
        ("It opened in the spring of 2020.", {"the spring of 2020": "2020-SP"}),
        ("It opened last fall.", {"last fall": "2021-FA"}),
        ("It rained over the summer of rain.", {}),
        ("It rained this summer.", {"this summer": "2022-SU"}),
        ("They met over the weekend.", {"the weekend": "2022-W23-WE"}),
        ("They met this weekend.", {"this weekend": "2022-W24-WE"}),
        ("A 2014 law forbids it.", {"2014": "2014"}),
        ("It was sold at Expo 2015.", {"2015": "2015"}),
        ("The notes are due 2031.", {"2031": "2031"}),
        ("Nothing like it since ’82.", {"’82": "1982"}),
        ("In the late 80s it closed.", {"late 80s": "198", "80s": "198"}),
        ("A woman in her late 80s fell.", {}),
        ("It dates from the nineteenth century.", {"the nineteenth century": "18"}),
        ("In nineteen eighty-four it closed.", {"nineteen eighty-four": "1984"}),
        ("Sales fell in the first half of 2020.", {"the first half of 2020": "2020-H1"}),
        ("Next year’s first quarter is full.", {"Next year’s first quarter": "2023-Q1"}),
        ("It opens at year-end.", {"year-end": "2022"}),
        ("Since 9/11 it is locked.", {"9/11": "2001-09-11"}),
        ("They came on Christmas Eve.", {"Christmas Eve": "2021-12-24"}),
        ("They came last Thanksgiving.", {"last Thanksgiving": "2021-11-25"}),
    ],
)
def test_date_has_its_value(text: str, found: dict[str, str]) -> None:
    assert read(text).items() <= found.items() or read(text) == found
    assert bool(read(text)) == bool(found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It struck at 08:30 UTC.", {"08:30 UTC": "2022-06-15T08:30Z"}),
        ("It struck at 0735 GMT.", {"0735 GMT": "2022-06-15T07:35Z"}),
        ("It struck at 3 p.m. Tuesday.", {"3 p.m. Tuesday": "2022-06-14T15:00"}),
        ("It struck at 5 pm EST on May 9.", {"5 pm EST on May 9": "2022-05-09T17:00"}),
        ("On Monday at 3 p.m. it struck.", {"Monday": "2022-06-13", "3 p.m.": "2022-06-13T15:00"}),
        ("It struck at midday.", {"midday": "2022-06-15T12:00"}),
        (
            "It struck at 4 o’clock in the afternoon.",
            {"4 o’clock in the afternoon": "2022-06-15T16:00"},
        ),
        ("It struck at 99:99 and 45 p.m.", {}),
    ],
)
def test_time_of_day_has_its_value(text: str, found: dict[str, str]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It took 2 1/2 years.", {"2 1/2 years": "P2.5Y"}),
        ("It took half an hour.", {"half an hour": "PT30M"}),
        ("It took an hour and a half.", {"an hour and a half": "PT1.5H"}),
        ("It took two to three weeks.", {"two to three weeks": "P2W"}),
        ("It took a couple of days.", {"a couple of days": "P2D"}),
        ("It rained for six straight days.", {"six straight days": "P6D"}),
        ("It rained for weeks.", {"weeks": "PXW"}),
        ("It fell for two consecutive quarters.", {"two consecutive quarters": "P6M"}),
        ("It holds three quarters of the shares.", {}),
        ("A quarter of them left.", {}),
        ("It was closed for the past five trading days.", {"the past five trading days": "P5D"}),
        ("The yearlong search ended.", {"yearlong": "P1Y"}),
        ("The boat sails every Tuesday.", {"every Tuesday": "XXXX-WXX-2"}),
        ("The girl is 12 years old.", {}),
        ("Wait a second.", {}),
    ],
)
def test_duration_has_its_value(text: str, found: dict[str, str]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They came on May 9. The day before, it rained.", {"The day before": "2022-05-08"}),
        ("They came on May 9 and left three days later.", {"three days later": "2022-05-12"}),
        ("They came on May 9. That night it rained.", {"That night": "2022-05-09TNI"}),
        ("They came in May 2020 and again a month earlier.", {"a month earlier": "2020-04"}),
        ("They came in 2018. The following year it closed.", {"The following year": "2019"}),
        ("In the second quarter it sold 4, against 3 a year earlier.", {"a year earlier": "2021-Q2"}),
        ("In May it sold 4, against 3 in the same month last year.", {"the same month last year": "2021-05"}),
        ("It fell on Monday and ended the day at 7.", {"the day": "2022-06-13"}),
        ("A year earlier it was 7.", {"A year earlier": "2021"}),
        ("Some days later it fell.", {"Some days later": "FUTURE_REF"}),
    ],
)  # fmt: skip
def test_time_that_counts_from_another_is_resolved_by_it(text: str, found: dict[str, str]) -> None:
    assert found.items() <= read(text).items()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The current law stands.", "PRESENT_REF"),
        ("They recently met.", "PAST_REF"),
        ("In recent years it fell.", "PAST_REF"),
        ("It may fall in the future.", "FUTURE_REF"),
        ("In the past it fell.", "PAST_REF"),
    ],
)
def test_vague_time_refers_to_now_before_or_after(text: str, value: str) -> None:
    assert list(read(text).values()) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The minister said she met the union on Friday.", "2022-06-10"),
        ("The minister said she would meet the union on Friday.", "2022-06-17"),
        ("The court meets again on Friday.", "2022-06-17"),
        ("The vote was postponed until Friday.", "2022-06-17"),
        ("They plan to vote on Friday.", "2022-06-17"),
        ("They failed to vote on Friday.", "2022-06-10"),
        ("The vote is expected as early as Friday.", "2022-06-17"),
        ("They resigned after Friday’s vote.", "2022-06-10"),
        ("The court closed in November.", "2021-11"),
        ("The court will open in November.", "2022-11"),
        ("The court has been closed since July.", "2021-07"),
    ],
)
def test_tense_decides_where_a_bare_day_lies(
    language: LoadedLanguage, text: str, value: str
) -> None:
    doc = language.nlp(text)
    assert [t.value for t in find_times(text, WEDNESDAY, partial(tense_at, doc))] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "It began on 31 February.",
        "It began on February 30, 2021.",
        "It began on 2021-13-45.",
        "In the year 99999 it ends.",
        "It began on 0/0/0000 and 99/99/9999.",
        "Der 32.13.2020 war kein Tag.",
    ],
)
def test_day_that_no_calendar_has_is_no_date(text: str) -> None:
    assert read(text) == {}


@pytest.mark.parametrize("published", [date.min, date.max, None])
def test_times_at_the_ends_of_the_calendar_do_not_stop_the_reading(published: date | None) -> None:
    text = (
        "Last week, next month, 5000 years ago, tomorrow, yesterday, on Friday, a century ago, a day"
        " later, the quarter, last Thanksgiving, at noon, in May, on May 9, 900,000 centuries."
    )
    for time in find_times(text, published):
        assert time.value


@given(st.text(alphabet="0123456789/.:-’' adlmnpsuyMTWFJ٣٤१५😀", max_size=60))
def test_whatever_is_written_is_read_and_places_hold(text: str) -> None:
    times = find_times(text, WEDNESDAY)
    for time in times:
        assert 0 <= time.start < time.end <= len(text)
    assert all(a.end <= b.start for a, b in pairwise(times))


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Easter", date(2022, 4, 17)),
        ("Good Friday", date(2022, 4, 15)),
        ("Thanksgiving Day", date(2022, 11, 24)),
        ("Labor Day", date(2022, 9, 5)),
        ("Memorial Day", date(2022, 5, 30)),
        ("Election Day", date(2022, 11, 8)),
        ("New Year’s Eve", date(2022, 12, 31)),
    ],
)
def test_holiday_falls_on_its_day(name: str, day: date) -> None:
    assert holiday(name, 2022) == day
