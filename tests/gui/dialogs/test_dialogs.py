"""The small dialogs: each is answered by keys alone, and gives exactly what was answered."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from factcheck.model.article import Role
from factcheck.model.claim import KIND_NAMES, ClaimKind
from factcheck.ui.actions import Actions
from factcheck.ui.dialogs import AboutDialog, CrashDialog, ManualDialog
from factcheck.ui.dialogs.ask import TitleDialog, explanation_dialog, question_dialog
from factcheck.ui.dialogs.choose import ChooseDialog, kind_dialog, role_dialog
from factcheck.ui.dialogs.manual import manual_html
from factcheck.ui.dialogs.paste import PasteDialog
from factcheck.ui.dialogs.tell import RemoveDialog, TellDialog
from factcheck.ui.settings import Settings
from factcheck.ui.theme import Theme, theme_named
from tests.gui.naming import focused, nameless

Show = Callable[[QDialog], None]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def shown(dialog: QDialog) -> None:
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)

    return shown


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(focused(), key, modifier or Qt.KeyboardModifier.NoModifier)


def button(dialog: QDialog, words: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == words)


def test_a_sentence_is_told_and_enter_puts_it_away(qtbot: QtBot, show: Show) -> None:
    sentence = "This file is empty. Choose another."
    dialog = TellDialog(None, sentence)
    show(dialog)
    assert sentence in [label.text() for label in dialog.findChildren(QLabel)]
    press(qtbot, Qt.Key.Key_Return)
    assert not dialog.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_an_article_is_kept_unless_removal_is_pressed(
    qtbot: QtBot, show: Show, key: Qt.Key
) -> None:
    dialog = RemoveDialog(None, "The ferry")
    show(dialog)
    press(qtbot, key)
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_removal_is_one_button_away(qtbot: QtBot, show: Show) -> None:
    dialog = RemoveDialog(None, "The ferry")
    show(dialog)
    QTest.mouseClick(button(dialog, "Remove"), Qt.MouseButton.LeftButton)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_a_title_is_changed_by_typing_and_enter(qtbot: QtBot, show: Show) -> None:
    dialog = TitleDialog(None, "Bridge")
    show(dialog)
    QTest.keyClicks(focused(), "  The  ferry ")
    press(qtbot, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.answer == "The ferry"


def test_an_article_cannot_lose_its_title(qtbot: QtBot, show: Show) -> None:
    dialog = TitleDialog(None, "Bridge")
    show(dialog)
    press(qtbot, Qt.Key.Key_Delete)
    assert not button(dialog, "Change title").isEnabled()
    press(qtbot, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_a_question_may_have_lines_and_enter_keeps_it(qtbot: QtBot, show: Show) -> None:
    dialog = question_dialog(None, "Old?", "It carries 14,000 cars a day")
    show(dialog)
    QTest.keyClicks(focused(), "Who counted?")
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(focused(), "When?")
    press(qtbot, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.answer == "Who counted?\nWhen?"


def test_fourteen_kinds_are_offered_and_a_letter_goes_to_one(
    qtbot: QtBot, show: Show, theme: Theme
) -> None:
    dialog = kind_dialog(None, theme, ClaimKind.EVENT_ACTION)
    show(dialog)
    assert dialog.list.count() == 14
    assert dialog.answer == "event-action"
    press(qtbot, Qt.Key.Key_Q)
    press(qtbot, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.answer == "quotation"


def test_every_kind_and_role_stands_for_itself(show: Show, theme: Theme) -> None:
    def answers(dialog: ChooseDialog) -> list[str]:
        found: list[str] = []
        for row in range(dialog.list.count()):
            dialog.list.setCurrentRow(row)
            found.append(dialog.answer)
        return found

    assert answers(kind_dialog(None, theme, ClaimKind.CAUSAL)) == [k.value for k in KIND_NAMES]
    assert sorted(answers(role_dialog(None, Role.BODY))) == sorted(role.value for role in Role)


def test_a_role_is_chosen_with_arrows(qtbot: QtBot, show: Show) -> None:
    dialog = role_dialog(None, Role.HEADLINE)
    show(dialog)
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    assert Role(dialog.answer) is Role.SUBHEADING


# Pasting


def paste(dialog: PasteDialog, text: str, html: str = "") -> None:
    given = QMimeData()
    given.setText(text)
    if html:
        given.setHtml(html)
    dialog.field.insertFromMimeData(given)


def test_pasted_words_come_back_as_they_were(show: Show) -> None:
    dialog = PasteDialog(None)
    show(dialog)
    text = "Title\n\nIt cost 5\u00a0000 😀 and\u2028more\ttext.\n"
    paste(dialog, text)
    assert dialog.answer.text == text
    assert dialog.answer.html is None


def test_a_pasted_web_page_is_offered_while_its_words_are_untouched(
    qtbot: QtBot, show: Show
) -> None:
    dialog = PasteDialog(None)
    show(dialog)
    paste(dialog, "Title\nBody", "<h1>Title</h1><p>Body</p>")
    assert dialog.answer.html is not None
    assert "<h1>" in dialog.answer.html
    QTest.keyClicks(dialog.field, "!")
    assert dialog.answer.html is None
    assert dialog.answer.text == "Title\nBody!"


def test_a_second_piece_pasted_after_the_first_makes_plain_text(show: Show) -> None:
    dialog = PasteDialog(None)
    show(dialog)
    paste(dialog, "One.", "<p>One.</p>")
    paste(dialog, " Two.", "<p>Two.</p>")
    assert dialog.answer.text == "One. Two."
    assert dialog.answer.html is None


def test_pasting_over_everything_takes_the_new_page(show: Show) -> None:
    dialog = PasteDialog(None)
    show(dialog)
    paste(dialog, "One.", "<p>One.</p>")
    dialog.field.selectAll()
    paste(dialog, "Two.", "<p>Two.</p>")
    assert dialog.answer.text == "Two."
    assert "Two." in (dialog.answer.html or "")


def test_the_day_is_read_and_said_with_its_weekday(qtbot: QtBot, show: Show) -> None:
    dialog = PasteDialog(None)
    show(dialog)
    paste(dialog, "Words.")
    QTest.keyClicks(dialog.day, "June 15, 2022")
    assert dialog.told.text() == "Wednesday 15 June 2022"
    assert dialog.answer.published == date(2022, 6, 15)


def test_a_day_that_cannot_be_read_is_not_guessed(qtbot: QtBot, show: Show) -> None:
    dialog = PasteDialog(None)
    show(dialog)
    paste(dialog, "Words.")
    QTest.keyClicks(dialog.day, "3/4/2022")
    assert not button(dialog, "Open").isEnabled()
    assert "15 June 2022" in dialog.told.text()
    dialog.day.clear()
    assert button(dialog, "Open").isEnabled()
    assert dialog.answer.published is None


def test_nothing_pasted_cannot_be_opened(show: Show) -> None:
    dialog = PasteDialog(None)
    show(dialog)
    assert not button(dialog, "Open").isEnabled()
    paste(dialog, "  \n ")
    assert not button(dialog, "Open").isEnabled()


# Faults, manual, about


def test_a_trace_can_be_copied_and_work_goes_on(qtbot: QtBot, show: Show) -> None:
    dialog = CrashDialog("ValueError: no such bridge", None)
    show(dialog)
    QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert "ValueError: no such bridge" in QGuiApplication.clipboard().text()
    assert dialog.isVisible()
    QTest.mouseClick(button(dialog, "Continue"), Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_the_manual_names_the_keys_in_force(
    show: Show, theme: Theme, actions: Actions, settings: Settings
) -> None:
    settings.set_keys("verified", ["Ctrl+1"])
    settings.set_keys("dismiss", [""])
    actions.read_keys()
    words = manual_html(actions)
    assert "Ctrl 1" in words
    assert "{{" not in words
    dialog = ManualDialog(None, theme, actions)
    show(dialog)
    assert "a verdict is always yours" in dialog.text.toPlainText().replace("\n", " ")


def test_about_tells_version_licences_and_missing_fonts(show: Show, theme: Theme) -> None:
    dialog = AboutDialog(None, theme, fonts_loaded=False)
    show(dialog)
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Factcheck 0." in words
    assert "typefaces could not be loaded" in words
    assert "spaCy" in dialog.parts.toPlainText()


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_every_control_has_a_name(show: Show, actions: Actions, name: str) -> None:
    theme = theme_named(name)
    for dialog in (
        TellDialog(None, "Told."),
        RemoveDialog(None, "Bridge"),
        TitleDialog(None, "Bridge"),
        question_dialog(None, "Who?", "a claim"),
        explanation_dialog(None, "Nine weeks above, eight below."),
        kind_dialog(None, theme, ClaimKind.QUANTITY),
        role_dialog(None, Role.BODY),
        PasteDialog(None),
        CrashDialog("trace", None),
        AboutDialog(None, theme, fonts_loaded=True),
        ManualDialog(None, theme, actions),
    ):
        show(dialog)
        assert not nameless(dialog), type(dialog).__name__
        dialog.close()
