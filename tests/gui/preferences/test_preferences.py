"""The preferences: what is set holds at once, and no key ever means two things."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from factcheck.ui.actions import TABLE, Actions
from factcheck.ui.preferences import PreferencesDialog
from factcheck.ui.settings import Settings
from factcheck.ui.theme import ColourSet, theme_named
from tests.gui.naming import focused, nameless

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def press_for(qtbot: QtBot, dialog: PreferencesDialog) -> Callable[..., None]:
    """Goes to the page of keys and presses a combination for an action."""

    def pressed(
        name: str, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        dialog.names.setCurrentRow(1)
        row = next(n for n, spec in enumerate(TABLE) if spec.name == name)
        dialog.keys.table.selectRow(row)
        dialog.keys.field.setFocus()
        with qtbot.waitSignal(dialog.keys.field.editingFinished, timeout=3000):
            QTest.keyClick(dialog.keys.field, key, held)

    return pressed


def test_the_name_is_kept_when_the_field_is_left(
    qtbot: QtBot, dialog: PreferencesDialog, settings: Settings
) -> None:
    dialog.general.checker.selectAll()
    QTest.keyClicks(dialog.general.checker, "Ada Checker")
    with qtbot.waitSignal(dialog.applied):
        QTest.keyClick(dialog.general.checker, Qt.Key.Key_Tab)
    assert settings.checker == "Ada Checker"


def test_a_name_still_in_the_field_is_kept_on_closing(
    qtbot: QtBot, dialog: PreferencesDialog, settings: Settings
) -> None:
    dialog.general.desk.setFocus()
    QTest.keyClicks(dialog.general.desk, "City desk")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert settings.desk == "City desk"


def test_colours_sizes_and_letters_hold_at_once(
    qtbot: QtBot, dialog: PreferencesDialog, settings: Settings, actions: Actions
) -> None:
    with qtbot.waitSignal(dialog.applied):
        dialog.general.colours.setCurrentIndex(2)
    assert settings.colour_set is ColourSet.DARK
    with qtbot.waitSignal(dialog.applied):
        dialog.general.article_size.setValue(125)
    assert settings.article_zoom == 125
    with qtbot.waitSignal(dialog.applied):
        QTest.mouseClick(dialog.general.letters, Qt.MouseButton.LeftButton, pos=QPoint(8, 10))
    assert not settings.single_keys
    assert not actions._letters


def test_an_action_gets_the_keys_that_are_pressed(
    dialog: PreferencesDialog, press_for: Callable[..., None], actions: Actions
) -> None:
    press_for("report", Qt.Key.Key_R, CONTROL)
    assert actions["report"].shortcut().toString() == "Ctrl+R"
    assert "“Write the report” has Ctrl R now." in dialog.keys.told.text()


def test_a_conflict_is_told_and_changes_nothing(
    dialog: PreferencesDialog, press_for: Callable[..., None], actions: Actions
) -> None:
    press_for("report", Qt.Key.Key_J)
    assert "J already means “Next claim”." in dialog.keys.told.text()
    assert actions["report"].shortcut().toString() == "Ctrl+E"
    assert actions.keys_of(actions.spec("next")) == ["J"]


def test_keys_can_be_taken_from_another_action(
    qtbot: QtBot,
    dialog: PreferencesDialog,
    press_for: Callable[..., None],
    actions: Actions,
    settings: Settings,
) -> None:
    press_for("report", Qt.Key.Key_J)
    QTest.mouseClick(dialog.keys.take, Qt.MouseButton.LeftButton)
    assert actions.keys_of(actions.spec("report")) == ["J"]
    assert actions.keys_of(actions.spec("next")) == []
    assert "“Next claim” has no key now." in dialog.keys.told.text()


def test_one_action_gets_its_own_keys_back(
    qtbot: QtBot, dialog: PreferencesDialog, press_for: Callable[..., None], actions: Actions
) -> None:
    press_for("report", Qt.Key.Key_R, CONTROL)
    QTest.mouseClick(dialog.keys.reset_one, Qt.MouseButton.LeftButton)
    assert actions["report"].shortcut().toString() == "Ctrl+E"
    assert not dialog.keys.reset_one.isEnabled()


def test_own_keys_that_were_given_away_do_not_come_back_twice(
    qtbot: QtBot, dialog: PreferencesDialog, press_for: Callable[..., None], actions: Actions
) -> None:
    press_for("report", Qt.Key.Key_J)
    QTest.mouseClick(dialog.keys.take, Qt.MouseButton.LeftButton)
    row = next(n for n, spec in enumerate(TABLE) if spec.name == "next")
    dialog.keys.table.selectRow(row)
    QTest.mouseClick(dialog.keys.reset_one, Qt.MouseButton.LeftButton)
    assert actions.keys_of(actions.spec("next")) == []
    assert "J means “Write the report” now." in dialog.keys.told.text()


def test_all_keys_come_back(
    qtbot: QtBot, dialog: PreferencesDialog, press_for: Callable[..., None], actions: Actions
) -> None:
    press_for("report", Qt.Key.Key_J)
    QTest.mouseClick(dialog.keys.take, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(dialog.applied):
        QTest.mouseClick(dialog.keys.reset_all, Qt.MouseButton.LeftButton)
    assert all(actions.keys_of(spec) == list(spec.keys) for spec in TABLE)


def test_the_field_of_keys_is_no_trap(qtbot: QtBot, dialog: PreferencesDialog) -> None:
    dialog.names.setCurrentRow(1)
    dialog.keys.field.setFocus()
    QTest.keyClick(dialog.keys.field, Qt.Key.Key_Tab)
    assert focused() is not dialog.keys.field
    assert dialog.keys.field.keySequence().toString() != "Tab"


def test_the_table_of_the_program_has_no_key_twice(dialog: PreferencesDialog) -> None:
    seen: dict[str, str] = {}
    for spec in TABLE:
        for keys in spec.keys:
            assert keys not in seen, f"{keys}: {spec.name} and {seen.get(keys)}"
            seen[keys] = spec.name


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_every_control_has_a_name(dialog: PreferencesDialog, name: str) -> None:
    dialog.set_theme(theme_named(name))
    for row in range(4):
        dialog.names.setCurrentRow(row)
        assert not nameless(dialog)
