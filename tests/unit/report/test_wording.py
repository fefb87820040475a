from datetime import UTC, date, datetime

import pytest

from factcheck.model.article import DateOrigin
from factcheck.report import wording
from tests.makers import make_article
from tests.unit.report.occasions import make_occasion


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([], ""),
        ([6], "6"),
        ([6, 7], "6 and 7"),
        ([6, 12, 13, 14, 15], "6 and 12 to 15"),
        ([1, 2, 3, 7, 9, 10], "1 to 3, 7, 9 and 10"),
    ],
)
def test_runs_of_numbers_are_drawn_together(numbers: list[int], said: str) -> None:
    assert wording.ranges(numbers) == said


def test_small_numbers_are_words_and_nouns_follow_them() -> None:
    assert wording.counted(0, "claim") == "no claims"
    assert wording.counted(1, "claim") == "one claim"
    assert wording.counted(10, "entry", "entries") == "ten entries"
    assert wording.counted(11, "claim") == "11 claims"


def test_a_list_ends_in_and() -> None:
    assert [wording.listed(list("abc"[:n])) for n in range(4)] == ["", "a", "a and b", "a, b and c"]


def test_words_are_cut_between_words() -> None:
    assert wording.shortened("the oldest bridge, in the county", 20) == "the oldest bridge\u00a0…"
    assert wording.shortened("no\n cut  here", 20) == "no cut here"
    assert wording.shortened("x" * 30, 10) == "x" * 10 + "\u00a0…"


def test_a_quotation_gets_no_second_pair_of_marks() -> None:
    assert wording.quoted("“no other choice”", 40) == "“no other choice”"
    assert wording.quoted("no other choice", 40) == "“no other choice”"


def test_a_stretch_of_time_names_its_day_once() -> None:
    first, later = datetime(2022, 6, 15, 9, 41), datetime(2022, 6, 15, 10, 26)
    assert wording.between(first, later) == "15 June 2022, 09:41 to 10:26"
    assert wording.between(first, first) == "15 June 2022, 09:41"
    assert (
        wording.between(first, datetime(2022, 6, 16, 8, 0))
        == "15 June 2022, 09:41 to 16 June 2022, 08:00"
    )


def test_times_are_those_of_the_desk() -> None:
    occasion = make_occasion()
    assert wording.brief_moment(datetime(2026, 3, 4, 8, 30, tzinfo=UTC), occasion) == "09:30"
    assert (
        wording.brief_moment(datetime(2026, 2, 4, 23, 30, tzinfo=UTC), occasion) == "5 Feb, 00:30"
    )
    assert (
        wording.brief_moment(datetime(2025, 2, 4, 8, 30, tzinfo=UTC), occasion)
        == "4 Feb 2025, 09:30"
    )


def test_the_publication_date_says_where_it_is_from() -> None:
    assert wording.published(make_article(published=None)) == "not known"
    assert (
        wording.published(make_article(published=date(2026, 3, 3)))
        == "Tuesday 3 March 2026, as the file says"
    )
    assert make_article().published_from is DateOrigin.FILE
