"""The palette's list: the entries as a model, and how a line of it is drawn."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from factcheck.ui.key_caps import caps_width, paint_caps
from factcheck.ui.lettering import (
    centred,
    draw_line,
    draw_picked,
    inset,
    leading,
    width_of,
)
from factcheck.ui.marks import MARK, paint_state
from factcheck.ui.overriding import override
from factcheck.ui.palette.entries import Entry
from factcheck.ui.theme import LABEL, MENU, Theme, figures, sans, serif

ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
ROW, HEADING_ROW = 36, 30

Index = QModelIndex | QPersistentModelIndex


class EntryModel(QAbstractListModel):
    """The entries for the letters typed; headings cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[Entry] = []

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Other letters, another list: nothing of the one before stays in place."""
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def step(self, row: int, by: int) -> int:
        """The row of the entry ``by`` steps from ``row``, over headings, from either end to the other."""
        rows = [index for index, entry in enumerate(self._entries) if not entry.is_heading]
        if not rows:
            return -1
        if row not in rows:
            return rows[0] if by > 0 else rows[-1]
        at = rows.index(row) + by
        return rows[at % len(rows)] if abs(by) == 1 else rows[min(max(at, 0), len(rows) - 1)]

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index.row())
        if entry is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return entry.spoken
            case _ if role == ENTRY_ROLE:
                return entry
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        entry = self.entry(index.row())
        if entry is None or entry.is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class EntryDelegate(QStyledItemDelegate):
    """Draws headings small, commands in the program's voice, claims in the article's."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: Entry = index.data(ENTRY_ROLE)
        return QSize(100, HEADING_ROW if entry.is_heading else ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY_ROLE)
        theme = self.theme
        painter.save()
        painter.setLayoutDirection(option.direction)
        rect = QRectF(option.rect)
        inner = rect.adjusted(16, 0, -16, 0)
        if entry.is_heading:
            line = inner.adjusted(0, 6, 0, 0)
            draw_line(painter, line, entry.title, sans(LABEL), theme.colour("ink_3"))
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            if chosen:
                painter.fillRect(rect, theme.colour("selection"))
                painter.fillRect(leading(rect, 3, painter), theme.colour("accent"))
            self._paint_entry(painter, inner, entry, chosen)
        painter.restore()

    def _paint_entry(self, painter: QPainter, rect: QRectF, entry: Entry, chosen: bool) -> None:
        theme = self.theme
        if entry.state is not None:
            mark = centred(leading(rect, MARK, painter), MARK)
            paint_state(painter, mark, entry.state, theme)
        words = inset(rect, 30, 0, painter)
        quiet = theme.colour("ink_2" if chosen else "ink_3")
        taken = self._paint_end(painter, words, entry, quiet)
        hint = figures(sans(MENU))
        place = inset(words, 0, taken, painter)
        draw_line(painter, place, entry.hint, hint, quiet, at_end=True)
        title = inset(words, 0, taken + width_of(entry.hint, hint) + 16, painter)
        font = serif(15) if entry.claim_id else sans(MENU)
        draw_picked(painter, title, entry.title, entry.spans, font, theme.colour("ink"))

    def _paint_end(self, painter: QPainter, rect: QRectF, entry: Entry, ink: QColor) -> float:
        """The key caps or the claim's number; the pixels they take."""
        if entry.claim_id:
            font = figures(sans(LABEL))
            draw_line(painter, rect, entry.caps[0], font, ink, at_end=True)
            return max(24.0, width_of(entry.caps[0], font) + 10)
        caps = list(entry.caps)
        paint_caps(painter, rect, caps, self.theme)
        return caps_width(caps) + 10 if caps else 0.0
