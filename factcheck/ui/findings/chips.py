"""The round buttons above the list: which outcomes are shown, and whether what was explained is."""

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from factcheck.model.finding import Outcome
from factcheck.ui.key_caps import paint_focus
from factcheck.ui.lettering import centred, draw_line, inset, leading, width_of
from factcheck.ui.marks import MARK, paint_outcome
from factcheck.ui.overriding import override
from factcheck.ui.pressing import PressButton
from factcheck.ui.theme import LABEL, Theme, sans


class ToggleChip(PressButton):
    """A round button that is on or off, with the mark of an outcome before its words where it has one."""

    def __init__(
        self, theme: Theme, outcome: Outcome | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._outcome = outcome
        self._brief = ""
        self._is_brief = False
        self.setCheckable(True)
        self.setFont(sans(LABEL))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def say(self, text: str, brief: str = "") -> None:
        """Show these words, or the ``brief`` ones while there is little room."""
        self.setText(text)
        self._brief = brief
        self.setAccessibleName(text)
        self.setToolTip(text if brief else "")
        self.updateGeometry()
        self.update()

    def set_brief(self, brief: bool) -> None:
        """Whether there is little room."""
        if brief != self._is_brief:
            self._is_brief = brief
            self.updateGeometry()
            self.update()

    @property
    def _shown(self) -> str:
        return self._brief if self._is_brief and self._brief else self.text()

    @property
    def _mark(self) -> float:
        return 0.0 if self._outcome is None else MARK + 6.0

    @override
    def sizeHint(self) -> QSize:
        return QSize(ceil(width_of(self._shown, self.font()) + self._mark) + 21, 26)

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
        if self._outcome is not None:
            mark = centred(leading(inner, MARK, painter), MARK)
            paint_outcome(painter, mark, self._outcome, theme)
            inner = inset(inner, self._mark, 0, painter)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        draw_line(painter, inner, self._shown, self.font(), theme.colour("ink"))
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), theme, box.height() / 2)
        painter.end()
