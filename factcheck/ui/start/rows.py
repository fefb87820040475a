"""The rows of the start page as Qt models: articles page by page, and what a search found."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from factcheck.errors import FactcheckError
from factcheck.model.claim import KIND_NAMES
from factcheck.model.days import day_words
from factcheck.model.overview import ArticleSummary, ClaimHit
from factcheck.model.verdict import STATE_NAMES
from factcheck.ui.overriding import override
from factcheck.ui.progress import counts_in_words
from factcheck.ui.session import Session
from factcheck.ui.start.looking_up import Found, look_up_page
from factcheck.ui.tasks import Task, Tasks
from factcheck.ui.tool_tips import literal
from factcheck.ui.when import since_words

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
PAGE = 40

Index = QModelIndex | QPersistentModelIndex
Row = ArticleSummary | ClaimHit


class RowModel(QAbstractListModel):
    """Articles and claims in a list, each with a sentence for those who hear it."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def row_of(self, article_id: str) -> int:
        """The row of an article; -1 where it is not among those read so far."""
        for number, row in enumerate(self.rows):
            if isinstance(row, ArticleSummary) and row.article.id == article_id:
                return number
        return -1

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _words(row)
            case Qt.ItemDataRole.ToolTipRole:
                return literal(_words(row))
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(row)
            case _ if role == ROW_ROLE:
                return row
        return None


class ArticlesModel(RowModel):
    """Every article of the casebook, read as far as somebody scrolls."""

    failed = Signal(str)
    filled = Signal()  # the first page is there

    def __init__(self, session: Session, tasks: Tasks) -> None:
        super().__init__()
        self._session = session
        self._tasks = tasks
        self._task: Task | None = None
        self._at_end = True

    def reload(self) -> None:
        """Read again as many rows as are shown; they stay until the new ones are there."""
        if self._task is not None:
            self._task.cancel()
        self._task = self._tasks.start(
            look_up_page(self._session.casebook.path, max(PAGE, len(self.rows)), 0),
            on_progress=self._replace,
            on_failed=self._fail,
        )

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._at_end and self._task is None

    @override
    def fetchMore(self, parent: Index) -> None:
        if not self.canFetchMore(parent):
            return
        self._task = self._tasks.start(
            look_up_page(self._session.casebook.path, PAGE, len(self.rows)),
            on_progress=self._append,
            on_failed=self._fail,
        )

    def _replace(self, page: Sequence[ArticleSummary]) -> None:
        self._task = None
        self._at_end = len(page) < max(PAGE, len(self.rows))
        before = [row.article.id for row in self.rows if isinstance(row, ArticleSummary)]
        if before == [summary.article.id for summary in page]:
            self.rows = list(page)
            self.dataChanged.emit(self.index(0), self.index(len(page) - 1))
        else:
            # another order is another list: nothing here was left half done
            self.beginResetModel()
            self.rows = list(page)
            self.endResetModel()
        self.filled.emit()

    def _append(self, page: Sequence[ArticleSummary]) -> None:
        self._task = None
        self._at_end = len(page) < PAGE
        if page:
            first = len(self.rows)
            self.beginInsertRows(QModelIndex(), first, first + len(page) - 1)
            self.rows += page
            self.endInsertRows()

    def _fail(self, error: Exception) -> None:
        self._task = None
        self._at_end = True
        tell_or_raise(error, self.failed)


class HitsModel(RowModel):
    """What a search found: articles by their titles, then claims by their words."""

    def show_found(self, found: Found) -> None:
        self.beginResetModel()
        self.rows = [*found.articles, *found.claims]
        self.endResetModel()


def tell_or_raise(error: Exception, failed: Any) -> None:
    """Tell what the person can help; anything else is our bug and goes on to the hook that shows it."""
    if not isinstance(error, FactcheckError):
        raise error
    failed.emit(str(error))


def details_of(summary: ArticleSummary) -> list[str]:
    """The small facts under an article's title."""
    facts = [f"Draft {summary.draft_number}", summary.file_name]
    if summary.article.published is not None:
        facts.append(day_words(summary.article.published))
    if not summary.tally.settled and not summary.tally.waiting and not summary.coverage.read:
        facts.append("not started")
    else:
        facts.append(summary.touched_by)
    return [fact for fact in facts if fact]


def _words(row: Row) -> str:
    return row.article.title if isinstance(row, ArticleSummary) else row.text


def spoken(row: Row) -> str:
    """A row in words."""
    if isinstance(row, ClaimHit):
        state, kind = STATE_NAMES[row.state], KIND_NAMES[row.kind]
        return f"Claim, {state}, {kind}: {row.text}. In {row.article_title}"
    facts = ", ".join(details_of(row))
    counts = counts_in_words(row.tally, row.coverage)
    return f"{row.article.title}. {facts}. {counts}. {since_words(row.touched, datetime.now(UTC))}"
