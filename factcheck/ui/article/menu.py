"""The menu at a place of the article."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from factcheck.model.article import Role
from factcheck.model.text import TextPosition
from factcheck.ui.actions import Actions
from factcheck.ui.article.formats import PART_NAMES
from factcheck.ui.session import Session

_RATINGS = (
    "verified",
    "contradicted",
    "unverifiable",
    "authors-word",
    "waiting",
    "dismiss",
    "take-back",
)


def article_menu(
    session: Session, actions: Actions | None, copy: Callable[[], None], parent: QWidget
) -> QMenu:
    """Verdicts on the selected claim, what can be done with the words chosen, and the part they play."""
    menu = QMenu(parent)
    if actions is not None and session.selected:
        menu.addActions([actions[name] for name in _RATINGS])
        menu.addSeparator()
    if actions is not None:
        menu.addActions([actions["mark"], actions["read"]])
    menu.addMenu(_roles_menu(session, menu))
    menu.addSeparator()
    copying = QAction("Copy", menu)
    copying.setEnabled(len(session.chosen) > 0)
    copying.triggered.connect(copy)
    menu.addAction(copying)
    if actions is not None and session.selected:
        menu.addAction(actions["copy-claim"])
    return menu


def place_for_role(session: Session) -> TextPosition | None:
    """The words chosen, or the part the caret is in; None where there is neither."""
    if len(session.chosen):
        return session.chosen
    offset = session.chosen.start
    block = session.case.block_at(offset) or session.case.block_at(max(0, offset - 1))
    return None if block is None else block.position


def _roles_menu(session: Session, parent: QWidget) -> QMenu:
    menu = QMenu("Part of the page", parent)
    place = place_for_role(session)
    menu.setEnabled(place is not None and not session.read_only_reason)
    if place is None:
        return menu
    block = session.case.block_at(place.start)
    for role, name in PART_NAMES.items():
        action = QAction(name, menu)
        action.setCheckable(True)
        action.setChecked(block is not None and block.role is role)
        action.triggered.connect(lambda _checked, role=role: _set_role(session, place, role))
        menu.addAction(action)
    return menu


def _set_role(session: Session, place: TextPosition, role: Role) -> None:
    session.do(session.case.set_role(place, role, session.stamp()))
