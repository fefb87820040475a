"""What can be read of a damaged casebook is saved, and what cannot is told."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.errors import CasebookError
from factcheck.model.case import Case
from factcheck.model.verdict import Rating
from factcheck.storage import Casebook
from factcheck.storage.recovering import Saved, recover
from tests.unit.storage.corrupting import cut, flip, scribble
from tests.unit.storage.makers import added, do, manuscript, now
from tests.unit.storage.test_verifying import busy_desk

PAGE = 4096


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "saved.casebook"


@pytest.fixture
def desk(path: Path, tmp_path: Path) -> Iterator[Case]:
    """A busy desk's casebook beside a long article, closed."""
    with closing(Casebook.open(path)) as casebook:
        case = busy_desk(casebook, tmp_path)
        long = added(casebook, manuscript("Row after row of words, 19 of them.\n" * 300, "Long"))
        do(casebook, long, long.rate(long.claims()[0].id, Rating.VERIFIED, now()))
    yield case


def saved(path: Path, out: Path) -> Saved:
    *_, last = recover(path, out, now())
    assert isinstance(last, Saved)
    return last


def pages_of(path: Path, table: str) -> list[int]:
    """The numbers of the pages that hold a table."""
    with closing(sqlite3.connect(path)) as plain:
        rows = plain.execute(
            "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'", (table,)
        )
        return [number for (number,) in rows]


def spoil_page(path: Path, number: int) -> None:
    with path.open("r+b") as file:
        file.seek((number - 1) * PAGE)
        file.write(b"\xa5" * PAGE)


def test_a_whole_casebook_comes_out_as_it_went_in(path: Path, out: Path, desk: Case) -> None:
    before = path.read_bytes()
    told = saved(path, out)
    assert path.read_bytes() == before
    assert told.amiss == ()
    assert (told.articles, told.from_record, told.files) == (2, 0, 2)
    with closing(Casebook.open(path)) as old, closing(Casebook.open(out)) as new:
        assert set(new.load(desk.article.id).records()) == set(old.load(desk.article.id).records())
        assert new.rules() == old.rules()
        assert new.head().number == old.head().number + 1 == told.entries + 1
        assert new.history(desk.article.id) == old.history(desk.article.id)
        assert new.history("")[-1].change.verb == "recover"
        assert [said for said in new.verify() if isinstance(said, str)] == []
        assert [s.article.id for s in new.articles(5)] == [s.article.id for s in old.articles(5)]


@pytest.mark.parametrize("table", ["verdicts", "notes", "evidence", "sources", "kept_files"])
def test_a_spoilt_page_of_what_people_did_is_filled_from_the_record(
    path: Path, out: Path, desk: Case, table: str
) -> None:
    (page,) = pages_of(path, table)
    spoil_page(path, page)
    told = saved(path, out)
    assert told.from_record > 0
    with closing(Casebook.open(out)) as casebook:
        loaded = casebook.load(desk.article.id)
        assert set(loaded.records()) == set(desk.records())
        assert [loaded.evidence(c.id) for c in loaded.claims()] == [
            desk.evidence(c.id) for c in desk.claims()
        ]
        assert casebook.check() == []


