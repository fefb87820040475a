"""Records become rows and come back as they were."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.article import Article
from factcheck.model.change import Edit, Record
from factcheck.storage.rows import ARTICLES, TABLE_OF, as_rows
from factcheck.storage.table import as_moment, moment
from tests.unit.storage.makers import claim_on, found_in, manuscript

ZONES = st.builds(timezone, st.timedeltas(timedelta(hours=-14), timedelta(hours=14)))
TIMES = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=ZONES)


@given(TIMES, TIMES)
def test_times_come_back_and_sort_as_text(one: datetime, other: datetime) -> None:
    assert as_moment(moment(one)) == one
    assert (moment(one) < moment(other)) == (one < other)


def test_a_time_without_its_zone_is_a_fault_of_ours() -> None:
    with pytest.raises(ValueError, match="without its zone"):
        moment(datetime(2026, 5, 4))


@given(st.text(), st.datetimes(datetime(1900, 1, 1), timezones=st.just(UTC)))
def test_an_article_comes_back(title: str, added: datetime) -> None:
    article = Article(title, added)
    assert ARTICLES.from_row(*ARTICLES.to_row(article)) == article


def test_records_come_back_from_rows_and_from_rows_by_name() -> None:
    what = manuscript()
    claims, sentences = found_in(what.draft)
    records: list[Record] = [what.article, what.draft, *what.blocks, *claims, *sentences]
    for record in records:
        table = TABLE_OF[type(record)]
        row = table.to_row(record)
        assert table.from_row(*row) == record
        assert table.from_dict(table.as_dict(row)) == record


def test_an_update_names_only_the_columns_that_differ() -> None:
    draft = manuscript().draft
    claim = claim_on(draft, found_in(draft)[0][0].position)
    moved = claim.moved(found_in(draft)[0][3].anchor)
    ((table, before, after),) = as_rows([Edit(claim, moved)])
    assert before is not None
    assert after is not None
    statement, values = table.update(before, after)
    assert statement.startswith('UPDATE claims SET "start" = ?, "end" = ?, "text" = ?')
    assert "reasons" not in statement.partition("WHERE")[0]
    assert values[-len(before) :] == before
