"""The keyboard stays in a list while its rows and places are walked."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from factcheck.ui.article import ArticleView
from factcheck.ui.findings import FindingsPanel
from factcheck.ui.holding import Holding
from factcheck.ui.session import Session
from factcheck.ui.sheets.view import SheetView
from factcheck.ui.theme import Theme
from tests.gui.findings.conftest import CARS, WEEKS, place


def test_arrows_and_enter_leave_the_keyboard_in_the_list(
    qtbot: QtBot, session: Session, holding: Holding, theme: Theme
) -> None:
    window = QWidget()
    article = ArticleView(session, theme, None)
    panel = FindingsPanel(session, holding, theme)
    row = QHBoxLayout(window)
    row.addWidget(article)
    row.addWidget(panel)
    session.place_shown.connect(article.show_place)
    session.place_wanted.connect(article.go_to)
    qtbot.addWidget(window)
    window.resize(1200, 600)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    panel.focus_list()
    (rows,) = panel.findChildren(SheetView)
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert holding.selected is WEEKS and rows.hasFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert rows.hasFocus()
    assert article.pane.caret.offset == place("every ten minutes").start
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert holding.selected is CARS and rows.hasFocus()
    session.go_to(place("opened in 1931"))
    assert article.pane.hasFocus()
