"""Paints the line of each claim's kind under its words, the innermost claim's nearest to them."""

from bisect import bisect_left

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from factcheck.model.claim import KindFamily
from factcheck.model.verdict import State
from factcheck.ui.article.look import Look
from factcheck.ui.article.page import Page
from factcheck.ui.article.runs import Line, Run
from factcheck.ui.marks import paint_line

_CAPITALS = 0.68  # em: how high the next line reaches up
DEEPEST = 2  # the last level that fits between two lines; outer ones have their stripe alone


def height_of(line: Line, level: int, zoom: float) -> float:
    """The middle of a kind line, below the paragraph's top: 4 px a level, less where lines are set tight."""
    nearest = 0.2 * line.em + 2 * zoom
    room = line.bottom - line.top - _CAPITALS * line.em - nearest
    return line.baseline + nearest + min(4 * zoom, room / DEEPEST) * min(level, DEEPEST)


def paint_lines(painter: QPainter, page: Page, look: Look, index: int, area: QRectF) -> None:
    """The kind lines of one paragraph that lie in ``area`` (document pixels)."""
    laid, top = page.laid(index), page.top(index)
    first = max(0, bisect_left(laid.lines, area.top() - top, key=lambda line: line.bottom) - 1)
    for line, row in zip(laid.lines[first:], laid.rows[first:], strict=True):
        if top + line.top > area.bottom():
            break
        for run in row:
            if run.placed.level <= DEEPEST:
                _paint_run(painter, page, look, top, line, run)


def _paint_run(painter: QPainter, page: Page, look: Look, top: float, line: Line, run: Run) -> None:
    claim = run.placed.claim
    state = page.state(claim)
    family, colour = claim.family, look.theme.of_family(claim.family)
    if state is State.NOT_A_CLAIM:
        family, colour = KindFamily.FACTS, look.theme.colour("strip_unread")
    paint_line(
        painter,
        run.left,
        run.right,
        top + height_of(line, run.placed.level, look.zoom),
        family,
        colour,
        look.thickness(claim, state),
        look.zoom,
    )
