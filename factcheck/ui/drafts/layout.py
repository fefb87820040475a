"""Sets a fate out: its mark and number, old words above new ones, why, and what became of the verdict."""

from functools import lru_cache, partial

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter, QPen

from factcheck.model.fate import Run
from factcheck.model.verdict import State
from factcheck.ui.drafts.rows import MARKS, Heading, Row
from factcheck.ui.drafts.signs import draw_runs, paint_fate
from factcheck.ui.lettering import is_mirrored, width_of
from factcheck.ui.marks import MARK, paint_state
from factcheck.ui.sheets.pieces import Layout, Piece, height_of
from factcheck.ui.theme import LABEL, Theme, figures, sans, serif

_LEFT, _RIGHT, _TOP = 14, 14, 6  # pixels around the words
_NUMBER = 30
_WORDS = 74  # where the words begin
_REASON = 96  # of the column that says why
_STATES = 50  # of the column that shows the verdict before and now
_LINE = 20
_SERIF = 15
_HEADING = 26


@lru_cache(maxsize=512)
def set_row(row: Row | Heading, width: int) -> Layout:
    """A row set out for a list ``width`` pixels wide."""
    return _heading(row, width) if isinstance(row, Heading) else _claim(row, width)


def _heading(row: Heading, width: int) -> Layout:
    layout = Layout(height=_HEADING)
    box = QRectF(0, 0, width, _HEADING)
    layout.signs.append((box, _ground))
    bold = sans(LABEL, weight=QFont.Weight.DemiBold)
    room = width - _LEFT - _RIGHT
    name = QRectF(_LEFT, 0, room, _HEADING)
    layout.pieces.append(Piece(name, row.name, bold))
    told = QRectF(name)
    told.setLeft(_LEFT + width_of(row.name, bold) + 10)
    layout.pieces.append(Piece(told, row.told, sans(LABEL), "ink_2"))
    return layout


def _claim(row: Row, width: int) -> Layout:
    layout = Layout()
    lines = [(row.old, True)] if row.old and (row.old != row.new) else []
    lines += [(row.new, False)] if row.new else []
    end = width - _RIGHT
    states = QRectF(end - _STATES, _TOP + 2, _STATES, MARK)
    reason_left = states.left() - _REASON - 8
    mark = MARKS[row.sort]
    if mark:
        layout.signs.append((QRectF(_LEFT, _TOP + 2, MARK, MARK), partial(_fate, mark)))
    number = QRectF(_LEFT + MARK + 4, _TOP, _NUMBER, _LINE)
    if row.number:
        layout.pieces.append(
            Piece(number, str(row.number), figures(sans(LABEL)), "ink_2", at_end=True)
        )
    for at, (runs, old) in enumerate(lines):
        box = QRectF(_WORDS, _TOP + at * _LINE, reason_left - _WORDS - 10, _LINE)
        layout.signs.append((box, partial(_runs, runs, old)))
    height = height_of(row.reason, sans(LABEL), _REASON) if row.reason else 0.0
    reason = QRectF(reason_left, _TOP + 1, _REASON, height)
    layout.pieces.append(Piece(reason, row.reason, sans(LABEL), "ink_2", wraps=True))
    layout.signs.append((states, partial(_verdicts, row.before, row.now)))
    layout.height = max(len(lines) * _LINE, height) + 2 * _TOP + 1
    return layout


def _ground(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    painter.fillRect(rect, theme.colour("chrome"))


def _fate(mark: str, painter: QPainter, rect: QRectF, theme: Theme) -> None:
    paint_fate(painter, rect, mark, theme)


def _runs(runs: tuple[Run, ...], old: bool, painter: QPainter, rect: QRectF, theme: Theme) -> None:
    draw_runs(painter, rect, runs, serif(_SERIF), theme, old=old)


def _verdicts(
    before: State | None, now: State, painter: QPainter, rect: QRectF, theme: Theme
) -> None:
    """The mark that the claim had, an arrow and the one it has; only the last where nothing changed."""
    mirrored = is_mirrored(painter)

    def box(from_end: float) -> QRectF:
        left = rect.left() + from_end if mirrored else rect.right() - from_end - MARK
        return QRectF(left, rect.top(), MARK, MARK)

    paint_state(painter, box(0), now, theme)
    if before is None or before is now:
        return
    paint_state(painter, box(rect.width() - MARK), before, theme)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("ink_2"), 1.3))
    middle, half = rect.center(), 6.0
    tip = QPointF(middle.x() + (-half if mirrored else half), middle.y())
    tail = QPointF(middle.x() + (half if mirrored else -half), middle.y())
    back = 3.5 if mirrored else -3.5
    painter.drawLine(tail, tip)
    painter.drawLine(tip, tip + QPointF(back, -3.5))
    painter.drawLine(tip, tip + QPointF(back, 3.5))
    painter.restore()
