"""The palette does what Enter is pressed on, and gives the focus back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from factcheck.model.verdict import Rating
from factcheck.ui.actions import TABLE, Actions
from factcheck.ui.palette import CommandPalette, KeySheet
from factcheck.ui.palette.entries import Entry
from factcheck.ui.session import Session
from factcheck.ui.settings import Settings
from factcheck.ui.theme import Theme, theme_named
from tests.gui.naming import focused, nameless


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    """A window with a field that has the focus."""
    made = QWidget()
    qtbot.addWidget(made)
    field = QLineEdit()
    field.setAccessibleName("Field below")
    QVBoxLayout(made).addWidget(field)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    field.setFocus()
    yield made
    made.hide()


@pytest.fixture
def palette(window: QWidget, session: Session, theme: Theme, actions: Actions) -> CommandPalette:
    actions.enable(session)
    made = CommandPalette(window, session, theme, actions)
    made.open()
    return made


def entries(palette: CommandPalette) -> list[Entry]:
    rows = range(palette._model.rowCount())
    return [entry for row in rows if (entry := palette._model.entry(row)) is not None]


def titles(palette: CommandPalette) -> list[str]:
    return [entry.title for entry in entries(palette)]


def type_in(qtbot: QtBot, palette: CommandPalette, words: str) -> None:
    palette.field.clear()
    QTest.keyClicks(palette.field, words)


def test_it_lists_what_can_be_done_now(
    palette: CommandPalette, session: Session, actions: Actions
) -> None:
    assert "Next claim" in titles(palette)
    assert "Verified" not in titles(palette)  # no claim is selected
    session.select(session.case.claims()[0].id)
    actions.enable(session)
    palette.open()
    assert "Verified" in titles(palette)


def test_enter_does_the_chosen_command_with_the_focus_back_in_place(
    qtbot: QtBot, palette: CommandPalette, window: QWidget, triggered: list[str]
) -> None:
    type_in(qtbot, palette, "larg")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert triggered == ["zoom-in"]
    assert not palette.is_open
    assert focused().accessibleName() == "Field below"


def test_arrows_choose_and_headings_are_stepped_over(
    qtbot: QtBot, palette: CommandPalette, triggered: list[str]
) -> None:
    type_in(qtbot, palette, "text")
    first, second = titles(palette)[1:3]
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.field.accessibleDescription().startswith(second)
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    last = titles(palette)[-1]
    assert palette.field.accessibleDescription().startswith(last)
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.field.accessibleDescription().startswith(first)


def test_what_was_done_last_comes_first(
    qtbot: QtBot, palette: CommandPalette, triggered: list[str]
) -> None:
    type_in(qtbot, palette, "Smaller")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    palette.open()
    assert titles(palette)[1] == "Smaller text"


def test_a_claim_is_found_by_its_words(
    qtbot: QtBot, palette: CommandPalette, session: Session
) -> None:
    type_in(qtbot, palette, "14,000")
    assert titles(palette) == ["Claims in this article", "It carries 14,000 cars a day"]
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    claim = session.selected_claim
    assert claim is not None
    assert claim.text == "It carries 14,000 cars a day"


def test_a_claim_is_found_by_its_number(
    qtbot: QtBot, palette: CommandPalette, session: Session
) -> None:
    type_in(qtbot, palette, "#3")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert session.selected == session.case.claims()[2].id


def test_a_claim_is_shown_with_its_state_and_who_is_waited_for(
    qtbot: QtBot, palette: CommandPalette, session: Session
) -> None:
    claim = session.case.claims()[0]
    session.do(session.case.rate(claim.id, Rating.WAITING, session.stamp(), "the author"))
    type_in(qtbot, palette, "#1")
    assert entries(palette)[1].hint == "waiting for the author"


def test_escape_closes_in_one_stroke_where_nothing_is_typed(
    qtbot: QtBot, palette: CommandPalette, window: QWidget, triggered: list[str]
) -> None:
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.is_open
    assert triggered == []


def test_escape_closes_even_where_something_is_typed(qtbot: QtBot, palette: CommandPalette) -> None:
    type_in(qtbot, palette, "next")
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.is_open


def test_a_click_does_a_command_and_one_beside_closes(
    qtbot: QtBot, palette: CommandPalette, triggered: list[str]
) -> None:
    type_in(qtbot, palette, "Smaller")
    place = palette.list.visualRect(palette._model.index(1)).center()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert triggered == ["zoom-out"]
    palette.open()
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=palette.rect().bottomLeft())
    assert not palette.is_open


def test_shortcuts_of_the_window_rest_while_it_is_open(
    qtbot: QtBot, palette: CommandPalette, window: QWidget, actions: Actions, triggered: list[str]
) -> None:
    window.addActions([action for _, action in actions])
    QTest.keyClick(palette.field, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert triggered == []
    palette.close_veil()
    QTest.keyClick(focused(), Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert triggered == ["report"]


def test_nothing_found_is_said(qtbot: QtBot, palette: CommandPalette) -> None:
    type_in(qtbot, palette, "qqqq")
    assert titles(palette) == []
    assert "Nothing is called that" in palette._foot.accessibleName()


def test_it_follows_the_size_of_the_window(palette: CommandPalette, window: QWidget) -> None:
    window.resize(800, 500)
    assert palette.size() == window.size()
    assert palette._panel.geometry().bottom() < 500


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_every_control_has_a_name(palette: CommandPalette, name: str) -> None:
    palette.set_theme(theme_named(name))
    assert not nameless(palette)


# The key sheet


@pytest.fixture
def sheet(window: QWidget, theme: Theme, actions: Actions) -> KeySheet:
    made = KeySheet(window, theme, actions)
    made.open()
    return made


def test_the_sheet_shows_every_key_in_force(
    sheet: KeySheet, actions: Actions, settings: Settings
) -> None:
    said = [line.accessibleName() for line in sheet._lines]
    assert len(said) == sum(spec.column is not None for spec in TABLE)
    assert "Verified: V" in said
    settings.set_keys("verified", ["Ctrl+1"])
    actions.read_keys()
    sheet.open()
    assert "Verified: Ctrl 1" in sheet.accessibleDescription()


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Question, Qt.Key.Key_F1]
)
def test_a_key_puts_the_sheet_away(qtbot: QtBot, sheet: KeySheet, key: Qt.Key) -> None:
    QTest.keyClick(sheet, key)
    assert not sheet.is_open
    assert focused().accessibleName() == "Field below"


def test_a_click_anywhere_puts_the_sheet_away(qtbot: QtBot, sheet: KeySheet) -> None:
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=sheet._panel.geometry().center())
    assert not sheet.is_open


@pytest.mark.parametrize("size", [(1440, 900), (1024, 600), (760, 480)])
def test_the_whole_sheet_fits_or_scrolls(
    sheet: KeySheet, window: QWidget, size: tuple[int, int]
) -> None:
    window.resize(*size)
    panel = sheet._panel.geometry()
    assert window.rect().contains(panel)
    for line in sheet._lines:
        assert line.width() > 150
    if size[0] >= 1024:
        assert sheet._scroll.verticalScrollBar().maximum() == 0
