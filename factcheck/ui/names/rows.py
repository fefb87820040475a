"""The names of the open article as rows of a list."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from factcheck.consistency.entities import Detail, Entity
from factcheck.model.finding import ConfirmedSpelling
from factcheck.model.text import TextPosition
from factcheck.ui.numbers import numbers_of
from factcheck.ui.overriding import override
from factcheck.ui.session import Session
from factcheck.ui.sheets.pieces import SheetRole

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Told:
    """Words the text gives a name, and for each place of them the number of the claim there, or 0."""

    words: str
    places: tuple[tuple[TextPosition, int], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One name as the list shows it."""

    entity: Entity
    spellings: tuple[Told, ...]
    details: tuple[Told, ...]
    confirmed: ConfirmedSpelling | None

    @property
    def spoken(self) -> str:
        """The row for those who hear it."""
        said = "spelling confirmed" if self.confirmed else "spelling not confirmed"
        told = "; ".join(detail.words for detail in self.details)
        spelled = ", ".join(spelling.words for spelling in self.spellings)
        times = "once" if self.entity.count == 1 else f"{self.entity.count} times"
        return f"{spelled}, {self.entity.kind}, {times}, {said}{': ' if told else ''}{told}"


class NameModel(QAbstractListModel):
    """The names in their order; short, so a change of them is set anew."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: list[Row] = []

    def show_names(self, entities: Iterable[Entity]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = [self._row(entity) for entity in entities]
        self.endResetModel()

    def refresh(self) -> None:
        """The same names where something was confirmed, or claims have other numbers."""
        self._rows = [self._row(row.entity) for row in self._rows]
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def row_of(self, name: str) -> int:
        """The row of the name spelled so in full; -1 where there is none."""
        return next((n for n, row in enumerate(self._rows) if row.entity.name == name), -1)

    def confirmed(self) -> int:
        """How many names have their spelling confirmed."""
        return sum(row.confirmed is not None for row in self._rows)

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
                return row.entity.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
        return None

    def _row(self, entity: Entity) -> Row:
        confirmed = self._session.case.confirmed_spelling(entity.name)
        spellings = tuple(self._told(spelling) for spelling in entity.spellings)
        return Row(entity, spellings, tuple(map(self._told, entity.details)), confirmed)

    def _told(self, detail: Detail) -> Told:
        return Told(detail.words, tuple((p, self._number(p)) for p in detail.places))

    def _number(self, position: TextPosition) -> int:
        """The number of the innermost claim around a place; 0 where there is none."""
        case = self._session.case
        around = [c for c in case.claims_over(position) if c.position.contains(position)]
        claim = min(around, key=lambda c: len(c.position), default=None)
        return 0 if claim is None else numbers_of(self._session).of(claim.id)
