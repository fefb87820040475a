"""Scrolls the claim, or says how to come to one where none is selected."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from factcheck.ui.detail.words import Words
from factcheck.ui.overriding import override
from factcheck.ui.theme import INTERFACE, Theme, palette, sans

_NONE_SELECTED = (
    "No claim is selected. J and K go from claim to claim, Space to the next open one."
    " Words chosen in the article become a claim with C."
)
_NO_ARTICLE = "No article is open."


class ClaimScroll(QScrollArea):
    """Takes the keyboard for the panel: arrows scroll, letters decide; a ring shows that it is here."""

    def __init__(self, body: QWidget, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("claim")
        self._body = body
        self.setWidget(body)
        body.installEventFilter(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Claim in full")
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self.setPalette(palette(theme))
        accent, ground = theme.tokens["accent"], theme.tokens["raised"]
        self.setStyleSheet(
            f"QScrollArea#claim {{ border: 2px solid {ground}; background: {ground} }}"
            f"QScrollArea#claim:focus {{ border: 2px solid {accent} }}"
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._body and event.type() is QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """As wide as can be seen, and as high as its words then take: Qt's own guess is of narrower lines."""
        width, layout = self.viewport().width(), self._body.layout()
        if layout is not None:
            for part in reversed(self._body.findChildren(QWidget)):
                if inner := part.layout():
                    inner.activate()  # else what lies deep is still counted with its former height
            height = max(layout.totalHeightForWidth(width), self.viewport().height())
            self._body.resize(width, height)


class Pages(QStackedWidget):
    """The claim, and the page for none."""

    def __init__(self, body: QWidget, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scroller = ClaimScroll(body, theme, self)
        self._empty = QWidget(self)
        self._sentence = Words(theme, sans(INTERFACE), "ink_2", self._empty)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self._empty)
        column.setContentsMargins(48, 24, 48, 24)
        column.addWidget(self._sentence)
        self.addWidget(self._empty)
        self.addWidget(self.scroller)
        self._theme = theme

    def show_claim(self, there: bool, has_case: bool) -> None:
        """Show the claim where there is one, else what to do."""
        self._sentence.setText(_NONE_SELECTED if has_case else _NO_ARTICLE)
        self.setCurrentWidget(self.scroller if there else self._empty)

    def to_top(self) -> None:
        self.scroller.verticalScrollBar().setValue(0)

    def fit(self) -> None:
        """Make room for what the claim shows now, before it is painted."""
        self.scroller.fit()

    def show_part(self, part: QWidget) -> None:
        """Scroll until a part can be seen."""
        self.scroller.ensureWidgetVisible(part, 0, 12)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.scroller.set_theme(theme)
        self._sentence.set_theme(theme)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("raised"))
        painter.end()