@pytest.mark.parametrize("table", ["claims", "sentences", "blocks"])
def test_rows_before_and_behind_a_spoilt_page_are_saved(
    path: Path, out: Path, desk: Case, table: str
) -> None:
    pages = pages_of(path, table)
    assert len(pages) >= 3
    spoil_page(path, pages[len(pages) // 2])
    told = saved(path, out)
    with closing(sqlite3.connect(out)) as new:
        (there,) = new.execute(f"SELECT count(*) FROM {table}").fetchone()
    assert there > 200  # of 300 and more
    assert told.articles == 2
    assert any(table in said for said in told.amiss)


def test_a_file_without_its_head_is_read_all_the_same(path: Path, out: Path, desk: Case) -> None:
    whole = path.read_bytes()
    path.write_bytes(b"\0" * 100 + whole[100:])
    assert saved(path, out).amiss == ()
    with closing(Casebook.open(out)) as casebook:
        assert set(casebook.load(desk.article.id).records()) == set(desk.records())


def test_what_was_written_last_is_saved_from_beside_the_file(path: Path, out: Path) -> None:
    with closing(Casebook.open(path)) as casebook:
        case = added(casebook)
        do(casebook, case, case.set_title("Last", now()))
        copy = path.with_name("killed.casebook")
        for more in ("", "-wal"):
            beside = path.with_name(path.name + more)
            copy.with_name(copy.name + more).write_bytes(beside.read_bytes())
    saved(copy, out)
    with closing(Casebook.open(out)) as casebook:
        assert casebook.load(case.article.id).article.title == "Last"


def test_a_record_with_a_gap_is_saved_and_the_gap_is_told(
    path: Path, out: Path, desk: Case
) -> None:
    pages = pages_of(path, "log")
    spoil_page(path, pages[len(pages) // 2])
    told = saved(path, out)
    assert any("of the record is missing" in said for said in told.amiss)
    with closing(Casebook.open(out)) as casebook:
        case = casebook.load(desk.article.id)
        do(casebook, case, case.set_title("Goes on", now()))


def test_where_nothing_can_be_saved_it_is_said_and_nothing_is_left(
    path: Path, out: Path, desk: Case
) -> None:
    size = path.stat().st_size
    path.write_bytes(random.Random(1).randbytes(size))
    with pytest.raises(CasebookError, match="Nothing could be saved"):
        saved(path, out)
    assert not out.exists()


def test_a_file_that_is_there_is_not_written_over(path: Path, out: Path, desk: Case) -> None:
    out.write_text("mine", encoding="utf-8")
    with pytest.raises(CasebookError, match="already"):
        saved(path, out)
    assert out.read_text(encoding="utf-8") == "mine"


def test_an_older_casebook_is_recovered_too(tmp_path: Path, out: Path) -> None:
    old = tmp_path / "old.casebook"
    old.write_bytes((Path(__file__).parents[2] / "data" / "casebook-v1.casebook").read_bytes())
    told = saved(old, out)
    assert (told.articles, told.claims) == (1, 6)
    assert told.amiss == ()


def test_whatever_is_spoilt_a_sentence_or_a_casebook_comes_out(
    path: Path, tmp_path: Path, desk: Case
) -> None:
    chance = random.Random(20260504)
    whole = path.read_bytes()
    kept = 0
    for number in range(30):
        path.write_bytes(whole)
        chance.choice((flip, scribble, cut))(path, chance)
        made = tmp_path / f"{number}.casebook"
        try:
            told = saved(path, made)
        except CasebookError:
            assert not made.exists()
            continue
        kept += 1
        assert told.articles
        with closing(Casebook.open(made)) as casebook:
            for summary in casebook.articles(5):
                casebook.load(summary.article.id)
            assert told.amiss or casebook.check() == []
    assert kept >= 20


def test_a_file_whose_table_of_tables_is_gone_is_read_by_that_of_a_new_one(
    path: Path, out: Path, desk: Case
) -> None:
    contents = pages_of(path, "sqlite_schema")
    assert contents
    for number in [1, *contents]:
        spoil_page(path, number)
    told = saved(path, out)
    assert told.articles == 2
    with closing(Casebook.open(out)) as casebook:
        assert set(casebook.load(desk.article.id).records()) == set(desk.records())
        assert casebook.check() == []


@pytest.mark.parametrize("share", [0.5, 0.8, 0.95])
def test_of_a_file_cut_short_what_is_left_is_saved(
    path: Path, out: Path, desk: Case, share: float
) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    told = saved(path, out)
    assert told.articles
    assert told.amiss
    with closing(Casebook.open(out)) as casebook:
        for summary in casebook.articles(5):
            casebook.load(summary.article.id)
