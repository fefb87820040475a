"""Draws a row of a sheet as it was set out."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from factcheck.ui.key_caps import paint_focus
from factcheck.ui.lettering import draw_line, draw_picked
from factcheck.ui.overriding import override
from factcheck.ui.sheets.pieces import WRAP, Layout, Piece, SetRow, SheetRole
from factcheck.ui.theme import Theme


class SheetDelegate(QStyledItemDelegate):
    """Rows as high as what they say."""

    def __init__(self, theme: Theme, set_row: SetRow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._set_row = set_row
        self.width = 400

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(self.width, round(self._layout(index).height))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect, state = QRectF(option.rect), option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setLayoutDirection(option.direction)
        if selected:
            painter.fillRect(rect, self.theme.colour("selection"))
        layout = self._layout(index)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        for box, paint_sign in layout.signs:
            paint_sign(painter, self._placed(box, rect, mirrored), self.theme)
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
        return self._layout(index).link_at(x, point.y())

    def _layout(self, index: QModelIndex | QPersistentModelIndex) -> Layout:
        return self._set_row(index.data(SheetRole.ROW), self.width)

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
            painter.drawText(box, WRAP | int(Qt.AlignmentFlag.AlignLeft), piece.text)
        else:
            draw_line(painter, box, piece.text, piece.font, ink, at_end=piece.at_end)
