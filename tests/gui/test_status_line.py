"""The status line says what a checker wants to know at a glance, and nothing that is not so."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from factcheck.model.verdict import Rating
from factcheck.storage import Casebook
from factcheck.ui.session import Session
from factcheck.ui.status_line import StatusLine
from factcheck.ui.theme import Theme, theme_named
from tests.gui.naming import nameless


@pytest.fixture
def line(qtbot: QtBot, session: Session, theme: Theme) -> StatusLine:
    made = StatusLine(session, theme)
    qtbot.addWidget(made)
    made.resize(1440, made.height())
    made.show()
    return made


def shown(line: StatusLine) -> list[str]:
    labels = [label for label in line.findChildren(QLabel) if label.isVisible() and label.text()]
    return [label.accessibleName() for label in labels]


def stop_of(line: StatusLine) -> QToolButton:
    button = line.findChild(QToolButton)
    assert button is not None
    return button


def test_counts_follow_a_verdict_its_undo_and_redo(line: StatusLine, session: Session) -> None:
    claim = session.case.claims()[0]
    assert "0 of 7 checked" in shown(line)
    session.do(session.case.rate(claim.id, Rating.CONTRADICTED, session.stamp()))
    assert "1 of 7 checked" in shown(line)
    assert "1 contradicted" in shown(line)
    assert "6 open" in shown(line)
    session.undo()
    assert "0 contradicted" in shown(line)
    session.redo()
    assert "1 contradicted" in shown(line)


def test_waiting_and_the_authors_word_stay_open_and_are_named(
    line: StatusLine, session: Session
) -> None:
    first, second = session.case.claims()[:2]
    session.do(session.case.rate(first.id, Rating.WAITING, session.stamp(), "the author"))
    session.do(session.case.rate(second.id, Rating.AUTHORS_WORD, session.stamp()))
    assert "7 open" in shown(line)
    assert "(1 waiting, 1 author’s word)" in shown(line)


def test_the_share_that_was_read_follows_the_sentences(line: StatusLine, session: Session) -> None:
    assert "read 0 % of the text" in shown(line)
    everything = [sentence.id for sentence in session.case.sentences]
    session.do(session.case.read(everything, session.stamp()))
    assert f"read {session.case.coverage().percent} % of the text" in shown(line)
    assert session.case.coverage().percent > 90


def test_the_time_of_recording_is_the_desks_own(line: StatusLine, session: Session) -> None:
    session.recorded.emit(datetime(2026, 3, 4, 8, 30, 5, tzinfo=UTC))
    here = datetime(2026, 3, 4, 8, 30, 5, tzinfo=UTC).astimezone()
    assert f"Recorded {here:%H:%M:%S}" in shown(line)


def test_a_message_leaves_the_counts_in_sight_and_goes_again(
    line: StatusLine, qtbot: QtBot
) -> None:
    line._until.setInterval(30)
    line.say("The question is on the clipboard.")
    assert "The question is on the clipboard." in shown(line)
    assert "0 of 7 checked" in shown(line)
    qtbot.waitUntil(lambda: "The question is on the clipboard." not in shown(line))


def test_the_search_for_claims_can_be_stopped(line: StatusLine, qtbot: QtBot) -> None:
    line.set_progress(40, 100)
    assert "Looking for claims… 40 %" in shown(line)
    with qtbot.waitSignal(line.stop_asked):
        QTest.mouseClick(stop_of(line), Qt.MouseButton.LeftButton)
    line.clear_progress()
    assert not stop_of(line).isVisible()
    assert not [words for words in shown(line) if words.startswith("Looking")]


def test_another_job_is_stopped_by_its_own_means(line: StatusLine, qtbot: QtBot) -> None:
    stopped: list[bool] = []
    line.show_busy("Writing report.pdf…", lambda: stopped.append(True))
    assert "Writing report.pdf…" in shown(line)
    with qtbot.assertNotEmitted(line.stop_asked):
        QTest.keyClick(stop_of(line), Qt.Key.Key_Space)
    assert stopped == [True]
    line.clear_busy()
    assert "Writing report.pdf…" not in shown(line)


@pytest.mark.parametrize("width", [1440, 1100, 1024, 760])
def test_nothing_is_cut_off_at_any_width(line: StatusLine, width: int) -> None:
    line.set_progress(40, 100)
    line.resize(width, line.height())
    layout = line.layout()
    assert layout is not None
    assert "0 of 7 checked" in shown(line)
    assert layout.minimumSize().width() <= width


def test_a_narrow_line_leaves_the_words_to_those_who_hear_them(line: StatusLine) -> None:
    line.resize(1024, line.height())
    texts = [label.text() for label in line.findChildren(QLabel) if label.isVisible()]
    assert "0" in texts
    assert "0 verified" in shown(line)


def test_why_nothing_can_be_written_is_shown(
    qtbot: QtBot, casebook: Casebook, theme: Theme
) -> None:
    book = Casebook.open(casebook.path, read_only=True)
    session = Session(book, "Ada Checker")
    session.open("article")
    made = StatusLine(session, theme)
    qtbot.addWidget(made)
    made.resize(1440, made.height())
    made.show()
    assert "The casebook was opened for reading only." in shown(made)
    book.close()


def test_the_start_page_is_told_of_articles_and_claims(line: StatusLine, session: Session) -> None:
    session.close_case()
    assert shown(line) == ["1 article · 7 claims", "desk.casebook"]


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_every_control_has_a_name(line: StatusLine, name: str) -> None:
    line.set_theme(theme_named(name))
    line.set_progress(1, 2)
    assert not nameless(line)


def test_a_file_name_is_shown_letter_for_letter(line: StatusLine, session: Session) -> None:
    line.show_busy("Reading <b>town</b> & **harbour**.txt…", lambda: None)
    busy = next(one for one in line.findChildren(QLabel) if one.text().startswith("Reading"))
    assert busy.textFormat() is Qt.TextFormat.PlainText
    assert busy.text() == busy.accessibleName() == "Reading <b>town</b> & **harbour**.txt…"
    line.clear_busy()
