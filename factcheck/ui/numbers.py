"""The number of each claim, as every part of the window shows it: 1, 2, 3 … in the order of the text."""

from PySide6.QtCore import QObject

from factcheck.model.article import Block
from factcheck.model.case import Case
from factcheck.model.change import Change
from factcheck.model.claim import Claim
from factcheck.ui.session import Session


def claim_numbers(case: Case) -> dict[str, int]:
    """The number of each claim by its id, from 1 in text order; those dismissed keep theirs."""
    return {claim.id: number for number, claim in enumerate(case.claims(), 1)}


class ClaimNumbers(QObject):
    """The numbers of the open case, counted again only when claims came, went or moved."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._numbers: dict[str, int] | None = None
        session.opened.connect(self._forget)
        session.changed.connect(self._follow)

    def of(self, claim_id: str) -> int:
        """The claim's number; 0 for one that is not among the claims."""
        return self.all().get(claim_id, 0)

    def all(self) -> dict[str, int]:
        """Every number by claim id; empty while no article is open."""
        if self._numbers is None:
            has_case = self._session.has_case
            self._numbers = claim_numbers(self._session.case) if has_case else {}
        return self._numbers

    def _forget(self) -> None:
        self._numbers = None

    def _follow(self, change: Change) -> None:
        if reorders(change):
            self._forget()


def reorders(change: Change) -> bool:
    """Whether claims came, went or moved by the change; a part's new role can bring or hide some."""
    for edit in change.edits:
        match edit.before, edit.after:
            case (Claim() as before, Claim() as after):
                if before.in_text_order != after.in_text_order:
                    return True
            case (Claim(), _) | (_, Claim()) | (Block(), _) | (_, Block()):
                return True
            case _:
                pass
    return False


def numbers_of(session: Session) -> ClaimNumbers:
    """The numbers that all panels of a session share; made for the first that asks."""
    found = session.findChild(ClaimNumbers)
    return found if isinstance(found, ClaimNumbers) else ClaimNumbers(session)
