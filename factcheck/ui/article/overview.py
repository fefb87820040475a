"""The strip beside the scroll bar: the whole article at a glance, what is open, settled, wrong and unread."""

from bisect import bisect_left, bisect_right
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from factcheck.model.text import TextPosition
from factcheck.model.verdict import State
from factcheck.ui.article.document import blocks_over
from factcheck.ui.article.measures import STRIP
from factcheck.ui.article.page import Page
from factcheck.ui.article.pane import ArticlePane
from factcheck.ui.article.unread import unread_bands
from factcheck.ui.overriding import override

ARROW = 7  # pixels beside the strip for the current claim's arrow
_ENDS = 4  # pixels above and below what is drawn
# Milliseconds between two drawings while claims come in: each costs as much as twenty claims, so they become rarer
# while a book is read.
_SOON, _LATEST = 250, 2000
_REACH = 4  # pixels a sign reaches up and down

# signs drawn later lie on top: trouble over settled over open
_ORDER = (
    State.OPEN,
    State.VERIFIED,
    State.AUTHORS_WORD,
    State.WAITING,
    State.UNVERIFIABLE,
    State.CONTRADICTED,
)


class Overview(QWidget):
    """Kept as a picture; a verdict works out and paints a few rows of it anew, never the whole."""

    def __init__(self, pane: ArticlePane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._picture: QPixmap | None = None
        self._heights: list[float] = []  # of the claims, in rows of the strip
        self._ids: list[str] = []
        self._signs: dict[int, list[State]] = {}  # by row, what lies on top last
        self._unread = bytearray()  # one for each row
        self._height = 1.0
        self._later = QTimer(self, interval=_SOON, singleShot=True)
        self._later.timeout.connect(self._rebuild_in_time)
        self.setAccessibleName("Overview of the article")
        self.setFixedWidth(STRIP + ARROW)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def rebuild(self) -> None:
        """Claims came or went, or lines moved: draw everything anew when next seen."""
        self._later.setInterval(_SOON)
        self._later.stop()
        self._picture = None
        self.update()

    def rebuild_later(self) -> None:
        """The same within a moment: while a book is analysed claims come in every few milliseconds."""
        if self._picture is not None and not self._later.isActive():
            self._later.start()

    def _rebuild_in_time(self) -> None:
        pause = min(_LATEST, 2 * self._later.interval())
        self.rebuild()
        self._later.setInterval(pause)

    def refresh(self, position: TextPosition) -> None:
        """States or reading changed at ``position``: draw those rows anew."""
        page = self._pane.page
        if page is None or self._picture is None:
            return
        top = max(0, int(self._y(page.y_of(position.start))) - 1)
        bottom = min(self.height() - 1, ceil(self._y(page.y_of(position.end))) + 1)
        self._read_signs(page, top, bottom)
        self._read_unread(page, top, bottom)
        self._draw(top - _REACH, bottom + _REACH)
        self.update(0, top - _REACH - 1, self.width(), bottom - top + 2 * _REACH + 3)

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, page = self._pane.look, self._pane.page
        painter = QPainter(self)
        painter.fillRect(event.rect(), look.theme.colour("page"))
        if page is None or not len(page):
            return
        if self._picture is None:
            self._build(page)
        if self._picture is not None:
            painter.drawPixmap(self._left(), 0, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = self._pane.verticalScrollBar()
        top, bottom = self._y(bar.value()), self._y(bar.value() + bar.pageStep())
        painter.setPen(QPen(look.theme.colour("edge"), 1))
        view = QRectF(
            self._left() + 0.5, top + 0.5, STRIP - 1, min(bottom, self.height() - 2.0) - top
        )
        painter.drawRoundedRect(view, 2, 2)
        if look.current and page.case.has_claim(look.current):
            self._paint_arrow(painter, page.y_of(page.case.claim(look.current).position.start))

    def _paint_arrow(self, painter: QPainter, y: float) -> None:
        middle = self._y(y)
        tip, back = (
            (ARROW - 1.0, 1.0) if self.isLeftToRight() else (STRIP + 1.0, STRIP + ARROW - 1.0)
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._pane.look.theme.colour("ink"))
        corners = [QPointF(back, middle - 4), QPointF(tip, middle), QPointF(back, middle + 4)]
        painter.drawPolygon(QPolygonF(corners))

    def _build(self, page: Page) -> None:
        self._height = max(1.0, page.document.size().height(), self._pane.viewport().height())
        claims = page.case.claims()
        starts = (claim.position.start for claim in claims)
        self._heights = [self._y(height) for height in page.heights(starts)]
        self._ids = [claim.id for claim in claims]
        self._signs = {}
        self._read_signs(page, 0, self.height() - 1)
        bands = unread_bands(page.case.blocks, page.case.sentences)
        self._unread = bytearray(self.height())
        self._mark_unread(page.heights(edge for band in bands for edge in band), 0, self.height())
        ratio = self.devicePixelRatioF()
        size = QSize(round(STRIP * ratio), max(1, round(self.height() * ratio)))
        self._picture = QPixmap(size)
        self._picture.setDevicePixelRatio(ratio)
        self._draw(0, self.height())

    def _read_signs(self, page: Page, top: int, bottom: int) -> None:
        """Work out what stands on the rows from ``top`` to ``bottom``, both included."""
        for row in range(top, bottom + 1):
            self._signs.pop(row, None)
        first = bisect_left(self._heights, top - 0.5)
        last = bisect_right(self._heights, bottom + 0.5)
        found: dict[int, set[State]] = {}
        for height, claim_id in zip(self._heights[first:last], self._ids[first:last], strict=True):
            row = int(height + 0.5)
            if top <= row <= bottom and (state := page.case.state(claim_id)).counts:
                found.setdefault(row, set()).add(state)
        for row, states in found.items():
            self._signs[row] = sorted(states, key=_ORDER.index)

    def _read_unread(self, page: Page, top: int, bottom: int) -> None:
        first = page.paragraph_at(self._document_y(top))
        last = page.paragraph_at(self._document_y(bottom + 1))
        places = page.positions.paragraphs
        here = TextPosition(places[first].position.start, places[last].position.end)
        bands = unread_bands(blocks_over(page.case, here), page.case.sentences_over(here))
        self._unread[top : bottom + 1] = bytes(bottom + 1 - top)
        edges = [page.y_of(edge) for band in bands for edge in band]
        self._mark_unread(edges, top, bottom + 1)

    def _mark_unread(self, edges: list[float], top: int, bottom: int) -> None:
        """Mark the rows between ``top`` and ``bottom`` that hold anything unread; edges are upper, lower by turns."""
        for upper, lower in zip(edges[::2], edges[1::2], strict=True):
            start, end = max(top, int(self._y(upper))), min(bottom, ceil(self._y(lower)))
            if start < end:
                self._unread[start:end] = b"\1" * (end - start)

    def _draw(self, top: int, bottom: int) -> None:
        """Draw the rows from ``top`` to ``bottom`` as they were worked out."""
        assert self._picture is not None
        theme = self._pane.look.theme
        area = QRect(0, top, STRIP, bottom - top + 1)
        painter = QPainter(self._picture)
        painter.setClipRect(area)
        painter.fillRect(area, theme.colour("page"))
        ground = theme.colour("strip_unread")
        for row in range(max(0, top), min(bottom + 1, len(self._unread))):
            if self._unread[row]:
                painter.fillRect(QRect(2, row, STRIP - 4, 1), ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rows = [row for row in range(top - _REACH, bottom + _REACH + 1) if row in self._signs]
        signs = [(_ORDER.index(state), row) for row in rows for state in self._signs[row]]
        for rank, row in sorted(signs):
            self._draw_sign(painter, _ORDER[rank], row)
        painter.end()

    def _draw_sign(self, painter: QPainter, state: State, row: float) -> None:
        colour = self._pane.look.theme.of_state(state)
        y = row + 0.5
        match state:
            case State.OPEN:
                painter.fillRect(QRectF(3, row - 0.5, 5, 2), self._pane.look.theme.colour("ink_2"))
            case State.VERIFIED:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                painter.drawEllipse(QPointF(5.5, y), 2, 2)
            case State.AUTHORS_WORD | State.WAITING:
                painter.setPen(QPen(colour, 1.4))
                painter.setBrush(self._pane.look.theme.colour("page"))
                painter.drawEllipse(QPointF(12, y), 2.2, 2.2)
            case State.UNVERIFIABLE:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                corners = [(12, y - 3), (15, y), (12, y + 3), (9, y)]
                painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
            case _:
                painter.fillRect(QRectF(2, row - 1, STRIP - 4, 4), colour)

    def _left(self) -> int:
        return ARROW if self.isLeftToRight() else 0

    def _y(self, document_y: float) -> float:
        room = self.height() - 2 * _ENDS
        return _ENDS + room * document_y / self._height

    def _document_y(self, y: float) -> float:
        room = max(1, self.height() - 2 * _ENDS)
        return (y - _ENDS) * self._height / room

    # Events

    @override
    def resizeEvent(self, event: QEvent) -> None:
        self.rebuild()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        if self._later.isActive():
            self.rebuild()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._scroll_to(event.position().y())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._scroll_to(event.position().y())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self._pane.wheelEvent(event)

    def _scroll_to(self, y: float) -> None:
        bar = self._pane.verticalScrollBar()
        bar.setValue(round(self._document_y(y) - bar.pageStep() / 2))
