"""Asks for a few words: a title, a question, why a finding is settled."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from factcheck.ui.dialogs.frame import Frame, said
from factcheck.ui.overriding import override
from factcheck.ui.theme import sans, serif


@dataclass(frozen=True, slots=True)
class Sought:
    """What a dialog asks for, what its field is called, what an empty one means, and the words that accept."""

    asked: str
    name: str
    if_empty: str
    accept: str


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


class WordsDialog(Frame):
    """A few lines about something that is quoted above them; Enter keeps them, Shift Enter begins a line."""

    def __init__(
        self, parent: QWidget | None, title: str, now: str, about: QLabel | None, sought: Sought
    ) -> None:
        super().__init__(parent, title, "", 560)
        if about is not None:
            about.setTextFormat(Qt.TextFormat.PlainText)
            about.setWordWrap(True)
            about.setAccessibleName(about.text())
            self.column.addWidget(about)
        self.column.addWidget(said(sought.asked))
        self.field = QPlainTextEdit(now)
        self.field.setFont(sans(15))
        self.field.setAccessibleName(sought.name)
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(96)
        self.field.selectAll()
        self.field.installEventFilter(self)
        self.column.addWidget(self.field)
        self.column.addWidget(said(sought.if_empty, small=True))
        self.close_column(sought.accept, "Cancel")
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


_QUESTION = Sought(
    "What would you ask to find out whether this is true?",
    "Question to ask",
    "An empty field leaves the claim without a question.",
    "Keep question",
)
_EXPLANATION = Sought(
    "Why does this need no correction?",
    "Explanation",
    "It stays settled while the sentences it is about stay as they are.",
    "Explained",
)


_REASON = Sought(
    "Why is the article opened again?",
    "Reason",
    "The record keeps it with your name, and the sign-offs are taken back.",
    "Open again",
)


def question_dialog(parent: QWidget | None, now: str, claim_text: str = "") -> WordsDialog:
    """The question to ask about a claim."""
    quoted = QLabel(claim_text) if claim_text else None
    if quoted is not None:
        quoted.setFont(serif(16))
    return WordsDialog(parent, "Question", now, quoted, _QUESTION)


def explanation_dialog(parent: QWidget | None, finding: str) -> WordsDialog:
    """Why a finding is settled."""
    return WordsDialog(parent, "Finding explained", "", QLabel(finding), _EXPLANATION)


def ask_question(parent: QWidget | None, now: str, claim_text: str = "") -> str | None:
    """Another question, perhaps empty; None where it was put away."""
    dialog = question_dialog(parent, now, claim_text)
    return dialog.answer if dialog.exec() else None


def ask_why_settled(parent: QWidget | None, finding: str) -> str | None:
    """Why a finding is settled, perhaps empty; None where the question was put away."""
    dialog = explanation_dialog(parent, finding)
    return dialog.answer if dialog.exec() else None


def ask_reason(parent: QWidget | None) -> str | None:
    """Why a signed article is opened again, never empty; None where the question was put away."""
    dialog = WordsDialog(parent, "Open the article again", "", None, _REASON)
    return (dialog.answer or None) if dialog.exec() else None
