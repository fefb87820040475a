"""The panel of a new draft: what it made of each claim, the list by fate, and both drafts side by side."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from factcheck.model.change import Change
from factcheck.model.claim import Claim
from factcheck.model.fate import Fate, FateKind
from factcheck.model.verdict import Verdict
from factcheck.ui.actions import Actions
from factcheck.ui.drafts.chips import FateChip
from factcheck.ui.drafts.compare import Compared
from factcheck.ui.drafts.layout import set_row
from factcheck.ui.drafts.rows import MARKS, NEW, SORT_NAMES, SORTS, DraftModel, Row, sort_of
from factcheck.ui.numbers import numbers_of
from factcheck.ui.session import Session
from factcheck.ui.sheets.pieces import SheetRole
from factcheck.ui.sheets.view import SheetView
from factcheck.ui.theme import Theme, palette

_TO_CHECK = (FateKind.CHANGED.value, NEW)
_SHORT_NAMES = {**SORT_NAMES, FateKind.CHANGED.value: "changed"}
_NOTHING_SHOWN = "No claim of the sorts chosen above."
_LOOKING = "What is new in this draft is still being looked for."


class DraftPanel(QWidget):
    """Selecting a claim here shows it in the article and in both drafts; one that is gone only in the old one."""

    counted = Signal(int)  # claims that are changed or new and not checked yet

    def __init__(
        self, session: Session, theme: Theme, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._is_following = False
        self._is_looking = False
        self._waiting: set[str] = set()  # claims that are changed or new and not checked yet
        self._model = DraftModel(session, self)
        self._chips = {sort: FateChip(theme, MARKS[sort], self) for sort in SORTS}
        self._list = SheetView(theme, set_row, "What the new draft made of each claim", self)
        self._list.setModel(self._model)
        self._compared = Compared(session, theme, actions, self)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self._on_opened()

    # What others ask of it

    def reading_widgets(self) -> list[QWidget]:
        """Where letters alone act."""
        return [self._list]

    @property
    def gone(self) -> str:
        """The id of the claim selected here that this draft does not have; empty where none is."""
        row = self._selected
        return row.claim.id if row is not None and row.sort == FateKind.GONE.value else ""

    def focus_list(self) -> None:
        """Put the keyboard in the list, on its first claim where none is chosen."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self._list.currentIndex().isValid() and self._model.rowCount() > 1:
            self._list.setCurrentIndex(self._model.index(1))

    def show_claim(self, claim_id: str) -> None:
        """Select a claim in the list, whatever the chips say."""
        case = self._session.case
        self._chips[sort_of(case, case.claim(claim_id))].setChecked(True)
        row = self._model.row_of(claim_id)
        if row >= 0:
            self._list.setCurrentIndex(self._model.index(row))

    def set_looking(self, looking: bool) -> None:
        """Whether claims are being looked for, so that nothing new does not yet mean that there is nothing."""
        self._is_looking = looking
        self._say_why_empty()

    def set_theme(self, theme: Theme) -> None:
        self.setPalette(palette(theme))
        self._list.set_theme(theme)
        self._compared.set_theme(theme)
        for chip in self._chips.values():
            chip.set_theme(theme)

    # Keeping in step

    def _lay_out(self) -> None:
        chips = QHBoxLayout()
        chips.setContentsMargins(12, 6, 12, 6)
        chips.setSpacing(8)
        for chip in self._chips.values():
            chips.addWidget(chip)
        chips.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(chips)
        column.addWidget(self._list, 1)
        column.addWidget(self._compared)
        self.setFocusProxy(self._list)

    def _connect(self) -> None:
        self._session.opened.connect(self._on_opened)
        self._session.changed.connect(self._on_changed)
        self._session.selection_changed.connect(self._follow_selection)
        numbers_of(self._session).changed.connect(self._model.number_anew)
        for chip in self._chips.values():
            chip.toggled.connect(self._refresh)
        self._list.selectionModel().currentChanged.connect(self._on_current)
        self._list.next_place_wanted.connect(self._go_to_selected)

    def _on_opened(self) -> None:
        self._compared.forget()
        for sort, chip in self._chips.items():
            chip.blockSignals(True)
            chip.setChecked(sort in (*_TO_CHECK, FateKind.GONE.value))
            chip.blockSignals(False)
        self._refresh()

    def _on_changed(self, change: Change) -> None:
        if self._session.case.draft.number == 1:
            return  # a book of claims may come or be checked, and none of it is of a new draft
        if any(isinstance(edit.record, Claim | Fate) for edit in change.edits):
            self._refresh()
            return
        for claim_id in {e.record.claim_id for e in change.edits if isinstance(e.record, Verdict)}:
            self._model.refresh(claim_id)
            self._follow_verdict(claim_id)
        self._compared.show_row(self._selected)
        self.counted.emit(len(self._waiting))

    def _follow_verdict(self, claim_id: str) -> None:
        case = self._session.case
        self._waiting.discard(claim_id)
        if case.has_claim(claim_id) and self._waits(case.claim(claim_id)):
            self._waiting.add(claim_id)

    def _waits(self, claim: Claim) -> bool:
        case = self._session.case
        return sort_of(case, claim) in _TO_CHECK and case.is_open(claim.id)

    def _refresh(self) -> None:
        chosen = self._selected
        self._count()
        self._is_following = True
        self._model.show_sorts([s for s, chip in self._chips.items() if chip.isChecked()])
        row = -1 if chosen is None else self._model.row_of(chosen.claim.id)
        self._list.setCurrentIndex(self._model.index(row) if row >= 0 else QModelIndex())
        self._is_following = False
        self._compared.show_row(self._selected)
        self._say_why_empty()

    def _count(self) -> None:
        if not self._session.has_case:
            return
        case = self._session.case
        if case.draft.number == 1:
            self.counted.emit(0)
            return
        sorts = [sort_of(case, claim) for claim in (*case.claims(), *case.drawer())]
        for sort, chip in self._chips.items():
            chip.say(f"{sorts.count(sort):,} {_SHORT_NAMES[sort]}")
        self._waiting = {claim.id for claim in case.claims() if self._waits(claim)}
        self.counted.emit(len(self._waiting))

    def _say_why_empty(self) -> None:
        words = _LOOKING if self._is_looking else _NOTHING_SHOWN
        self._list.set_empty_words(words if self._session.has_case else "")

    # The selected claim

    @property
    def _selected(self) -> Row | None:
        row = self._list.currentIndex().data(SheetRole.ROW)
        return row if isinstance(row, Row) else None

    def _follow_selection(self, claim_id: str) -> None:
        """Be at the claim selected elsewhere; a claim that is gone stays chosen while words for it are looked for."""
        row = self._model.row_of(claim_id) if claim_id else -1
        if row < 0 and self.gone:
            return
        self._is_following = True
        index = self._model.index(row) if row >= 0 else QModelIndex()
        self._list.setCurrentIndex(index)
        if index.isValid():
            self._list.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        else:
            self._list.clearSelection()
        self._is_following = False
        self._compared.show_row(self._selected)

    def _on_current(self, _current: QModelIndex, _before: QModelIndex) -> None:
        if self._is_following:
            return
        self._compared.show_row(self._selected)
        self._go_to_selected()

    def _go_to_selected(self) -> None:
        """Show the claim in the article; one that is gone has no place there."""
        row = self._selected
        if row is None:
            return
        if self._session.case.has_claim(row.claim.id):
            self._session.select(row.claim.id)
            self._session.go_to(self._session.case.claim(row.claim.id).position)
        else:
            self._session.select("")
