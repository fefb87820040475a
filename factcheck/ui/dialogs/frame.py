"""The frame of every small dialog: a sentence, what is asked, and the buttons under it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from factcheck.ui.theme import INTERFACE, LABEL, sans


class Frame(QDialog):
    """A dialog with a column to fill and a row of buttons; Esc puts it away, Enter does what it asks."""

    def __init__(self, parent: QWidget | None, title: str, sentence: str, width: int = 460) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.setMinimumWidth(width)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 18)
        self.column.setSpacing(10)
        if sentence:
            self.column.addWidget(said(sentence))
        self.buttons = QDialogButtonBox()
        self.buttons.setAccessibleName("Answers")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def close_column(
        self, yes: str, no: str = "", *, safe_default: bool = False
    ) -> tuple[QPushButton, QPushButton | None]:
        """Put the buttons under the column: the one that does it, and one that does nothing if ``no`` names it."""
        accept = self.buttons.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
        reject = None
        if no:
            reject = self.buttons.addButton(no, QDialogButtonBox.ButtonRole.RejectRole)
            reject.setAutoDefault(safe_default)
            reject.setDefault(safe_default)
        accept.setAutoDefault(not safe_default)
        accept.setDefault(not safe_default)
        for button in (accept, reject):
            if button is not None:
                button.setAccessibleName(button.text())
        if reject is not None and safe_default:
            reject.setFocus()
        self.column.addSpacing(4)
        self.column.addWidget(self.buttons)
        return accept, reject


def said(sentence: str, *, small: bool = False, strong: bool = False) -> QLabel:
    """A sentence of the program's, over as many lines as it needs; its words can be copied."""
    label = QLabel(sentence)
    weight = QFont.Weight.DemiBold if strong else QFont.Weight.Normal
    label.setFont(sans(LABEL if small else INTERFACE, weight=weight))
    label.setTextFormat(Qt.TextFormat.PlainText)
    if small:
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    label.setWordWrap(True)
    label.setAccessibleName(sentence)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
