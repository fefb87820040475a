"""Nothing that is typed as a note is lost, and one sitting is one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from factcheck.errors import NotRecorded
from factcheck.model.change import Change, Stamp, Verb
from factcheck.storage import Casebook
from factcheck.ui.detail.note import PAUSE
from tests.gui.conftest import PROGRAM
from tests.gui.detail.conftest import Desk
from tests.makers import CHECKER, TOWN_TEXT, make_claim, place_of

CTRL = Qt.KeyboardModifier.ControlModifier


def write(desk: Desk, words: str) -> None:
    desk.panel.edit_note()
    QTest.keyClicks(desk.note, words)


def test_the_key_leads_into_the_note_and_letters_stay_there(desk: Desk) -> None:
    claim_id = desk.select()
    desk.panel.setFocus()
    QTest.keyClick(desk.panel._pages.scroller, Qt.Key.Key_M)
    assert desk.note.hasFocus()
    QTest.keyClicks(desk.note, "vxn d")
    assert desk.note.toPlainText() == "vxn d"
    assert desk.session.case.verdict(claim_id) is None


def test_a_note_is_recorded_after_a_pause(qtbot: QtBot, desk: Desk) -> None:
    claim_id = desk.select()
    write(desk, "Ask the county")
    assert desk.recorded_note(claim_id) == ""
    qtbot.waitUntil(lambda: desk.recorded_note(claim_id) == "Ask the county", timeout=3 * PAUSE)
    assert desk.note.hasFocus()


def test_selecting_another_claim_records_the_note_on_the_one_it_was_written_for(
    desk: Desk,
) -> None:
    claim_id = desk.select()
    write(desk, "Ask the county")
    other_id = desk.select("opened in 1931")
    assert desk.recorded_note(claim_id) == "Ask the county"
    assert desk.recorded_note(other_id) == ""
    assert desk.note.toPlainText() == ""


def test_leaving_the_field_records_the_note(desk: Desk) -> None:
    claim_id = desk.select()
    write(desk, "Ask the county")
    desk.panel.setFocus()
    assert desk.recorded_note(claim_id) == "Ask the county"


def test_closing_records_the_note(desk: Desk) -> None:
    claim_id = desk.select()
    write(desk, "Ask the county")
    desk.panel.commit_pending()
    assert desk.recorded_note(claim_id) == "Ask the county"


def test_closing_the_article_records_the_note(desk: Desk) -> None:
    claim_id = desk.select()
    write(desk, "Ask the county")
    desk.session.close_case()
    assert desk.recorded_note(claim_id) == "Ask the county"


def test_ctrl_enter_records_and_returns_the_keyboard(desk: Desk) -> None:
    claim_id = desk.select()
    desk.panel.setFocus()
    write(desk, "Ask the county")
    QTest.keyClick(desk.note, Qt.Key.Key_Return, CTRL)
    assert desk.recorded_note(claim_id) == "Ask the county"
    assert desk.panel._pages.scroller.hasFocus()


def test_one_sitting_is_one_step_to_undo(desk: Desk) -> None:
    claim_id = desk.select()
    write(desk, "Ask")
    desk.note.commit()
    QTest.keyClicks(desk.note, " the county")
    desk.note.commit()
    QTest.keyClicks(desk.note, " archive")
    desk.panel.setFocus()
    assert len(desk.session.steps) == 1
    desk.session.undo()
    assert desk.recorded_note(claim_id) == ""
    assert desk.note.toPlainText() == ""
    desk.session.redo()
    assert desk.recorded_note(claim_id) == "Ask the county archive"
    assert desk.note.toPlainText() == "Ask the county archive"
    assert desk.session.casebook.check() == []


def test_another_sitting_is_another_step(desk: Desk) -> None:
    claim_id = desk.select()
    write(desk, "Ask the county")
    desk.panel.setFocus()
    write(desk, ", twice")
    desk.panel.setFocus()
    assert len(desk.session.steps) == 2
    desk.session.undo()
    assert desk.recorded_note(claim_id) == "Ask the county"


def test_esc_is_done_and_keeps_every_word(desk: Desk) -> None:
    claim_id = desk.select()
    write(desk, "Ask the county")
    desk.note.commit()
    QTest.keyClicks(desk.note, " at once")
    QTest.keyClick(desk.note, Qt.Key.Key_Escape)
    assert desk.recorded_note(claim_id) == "Ask the county at once"
    assert not desk.note.hasFocus()
    desk.session.undo()
    assert desk.session.case.note(claim_id) is None


def test_an_emptied_note_is_removed(desk: Desk) -> None:
    claim_id = desk.select()
    write(desk, "Ask the county")
    desk.panel.setFocus()
    desk.panel.edit_note()
    desk.note.selectAll()
    QTest.keyClick(desk.note, Qt.Key.Key_Delete)
    desk.panel.setFocus()
    assert desk.session.case.note(claim_id) is None


def test_claims_proposed_meanwhile_do_not_touch_what_is_being_typed(desk: Desk) -> None:
    desk.select()
    write(desk, "Ask the coun")
    case = desk.session.case
    desk.session.propose(case.propose([make_claim("the county")], [], PROGRAM))
    QTest.keyClicks(desk.note, "ty")
    assert desk.note.toPlainText() == "Ask the county"


def test_a_note_the_disk_refused_comes_back_with_its_claim(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim_id = desk.select()
    sentences: list[str] = []
    desk.session.failed.connect(sentences.append)

    def refuse(_book: Casebook, change: Change) -> None:
        raise NotRecorded("The disk is full.")

    write(desk, "Ask the county")
    with monkeypatch.context() as patch:
        patch.setattr(Casebook, "write", refuse)
        desk.select("opened in 1931")
    assert sentences == ["The disk is full."]
    desk.select()
    assert desk.note.toPlainText() == "Ask the county"
    desk.panel.commit_pending()
    assert desk.recorded_note(claim_id) == "Ask the county"


def test_the_field_grows_with_the_note_and_scrolls_when_long(desk: Desk) -> None:
    desk.select()
    low = desk.note.height()
    desk.panel.edit_note()
    for _ in range(4):
        QTest.keyClick(desk.note, Qt.Key.Key_Return)
    assert low < desk.note.height() < 260
    desk.note.insertPlainText("line\n" * 60)
    assert desk.note.height() == 260


def test_a_note_on_a_claim_that_was_joined_is_kept_with_it(desk: Desk) -> None:
    claim_id = desk.select("opened in 1931")
    write(desk, "Ask the county")
    desk.panel.setFocus()
    case = desk.session.case
    other = case.mark(place_of(TOWN_TEXT, "is the oldest"), desk.session.stamp())
    desk.session.do(other)
    desk.session.do(case.join(other.claim_id, claim_id, desk.session.stamp()))
    assert desk.session.selected == ""
    desk.session.select(other.claim_id)
    assert desk.note.toPlainText() == "Ask the county"


def test_history_tells_a_sitting_once(desk: Desk) -> None:
    claim_id = desk.select()
    for words in ("Ask", " the", " county"):
        write(desk, words)
        desk.note.commit()
    entries = desk.session.casebook.history("article", claim_id)
    assert [entry.change.verb for entry in entries] == [Verb.NOTE] * 3
    assert desk.body.history.accessibleName().count("note") == 1


def test_looking_at_a_note_leaves_it_as_it_was_written(desk: Desk) -> None:
    written = ("Costs 12\u00a0000 by the books", "Ask again, two blanks and a line follow  \n")
    claims = desk.session.case.claims()[:2]
    case, author = desk.session.case, Stamp("Boris Author", CHECKER.at)
    for claim, text in zip(claims, written, strict=True):
        change = case.write_note(claim.id, text, author)
        desk.session.propose(change)
    for claim in (*claims, claims[0]):
        desk.session.select(claim.id)
        desk.panel.edit_note()
        desk.panel.setFocus()
    desk.panel.commit_pending()
    for claim, text in zip(claims, written, strict=True):
        note = desk.session.casebook.load("article").note(claim.id)
        assert note is not None
        assert (note.text, note.checker) == (text, "Boris Author")
    assert len(desk.session.casebook.history("article", claims[0].id)) == 1


def test_no_break_spaces_stay_when_words_are_added(desk: Desk) -> None:
    claim_id = desk.select()
    desk.session.propose(desk.session.case.write_note(claim_id, "12\u00a0000", CHECKER))
    write(desk, " cars")
    desk.panel.setFocus()
    assert desk.recorded_note(claim_id) == "12\u00a0000 cars"


def test_what_was_refused_is_recorded_with_the_rest_once_it_can_be(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = desk.select()

    def refuse(_book: Casebook, change: Change) -> None:
        raise NotRecorded("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(Casebook, "write", refuse)
        write(desk, "Ask the county")
        second = desk.select("opened in 1931")
        write(desk, "Ask the archive")
        assert not desk.panel.commit_all()
    assert desk.panel.commit_all()
    assert desk.recorded_note(first) == "Ask the county"
    assert desk.recorded_note(second) == "Ask the archive"
