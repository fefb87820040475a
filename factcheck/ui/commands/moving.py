"""Going from claim to claim, from finding to finding, from one unread sentence to the next, and from panel to panel."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtWidgets import QApplication, QWidget

from factcheck.model.claim import Priority
from factcheck.model.finding import Finding
from factcheck.model.text import TextPosition
from factcheck.ui.holding import Holding
from factcheck.ui.session import Session

SETTLED = "No finding is left to look at: what does not agree is explained."
NO_FINDINGS = "The article agrees with itself as far as sums and dates go."


class ClaimOrder(Protocol):
    """The list of claims as it is shown: filtered and sorted."""

    def shown_ids(self) -> Sequence[str]: ...

    def row_of(self, claim_id: str) -> int: ...


class Moving:
    """Every step starts where the checker is, and wraps round at the end, saying so."""

    def __init__(
        self,
        session: Session,
        order: ClaimOrder,
        panels: Sequence[QWidget],
        holding: Holding,
        show_finding: Callable[[Finding], None],
    ) -> None:
        self._session = session
        self._holding = holding
        self._show_finding = show_finding
        self._order = order
        self._panels = panels

    def next_claim(self) -> None:
        self._step(1, lambda _: True)

    def previous_claim(self) -> None:
        self._step(-1, lambda _: True)

    def next_open(self) -> None:
        self._step(1, self._is_open)

    def previous_open(self) -> None:
        self._step(-1, self._is_open)

    def next_high(self) -> None:
        self._step(1, self._is_urgent)

    def outer_claim(self) -> None:
        """The narrowest claim around the selected one."""
        claim = self._session.selected_claim
        if claim is None:
            return
        around = [
            other
            for other in self._session.case.claims_over(claim.position)
            if other.id != claim.id and other.position.contains(claim.position)
        ]
        if around:
            self._session.select(min(around, key=lambda other: len(other.position)).id)
        else:
            self._session.told.emit("No claim lies around this one.")

    def inner_claim(self) -> None:
        """The first claim inside the selected one, the widest where several begin there."""
        claim = self._session.selected_claim
        if claim is None:
            return
        for other in self._session.case.claims_over(claim.position):
            if other.id != claim.id and claim.position.contains(other.position):
                self._session.select(other.id)
                return
        self._session.told.emit("No claim lies inside this one.")

    def next_unread(self) -> None:
        """The next sentence nobody has looked at, from where the checker is."""
        case = self._session.case
        unread = [
            sentence.position
            for sentence in case.sentences
            if not sentence.is_read and _can_hold_claims(case.block_at(sentence.position.start))
        ]
        if not unread:
            self._session.told.emit("All of the text has been read.")
            return
        here = self._session.here
        later = [position for position in unread if position.start > here.start]
        self._session.go_to((later or unread)[0])

    def next_finding(self) -> None:
        self._step_findings(1)

    def previous_finding(self) -> None:
        self._step_findings(-1)

    def _step_findings(self, direction: int) -> None:
        """The next finding that asks for something, in the order of the list, wrapping round."""
        holding = self._holding
        places = {id(finding): row for row, finding in enumerate(holding.findings)}
        waiting = [f for f in holding.findings if holding.waits(f)]
        if not waiting:
            self._session.told.emit(SETTLED if holding.findings else NO_FINDINGS)
            return
        rows = [places[id(finding)] for finding in waiting]
        selected = holding.selected
        if selected is None:
            row = 0 if direction > 0 else len(waiting) - 1
        elif direction > 0:
            row = bisect_right(rows, places[id(selected)])
        else:
            row = bisect_left(rows, places[id(selected)]) - 1
        self._show_finding(waiting[row % len(waiting)])
        if not 0 <= row < len(waiting):
            edge = "first" if direction > 0 else "last"
            self._session.told.emit(f"Went on from the {edge} finding.")

    def next_panel(self) -> None:
        self._turn(1)

    def previous_panel(self) -> None:
        self._turn(-1)

    def _is_open(self, claim_id: str) -> bool:
        return self._session.case.is_open(claim_id)

    def _is_urgent(self, claim_id: str) -> bool:
        return self._session.case.claim(
            claim_id
        ).priority is Priority.HIGH and self._session.case.is_open(claim_id)

    def _step(self, direction: int, wanted: Callable[[str], bool]) -> None:
        ids = self._order.shown_ids()
        start = self._row_here(ids, direction)
        for distance in range(1, len(ids) + 1):
            row = start + direction * distance
            claim_id = ids[row % len(ids)]
            if wanted(claim_id):
                if claim_id == self._session.selected:
                    break
                self._session.select(claim_id)
                if not 0 <= row < len(ids):
                    edge = "first" if direction > 0 else "last"
                    self._session.told.emit(f"Went on from the {edge} claim.")
                return
        self._session.told.emit(self._nothing_left(bool(ids)))

    def _row_here(self, ids: Sequence[str], direction: int) -> int:
        """The row to count from: the selected claim's, or that of the place in the text."""
        if self._session.selected:
            row = self._order.row_of(self._session.selected)
            if row >= 0:
                return row
        here: TextPosition = self._session.here
        case = self._session.case
        after = [row for row, i in enumerate(ids) if case.claim(i).position.start >= here.start]
        if direction > 0:
            return (after[0] if after else len(ids)) - 1
        return after[0] if after else len(ids)

    def _nothing_left(self, any_shown: bool) -> str:
        if not any_shown:
            return "No claim is shown: the list is empty or filtered."
        left = 100 - self._session.case.coverage().percent
        if left:
            return "No other claim of that sort is left. Some of the text is unread: U goes there."
        return "No other claim of that sort is left."

    def _turn(self, direction: int) -> None:
        """Give the focus to the next panel that can be seen."""
        panels = [panel for panel in self._panels if panel.isVisible()]
        focus = QApplication.focusWidget()
        current = next(
            (
                i
                for i, p in enumerate(panels)
                if focus is not None and (p is focus or p.isAncestorOf(focus))
            ),
            -1 if direction > 0 else 0,
        )
        if panels:
            panels[(current + direction) % len(panels)].setFocus()


def _can_hold_claims(block: object) -> bool:
    role = getattr(block, "role", None)
    return role is None or role.holds_claims
