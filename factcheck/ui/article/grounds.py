"""Paints what lies under the words: unread text, trouble, the current claim, search hits, the selected finding."""

from bisect import bisect_left
from collections.abc import Iterable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from factcheck.model.text import TextPosition
from factcheck.model.verdict import State
from factcheck.ui.article.hits import Hit
from factcheck.ui.article.lines import height_of
from factcheck.ui.article.look import Look
from factcheck.ui.article.page import Page
from factcheck.ui.article.runs import Laid, Line, Run

_OVERHANG = 10  # of the unread ground beside the column
_EDGE = 2  # of other grounds beside their words


def paint_grounds(
    painter: QPainter, page: Page, look: Look, index: int, area: QRectF, column: QRectF
) -> None:
    """The grounds of one paragraph that lie in ``area``; ``column`` is the measure, all in document pixels."""
    laid, top = page.laid(index), page.top(index)
    _paint_unread(painter, page, look, index, column)
    _paint_come(painter, page, look, index)
    for line, row in _rows_in(laid, top, area):
        for run in row:
            state = page.state(run.placed.claim)
            if run.placed.claim.id == look.current:
                _paint_current(painter, look, top, line, run)
            elif (ground := look.theme.ground_of(state)) is not None:
                painter.fillRect(_words_rect(top, line, run, look.zoom), ground)
    _paint_hits(painter, page, look, index)


def paint_frames(painter: QPainter, page: Page, look: Look, index: int, area: QRectF) -> None:
    """What is drawn around the words: frames of trouble, brackets of the current claim."""
    laid, top = page.laid(index), page.top(index)
    for line, row in _rows_in(laid, top, area):
        for run in row:
            state = page.state(run.placed.claim)
            if look.theme.ground_of(state) is not None:
                _paint_frame(painter, look, top, line, run, state)
            if run.placed.claim.id == look.current:
                _paint_brackets(painter, look, top, line, run)


def _rows_in(laid: Laid, top: float, area: QRectF) -> Iterable[tuple[Line, tuple[Run, ...]]]:
    first = max(0, bisect_left(laid.lines, area.top() - top, key=lambda line: line.bottom) - 1)
    for line, row in zip(laid.lines[first:], laid.rows[first:], strict=True):
        if top + line.top > area.bottom():
            return
        yield line, row


def _paint_unread(painter: QPainter, page: Page, look: Look, index: int, column: QRectF) -> None:
    unread = page.unread(index)
    if not unread.stretches:
        return
    ground = look.theme.colour("unread")
    lines, top = page.laid(index).lines, page.top(index)
    if unread.is_whole:
        bottom = top + lines[-1].bottom + 4 * look.zoom  # room for the line of an outer claim
        if index + 1 < len(page) and page.unread(index + 1).is_whole:
            bottom = page.top(index + 1) + page.laid(index + 1).lines[0].top
        band = QRectF(column.left() - _OVERHANG, top + lines[0].top, column.width(), 0)
        band.setRight(column.right() + _OVERHANG)
        band.setBottom(bottom)
        painter.fillRect(band, ground)
        return
    for stretch in unread.stretches:
        for number, left, right in page.spans(index, stretch):
            line = lines[number]
            box = QRectF(left - _EDGE, top + line.top, right - left + 2 * _EDGE, 0)
            box.setBottom(top + line.bottom)
            painter.fillRect(box, ground)


def _words_rect(top: float, line: Line, run: Run, zoom: float) -> QRectF:
    """The words of a run with their kind line: from above the capitals to the line."""
    upper = top + line.baseline - 0.92 * line.em
    lower = top + height_of(line, run.placed.level, zoom) + zoom
    left = run.left - (_EDGE if run.begins else 0)
    right = run.right + (_EDGE if run.ends else 0)
    return QRectF(QPointF(left, upper), QPointF(right, lower))


def _paint_current(painter: QPainter, look: Look, top: float, line: Line, run: Run) -> None:
    box = QRectF(
        QPointF(run.left - _EDGE, top + line.top), QPointF(run.right + _EDGE, top + line.bottom)
    )
    painter.fillRect(box, look.theme.colour("current"))


