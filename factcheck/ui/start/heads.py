"""The line over a list of the start page: what is listed, how much of it, in which order."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from factcheck.ui.lettering import tint
from factcheck.ui.start.looking_up import MOST_CLAIMS, Found
from factcheck.ui.theme import LABEL, Theme, sans

_NOTHING = "No article is called that, and no claim holds all these words."


class Heads(QWidget):
    """A strong word, a note on it, and the order at the other end."""

    def __init__(self) -> None:
        super().__init__()
        self.what, self.note, self._order = QLabel(), QLabel(), QLabel("newest first")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 10, 0)
        row.setSpacing(13)
        for label, pixels in ((self.what, 16.0), (self.note, LABEL), (self._order, LABEL)):
            weight = QFont.Weight.DemiBold if label is self.what else QFont.Weight.Normal
            label.setFont(sans(pixels, weight=weight))
            label.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(self.what, 0, Qt.AlignmentFlag.AlignBaseline)
        row.addWidget(self.note, 0, Qt.AlignmentFlag.AlignBaseline)
        row.addStretch()
        row.addWidget(self._order, 0, Qt.AlignmentFlag.AlignBaseline)

    def set_theme(self, theme: Theme) -> None:
        tint(self.what, theme.colour("ink"))
        for label in (self.note, self._order):
            tint(label, theme.colour("ink_2"))

    def tell_articles(self, count: int) -> None:
        """Head the list of every article."""
        self.what.setText("Articles")
        self.note.setText(f"{count:,} in this casebook")

    def tell_found(self, found: Found) -> None:
        """Head the list of what a search found."""
        parts = [counted(len(found.articles), "article")] if found.articles else []
        if found.claims:
            newest = "the newest " if found.more else ""
            parts.append(f"{newest}{counted(len(found.claims), 'claim')}")
        head = " and ".join(parts) or "Nothing found"
        self.what.setText(head[0].upper() + head[1:])
        self.note.setText(_note(found))


def counted(number: int, noun: str) -> str:
    """“1 article”, “2,000 articles”."""
    return f"{number:,} {noun if number == 1 else noun + 's'}"


def _note(found: Found) -> str:
    if not found.articles and not found.claims:
        return _NOTHING
    if found.more:
        return f"There are more than {MOST_CLAIMS}; another word narrows them down."
    return ""
