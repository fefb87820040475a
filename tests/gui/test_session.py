"""The session: file first, then memory, then the screen; and a step that could not be written is not there."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from factcheck.errors import NotRecorded
from factcheck.model.article import Role
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
    assert len(session.steps) == 1
    full_disk[0] = False
    session.undo()
    assert casebook.load("article").state(first.id) is State.OPEN


def test_an_undo_that_was_not_written_can_be_tried_again(
    session: Session, casebook: Casebook, full_disk: list[bool]
) -> None:
    first, second = session.case.claims()[:2]
    rate(session, first.id)
    rate(session, second.id)
    full_disk[0] = True
    session.undo()
    assert session.case.state(second.id) is State.VERIFIED
    assert casebook.load("article").state(second.id) is State.VERIFIED
    full_disk[0] = False
    session.undo()
    assert session.case.state(second.id) is State.OPEN
    assert session.case.state(first.id) is State.VERIFIED


def test_a_step_that_was_not_written_leaves_what_can_be_redone(
    session: Session, full_disk: list[bool]
) -> None:
    first, second = session.case.claims()[:2]
    rate(session, first.id)
    session.undo()
    full_disk[0] = True
    rate(session, second.id)
    full_disk[0] = False
    session.redo()
    assert session.case.state(first.id) is State.VERIFIED


def test_a_change_to_an_article_that_is_no_longer_open_is_refused(session: Session) -> None:
    change = session.case.set_title("Another headline", session.stamp())
    elsewhere = replace(change, article_id="another")
    told = QSignalSpy(session.told)
    assert not session.do(elsewhere)
    assert "nothing was changed" in told.at(0)[0]
    assert session.case.article.title != "Another headline"


def test_a_claim_in_a_part_made_silent_is_selected_no_more(session: Session) -> None:
    claim = session.case.claims()[-1]
    session.select(claim.id)
    block = session.case.block_at(claim.position.start)
    assert block is not None
    session.do(session.case.set_role(block.position, Role.BOILERPLATE, session.stamp()))
    assert session.selected == ""
    session.select(claim.id)
    assert session.selected == ""


def test_the_selection_goes_with_the_claim_that_goes(session: Session, qtbot: QtBot) -> None:
    words = session.case.claims()[2].position
    change = session.case.mark(type(words)(words.start + 4, words.end - 3), session.stamp())
    session.do(change)
    session.select(change.claim_id)
    with qtbot.waitSignal(session.selection_changed) as selected:
        session.undo()
    assert selected.args == [""]


def test_an_article_opened_again_is_undone_from_where_it_was_left(session: Session) -> None:
    claim = session.case.claims()[0].id
    rate(session, claim)
    session.select(claim)
    session.open("article")
    assert session.selected == ""
    assert session.steps.can_undo
    assert session.undo()
    assert session.case.verdict(claim) is None
    session.open("article")
    assert not session.steps.can_undo
    assert session.redo()
    assert session.case.verdict(claim) is not None
    assert session.casebook.check() == []


def test_no_article_has_nothing_to_undo(session: Session) -> None:
    rate(session, session.case.claims()[0].id)
    session.close_case()
    assert not session.steps.can_undo
    assert not session.undo()


def test_what_another_program_recorded_meanwhile_is_not_undone_over(
    session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    """The article is open here while the command line gives the same claim another verdict."""
    claim = session.case.claims()[0].id
    rate(session, claim)
    session.open("article")
    with closing(Casebook.open(tmp_path / "desk.casebook")) as beside:
        case = beside.load("article")
        beside.write(case.rate(claim, Rating.CONTRADICTED, session.stamp()))
    with qtbot.waitSignal(session.failed) as failed:
        assert not session.undo()
    assert failed.args is not None and "open the article again" in failed.args[0]
    assert session.steps.can_undo
    session.open("article")
    assert session.undo()
    assert session.case.state(claim) is State.VERIFIED


def test_a_step_whose_record_was_changed_since_is_said_and_given_up(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = session.case.claims()[:2]
    rate(session, first.id)
    rate(session, second.id)
    trail = session.casebook.trail("article")
    rate(session, second.id, Rating.CONTRADICTED)
    monkeypatch.setattr(Casebook, "trail", lambda _book, _article: trail)  # as if it broke off here
    session.open("article")
    with qtbot.waitSignal(session.told) as told:
        assert not session.undo()
    assert told.args == ["This cannot be undone: what it changed was changed since."]
    assert session.case.state(second.id) is State.CONTRADICTED
    assert session.undo()
    assert session.case.verdict(first.id) is None


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
