"""Python's text positions ⇄ Qt's: the only module that knows that Qt counts UTF-16 units.

The page shows the lines of the article that are not blank, each as one paragraph of a QTextDocument. Blank lines
are spacing there and have no place to put a caret, so both the units and the line ends differ.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from factcheck.model.text import TextPosition

# QTextCursor.insertText starts a new block at these, keeps them as objects, or has no UTF-16 for them
_UNSHOWABLE = re.compile("[\r\u2028\u2029\ufdd0\ufdd1\ufffc\ud800-\udfff]")
_SHOWN_INSTEAD = "\ufffd"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the article as the page shows it: its place in the text, and where Qt's copy of it starts."""

    position: TextPosition
    qt_start: int
    qt_end: int

    @property
    def is_plain(self) -> bool:
        """Whether both units count alike here, as they do without characters beyond U+FFFF."""
        return self.qt_end - self.qt_start == len(self.position)


def utf16_length(text: str) -> int:
    """The length of ``text`` in UTF-16 units."""
    return len(text) if text.isascii() else len(_encoded(text)) // 2


def shown(line: str) -> str:
    """A line as it is given to Qt: of the same length in units, with nothing that Qt would break or refuse."""
    return _UNSHOWABLE.sub(_SHOWN_INSTEAD, line)


def _encoded(text: str) -> bytes:
    return shown(text).encode("utf-16-le")


class Positions:
    """The paragraphs of a page, and both ways between its text and its document."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.paragraphs: list[Paragraph] = []
        start = qt_start = 0
        for line in text.split("\n"):
            end = start + len(line)
            if line and not line.isspace():
                qt_end = qt_start + utf16_length(line)
                self.paragraphs.append(Paragraph(TextPosition(start, end), qt_start, qt_end))
                qt_start = qt_end + 1
            start = end + 1
        self._starts = [p.position.start for p in self.paragraphs]
        self._qt_starts = [p.qt_start for p in self.paragraphs]

    def to_qt(self, offset: int) -> int:
        """The document position of a code point; one in a blank line is the end of the paragraph before it."""
        index = self.paragraph_of(offset)
        if index < 0:
            return 0
        paragraph = self.paragraphs[index]
        within = min(offset, paragraph.position.end) - paragraph.position.start
        if paragraph.is_plain:
            return paragraph.qt_start + within
        start = paragraph.position.start
        return paragraph.qt_start + utf16_length(self._text[start : start + within])

    def to_text(self, qt_position: int) -> int:
        """The code point at a document position; inside a surrogate pair, the character it belongs to."""
        index = bisect_right(self._qt_starts, qt_position) - 1
        if index < 0:
            return 0
        paragraph = self.paragraphs[index]
        units = min(qt_position, paragraph.qt_end) - paragraph.qt_start
        if paragraph.is_plain:
            return paragraph.position.start + units
        before = _encoded(paragraph.position.of(self._text))[: 2 * units]
        # half a pair at the end decodes to nothing, so the position is that of its character
        return paragraph.position.start + len(before.decode("utf-16-le", "ignore"))

    def paragraph_of(self, offset: int) -> int:
        """The index of the paragraph at or before a code point; -1 before the first."""
        return bisect_right(self._starts, offset) - 1

    def range_of(self, position: TextPosition) -> tuple[int, int]:
        """Start and end (exclusive) of ``position`` in the document."""
        return self.to_qt(position.start), self.to_qt(position.end)

    def position_of(self, qt_start: int, qt_end: int) -> TextPosition:
        """The text between two document positions, in either order."""
        start, end = sorted((qt_start, qt_end))
        return TextPosition(self.to_text(start), self.to_text(end))
