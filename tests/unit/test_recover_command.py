"""factcheck recover: what it prints, and the status it leaves with."""

from contextlib import closing
from pathlib import Path

import pytest

from factcheck.cli import main
from factcheck.storage import Casebook
from tests.unit.storage.test_recovering import pages_of, spoil_page
from tests.unit.storage.test_verifying import busy_desk


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    path = tmp_path / "desk.casebook"
    with closing(Casebook.open(path)) as casebook:
        busy_desk(casebook, tmp_path)
    return path


def test_what_was_saved_is_told(
    desk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (page,) = pages_of(desk, "verdicts")
    spoil_page(desk, page)
    out = tmp_path / "saved.casebook"
    assert main(["recover", str(desk), str(out), "--by", "Mira"]) == 0
    told = capsys.readouterr().out
    assert told.splitlines()[:2] == [f"Saved to {out}:", "  articles    1, with 12 claims"]
    assert "  vault       2 files" in told
    assert "records from what the record says of them" in told
    assert main(["verify", str(out)]) == 0


def test_files_may_be_named_from_where_one_stands(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(desk.parent)
    assert main(["recover", "desk.casebook", "saved.casebook"]) == 0
    assert main(["verify", "saved.casebook"]) == 0
    assert "is whole" in capsys.readouterr().out


def test_what_was_not_saved_is_told(
    desk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (page,) = pages_of(desk, "blocks")
    spoil_page(desk, page)
    assert main(["recover", str(desk), str(tmp_path / "saved.casebook")]) == 1
    assert "Not as it was:\n" in capsys.readouterr().out


def test_what_holds_nothing_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    letter = tmp_path / "letter.casebook"
    letter.write_text("Dear editor,\n" * 1000, encoding="utf-8")
    assert main(["recover", str(letter), str(tmp_path / "saved.casebook")]) == 2
    assert capsys.readouterr().err.startswith("Nothing could be saved of letter.casebook")
    assert main(["recover", str(tmp_path / "gone.casebook"), str(tmp_path / "x.casebook")]) == 2
    assert capsys.readouterr().err == "gone.casebook cannot be read: No such file or directory.\n"
