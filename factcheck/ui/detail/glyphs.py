"""Small buttons with a drawn sign: a pencil to correct, a cross to remove."""

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from factcheck.ui.key_caps import paint_focus
from factcheck.ui.overriding import override
from factcheck.ui.pressing import PressButton
from factcheck.ui.theme import Theme
from factcheck.ui.tool_tips import literal

_SIZE = 22


class Glyph(Enum):
    """What a button shows."""

    PENCIL = "pencil"
    CROSS = "cross"


class GlyphButton(PressButton):
    """A quiet button of 22 pixels; its name says what it does."""

    def __init__(
        self, glyph: Glyph, name: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._glyph = glyph
        self._theme = theme
        self.setFixedSize(_SIZE, _SIZE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)
        self.setToolTip(literal(name))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(_SIZE, _SIZE)

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
