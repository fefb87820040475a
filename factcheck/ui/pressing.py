"""A button that is drawn by hand and keeps Space and Enter for itself among widgets where they mean claims."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from factcheck.ui.overriding import override

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PressButton(QAbstractButton):
    """Reached with Tab and pressed with Space or Enter; a click leaves the keyboard where it was.

    So Space still goes to the next claim after a verdict was clicked.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            presses = event.key() == Qt.Key.Key_Space or event.key() in _ENTER
            if presses and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                event.accept()
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
            return
        super().keyPressEvent(event)
