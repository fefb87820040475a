"""Verdicts, reading marks, and taking either back."""

from collections.abc import Callable
from datetime import UTC, datetime

from factcheck.errors import FactcheckError
from factcheck.model.change import Change, Verb
from factcheck.model.quality import shortfall
from factcheck.model.standard import Standard, WhenShort
from factcheck.model.text import TextPosition
from factcheck.model.verdict import Rating, Waiting
from factcheck.ui.session import Session
from factcheck.ui.settings import Settings
from factcheck.ui.when import time_words

DEEDS = {
    Verb.RATE: "the verdict",
    Verb.TAKE_BACK: "taking back the verdict",
    Verb.NOTE: "the note",
    Verb.CORRECT: "the correction",
    Verb.ADD_SOURCE: "adding the source",
    Verb.REVISE_SOURCE: "correcting the source",
    Verb.REMOVE_SOURCE: "removing the source",
    Verb.MARK: "marking the words",
    Verb.REDRAW: "the claim’s borders",
    Verb.SPLIT: "splitting the claim",
    Verb.JOIN: "joining the claims",
    Verb.CHANGE_KIND: "the kind",
    Verb.CHANGE_PRIORITY: "the priority",
    Verb.CHANGE_QUESTION: "the question",
    Verb.READ: "marking as read",
    Verb.UNREAD: "marking as unread",
    Verb.SET_ROLE: "the part of the page",
    Verb.SET_DATE: "the publication date",
    Verb.SET_TITLE: "the title",
    Verb.REMEMBER: "not marking these words again",
    Verb.FORGET: "marking these words again",
    Verb.WRITE_RULE: "the desk’s rule",
    Verb.DELETE_RULE: "deleting the desk’s rule",
    Verb.SWITCH_RULE: "switching a rule",
    Verb.SET_STAGES: "the stages of sign-off",
    Verb.SET_STANDARD: "what the desk asks of sources",
    Verb.EXPLAIN: "explaining the finding",
    Verb.REOPEN_FINDING: "taking up the finding again",
    Verb.CONFIRM_SPELLING: "confirming the spelling",
    Verb.DOUBT_SPELLING: "doubting the spelling",
    Verb.KEEP_VERDICT: "keeping the verdict",
    Verb.ATTACH_AGAIN: "attaching the claim again",
}


class Deciding:
    """What a person decides about the selected claim, or about the words she is at."""

    def __init__(
        self,
        session: Session,
        ask_waiting_for: Callable[[], Waiting | None],
        settings: Settings,
        next_open: Callable[[], None],
    ) -> None:
        self._session = session
        self._ask_waiting_for = ask_waiting_for
        self._settings = settings
        self._next_open = next_open

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
        if claim_id and (waiting := self._ask_waiting_for()) is not None:
            self._rate(Rating.WAITING, waiting, claim_id)

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
        done = self._session.do(verb(ids, self._session.stamp()))
        left = {c.id for s in sentences for c in case.claims_over(s.position)}
        count = sum(case.is_open(claim_id) for claim_id in left)
        if done and count and not all_read:
            claims = "one claim in it is" if count == 1 else f"{count} claims in it are"
            self._session.told.emit(f"Marked as read; {claims} still open.")

    def undo(self) -> None:
        self._step_over(self._session.steps.last, self._session.undo, "Undone")

    def redo(self) -> None:
        self._step_over(self._session.steps.next, self._session.redo, "Done again")

    def _step_over(self, step: Change | None, move: Callable[[], bool], word: str) -> None:
        """Undo or redo a step, and turn to what it was about: it may be far from here."""
        if step is None or not move():
            return
        session = self._session
        if step.claim_id and session.case.has_claim(step.claim_id):
            session.select(step.claim_id)
        deed = DEEDS.get(step.verb, "the last step")
        if session.steps.is_earlier(step):
            when = time_words(step.stamp.at, datetime.now(UTC))
            deed = f"{deed} ({step.stamp.by}, {when})"
        session.told.emit(f"{word}: {deed}.")

    def _rate(self, rating: Rating, waiting: Waiting | None = None, claim_id: str = "") -> None:
        claim_id = claim_id or self._session.selected
        if not claim_id or not self._session.case.has_claim(claim_id):
            return
        session = self._session
        warning = ""
        if rating is Rating.VERIFIED:
            standard = self._standard()
            warning = shortfall(session.case, claim_id, standard)
            if warning and standard.when_short is WhenShort.REFUSE:
                session.told.emit(f"Not recorded. {warning}")
                return
        on = waiting or Waiting()
        stamp = session.stamp()
        if session.do(session.case.rate(claim_id, rating, stamp, on.whom, on.waits, on.until)):
            if self._settings.goes_on:
                self._next_open()
            if warning:
                session.told.emit(f"Recorded as verified. {warning}")

    def _standard(self) -> Standard:
        """What the desk asks of sources; the usual, where the casebook cannot be read."""
        try:
            return self._session.casebook.standard() or Standard()
        except FactcheckError:
            return Standard()
