"""The start page: search over every claim, the articles of the casebook, and ways to bring one in."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from factcheck.errors import FactcheckError
from factcheck.model.overview import ArticleSummary, ClaimHit
from factcheck.ui.actions import Actions
from factcheck.ui.fields import SearchField
from factcheck.ui.overriding import override
from factcheck.ui.session import Session
from factcheck.ui.settings import Settings
from factcheck.ui.start.empty_page import EmptyPage
from factcheck.ui.start.heads import Heads, counted
from factcheck.ui.start.looking_up import Found
from factcheck.ui.start.row_list import RowList
from factcheck.ui.start.rows import ArticlesModel, HitsModel, Row
from factcheck.ui.start.seeking import Seeking
from factcheck.ui.start.side import Side
from factcheck.ui.tasks import Tasks
from factcheck.ui.theme import Theme, palette

_NARROW = 1200


class StartPage(QWidget):
    """What the casebook holds. An empty one shows only how to bring the first article in."""

    article_chosen = Signal(str)  # the article's id
    claim_chosen = Signal(str, str)  # the ids of article and claim
    removal_asked = Signal(str)  # the article's id
    file_chosen = Signal(str)  # the path of a file opened lately

    def __init__(
        self,
        session: Session,
        theme: Theme,
        actions: Actions,
        settings: Settings,
        tasks: Tasks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._actions = actions
        self._chosen_before = ""
        self._article_count = 0
        self.setAccessibleName("All articles")
        self.field = SearchField(theme, self._keys("search-all"), 46, 17)
        self.articles_model = ArticlesModel(session, tasks)
        self.hits_model = HitsModel()
        self.articles = RowList(self.articles_model, theme, "Articles, newest first")
        self.hits = RowList(self.hits_model, theme, "Found articles and claims")
        self.side = Side(theme, actions, settings, tasks)
        self._heads = Heads()
        self._seeking = Seeking(session, tasks, self)
        self._empty = EmptyPage(theme, actions)
        self._build()
        self._connect()
        self.set_theme(theme)

    # What it is made of

    def _build(self) -> None:
        self.field.setAccessibleName("Search all claims and articles")
        self._lists = QStackedLayout()
        self._lists.addWidget(self.articles)
        self._lists.addWidget(self.hits)
        field_row = QHBoxLayout()
        field_row.setContentsMargins(14, 0, 0, 0)
        field_row.addWidget(self.field)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(field_row)
        left.addSpacing(26)
        left.addWidget(self._heads)
        left.addSpacing(8)
        left.addWidget(_Rule())
        left.addLayout(self._lists, 1)
        filled = QWidget()
        self._columns = QHBoxLayout(filled)
        self._columns.addLayout(left, 1)
        self._columns.addWidget(self.side)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(filled)
        self._pages.addWidget(self._empty)

    def _connect(self) -> None:
        self._seeking.found.connect(self._show_found)
        self.field.textChanged.connect(self._on_typed)
        self.field.stepped.connect(self._on_stepped)
        self.field.left.connect(self._focus_list)
        for rows in (self.articles, self.hits):
            rows.opened.connect(self._open)
            rows.removal_asked.connect(self._ask_removal)
            rows.left_upwards.connect(self.focus_search)
        self.side.file_chosen.connect(self.file_chosen)
        self.articles_model.failed.connect(self._session.failed)
        self.articles_model.filled.connect(self._choose_again)
        self._session.opened.connect(self._on_opened)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setPalette(palette(theme))
        for part in (
            self.field,
            self.articles,
            self.hits,
            self.side,
            self._empty,
            self._heads,
        ):
            part.set_theme(theme)
        self.update()

    def read_keys(self) -> None:
        """Show the keys as they are now."""
        self.field.set_keys(self._keys("search-all"))
        self.side.drop_area.read_keys()
        self._empty.drop_area.read_keys()

    def _keys(self, name: str) -> str:
        return next(iter(self._actions.keys_in_force(self._actions.spec(name))), "")

    # What it shows

    def refresh(self, left: str = "") -> None:
        """Show the casebook as it is now, on the row of the article just ``left`` or of the one chosen before."""
        if left:
            self._chosen_before = left
        elif (chosen := self.articles.chosen) is not None:
            self._chosen_before = _article_id(chosen)
        try:
            articles, claims = self._session.casebook.counts()
        except FactcheckError as error:
            self._session.failed.emit(str(error))
            return
        self._article_count = articles
        self._pages.setCurrentIndex(0 if articles else 1)
        self.setFocusProxy(self.articles if articles else self._empty.drop_area.buttons[0])
        self.field.setPlaceholderText(
            f"Search {counted(claims, 'claim')} in {counted(articles, 'article')}"
        )
        self.articles_model.reload()
        self.side.refresh()
        if words := self.field.text().strip():
            self._seeking.begin(words)
        else:
            self._show_articles()

    def focus_search(self) -> None:
        """Put the caret into the search field, what stands there ready to be typed over."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _show_articles(self) -> None:
        self._lists.setCurrentWidget(self.articles)
        self._heads.tell_articles(self._article_count)

    def _on_opened(self) -> None:
        if self.isVisible() and not self._session.has_case:
            self.refresh()

    def _choose_again(self) -> None:
        row = self.articles_model.row_of(self._chosen_before) if self._chosen_before else 0
        self.articles.choose(max(row, 0))

    # Searching

    def _on_typed(self) -> None:
        if words := self.field.text().strip():
            self._seeking.begin_soon(words)
        else:
            self._seeking.stop()
            self._show_articles()

    def _show_found(self, words: str, found: Found) -> None:
        self.hits.delegate.words = words
        self.hits_model.show_found(found)
        self._lists.setCurrentWidget(self.hits)
        self.hits.choose(0)
        self._heads.tell_found(found)

    # Choosing

    @property
    def _shown(self) -> RowList:
        return self.hits if self._lists.currentWidget() is self.hits else self.articles

    def _focus_list(self) -> None:
        self._shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_stepped(self, key: int) -> None:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._shown.open_chosen()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
            self._focus_list()

    def _open(self, row: Row) -> None:
        if isinstance(row, ClaimHit):
            self.claim_chosen.emit(row.article_id, row.claim_id)
        else:
            self.article_chosen.emit(row.article.id)

    def _ask_removal(self, row: Row) -> None:
        if isinstance(row, ArticleSummary):
            self.removal_asked.emit(row.article.id)

    # Qt

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.window().installEventFilter(self)
        self.refresh()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.window().removeEventFilter(self)
        self._seeking.stop()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # the window takes dropped files; the drop area only shows where they would go
        if event.type() is QEvent.Type.DragEnter:
            self._set_hovered(event.isAccepted() or event.mimeData().hasUrls())  # type: ignore[attr-defined]
        elif event.type() in (QEvent.Type.DragLeave, QEvent.Type.Drop):
            self._set_hovered(False)
        return False

    def _set_hovered(self, on: bool) -> None:
        for area in (self.side.drop_area, self._empty.drop_area):
            area.set_hovered(on)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        margin = 24 if narrow else 72
        self._columns.setContentsMargins(max(10, margin - 14), 24 if narrow else 36, margin, 12)
        self._columns.setSpacing(28 if narrow else 56)
        self.side.setFixedWidth(292 if narrow else 348)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("page"))
        painter.end()


class _Rule(QWidget):
    """The rule under the head of a list."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().mid())
        painter.end()


def _article_id(row: Row) -> str:
    return row.article.id if isinstance(row, ArticleSummary) else row.article_id
