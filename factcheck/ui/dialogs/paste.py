"""Takes an article from the clipboard: its words as they stand, and its web page where there is one."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from factcheck.model.days import weekday_words
from factcheck.reading.dates import date_of_line
from factcheck.ui.dialogs.frame import Frame, said
from factcheck.ui.overriding import override
from factcheck.ui.theme import INTERFACE, sans, serif

_LINE_ENDS = {0x2028: "\n", 0x2029: "\n"}


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was pasted. ``html`` is the clipboard's web page, None where the words were changed by hand."""

    text: str
    html: str | None
    published: date | None


class PasteField(QPlainTextEdit):
    """Keeps what the clipboard gave beside the words it shows."""

    def __init__(self) -> None:
        super().__init__()
        self._given = ""
        self._html = ""
        self._shown = ""
        self.setFont(serif(16))
        self.setTabChangesFocus(True)
        self.setAccessibleName("Text of the article")
        self.setPlaceholderText("Paste the article here.")

    @property
    def text(self) -> str:
        """The words: those of the clipboard themselves where nobody changed them."""
        raw = self.document().toRawText().translate(_LINE_ENDS)
        return self._given if self._shown and raw == self._shown else raw

    @property
    def html(self) -> str | None:
        """The clipboard's web page, while the words are still its own."""
        raw = self.document().toRawText().translate(_LINE_ENDS)
        return self._html if self._html and raw == self._shown else None

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        whole = self.textCursor().selectedText() == self.document().toRawText()
        self.insertPlainText(source.text())
        if whole or self.document().isEmpty():
            self._given = source.text()
            self._html = source.html() if source.hasHtml() else ""
            self._shown = self.document().toRawText().translate(_LINE_ENDS)


class PasteDialog(Frame):
    """A large field for the article, and one for the day it was published."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(
            parent,
            "Article from pasted text",
            "Paste the article with its headline as the first line.",
            720,
        )
        self.field = PasteField()
        self.field.setMinimumHeight(320)
        self.column.addWidget(self.field, 1)
        self.day = QLineEdit()
        self.day.setFont(sans(INTERFACE))
        self.day.setPlaceholderText("15 June 2022")
        self.day.setAccessibleName("Publication date, if you know it")
        self.day.setFixedWidth(220)
        self.told = said("", small=True)
        row = QHBoxLayout()
        row.setSpacing(10)
        asked = said("Published on")
        asked.setWordWrap(False)
        asked.setBuddy(self.day)
        row.addWidget(asked)
        row.addWidget(self.day)
        row.addWidget(self.told, 1)
        self.column.addLayout(row)
        self._accept, _ = self.close_column("Open", "Cancel")
        self.field.textChanged.connect(self._look)
        self.day.textChanged.connect(self._look)
        self.field.setFocus()
        self._look()

    @property
    def published(self) -> date | None:
        return date_of_line(self.day.text()) if self.day.text().strip() else None

    @property
    def answer(self) -> Pasted:
        return Pasted(self.field.text, self.field.html, self.published)

    def _look(self) -> None:
        is_dated = bool(self.day.text().strip())
        published = self.published
        if published is not None:
            told = weekday_words(published)
        elif is_dated:
            told = "Write the day as in 15 June 2022, or leave it empty."
        else:
            told = "May stay empty: if the text names the day, it is taken from there."
        self.told.setText(told)
        self.told.setAccessibleName(told)
        has_words = bool(self.field.document().toRawText().strip())
        self._accept.setEnabled(has_words and (published is not None or not is_dated))


def ask_pasted(parent: QWidget | None) -> Pasted | None:
    """What was pasted; None where it was put away."""
    dialog = PasteDialog(parent)
    return dialog.answer if dialog.exec() else None
