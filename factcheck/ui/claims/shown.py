"""The claims that are shown: those the criteria let through, in the order chosen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractProxyModel, QModelIndex, QObject, Signal

from factcheck.model.claim import Claim
from factcheck.ui.claim_order import Key, SortedIds
from factcheck.ui.claims.criteria import Criteria, Order, rank_in
from factcheck.ui.claims.rows import ClaimListModel, ClaimRole, Index
from factcheck.ui.numbers import numbers_of
from factcheck.ui.overriding import override
from factcheck.ui.session import Session

_NOWHERE = QModelIndex()


class ShownClaims(QAbstractProxyModel):
    """A filtered and sorted index of its own: asking Qt's proxy to compare Python values costs six times as much.

    What a change does to a row travels on as one narrow signal. Other criteria or another order are a new list
    and reset it.
    """

    settled = Signal()  # the list has taken in a change, or other criteria, as a whole

    def __init__(
        self, claims: ClaimListModel, session: Session, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._claims = claims
        self._session = session
        self._number_of = numbers_of(session).of
        self._shown = SortedIds()
        self.criteria = Criteria()
        self.order = Order.TEXT
        self._tests: list[Callable[[Claim], bool]] = []
        self._rank: Callable[[Claim], int] | None = None
        self.setSourceModel(claims)
        self._fill()
        claims.modelAboutToBeReset.connect(self.beginResetModel)
        claims.modelReset.connect(self._finish_reset)
        claims.rowsInserted.connect(self._take_in)
        claims.rowsAboutToBeRemoved.connect(self._drop)
        claims.dataChanged.connect(self._review)
        claims.followed.connect(self.settled)

    @property
    def ids(self) -> Sequence[str]:
        """The ids of the claims shown, in their order."""
        return self._shown.ids

    def row_of(self, claim_id: str) -> int:
        """The row of a claim; -1 where it is not shown."""
        return self._shown.row_of(claim_id)

    def show_by(self, criteria: Criteria, order: Order) -> None:
        """Show the claims that meet ``criteria``, sorted by ``order``."""
        if (criteria, order) == (self.criteria, self.order):
            return
        self.beginResetModel()
        self.criteria, self.order = criteria, order
        self._finish_reset()

    def _finish_reset(self) -> None:
        self._fill()
        self.endResetModel()
        self.settled.emit()

    def _fill(self) -> None:
        if not self._session.has_case:
            self._shown.fill([], [])
            return
        case, order, claim_of = self._session.case, self._claims.order, self._claims.claim
        self._tests = self.criteria.tests(case, self._number_of)
        self._rank = rank = rank_in(self.order, case)
        ids = list(order.ids)
        for passes in self._tests:
            ids = [claim_id for claim_id in ids if passes(claim_of(claim_id))]
        if rank is None:
            self._shown.fill(ids, [order.key_of(claim_id) for claim_id in ids])
            return
        ranks = {claim_id: rank(claim_of(claim_id)) for claim_id in ids}
        ids.sort(key=ranks.__getitem__)
        self._shown.fill(ids, [(ranks[claim_id], order.key_of(claim_id)) for claim_id in ids])

    def _key(self, claim_id: str) -> Key:
        key = self._claims.order.key_of(claim_id)
        return key if self._rank is None else (self._rank(self._claims.claim(claim_id)), key)

    def _is_wanted(self, claim_id: str) -> bool:
        claim = self._claims.claim(claim_id)
        return all(passes(claim) for passes in self._tests)

    # What happens in the list of all claims

    def _take_in(self, _parent: QModelIndex, first: int, last: int) -> None:
        ids = self._claims.order.ids[first : last + 1]
        self._insert([claim_id for claim_id in ids if self._is_wanted(claim_id)])

    def _drop(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._remove(self._claims.order.ids[first : last + 1])

    def _review(self, top: QModelIndex, bottom: QModelIndex, roles: list[int]) -> None:
        if list(roles) == [ClaimRole.NUMBER]:
            if len(self._shown):
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, 0), roles)
            return
        for claim_id in list(self._claims.order.ids[top.row() : bottom.row() + 1]):
            self._review_one(claim_id)

    def _review_one(self, claim_id: str) -> None:
        is_shown, wanted = claim_id in self._shown, self._is_wanted(claim_id)
        key = self._key(claim_id)
        if is_shown and not (wanted and self._shown.rekey(claim_id, key)):
            self._remove([claim_id])
            is_shown = False
        if wanted and not is_shown:
            self._insert([claim_id])
        elif is_shown:
            index = self.index(self._shown.row_of(claim_id), 0)
            self.dataChanged.emit(index, index)

    def _insert(self, claim_ids: Sequence[str]) -> None:
        for row, run in self._shown.places_for((self._key(i), i) for i in claim_ids):
            self.beginInsertRows(QModelIndex(), row, row + len(run) - 1)
            self._shown.insert(row, run)
            self.endInsertRows()

    def _remove(self, claim_ids: Sequence[str]) -> None:
        for first, last in self._shown.runs_of(claim_ids):
            self.beginRemoveRows(QModelIndex(), first, last)
            self._shown.remove(first, last)
            self.endRemoveRows()

    # What Qt asks of a proxy

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 1

    @override
    def hasChildren(self, parent: Index = _NOWHERE) -> bool:
        return not parent.isValid() and len(self._shown) > 0

    @override
    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if parent.isValid() or column != 0 or not 0 <= row < len(self._shown):
            return QModelIndex()
        return self.createIndex(row, column)

    @override
    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        return QModelIndex()

    @override
    def mapToSource(self, proxy_index: Index) -> QModelIndex:
        if not proxy_index.isValid() or proxy_index.row() >= len(self._shown):
            return QModelIndex()
        return self._claims.index_of(self._shown.ids[proxy_index.row()])

    @override
    def mapFromSource(self, source_index: Index) -> QModelIndex:
        if not source_index.isValid():
            return QModelIndex()
        return self.index(self._shown.row_of(self._claims.order.ids[source_index.row()]), 0)
