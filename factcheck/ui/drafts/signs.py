"""Draws the mark of a fate, and words cut where two drafts differ."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
)

from factcheck.model.fate import FATE_MARKS, FateKind, Run
from factcheck.ui.lettering import is_mirrored
from factcheck.ui.positions import utf16_length
from factcheck.ui.theme import Theme, sans

NEW_MARK = "+"
_FILLED = frozenset({FATE_MARKS[FateKind.CHANGED], NEW_MARK})


def paint_fate(painter: QPainter, rect: QRectF, mark: str, theme: Theme) -> None:
    """A letter in a square: filled where something is to be checked, outlined where it is only told."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = theme.colour("accent" if mark == NEW_MARK else "ink")
    box = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    if mark in _FILLED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRoundedRect(box, 2, 2)
        painter.setPen(theme.colour("on_fill" if mark == NEW_MARK else "page"))
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.drawRoundedRect(box, 2, 2)
        painter.setPen(ink)
    painter.setFont(sans(rect.height() * 0.74, weight=QFont.Weight.Bold))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, mark)
    painter.restore()


def draw_runs(
    painter: QPainter, rect: QRectF, runs: Sequence[Run], font: QFont, theme: Theme, *, old: bool
) -> None:
    """A line of words: those that only the old draft has struck, those that only the new one has on a ground."""
    text = one_line("".join(run.words for run in runs))
    spans = _spans(runs)
    text, spans = _around_first(text, spans, font, rect.width())
    elided = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    kept = len(elided) if elided == text else max(0, len(elided) - 1)
    layout = QTextLayout(elided, font)
    formats = []
    for start, end in spans:
        if start < kept:
            formats.append(_format(elided, start, min(end, kept), theme, old))
    layout.setFormats(formats)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1e6)
    layout.endLayout()
    left = rect.right() - line.naturalTextWidth() if is_mirrored(painter) else rect.left()
    painter.setPen(theme.colour("ink_2" if old else "ink"))
    layout.draw(painter, QPointF(left - line.x(), rect.center().y() - line.height() / 2))


def one_line(text: str) -> str:
    """The text with a blank for each line break in it, so that positions stay."""
    return "".join(" " if char.isspace() else char for char in text)


def _spans(runs: Sequence[Run]) -> list[tuple[int, int]]:
    at, spans = 0, []
    for run in runs:
        if run.is_changed:
            spans.append((at, at + len(run.words)))
        at += len(run.words)
    return spans


def _around_first(
    text: str, spans: list[tuple[int, int]], font: QFont, width: float
) -> tuple[str, list[tuple[int, int]]]:
    """The text from shortly before its first difference on, where that would not be seen otherwise."""
    first = spans[0] if spans else (0, 0)
    if QFontMetricsF(font).horizontalAdvance(text[: first[1]]) <= width * 0.9:
        return text, spans
    start = max(0, first[0] - 16)
    while 0 < start < first[0] and not text[start - 1].isspace():
        start += 1
    lead = "… "
    by = len(lead) - start
    return lead + text[start:], [(a + by, b + by) for a, b in spans if a >= start]


def _format(text: str, start: int, end: int, theme: Theme, old: bool) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = utf16_length(text[:start])
    made.length = utf16_length(text[start:end])
    how = QTextCharFormat()
    if old:
        how.setFontStrikeOut(True)
    else:
        how.setFontWeight(QFont.Weight.Bold)
        how.setBackground(QColor(theme.colour("selection")))
    made.format = how
    return made
