"""What the File menu does: casebooks by any name, and files whose reading goes wrong."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from factcheck.storage import Casebook
from factcheck.ui.analysis import Analysis
from factcheck.ui.commands import filing
from factcheck.ui.commands.filing import Filing
from factcheck.ui.session import Session
from factcheck.ui.settings import Settings
from factcheck.ui.tasks import Tasks
from factcheck.ui.unattended import work_unattended
from factcheck.ui.workstation import Workstation
from tests.gui.conftest import keep


class Asker:
    """A person who always answers with the same casebook."""

    def __init__(self) -> None:
        self.path: Path | None = None

    def articles(self, folder: Path) -> Sequence[Path]:
        return []

    def pasted(self) -> tuple[str, str, date | None] | None:
        return None

    def casebook(self, folder: Path, new: bool) -> Path | None:
        return self.path

    def report(self, folder: Path, name: str) -> Path | None:
        return None

    def may_remove(self, title: str) -> bool:
        return False

    def report_written(self, path: Path) -> None:
        pass


class Busy:
    """What the status line would say is under way."""

    def __init__(self) -> None:
        self.sentence = ""

    def show_busy(self, sentence: str, stop: Callable[[], None]) -> None:
        self.sentence = sentence

    def clear_busy(self) -> None:
        self.sentence = ""


def broken_reader(*_: object) -> Iterator[None]:
    """A reader with a fault of the program's own."""
    yield from ()
    raise ZeroDivisionError


def filing_on(session: Session, settings: Settings, tasks: Tasks, ask: Asker, busy: Busy) -> Filing:
    analysis = Analysis(session, tasks, lambda *_: iter(()))
    return Filing(session, settings, tasks, analysis, ask, busy, lambda: None)


def test_a_casebook_opened_again_through_a_link_can_still_be_written(
    tmp_path: Path, settings: Settings, tasks: Tasks
) -> None:
    book = Casebook.open(tmp_path / "desk.casebook", exclusive=True)
    keep(book)
    ask = Asker()
    ask.path = tmp_path / "link.casebook"
    try:
        ask.path.symlink_to(book.path)
    except OSError:
        pytest.skip("links cannot be made here")
    session = Session(book, "Ada Checker")
    session.open("article")
    filing_on(session, settings, tasks, ask, Busy()).open_casebook()
    assert session.read_only_reason == ""
    assert session.has_case
    session.casebook.close()


def test_a_fault_in_a_reader_ends_the_reading_and_reaches_the_hook(
    session: Session,
    settings: Settings,
    tasks: Tasks,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    busy = Busy()
    made = filing_on(session, settings, tasks, Asker(), busy)
    monkeypatch.setattr(filing, "_read_all", broken_reader)
    with qtbot.capture_exceptions() as raised:
        made.open_files([tmp_path / "town.txt"])
        assert busy.sentence == "Reading town.txt…"
        qtbot.waitUntil(lambda: bool(raised))
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]
    assert busy.sentence == ""


def test_a_run_nobody_watches_ends_at_a_fault_and_says_so(
    tmp_path: Path,
    settings: Settings,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    workstation = Workstation(Casebook.open(tmp_path / "desk.casebook", exclusive=True), settings)
    monkeypatch.setattr(filing, "_read_all", broken_reader)
    with qtbot.capture_exceptions() as raised:
        status = work_unattended(workstation, tmp_path / "town.txt", tmp_path)
    assert status == 2
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]
    assert "The program has a fault" in capsys.readouterr().err
