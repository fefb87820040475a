"""The margin beside the text: part names, claim numbers, marks of state, stripes."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from factcheck.model.article import Role
from factcheck.model.claim import Claim
from factcheck.model.verdict import State
from factcheck.ui.article.formats import PART_NAMES
from factcheck.ui.article.measures import PAD
from factcheck.ui.article.page import Page
from factcheck.ui.article.pane import ArticlePane
from factcheck.ui.article.runs import Placed
from factcheck.ui.article.wording import claim_words
from factcheck.ui.marks import MARK, paint_state
from factcheck.ui.overriding import override
from factcheck.ui.session import Session
from factcheck.ui.theme import LABEL, SMALL, figures, sans

_MARKS_END = 31  # pixels between the last mark and the words, at 100 %
_STEP = 18  # from mark to mark: the width of what can be clicked
_TALL = 24
_LANE = 5
_FIRST_LANE = 14
_LANES = 4
_MOST = 3
_NAME_AT = 166  # pixels before the words
_BAR = 3.0  # of the current claim's stripe


@dataclass(frozen=True, slots=True)
class Group:
    """The marks of the claims that begin on one line. ``middle`` is in the viewport."""

    middle: float
    claims: tuple[Claim, ...]
    shown: int


class Margin(QWidget):
    """Stands left of the text (right of it in a window that runs right to left) and scrolls with it."""

    def __init__(self, session: Session, pane: ArticlePane) -> None:
        super().__init__(pane)
        self._session = session
        self._pane = pane
        self.scale = 1.0
        self.part_names = True
        self.setAccessibleName("Margin: claim numbers and states")
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def update_rows(self, rows: QRectF) -> None:
        """Paint these rows anew."""
        self.update(QRectF(0, rows.top(), self.width(), rows.height()).toAlignedRect())

    def claim_under(self, point: QPointF) -> str:
        """The id of the claim whose mark is at a point, or empty."""
        for group in self._groups(point.y() - _TALL, point.y() + _TALL):
            for index, claim in enumerate(group.claims[: group.shown]):
                if self._click_area(group, index).contains(point):
                    return claim.id
        return ""

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        page = self._pane.page
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._pane.look.theme.colour("page"))
        if page is None:
            return
        top, bottom = float(event.rect().top()), float(event.rect().bottom())
        for index in self._pane.sight.paragraphs(top - _TALL, bottom + _TALL):
            if self.part_names:
                self._paint_name(painter, page, index)
            for placed in page.laid(index).placed:
                if placed.has_stripe:
                    self._paint_stripe(painter, page, index, placed, top, bottom)
        for group in self._groups(top, bottom):
            self._paint_group(painter, page, group)

    def _paint_name(self, painter: QPainter, page: Page, index: int) -> None:
        role = page.roles[index]
        repeats = role is Role.BOILERPLATE and index > 0 and page.roles[index - 1] is role
        if role is Role.BODY or repeats:
            return
        painter.setFont(sans(LABEL * self.scale))
        painter.setPen(self._pane.look.theme.colour("ink_3"))
        middle = self._middle(page, index, 0)
        at = self._at(_NAME_AT * self.scale)
        box = QRectF(min(at, self._at(0)), middle - 12, _NAME_AT * self.scale, 24)
        start = Qt.AlignmentFlag.AlignLeft  # mirrored by Qt in a window from right to left
        painter.drawText(box, start | Qt.AlignmentFlag.AlignVCenter, PART_NAMES[role])

    def _paint_stripe(
        self, painter: QPainter, page: Page, index: int, placed: Placed, top: float, bottom: float
    ) -> None:
        lines, shift = page.laid(index).lines, page.top(index) - self._pane.sight.scrolled
        zoom = self._pane.look.zoom
        upper = shift + lines[placed.first].top + (7 * zoom if placed.begins else 0)
        lower = shift + lines[placed.last].bottom - (6 * zoom if placed.ends else 0)
        if lower < top or upper > bottom:
            return
        look, claim = self._pane.look, placed.claim
        state = page.state(claim)
        width = _BAR if claim.id == look.current else look.thickness(claim, state)
        colour = look.theme.of_family(claim.family)
        if state is State.NOT_A_CLAIM:
            colour = look.theme.colour("strip_unread")
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        x = self._at((_FIRST_LANE + _LANE * min(placed.level, _LANES - 1)) * self.scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawLine(QPointF(x, upper), QPointF(x, lower))
        if placed.begins:
            outwards = -1 if self.isLeftToRight() else 1
            painter.setPen(QPen(colour, max(1.3, width - 0.4)))
            painter.drawLine(QPointF(x, upper + 0.5), QPointF(x + 4 * outwards, upper + 0.5))

    def _paint_group(self, painter: QPainter, page: Page, group: Group) -> None:
        theme = self._pane.look.theme
        size = MARK * self.scale
        for index, claim in enumerate(group.claims[: group.shown]):
            middle = self._click_area(group, index).center()
            box = QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size)
            paint_state(painter, box, page.state(claim), theme)
        is_current = any(claim.id == self._pane.look.current for claim in group.claims[:1])
        font = self._figures(bold=is_current)
        painter.setFont(font)
        painter.setPen(theme.colour("ink" if is_current else "ink_3"))
        self._paint_words(painter, str(page.numbers.of(group.claims[0].id)), group, -1, font)
        if rest := len(group.claims) - group.shown:
            painter.setFont(self._figures())
            painter.setPen(theme.colour("ink_2"))
            self._paint_words(painter, f"+{rest}", group, group.shown, self._figures())

    def _paint_words(
        self, painter: QPainter, words: str, group: Group, index: int, font: QFont
    ) -> None:
        """The number before a group's marks (index -1) or what is left out after them."""
        width = QFontMetricsF(font).horizontalAdvance(words) + 2
        area = self._click_area(group, index)
        inner = self.isLeftToRight() == (index < 0)
        left = area.right() - width - 3 if inner else area.left()
        box = QRectF(left, group.middle - 12, width, 24)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # else “+2” reads “2+”
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    # Where things stand

    def _groups(self, top: float, bottom: float) -> Iterator[Group]:
        """The marks between two heights, line by line."""
        page = self._pane.page
        if page is None:
            return
        for index in self._pane.sight.paragraphs(top - _TALL, bottom + _TALL):
            starting: dict[int, list[Claim]] = {}
            for placed in page.laid(index).placed:
                if placed.begins:
                    starting.setdefault(placed.first, []).append(placed.claim)
            for line, claims in starting.items():
                middle = self._middle(page, index, line)
                if top - _TALL <= middle <= bottom + _TALL:
                    yield Group(middle, tuple(claims), self._room_for(page, claims))

    def _room_for(self, page: Page, claims: list[Claim]) -> int:
        """How many of the claims' marks fit beside the first one's number and, where some do not, their count."""
        number = str(page.numbers.of(claims[0].id))
        words = QFontMetricsF(self._figures(bold=True)).horizontalAdvance(number)
        start = _NAME_AT * self.scale if self.part_names and self._is_named(page, claims[0]) else 0
        name = 72 * self.scale if start else 0.0
        edge = start - name if start else self.width() + PAD - 4.0
        places = int((edge - _MARKS_END * self.scale - words - 6) / (_STEP * self.scale))
        if len(claims) <= min(_MOST, places):
            return len(claims)
        return max(1, min(_MOST, places - 1))

    def _is_named(self, page: Page, claim: Claim) -> bool:
        index, line = page.line_of(claim.position.start)
        return line == 0 and page.roles[index] is not Role.BODY

    def _middle(self, page: Page, index: int, line: int) -> float:
        """The height of a line's small letters in the viewport: where its mark has its middle."""
        at = page.laid(index).lines[line]
        return page.top(index) + at.baseline - 0.3 * at.em - self._pane.sight.scrolled

    def _click_area(self, group: Group, index: int) -> QRectF:
        """The place of a group's mark number ``index``; the last one stands nearest the words."""
        rest = 1 if len(group.claims) > group.shown else 0
        after = group.shown + rest - index
        step, tall = _STEP * self.scale, _TALL
        near = self._at((_MARKS_END - 1.5) * self.scale + step * (after - 1))
        far = self._at((_MARKS_END - 1.5) * self.scale + step * after)
        return QRectF(min(near, far), group.middle - tall / 2, step, tall)

    def _at(self, before_words: float) -> float:
        """The x that is so many pixels before the words."""
        inside = before_words - PAD  # the viewport begins that much before the words
        return self.width() - inside if self.isLeftToRight() else inside

    def _figures(self, bold: bool = False) -> QFont:
        weight = QFont.Weight.DemiBold if bold else QFont.Weight.Normal
        return figures(sans(SMALL * self.scale, weight=weight))

    # Events

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        claim_id = self.claim_under(event.position())
        if claim_id and event.button() is Qt.MouseButton.LeftButton:
            self._session.select(claim_id)
        self._pane.setFocus(Qt.FocusReason.MouseFocusReason)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        claim_id = self.claim_under(event.position())
        shape = Qt.CursorShape.PointingHandCursor if claim_id else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self._pane.hover(claim_id)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self._pane.wheelEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            claim_id = self.claim_under(QPointF(event.pos()))
            if claim_id and self._pane.page is not None:
                QToolTip.showText(event.globalPos(), claim_words(self._pane.page, claim_id), self)
            else:
                QToolTip.hideText()
            return True
        if event.type() is QEvent.Type.Leave:
            self._pane.hover("")
        return bool(super().event(event))