def _paint_frame(
    painter: QPainter, look: Look, top: float, line: Line, run: Run, state: State
) -> None:
    pen = QPen(look.theme.of_state(state), 1)
    if state is State.UNVERIFIABLE:
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    box = _words_rect(top, line, run, look.zoom)
    left, right = _crisp(box.left()), _crisp(box.right())
    upper, lower = _crisp(box.top()), _crisp(box.bottom())
    painter.drawLine(QLineF(left, upper, right, upper))
    if run.begins:
        painter.drawLine(QLineF(left, upper, left, lower))
    if run.ends:
        painter.drawLine(QLineF(right, upper, right, lower))


def _paint_brackets(painter: QPainter, look: Look, top: float, line: Line, run: Run) -> None:
    pen = QPen(look.theme.colour("ink"), 1.6)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    hook = 5
    upper, lower = round(top + line.top) + 1, round(top + line.bottom) - 1
    if run.begins:
        x = round(run.left) - 3
        corner = [QPointF(x + hook, upper), QPointF(x, upper), QPointF(x, lower)]
        painter.drawPolyline(corner)
    if run.ends:
        x = round(run.right) + 3
        painter.drawPolyline([QPointF(x, upper), QPointF(x, lower), QPointF(x - hook, lower)])


def _paint_come(painter: QPainter, page: Page, look: Look, index: int) -> None:
    """The words that the draft before did not have, on blue."""
    place = page.positions.paragraphs[index].position
    first = bisect_left(look.come, place.start, key=lambda hit: hit[1])
    for hit in look.come[first:]:
        if hit[0] >= place.end:
            break
        _paint_hit(painter, page, index, hit, look.theme.colour("selection"))


def paint_gone(painter: QPainter, page: Page, look: Look, index: int) -> None:
    """A wedge under the line at each place where words of the draft before are gone."""
    place = page.positions.paragraphs[index].position
    top, lines = page.top(index), page.laid(index).lines
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.theme.colour("ink"))
    for offset in look.gone[bisect_left(look.gone, place.start) :]:
        if offset > place.end:
            break
        before = TextPosition(max(place.start, offset - 1), max(place.start + 1, offset))
        for number, left, right in page.spans(index, before):
            x = left if offset == place.start else right
            foot = top + lines[number].baseline + 0.34 * lines[number].em
            half, rise = 0.2 * lines[number].em, 0.3 * lines[number].em
            wedge = [QPointF(x, foot - rise), QPointF(x + half, foot), QPointF(x - half, foot)]
            painter.drawPolygon(wedge)


def _paint_hits(painter: QPainter, page: Page, look: Look, index: int) -> None:
    place = page.positions.paragraphs[index].position
    yellow = look.theme.colour("current")
    for hits in (look.hits, look.held):
        first = bisect_left(hits, place.start, key=lambda hit: hit[1])
        for hit in hits[first:]:
            if hit[0] >= place.end:
                break
            _paint_hit(painter, page, index, hit, yellow)
    if look.current_hit is not None and place.overlaps(TextPosition(*look.current_hit)):
        painter.setPen(QPen(look.theme.colour("ink"), 1.4))
        _paint_hit(painter, page, index, look.current_hit, yellow, framed=True)


def _paint_hit(
    painter: QPainter,
    page: Page,
    index: int,
    hit: Hit,
    yellow: QColor,
    framed: bool = False,
) -> None:
    top, lines = page.top(index), page.laid(index).lines
    for number, left, right in page.spans(index, TextPosition(*hit)):
        line = lines[number]
        upper = top + line.baseline - 0.92 * line.em
        box = QRectF(left - 1, upper, right - left + 2, 1.22 * line.em)
        painter.fillRect(box, yellow)
        if framed:
            painter.drawRect(box)


def _crisp(value: float) -> float:
    """The middle of a pixel, where a line one pixel wide is sharp."""
    return round(value - 0.5) + 0.5
