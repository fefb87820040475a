"""The panel of sources: of the article or of the whole desk, searched, with the weakest links of the verdicts."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from factcheck.errors import FactcheckError
from factcheck.model.quality import WeakLink, weakest_links
from factcheck.model.standard import Standard
from factcheck.model.text import TextPosition
from factcheck.storage import file_states_at_sight
from factcheck.ui.detail.words import Words
from factcheck.ui.fields import SearchField
from factcheck.ui.findings.chips import ToggleChip
from factcheck.ui.numbers import numbers_of
from factcheck.ui.overriding import override
from factcheck.ui.session import Session
from factcheck.ui.sheets.pieces import SheetRole
from factcheck.ui.sheets.view import SheetView
from factcheck.ui.sources_sheet.layout import set_source
from factcheck.ui.sources_sheet.rows import (
    Row,
    SourceModel,
    rows_of_article,
    rows_of_desk,
    rows_of_links,
)
from factcheck.ui.theme import INTERFACE, LABEL, Theme, palette, sans

SHOWN = 300  # sources of the desk at once; a search finds the rest
_SOON = 250  # milliseconds between a change and another look
_NOTHING = (
    "This article has no sources yet. Choose a claim and add one, or drop a file or link on it."
)
_STRONG = "No verdict of this article is weak by what the desk asks of sources."
_NOT_FOUND = "No source has these words in its title, link, contact or origin."


class SourcesPanel(QWidget):
    """Enter goes to the next claim that a source bears on, or to the article it is a source of."""

    counted = Signal(int)  # sources of the article

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_stale = True
        self._at = -1  # which claim of the source was shown last
        self._model = SourceModel(self)
        self._summary = Words(theme, sans(LABEL), "ink_2", self)
        self.weak = ToggleChip(theme, None, self)
        self.weak.say("Weakest links")
        self.whole_desk = ToggleChip(theme, None, self)
        self.whole_desk.say("Whole desk")
        self.search = SearchField(theme, "", 30, INTERFACE, self)
        self.search.setAccessibleName("Search sources")
        self.search.setPlaceholderText("title, link, contact")
        self._list = SheetView(theme, set_source, "Sources", self)
        self._list.setModel(self._model)
        self._later = QTimer(self, interval=_SOON, singleShot=True)
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    # What others ask of it

    def reading_widgets(self) -> list[QWidget]:
        """Where letters alone act."""
        return [self._list]

    def focus_list(self) -> None:
        """Put the keyboard in the list, on the first source where none is chosen."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self._list.currentIndex().isValid() and self._model.rowCount():
            self._list.setCurrentIndex(self._model.index(0))

    def set_theme(self, theme: Theme) -> None:
        self.setPalette(palette(theme))
        for part in (self._list, self._summary, self.weak, self.whole_desk, self.search):
            part.set_theme(theme)

    def refresh(self) -> None:
        """Show the sources as they are now."""
        self._later.stop()
        self._is_stale = False
        rows, empty = self._rows() if self._session.has_case else ([], "")
        self._model.show_rows(rows)
        self._list.set_empty_words(empty)
        if not self._session.has_case:
            self._summary.say("")

    # Keeping in step

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._summary, 1)
        line.addWidget(self.weak)
        line.addWidget(self.whole_desk)
        head = QVBoxLayout()
        head.setContentsMargins(14, 6, 12, 7)
        head.setSpacing(6)
        head.addLayout(line)
        head.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._list, 1)
        self.setFocusProxy(self._list)

    def _connect(self) -> None:
        self._session.opened.connect(self._look_soon)
        self._session.changed.connect(self._look_soon)
        numbers_of(self._session).changed.connect(self._look_soon)
        self._later.timeout.connect(self.refresh)
        self.weak.toggled.connect(lambda on: self._switched(self.whole_desk, on))
        self.whole_desk.toggled.connect(lambda on: self._switched(self.weak, on))
        self.search.textChanged.connect(lambda _: self.refresh())
        self.search.left.connect(self.focus_list)
        self.search.stepped.connect(self._step)
        self._list.selectionModel().currentChanged.connect(self._on_current)
        self._list.place_wanted.connect(self._show_place)
        self._list.next_place_wanted.connect(self._next_place)
        self._list.doubleClicked.connect(self._open_article)

    def _switched(self, other: ToggleChip, on: bool) -> None:
        """The desk and the weak links take turns; which of them is on is told by the list."""
        if on and other.isChecked():
            other.setChecked(False)  # which looks again by itself
        else:
            self.refresh()

    def _look_soon(self) -> None:
        self._is_stale = True
        count = len(self._session.case.sources) if self._session.has_case else 0
        self.counted.emit(count)
        if self.isVisible() and not self._later.isActive():
            self._later.start()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def _rows(self) -> tuple[list[Row], str]:
        """What the list shows, and what it says where that is nothing."""
        session, words = self._session, self.search.text()
        try:
            if self.whole_desk.isChecked():
                hits = session.casebook.sources(words, SHOWN)
                self._summary.say(_counted(len(hits), "newest first", at_most=SHOWN))
                return rows_of_desk(hits), _NOT_FOUND if words.strip() else _NOTHING
            links = self._links()
        except FactcheckError as error:
            session.failed.emit(str(error))
            return [], ""
        case = session.case
        numbers = {claim.id: number for number, claim in enumerate(case.claims(), 1)}
        weak = "1 weak link" if len(links) == 1 else f"{len(links):,} weak links"
        self._summary.say(_counted(len(case.sources), weak if links else "no weak link"))
        if self.weak.isChecked():
            return _holding(rows_of_links(case, links, numbers), words), _STRONG
        rows = _holding(rows_of_article(case, links, numbers), words)
        return rows, _NOT_FOUND if words.strip() and case.sources else _NOTHING

    def _links(self) -> list[WeakLink]:
        case, casebook = self._session.case, self._session.casebook
        standard = casebook.standard() or Standard()
        return weakest_links(case, standard, file_states_at_sight(case, casebook.vault))

    # From a source to its claims

    @property
    def _chosen(self) -> Row | None:
        index = self._list.currentIndex()
        row = index.data(SheetRole.ROW) if index.isValid() else None
        return row if isinstance(row, Row) else None

    def _on_current(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self._at = -1

    def _next_place(self) -> None:
        row = self._chosen
        if row is None:
            return
        if row.article_id:
            self._open_article(self._list.currentIndex())
        elif row.places:
            self._at = (self._at + 1) % len(row.places)
            self._show_place(row.places[self._at][0])

    def _show_place(self, place: TextPosition) -> None:
        """The claim that stands exactly there, selected and in sight."""
        claims = self._session.case.claims_over(place)
        there = next((claim for claim in claims if claim.position == place), None)
        if there is not None:
            self._session.select(there.id)
        self._session.show_place(place)

    def _open_article(self, index: QModelIndex) -> None:
        """The article that a source of the desk belongs to, with its own sources listed."""
        row = index.data(SheetRole.ROW)
        if not isinstance(row, Row) or not row.article_id:
            return
        title = row.head
        try:
            if row.article_id != self._session.case.article.id:
                self._session.open(row.article_id)
        except FactcheckError as error:
            self._session.failed.emit(str(error))
            return
        self.search.clear()
        self.whole_desk.setChecked(False)
        self.refresh()
        self._choose(title)

    def _choose(self, title: str) -> None:
        for number in range(self._model.rowCount()):
            index = self._model.index(number)
            if index.data(Qt.ItemDataRole.DisplayRole) == title:
                self._list.setCurrentIndex(index)
                return

    def _step(self, key: int) -> None:
        """Arrows and Enter pressed in the search act on the list."""
        press = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self._list, press)


def _holding(rows: list[Row], words: str) -> list[Row]:
    """The rows in which every one of these words stands somewhere."""
    asked = words.casefold().split()
    return [
        row
        for row in rows
        if all(word in f"{row.head} {row.about} {row.weak}".casefold() for word in asked)
    ]


def _counted(count: int, more: str, at_most: int = 0) -> str:
    sources = "1 source" if count == 1 else f"{count:,} sources"
    if at_most and count >= at_most:
        sources = f"The {at_most:,} newest sources"
        return f"{sources}; search to find others"
    return f"{sources}, {more}" if count else "No sources"
