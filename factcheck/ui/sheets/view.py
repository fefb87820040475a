"""The list itself: keys, clicks on places, focus, and what it says when it is empty."""

from PySide6.QtCore import QModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from factcheck.ui.key_caps import paint_focus
from factcheck.ui.overriding import override
from factcheck.ui.sheets.delegate import SheetDelegate
from factcheck.ui.sheets.pieces import SetRow
from factcheck.ui.theme import INTERFACE, Theme, palette, sans

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SheetView(QListView):
    """Rows of several heights; letters are left to the actions."""

    place_wanted = Signal(object)  # a TextPosition that was clicked
    next_place_wanted = Signal()  # Enter

    def __init__(
        self, theme: Theme, set_row: SetRow, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sentence = ""
        self.delegate = SheetDelegate(theme, set_row, self)
        self.setItemDelegate(self.delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(name)

    def set_theme(self, theme: Theme) -> None:
        self._theme = self.delegate.theme = theme
        self.setPalette(palette(theme))
        # under a style sheet of the program's, a viewport does not follow its list
        self.viewport().setPalette(palette(theme))
        self.viewport().update()

    def set_empty_words(self, sentence: str) -> None:
        """Say this where there are no rows."""
        self._sentence = sentence
        self.setAccessibleDescription("" if self.model().rowCount() else sentence)
        self.viewport().update()

    def _place_at(self, point: QPointF) -> object:
        index = self.indexAt(point.toPoint())
        if not index.isValid():
            return None
        inside = point - QPointF(self.visualRect(index).topLeft())
        return self.delegate.place_under(index, inside, not self.isLeftToRight())

    @override
    def keyboardSearch(self, search: str) -> None:
        """Nothing: a letter typed here is a command."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.next_place_wanted.emit()
            return
        super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            place = self._place_at(event.position())
            if place is not None:
                self.place_wanted.emit(place)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        is_link = self._place_at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            self.selectionModel().setCurrentIndex(
                QModelIndex(), self.selectionModel().SelectionFlag.Clear
            )
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.delegate.width = self.viewport().width()
        self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        is_empty = self.model() is None or self.model().rowCount() == 0
        painter = QPainter(self.viewport())
        if is_empty and self._sentence:
            painter.setFont(sans(INTERFACE))
            painter.setPen(self._theme.colour("ink_2"))
            flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter
            area = QRectF(self.viewport().rect()).adjusted(24, 22, -24, -12)
            painter.drawText(area, int(flags), self._sentence)
        if self.hasFocus() and not self.currentIndex().isValid():
            paint_focus(painter, QRectF(self.viewport().rect()), self._theme, 1)
        painter.end()
