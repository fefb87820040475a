"""factcheck verify: what it prints, and the status it leaves with."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.cli import main
from factcheck.storage import Casebook
from tests.unit.storage.makers import added, do, now
from tests.unit.storage.test_log import tamper
from tests.unit.storage.test_verifying import busy_desk

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "desk.casebook"
    with closing(Casebook.open(path)) as casebook:
        busy_desk(casebook, tmp_path)
    yield path


def test_a_whole_casebook_is_told_with_its_last_entry(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(Casebook.open(desk, read_only=True)) as casebook:
        fingerprint = casebook.head().fingerprint
    assert main(["verify", str(desk)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.splitlines()[0] == "The casebook desk.casebook is whole."
    assert "  articles    1, with 12 claims" in out
    assert f"  last entry  {fingerprint}" in out
    assert "  vault       2 files as kept" in out
    assert "unsealed" not in out


def test_what_was_tampered_with_is_named(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tamper(desk, "UPDATE log SET \"by\" = 'Somebody' WHERE number = 8")
    assert main(["verify", str(desk)]) == 1
    out = capsys.readouterr().out
    assert out == "Entry 8 of the record is not as it was written.\n"


def test_a_report_is_matched(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(Casebook.open(desk)) as casebook:
        fingerprint, number = casebook.head().fingerprint, casebook.head().number
        case = casebook.load(casebook.articles(1)[0].article.id)
        do(casebook, case, case.set_title("Since", now()))
    assert main(["verify", str(desk), "--report", fingerprint]) == 0
    assert f"was made after entry {number} (" in (out := capsys.readouterr().out)
    assert out.endswith("; one was recorded since.\n")
    assert main(["verify", str(desk), "--report", "0000 0000 0000"]) == 1
    assert "No entry of the record has the fingerprint" in capsys.readouterr().out


def test_what_is_no_casebook_cannot_be_verified(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear editor,\n" * 100, encoding="utf-8")
    assert main(["verify", str(letter)]) == 2
    assert "is not a casebook" in capsys.readouterr().err
    assert main(["verify", str(tmp_path / "gone.casebook")]) == 2


def test_a_damaged_casebook_is_told(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = desk.read_bytes()
    desk.write_bytes(whole[: len(whole) // 2])
    assert main(["verify", str(desk)]) == 1
    assert "is damaged" in capsys.readouterr().out


def test_verifying_changes_nothing(desk: Path) -> None:
    before = desk.read_bytes()
    main(["verify", str(desk)])
    assert desk.read_bytes() == before


def test_records_of_an_earlier_version_are_told_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = tmp_path / "old.casebook"
    old.write_bytes((DATA / "casebook-v2.casebook").read_bytes())
    assert main(["verify", str(old)]) == 2  # reading alone brings nothing up to date
    Casebook.open(old).close()
    assert main(["verify", str(old)]) == 0
    assert "by an earlier version" in capsys.readouterr().out
    with closing(sqlite3.connect(old)) as plain, plain:
        plain.execute("UPDATE verdicts SET rating = 'waiting' WHERE rating = 'verified'")
    assert main(["verify", str(old)]) == 1


def test_a_casebook_that_a_window_writes_to_can_be_verified(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(Casebook.open(desk, exclusive=True)) as window:
        added(window)
        assert main(["verify", str(desk)]) == 0
    assert "articles    2" in capsys.readouterr().out
