"""The text of the article: read only, with a caret, and claims painted under and around its words."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget
from typing_extensions import override

from factcheck.model.text import TextPosition
from factcheck.ui.article.document import fill, recolour, reformat
from factcheck.ui.article.formats import Formats
from factcheck.ui.article.grounds import paint_frames, paint_grounds
from factcheck.ui.article.lines import paint_lines
from factcheck.ui.article.look import Look
from factcheck.ui.article.measures import PAD
from factcheck.ui.article.page import Page
from factcheck.ui.article.wording import claim_words
from factcheck.ui.session import Session
from factcheck.ui.theme import serif

_HOVER = 80  # milliseconds
_TOP = 24  # pixels above the first line


class ArticlePane(QTextEdit):
    """Shows one page. The caret chooses words and selects claims; nothing here changes the text."""

    hover_changed = Signal(
        str, str
    )  # the claim no longer and the claim now under the pointer, or ""
    rows_changed = Signal(
        float, float
    )  # top and bottom, in the viewport, of what must be painted anew
    laid_out = Signal()  # lines may have moved
    caret_moved = Signal()

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.look = look
        self.page: Page | None = None
        self._is_moving = False
        self._is_pressing = False
        self._caret_before = -1
        self._pointer = QPointF(-1, -1)
        self._hover = QTimer(self, interval=_HOVER, singleShot=True)
        self._hover.timeout.connect(self._settle_hover)
        self.setAccessibleName("Article")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setCursorWidth(2)
        self.viewport().setMouseTracking(True)
        self.cursorPositionChanged.connect(self._on_caret)
        self.selectionChanged.connect(self._on_caret)

    # What is shown

    def show_case(self) -> None:
        """Set the session's case into the page, or clear it while there is none."""
        self._is_moving = True
        self.page = None
        self.document().clear()
        if self._session.has_case:
            formats = Formats(self.look.theme, self.look.zoom)
            self.page = Page(self._session.case, self.document(), formats)
            self.document().setDefaultFont(serif(18 * self.look.zoom))
            fill(self.document(), self._session.case, self.page.positions, formats)
            self._set_margins()
            if (
                self.document().textWidth() <= 0
            ):  # never shown yet: Qt has no width to lay it out in
                self.document().setTextWidth(self.viewport().width())
            self._place_caret(0)
        self._is_moving = False
        self._after_layout()

    def set_side_margins(self, left: int, right: int) -> None:
        """Leave room beside the text."""
        self.setViewportMargins(left, 0, right, 0)

    def set_colours(self) -> None:
        """The colours of the look's theme, nothing else."""
        palette = self.palette()
        theme = self.look.theme
        for role, token in (
            (QPalette.ColorRole.Base, "page"),
            (QPalette.ColorRole.Window, "page"),
            (QPalette.ColorRole.Text, "ink"),
            (QPalette.ColorRole.Highlight, "selection"),
            (QPalette.ColorRole.HighlightedText, "ink"),
        ):
            palette.setColor(role, theme.colour(token))
        self.setPalette(palette)
        if self.page is not None:
            self.page.formats = Formats(theme, self.look.zoom)
            recolour(self.document(), self.page.case, self.page.positions, self.page.formats)
        self.viewport().update()

    def set_roles(self, paragraphs: set[int]) -> None:
        """Parts of these paragraphs play other roles now."""
        if self.page is None:
            return
        self.page.forget_roles()
        page = self.page
        reformat(self.document(), page.case, page.positions, page.formats, sorted(paragraphs))
        self._after_layout()

    def _set_margins(self) -> None:
        frame = self.document().rootFrame()
        made = frame.frameFormat()
        made.setLeftMargin(PAD)
        made.setRightMargin(PAD)
        made.setTopMargin(_TOP * self.look.zoom)
        made.setBottomMargin(4 * _TOP * self.look.zoom)
        frame.setFrameFormat(made)

    def _after_layout(self) -> None:
        if self.page is not None:
            self.page.forget_layout()
        self.viewport().update()
        self.laid_out.emit()

    # Between the viewport and the page

    @property
    def scrolled(self) -> int:
        return self.verticalScrollBar().value()

    def visible_paragraphs(self, top: float, bottom: float) -> Iterator[int]:
        """The paragraphs between two heights of the viewport."""
        if self.page is None or not len(self.page):
            return
        first = max(0, self.page.paragraph_at(top + self.scrolled) - 1)
        for index in range(first, len(self.page)):
            if self.page.top(index) - self.look.zoom * 12 > bottom + self.scrolled:
                return
            yield index

    def rect_of(self, position: TextPosition) -> QRectF:
        """The lines of ``position`` in the viewport, over its whole width."""
        if self.page is None:
            return QRectF()
        top, bottom = self.page.extent(position)
        return QRectF(0, top - self.scrolled, self.viewport().width(), bottom - top)

    def update_rows(self, position: TextPosition) -> None:
        """Paint the lines of ``position`` anew where they are in sight."""
        if self.page is None:
            return
        view = self.viewport().height()
        if self.page.y_of(position.start) > self.scrolled + view + 200 * self.look.zoom:
            return  # far below: not worth measuring
        if self.page.y_of(position.end) < self.scrolled - 200 * self.look.zoom:
            return
        rect = self.rect_of(position)
        top, bottom = rect.top() - 16 * self.look.zoom, rect.bottom() + 16 * self.look.zoom
        if bottom < 0 or top > view:
            return
        self.viewport().update(QRect(0, int(top), int(rect.width()) + 1, int(bottom - top) + 2))
        self.rows_changed.emit(top, bottom)

    def top_offset(self) -> int:
        """The code point at which the first line in sight begins."""
        if self.page is None or not len(self.page):
            return 0
        index = self.page.paragraph_at(self.scrolled)
        y = self.scrolled - self.page.top(index)
        lines = self.page.laid(index).lines
        return next(
            (line.place.start for line in lines if line.bottom > y + 4), lines[-1].place.end
        )

    def scroll_to(self, offset: int) -> None:
        """Bring the line of a code point to the top."""
        if self.page is None or not len(self.page):
            return
        top, _bottom = self.page.extent(TextPosition(offset, offset))
        first = self.page.laid(0).lines[0].place
        self._scroll(0 if offset < max(1, first.end) else top)

    def reveal(self, position: TextPosition) -> None:
        """Bring ``position`` into sight, some lines from the edge; nothing moves where it is in sight already."""
        if self.page is None or not len(self.page):
            return
        rect = self.rect_of(position)
        height, room = self.viewport().height(), 30 * self.look.zoom
        if rect.top() >= 0 and rect.bottom() <= height:
            return
        top = rect.top() + self.scrolled
        near = -height < rect.top() < 2 * height
        if rect.height() > height - 4 * room or not near:
            self._scroll(top - height / 3 if rect.height() < height / 2 else top - room)
        elif rect.top() < 0:
            self._scroll(top - 3 * room)
        else:
            self._scroll(rect.bottom() + self.scrolled - height + 3 * room)

    def _scroll(self, y: float) -> None:
        self.document().size()  # lay out to the end, so that the bar's range is true
        self.verticalScrollBar().setValue(round(y))

    # The caret

    def caret(self) -> int:
        """The code point before which the caret stands."""
        return 0 if self.page is None else self.page.positions.to_text(self.textCursor().position())

    def chosen(self) -> TextPosition:
        """The words selected, or the caret's place."""
        if self.page is None:
            return TextPosition(0, 0)
        cursor = self.textCursor()
        return self.page.positions.position_of(cursor.anchor(), cursor.position())

    def place_caret(self, offset: int) -> None:
        """Put the caret before a code point without selecting the claim there."""
        if self.page is None:
            return
        self._is_moving = True
        self._place_caret(self.page.positions.to_qt(offset))
        self._is_moving = False
        self._tell_caret()

    def choose(self, position: TextPosition) -> None:
        """Select words."""
        if self.page is None:
            return
        start, end = self.page.positions.range_of(position)
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        scrolled = self.scrolled
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scrolled)

    def _place_caret(self, qt_position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(qt_position)
        scrolled = self.scrolled
        self.setTextCursor(cursor)  # scrolls to the caret; where to look is decided elsewhere
        self.verticalScrollBar().setValue(scrolled)

    def _on_caret(self) -> None:
        if self._is_moving or self.page is None:
            return
        if not self.textCursor().hasSelection() and not self._is_pressing:
            self._select_claim_at(self.caret())
        self._tell_caret()

    def _tell_caret(self) -> None:
        self._session.choose(self.chosen())
        self.caret_moved.emit()

    def _select_claim_at(self, offset: int, outwards: bool = False) -> None:
        """Select the innermost claim at a code point, or the one around the selected claim."""
        here = [claim.id for claim in self._session.case.claims_at(offset)]
        if not here:
            return
        index = 0
        if outwards and self._session.selected in here:
            index = (here.index(self._session.selected) + 1) % len(here)
        self._is_moving = True  # the caret is where it should be
        self._session.select(here[index])
        self._is_moving = False

    @property
    def is_moving_caret(self) -> bool:
        """Whether a selected claim was just found at the caret, which therefore stays."""
        return self._is_moving

    # Events

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() == event.oldSize().width() or self.page is None:
            super().resizeEvent(event)
            return
        top = self.top_offset()  # while the lines are where they were
        super().resizeEvent(event)
        self._after_layout()
        self.scroll_to(top)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._is_pressing = event.button() is Qt.MouseButton.LeftButton
        self._caret_before = self.textCursor().position()
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        was_pressing, self._is_pressing = self._is_pressing, False
        if not was_pressing or self.page is None or self.textCursor().hasSelection():
            return
        again = self.textCursor().position() == self._caret_before
        self._select_claim_at(self.caret(), outwards=again)
        self._tell_caret()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._pointer = event.position()
        self._hover.start()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._pointer = QPointF(-1, -1)
            self._hover.start()
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        return bool(super().viewportEvent(event))

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        if self.page is not None:
            data.setText(self.chosen().of(self.page.text))  # Qt's own copy has lost no-break spaces
        return data

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        page = self.page
        if page is None:
            super().paintEvent(event)
            return
        area = QRectF(event.rect().translated(0, self.scrolled))
        shown = list(self.visible_paragraphs(event.rect().top(), event.rect().bottom()))
        column = QRectF(PAD, 0, self.viewport().width() - 2 * PAD, 0)
        painter = self._painter()
        for index in shown:
            paint_grounds(painter, page, self.look, index, area, column)
        painter.end()
        super().paintEvent(event)
        painter = self._painter()
        for index in shown:
            paint_lines(painter, page, self.look, index, area)
            paint_frames(painter, page, self.look, index, area)
        painter.end()

    def _painter(self) -> QPainter:
        painter = QPainter(self.viewport())
        painter.translate(0, -self.scrolled)
        return painter

    # The pointer

    def claim_under(self, point: QPointF) -> str:
        """The id of the innermost claim at a point of the viewport, or empty."""
        if self.page is None or not self.viewport().rect().contains(point.toPoint()):
            return ""
        run = self.page.run_at(point + QPointF(0, self.scrolled))
        return "" if run is None else run.placed.claim.id

    def hover(self, claim_id: str) -> None:
        """Thicken the line of a claim, or of none."""
        before = self.look.hovered
        if claim_id == before or self.page is None:
            return
        self.look.hovered = claim_id
        for one in (before, claim_id):
            if one and self.page.case.has_claim(one):
                self.update_rows(self.page.case.claim(one).position)
        self.hover_changed.emit(before, claim_id)

    def _settle_hover(self) -> None:
        self.hover(self.claim_under(self._pointer))

    def _show_tip(self, event: QHelpEvent) -> None:
        claim_id = self.claim_under(QPointF(event.pos()))
        if claim_id and self.page is not None:
            QToolTip.showText(event.globalPos(), claim_words(self.page, claim_id), self.viewport())
        else:
            QToolTip.hideText()
