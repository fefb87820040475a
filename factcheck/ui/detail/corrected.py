"""What is wrong with the claim: the checker's finding, the words proposed, the author's answer, the decision."""

from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from factcheck.model.claim import Claim
from factcheck.model.correction import PART_NAMES, CorrectionPart
from factcheck.model.verdict import State
from factcheck.ui.detail.note import PADDING, NoteField
from factcheck.ui.detail.words import Words
from factcheck.ui.detail.written import entry_of, part_of_correction
from factcheck.ui.session import Session
from factcheck.ui.theme import LABEL, Theme, sans
from factcheck.ui.when import time_words


class Corrected(QWidget):
    """A field a part, each under a line that names it and who wrote it; shown once there is something to correct."""

    height_changed = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted = ""  # the claim on which the checker asked for it
        self.fields: dict[CorrectionPart, NoteField] = {}
        self._lines: dict[CorrectionPart, Words] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        for part in CorrectionPart:
            line = Words(theme, sans(LABEL), "ink_2", self)
            field = NoteField(session, theme, self, part_of_correction(part))
            field.height_changed.connect(self.height_changed)
            line.setBuddy(field)
            beside = QHBoxLayout()
            beside.setContentsMargins(PADDING, 0, 0, 0)
            beside.addWidget(line)
            column.addLayout(beside)
            column.addWidget(field)
            self.fields[part], self._lines[part] = field, line

    def refresh(self, claim: Claim) -> bool:
        """Show the correction as it is recorded now; False where the claim has none and needs none."""
        now, case = datetime.now(UTC), self._session.case
        for part, field in self.fields.items():
            field.refresh()
            entry = entry_of(case, claim.id, part)
            by = f" · {entry.who}, {time_words(entry.at, now)}" if entry is not None else ""
            self._lines[part].say(f"{PART_NAMES[part]}{by}")
        return (
            case.correction(claim.id) is not None
            or case.state(claim.id) is State.CONTRADICTED
            or self._wanted == claim.id
        )

    def want(self, claim: Claim) -> NoteField:
        """Show it for this claim, whatever its state; the field to go on with, the first that is empty."""
        self._wanted = claim.id
        case = self._session.case
        empty = (part for part in CorrectionPart if entry_of(case, claim.id, part) is None)
        return self.fields[next(empty, CorrectionPart.PROPOSAL)]

    def set_read_only_reason(self, reason: str) -> None:
        for field in self.fields.values():
            field.set_read_only_reason(reason)

    def set_theme(self, theme: Theme) -> None:
        for part, field in self.fields.items():
            field.set_theme(theme)
            self._lines[part].set_theme(theme)
