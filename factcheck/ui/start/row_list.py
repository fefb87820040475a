"""A list one walks with J, K and the arrows, opens from with Enter or a click, and removes from with Delete; a menu offers both."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu

from factcheck.model.overview import ArticleSummary
from factcheck.ui.overriding import override
from factcheck.ui.start.row_delegate import RowDelegate
from factcheck.ui.start.rows import ROW_ROLE, Row, RowModel
from factcheck.ui.theme import Theme, palette

_WAYS = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class RowList(QListView):
    """The rows of a model, one of them chosen."""

    opened = Signal(object)  # the row
    removal_asked = Signal(object)  # the row
    left_upwards = Signal()

    def __init__(self, model: RowModel, theme: Theme, name: str) -> None:
        super().__init__()
        self.delegate = RowDelegate(theme)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._open)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self.delegate.theme = theme
        self.setPalette(palette(theme))
        self.setStyleSheet(f"QListView {{ background: {theme.tokens['page']}; border: none; }}")
        self.viewport().update()

    @property
    def chosen(self) -> Row | None:
        row: Row | None = self.currentIndex().data(ROW_ROLE)
        return row

    def choose(self, row: int) -> None:
        """Make a row the chosen one, in sight; a row past either end is the last or first."""
        last = self.model().rowCount() - 1
        if last >= 0:
            self.setCurrentIndex(self.model().index(min(max(row, 0), last), 0))

    def open_chosen(self) -> None:
        self._open(self.currentIndex())

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.data(ROW_ROLE))

    def _remove(self, index: QModelIndex) -> None:
        if index.isValid():
            self.removal_asked.emit(index.data(ROW_ROLE))

    def menu_on(self, index: QModelIndex) -> QMenu:
        """What can be done with a row; a claim is removed in its article."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Open\tReturn", lambda: self._open(index))
        if isinstance(index.data(ROW_ROLE), ArticleSummary):
            menu.addSeparator()
            menu.addAction("Remove article…\tDel", lambda: self._remove(index))
        return menu

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        place = self.visualRect(index).center() if by_key else event.pos()
        self.menu_on(index).popup(self.viewport().mapToGlobal(place))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.choose(0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _WAYS and held == Qt.KeyboardModifier.NoModifier:
            row = self.currentIndex().row() + _WAYS[Qt.Key(key)]
            if row < 0:
                self.left_upwards.emit()
            else:
                self.choose(row)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open_chosen()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove(self.currentIndex())
        elif event.text().strip() and held in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        ):
            event.ignore()  # a list of thousands is searched in the field, not by first letters
        else:
            super().keyPressEvent(event)
