"""Sets one line of text in a rectangle: elided, mirrored with the window, with words picked out."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QLabel

from factcheck.ui.positions import utf16_length

Span = tuple[int, int]  # of code points, the end exclusive


def width_of(text: str, font: QFont) -> float:
    """The pixels a line of text takes."""
    return QFontMetricsF(font).horizontalAdvance(text)


def tint(label: QLabel, colour: QColor) -> None:
    """Give a label its colour; a palette would be lost where the program's style sheet is polished."""
    label.setStyleSheet(f"QLabel {{ color: {colour.name()}; background: transparent; }}")


def is_mirrored(painter: QPainter) -> bool:
    """Whether lines begin at the right here."""
    return painter.layoutDirection() is Qt.LayoutDirection.RightToLeft


def leading(rect: QRectF, width: float, painter: QPainter) -> QRectF:
    """The part of ``rect``, ``width`` pixels wide, where a line begins."""
    left = rect.right() - width if is_mirrored(painter) else rect.left()
    return QRectF(left, rect.top(), width, rect.height())


def trailing(rect: QRectF, width: float, painter: QPainter) -> QRectF:
    """The part of ``rect``, ``width`` pixels wide, where a line ends."""
    left = rect.left() if is_mirrored(painter) else rect.right() - width
    return QRectF(left, rect.top(), width, rect.height())


def inset(rect: QRectF, start: float, end: float, painter: QPainter) -> QRectF:
    """``rect`` without so many pixels where a line begins and where it ends."""
    if is_mirrored(painter):
        start, end = end, start
    return rect.adjusted(start, 0, -end, 0)


def centred(rect: QRectF, height: float) -> QRectF:
    """A strip of ``rect``, ``height`` pixels high, in its middle."""
    return QRectF(rect.left(), rect.center().y() - height / 2, rect.width(), height)


def draw_line(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    colour: QColor,
    *,
    at_end: bool = False,
) -> None:
    """One line of text, in the middle of ``rect``'s height, at the side where a line begins, or ends."""
    right = at_end != is_mirrored(painter)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.setFont(font)
    painter.setPen(colour)
    elided = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    here = painter.layoutDirection()
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # words run their own way
    painter.drawText(
        rect, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, elided
    )
    painter.setLayoutDirection(here)


def draw_picked(
    painter: QPainter,
    rect: QRectF,
    text: str,
    spans: Sequence[Span],
    font: QFont,
    colour: QColor,
    *,
    ground: QColor | None = None,
) -> None:
    """A line of text whose ``spans`` are bold, or on a ``ground``; elided where it does not fit."""
    elided = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    kept = len(elided) if elided == text else max(0, len(elided) - 1)
    layout = QTextLayout(elided, font)
    layout.setFormats([_format(elided, span, ground) for span in spans if span[1] <= kept])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1e6)
    layout.endLayout()
    left = rect.right() - line.naturalTextWidth() if is_mirrored(painter) else rect.left()
    painter.setPen(colour)
    layout.draw(painter, QPointF(left - line.x(), rect.center().y() - line.height() / 2))


def _format(text: str, span: Span, ground: QColor | None) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = utf16_length(text[: span[0]])
    made.length = utf16_length(text[span[0] : span[1]])
    how = QTextCharFormat()
    if ground is None:
        how.setFontWeight(QFont.Weight.Bold)
    else:
        how.setBackground(ground)
    made.format = how
    return made
