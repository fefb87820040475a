"""Small buttons with a drawn sign: a pencil to correct, a cross to remove."""

from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from factcheck.ui.key_caps import paint_focus
from factcheck.ui.overriding import override
from factcheck.ui.theme import Theme

_SIZE = 22
_PRESSING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Glyph(Enum):
    """What a button shows."""

    PENCIL = "pencil"
    CROSS = "cross"


class GlyphButton(QAbstractButton):
    """A quiet button of 22 pixels; its name says what it does."""

    def __init__(
        self, glyph: Glyph, name: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._glyph = glyph
        self._theme = theme
        self.setFixedSize(_SIZE, _SIZE)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(_SIZE, _SIZE)

    @override
    def event(self, event: QEvent) -> bool:
        # Space and Enter press the button; the letters around it mean claims
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and event.key() in _PRESSING
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PRESSING[1:]:
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lively = (self.underMouse() or self.hasFocus()) and self.isEnabled()
        colour = self._theme.colour(
            "accent" if lively else "ink_3" if self.isEnabled() else "separator"
        )
        painter.setPen(QPen(colour, 1.3))
        painter.drawPath(_path(self._glyph))
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), self._theme, 4)
        painter.end()


def _path(glyph: Glyph) -> QPainterPath:
    path = QPainterPath()
    if glyph is Glyph.CROSS:
        path.moveTo(7, 7)
        path.lineTo(15, 15)
        path.moveTo(15, 7)
        path.lineTo(7, 15)
        return path
    path.moveTo(6, 16)
    for x, y in ((6.8, 12.6), (13.2, 6.2), (15.8, 8.8), (9.4, 15.2)):
        path.lineTo(QPointF(x, y))
    path.closeSubpath()
    path.moveTo(11.5, 7.9)
    path.lineTo(14.1, 10.5)
    return path
