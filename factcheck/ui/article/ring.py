"""The ring that shows where the focus is, drawn inside the part that has it."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factcheck.ui.article.look import Look
from factcheck.ui.overriding import override

RING = 2  # pixels


class Ring(QWidget):
    """Holds the text pane and wears the ring while the pane has the focus."""

    def __init__(self, pane: QWidget, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._pane = pane
        self._look = look
        layout = QVBoxLayout(self)
        layout.setContentsMargins(RING, RING, RING, RING)
        layout.addWidget(pane)
        pane.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return bool(super().eventFilter(watched, event))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.theme.colour("page"))
        if self._pane.hasFocus():
            painter.setPen(QPen(self._look.theme.colour("accent"), RING))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
