"""The open points of the article as rows of a list."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from factcheck.model.gate import OpenPoint
from factcheck.ui.numbers import numbers_of
from factcheck.ui.overriding import override
from factcheck.ui.session import Session
from factcheck.ui.sheets.pieces import SheetRole

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LONGEST = 90  # code points of the article's words


@dataclass(frozen=True, slots=True)
class Row:
    """One open point: the article's words there, and the number of its claim or 0."""

    point: OpenPoint
    words: str
    number: int

    @property
    def spoken(self) -> str:
        """The row for those who hear it."""
        claim = f" Claim {self.number}." if self.number else ""
        return f"{self.point.words}{claim} {self.words}"


class OpenPointModel(QAbstractListModel):
    """The points in the order to look at them."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: list[Row] = []

    def show_points(self, points: Sequence[OpenPoint]) -> None:
        """Show these; nothing is set anew where they are the ones shown."""
        rows = [self._row(point) for point in points]
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case SheetRole.ROW:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return row.point.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
        return None

    def _row(self, point: OpenPoint) -> Row:
        words = " ".join(point.position.of(self._session.case.text).split())
        if len(words) > _LONGEST:
            words = f"{words[:_LONGEST].rpartition(' ')[0]} …"
        number = numbers_of(self._session).of(point.claim_id) if point.claim_id else 0
        return Row(point, words, number)
