"""Sets a name out: its spellings, how often it is named, and what the text says of it with the places."""

from functools import lru_cache, partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from factcheck.model.text import TextPosition
from factcheck.ui.lettering import width_of
from factcheck.ui.names.rows import Row, Told
from factcheck.ui.sheets.pieces import Layout, Piece, height_of
from factcheck.ui.theme import LABEL, Theme, figures, sans, serif

LEFT, RIGHT, TOP, BOTTOM = 42, 16, 8, 9  # pixels around the words
_NAME = 15.5
_SIGN = 13
_LINE = 20
_GAP = 12  # between one thing told and the next
_MOST_PLACES = 4  # of one thing told; the rest is reached with Enter


@lru_cache(maxsize=512)
def set_name(row: Row, width: int) -> Layout:
    """A name set out for a list ``width`` pixels wide."""
    return _Setting(row, width).layout


class _Setting:
    """Sets the parts of one row below and beside each other."""

    def __init__(self, row: Row, width: int) -> None:
        self.layout = Layout()
        self._right = float(width - RIGHT)
        self._x, self._y = float(LEFT), float(TOP)
        paint = partial(_sign, row.confirmed is not None)
        self.layout.signs.append((QRectF(15, TOP + 4, _SIGN, _SIGN), paint))
        self._name(row)
        named = Told("named", row.spellings[0].places)
        spelled = (named, *row.spellings[1:])
        for told in (*(one for one in spelled if one.places), *row.details):
            self._told(told)
        if self._x > LEFT:
            self._y += _LINE
        self.layout.height = self._y + BOTTOM

    def _name(self, row: Row) -> None:
        count = f"{row.entity.count:,}"
        aside = width_of(count, figures(sans(LABEL))) + 2
        spelled = ", ".join(spelling.words for spelling in row.spellings)
        room = self._right - LEFT - aside - _GAP
        height = height_of(spelled, serif(_NAME), room)
        box = QRectF(LEFT, self._y, room, height)
        self.layout.pieces.append(Piece(box, spelled, serif(_NAME), wraps=True))
        line = QFontMetricsF(serif(_NAME)).height()
        end = QRectF(self._right - aside, self._y, aside, line)
        self.layout.pieces.append(Piece(end, count, figures(sans(LABEL)), "ink_2", at_end=True))
        self._y += height + 1

    def _told(self, told: Told) -> None:
        """Words with their places, on this line where there is room and on the next where there is none."""
        links = [(str(number) if number else "→", place) for place, number in told.places]
        shown = links[:_MOST_PLACES]
        font, numbers = sans(LABEL), figures(sans(LABEL))
        tail = sum(width_of(text, numbers) + 7 for text, _ in shown)
        width = min(width_of(told.words, font) + 5, self._right - LEFT - tail)
        if self._x > LEFT and self._x + width + tail > self._right:
            self._next_line()
        box = QRectF(self._x, self._y, width, _LINE)
        self.layout.pieces.append(Piece(box, told.words, font, "ink_2"))
        self._x += width
        for text, place in shown:
            self._link(text, place)
        self._x += _GAP - 7
        if self._x >= self._right - 40:
            self._next_line()

    def _link(self, text: str, place: TextPosition) -> None:
        font = figures(sans(LABEL))
        width = width_of(text, font) + 2
        box = QRectF(self._x, self._y, width, _LINE)
        self.layout.pieces.append(Piece(box, text, font, "accent", leads_to=place))
        self._x += width + 5

    def _next_line(self) -> None:
        self._x, self._y = float(LEFT), self._y + _LINE


def _sign(confirmed: bool, painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """A tick where the spelling is confirmed, else an empty ring."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if confirmed:
        painter.setPen(QPen(theme.colour("verified"), 2.1))
        low = QPointF(rect.left() + rect.width() * 0.4, rect.bottom() - 2)
        painter.drawLine(QPointF(rect.left() + 1, rect.center().y()), low)
        painter.drawLine(low, QPointF(rect.right(), rect.top() + 2))
    else:
        painter.setPen(QPen(theme.colour("edge"), 1.4))
        painter.drawEllipse(rect.center(), rect.width() * 0.36, rect.width() * 0.36)
    painter.restore()
