"""Files brought into the window: each becomes an article or is answered with a sentence, and a stop stops at once."""

import multiprocessing
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from factcheck.ui.analysis import Analysis
from factcheck.ui.commands.filing import FileAsker, Filing
from factcheck.ui.session import Session
from factcheck.ui.settings import Settings
from factcheck.ui.tasks import Tasks
from tests.unit.reading.files import paragraph, run, saved, word_bytes

SENTENCE = "The council voted for the new bridge on Tuesday, after a debate until midnight."


class Busy:
    """What the status line would show."""

    def __init__(self) -> None:
        self.shown = ""
        self.stop: Callable[[], None] = lambda: None

    def show_busy(self, sentence: str, stop: Callable[[], None]) -> None:
        self.shown, self.stop = sentence, stop

    def clear_busy(self) -> None:
        self.shown = ""


def is_reading() -> bool:
    """Whether there is a process that reads."""
    return any(child.name == "factcheck-reading" for child in multiprocessing.active_children())


@pytest.fixture
def busy() -> Busy:
    return Busy()


@pytest.fixture
def filing(session: Session, settings: Settings, tasks: Tasks, busy: Busy) -> Filing:
    nobody = cast(FileAsker, None)
    no_analysis = cast(Analysis, None)
    return Filing(session, settings, tasks, no_analysis, nobody, busy, close=lambda: None)


def test_files_of_several_formats_are_read_and_the_last_is_shown(
    filing: Filing, session: Session, tasks: Tasks, busy: Busy, tmp_path: Path, qtbot: QtBot
) -> None:
    told: list[str] = []
    session.failed.connect(told.append)
    plain = saved(tmp_path, "a.txt", SENTENCE)
    broken = saved(tmp_path, "b.docx", b"PK\x03\x04 nothing more")
    word = saved(tmp_path, "c.docx", word_bytes(paragraph("A headline"), paragraph(SENTENCE)))
    filing.open_files([plain, broken, tmp_path / "gone.txt", word])
    assert busy.shown == "Reading 4 files…"
    qtbot.waitUntil(lambda: tasks.is_idle, timeout=20_000)
    assert session.case.text == f"A headline\n\n{SENTENCE}"
    assert session.casebook.counts()[0] == 3  # one was there before
    assert [sentence.split(".")[0] for sentence in told] == ["“b", "There is no file “gone"]
    assert busy.shown == ""


def test_a_reading_that_is_stopped_leaves_nothing_behind(
    filing: Filing, session: Session, tasks: Tasks, busy: Busy, tmp_path: Path, qtbot: QtBot
) -> None:
    book = saved(tmp_path, "book.docx", word_bytes(*[paragraph(SENTENCE)] * 20_000))
    before = session.case
    filing.open_files([book])
    qtbot.waitUntil(is_reading, timeout=20_000)
    busy.stop()
    tasks.stop_all()
    assert not is_reading()
    assert session.case is before
    assert session.casebook.counts()[0] == 1


def test_what_a_file_did_not_give_up_is_told_with_it(
    filing: Filing, session: Session, tasks: Tasks, tmp_path: Path, qtbot: QtBot
) -> None:
    noted: list[str] = []
    session.noted.connect(noted.append)
    deleted = '<w:del w:id="2"><w:r><w:delText>six</w:delText></w:r></w:del>'
    body = paragraph(run("It cost ") + deleted + run("nine million crowns."))
    path = saved(tmp_path, "a.docx", word_bytes(body))
    for _ in range(2):  # the second time the text is in the casebook already
        filing.open_files([path])
        qtbot.waitUntil(lambda: tasks.is_idle, timeout=20_000)
    (sentence,) = noted
    assert sentence.startswith("The tracked changes were taken as accepted: 1 deletion left out.")
