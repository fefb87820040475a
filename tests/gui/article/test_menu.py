"""The menu at a place of the article, and the wheel."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from factcheck.ui.actions import Actions
from factcheck.ui.article import ArticleView
from factcheck.ui.article.menu import article_menu
from factcheck.ui.session import Session
from tests.gui.article.pointing import claim_on, place_on, point_on


def open_menu(view: ArticleView, at: QPoint) -> QMenu:
    viewport = view.pane.viewport()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at), Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(viewport, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_the_menu_is_about_what_is_under_the_pointer(view: ArticleView, session: Session) -> None:
    menu = open_menu(view, point_on(view, "14,000"))
    assert session.selected == claim_on(session, "It carries 14,000 cars a day").id
    assert [a.text() for a in menu.actions() if a.text()] == ["Part of the page", "Copy"]
    menu.close()


def test_words_chosen_stay_chosen_under_the_menu(view: ArticleView, session: Session) -> None:
    view.pane.caret.choose(place_on(view, "14,000 cars"))
    menu = open_menu(view, point_on(view, "14,000"))
    assert session.chosen == place_on(view, "14,000 cars")
    menu.close()


def test_the_menu_offers_the_verdicts_of_the_table(
    view: ArticleView, session: Session, actions: Actions
) -> None:
    def offered() -> set[str]:
        menu = article_menu(session, actions, view.pane.copy, view)
        return {action.objectName() for action in menu.actions()}

    assert {"mark", "read"} <= offered()
    assert "verified" not in offered()
    session.select(claim_on(session, "every ten minutes").id)
    assert {"verified", "contradicted", "waiting", "take-back", "copy-claim"} <= offered()


def test_words_are_copied_from_the_menu(view: ArticleView, session: Session) -> None:
    view.pane.caret.choose(place_on(view, "14,000 cars"))
    menu = article_menu(session, None, view.pane.copy, view)
    next(action for action in menu.actions() if action.text() == "Copy").trigger()
    assert QApplication.clipboard().text() == "14,000 cars"


def turn_wheel(widget: QWidget, modifiers: Qt.KeyboardModifier) -> None:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(middle.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_the_wheel_with_control_asks_for_another_zoom_and_leaves_the_type(
    qtbot: QtBot, view: ArticleView
) -> None:
    font = view.pane.font()
    with qtbot.waitSignal(view.pane.zoom_wanted) as wanted:
        turn_wheel(view.pane.viewport(), Qt.KeyboardModifier.ControlModifier)
    assert wanted.args == [False]
    assert view.pane.font() == font


def test_the_wheel_over_margin_and_strip_scrolls_the_text(
    view: ArticleView, session: Session
) -> None:
    view.resize(1200, 220)
    QApplication.processEvents()
    bar = view.pane.verticalScrollBar()
    for widget in (view.margin, view.strip):
        bar.setValue(0)
        turn_wheel(widget, Qt.KeyboardModifier.NoModifier)
        assert bar.value() > 0
