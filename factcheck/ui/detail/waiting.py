"""The small question behind "waiting": for whom."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from factcheck.model.case import Case
from factcheck.ui.overriding import override
from factcheck.ui.theme import INTERFACE, Theme, palette, sans

AUTHOR = "the author"
_OFFERED = 6


def earlier_names(case: Case) -> list[str]:
    """Who was waited for in this article, whoever was asked last first; the author always among them."""
    verdicts = [v for claim in case.claims() if (v := case.verdict(claim.id)) and v.waiting_for]
    verdicts.sort(key=lambda verdict: verdict.decided, reverse=True)
    return list(dict.fromkeys([*(verdict.waiting_for for verdict in verdicts), AUTHOR]))


class WaitingFor(QDialog):
    """A line to write a name on, and names to choose from: ↓ goes to them, Enter takes one, Esc leaves."""

    def __init__(self, names: Iterable[str], now: str, theme: Theme, button: QWidget) -> None:
        super().__init__(button.window(), Qt.WindowType.Popup)
        self._button = button  # it opens above this, inside the window
        self.setPalette(palette(theme))
        self.setWindowTitle("Waiting for whom?")
        self.setObjectName("question")
        self.setStyleSheet(f"QDialog#question {{ border: 1px solid {theme.tokens['edge']} }}")
        offered = list(names)[:_OFFERED]
        question = QLabel("Waiting for whom?", self)
        question.setFont(sans(INTERFACE))
        self.field = QLineEdit(now or offered[0], self)
        self.field.setAccessibleName("Waiting for whom?")
        self.field.selectAll()
        self.field.installEventFilter(self)
        question.setBuddy(self.field)
        self.names = QListWidget(self)
        self.names.addItems(offered)
        self.names.setAccessibleName("Names used before")
        self.names.setFrameShape(QFrame.Shape.NoFrame)
        self.names.setFixedHeight(4 + self.names.sizeHintForRow(0) * len(offered))
        self.names.itemSelectionChanged.connect(self._take_name)
        self.names.itemClicked.connect(self.accept)
        self.names.itemActivated.connect(self.accept)
        accept, cancel = QPushButton("Wait", self), QPushButton("Cancel", self)
        accept.setDefault(True)
        accept.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        for widget in (question, self.field, self.names):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.setMinimumWidth(260)
        self.field.setFocus()

    @property
    def whom(self) -> str:
        return " ".join(self.field.text().split())

    def _take_name(self) -> None:
        # a list that just gets the keyboard has a current row, but nobody chose it yet
        for item in self.names.selectedItems():
            self.field.setText(item.text())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.adjustSize()
        corner = self._button.mapToGlobal(QPoint(0, -self.height() - 4))
        frame = self._button.window().geometry()
        left = max(frame.left(), min(corner.x(), frame.right() - self.width()))
        self.move(left, max(frame.top(), corner.y()))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.field
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
        ):
            self.names.setFocus()
            self.names.setCurrentRow(max(0, self.names.currentRow()))
            return True
        return super().eventFilter(watched, event)
