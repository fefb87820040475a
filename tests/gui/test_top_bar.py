"""The top bar shows the palette's key on a cap, as every other key is shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from factcheck.ui import top_bar
from factcheck.ui.actions import Actions
from factcheck.ui.settings import Settings
from factcheck.ui.theme import Theme
from factcheck.ui.top_bar import PaletteField, TopBar


def test_the_palette_s_key_stands_on_a_cap_and_follows_the_preferences(
    qtbot: QtBot,
    actions: Actions,
    settings: Settings,
    theme: Theme,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    painted: list[list[str]] = []
    monkeypatch.setattr(top_bar, "paint_caps", lambda _p, _r, caps, _t: painted.append(caps))
    bar = TopBar(actions, theme)
    qtbot.addWidget(bar)
    bar.resize(1440, bar.height())
    field = bar.findChild(PaletteField)
    assert field is not None
    bar.grab()
    assert field.text() == "Go to a claim or command"
    assert painted[-1] == ["Ctrl K"]
    settings.set_keys("palette", ["Ctrl+Shift+P"])
    actions.read_keys()
    bar.grab()
    assert painted[-1] == ["Ctrl Shift P"]
    assert "Ctrl+Shift+P" in field.toolTip()


def test_the_field_opens_the_palette_by_mouse_and_keys(
    qtbot: QtBot, actions: Actions, theme: Theme, triggered: list[str]
) -> None:
    bar = TopBar(actions, theme)
    qtbot.addWidget(bar)
    bar.show()
    field = bar.findChild(PaletteField)
    assert field is not None
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    QTest.keyClick(field, Qt.Key.Key_Space)
    assert triggered == ["palette", "palette"]
