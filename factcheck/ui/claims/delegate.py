"""Draws a claim of the list: state, number, words, kind with its line, priority."""

from functools import cache

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from factcheck.model.claim import KIND_NAMES, Claim
from factcheck.model.verdict import State
from factcheck.ui.claims.rows import ClaimRole, Row
from factcheck.ui.key_caps import paint_focus
from factcheck.ui.lettering import draw_line, width_of
from factcheck.ui.marks import MARK, paint_line, paint_priority, paint_state
from factcheck.ui.overriding import override
from factcheck.ui.theme import LABEL, SMALL, Theme, figures, sans, serif

TALL, FLAT = 48, 30  # rows of two lines and of one, pixels
_LINE = 18
_EXCERPT = 14.5
_SAMPLE = 31.0  # of a kind's line
_LONGEST = 400  # code points that are set; more never fit two lines
_QUIET = (State.VERIFIED, State.NOT_A_CLAIM)
_PARAGRAPH_SIGN = "¶\N{NARROW NO-BREAK SPACE}"


class ClaimDelegate(QStyledItemDelegate):
    """Rows of one height: two lines, or one where the window is low."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.is_flat = False
        self.marks_parts = True  # a new part begins with a heavier rule and its number

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    @property
    def row_height(self) -> int:
        return FLAT if self.is_flat else TALL

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, self.row_height)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: Row = index.data(ClaimRole.ROW)
        rect = QRect(option.rect)
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setLayoutDirection(option.direction)
        begins_part = self.marks_parts and self._begins_part(row, index)
        if selected:
            painter.fillRect(rect, self._theme.colour("selection"))
        self._paint_rule(painter, rect, begins_part and index.row() > 0)
        self._paint_columns(painter, rect, row, begins_part, selected)
        if selected:
            self._paint_edge(painter, rect, bool(state & QStyle.StateFlag.State_HasFocus))
        painter.restore()

    def _begins_part(self, row: Row, index: QModelIndex | QPersistentModelIndex) -> bool:
        if index.row() == 0:
            return True
        before: Row = index.sibling(index.row() - 1, 0).data(ClaimRole.ROW)
        return before.part != row.part

    def _paint_rule(self, painter: QPainter, rect: QRect, heavy: bool) -> None:
        colour = self._theme.colour("edge" if heavy else "separator")
        painter.fillRect(rect.left(), rect.top(), rect.width(), 1, colour)

    def _paint_edge(self, painter: QPainter, rect: QRect, focused: bool) -> None:
        if focused:
            paint_focus(painter, QRectF(rect), self._theme, 1)
            return
        mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = rect.right() - 2 if mirrored else rect.left()
        painter.fillRect(left, rect.top(), 3, rect.height(), self._theme.colour("accent"))

    def _paint_columns(
        self, painter: QPainter, rect: QRect, row: Row, begins_part: bool, selected: bool
    ) -> None:
        theme, claim = self._theme, row.claim
        quiet = theme.colour("ink_2" if selected else "ink_3")
        area = _Columns(rect, painter.layoutDirection(), self.is_flat)
        paint_state(painter, area.mark, row.state, theme)
        draw_line(painter, area.number, str(row.number), figures(sans(LABEL)), quiet, at_end=True)
        if begins_part and row.paragraph and not self.is_flat:
            sign = f"{_PARAGRAPH_SIGN}{row.paragraph}"
            draw_line(painter, area.paragraph, sign, figures(sans(SMALL)), quiet, at_end=True)
        ink = quiet if row.state in _QUIET else theme.colour("ink")
        _paint_words(painter, area.words, claim, ink, 1 if self.is_flat else 2)
        if not self.is_flat:
            kind = KIND_NAMES[claim.kind]
            draw_line(painter, area.kind, kind, sans(LABEL), theme.colour("ink_2"))
        colour = theme.of_family(claim.family)
        sample = area.sample
        painter.translate(sample.left(), 0)  # so that every sample begins with a dash
        paint_line(painter, 0, sample.width(), sample.center().y(), claim.family, colour, 1.7)
        painter.translate(-sample.left(), 0)
        paint_priority(painter, area.priority, claim.priority, theme)


class _Columns:
    """Where the parts of a row lie, mirrored where the window reads from the right."""

    def __init__(self, rect: QRect, direction: Qt.LayoutDirection, flat: bool) -> None:
        self._rect = QRectF(rect)
        self._mirrored = direction is Qt.LayoutDirection.RightToLeft
        width, height = rect.width(), rect.height()
        first = 0.0 if flat else 6.0  # the first line's top
        line = float(height) if flat else float(_LINE)
        end = width - 17
        kind_width = 34.0 if flat else _kind_width(width)
        kind_left = end - 16 - 12 - kind_width
        middle = height / 2 if flat else first + line / 2
        self.mark = self._at(14, middle - MARK / 2, MARK, MARK)
        self.number = self._at(32, first, 36, line)
        self.paragraph = self._at(24, first + line - 1, 44, 16)
        self.words = self._at(76, first, max(20.0, kind_left - 8 - 76), height - first)
        self.kind = self._at(kind_left, first, kind_width, line)
        self.sample = self._at(kind_left, height / 2 - 3 if flat else first + 22, _SAMPLE, 6)
        self.priority = self._at(end - 16, middle - 7, 16, 14)

    def _at(self, left: float, top: float, width: float, height: float) -> QRectF:
        x = self._rect.width() - left - width if self._mirrored else left
        return QRectF(self._rect.left() + x, self._rect.top() + top, width, height)


def _kind_width(row_width: int) -> float:
    """Room for the longest kind, as far as the row can spare it."""
    return max(_SAMPLE, min(_longest_kind() + 2, row_width * 0.24))


@cache
def _longest_kind() -> float:
    """The pixels of the longest name of a kind, which every row of every paint asks for."""
    return max(width_of(name, sans(LABEL)) for name in KIND_NAMES.values())


def _paint_words(painter: QPainter, rect: QRectF, claim: Claim, ink: QColor, lines: int) -> None:
    """The claim's own words in serif on so many lines, the last one elided."""
    text = " ".join(claim.text[:_LONGEST].split())
    font = serif(_EXCERPT)
    painter.setPen(ink)
    top = rect.top() + (0 if lines > 1 else (rect.height() - _LINE) / 2)
    top += (_LINE - QFontMetricsF(font).height()) / 2
    for line in _lines(text, font, rect.width(), lines):
        layout = _laid_out(line, font, rect.width(), QTextOption.WrapMode.NoWrap)
        layout.draw(painter, QPointF(rect.left(), top))
        top += _LINE


def _lines(text: str, font: QFont, width: float, lines: int) -> list[str]:
    """The text cut where it wraps, what is left of it elided on the last line."""
    cut: list[str] = []
    while len(cut) < lines - 1:
        layout = _laid_out(text, font, width, QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        units = layout.lineAt(0).textLength() if layout.lineCount() else 0
        wide = text.encode("utf-16-le", "surrogatepass")
        cut.append(wide[: 2 * units].decode("utf-16-le", "replace").rstrip())
        text = wide[2 * units :].decode("utf-16-le", "replace")
    elided = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
    return [*cut, elided]


def _laid_out(text: str, font: QFont, width: float, wrap: QTextOption.WrapMode) -> QTextLayout:
    """One line of text, from the side its own script begins at."""
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(wrap)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    if line.isValid():
        line.setLineWidth(width)
    layout.endLayout()
    return layout
