"""Asks for a few words: a title, a question, whom one waits for."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from factcheck.ui.dialogs.frame import Frame, said
from factcheck.ui.overriding import override
from factcheck.ui.theme import sans, serif


class TitleDialog(Frame):
    """The article's title in the casebook and on reports."""

    def __init__(self, parent: QWidget | None, now: str) -> None:
        super().__init__(
            parent, "Title", "The title of the article in the casebook and on reports.", 560
        )
        self.field = QLineEdit(now)
        self.field.setFont(serif(17))
        self.field.setAccessibleName("Title")
        self.field.selectAll()
        self.column.addWidget(self.field)
        accept, _ = self.close_column("Change title", "Cancel")
        self.field.textChanged.connect(lambda text: accept.setEnabled(bool(text.strip())))

    @property
    def answer(self) -> str:
        return " ".join(self.field.text().split())


class QuestionDialog(Frame):
    """The question to ask about a claim; Enter keeps it, Shift Enter begins a line."""

    def __init__(self, parent: QWidget | None, now: str, claim_text: str = "") -> None:
        super().__init__(parent, "Question", "", 560)
        if claim_text:
            quoted = QLabel(claim_text)
            quoted.setTextFormat(Qt.TextFormat.PlainText)
            quoted.setFont(serif(16))
            quoted.setWordWrap(True)
            quoted.setAccessibleName(claim_text)
            self.column.addWidget(quoted)
        self.column.addWidget(said("What would you ask to find out whether this is true?"))
        self.field = QPlainTextEdit(now)
        self.field.setFont(sans(15))
        self.field.setAccessibleName("Question to ask")
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(96)
        self.field.selectAll()
        self.field.installEventFilter(self)
        self.column.addWidget(self.field)
        self.column.addWidget(
            said("An empty field leaves the claim without a question.", small=True)
        )
        self.close_column("Keep question", "Cancel")
        self.field.setFocus()

    @property
    def answer(self) -> str:
        return self.field.toPlainText().strip()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.accept()
                return True
        return False


def ask_title(parent: QWidget | None, now: str) -> str | None:
    """Another title; None where it was put away."""
    dialog = TitleDialog(parent, now)
    return dialog.answer if dialog.exec() else None


def ask_question(parent: QWidget | None, now: str, claim_text: str = "") -> str | None:
    """Another question, perhaps empty; None where it was put away."""
    dialog = QuestionDialog(parent, now, claim_text)
    return dialog.answer if dialog.exec() else None
