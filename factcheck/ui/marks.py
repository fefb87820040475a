"""Draws the small signs: of a state, of a finding’s outcome, of a kind’s line, of a priority."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from factcheck.model.claim import KindFamily, Priority
from factcheck.model.finding import Outcome
from factcheck.model.verdict import STATE_LETTERS, State
from factcheck.ui.theme import Theme, sans

MARK = 15  # pixels at 100 %


def paint_state(painter: QPainter, rect: QRectF, state: State, theme: Theme) -> None:
    """The shape and letter of a state, filling ``rect``: filled is settled, outline is open."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = theme.of_state(state)
    outline = QPen(colour, max(1.3, rect.width() / 11))
    match state:
        case State.VERIFIED | State.CONTRADICTED | State.UNVERIFIABLE:
            painter.fillPath(_shape(state, rect), colour)
            _letter(painter, rect, state, theme.colour("on_fill"), 0.66)
        case State.AUTHORS_WORD:
            painter.strokePath(_shape(state, rect), outline)
            _letter(painter, rect.translated(0, rect.height() * 0.04), state, colour, 0.62)
        case State.WAITING:
            outline.setDashPattern([1.6, 1.3])
            outline.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.strokePath(_shape(state, rect), outline)
            _letter(painter, rect, state, colour, 0.6)
        case State.OPEN:
            painter.strokePath(_shape(state, rect), outline)
        case State.NOT_A_CLAIM:
            _letter(painter, rect, state, colour, 0.66)
            middle = rect.center().y()
            painter.setPen(QPen(colour, max(1.0, rect.width() / 13)))
            painter.drawLine(QPointF(rect.left(), middle), QPointF(rect.right(), middle))
    painter.restore()


def _shape(state: State, rect: QRectF) -> QPainterPath:
    path = QPainterPath()
    middle, half = rect.center(), rect.width() / 2
    match state:
        case State.CONTRADICTED:
            path.addRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        case State.UNVERIFIABLE:
            corners = [(0, -half), (half, 0), (0, half), (-half, 0)]
            path.addPolygon(QPolygonF([middle + QPointF(x * 1.08, y * 1.08) for x, y in corners]))
            path.closeSubpath()
        case State.AUTHORS_WORD:
            box = rect.adjusted(1, 1, -1, -1)
            cut = box.width() * 0.3
            path.moveTo(box.bottomLeft())
            path.lineTo(box.left(), box.top() + cut)
            path.lineTo(box.left() + cut, box.top())
            path.lineTo(box.right() - cut, box.top())
            path.lineTo(box.right(), box.top() + cut)
            path.lineTo(box.bottomRight())
            path.closeSubpath()
        case State.OPEN:
            path.addEllipse(middle, half * 0.68, half * 0.68)
        case _:
            path.addEllipse(middle, half - 0.7, half - 0.7)
    return path


def _letter(painter: QPainter, rect: QRectF, state: State, colour: QColor, share: float) -> None:
    painter.setFont(sans(rect.height() * share, weight=QFont.Weight.Bold))
    painter.setPen(colour)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, STATE_LETTERS[state])


@lru_cache(maxsize=128)
def state_pixmap(state: State, theme_name: str, size: int, ratio: float) -> QPixmap:
    """The mark of a state, ``size`` pixels square on a screen of ``ratio`` device pixels."""
    from factcheck.ui.theme import theme_named

    pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_state(painter, QRectF(0.5, 0.5, size - 1, size - 1), state, theme_named(theme_name))
    painter.end()
    return pixmap


def state_icon(state: State, theme: Theme, size: int = MARK + 1, ratio: float = 2.0) -> QIcon:
    """The mark of a state as an icon for buttons and menus."""
    return QIcon(state_pixmap(state, theme.name, size, ratio))


