"""The public report from the File menu: the same question, another name, and nothing confidential in the file."""

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from factcheck.ui.session import Session
from factcheck.ui.settings import Settings
from factcheck.ui.tasks import Tasks
from tests.gui.test_file_menu import Asker, Busy, filing_on
from tests.makers import CHECKER, make_source


class Reported(Asker):
    """A person who names a place for the report and sees when it is there."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.names: list[str] = []
        self.written: list[Path] = []

    def report(self, folder: Path, name: str) -> Path | None:
        self.names.append(name)
        return self.path

    def report_written(self, path: Path) -> None:
        self.written.append(path)


def test_it_is_written_without_the_name_of_a_confidential_source(
    session: Session, settings: Settings, tasks: Tasks, qtbot: QtBot, tmp_path: Path
) -> None:
    source = replace(make_source("Agatha Winterbourne"), is_confidential=True)
    session.do(session.case.attach(session.case.claims()[0].id, source, CHECKER))
    ask = Reported(tmp_path / "told.html")
    filing = filing_on(session, settings, tasks, ask, Busy())
    filing.write_public_report()
    qtbot.waitUntil(lambda: ask.written == [tmp_path / "told.html"], timeout=60_000)
    assert ask.names == ["Harbour bridge to close for nine weeks, public"]
    page = (tmp_path / "told.html").read_text("utf-8")
    assert "Winterbourne" not in page
    assert "Confidential source" in page
