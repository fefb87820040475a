"""Verdicts, reading marks, and taking either back."""

from collections.abc import Callable

from factcheck.errors import FactcheckError
from factcheck.model.text import TextPosition
from factcheck.model.verdict import Rating
from factcheck.ui.session import Session


class Deciding:
    """What a person decides about the selected claim, or about the words she is at."""

    def __init__(self, session: Session, ask_waiting_for: Callable[[], str | None]) -> None:
        self._session = session
        self._ask_waiting_for = ask_waiting_for

    def rate_verified(self) -> None:
        self._rate(Rating.VERIFIED)

    def rate_contradicted(self) -> None:
        self._rate(Rating.CONTRADICTED)

    def rate_unverifiable(self) -> None:
        self._rate(Rating.UNVERIFIABLE)

    def rate_authors_word(self) -> None:
        self._rate(Rating.AUTHORS_WORD)

    def rate_waiting(self) -> None:
        """Ask for whom first; nothing happens where the question is put away."""
        claim_id = self._session.selected
        if claim_id and (whom := self._ask_waiting_for()) is not None:
            self._rate(Rating.WAITING, whom, claim_id)

    def dismiss(self) -> None:
        self._rate(Rating.NOT_A_CLAIM)

    def remember(self) -> None:
        """Put the claim aside for good: its words are not marked again. Where they are not, let them be again."""
        session, claim = self._session, self._session.selected_claim
        if claim is None:
            return
        try:
            rules = session.casebook.rules()
        except FactcheckError as error:
            session.failed.emit(str(error))
            return
        known, stamp = rules.house_rule_on(claim), session.stamp()
        if known is None:
            if session.do(session.case.remember(claim.id, stamp)):
                session.told.emit("These words are not marked again in this casebook.")
        elif session.do(rules.forget(known, stamp, session.case.article.id, claim.id)):
            session.told.emit("These words are marked again from the next look on.")

    def take_back(self) -> None:
        if claim_id := self._session.selected:
            case = self._session.case
            self._session.do(case.take_back(claim_id, self._session.stamp()))

    def toggle_read(self) -> None:
        """The sentences here as read, or as unread where all of them were."""
        case = self._session.case
        here = self._session.here
        at_least_one = TextPosition(here.start, max(here.end, here.start + 1))
        sentences = case.sentences_over(at_least_one)
        if not sentences:
            self._session.told.emit("Put the caret in a sentence first.")
            return
        ids = [sentence.id for sentence in sentences]
        all_read = all(sentence.is_read for sentence in sentences)
        verb = case.unread if all_read else case.read
        self._session.do(verb(ids, self._session.stamp()))

    def undo(self) -> None:
        self._session.undo()

    def redo(self) -> None:
        self._session.redo()

    def _rate(self, rating: Rating, waiting_for: str = "", claim_id: str = "") -> None:
        claim_id = claim_id or self._session.selected
        if claim_id and self._session.case.has_claim(claim_id):
            stamp = self._session.stamp()
            self._session.do(self._session.case.rate(claim_id, rating, stamp, waiting_for))
