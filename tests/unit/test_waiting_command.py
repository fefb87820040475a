"""The verdict command says whom a claim waits for, why and until when."""

from contextlib import closing
from datetime import date
from pathlib import Path

from factcheck.cli import main
from factcheck.model.verdict import Waiting, Waits
from factcheck.storage import Casebook
from tests.unit.storage.makers import added


def waiting(tmp_path: Path, *options: str) -> Waiting:
    path = tmp_path / "desk.casebook"
    with closing(Casebook.open(path)) as book:
        identity = added(book).article.id
    assert main(["verdict", identity, "1", "w", *options, "--casebook", str(path)]) == 0
    with closing(Casebook.open(path)) as book:
        case = book.load(identity)
        verdict = case.verdict(case.claims()[0].id)
    assert verdict is not None
    return verdict.waiting


def test_a_source_was_asked(tmp_path: Path) -> None:
    told = waiting(
        tmp_path, "--waiting-for", "Ida Bruun", "--why", "source", "--until", "2026-05-08"
    )
    assert told == Waiting("Ida Bruun", Waits.SOURCE, date(2026, 5, 8))


def test_a_day_alone_parks_the_claim(tmp_path: Path) -> None:
    assert waiting(tmp_path, "--until", "2026-05-08") == Waiting("", Waits.PARKED, date(2026, 5, 8))


def test_nothing_is_made_up_where_nothing_is_said(tmp_path: Path) -> None:
    assert waiting(tmp_path) == Waiting()
