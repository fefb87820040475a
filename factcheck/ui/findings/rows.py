"""The findings as rows of a list, those with the wanted outcomes."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from factcheck.model.article import Role
from factcheck.model.finding import FINDING_KIND_NAMES, OUTCOME_NAMES, Explanation, Finding
from factcheck.model.text import TextPosition
from factcheck.ui.article.formats import PART_NAMES
from factcheck.ui.holding import Holding
from factcheck.ui.numbers import numbers_of
from factcheck.ui.overriding import override
from factcheck.ui.session import Session
from factcheck.ui.sheets.pieces import SheetRole

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_AROUND = 28  # code points shown on either side of a place


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a finding as its row shows it: the part it lies in, its words with those around, where they begin.

    ``number`` is that of the claim there, or 0.
    """

    position: TextPosition
    part: str
    words: str
    picked: tuple[int, int]
    number: int


@dataclass(frozen=True, slots=True)
class Row:
    """One finding as the list shows it."""

    finding: Finding
    places: tuple[Place, ...]
    explanation: Explanation | None

    @property
    def spoken(self) -> str:
        """The row for those who hear it."""
        finding = self.finding
        numbers = [str(place.number) for place in self.places if place.number]
        claims = f", on claim {' and '.join(numbers)}" if numbers else ""
        settled = f", explained: {self.explanation.note}" if self.explanation else ""
        return (
            f"{OUTCOME_NAMES[finding.outcome]}, {FINDING_KIND_NAMES[finding.kind]}{claims}: "
            f"{finding.message} {finding.arithmetic}{settled}"
        )


class FindingModel(QAbstractListModel):
    """The findings of the open article in their order, filtered by the panel."""

    def __init__(self, session: Session, holding: Holding, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._holding = holding
        self._rows: list[Row] = []

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Show these; the list is short, so all of it is set anew."""
        self.beginResetModel()
        self._rows = [self._row(finding) for finding in findings]
        self.endResetModel()

    def refresh(self) -> None:
        """The same findings where their claims have other numbers now."""
        self._rows = [self._row(row.finding) for row in self._rows]
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def row_of(self, finding: Finding | None) -> int:
        """The row of a finding; -1 where it is not shown."""
        return next((n for n, row in enumerate(self._rows) if row.finding is finding), -1)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case SheetRole.ROW:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return row.finding.message
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
        return None

    def _row(self, finding: Finding) -> Row:
        places = tuple(self._place(position) for position in finding.places)
        return Row(finding, places, self._session.case.explanation(finding.key))

    def _place(self, position: TextPosition) -> Place:
        case, text = self._session.case, self._session.case.text
        block = case.block_at(position.start)
        left, right = (0, len(text)) if block is None else _ends(block.position)
        start = _word_edge(text, max(left, position.start - _AROUND), position.start, left)
        end = min(right, position.end + _AROUND)
        while end < right and end > position.end and not text[end].isspace():
            end -= 1
        words = " ".join(text[start:end].split())
        before = len(" ".join(text[start : position.start].split()))
        before += bool(before) and text[position.start - 1].isspace()
        length = len(" ".join(position.of(text).split()))
        around = [c for c in case.claims_over(position) if c.position.contains(position)]
        claim = min(around, key=lambda c: len(c.position), default=None)
        number = 0 if claim is None else numbers_of(self._session).of(claim.id)
        lead = "… " if start > left else ""
        trail = " …" if end < right else ""
        picked = (len(lead) + before, len(lead) + before + length)
        return Place(position, self._part(position), f"{lead}{words}{trail}", picked, number)

    def _part(self, position: TextPosition) -> str:
        case = self._session.case
        block = case.block_at(position.start)
        if block is None or block.role is not Role.BODY:
            return "" if block is None else PART_NAMES[block.role].lower()
        bodies = [b for b in case.blocks if b.role is Role.BODY and b.position <= block.position]
        return f"paragraph {len(bodies)}"


def _ends(position: TextPosition) -> tuple[int, int]:
    return position.start, position.end


def _word_edge(text: str, start: int, limit: int, first: int) -> int:
    """``start`` moved on to where a word begins, no further than ``limit``."""
    while first < start < limit and not text[start - 1].isspace():
        start += 1
    return start
