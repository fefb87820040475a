"""Places the panels and shows the menus; nothing else."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QMargins, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from factcheck.ui.overriding import override
from factcheck.ui.settings import Settings
from factcheck.ui.top_bar import TopBar

FIRST_SIZE = (1440, 900)
SMALLEST = (760, 480)
TITLE_BAR = 32  # pixels that the desktop's frame may take of the screen's height
ARTICLE_SHARE = (822, 567)  # of the window's width, as the design has it
LIST_SHARE = (320, 420)


class MainWindow(QMainWindow):
    """A start page and a page for the open article; the second has the text left, claims and detail right."""

    closed = Signal()
    files_dropped = Signal(list)  # of Path

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.may_close: Callable[[], bool] = lambda: True  # asked before the window goes
        self.setWindowTitle("Factcheck")
        self.setMinimumSize(*SMALLEST)
        screen = self.screen().availableSize().shrunkBy(QMargins(0, 0, 0, TITLE_BAR))
        self.resize(screen.boundedTo(QSize(*FIRST_SIZE)))
        self.setAcceptDrops(True)
        self.pages = QStackedWidget()
        self.body = QWidget()
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(self.body)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName("What was found in the article")
        self._side = QSplitter(Qt.Orientation.Vertical)
        self._across = QSplitter(Qt.Orientation.Horizontal)
        for splitter, name in ((self._side, "List and detail"), (self._across, "Article and list")):
            splitter.setAccessibleName(name)
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)

    def place(self, top: TopBar, start: QWidget, status: QWidget) -> None:
        """Put what is seen first where it belongs, in the size the window was left in."""
        self._top = top
        self.setMenuWidget(top)
        self.pages.addWidget(start)
        layout = self.body.layout()
        assert layout is not None
        layout.addWidget(status)
        self.restoreGeometry(self._settings.layout("window"))

    def place_article(
        self, article: QWidget, lists: Mapping[str, QWidget], detail: QWidget
    ) -> None:
        """Put the panels of the open article where they belong, in the sizes they were left in."""
        for name, panel in lists.items():
            self.tabs.addTab(panel, name)
        self._side.addWidget(self.tabs)
        self._side.addWidget(detail)
        self._across.addWidget(article)
        self._across.addWidget(self._side)
        self._across.setSizes(list(ARTICLE_SHARE))
        self._across.setStretchFactor(0, 3)
        self._across.setStretchFactor(1, 2)
        self._side.setSizes(list(LIST_SHARE))
        self._side.setStretchFactor(0, 1)
        self._side.setStretchFactor(1, 1)
        self.pages.addWidget(self._across)
        self._across.restoreState(self._settings.layout("across"))
        self._side.restoreState(self._settings.layout("side"))

    def show_start(self) -> None:
        self.pages.setCurrentIndex(0)
        self._top.show_focus_button(False)

    def show_article(self) -> None:
        self.pages.setCurrentIndex(1)
        self._top.show_focus_button(True)

    @property
    def is_focused(self) -> bool:
        """Whether the article has the window to itself."""
        return self._side.isHidden()

    def toggle_focus(self) -> None:
        """The article alone, or with its claims again."""
        self._side.setVisible(self.is_focused)
        self._top.set_focused(self.is_focused)

    def show_side(self, panel: QWidget) -> None:
        """Bring a list to the front, beside the article if that had the window to itself."""
        if self.is_focused:
            self.toggle_focus()
        self.tabs.setCurrentWidget(panel)

    def set_shown(self, panel: QWidget, shown: bool) -> None:
        """Whether a list has a tab at all."""
        self.tabs.setTabVisible(self.tabs.indexOf(panel), shown)

    def set_count(self, panel: QWidget, name: str, count: int) -> None:
        """The name of a list with how many there are in it, on its tab."""
        self.tabs.setTabText(self.tabs.indexOf(panel), f"{name}  {count:,}" if count else name)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if files := files_in(event.mimeData()):
            event.acceptProposedAction()
            self.files_dropped.emit(files)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self._settings.set_layout("window", self.saveGeometry())
        if self.pages.count() > 1:
            self._settings.set_layout("across", self._across.saveState())
            self._settings.set_layout("side", self._side.saveState())
        self.closed.emit()
        super().closeEvent(event)


def files_in(data: QMimeData) -> list[Path]:
    """The local files that are dragged or pasted."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
