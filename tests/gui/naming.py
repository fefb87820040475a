"""Finds what has the focus, and controls that a screen reader could not name."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget

SILENT = {
    QAccessible.Role.Client,
    QAccessible.Role.Border,
    QAccessible.Role.Grip,
    QAccessible.Role.ScrollBar,
    QAccessible.Role.Splitter,
    QAccessible.Role.LayeredPane,
    QAccessible.Role.Pane,
}


def focused() -> QWidget:
    """The widget that has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def nameless(widget: QWidget) -> list[str]:
    """The controls under ``widget`` that are shown and have no name."""
    found: list[str] = []
    for child in [widget, *widget.findChildren(QWidget)]:
        if not child.isVisibleTo(widget) or isinstance(child, QScrollBar):
            continue
        told = QAccessible.queryAccessibleInterface(child)
        if told is None or told.role() in SILENT:
            continue
        if not told.text(QAccessible.Text.Name).strip():
            found.append(f"{type(child).__name__} {child.objectName()} {told.role()}")
    return found
