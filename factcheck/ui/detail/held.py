"""What the article says against a claim, or for it, in other places of its own."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from factcheck.model.finding import OUTCOME_NAMES, Finding, Outcome
from factcheck.ui.detail.words import Words, link
from factcheck.ui.theme import INTERFACE, Theme, sans

_SIGNS = {Outcome.CONFLICT: "≠", Outcome.ASK: "?", Outcome.CONSISTENT: "="}


class Held(Words):
    """A line a finding; a click shows it among the findings."""

    followed = Signal(int)  # which of the findings shown

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, sans(INTERFACE), "ink_2", parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.linkActivated.connect(lambda number: self.followed.emit(int(number)))

    def show_findings(
        self, findings: Sequence[Finding], settled: Sequence[bool], theme: Theme
    ) -> None:
        """Show these; what is settled says so."""
        lines, spoken = [], []
        for number, (finding, is_settled) in enumerate(zip(findings, settled, strict=True)):
            sign, colour = _SIGNS[finding.outcome], theme.of_outcome(finding.outcome).name()
            words = finding.message + (" (explained)" if is_settled else "")
            lines.append(
                f'<b style="color:{colour}">{sign}</b> {link(str(number), escape(words), theme)}'
            )
            spoken.append(f"{OUTCOME_NAMES[finding.outcome]}: {words}")
        self.setText("<br>".join(lines))
        self.setAccessibleName("; ".join(spoken) or "No finding on this claim")
