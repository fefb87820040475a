"""What a row of a sheet is made of: words with their place in the row, signs, lines, and where a click leads."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from factcheck.model.text import TextPosition
from factcheck.ui.theme import Theme

WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop)
PaintSign = Callable[[QPainter, QRectF, Theme], None]


class SheetRole(IntEnum):
    """What a row tells beside its text."""

    ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Piece:
    """Words to be drawn: in ``rect``, wrapped where ``wraps``; ``picked`` are bold. A link goes to ``leads_to``."""

    rect: QRectF
    text: str
    font: QFont
    token: str = "ink"
    wraps: bool = False
    at_end: bool = False
    picked: tuple[int, int] | None = None
    leads_to: TextPosition | None = None


@dataclass(slots=True)
class Layout:
    """The pieces of one row, from its own top left corner, its signs, and the lines above results."""

    pieces: list[Piece] = field(default_factory=list)
    signs: list[tuple[QRectF, PaintSign]] = field(default_factory=list)
    rules: list[QRectF] = field(default_factory=list)
    height: float = 0.0

    def link_at(self, x: float, y: float) -> TextPosition | None:
        """The place that a click there leads to."""
        for piece in self.pieces:
            if piece.leads_to is not None and piece.rect.contains(x, y):
                return piece.leads_to
        return None


SetRow = Callable[[object, int], Layout]  # a row of the model, and the width of the list in pixels


def height_of(text: str, font: QFont, width: float) -> float:
    """The pixels that a text takes when it is wrapped at ``width``."""
    room = QRectF(0, 0, max(40.0, width), 10_000)
    return QFontMetricsF(font).boundingRect(room, WRAP, text).height() + 1
