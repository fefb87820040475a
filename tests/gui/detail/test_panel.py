"""The claim in full: what it shows, what its buttons do, and what it says of the past."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QWidget,
)
from pytestqt.qtbot import QtBot

from factcheck.model.claim import ClaimKind, Priority
from factcheck.model.verdict import Rating, State, Waiting, Waits
from factcheck.storage import Casebook
from factcheck.ui.detail import DetailPanel
from factcheck.ui.detail.excerpt import surroundings
from factcheck.ui.detail.source_dialog import SourceDialog
from factcheck.ui.detail.waiting import WaitingFor
from factcheck.ui.session import Session
from factcheck.ui.settings import Settings
from factcheck.ui.theme import Theme, theme_named
from tests.gui.conftest import OLDEST, keep
from tests.gui.detail.conftest import Desk
from tests.gui.naming import nameless
from tests.makers import make_claim, make_source


def texts_of(widget: QWidget) -> str:
    """Everything that can be read on the widget, by its accessible names."""
    shown = [label for label in widget.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.accessibleName() or label.text() for label in shown)


def test_without_a_claim_it_says_how_to_get_to_one(desk: Desk) -> None:
    assert "J and K go from claim to claim" in texts_of(desk.panel)
    assert not desk.buttons[State.VERIFIED].isEnabled()
    desk.select()
    assert "J and K" not in texts_of(desk.panel)
    desk.session.select("")
    assert "J and K" in texts_of(desk.panel)


def test_it_shows_sentence_question_kind_and_reason(desk: Desk) -> None:
    desk.select()
    shown = texts_of(desk.panel)
    assert f"{OLDEST}. It carries …" in shown
    assert "Which bridges in the county are older?" in shown
    assert "first or superlative, high priority" in shown
    assert "was asked for by a test" in shown
    assert "Not checked yet" in shown
    assert "marked by the program" in shown


@pytest.mark.parametrize(
    ("key", "state"),
    [
        (Qt.Key.Key_V, State.VERIFIED),
        (Qt.Key.Key_X, State.CONTRADICTED),
        (Qt.Key.Key_N, State.UNVERIFIABLE),
        (Qt.Key.Key_A, State.AUTHORS_WORD),
        (Qt.Key.Key_D, State.NOT_A_CLAIM),
    ],
)
def test_letters_decide_and_the_button_in_force_shows_it(
    desk: Desk, key: Qt.Key, state: State
) -> None:
    claim_id = desk.select()
    desk.panel.setFocus()
    QTest.keyClick(desk.panel._pages.scroller, key)
    assert desk.session.case.state(claim_id) is state
    assert [s for s, button in desk.buttons.items() if button.isChecked()] == [state]
    desk.session.undo()
    assert not any(button.isChecked() for button in desk.buttons.values())


def test_a_click_decides_and_leaves_the_keyboard_where_it_was(desk: Desk) -> None:
    claim_id = desk.select()
    desk.panel.setFocus()
    button = desk.buttons[State.CONTRADICTED]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.session.case.state(claim_id) is State.CONTRADICTED
    assert button.isChecked()
    assert desk.panel._pages.scroller.hasFocus()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isChecked()


def test_space_and_enter_press_the_focused_button(desk: Desk) -> None:
    claim_id = desk.select()
    for key, state in ((Qt.Key.Key_Space, State.VERIFIED), (Qt.Key.Key_Return, State.CONTRADICTED)):
        button = desk.buttons[state]
        button.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(button, key)
        assert desk.session.case.state(claim_id) is state


class TestWaiting:
    def ask(self, act: Callable[[WaitingFor], None]) -> None:
        def when_open() -> None:
            question = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            assert isinstance(question, WaitingFor)
            try:
                act(question)
            finally:
                question.close()

        QTimer.singleShot(0, when_open)

    def test_the_author_is_offered_first(self, desk: Desk) -> None:
        claim_id = desk.select()
        self.ask(lambda question: QTest.keyClick(question.field, Qt.Key.Key_Return))
        desk.actions["waiting"].trigger()
        verdict = desk.session.case.verdict(claim_id)
        assert verdict is not None
        assert (verdict.rating, verdict.waiting_for) == (Rating.WAITING, "the author")
        assert "Asked the author · Ada Checker" in texts_of(desk.panel)

    def test_names_used_before_are_offered(self, desk: Desk) -> None:
        desk.select("opened in 1931")

        def write(question: WaitingFor) -> None:
            question.field.setText("the county")
            question.accept()

        self.ask(write)
        desk.actions["waiting"].trigger()
        claim_id = desk.select()

        def choose(question: WaitingFor) -> None:
            QTest.keyClick(question.field, Qt.Key.Key_Down)
            QTest.keyClick(question.names, Qt.Key.Key_Down)
            QTest.keyClick(question.names, Qt.Key.Key_Up)
            assert question.field.text() == "the county"
            question.accept()

        self.ask(choose)
        desk.actions["waiting"].trigger()
        verdict = desk.session.case.verdict(claim_id)
        assert verdict is not None and verdict.waiting_for == "the county"

    def test_why_follows_the_name_until_it_is_chosen(self, desk: Desk) -> None:
        claim_id = desk.select()

        def write(question: WaitingFor) -> None:
            question.field.setText("the county")
            assert question.reason.currentText() == "Asked a source"
            question.reason.setFocus()
            QTest.keyClick(question.reason, Qt.Key.Key_D)
            question.field.setText("the author")
            assert question.reason.currentText() == "Disputed"
            question.accept()

        self.ask(write)
        desk.actions["waiting"].trigger()
        verdict = desk.session.case.verdict(claim_id)
        assert verdict is not None
        assert (verdict.waiting_for, verdict.waits) == ("the author", Waits.DISPUTED)

    def test_parking_asks_for_a_day(self, desk: Desk) -> None:
        claim_id = desk.select()

        def park(question: WaitingFor) -> None:
            question.reason.setFocus()
            QTest.keyClick(question.reason, Qt.Key.Key_P)
            assert question.field.text() == ""
            for words in ("", "next week"):
                question.until.setText(words)
                question.accept()
                assert question.isVisible() and question.wrong.isVisible()
            question.until.setText("8 May 2026")
            question.accept()

        self.ask(park)
        desk.actions["waiting"].trigger()
        verdict = desk.session.case.verdict(claim_id)
        assert verdict is not None
        assert (verdict.waits, verdict.until) == (Waits.PARKED, date(2026, 5, 8))
        assert "Parked until 8 May 2026 · Ada Checker" in texts_of(desk.panel)
        self.ask(lambda question: question.accept())  # as it was said before
        desk.actions["waiting"].trigger()
        again = desk.session.case.verdict(claim_id)
        assert again is not None and again.waiting == verdict.waiting

    def test_esc_changes_nothing(self, desk: Desk) -> None:
        claim_id = desk.select()
        self.ask(lambda question: QTest.keyClick(question, Qt.Key.Key_Escape))
        button = desk.buttons[State.WAITING]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert desk.session.case.verdict(claim_id) is None
        assert not button.isChecked()


def test_claims_around_and_inside_are_links(desk: Desk) -> None:
    desk.select()
    nested = desk.body.nested
    assert nested.accessibleName() == "around 4"
    nested.linkActivated.emit(desk.session.case.claims()[3].id)
    assert desk.session.selected_claim is not None
    assert desk.session.selected_claim.text == "opened in 1931"
    assert nested.accessibleName() == "inside 3"
    desk.select("every ten minutes")
    assert not nested.isVisible()


def test_numbers_of_nested_claims_follow_new_claims(desk: Desk) -> None:
    desk.select()
    case = desk.session.case
    desk.session.propose(case.propose([make_claim("nine weeks")], [], desk.session.stamp()))
    assert desk.body.nested.accessibleName() == "around 5"


def test_history_tells_every_step_in_words(desk: Desk) -> None:
    claim_id = desk.select()
    session, case = desk.session, desk.session.case
    stamp = session.stamp
    session.do(case.rate(claim_id, Rating.VERIFIED, stamp()))
    session.undo()
    session.redo()
    session.do(case.attach(claim_id, make_source(), stamp()))
    session.do(case.rate(claim_id, Rating.WAITING, stamp(), "the county"))
    session.do(case.take_back(claim_id, stamp()))
    session.do(case.change_priority(claim_id, Priority.LOW, stamp()))
    session.do(case.change_kind(claim_id, ClaimKind.DATE_TIME, stamp()))
    session.do(case.write_note(claim_id, "See map.", stamp()))
    session.do(case.write_note(claim_id, "", stamp()))
    history = desk.body.history
    assert "8 more" in history.text()
    history.linkActivated.emit("more")
    told = history.accessibleName().split("; ")
    assert [line.partition(" ")[2] if ":" in line[:3] else line for line in told] == [
        "marked by the program",
        "verified by Ada Checker",
        "undone by Ada Checker: verified",
        "done again by Ada Checker: verified",
        "source added (“Register of bridges”) by Ada Checker",
        "set to wait for the county by Ada Checker",
        "verdict taken back by Ada Checker",
        "priority set to low by Ada Checker",
        "kind set to date or time by Ada Checker",
        "note written by Ada Checker",
        "note removed by Ada Checker",
    ]
    clock = datetime.now(UTC).astimezone().strftime("%H:")
    assert told[1].startswith(clock)
    history.linkActivated.emit("fewer")
    assert len(history.accessibleName().split("; ")) == 3


def test_history_folds_again_for_the_next_claim(desk: Desk) -> None:
    claim_id = desk.select()
    for rating in (Rating.VERIFIED, Rating.CONTRADICTED, Rating.UNVERIFIABLE, Rating.VERIFIED):
        desk.session.do(desk.session.case.rate(claim_id, rating, desk.session.stamp()))
    desk.body.history.linkActivated.emit("more")
    desk.select("opened in 1931")
    desk.select()
    assert "2 more" in desk.body.history.text()


def test_a_claim_marked_by_hand_says_by_whom(desk: Desk) -> None:
    case = desk.session.case
    change = case.mark(case.claims()[4].position, desk.session.stamp())
    desk.session.do(change)
    desk.session.select(change.claim_id)
    assert desk.body.history.accessibleName().endswith("marked by Ada Checker")


def test_a_changed_claim_is_shown_anew(desk: Desk) -> None:
    claim_id = desk.select()
    case, stamp = desk.session.case, desk.session.stamp()
    desk.session.do(case.change_question(claim_id, "Older than the mill bridge?", stamp))
    assert "Older than the mill bridge?" in texts_of(desk.panel)
    desk.session.do(case.change_question(claim_id, "", stamp))
    assert "No question yet." in texts_of(desk.panel)


def test_a_claim_that_goes_leaves_the_empty_page(desk: Desk) -> None:
    case = desk.session.case
    change = case.mark(case.claims()[4].position, desk.session.stamp())
    desk.session.do(change)
    desk.session.select(change.claim_id)
    desk.session.undo()
    assert "J and K" in texts_of(desk.panel)


def test_a_read_only_casebook_lets_nothing_be_changed(
    qtbot: QtBot, session: Session, theme: Theme, settings: Settings, casebook: Casebook
) -> None:
    case = session.case
    session.do(case.attach(case.claims()[2].id, make_source(), session.stamp()))
    reader = Casebook.open(casebook.path, read_only=True)
    reading = Session(reader, "Bo Reader")
    reading.open("article")
    desk = Desk(reading, theme, settings)
    desk.window.show()
    desk.select()
    reason = reading.read_only_reason
    assert reason
    assert desk.note.isReadOnly() and desk.note.toolTip() == reason
    (line,) = desk.body.sources.lines
    assert not line.remove.isEnabled() and line.remove.toolTip() == reason
    button = desk.buttons[State.VERIFIED]
    assert not button.isEnabled() and button.toolTip() == reason
    desk.panel.edit_note()
    assert not desk.note.hasFocus()
    desk.panel.add_source()  # opens nothing, else this would wait for ever
    desk.close()
    reader.close()


def test_long_and_right_to_left_texts_have_room(
    qtbot: QtBot, theme: Theme, settings: Settings, casebook: Casebook, tmp_path: Path
) -> None:
    hebrew = "הגשר ייסגר לתשעה שבועות"
    long = "The committee " + "met again and again and " * 60 + "rested"
    text = f"{hebrew}\n\n{long}. {'x' * 300} is a word."
    claims = [
        make_claim(hebrew, text),
        make_claim(long, text, question="Why? " * 60),
        make_claim("x" * 300, text, question="y" * 300),
    ]
    book = Casebook.open(tmp_path / "long.casebook")
    keep(book, text, (), claims, ())
    session = Session(book, "Ada Checker")
    session.open("article")
    desk = Desk(session, theme, settings)
    desk.size(405, 540)
    desk.window.show()
    for claim in session.case.claims():
        session.select(claim.id)
        QApplication.processEvents()
        for label in (desk.body.excerpt, desk.body.question):
            assert label.height() >= label.heightForWidth(label.width())
        assert desk.body.width() == desk.panel._pages.scroller.viewport().width()
        assert desk.body.minimumSizeHint().width() <= desk.body.width()
    session.select(session.case.claims()[0].id)
    assert 'dir="rtl"' in desk.body.excerpt.text()
    desk.close()
    book.close()


def test_verdict_buttons_stay_in_sight_in_small_windows(desk: Desk) -> None:
    desk.size(405, 300)
    desk.select()
    QApplication.processEvents()
    for button in desk.buttons.values():
        corner = button.mapTo(desk.panel, button.rect().bottomRight())
        assert desk.panel.rect().contains(corner)
        assert button.is_brief


def test_surroundings_end_at_words(session: Session) -> None:
    case = session.case
    before, after = surroundings(case, case.claims()[3])
    assert before == "The bridge, "
    assert after == ", is the oldest in the county. It carries …"


def test_surroundings_reach_into_the_body_but_not_into_the_headline(session: Session) -> None:
    case = session.case
    assert surroundings(case, case.claims()[1]) == ("Ferries will run ", "")
    before, _ = surroundings(case, case.claims()[5])
    assert before == "… 14,000 cars a day. "


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_another_colour_set_takes_at_once(desk: Desk, name: str) -> None:
    desk.select()
    theme = theme_named(name)
    desk.panel.set_theme(theme)
    QApplication.processEvents()
    picture = desk.panel.grab().toImage()
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
    }
    assert {theme.colour(t).name() for t in ("raised", "current", "chrome")} <= colours


def test_every_control_has_a_name(desk: Desk) -> None:
    claim_id = desk.select()
    case, stamp = desk.session.case, desk.session.stamp()
    desk.session.do(case.attach(claim_id, make_source(reference="https://a.example"), stamp))
    assert nameless(desk.panel) == []
    desk.session.select("")
    assert nameless(desk.panel) == []


def test_every_control_of_the_forms_has_a_name(qtbot: QtBot, theme: Theme, desk: Desk) -> None:
    desk.select()
    for form in (
        SourceDialog("article", [], theme, desk.session.casebook.vault, desk.window),
        WaitingFor(["the author"], Waiting(), theme, desk.panel),
    ):
        form.show()
        assert nameless(form) == []
        form.reject()


def test_it_needs_no_actions(qtbot: QtBot, session: Session, theme: Theme) -> None:
    panel = DetailPanel(session, theme)
    qtbot.addWidget(panel)
    session.select(session.case.claims()[0].id)
    panel.show()
    assert "Not checked yet" in texts_of(panel)