def paint_outcome(painter: QPainter, rect: QRectF, outcome: Outcome, theme: Theme) -> None:
    """≠, ? or = in a ring: what came of holding two places of the article against each other."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour, middle, half = theme.of_outcome(outcome), rect.center(), rect.width() / 2
    stroke = QPen(colour, max(1.3, rect.width() / 11))
    stroke.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(stroke)
    painter.setBrush(theme.colour("page"))
    painter.drawEllipse(middle, half - 0.7, half - 0.7)
    if outcome is Outcome.ASK:
        painter.setFont(sans(rect.height() * 0.66, weight=QFont.Weight.Bold))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "?")
    else:
        reach, gap = half * 0.45, half * 0.22
        for y in (middle.y() - gap, middle.y() + gap):
            painter.drawLine(QPointF(middle.x() - reach, y), QPointF(middle.x() + reach, y))
    if outcome is Outcome.CONFLICT:
        slant = QPointF(half * 0.3, -half * 0.55)
        painter.drawLine(middle - slant, middle + slant)
    painter.restore()


# One tile of each family's line, repeated along the words: (period in pixels, what is drawn in it)
_PERIODS = {
    KindFamily.WORDS: 10.0,
    KindFamily.FIGURES: 14.8,
    KindFamily.TIME: 4.0,
    KindFamily.FIRSTS: 8.0,
    KindFamily.FACTS: 8.0,
    KindFamily.CAUSE: 6.0,
}
LINE_HEIGHT = 6  # of a tile, pixels


@lru_cache(maxsize=512)
def line_tile(
    family: KindFamily, colour: str, thickness: float, scale: float, ratio: float
) -> QPixmap:
    """A strip of a family's line some periods wide, to be tiled along the words; its middle is the line's."""
    period = _PERIODS[family] * scale
    repeats = 5  # so that every family's strip is a whole number of device pixels
    height = LINE_HEIGHT * scale
    pixmap = QPixmap(QSize(max(1, round(period * repeats * ratio)), max(1, round(height * ratio))))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, family is not KindFamily.FACTS)
    pen = QPen(QColor(colour), thickness * scale)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    middle = (round(height * ratio / 2) + 0.5 * (round(thickness * scale * ratio) % 2)) / ratio
    for index in range(-1, repeats + 1):
        _draw_period(painter, family, pen, index * period, middle, scale)
    painter.end()
    return pixmap


# the strokes of a period in pixels: from, to, and how far off the middle
_DASHES = {
    KindFamily.WORDS: ((0, 7, 0),),
    KindFamily.FIGURES: ((0, 8, 0), (10.5, 12.3, 0)),
    KindFamily.FIRSTS: ((0, 8, -1.3), (0, 8, 1.3)),
    KindFamily.FACTS: ((0, 8, 0),),
}


def _draw_period(
    painter: QPainter, family: KindFamily, pen: QPen, left: float, middle: float, scale: float
) -> None:
    if family is KindFamily.TIME:
        _draw_dot(painter, pen, QPointF(left + 2 * scale, middle), scale)
        return
    if family is KindFamily.FIRSTS:  # two lines in the room of one
        pen = QPen(pen)  # the next period begins with the full one again
        pen.setWidthF(max(0.8 * scale, pen.widthF() * 0.62))
    painter.setPen(pen)
    if family is KindFamily.CAUSE:
        _draw_wave(painter, QPointF(left, middle), scale)
        return
    for start, end, offset in _DASHES[family]:
        y = middle + offset * scale
        painter.drawLine(QPointF(left + start * scale, y), QPointF(left + end * scale, y))


def _draw_dot(painter: QPainter, pen: QPen, at: QPointF, scale: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pen.color())
    radius = 0.62 * pen.widthF() + 0.15 * scale
    painter.drawEllipse(at, radius, radius)


def _draw_wave(painter: QPainter, at: QPointF, scale: float) -> None:
    wave = QPainterPath(at)
    half, rise = 3 * scale, 1.3 * 1.33 * scale
    for begins, height in ((0.0, -rise), (half, rise)):
        x, y = at.x() + begins, at.y()
        wave.cubicTo(x + half / 3, y + height, x + 2 * half / 3, y + height, x + half, y)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(wave)


def paint_line(
    painter: QPainter,
    left: float,
    right: float,
    middle: float,
    family: KindFamily,
    colour: QColor,
    thickness: float,
    scale: float = 1.0,
) -> None:
    """A family's line from ``left`` to ``right``, its middle at the height ``middle``."""
    device = painter.device()
    ratio = device.devicePixelRatio() if device is not None else 1.0
    tile = line_tile(family, colour.name(), thickness, scale, ratio)
    height = tile.height() / ratio
    area = QRectF(left, round(middle - height / 2), right - left, height)
    painter.drawTiledPixmap(area, tile, QPointF(left % (tile.width() / ratio), 0))


def paint_priority(painter: QPainter, rect: QRectF, priority: Priority, theme: Theme) -> None:
    """Three bars, as many of them filled as the priority is high."""
    painter.save()
    filled = 3 - priority.rank
    width = rect.width() / 4.4
    for index in range(3):
        height = rect.height() * (0.45 + 0.275 * index)
        bar = QRectF(rect.left() + index * width * 1.7, rect.bottom() - height, width, height)
        if index < filled:
            painter.fillRect(bar, theme.colour("ink_2"))
        else:
            painter.setPen(QPen(theme.colour("edge"), 1))
            painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()
