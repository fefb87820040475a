"""The text of the article: read only, with a caret, and claims painted under and around its words."""

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from factcheck.model.text import TextPosition
from factcheck.ui.article.caret import Caret
from factcheck.ui.article.document import fill, reformat
from factcheck.ui.article.formats import Formats
from factcheck.ui.article.grounds import paint_frames, paint_gone, paint_grounds
from factcheck.ui.article.lines import paint_lines
from factcheck.ui.article.look import Look
from factcheck.ui.article.measures import PAD
from factcheck.ui.article.page import Page
from factcheck.ui.article.sight import Sight
from factcheck.ui.article.wording import claim_words
from factcheck.ui.numbers import numbers_of
from factcheck.ui.overriding import override
from factcheck.ui.session import Session
from factcheck.ui.theme import BODY, Theme, serif

_HOVER = 80  # milliseconds
_TOP = 24  # pixels above the first line


class ArticlePane(QTextEdit):
    """Shows one page. The caret chooses words and selects claims; nothing here changes the text."""

    rows_changed = Signal(QRectF)  # the rows of the viewport that must be painted anew
    laid_out = Signal()  # lines may have moved
    caret_moved = Signal()
    menu_requested = Signal(QPoint)  # on the screen
    zoom_wanted = Signal(bool)  # larger, else smaller

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.look = look
        self.sight = Sight(self, look)
        self.caret = Caret(self, session, self.caret_moved.emit)
        self._pointer = QPointF(-1, -1)
        self._hover = QTimer(self, interval=_HOVER, singleShot=True)
        self._hover.timeout.connect(self._settle_hover)
        self.setAccessibleName("Article")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setCursorWidth(2)
        self.setAcceptDrops(False)  # files dropped here are the window's
        self.viewport().setAcceptDrops(False)
        self.viewport().setMouseTracking(True)
        self.cursorPositionChanged.connect(self.caret.on_moved)
        self.selectionChanged.connect(self.caret.on_moved)

    # What is shown

    @property
    def page(self) -> Page | None:
        """The page shown; None while no article is open."""
        return self.sight.page

    def show_case(self) -> None:
        """Set the session's case into the page, or clear it while there is none."""
        self.clear_page()
        if not self._session.has_case:
            return
        with self.caret.held():
            formats = Formats(self.look.theme, self.look.zoom)
            page = Page(self._session.case, numbers_of(self._session), self.document(), formats)
            self.document().setDefaultFont(serif(BODY * self.look.zoom))
            self._set_margins()  # first: on a document that holds text they lay all of it out again
            fill(self.document(), page.case, page.positions, formats, page.roles)
            if self.document().textWidth() <= 0:
                # never shown yet, so Qt has laid nothing out
                self.document().setTextWidth(self.viewport().width())
            self._set_page(page)
            self.caret.choose(TextPosition(0, 0))
        self._after_layout()

    def clear_page(self) -> None:
        """Show nothing, so that nothing is laid out while sizes change."""
        with self.caret.held():
            self._set_page(None)
            self.document().clear()
        self._after_layout()

    def set_side_margins(self, left: int, right: int) -> None:
        """Leave room on either side of the text."""
        self.setViewportMargins(left, 0, right, 0)

    def set_colours(self) -> None:
        """The colours of the look's theme, nothing else."""
        theme = self.look.theme
        colours = _palette(self.palette(), theme)
        self.setPalette(colours)
        # under a style sheet of the program's, a viewport does not follow its text
        self.viewport().setPalette(colours)
        if (page := self.page) is not None:
            page.formats = Formats(theme, self.look.zoom)
            reformat(self.document(), page.case, page.positions, page.formats, page.roles)
        self.viewport().update()

    def set_roles(self, paragraphs: set[int]) -> None:
        """Parts of these paragraphs play other roles now."""
        if (page := self.page) is None:
            return
        top = self.sight.top_offset()
        page.forget_roles()
        touched = sorted(paragraphs)
        reformat(self.document(), page.case, page.positions, page.formats, page.roles, touched)
        self._after_layout()
        self.sight.scroll_to(top)

    def update_rows(self, position: TextPosition) -> None:
        """Paint the lines of ``position`` anew where they are in sight."""
        rect = self.sight.rows_of(position)
        if not rect.isEmpty():
            self.viewport().update(rect.toAlignedRect())
            self.rows_changed.emit(rect)

    def _set_page(self, page: Page | None) -> None:
        self.sight.page = self.caret.page = page

    def _set_margins(self) -> None:
        frame = self.document().rootFrame()
        made = frame.frameFormat()
        made.setLeftMargin(PAD)
        made.setRightMargin(PAD)
        made.setTopMargin(_TOP * self.look.zoom)
        made.setBottomMargin(2 * _TOP * self.look.zoom)
        frame.setFrameFormat(made)

    def _after_layout(self) -> None:
        if self.page is not None:
            self.page.forget_layout()
        self.viewport().update()
        self.laid_out.emit()

    # Events

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() == event.oldSize().width() or self.page is None:
            super().resizeEvent(event)
            return
        top = self.sight.top_offset()  # while the lines are where they were
        super().resizeEvent(event)
        self._after_layout()
        self.sight.scroll_to(top)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._hover.stop()
        super().hideEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.caret.on_pressed()
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.caret.on_released()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._pointer = event.position()
        self._hover.start()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif event.angleDelta().y():  # Qt would change the widget's font, which is nobody's here
            self.zoom_wanted.emit(event.angleDelta().y() > 0)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            below = self.cursorRect().bottomRight() + QPoint(2, 2)
            self.menu_requested.emit(self.viewport().mapToGlobal(below))
            return
        cursor, under = self.textCursor(), self.cursorForPosition(event.pos())
        if not cursor.selectionStart() <= under.position() < cursor.selectionEnd():
            self.setTextCursor(under)  # the menu is about what is under the pointer
        self.menu_requested.emit(event.globalPos())

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
            data.setText(self.caret.chosen.of(self.page.text))  # Qt's copy has lost no-break spaces
        return data

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        page, look = self.page, self.look
        if page is None:
            super().paintEvent(event)
            return
        area = QRectF(event.rect().translated(0, self.sight.scrolled))
        shown = list(self.sight.paragraphs(event.rect().top(), event.rect().bottom()))
        column = QRectF(PAD, 0, self.viewport().width() - 2 * PAD, 0)
        painter = self._painter()
        for index in shown:
            paint_grounds(painter, page, look, index, area, column)
        painter.end()
        super().paintEvent(event)
        painter = self._painter()
        for index in shown:
            paint_lines(painter, page, look, index, area)
            paint_frames(painter, page, look, index, area)
            paint_gone(painter, page, look, index)
        painter.end()

    def _painter(self) -> QPainter:
        painter = QPainter(self.viewport())
        painter.translate(0, -self.sight.scrolled)
        return painter

    # The pointer

    def claim_under(self, point: QPointF) -> str:
        """The id of the innermost claim at a point of the viewport, or empty."""
        if self.page is None or not self.viewport().rect().contains(point.toPoint()):
            return ""
        run = self.page.run_at(point + QPointF(0, self.sight.scrolled))
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

    def _settle_hover(self) -> None:
        self.hover(self.claim_under(self._pointer))

    def _show_tip(self, event: QHelpEvent) -> None:
        claim_id = self.claim_under(QPointF(event.pos()))
        if claim_id and self.page is not None:
            QToolTip.showText(event.globalPos(), claim_words(self.page, claim_id), self.viewport())
        else:
            QToolTip.hideText()


def _palette(palette: QPalette, theme: Theme) -> QPalette:
    """The palette with the colours of the page."""
    for role, token in (
        (QPalette.ColorRole.Base, "page"),
        (QPalette.ColorRole.Window, "page"),
        (QPalette.ColorRole.Text, "ink"),
        (QPalette.ColorRole.Highlight, "selection"),
        (QPalette.ColorRole.HighlightedText, "ink"),
    ):
        palette.setColor(role, theme.colour(token))
    return palette
