"""Draws a finding of the list as it was set out."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from factcheck.ui.findings.layout import TOP, Layout, Piece, laid_out
from factcheck.ui.findings.rows import FindingRole, Row
from factcheck.ui.key_caps import paint_focus
from factcheck.ui.lettering import draw_line, draw_picked
from factcheck.ui.marks import MARK, paint_outcome
from factcheck.ui.overriding import override
from factcheck.ui.theme import Theme

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop)


class FindingDelegate(QStyledItemDelegate):
    """Rows as high as what they say."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.width = 400

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(self.width, round(laid_out(index.data(FindingRole.ROW), self.width).height))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: Row = index.data(FindingRole.ROW)
        rect, state = QRectF(option.rect), option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setLayoutDirection(option.direction)
        if selected:
            painter.fillRect(rect, self.theme.colour("selection"))
        layout = laid_out(row, self.width)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        mark = self._placed(QRectF(14, TOP + 2, MARK, MARK), rect, mirrored)
        paint_outcome(painter, mark, row.finding.outcome, self.theme)
        self._paint_rules(painter, layout, rect, mirrored)
        for piece in layout.pieces:
            self._paint_piece(painter, piece, self._placed(piece.rect, rect, mirrored), selected)
        painter.fillRect(
            QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), self.theme.colour("separator")
        )
        if selected and state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, rect, self.theme, 1)
        elif selected:
            edge = rect.right() - 3 if mirrored else rect.left()
            painter.fillRect(
                QRectF(edge, rect.top(), 3, rect.height()), self.theme.colour("accent")
            )
        painter.restore()

    def place_under(self, index: QModelIndex, point: QPointF, mirrored: bool) -> object:
        """The place of the text that a click at ``point`` of the row leads to, or None."""
        x = self.width - point.x() if mirrored else point.x()
        return laid_out(index.data(FindingRole.ROW), self.width).link_at(x, point.y())

    def _placed(self, piece: QRectF, rect: QRectF, mirrored: bool) -> QRectF:
        x = self.width - piece.right() if mirrored else piece.left()
        return QRectF(rect.left() + x, rect.top() + piece.top(), piece.width(), piece.height())

    def _paint_rules(self, painter: QPainter, layout: Layout, rect: QRectF, mirrored: bool) -> None:
        for rule in layout.rules:
            painter.fillRect(self._placed(rule, rect, mirrored), self.theme.colour("edge"))

    def _paint_piece(self, painter: QPainter, piece: Piece, box: QRectF, selected: bool) -> None:
        token = "ink_2" if selected and piece.token == "ink_3" else piece.token
        ink = self.theme.colour(token)
        if piece.picked is not None:
            draw_picked(painter, box, piece.text, [piece.picked], piece.font, ink)
        elif piece.wraps:
            painter.setFont(piece.font)
            painter.setPen(ink)
            painter.drawText(box, _WRAP | int(Qt.AlignmentFlag.AlignLeft), piece.text)
        else:
            draw_line(painter, box, piece.text, piece.font, ink, at_end=piece.at_end)
