"""The small question behind "waiting": for whom, why, and until when."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
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
from factcheck.model.verdict import THE_AUTHOR, Waiting, Waits
from factcheck.reading.dates import date_of_line
from factcheck.ui.overriding import override
from factcheck.ui.theme import INTERFACE, Theme, palette, sans

NOT_A_DAY = "That is no full date. Write it as 2026-06-15 or 15 June 2026."
_NAMES = {
    Waits.AUTHOR: "Asked the author",
    Waits.SOURCE: "Asked a source",
    Waits.DISPUTED: "Disputed",
    Waits.PARKED: "Parked until a day",
}
_OFFERED = 6


def earlier_names(case: Case) -> list[str]:
    """Who was waited for in this article, whoever was asked last first; the author always among them."""
    verdicts = [v for claim in case.claims() if (v := case.verdict(claim.id)) and v.waiting_for]
    verdicts.sort(key=lambda verdict: verdict.decided, reverse=True)
    return list(dict.fromkeys([*(verdict.waiting_for for verdict in verdicts), THE_AUTHOR]))


class WaitingFor(QDialog):
    """A line to write a name on, and names to choose from: ↓ goes to them, Enter takes one, Esc leaves.

    Why the claim waits follows the name until the checker says otherwise.
    """

    def __init__(self, names: Iterable[str], now: Waiting, theme: Theme, button: QWidget) -> None:
        super().__init__(button.window(), Qt.WindowType.Popup)
        self._button = button  # it opens above this, inside the window
        self.setPalette(palette(theme))
        self.setWindowTitle("Waiting for whom?")
        self.setObjectName("question")
        self.setStyleSheet(f"QDialog#question {{ border: 1px solid {theme.tokens['edge']} }}")
        offered = list(names)[:_OFFERED]
        question = QLabel("Waiting for whom?", self)
        question.setFont(sans(INTERFACE))
        self.field = QLineEdit(offered[0] if now == Waiting() else now.whom, self)
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
        self._lay_reason(now)
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
        for widget in (question, self.field, self.names, self.reason, self.until, self.wrong):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.setMinimumWidth(260)
        self.field.setFocus()

    @property
    def given(self) -> Waiting:
        """What was said."""
        whom = " ".join(self.field.text().split())
        return Waiting(whom, Waits(self.reason.currentData()), self._day)

    @property
    def _day(self) -> date | None:
        return date_of_line(self.until.text().strip())

    def _lay_reason(self, now: Waiting) -> None:
        self.reason = QComboBox(self)
        self.reason.setAccessibleName("Why it waits")
        for waits, name in _NAMES.items():
            self.reason.addItem(name, waits)
        self._is_chosen = now.waits is not Waits.UNSAID
        if self._is_chosen:
            self.reason.setCurrentIndex(self.reason.findData(now.waits))
        self.reason.activated.connect(self._choose)
        self.until = QLineEdit(now.until.isoformat() if now.until else "", self)
        self.until.setAccessibleName("Until which day")
        self.until.setPlaceholderText("until 2026-06-15 or 15 June 2026")
        self.wrong = QLabel(NOT_A_DAY, self)
        self.wrong.setWordWrap(True)
        self.wrong.hide()
        self.field.textChanged.connect(self._follow_name)
        self._follow_name()

    def _choose(self) -> None:
        self._is_chosen = True
        if self.given.waits is Waits.PARKED and not self.field.isModified():
            self.field.clear()  # the name was only offered, and a day is what is waited for

    def _follow_name(self) -> None:
        if not self._is_chosen:
            waits = Waits.AUTHOR if self.given.whom in ("", THE_AUTHOR) else Waits.SOURCE
            self.reason.setCurrentIndex(self.reason.findData(waits))

    @override
    def accept(self) -> None:
        """Take what was said; a day that is none is asked for again, and parking needs one."""
        parked = self.given.waits is Waits.PARKED
        if self._day is None and (parked or self.until.text().strip()):
            self.wrong.show()
            self.adjustSize()
            self.until.setFocus()
            self.until.selectAll()
            return
        super().accept()

    def _take_name(self) -> None:
        # a list that just gets the keyboard has a current row, but nobody chose it yet
        for item in self.names.selectedItems():
            self.field.setText(item.text())
            self.field.setModified(True)

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
