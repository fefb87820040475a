"""The session: file first, then memory, then the screen; and a step that could not be written is not there."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from factcheck.errors import NotRecorded
from factcheck.model.change import Change
from factcheck.model.overview import LogEntry
from factcheck.model.verdict import Rating, State
from factcheck.storage import Casebook
from factcheck.ui.session import Session

FULL = "The disk is full. The last verdict was not recorded."


@pytest.fixture
def full_disk(session: Session, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bool]]:
    """A switch: while its item is True, the casebook cannot write."""
    switch = [False]
    write = session.casebook.write

    def write_or_fail(change: Change) -> LogEntry:
        if switch[0]:
            raise NotRecorded(FULL)
        return write(change)

    monkeypatch.setattr(session.casebook, "write", write_or_fail)
    yield switch


def rate(session: Session, claim_id: str, rating: Rating = Rating.VERIFIED) -> bool:
    return session.do(session.case.rate(claim_id, rating, session.stamp()))


def test_a_verdict_is_in_the_file_when_do_returns(session: Session, casebook: Casebook) -> None:
    claim = session.case.claims()[0]
    assert rate(session, claim.id)
    assert casebook.load("article").state(claim.id) is State.VERIFIED


def test_undo_and_redo_reach_the_file_too(session: Session, casebook: Casebook) -> None:
    claim = session.case.claims()[0]
    rate(session, claim.id)
    session.undo()
    assert casebook.load("article").state(claim.id) is State.OPEN
    session.redo()
    assert casebook.load("article").state(claim.id) is State.VERIFIED
    assert session.case.state(claim.id) is State.VERIFIED


def test_a_step_that_was_not_written_leaves_memory_file_and_stack_as_they_were(
    session: Session, casebook: Casebook, full_disk: list[bool]
) -> None:
    first, second = session.case.claims()[:2]
    rate(session, first.id)
    full_disk[0] = True
    failures, changes = QSignalSpy(session.failed), QSignalSpy(session.changed)
    assert not rate(session, second.id)
    assert [failures.at(i)[0] for i in range(failures.count())] == [FULL]
    assert changes.count() == 0
    assert session.case.state(second.id) is State.OPEN
    assert session.undo_stack.count() == 1
    full_disk[0] = False
    session.undo()
    assert casebook.load("article").state(first.id) is State.OPEN


def test_an_undo_that_was_not_written_changes_nothing_that_is_seen(
    session: Session, casebook: Casebook, full_disk: list[bool]
) -> None:
    claim = session.case.claims()[0]
    rate(session, claim.id)
    full_disk[0] = True
    session.undo()
    full_disk[0] = False
    assert session.case.state(claim.id) is State.VERIFIED
    assert casebook.load("article").state(claim.id) is State.VERIFIED
    assert rate(session, claim.id, Rating.CONTRADICTED)
    session.undo()
    assert session.case.state(claim.id) is State.VERIFIED


def test_the_selection_goes_with_the_claim_that_goes(session: Session, qtbot: QtBot) -> None:
    words = session.case.claims()[2].position
    change = session.case.mark(type(words)(words.start + 4, words.end - 3), session.stamp())
    session.do(change)
    session.select(change.claim_id)
    with qtbot.waitSignal(session.selection_changed) as selected:
        session.undo()
    assert selected.args == [""]


def test_another_article_starts_with_nothing_to_undo(session: Session) -> None:
    rate(session, session.case.claims()[0].id)
    session.open("article")
    assert not session.undo_stack.canUndo()
    assert session.selected == ""


def test_what_is_half_written_is_asked_for_before_the_article_is_left(session: Session) -> None:
    claim = session.case.claims()[0]

    def write_down() -> None:
        session.do(session.case.write_note(claim.id, "half a thought", session.stamp()))

    session.closing.connect(write_down)
    session.open("article")
    note = session.case.note(claim.id)
    assert note is not None
    assert note.text == "half a thought"


def test_here_is_the_last_place_a_checker_turned_to(session: Session) -> None:
    claim = session.case.claims()[3]
    session.select(claim.id)
    assert session.here == claim.position
    words = session.case.claims()[0].position
    session.choose(words)
    assert session.here == words
