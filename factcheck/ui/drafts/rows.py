"""The fates of a draft's claims as rows of a list, under the heading of their sort."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from factcheck.model.case import Case
from factcheck.model.claim import KIND_NAMES, Claim
from factcheck.model.fate import FATE_MARKS, FATE_NAMES, Fate, FateKind, Run
from factcheck.model.verdict import STATE_NAMES, State, state_of
from factcheck.revision.runs import side_by_side
from factcheck.ui.drafts.signs import NEW_MARK
from factcheck.ui.numbers import numbers_of
from factcheck.ui.overriding import override
from factcheck.ui.session import Session
from factcheck.ui.sheets.pieces import SheetRole

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
NEW = "new"
SORTS = (
    FateKind.CHANGED.value,
    NEW,
    FateKind.GONE.value,
    FateKind.MOVED.value,
    FateKind.REWORDED.value,
    FateKind.SAME.value,
)
MARKS = {kind.value: mark for kind, mark in FATE_MARKS.items()} | {NEW: NEW_MARK}
SORT_NAMES = {kind.value: name for kind, name in FATE_NAMES.items()} | {NEW: NEW}
_HEADINGS = {
    FateKind.CHANGED.value: ("Changed in substance", "verdict dropped, sources kept"),
    NEW: ("New", "never seen before"),
    FateKind.GONE.value: ("Gone", "kept here with verdict and sources"),
    FateKind.MOVED.value: ("Moved", "verdict kept"),
    FateKind.REWORDED.value: ("Reworded", "verdict kept"),
    FateKind.SAME.value: ("Same", "verdict kept"),
}


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a sort above its rows."""

    name: str
    told: str


@dataclass(frozen=True, slots=True)
class Row:
    """One claim as the list shows it: old words above new ones, cut where they differ; ``before`` is the state it had.

    ``number`` is the claim's, or 0 where it is gone.
    """

    claim: Claim
    fate: Fate | None
    sort: str
    number: int
    old: tuple[Run, ...]
    new: tuple[Run, ...]
    reason: str
    before: State | None
    now: State

    @property
    def spoken(self) -> str:
        """The row for those who hear it."""
        number = f"{self.number}, " if self.number else ""
        words = " ".join(self.claim.text.split())
        was = " ".join("".join(run.words for run in self.old).split())
        old = f", before: {was}" if self.old and was != words else ""
        state = STATE_NAMES[self.now]
        dropped = ""
        if self.before is not None and self.before is not self.now:
            dropped = f"{STATE_NAMES[self.before]}, now "
        return f"{number}{SORT_NAMES[self.sort]}, {self.reason}, {dropped}{state}: {words}{old}"


def sort_of(case: Case, claim: Claim) -> str:
    """What the draft made of the claim: a fate's name, or new."""
    fate = case.fate(claim.id)
    return NEW if fate is None else fate.kind.value


class DraftModel(QAbstractListModel):
    """The claims of the open draft by their fates, those of the sorts that are wanted."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: list[Row | Heading] = []

    def show_sorts(self, sorts: Collection[str]) -> None:
        """Show the claims of these sorts; a sort without any has no heading."""
        self.beginResetModel()
        is_new = self._session.has_case and self._session.case.draft.number > 1
        self._rows = list(self._made(sorts)) if is_new else []
        self.endResetModel()

    def refresh(self, claim_id: str) -> None:
        """The row of this claim, where it is shown, as its state is now."""
        at = self.row_of(claim_id)
        if at >= 0:
            self._rows[at] = self._row(self._session.case.claim(claim_id))
            self.dataChanged.emit(self.index(at), self.index(at))

    def number_anew(self) -> None:
        """The same rows where their claims have other numbers now."""
        numbers = numbers_of(self._session)
        self._rows = [
            replace(row, number=numbers.of(row.claim.id)) if isinstance(row, Row) else row
            for row in self._rows
        ]
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def row_of(self, claim_id: str) -> int:
        """The row of a claim; -1 where it is not shown."""
        return next(
            (
                n
                for n, row in enumerate(self._rows)
                if isinstance(row, Row) and row.claim.id == claim_id
            ),
            -1,
        )

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case SheetRole.ROW:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return row.name if isinstance(row, Heading) else row.claim.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.name}: {row.told}" if isinstance(row, Heading) else row.spoken
        return None

    def _made(self, sorts: Collection[str]) -> Iterator[Row | Heading]:
        case = self._session.case
        by_sort: dict[str, list[Claim]] = {sort: [] for sort in SORTS}
        for claim in (*case.claims(), *case.drawer()):
            by_sort[sort_of(case, claim)].append(claim)
        for sort in SORTS:
            if sort in sorts and by_sort[sort]:
                yield Heading(*_HEADINGS[sort])
                yield from (self._row(claim) for claim in by_sort[sort])

    def _row(self, claim: Claim) -> Row:
        case = self._session.case
        fate, now = case.fate(claim.id), case.state(claim.id)
        number = numbers_of(self._session).of(claim.id)
        if fate is None:
            words = (Run(claim.text, False),)
            return Row(claim, None, NEW, number, (), words, KIND_NAMES[claim.kind], None, now)
        before = now if fate.dropped is None else state_of(fate.dropped)
        old: tuple[Run, ...]
        new: tuple[Run, ...]
        if fate.before.quote.exact == claim.text and fate.after is not None:
            old = new = (Run(claim.text, False),)
        elif fate.after is None:
            old, new = (Run(fate.before.quote.exact, False),), ()
        else:
            old, new = side_by_side(fate.before.quote.exact, claim.text)
        return Row(claim, fate, fate.kind.value, number, old, new, fate.reason, before, now)
