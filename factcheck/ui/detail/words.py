"""Labels of the detail panel: words in one font and one token of colour."""

import re
import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from factcheck.ui.theme import INTERFACE, LABEL, Theme, palette, sans

_LONG_WORD = re.compile(r"\S{28,}")
_STEP = 8
_SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
)
_GAP = 12  # between a label and its value, pixels
LABEL_WIDTH = 76  # of the column of labels, pixels


def breakable(text: str) -> str:
    """The text with places to break in words that no line could hold, as links are."""

    def cut(match: re.Match[str]) -> str:
        word = match[0]
        return "\u200b".join(word[i : i + _STEP] for i in range(0, len(word), _STEP))

    return _LONG_WORD.sub(cut, text)


def reads_from_right(text: str) -> bool:
    """Whether the first letter that has a direction is one of a script written from right to left."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


class Words(QLabel):
    """A label that wraps; plain text unless it is told otherwise."""

    def __init__(
        self,
        theme: Theme,
        font: QFont | None = None,
        token: str = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._token = token
        self.setFont(font or sans(INTERFACE))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        made = palette(theme)
        made.setColor(QPalette.ColorRole.WindowText, theme.colour(self._token))
        self.setPalette(made)

    def set_token(self, token: str, theme: Theme) -> None:
        """Set the words in another colour of the theme."""
        self._token = token
        self.set_theme(theme)

    def say(self, text: str) -> None:
        """Show a text whose long words may be broken, from the side its script begins at."""
        self.setText(breakable(text))
        right = reads_from_right(text)
        self.setAlignment(
            Qt.AlignmentFlag.AlignTop
            | (
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
                if right
                else Qt.AlignmentFlag.AlignLeading
            )
        )
        self.setAccessibleName(text)

    def be_selectable(self) -> None:
        """Let the words be copied with the mouse."""
        self.setTextInteractionFlags(_SELECTABLE)


def link(href: str, text: str, theme: Theme) -> str:
    """A link in the program's colours as rich text; ``text`` is escaped already."""
    colour = theme.colour("accent").name()
    return f'<a href="{href}" style="color:{colour}; text-decoration:none">{text}</a>'


class Rows(QWidget):
    """Labels on one side, what they label on the other; a row can be hidden."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self._labels: dict[QWidget, Words] = {}
        self.set_spacing(9)

    def add(self, name: str, value: QWidget, drop: int = 1, outdent: int = 0) -> None:
        """A row at the end; ``drop`` lowers the label to the value's first line.

        ``outdent`` lets the frame of a field stand out, so that its text lines up with the other values.
        """
        label = Words(self._theme, sans(LABEL), "ink_2", self)
        label.setText(name)
        label.setWordWrap(False)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignTrailing)
        label.setContentsMargins(0, drop, 0, 0)
        label.setBuddy(value)
        row = len(self._labels)
        self._grid.addWidget(label, row, 0)
        field = QHBoxLayout()
        field.addSpacing(_GAP - outdent)
        field.addWidget(value)
        self._grid.addLayout(field, row, 1)
        self._labels[value] = label

    def show_row(self, value: QWidget, shown: bool) -> None:
        value.setVisible(shown)
        self._labels[value].setVisible(shown)

    def set_spacing(self, pixels: int) -> None:
        self._grid.setVerticalSpacing(pixels)
        self._grid.setHorizontalSpacing(0)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for label in self._labels.values():
            label.set_theme(theme)
