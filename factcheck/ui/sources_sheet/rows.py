"""Sources and weak links as rows of a list."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from factcheck.model.case import Case
from factcheck.model.days import day_words
from factcheck.model.evidence import SOURCE_KIND_NAMES, Source, SourceKind, SourceQuality
from factcheck.model.overview import SourceHit
from factcheck.model.quality import WEAKNESS_NAMES, WeakLink, Weakness
from factcheck.model.text import TextPosition
from factcheck.ui.overriding import override
from factcheck.ui.sheets.pieces import SheetRole

Index = QModelIndex | QPersistentModelIndex
Numbers = dict[str, int]  # of the claims, by id
_NOWHERE = QModelIndex()
_LONGEST = 90  # code points of the article's words


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list: what heads it, what is said of it, what is weak in it, and its claims with their numbers."""

    head: str
    about: str
    weak: str = ""
    places: tuple[tuple[TextPosition, int], ...] = ()
    article_id: str = ""  # where it is a source of another article

    @property
    def spoken(self) -> str:
        """The row for those who hear it."""
        numbers = ", ".join(str(number) for _, number in self.places)
        claims = f"bears on {'claim' if len(self.places) == 1 else 'claims'} {numbers}"
        said = (self.head, self.about, f"weak: {self.weak}" if self.weak else "")
        return "; ".join(part for part in (*said, claims if numbers else "") if part)


def rows_of_article(case: Case, links: Sequence[WeakLink], numbers: Numbers) -> list[Row]:
    """The sources of an article in the order they were added."""
    bearing: dict[str, list[tuple[TextPosition, int]]] = defaultdict(list)
    for claim in case.claims():
        for source_id in dict.fromkeys(one.source_id for one in case.evidence(claim.id)):
            bearing[source_id].append((claim.position, numbers.get(claim.id, 0)))
    weak: dict[str, list[str]] = defaultdict(list)
    for link in links:
        for source_id in _concerned(case, link):
            weak[source_id].append(WEAKNESS_NAMES[link.weakness])
    return [
        Row(
            _title(source),
            about_source(source),
            ", ".join(dict.fromkeys(weak[source.id])),
            tuple(bearing[source.id]),
        )
        for source in case.sources
    ]


def _concerned(case: Case, link: WeakLink) -> Iterator[str]:
    """The sources that a weak link is about: the one it names, or all those that are too few together."""
    if link.source_id:
        yield link.source_id
    elif link.weakness is Weakness.TOO_FEW:
        yield from dict.fromkeys(one.source_id for one in case.evidence(link.claim.id))


def rows_of_links(case: Case, links: Sequence[WeakLink], numbers: Numbers) -> list[Row]:
    """The weak links, the gravest first, each with the claim's words."""
    made = []
    for link in links:
        words = " ".join(link.claim.text.split())
        if len(words) > _LONGEST:
            words = f"{words[:_LONGEST].rpartition(' ')[0]} …"
        there = ((link.claim.position, numbers.get(link.claim.id, 0)),)
        made.append(Row(words, "", link.told(case).rstrip("."), there))
    return made


def rows_of_desk(hits: Sequence[SourceHit]) -> list[Row]:
    """Sources of every article, each with its article and the number of claims it bears on."""
    made = []
    for hit in hits:
        claims = "1 claim" if hit.claims == 1 else f"{hit.claims:,} claims"
        about = f"{claims} in “{hit.article_title}”"
        known = about_source(hit.source)
        said = f"{known}; {about}" if known else about
        made.append(Row(_title(hit.source), said, article_id=hit.source.article_id))
    return made


def about_source(source: Source) -> str:
    """What a source is, in a few words."""
    words = [] if source.kind is SourceKind.OTHER else [SOURCE_KIND_NAMES[source.kind]]
    if source.quality is not SourceQuality.UNRANKED:
        words.append(source.quality.value)
    if source.dated:
        words.append(f"of {day_words(source.dated)}")
    if source.accessed:
        words.append(f"accessed {day_words(source.accessed)}")
    if source.origin:
        words.append(f"repeats {source.origin}")
    if source.is_confidential:
        words.append("confidential")
    return ", ".join(words)


def _title(source: Source) -> str:
    return " ".join((source.title or source.reference or "untitled source").split())


class SourceModel(QAbstractListModel):
    """The rows in their order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show_rows(self, rows: list[Row]) -> None:
        """Show these; nothing is set anew where they are the ones shown."""
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

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
                return row.head
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
        return None
