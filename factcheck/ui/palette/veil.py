"""A flat dark veil over the window that holds one panel, keeps the keys, and gives the focus back."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from factcheck.ui.overriding import override
from factcheck.ui.theme import Theme

_VEIL = {"light": 0.42, "dark": 0.6, "contrast": 0.55}


class Panel(QFrame):
    """The rounded sheet that lies on a veil."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.colour("raised"))
        framed = self._theme.name != "light"
        painter.setPen(QPen(self._theme.colour("edge"), 1) if framed else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()


class Veil(QWidget):
    """Covers its parent and follows its size; while it is there no key reaches what lies under it."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._focus_before: QWidget | None = None
        window.installEventFilter(self)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    @property
    def is_open(self) -> bool:
        return not self.isHidden()

    def cover(self) -> None:
        """Lie over the window, remembering what had the focus."""
        if not self.is_open:
            self._focus_before = QApplication.focusWidget()
        self._follow()
        self.show()
        self.raise_()

    def close_veil(self) -> None:
        """Go, and give the focus back to where it was."""
        self.hide()
        before, self._focus_before = self._focus_before, None
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> None:
        """Lay the panel out in the size the veil has now; a veil with a panel says how."""

    def _follow(self) -> None:
        self.setGeometry(self._window.rect())
        self.place()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.is_open:
            self._follow()
        return False

    @override
    def event(self, event: QEvent) -> bool:
        # the window's shortcuts rest while it is covered: every key comes here as a plain one
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_veil()
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.close_veil()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shade = QColor(0, 0, 0)
        shade.setAlphaF(_VEIL[self._theme.name])
        painter.fillRect(self.rect(), shade)
        painter.end()
