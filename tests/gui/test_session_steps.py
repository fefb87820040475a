"""Steps that go on with the last one."""

import pytest

from factcheck.errors import NotRecorded
from factcheck.model.change import Change
from factcheck.storage import Casebook
from factcheck.ui.session import Session


def test_a_step_that_goes_on_is_undone_with_the_one_before(session: Session) -> None:
    claim_id, case = session.case.claims()[0].id, session.case
    session.do(case.write_note(claim_id, "One", session.stamp()))
    session.do(case.write_note(claim_id, "One, two", session.stamp()), goes_on=True)
    assert len(session.steps) == 1
    session.undo()
    assert case.note(claim_id) is None
    session.redo()
    note = case.note(claim_id)
    assert note is not None and note.text == "One, two"
    assert session.casebook.check() == []


def test_a_step_goes_on_only_on_the_same_claim(session: Session) -> None:
    case = session.case
    first, second = (claim.id for claim in case.claims()[:2])
    session.do(case.write_note(first, "One", session.stamp()))
    session.do(case.write_note(second, "Two", session.stamp()), goes_on=True)
    assert len(session.steps) == 2


def test_steps_that_end_where_they_began_leave_none(session: Session) -> None:
    claim_id, case = session.case.claims()[0].id, session.case
    session.do(case.write_note(claim_id, "One", session.stamp()))
    session.do(case.write_note(claim_id, "", session.stamp()), goes_on=True)
    assert len(session.steps) == 0
    assert not session.steps.can_undo


def test_a_step_that_failed_does_not_join(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim_id, case = session.case.claims()[0].id, session.case
    session.do(case.write_note(claim_id, "One", session.stamp()))

    def refuse(_book: Casebook, change: Change) -> None:
        raise NotRecorded("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(Casebook, "write", refuse)
        assert not session.do(case.write_note(claim_id, "Two", session.stamp()), goes_on=True)
    assert len(session.steps) == 1
    session.undo()
    assert case.note(claim_id) is None
    assert session.casebook.check() == []
