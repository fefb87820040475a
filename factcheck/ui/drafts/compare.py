"""The selected claim in both drafts side by side, what changed, and the two things that can be done about it."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from factcheck.errors import FactcheckError
from factcheck.model.fate import Fate, FateKind, Run
from factcheck.model.text import TextPosition
from factcheck.model.verdict import STATE_NAMES, Verdict, state_of
from factcheck.revision.runs import side_by_side
from factcheck.ui.actions import Actions
from factcheck.ui.detail.words import Words, reads_from_right
from factcheck.ui.drafts.rows import Row
from factcheck.ui.key_caps import CapButton
from factcheck.ui.session import Session
from factcheck.ui.theme import LABEL, MENU, Theme, palette, sans, serif
from factcheck.ui.when import since_words

_SERIF = 15
_AROUND = 200  # code points of a sentence shown on either side of a claim
_END = re.compile(r"[.!?…][”\"’')\]]*\s|\n")
_CLAIM_IS_GONE = "Not in this draft. Select the words that are this claim now, then attach it."
KEEP, ATTACH = "keep-verdict", "attach-again"


class Compared(QWidget):
    """Two columns with the reason below them; hidden where no claim of the draft before is selected."""

    def __init__(
        self, session: Session, theme: Theme, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._actions = actions
        self._row: Row | None = None
        self._texts: dict[str, str] = {}  # of earlier drafts, by their ids
        self._numbers: dict[str, int] = {}
        self._heads = tuple(Words(theme, sans(LABEL), "ink_2", self) for _ in range(2))
        self._words = tuple(_serif_label(self) for _ in range(2))
        self._told = Words(theme, sans(MENU), "ink_2", self)
        self._buttons = {
            name: CapButton(
                actions[name], actions.shown_keys(actions.spec(name)), theme, parent=self
            )
            for name in (KEEP, ATTACH)
        }
        self._lay_out()
        actions[KEEP].changed.connect(self._renew_keys)
        self.show_row(None)

    def forget(self) -> None:
        """Another article is open, or none."""
        self._texts.clear()
        self.show_row(None)

    def show_row(self, row: Row | None) -> None:
        """Compare the claim of this row; hide where there is nothing to compare."""
        self._row = row
        fate = None if row is None else row.fate
        self.setVisible(fate is not None)
        if row is None or fate is None:
            return
        was = self._old_sentence(fate)
        old, new = side_by_side(was, self._new_sentence(row, fate))
        if fate.after is None:
            old, new = (Run(was, False),), ()
        self._words[0].setText(_rich(old, self._theme, old=True))
        self._words[1].setText(
            _rich(new, self._theme, old=False) if new else escape(_CLAIM_IS_GONE)
        )
        for label, runs in zip(self._words, (old, new), strict=True):
            label.setAccessibleName("".join(run.words for run in runs) or _CLAIM_IS_GONE)
        number = self._session.case.draft.number
        verdict = self._session.case.verdict(row.claim.id)
        self._heads[0].say(self._head(self._number_of(fate), fate.dropped or verdict))
        kept = verdict if fate.kind is not FateKind.GONE else None
        self._heads[1].say(self._head(number, kept) if fate.after else f"Draft {number}")
        self._told.say(self._sentence(row, fate))
        self._buttons[KEEP].setVisible(fate.dropped is not None and verdict is None)
        self._buttons[ATTACH].setVisible(fate.after is None)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setPalette(palette(theme))
        for words in (*self._heads, self._told):
            words.set_theme(theme)
        for button in self._buttons.values():
            button.set_theme(theme)
        self.show_row(self._row)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 8, 14, 10)
        grid.setHorizontalSpacing(22)
        grid.setVerticalSpacing(5)
        for column, (head, text) in enumerate(zip(self._heads, self._words, strict=True)):
            grid.addWidget(head, 0, column)
            grid.addWidget(text, 1, column)
            grid.setColumnStretch(column, 1)
        row = QHBoxLayout()
        row.addWidget(self._told, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in self._buttons.values():
            row.addWidget(button)
        grid.addLayout(row, 2, 0, 1, 2)
        grid.setRowStretch(1, 1)

    def _head(self, number: int, verdict: Verdict | None) -> str:
        if verdict is None:
            return f"Draft {number} · {STATE_NAMES[state_of(None)]}"
        when = since_words(verdict.decided, datetime.now(UTC))
        return f"Draft {number} · {STATE_NAMES[state_of(verdict)]} {when}, {verdict.checker}"

    def _sentence(self, row: Row, fate: Fate) -> str:
        case = self._session.case
        sources, note = len(case.evidence(row.claim.id)), case.note(row.claim.id)
        kept = [f"{sources} {'source' if sources == 1 else 'sources'}"] if sources else []
        kept += ["the note"] if note is not None else []
        reason = f"changed: {fate.reason}" if fate.kind is FateKind.CHANGED else fate.reason
        told = [f"{reason[:1].upper()}{reason[1:]}."] if reason else []
        if kept and fate.kind is FateKind.CHANGED:
            told.append(f"Kept: {', '.join(kept)}. They stand for the old words until you look.")
        return " ".join(told)

    def _number_of(self, fate: Fate) -> int:
        return self._numbers.get(fate.old_draft_id, self._session.case.draft.number - 1)

    def _old_sentence(self, fate: Fate) -> str:
        text = self._texts.get(fate.old_draft_id)
        if text is None:
            try:
                draft, _ = self._session.casebook.draft(fate.old_draft_id)
            except FactcheckError as error:
                self._session.failed.emit(str(error))
                return fate.before.quote.exact
            text = self._texts[fate.old_draft_id] = draft.text
            self._numbers[draft.id] = draft.number
        return sentence_around(text, fate.before.position)

    def _new_sentence(self, row: Row, fate: Fate) -> str:
        if fate.after is None:
            return ""
        return sentence_around(self._session.case.text, row.claim.position)

    def _renew_keys(self) -> None:
        for name, button in self._buttons.items():
            button.set_keys(self._actions.shown_keys(self._actions.spec(name)))


def sentence_around(text: str, place: TextPosition) -> str:
    """The sentence that the place lies in, on one line; no more than a little on either side of it."""
    first = max(0, place.start - _AROUND)
    ends = [first + match.end() for match in _END.finditer(text[first : place.start])]
    start = ends[-1] if ends else first
    if not ends and first:
        start = text.find(" ", first, place.start) + 1 or place.start
    after = _END.search(text, max(place.start, place.end - 1), place.end + _AROUND)
    end = after.end() if after is not None else min(len(text), place.end + _AROUND)
    return " ".join(text[start:end].split())


def _serif_label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setFont(serif(_SERIF))
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _rich(runs: Sequence[Run], theme: Theme, *, old: bool) -> str:
    how = "text-decoration: line-through; font-weight: 600"
    if not old:
        how = f"font-weight: 600; background-color: {theme.colour('selection').name()}"
    words = "".join(
        f'<span style="{how}">{escape(run.words)}</span>' if run.is_changed else escape(run.words)
        for run in runs
    )
    right = reads_from_right("".join(run.words for run in runs))
    return f'<p dir="{"rtl" if right else "ltr"}">{words}</p>'
