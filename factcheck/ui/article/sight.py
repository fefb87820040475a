"""Which part of the page is in sight, and how another part is brought there."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QTextEdit

from factcheck.model.text import TextPosition
from factcheck.ui.article.look import Look
from factcheck.ui.article.page import Page

_LINE = 30  # pixels of a body line at 100 %


class Sight:
    """The viewport of a text pane over the page it shows, in code points and pixels."""

    def __init__(self, pane: QTextEdit, look: Look) -> None:
        self._pane = pane
        self._look = look
        self.page: Page | None = None

    @property
    def scrolled(self) -> int:
        """How many pixels of the document lie above the viewport."""
        return self._pane.verticalScrollBar().value()

    def paragraphs(self, top: float, bottom: float) -> Iterator[int]:
        """The paragraphs between two heights of the viewport."""
        if self.page is None or not len(self.page):
            return
        first = max(0, self.page.paragraph_at(top + self.scrolled) - 1)
        for index in range(first, len(self.page)):
            if self.page.top(index) - self._look.zoom * _LINE / 2 > bottom + self.scrolled:
                return
            yield index

    def rect_of(self, position: TextPosition) -> QRectF:
        """The lines of ``position`` in the viewport, over its whole width."""
        if self.page is None:
            return QRectF()
        top, bottom = self.page.extent(position)
        return QRectF(0, top - self.scrolled, self._pane.viewport().width(), bottom - top)

    def rows_of(self, position: TextPosition) -> QRectF:
        """What must be painted when ``position`` changes its looks; empty where nothing of it is in sight."""
        if self.page is None:
            return QRectF()
        view, far = self._pane.viewport().height(), 7 * _LINE * self._look.zoom
        if self.page.y_of(position.start) > self.scrolled + view + far:
            return QRectF()  # far below: not worth measuring
        if self.page.y_of(position.end) < self.scrolled - far:
            return QRectF()
        edge = _LINE / 2 * self._look.zoom
        rect = self.rect_of(position).adjusted(0, -edge, 0, edge)
        return rect if rect.bottom() >= 0 and rect.top() <= view else QRectF()

    def begins_before_end(self, position: TextPosition) -> bool:
        """Whether ``position`` begins above or in the part that is in sight."""
        bottom = self.scrolled + self._pane.viewport().height()
        return self.page is not None and self.page.y_of(position.start) <= bottom

    def top_offset(self) -> int:
        """The code point at which the first line in sight begins."""
        if self.page is None or not len(self.page):
            return 0
        index = self.page.paragraph_at(self.scrolled)
        y = self.scrolled - self.page.top(index)
        lines = self.page.laid(index).lines
        below = (line.place.start for line in lines if line.bottom > y + 4)
        return next(below, lines[-1].place.end)

    def scroll_to(self, offset: int) -> None:
        """Bring the line of a code point to the top."""
        if self.page is None or not len(self.page):
            return
        top, _bottom = self.page.extent(TextPosition(offset, offset))
        first = self.page.laid(0).lines[0].place
        self._scroll(0 if offset < max(1, first.end) else top)

    def reveal(self, position: TextPosition) -> None:
        """Bring ``position`` into sight, some lines from the edge; nothing moves where it is there already."""
        if self.page is None or not len(self.page):
            return
        rect = self.rect_of(position)
        height, room = self._pane.viewport().height(), _LINE * self._look.zoom
        if rect.top() >= 0 and rect.bottom() <= height:
            return
        top = rect.top() + self.scrolled
        is_near = -height < rect.top() < 2 * height
        if rect.height() > height - 4 * room:
            self._scroll(top - room)
        elif not is_near:
            self._scroll(top - height / 3)
        elif rect.top() < 0:
            self._scroll(top - 3 * room)
        else:
            self._scroll(rect.bottom() + self.scrolled - height + 3 * room)

    def _scroll(self, y: float) -> None:
        self._pane.document().size()  # lays out to the end, so that the bar's range is true
        self._pane.verticalScrollBar().setValue(round(y))
