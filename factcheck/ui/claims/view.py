"""The list itself: keys, focus and what it says when it is empty.

It is a table of one column. A list view asks the model for each of 25,000 rows whenever one of them changes, which
stalls the window; a table of rows of one height asks only for those that can be seen.
"""

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from factcheck.ui.key_caps import paint_focus
from factcheck.ui.overriding import override
from factcheck.ui.theme import INTERFACE, Theme, palette, sans


class ClaimListView(QTableView):
    """Rows of one height, scrolled by the pixel; letters are left to the actions."""

    link_clicked = Signal()  # on what the empty list offers

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sentence = ""
        self._offer = ""
        self.is_taking_focus = False
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName("Claims")

    def set_row_height(self, pixels: int) -> None:
        """Give every row this height."""
        self.verticalHeader().setDefaultSectionSize(pixels)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setPalette(palette(theme))
        # under a style sheet of the program's, a viewport does not follow its list
        self.viewport().setPalette(palette(theme))
        self.viewport().update()

    def set_empty_words(self, sentence: str, offer: str = "") -> None:
        """Say this where there are no rows, with words to click behind it."""
        if (sentence, offer) != (self._sentence, self._offer):
            self._sentence, self._offer = sentence, offer
            self.viewport().update()
        self.setAccessibleDescription(f"{sentence} {offer}".strip() if self._is_empty else "")

    @property
    def _is_empty(self) -> bool:
        return self.model() is None or self.model().rowCount() == 0

    @property
    def _words_area(self) -> QRectF:
        return QRectF(self.viewport().rect()).adjusted(24, 22, -24, -12)

    @override
    def moveCursor(
        self,
        cursor_action: QAbstractItemView.CursorAction,
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        last = self.model().rowCount() - 1
        match cursor_action:
            case QAbstractItemView.CursorAction.MoveHome:
                return self.model().index(0, 0)
            case QAbstractItemView.CursorAction.MoveEnd:
                return self.model().index(last, 0)
            case _:
                return super().moveCursor(cursor_action, modifiers)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Nothing: a letter typed here is a command, or, with those switched off, no search either."""

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.is_taking_focus = True
        super().focusInEvent(event)
        self.is_taking_focus = False
        # Qt makes the first row current, unselected; with no claim selected there is to be none
        if not self.selectionModel().hasSelection():
            self.selectionModel().clearCurrentIndex()
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._is_empty and self._offer and self._words_area.contains(event.position()):
            self.link_clicked.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_empty and self.currentIndex().isValid():
            return
        painter = QPainter(self.viewport())
        if self._is_empty and self._sentence:
            self._paint_sentence(painter)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.viewport().rect()), self._theme, 1)
        painter.end()

    def _paint_sentence(self, painter: QPainter) -> None:
        painter.setFont(sans(INTERFACE))
        painter.setPen(self._theme.colour("ink_2"))
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        area = self._words_area
        painter.drawText(area, int(flags), self._sentence)
        if self._offer:
            used = painter.boundingRect(area, int(flags), self._sentence)
            painter.setPen(self._theme.colour("accent"))
            painter.drawText(area.adjusted(0, used.height() + 4, 0, 0), int(flags), self._offer)
