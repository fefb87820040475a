"""The claims of the open case as rows in text order."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from factcheck.model.article import Block, Role
from factcheck.model.change import Change
from factcheck.model.claim import KIND_NAMES, Claim
from factcheck.model.verdict import STATE_NAMES, State
from factcheck.ui.claim_order import SortedIds, turnover
from factcheck.ui.numbers import numbers_of
from factcheck.ui.overriding import override
from factcheck.ui.session import Session

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ClaimRole(IntEnum):
    """What a row tells beside its text."""

    ID = Qt.ItemDataRole.UserRole + 1
    ROW = Qt.ItemDataRole.UserRole + 2  # a Row
    NUMBER = Qt.ItemDataRole.UserRole + 3


@dataclass(frozen=True, slots=True)
class Row:
    """One claim as the list shows it. ``part`` is the id of the block it begins in, ``paragraph`` its number there."""

    number: int
    claim: Claim
    state: State
    part: str
    paragraph: int

    @property
    def spoken(self) -> str:
        """The row for those who hear it."""
        claim = self.claim
        return (
            f"{self.number}, {STATE_NAMES[self.state]}, {KIND_NAMES[claim.kind]},"
            f" {claim.priority.value} priority: {' '.join(claim.text.split())}"
        )


class ClaimListModel(QAbstractListModel):
    """Every claim, those dismissed too; it keeps each as it stood when the session last told of it."""

    followed = Signal()  # a change has been taken in as a whole

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._numbers = numbers_of(session)
        self._order = SortedIds()
        self._claims: dict[str, Claim] = {}
        self._paragraphs: dict[str, int] | None = None
        session.opened.connect(self._reopen)
        session.changed.connect(self._follow)
        self._load()

    @property
    def order(self) -> SortedIds:
        """The claims in text order."""
        return self._order

    def claim(self, claim_id: str) -> Claim:
        return self._claims[claim_id]

    def index_of(self, claim_id: str) -> QModelIndex:
        """The index of a claim; an invalid one where it has no row."""
        row = self._order.row_of(claim_id)
        return self.index(row) if row >= 0 else QModelIndex()

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._order)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        claim_id = self._order.ids[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._claims[claim_id].text
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._row(claim_id).spoken
            case ClaimRole.ID:
                return claim_id
            case ClaimRole.ROW:
                return self._row(claim_id)
            case ClaimRole.NUMBER:
                return self._numbers.of(claim_id)
            case _:
                return None

    def _row(self, claim_id: str) -> Row:
        claim, case = self._claims[claim_id], self._session.case
        block = case.block_at(claim.position.start)
        part = block.id if block else ""
        paragraph = self._paragraph_numbers().get(part, 0)
        return Row(self._numbers.of(claim_id), claim, case.state(claim_id), part, paragraph)

    def _paragraph_numbers(self) -> dict[str, int]:
        """The number of each paragraph of the body by the id of its block, from 1."""
        if self._paragraphs is None:
            body = (block.id for block in self._session.case.blocks if block.role is Role.BODY)
            self._paragraphs = {block_id: number for number, block_id in enumerate(body, 1)}
        return self._paragraphs

    def _reopen(self) -> None:
        self.beginResetModel()
        self._load()
        self.endResetModel()

    def _load(self) -> None:
        claims = self._session.case.claims() if self._session.has_case else []
        self._claims = {claim.id: claim for claim in claims}
        self._order.fill([c.id for c in claims], [c.in_text_order for c in claims])
        self._paragraphs = None

    def _follow(self, change: Change) -> None:
        if any(isinstance(edit.record, Block) for edit in change.edits):
            self._paragraphs = None
        told = turnover(change, self._session.case, self._order)
        resettled = [c for c in told.moved if not self._order.rekey(c.id, c.in_text_order)]
        self._remove([*told.gone, *(claim.id for claim in resettled)])
        self._insert([*told.come, *resettled])
        for claim_id in told.touched:
            self._renew(claim_id)
        if told.come or told.gone or resettled:
            self._announce_numbers()
        self.followed.emit()

    def _remove(self, claim_ids: list[str]) -> None:
        for first, last in self._order.runs_of(claim_ids):
            self.beginRemoveRows(QModelIndex(), first, last)
            for claim_id in self._order.ids[first : last + 1]:
                del self._claims[claim_id]
            self._order.remove(first, last)
            self.endRemoveRows()

    def _insert(self, claims: list[Claim]) -> None:
        by_id = {claim.id: claim for claim in claims}
        for row, run in self._order.places_for((c.in_text_order, c.id) for c in claims):
            self.beginInsertRows(QModelIndex(), row, row + len(run) - 1)
            self._claims.update((claim_id, by_id[claim_id]) for _, claim_id in run)
            self._order.insert(row, run)
            self.endInsertRows()

    def _renew(self, claim_id: str) -> None:
        row = self._order.row_of(claim_id)
        if row < 0:
            return
        self._claims[claim_id] = self._session.case.claim(claim_id)
        self.dataChanged.emit(self.index(row), self.index(row))

    def _announce_numbers(self) -> None:
        if len(self._order):
            last = self.index(len(self._order) - 1)
            self.dataChanged.emit(self.index(0), last, [ClaimRole.NUMBER])
