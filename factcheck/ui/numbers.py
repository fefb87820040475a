"""The number of each claim, as every part of the window shows it: 1, 2, 3 … in the order of the text."""

from PySide6.QtCore import QObject, Signal

from factcheck.model.change import Change
from factcheck.ui.claim_order import SortedIds, turnover
from factcheck.ui.session import Session


class ClaimNumbers(QObject):
    """The numbers of the open case; they follow claims that come, go or move without counting all again."""

    changed = Signal()  # some claims have other numbers now

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._order = SortedIds()
        self._all: dict[str, int] | None = None
        session.opened.connect(self._count)
        session.changed.connect(self._follow)
        self._count()

    def of(self, claim_id: str) -> int:
        """The claim's number, from 1; 0 for one that is not among the claims."""
        return self._order.row_of(claim_id) + 1

    def all(self) -> dict[str, int]:
        """Every number by claim id; empty while no article is open."""
        if self._all is None:
            self._all = {claim_id: row for row, claim_id in enumerate(self._order.ids, 1)}
        return self._all

    def __len__(self) -> int:
        return len(self._order)

    def _count(self) -> None:
        claims = self._session.case.claims() if self._session.has_case else []
        self._order.fill([c.id for c in claims], [c.in_text_order for c in claims])
        self._all = None
        self.changed.emit()

    def _follow(self, change: Change) -> None:
        told = turnover(change, self._session.case, self._order)
        if not told.reorders:
            return
        moved = [claim for claim in told.moved if claim.id in self._order]
        for first, last in self._order.runs_of([*told.gone, *(claim.id for claim in moved)]):
            self._order.remove(first, last)
        arrivals = [(claim.in_text_order, claim.id) for claim in (*told.come, *moved)]
        for row, run in self._order.places_for(arrivals):
            self._order.insert(row, run)
        self._all = None
        self.changed.emit()


def numbers_of(session: Session) -> ClaimNumbers:
    """The numbers that all panels of a session share; made for the first that asks."""
    found = session.findChild(ClaimNumbers)
    return found if isinstance(found, ClaimNumbers) else ClaimNumbers(session)
