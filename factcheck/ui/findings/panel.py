"""The panel of findings: what is shown of them, the list, and the way from a finding to its places."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from factcheck.model.finding import Finding, Outcome, counted_outcome
from factcheck.model.text import TextPosition
from factcheck.ui.commands.moving import NO_FINDINGS
from factcheck.ui.findings.chips import ToggleChip
from factcheck.ui.findings.layout import set_finding
from factcheck.ui.findings.rows import FindingModel
from factcheck.ui.holding import Holding
from factcheck.ui.numbers import numbers_of
from factcheck.ui.overriding import override
from factcheck.ui.session import Session
from factcheck.ui.sheets.pieces import SheetRole
from factcheck.ui.sheets.view import SheetView
from factcheck.ui.theme import Theme, palette

NARROW = 480  # pixels; below this a chip has its mark and number alone
_NOTHING_SHOWN = "No finding of the sorts chosen above."
_LOOKING = "The article is held against itself once its claims have been looked for."


class FindingsPanel(QWidget):
    """Selecting a finding here shows its places in the article; Enter goes on to the next of them."""

    counted = Signal(int)  # findings that want attention: neither consistent nor explained

    def __init__(
        self, session: Session, holding: Holding, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._holding = holding
        self._is_following = False
        self._at = 0  # which place of the selected finding is shown
        self._is_looking = False
        self._model = FindingModel(session, holding, self)
        self._outcomes = {outcome: ToggleChip(theme, outcome, self) for outcome in Outcome}
        self._hide = ToggleChip(theme, None, self)
        self._hide.say("Hide explained")
        self._list = SheetView(theme, set_finding, "Findings", self)
        self._list.setModel(self._model)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self._refresh()

    # What others ask of it

    def reading_widgets(self) -> list[QWidget]:
        """Where letters alone act."""
        return [self._list]

    def focus_list(self) -> None:
        """Put the keyboard in the list."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_finding(self, finding: Finding) -> None:
        """Select a finding and show its first place, whatever the chips say."""
        chip = self._outcomes[finding.outcome]
        if any(c.isChecked() for c in self._outcomes.values()) and not chip.isChecked():
            chip.setChecked(True)
        if self._hide.isChecked() and self._holding.is_explained(finding):
            self._hide.setChecked(False)
        self._holding.select(finding)
        self._go_to_place(0)

    def set_looking(self, looking: bool) -> None:
        """Whether claims are being looked for, so that no finding does not yet mean that there are none."""
        self._is_looking = looking
        self._say_why_empty()

    def set_theme(self, theme: Theme) -> None:
        self.setPalette(palette(theme))
        self._list.set_theme(theme)
        for chip in (*self._outcomes.values(), self._hide):
            chip.set_theme(theme)

    # Keeping in step

    def _lay_out(self) -> None:
        chips = QHBoxLayout()
        chips.setContentsMargins(12, 6, 12, 6)
        chips.setSpacing(8)
        for chip in self._outcomes.values():
            chips.addWidget(chip)
        chips.addStretch(1)
        chips.addWidget(self._hide)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(chips)
        column.addWidget(self._list, 1)
        self.setFocusProxy(self._list)

    def _connect(self) -> None:
        self._holding.changed.connect(self._refresh)
        self._holding.selection_changed.connect(self._follow_selection)
        numbers_of(self._session).changed.connect(self._model.refresh)
        for chip in (*self._outcomes.values(), self._hide):
            chip.toggled.connect(self._refresh)
        self._list.selectionModel().currentChanged.connect(self._on_current)
        self._list.place_wanted.connect(self._on_place_clicked)
        self._list.next_place_wanted.connect(lambda: self._go_to_place(self._at + 1))

    def _refresh(self) -> None:
        for outcome, chip in self._outcomes.items():
            count = len(self._holding.of(outcome))
            chip.say(counted_outcome(count, outcome), f"{count:,}")
        self._is_following = True
        self._model.show_findings(self._wanted())
        self._is_following = False
        self._say_why_empty()
        self._follow_selection()
        waiting = [f for f in self._holding.findings if self._holding.waits(f)]
        self.counted.emit(len(waiting))

    def _wanted(self) -> list[Finding]:
        chosen = {o for o, chip in self._outcomes.items() if chip.isChecked()} or set(Outcome)
        hides = self._hide.isChecked()
        return [
            finding
            for finding in self._holding.findings
            if finding.outcome in chosen and not (hides and self._holding.is_explained(finding))
        ]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for chip in self._outcomes.values():
            chip.set_brief(self.width() < NARROW)

    def _say_why_empty(self) -> None:
        if not self._session.has_case:
            self._list.set_empty_words("")
        elif self._holding.findings:
            self._list.set_empty_words(_NOTHING_SHOWN)
        elif self._is_looking or self._holding.is_looking:
            self._list.set_empty_words(_LOOKING)
        else:
            self._list.set_empty_words(NO_FINDINGS)

    # The selected finding

    def _follow_selection(self) -> None:
        self._is_following = True
        row = self._model.row_of(self._holding.selected)
        index = self._model.index(row) if row >= 0 else QModelIndex()
        self._list.setCurrentIndex(index)
        if index.isValid():
            self._list.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        else:
            self._list.clearSelection()
        self._is_following = False

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if self._is_following or not current.isValid():
            return
        self._holding.select(current.data(SheetRole.ROW).finding)
        self._go_to_place(0)

    def _on_place_clicked(self, place: TextPosition) -> None:
        finding = self._holding.selected
        if finding is not None and place in finding.places:
            self._go_to_place(finding.places.index(place))

    def _go_to_place(self, number: int) -> None:
        finding = self._holding.selected
        if finding is not None:
            self._at = number % len(finding.places)
            self._holding.go_to(finding.places[self._at])
