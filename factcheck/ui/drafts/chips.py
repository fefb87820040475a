"""The round buttons above the list: which fates are shown."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from factcheck.ui.drafts.signs import paint_fate
from factcheck.ui.key_caps import paint_focus
from factcheck.ui.lettering import centred, draw_line, inset, leading, width_of
from factcheck.ui.marks import MARK
from factcheck.ui.overriding import override
from factcheck.ui.pressing import PressButton
from factcheck.ui.theme import LABEL, Theme, sans


class FateChip(PressButton):
    """A round button that is on or off, with the mark of a fate before its words where it has one."""

    def __init__(self, theme: Theme, mark: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._mark = mark
        self.setCheckable(True)
        self.setFont(sans(LABEL))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def say(self, text: str) -> None:
        """Show these words."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @property
    def _room(self) -> float:
        return MARK + 6.0 if self._mark else 0.0

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(width_of(self.text(), self.font()) + self._room) + 21, 26)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(theme.colour("selection" if self.isChecked() else "raised"))
        lively = self.isChecked() or self.underMouse()
        painter.setPen(QPen(theme.colour("accent" if lively else "edge"), 1))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        inner = QRectF(self.rect()).adjusted(10, 0, -9, 0)
        if self._mark:
            mark = centred(leading(inner, MARK, painter), MARK)
            paint_fate(painter, mark, self._mark, theme)
            inner = inset(inner, self._room, 0, painter)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        draw_line(painter, inner, self.text(), self.font(), theme.colour("ink"))
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), theme, box.height() / 2)
        painter.end()
