"""What a checker writes down: notes, sources, questions, and claims of her own drawing."""

import re
from typing import Protocol

from PySide6.QtGui import QGuiApplication

from factcheck.model.article import Role
from factcheck.model.claim import ClaimKind, Priority
from factcheck.model.text import TextPosition, trimmed
from factcheck.model.verdict import STATE_NAMES
from factcheck.ui.session import Session

_WORD_AFTER = re.compile(r"\s*\S+")
_LAST_WORD = re.compile(r"\s*\S+\s*\Z")


class Detail(Protocol):
    """The panel that shows one claim in full."""

    def edit_note(self) -> None: ...

    def edit_correction(self) -> None: ...

    def add_source(self, file: bool = False) -> None: ...


class Asker(Protocol):
    """Small questions to the person; None where she put the question away."""

    def kind(self, now: ClaimKind) -> ClaimKind | None: ...

    def role(self, now: Role) -> Role | None: ...

    def question(self, now: str, claim: str) -> str | None: ...

    def title(self, now: str) -> str | None: ...


class DateLine(Protocol):
    """The line that shows and takes the publication date."""

    def edit_date(self) -> None: ...


class Recording:
    """Edits to the record of the selected claim, or to the words chosen in the article."""

    def __init__(self, session: Session, detail: Detail, asker: Asker, dates: DateLine) -> None:
        self._session = session
        self._detail = detail
        self._asker = asker
        self._dates = dates

    def write_note(self) -> None:
        self._detail.edit_note()

    def write_correction(self) -> None:
        self._detail.edit_correction()

    def add_source(self) -> None:
        self._detail.add_source()

    def attach_file(self) -> None:
        self._detail.add_source(file=True)

    def copy_question(self) -> None:
        claim = self._session.selected_claim
        if claim is not None and claim.question:
            _copy(claim.question)
            self._session.told.emit("The question is on the clipboard.")
        else:
            self._session.told.emit("This claim has no question yet. Shift Q writes one.")

    def edit_question(self) -> None:
        claim = self._session.selected_claim
        if (
            claim is not None
            and (text := self._asker.question(claim.question, claim.text)) is not None
        ):
            case, stamp = self._session.case, self._session.stamp()
            self._session.do(case.change_question(claim.id, text.strip(), stamp))

    def copy_claim(self) -> None:
        """The claim's words, its verdict, note and sources as plain text on the clipboard."""
        claim = self._session.selected_claim
        if claim is None:
            return
        case = self._session.case
        lines = [claim.text, STATE_NAMES[case.state(claim.id)].capitalize()]
        if note := case.note(claim.id):
            lines.append(note.text)
        for evidence in case.evidence(claim.id):
            source = case.source(evidence.source_id)
            lines.append(
                ", ".join(filter(None, (source.title, source.reference, evidence.locator)))
            )
        _copy("\n".join(lines))
        self._session.told.emit("The claim and its verdict are on the clipboard.")

    def mark_words(self) -> None:
        """A new claim on the chosen words, selected at once so that it can be given its kind."""
        words = self._chosen_words()
        if words is None:
            return
        case = self._session.case
        for other in case.claims_over(words):
            if other.position == words:
                self._session.select(other.id)
                self._session.told.emit("These words are a claim already.")
                return
        change = case.mark(words, self._session.stamp())
        if self._session.do(change):
            self._session.select(change.claim_id)

    def redraw(self) -> None:
        """The selected claim on the chosen words instead of its own."""
        words = self._chosen_words()
        if words is not None and (claim_id := self._session.selected):
            self._redraw(claim_id, words)

    def widen(self) -> None:
        """One more word at the claim's end, inside its block."""
        if (claim := self._session.selected_claim) is None:
            return
        case = self._session.case
        block = case.block_at(claim.position.start)
        limit = block.position.end if block is not None else len(case.text)
        match = _WORD_AFTER.match(case.text, claim.position.end, max(limit, claim.position.end))
        if match is None:
            self._session.told.emit("The claim ends where its paragraph ends.")
            return
        end = claim.position.end + _without_stop(match.group())
        self._redraw(claim.id, TextPosition(claim.position.start, end))

    def narrow(self) -> None:
        """One word less at the claim's end; the last word stays."""
        if (claim := self._session.selected_claim) is None:
            return
        match = _LAST_WORD.search(claim.text)
        if match is None or match.start() == 0:
            self._session.told.emit("The claim has one word left.")
            return
        end = claim.position.start + _without_stop(claim.text[: match.start()])
        self._redraw(claim.id, TextPosition(claim.position.start, end))

    def split(self) -> None:
        """The claim in two at the caret, or before the first chosen word."""
        if (claim := self._session.selected_claim) is None:
            return
        at = self._session.chosen.start
        before = trimmed(claim.text, TextPosition(0, max(0, at - claim.position.start)))
        if not claim.position.start < at < claim.position.end or not len(before):
            self._session.told.emit(
                "Put the caret where the claim is to be split, then press again."
            )
            return
        self._session.do(self._session.case.split(claim.id, at, self._session.stamp()))

    def join_next(self) -> None:
        """The claim and the next one that is not inside it, with the words between them, as one."""
        if (claim := self._session.selected_claim) is None:
            return
        case = self._session.case
        block = case.block_at(claim.position.start)
        limit = block.position.end if block is not None else len(case.text)
        rest = TextPosition(claim.position.end, max(limit, claim.position.end))
        following = [c for c in case.claims_over(rest) if c.position.end > claim.position.end]
        following = [c for c in following if not c.position.contains(claim.position)]
        if not following:
            self._session.told.emit("No claim follows this one in its paragraph.")
            return
        self._session.do(case.join(claim.id, following[0].id, self._session.stamp()))

    def change_kind(self) -> None:
        claim = self._session.selected_claim
        if claim is not None and (kind := self._asker.kind(claim.kind)) is not None:
            case, stamp = self._session.case, self._session.stamp()
            self._session.do(case.change_kind(claim.id, kind, stamp))

    def change_priority(self) -> None:
        """High to medium to low and round again."""
        if (claim := self._session.selected_claim) is None:
            return
        order = list(Priority)
        after = order[(order.index(claim.priority) + 1) % len(order)]
        case, stamp = self._session.case, self._session.stamp()
        self._session.do(case.change_priority(claim.id, after, stamp))

    def set_date(self) -> None:
        self._dates.edit_date()

    def set_title(self) -> None:
        case = self._session.case
        title = self._asker.title(case.article.title)
        if title is not None and title.strip():
            self._session.do(case.set_title(title.strip(), self._session.stamp()))

    def set_role(self) -> None:
        """The chosen words, or the whole block at the caret, in another part of the page."""
        case, chosen = self._session.case, self._session.chosen
        block = case.block_at(chosen.start)
        if block is None:
            self._session.told.emit("Put the caret in the text first.")
            return
        role = self._asker.role(block.role)
        if role is not None:
            place = chosen if len(chosen) else block.position
            self._session.do(case.set_role(place, role, self._session.stamp()))

    def _chosen_words(self) -> TextPosition | None:
        words = trimmed(self._session.case.text, self._session.chosen)
        if len(words):
            return words
        self._session.told.emit(
            "Choose words first: drag over them, or hold Shift and press the arrow keys."
        )
        return None

    def _redraw(self, claim_id: str, position: TextPosition) -> None:
        case = self._session.case
        had_verdict = case.verdict(claim_id) is not None
        done = self._session.do(case.redraw(claim_id, position, self._session.stamp()))
        if done and had_verdict:
            self._session.told.emit("The words changed, so the verdict on them was taken back.")


def _without_stop(words: str) -> int:
    """The length of the words without the comma or full stop behind them; all of it where there is nothing else."""
    return len(words.rstrip(",;:.!?")) or len(words)


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
