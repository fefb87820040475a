"""The rows of a claim in full, in the order a checker reads them."""

from collections.abc import Sequence
from datetime import UTC, datetime
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factcheck.model.claim import Claim
from factcheck.model.finding import Finding
from factcheck.model.verdict import STATE_NAMES, Rating, Verdict, Waits, state_of
from factcheck.ui.actions import Actions
from factcheck.ui.detail.corrected import Corrected
from factcheck.ui.detail.deeds import Deed
from factcheck.ui.detail.excerpt import Excerpt
from factcheck.ui.detail.held import Held
from factcheck.ui.detail.history import History
from factcheck.ui.detail.house import HouseOffer
from factcheck.ui.detail.marked import Marked, Nested, Slots
from factcheck.ui.detail.note import PADDING, NoteField
from factcheck.ui.detail.sources import SourceList
from factcheck.ui.detail.words import Rows, Words, breakable
from factcheck.ui.numbers import numbers_of
from factcheck.ui.overriding import override
from factcheck.ui.session import Session
from factcheck.ui.theme import INTERFACE, Theme, palette, sans
from factcheck.ui.when import time_words

_QUESTION = 15


class Body(QWidget):
    """Everything about a claim that scrolls."""

    def __init__(self, session: Session, theme: Theme, actions: Actions | None) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self._question_key = _keys(actions, "copy-question")
        self._write_key = _keys(actions, "edit-question")
        self.excerpt = Excerpt(theme, self)
        self.question = Words(theme, sans(_QUESTION, weight=QFont.Weight.DemiBold), parent=self)
        self.question.be_selectable()
        self.marked = Marked(theme, self)
        self.nested = Nested(theme, self)
        self.held = Held(theme, self)
        self.slots = Slots(theme, self)
        self.readings = Slots(theme, self, names_first=True)
        add = None if actions is None else actions["source"]
        self.sources = SourceList(theme, add, _keys(actions, "source"), self)
        self.note = NoteField(session, theme, self)
        self.note.show_keys(_keys(actions, "note"))
        self.correction = Corrected(session, theme, self)
        self.verdict = Words(theme, sans(INTERFACE), parent=self)
        self.house = HouseOffer(session, theme, actions, self)
        self.history = History(theme, self)
        self._lay_out()

    def _lay_out(self) -> None:
        self._rows = Rows(self._theme, self)
        for name, value, drop in (
            ("Ask", self.question, 2),
            ("Reads as", self.readings, 1),
            ("Marked", self.marked, 1),
            ("Elsewhere", self.held, 1),
            ("Nested", self.nested, 1),
            ("Taken apart", self.slots, 1),
            ("Sources", self.sources, 1),
        ):
            self._rows.add(name, value, drop)
        self._rows.add("Note", self.note, PADDING, outdent=PADDING)
        self._rows.add("Correction", self.correction, 1, outdent=PADDING)
        self._rows.add("Verdict", self.verdict)
        self._rows.add("", self.house)
        self._rows.add("History", self.history, 0)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.excerpt)
        self._column.addWidget(self._rows)
        self._column.addStretch(1)
        self.set_narrow(False)

    # What is shown

    def show_claim(self, claim: Claim) -> None:
        """Show all of the claim but its note and history."""
        self.excerpt.show_claim(self._session.case, claim)
        self._show_question(claim.question)
        self.marked.show_claim(claim)
        for widget, slots in ((self.readings, claim.readings), (self.slots, claim.parts)):
            widget.show_slots(slots)
            self._rows.show_row(widget, bool(slots))
        self.show_nested(claim)
        self.show_sources(claim)
        self.show_verdict(claim)

    def show_nested(self, claim: Claim) -> None:
        case, numbers = self._session.case, numbers_of(self._session)
        there = self.nested.show_claim(case, claim, numbers, self._theme)
        self._rows.show_row(self.nested, there)

    def show_findings(self, findings: Sequence[Finding], settled: Sequence[bool]) -> None:
        """What the rest of the article says against the claim shown, or for it."""
        self.held.show_findings(findings, settled, self._theme)
        self._rows.show_row(self.held, bool(findings))

    def show_sources(self, claim: Claim) -> None:
        case = self._session.case
        evidence = case.evidence(claim.id)
        self.sources.show_sources(case, evidence, self._session.read_only_reason)

    def show_verdict(self, claim: Claim) -> None:
        words = verdict_words(self._session.case.verdict(claim.id), datetime.now(UTC))
        self.verdict.say(words)
        self._rows.show_row(self.house, self.house.show_claim(claim))
        self.show_correction(claim)

    def show_correction(self, claim: Claim) -> None:
        """What is wrong with the claim and what was said to it, where anything is."""
        self._rows.show_row(self.correction, self.correction.refresh(claim))

    def correct(self, claim: Claim) -> NoteField:
        """Show the correction of a claim that had none; the field to go on with."""
        field = self.correction.want(claim)
        self.show_correction(claim)
        return field

    @property
    def written(self) -> list[NoteField]:
        """The fields in which texts on the claim are written."""
        return [self.note, *self.correction.fields.values()]

    def show_history(self, deeds: list[Deed], fold: bool) -> None:
        self.history.show_deeds(deeds, fold)

    def show_reason(self, reason: str) -> None:
        """Say why nothing can be changed, and let nothing be changed; empty where it can."""
        for field in self.written:
            field.set_read_only_reason(reason)

    def _show_question(self, question: str) -> None:
        if not question:
            self.question.setTextFormat(Qt.TextFormat.PlainText)
            hint = f" {self._write_key} writes one." if self._write_key else ""
            self.question.say(f"No question yet.{hint}")
            self.question.set_token("ink_3", self._theme)
            return
        self.question.set_token("ink", self._theme)
        self.question.say(question)
        self.question.setToolTip(
            f"{self._question_key} copies the question" if self._question_key else ""
        )
        if self._question_key:
            grey = self._theme.colour("ink_3").name()
            hint = f"{self._question_key} copies it"
            self.question.setTextFormat(Qt.TextFormat.RichText)
            self.question.setText(
                f"{escape(breakable(question))}"
                f'<span style="font-weight:400; font-size:12px; color:{grey}">'
                f" &nbsp;{escape(hint)}</span>"
            )

    # How it looks

    def set_narrow(self, narrow: bool) -> None:
        """Less air, and sources on two lines, for narrow panels."""
        self.sources.set_narrow(narrow)
        self.slots.set_narrow(narrow)
        self.readings.set_narrow(narrow)
        self._rows.set_spacing(6 if narrow else 9)
        side = 10 if narrow else 14
        self._column.setContentsMargins(side, 8 if narrow else 11, side, 12)
        self._column.setSpacing(7 if narrow else 10)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setPalette(palette(theme))
        for part in (
            self.excerpt,
            self.question,
            self.marked,
            self.nested,
            self.held,
            self.slots,
            self.readings,
            self.house,
            self.sources,
            self.note,
            self.correction,
            self.verdict,
            self.history,
            self._rows,
        ):
            part.set_theme(theme)
        if claim := self._session.selected_claim:
            self._show_question(claim.question)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.colour("raised"))
        painter.end()


def verdict_words(verdict: Verdict | None, now: datetime) -> str:
    """A verdict as a line: what, by whom, when, and whom one waits for."""
    if verdict is None:
        return "Not checked yet"
    by = f"{verdict.checker}, {time_words(verdict.decided, now)}"
    if verdict.rating is Rating.WAITING:
        words = verdict.waiting.words
        asked = "asked by " if verdict.waits is Waits.UNSAID else ""
        return f"{words[:1].upper()}{words[1:]} · {asked}{by}"
    return f"{STATE_NAMES[state_of(verdict)].capitalize()} · {by}"


def _keys(actions: Actions | None, name: str) -> str:
    """The first key of an action as the desktop writes it; empty without actions."""
    if actions is None:
        return ""
    return actions.shown_keys(actions.spec(name))
