"""Sets an open point out: why it is open, the article's words, the claim's number."""

from functools import lru_cache, partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from factcheck.model.finding import Outcome
from factcheck.model.gate import OpenKind
from factcheck.model.verdict import State
from factcheck.ui.gate.rows import Row
from factcheck.ui.marks import MARK, paint_outcome, paint_state
from factcheck.ui.sheets.pieces import Layout, PaintSign, Piece, height_of
from factcheck.ui.theme import LABEL, Theme, figures, sans, serif

LEFT, RIGHT, TOP, BOTTOM = 42, 16, 7, 8  # pixels around the words
_QUOTED = 14.5
_NUMBER = 40
_STATES = {
    OpenKind.MUST_CHANGE: State.CONTRADICTED,
    OpenKind.CLAIM: State.OPEN,
    OpenKind.WAITING: State.WAITING,
    OpenKind.AUTHORS_WORD: State.AUTHORS_WORD,
    OpenKind.NO_SOURCE: State.VERIFIED,
    OpenKind.WEAK: State.VERIFIED,
}


@lru_cache(maxsize=512)
def set_point(row: Row, width: int) -> Layout:
    """An open point set out for a list ``width`` pixels wide."""
    layout = Layout()
    room = width - LEFT - RIGHT - _NUMBER
    said = height_of(row.point.words, sans(LABEL), room)
    why = QRectF(LEFT, TOP, room, said)
    layout.pieces.append(Piece(why, row.point.words, sans(LABEL), "ink_2", wraps=True))
    quoted = height_of(row.words, serif(_QUOTED), room)
    words = QRectF(LEFT, TOP + said, room, quoted)
    layout.pieces.append(Piece(words, row.words, serif(_QUOTED), wraps=True))
    end = QRectF(width - RIGHT - _NUMBER, TOP, _NUMBER, 19)
    number = str(row.number) if row.number else "→"
    link = Piece(end, number, figures(sans(LABEL)), "accent", at_end=True)
    layout.pieces.append(link)
    layout.signs.append((QRectF(14, TOP + 2, MARK, MARK), _sign_of(row.point.kind)))
    layout.height = TOP + said + quoted + BOTTOM
    return layout


def _sign_of(kind: OpenKind) -> PaintSign:
    if kind is OpenKind.CONFLICT:
        return _paint_conflict
    if kind in _STATES:
        return partial(_paint_state, _STATES[kind])
    return _paint_unread


def _paint_state(state: State, painter: QPainter, rect: QRectF, theme: Theme) -> None:
    paint_state(painter, rect, state, theme)


def _paint_conflict(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    paint_outcome(painter, rect, Outcome.CONFLICT, theme)


def _paint_unread(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """A patch of the ground that unread text lies on."""
    patch = rect.adjusted(0.5, 3.5, -0.5, -3.5)
    painter.save()
    painter.setPen(theme.colour("edge"))
    painter.setBrush(theme.colour("strip_unread"))
    painter.drawRect(patch)
    painter.restore()
