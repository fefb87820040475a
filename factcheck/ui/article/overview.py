"""The strip beside the scroll bar: the whole article at a glance, what is open, settled, wrong and unread."""

from bisect import bisect_left

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from factcheck.model.text import TextPosition
from factcheck.model.verdict import State
from factcheck.ui.article.measures import STRIP
from factcheck.ui.article.page import Page
from factcheck.ui.article.pane import ArticlePane

ARROW = 7  # pixels beside the strip for the current claim's arrow
_ENDS = 4  # pixels above and below what is drawn
_REACH = 6  # pixels a sign reaches up and down

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
    """Kept as a picture; a verdict paints a few rows of it anew, never the whole."""

    def __init__(self, pane: ArticlePane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._picture: QPixmap | None = None
        self._heights: list[float] = []
        self._ids: list[str] = []
        self._height = 1.0
        self.setAccessibleName("Overview of the article")
        self.setFixedWidth(STRIP + ARROW)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def rebuild(self) -> None:
        """Claims came or went, or lines moved: draw everything anew when next seen."""
        self._picture = None
        self.update()

    def refresh(self, position: TextPosition) -> None:
        """States or reading changed at ``position``: draw those rows anew."""
        page = self._pane.page
        if page is None or self._picture is None:
            return
        top, bottom = self._y(page.y_of(position.start)), self._y(page.y_of(position.end))
        self._draw(page, top - _REACH, bottom + _REACH)
        self.update(0, int(top) - _REACH - 1, self.width(), int(bottom - top) + 2 * _REACH + 3)

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
        self._heights = [self._y(page.y_of(claim.position.start)) for claim in claims]
        self._ids = [claim.id for claim in claims]
        ratio = self.devicePixelRatioF()
        size = QSize(round(STRIP * ratio), max(1, round(self.height() * ratio)))
        self._picture = QPixmap(size)
        self._picture.setDevicePixelRatio(ratio)
        self._draw(page, 0, self.height())

    def _draw(self, page: Page, top: float, bottom: float) -> None:
        """Draw the rows from ``top`` to ``bottom`` of the picture."""
        assert self._picture is not None
        look = self._pane.look
        area = QRect(0, int(top), STRIP, int(bottom - top) + 2)
        painter = QPainter(self._picture)
        painter.setClipRect(area)
        painter.fillRect(area, look.theme.colour("page"))
        self._draw_unread(painter, page, top, bottom)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first = bisect_left(self._heights, top - _REACH)
        last = bisect_left(self._heights, bottom + _REACH)
        signs = {
            (_ORDER.index(state), round(self._heights[i]))
            for i in range(first, last)
            if (state := page.case.state(self._ids[i])).counts
        }
        for rank, row in sorted(signs):
            self._draw_sign(painter, _ORDER[rank], row)
        painter.end()

    def _draw_unread(self, painter: QPainter, page: Page, top: float, bottom: float) -> None:
        colour = self._pane.look.theme.colour("strip_unread")
        first = max(0, page.paragraph_at(self._document_y(top)))
        start = 0.0
        end = -1.0
        for index in range(first, len(page)):
            if self._y(page.top(index)) > bottom:
                break
            for stretch in page.unread(index).stretches:
                upper, lower = self._y(page.y_of(stretch.start)), self._y(page.y_of(stretch.end))
                if upper > end + 1:
                    painter.fillRect(QRectF(2, start, STRIP - 4, end - start), colour)
                    start = upper
                end = max(end, lower)
        painter.fillRect(QRectF(2, start, STRIP - 4, end - start), colour)

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
