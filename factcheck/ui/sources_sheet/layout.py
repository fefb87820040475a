"""Sets a source or a weak link out: what heads it, what it is, what is weak, and the numbers of its claims."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from factcheck.ui.lettering import width_of
from factcheck.ui.sheets.pieces import Layout, Piece, height_of
from factcheck.ui.sources_sheet.rows import Row
from factcheck.ui.theme import LABEL, Theme, figures, sans, serif

LEFT, RIGHT, TOP, BOTTOM = 42, 16, 8, 9  # pixels around the words
_HEAD = 15
_LINE = 20
_SIGN = 13
_GAP = 7  # between two numbers


@lru_cache(maxsize=512)
def set_source(row: Row, width: int) -> Layout:
    """A row set out for a list ``width`` pixels wide."""
    layout = Layout()
    room = float(width - LEFT - RIGHT)
    y = float(TOP)
    told = (
        (row.head, serif(_HEAD), "ink"),
        (row.about, sans(LABEL), "ink_2"),
        (row.weak[:1].upper() + row.weak[1:], sans(LABEL), "unverifiable"),
    )
    for words, font, token in told:
        if words:
            height = height_of(words, font, room)
            layout.pieces.append(Piece(QRectF(LEFT, y, room, height), words, font, token, True))
            y += height
    layout.height = _set_numbers(layout, row, width - RIGHT, y) + BOTTOM
    if row.weak:
        layout.signs.append((QRectF(15, TOP + 4, _SIGN, _SIGN), _paint_weak))
    return layout


def _set_numbers(layout: Layout, row: Row, right: int, y: float) -> float:
    """The numbers of the claims from line to line; where they end."""
    if not row.places:
        return y
    font = figures(sans(LABEL))
    said = "Claim" if len(row.places) == 1 else "Claims"
    x = LEFT + width_of(said, sans(LABEL)) + _GAP
    layout.pieces.append(Piece(QRectF(LEFT, y, x - LEFT, _LINE), said, sans(LABEL), "ink_2"))
    for place, number in row.places:
        text = str(number) if number else "→"
        width = width_of(text, font) + 2
        if x + width > right:
            x, y = float(LEFT), y + _LINE
        box = QRectF(x, y, width, _LINE)
        layout.pieces.append(Piece(box, text, font, "accent", leads_to=place))
        x += width + _GAP
    return y + _LINE


def _paint_weak(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """A mark of exclamation: look here."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.colour("unverifiable"), 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    middle = rect.center().x()
    painter.drawLine(QPointF(middle, rect.top() + 1), QPointF(middle, rect.bottom() - 4.5))
    painter.drawPoint(QPointF(middle, rect.bottom() - 0.8))
    painter.restore()
