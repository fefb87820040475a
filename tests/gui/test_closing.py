"""The whole window: no command and no closing loses a note that is being written."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from factcheck.errors import NotRecorded
from factcheck.model.change import Change
from factcheck.model.verdict import Rating
from factcheck.storage import Casebook
from factcheck.ui import dialogs
from factcheck.ui.settings import Settings
from factcheck.ui.workstation import Workstation
from tests.gui.conftest import keep
from tests.makers import CHECKER, TOWN_TEXT, place_of

FULL = "The disk is full."


@pytest.fixture
def desk(
    tmp_path: Path, settings: Settings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Workstation]:
    """The window on the town article, whose every sentence has been looked through."""
    settings.checker = CHECKER.by
    book = Casebook.open(tmp_path / "desk.casebook", exclusive=True)
    keep(book)
    made = Workstation(book, settings)
    monkeypatch.setattr(made.workplace.analysis, "start", lambda *_: None)
    made.window.show()
    qtbot.waitUntil(made.window.isVisible)
    made.session.open("article")
    yield made
    made.status.say("")
    made.window.close()


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sentences that the person had to put away."""
    sentences: list[str] = []
    monkeypatch.setattr(dialogs, "tell", lambda _parent, sentence: sentences.append(sentence))
    return sentences


def write_note(desk: Workstation, words: str) -> None:
    desk.actions["note"].trigger()
    field = desk.workplace.detail.findChild(QPlainTextEdit, "note")
    assert field is not None
    QTest.keyClicks(field, words)


def test_words_of_a_note_not_yet_recorded_go_with_a_claim_that_is_joined(
    desk: Workstation,
) -> None:
    session = desk.session
    first = session.case.mark(place_of(TOWN_TEXT, "The bridge"), session.stamp())
    session.do(first)
    following = next(c for c in session.case.claims() if c.text == "opened in 1931")
    session.do(session.case.write_note(following.id, "Seen in the register", session.stamp()))
    session.select(first.claim_id)
    write_note(desk, "Ask the county")
    desk.actions["join"].trigger()
    joined = session.casebook.load("article").note(first.claim_id)
    assert joined is not None
    assert "Ask the county" in joined.text
    assert "Seen in the register" in joined.text


def test_a_note_that_cannot_be_recorded_keeps_the_window_open_once(
    desk: Workstation, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = desk.session.case.claims()[0]
    desk.session.select(claim.id)
    write_note(desk, "Ask the county")

    def refuse(_book: Casebook, change: Change) -> None:
        raise NotRecorded(FULL)

    hints: list[str] = []
    desk.session.told.connect(hints.append)
    with monkeypatch.context() as patch:
        patch.setattr(Casebook, "write", refuse)
        assert not desk.window.close()
        assert desk.window.isVisible()
        assert told == [FULL]
        assert hints[0].startswith("A note is not recorded, so the window stays open.")
        QApplication.processEvents()
        assert desk.window.close()
        assert told == [FULL, FULL]


def test_the_window_closes_at_once_when_the_note_can_be_recorded_after_all(
    desk: Workstation, told: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    claim = desk.session.case.claims()[0]
    desk.session.select(claim.id)
    write_note(desk, "Ask the county")

    def refuse(_book: Casebook, change: Change) -> None:
        raise NotRecorded(FULL)

    with monkeypatch.context() as patch:
        patch.setattr(Casebook, "write", refuse)
        assert not desk.window.close()
    assert desk.window.close()
    assert told == [FULL]
    book = Casebook.open(tmp_path / "desk.casebook", read_only=True)
    note = book.load("article").note(claim.id)
    book.close()
    assert note is not None
    assert note.text == "Ask the county"


def test_who_gave_no_name_is_told_once_what_verdicts_are_signed_with(
    desk: Workstation, settings: Settings, tmp_path: Path
) -> None:
    hints: list[str] = []
    desk.session.told.connect(hints.append)
    claims = desk.session.case.claims()
    for claim in claims[:2]:
        desk.session.select(claim.id)
        desk.actions["contradicted"].trigger()
    assert hints == []  # Ada Checker gave her name
    settings.checker = ""
    nameless = Workstation(Casebook.open(tmp_path / "other.casebook"), settings)
    keep(nameless.session.casebook)
    nameless.session.open("article")
    nameless.session.told.connect(hints.append)
    claims = nameless.session.case.claims()
    nameless.session.do(nameless.session.case.write_note(claims[0].id, "Ask", CHECKER))
    assert hints == []
    for claim in claims[:2]:
        session = nameless.session
        session.do(session.case.rate(claim.id, Rating.VERIFIED, session.stamp()))
    name = nameless.session.checker
    assert hints == [f"Verdicts are signed “{name}”. Preferences changes the name."]
    nameless.status.say("")
    nameless.window.close()
