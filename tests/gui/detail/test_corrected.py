"""Finding, proposal, answer and decision are written in the detail panel, each by its own hand."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from factcheck.errors import NotRecorded
from factcheck.model.change import Change
from factcheck.model.correcting import write_part
from factcheck.model.correction import CorrectionPart
from factcheck.ui.detail.note import PAUSE, NoteField
from tests.gui.detail.conftest import Desk
from tests.makers import CHECKER


def recorded(desk: Desk, claim_id: str) -> dict[CorrectionPart, str]:
    """The correction as the file has it."""
    correction = desk.session.casebook.load("article").correction(claim_id)
    return {} if correction is None else {p: entry.text for p, entry in correction.entries}


def lines(desk: Desk) -> str:
    return "\n".join(line.text() for line in desk.body.correction._lines.values())


def field(desk: Desk, part: CorrectionPart) -> NoteField:
    return desk.body.correction.fields[part]


def press(desk: Desk) -> None:
    desk.panel.setFocus()
    QTest.keyClick(desk.panel._pages.scroller, Qt.Key.Key_X, Qt.KeyboardModifier.ShiftModifier)


def test_a_claim_that_is_right_shows_no_correction(desk: Desk) -> None:
    desk.select()
    assert not desk.body.correction.isVisible()
    desk.actions["verified"].trigger()
    assert not desk.body.correction.isVisible()
    desk.actions["contradicted"].trigger()
    assert desk.body.correction.isVisible()


def test_the_key_opens_it_at_the_first_part_that_is_empty(desk: Desk) -> None:
    claim_id = desk.select()
    press(desk)
    assert field(desk, CorrectionPart.FINDING).hasFocus()
    QTest.keyClicks(field(desk, CorrectionPart.FINDING), "Opened in 1932")
    press(desk)
    assert field(desk, CorrectionPart.PROPOSAL).hasFocus()
    QTest.keyClicks(field(desk, CorrectionPart.PROPOSAL), "opened in 1932")
    QTest.keyClick(field(desk, CorrectionPart.PROPOSAL), Qt.Key.Key_Escape)
    told = {CorrectionPart.FINDING: "Opened in 1932", CorrectionPart.PROPOSAL: "opened in 1932"}
    assert recorded(desk, claim_id) == told
    assert desk.session.case.verdict(claim_id) is None


def test_each_part_names_who_wrote_it(desk: Desk) -> None:
    claim_id = desk.select()
    change = write_part(
        desk.session.case, claim_id, CorrectionPart.ANSWER, "I was wrong.", CHECKER, "Ola Author"
    )
    desk.session.do(change)
    assert desk.body.correction.isVisible()
    assert "Author’s answer · Ola Author, taken down by Ada Checker" in lines(desk)
    QTest.keyClicks(field(desk, CorrectionPart.ANSWER), "So ")
    field(desk, CorrectionPart.ANSWER).commit()
    answer = desk.session.case.correction(claim_id)
    assert answer is not None and answer.answer is not None
    assert answer.answer.of == "Ola Author"


def test_parts_are_undone_one_by_one(desk: Desk) -> None:
    claim_id = desk.select()
    press(desk)
    QTest.keyClicks(field(desk, CorrectionPart.FINDING), "Wrong.")
    press(desk)
    QTest.keyClicks(field(desk, CorrectionPart.PROPOSAL), "Right.")
    desk.panel.commit_pending()
    desk.session.undo()
    assert recorded(desk, claim_id) == {CorrectionPart.FINDING: "Wrong."}
    assert field(desk, CorrectionPart.PROPOSAL).toPlainText() == ""
    desk.session.undo()
    assert recorded(desk, claim_id) == {}
    desk.session.redo()
    assert field(desk, CorrectionPart.FINDING).toPlainText() == "Wrong."


def test_selecting_another_claim_records_it_on_the_one_it_was_written_for(desk: Desk) -> None:
    claim_id = desk.select()
    press(desk)
    QTest.keyClicks(field(desk, CorrectionPart.FINDING), "Wrong.")
    other = desk.select("opened in 1931")
    assert recorded(desk, claim_id) == {CorrectionPart.FINDING: "Wrong."}
    assert recorded(desk, other) == {}
    assert not desk.body.correction.isVisible()


def test_what_the_disk_refuses_is_kept_and_told(desk: Desk, qtbot: QtBot) -> None:
    claim_id = desk.select()
    press(desk)
    QTest.keyClicks(field(desk, CorrectionPart.FINDING), "Wrong.")
    book = desk.session.casebook
    write = book.write

    def refuse(change: Change) -> None:
        raise NotRecorded("The disk is full.")

    book.write = refuse  # type: ignore[method-assign, assignment]
    assert not desk.panel.commit_all()
    assert field(desk, CorrectionPart.FINDING).toPlainText() == "Wrong."
    book.write = write  # type: ignore[method-assign]
    assert desk.panel.commit_all()
    assert recorded(desk, claim_id) == {CorrectionPart.FINDING: "Wrong."}
    qtbot.wait(PAUSE // 10)


def test_the_history_tells_each_part(desk: Desk) -> None:
    claim_id = desk.select()
    for part in CorrectionPart:
        desk.session.do(
            write_part(desk.session.case, claim_id, part, "Words.", desk.session.stamp())
        )
    claim = desk.session.selected_claim
    assert claim is not None
    told = [deed.words for deed in desk.panel._deeds(claim)]
    assert [words.partition(" by ")[0] for words in told[-4:]] == [
        "checker’s finding written",
        "proposal written",
        "author’s answer written",
        "editor’s decision written",
    ]
