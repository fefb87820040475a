"""The panel of claims: filter row and list, in step with the session."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from factcheck.model.claim import ClaimKind, Priority
from factcheck.model.verdict import State
from factcheck.ui.actions import Actions
from factcheck.ui.claims.criteria import Criteria, Order
from factcheck.ui.claims.delegate import ClaimDelegate
from factcheck.ui.claims.filters import FilterRow
from factcheck.ui.claims.rows import ClaimListModel, ClaimRole
from factcheck.ui.claims.shown import ShownClaims
from factcheck.ui.claims.view import ClaimListView
from factcheck.ui.overriding import override
from factcheck.ui.session import Session
from factcheck.ui.theme import Theme, palette

_Value = TypeVar("_Value", bound=StrEnum)

LOW_WINDOW = 700  # pixels; below this a row has one line
_NOTHING = (
    "Nothing in this text can be checked by itself. Mark words and press C if you see otherwise."
)


class ClaimsPanel(QWidget):
    """The claims of the open case; selecting one here selects it everywhere, and the other way round."""

    def __init__(
        self,
        session: Session,
        theme: Theme,
        actions: Actions | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._is_looking = False
        self._is_following = False  # while the list follows the session it tells it nothing
        self._model = ClaimListModel(session, self)
        self._shown = ShownClaims(self._model, session, self)
        self._filters = FilterRow(session, theme, _search_keys(actions), self)
        self._delegate = ClaimDelegate(theme, self)
        self._list = ClaimListView(theme, self)
        self._connect()
        self._list.setItemDelegate(self._delegate)
        self._list.setModel(self._shown)
        self._list.set_row_height(self._delegate.row_height)
        self._list.selectionModel().currentChanged.connect(self._tell_selection)
        self._lay_out()
        self.set_theme(theme)
        self._refresh()

    # What others ask of it

    def shown_ids(self) -> Sequence[str]:
        """The ids of the claims in the order they are shown."""
        return self._shown.ids

    def row_of(self, claim_id: str) -> int:
        """The row of a claim; -1 where it is hidden."""
        return self._shown.row_of(claim_id)

    def reading_widgets(self) -> list[QWidget]:
        """Where letters alone act."""
        return [self._list]

    def focus_list(self) -> None:
        """Put the keyboard in the list."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_search(self) -> None:
        """Put the keyboard in the search field, its words selected."""
        self._filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filters.search.selectAll()

    def toggle_opinions(self) -> bool:
        """Hide the claims that are nothing but opinion, or show them again; whether they are shown now."""
        criteria, every = self._filters.criteria, frozenset(ClaimKind)
        opinion = frozenset({ClaimKind.OPINION})
        shown = criteria.kinds or every
        shown = ((shown - opinion) or (every - opinion)) if opinion <= shown else shown | opinion
        self._filters.show_criteria(
            replace(criteria, kinds=frozenset() if shown == every else shown)
        )
        return opinion <= shown

    def set_looking(self, looking: bool) -> None:
        """Whether claims are being looked for, so that an empty list does not yet mean that there are none."""
        self._is_looking = looking
        self._say_why_empty()

    def set_theme(self, theme: Theme) -> None:
        self.setPalette(palette(theme))
        self._filters.set_theme(theme)
        self._delegate.set_theme(theme)
        self._list.set_theme(theme)
        self._count()

    def view_state(self) -> dict[str, str]:
        """Filter and order as words, to be kept with the article."""
        criteria = self._filters.criteria
        return {
            "claims_states": " ".join(sorted(criteria.states)),
            "claims_kinds": " ".join(sorted(criteria.kinds)),
            "claims_priorities": " ".join(sorted(criteria.priorities)),
            "claims_words": criteria.words,
            "claims_order": self._filters.order.value.value,
        }

    def restore_view(self, view: Mapping[str, object]) -> None:
        """Filter and order as they were kept; what is not known there any more is left out."""
        states = _known(State, view.get("claims_states"))
        kinds = _known(ClaimKind, view.get("claims_kinds"))
        priorities = _known(Priority, view.get("claims_priorities"))
        orders = _known(Order, view.get("claims_order"))
        criteria = Criteria(states, kinds, priorities, str(view.get("claims_words", "")))
        self._filters.show_criteria(criteria, next(iter(orders), Order.TEXT))

    # Keeping in step

    def _connect(self) -> None:
        # before the view has its selection model, so that this hears of a removal first
        self._shown.rowsAboutToBeRemoved.connect(self._stop_telling)
        self._shown.modelAboutToBeReset.connect(self._stop_telling)
        self._shown.settled.connect(self._refresh)
        self._session.selection_changed.connect(self._follow_selection)
        self._filters.changed.connect(self._apply_filters)
        self._filters.left.connect(self._leave_search)
        self._list.link_clicked.connect(self._filters.clear)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._filters)
        column.addWidget(self._list, 1)
        self.setFocusProxy(self._list)

    def _stop_telling(self) -> None:
        self._is_following = True

    def _apply_filters(self) -> None:
        order = self._filters.order.value
        self._shown.show_by(self._filters.criteria, order)
        self._delegate.marks_parts = order is Order.TEXT
        self._refresh()

    def _refresh(self) -> None:
        self._count()
        self._say_why_empty()
        self._follow_selection(self._session.selected)

    def _count(self) -> None:
        self._filters.show_count(len(self._shown.ids), len(self._model.order))

    def _say_why_empty(self) -> None:
        if not self._session.has_case:
            self._list.set_empty_words("")
        elif len(self._model.order):
            self._list.set_empty_words("No claim matches.", "Clear filters")
        elif self._is_looking:
            self._list.set_empty_words("Looking for claims…")
        else:
            self._list.set_empty_words(_NOTHING)

    def _follow_selection(self, claim_id: str) -> None:
        self._is_following = True
        row = self._shown.row_of(claim_id)
        index = self._shown.index(row, 0)
        if index != self._list.currentIndex():
            self._list.setCurrentIndex(index)
            if not index.isValid():
                self._list.clearSelection()
        if index.isValid():
            self._list.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        self._is_following = False

    def _tell_selection(self, current: QModelIndex, _before: QModelIndex) -> None:
        by_person = not (self._is_following or self._list.is_taking_focus)
        if by_person and current.isValid():
            self._session.select(current.data(ClaimRole.ID))

    def _leave_search(self, wants_first: bool) -> None:
        self.focus_list()
        if wants_first and not self._list.currentIndex().isValid() and len(self._shown.ids):
            self._session.select(self._shown.ids[0])

    # Low windows

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        flat = self.window().height() < LOW_WINDOW
        if flat != self._delegate.is_flat:
            self._delegate.is_flat = flat
            self._filters.set_flat(flat)
            self._list.set_row_height(self._delegate.row_height)
            self._list.scrollTo(self._list.currentIndex())


def _search_keys(actions: Actions | None) -> str:
    if actions is None:
        return "Ctrl+L"
    return actions.shown_keys(actions.spec("find-claims"))


def _known(values: type[_Value], words: object) -> frozenset[_Value]:
    """The values that ``words`` name, as far as there are such."""
    there = {value.value: value for value in values}
    return frozenset(there[word] for word in str(words or "").split() if word in there)
