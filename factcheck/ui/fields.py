"""The field one searches in: rounded, with a key cap at its end."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from factcheck.ui.key_caps import cap_of, caps_width, paint_caps, paint_focus
from factcheck.ui.overriding import override
from factcheck.ui.theme import Theme, sans

_STEPS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
)
# the frame is drawn here, so that the cap stands inside it
_SHEET = """
QLineEdit, QLineEdit:focus {{
    border: none; padding: 0; background: transparent; color: {ink};
    placeholder-text-color: {ink_3}; selection-background-color: {selection}; selection-color: {ink};
}}
"""


class SearchField(QLineEdit):
    """A line to type in above a list: arrows and Enter go to the list, Esc empties it or says ``left``."""

    stepped = Signal(int)  # one of the keys that move in a list or do what is there
    left = Signal()

    def __init__(
        self, theme: Theme, keys: str, height: int, pixels: float, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.is_framed = True
        self.empties_first = True  # Esc takes the words before it says that the field was left
        self._keys = keys
        self.setFrame(False)
        self.setFixedHeight(height)
        self.setFont(sans(pixels))
        self.setAttribute(Qt.WidgetAttribute.WA_MacShowFocusRect, False)
        self.set_theme(theme)
        self.textChanged.connect(self._fit_margins)
        self._fit_margins()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setStyleSheet(_SHEET.format(**theme.tokens))
        self.update()

    def set_keys(self, keys: str) -> None:
        """Show another key on the cap."""
        self._keys = keys
        self._fit_margins()
        self.update()

    @property
    def _caps(self) -> list[str]:
        return cap_of("Esc" if self.text() else self._keys)

    def _fit_margins(self) -> None:
        at_end = round(caps_width(self._caps)) + 20 if self._caps else 12
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setTextMargins(at_end if mirrored else 13, 0, 13 if mirrored else at_end, 0)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._fit_margins()

    @override
    def event(self, event: QEvent) -> bool:
        # Esc is also a shortcut of the window; here it means the field
        is_asked = event.type() is QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.text() and self.empties_first:
                self.clear()
            else:
                self.left.emit()
        elif event.key() in _STEPS:
            self.stepped.emit(int(event.key()))
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_framed:
            painter.setBrush(theme.colour("raised"))
            painter.setPen(QPen(theme.colour("edge"), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        paint_caps(painter, QRectF(self.rect()).adjusted(12, 0, -12, 0), self._caps, theme)
        if self.hasFocus() and self.is_framed:
            paint_focus(painter, QRectF(self.rect()), theme, 6)
        painter.end()
