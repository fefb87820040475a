"""The margin after the text: where the article says something against itself, or agrees with itself."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from factcheck.model.finding import OUTCOME_NAMES, Finding
from factcheck.ui.article.page import Page
from factcheck.ui.article.pane import ArticlePane
from factcheck.ui.lettering import draw_line
from factcheck.ui.marks import MARK, paint_outcome
from factcheck.ui.overriding import override
from factcheck.ui.theme import SMALL, figures, sans

_TALL = 24
_LEFT = 14  # pixels between the words and the marks


@dataclass(frozen=True, slots=True)
class _Marked:
    """The findings with a place that begins on one line, the gravest first. ``middle`` is in the viewport."""

    middle: float
    findings: tuple[Finding, ...]


class FindingsMargin(QWidget):
    """One mark a line, of its gravest finding; a click shows it."""

    chosen = Signal(object)  # a Finding

    def __init__(self, pane: ArticlePane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._places: list[tuple[int, Finding]] = []  # by the code point they begin at
        self.scale = 1.0
        self.setAccessibleName("Margin: findings of the article against itself")
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def show_findings(self, findings: list[Finding]) -> None:
        """Mark these."""
        placed = [(place.start, finding) for finding in findings for place in finding.places]
        self._places = sorted(placed, key=lambda pair: pair[0])
        self.update()

    def update_rows(self, rows: QRectF) -> None:
        """Paint these rows anew."""
        self.update(QRectF(0, rows.top(), self.width(), rows.height()).toAlignedRect())

    def finding_under(self, point: QPointF) -> Finding | None:
        """The finding whose mark is at a point."""
        for marked in self._marked(point.y() - _TALL, point.y() + _TALL):
            if abs(point.y() - marked.middle) <= _TALL / 2:
                return marked.findings[0]
        return None

    def _marked(self, top: float, bottom: float) -> Iterator[_Marked]:
        page = self._pane.page
        if page is None or not self._places:
            return
        for index in self._pane.sight.paragraphs(top - _TALL, bottom + _TALL):
            here = page.positions.paragraphs[index].position
            lines: dict[int, dict[int, Finding]] = {}
            first = bisect_left(self._places, here.start, key=lambda pair: pair[0])
            for start, finding in self._places[first:]:
                if start >= here.end:
                    break
                lines.setdefault(page.line_of(start)[1], {})[id(finding)] = finding
            for line, found in lines.items():
                gravest = sorted(found.values(), key=lambda finding: finding.in_order)
                middle = self._middle(page, index, line)
                if top - _TALL <= middle <= bottom + _TALL:
                    yield _Marked(middle, tuple(gravest))

    def _middle(self, page: Page, index: int, line: int) -> float:
        at = page.laid(index).lines[line]
        return page.top(index) + at.baseline - 0.3 * at.em - self._pane.sight.scrolled

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._pane.look.theme
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.colour("page"))
        size = min((MARK - 1) * self.scale, self.width() - 2.0)
        for marked in self._marked(float(event.rect().top()), float(event.rect().bottom())):
            gap = min(_LEFT, max(1.0, self.width() - size - 1))  # nearer where there is little room
            left = gap if self.isLeftToRight() else self.width() - gap - size
            box = QRectF(left, marked.middle - size / 2, size, size)
            paint_outcome(painter, box, marked.findings[0].outcome, theme)
            if (rest := len(marked.findings) - 1) and self.width() > 2 * size + _LEFT:
                self._paint_rest(painter, rest, box)

    def _paint_rest(self, painter: QPainter, rest: int, box: QRectF) -> None:
        room = QRectF(box.right() + 3, box.top(), 20, box.height())
        if not self.isLeftToRight():
            room = QRectF(box.left() - 23, box.top(), 20, box.height())
        ink = self._pane.look.theme.colour("ink_3")
        draw_line(painter, room, f"+{rest}", figures(sans(SMALL)), ink)

    # Events

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        finding = self.finding_under(event.position())
        if finding is not None and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(finding)
        self._pane.setFocus(Qt.FocusReason.MouseFocusReason)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        there = self.finding_under(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if there else Qt.CursorShape.ArrowCursor)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self._pane.wheelEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            finding = self.finding_under(QPointF(event.pos()))
            if finding is None:
                QToolTip.hideText()
            else:
                words = f"{OUTCOME_NAMES[finding.outcome]}: {finding.message}"
                QToolTip.showText(event.globalPos(), words, self)
            return True
        return bool(super().event(event))
