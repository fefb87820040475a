"""Finds controls that a screen reader could not name."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QScrollBar, QWidget

SILENT = {
    QAccessible.Role.Client,
    QAccessible.Role.Border,
    QAccessible.Role.Grip,
    QAccessible.Role.ScrollBar,
    QAccessible.Role.Splitter,
    QAccessible.Role.LayeredPane,
    QAccessible.Role.Pane,
}


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
