"""Draws how far an article has come: a bar in the colours of the states, and counts beside their marks."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from factcheck.model.coverage import Coverage, Tally
from factcheck.model.verdict import STATE_NAMES, State
from factcheck.ui.theme import Theme

_GAP = 1


def paint_progress(painter: QPainter, rect: QRectF, tally: Tally, theme: Theme) -> None:
    """A framed bar: the settled claims in the colours of their states, the open ones empty."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    inner = rect.adjusted(1, 1, -1, -1)
    painter.fillRect(rect, theme.colour("raised"))
    mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
    start = 0.0
    for state, width in _segments(tally, inner.width()):
        left = inner.right() - start - width if mirrored else inner.left() + start
        segment = QRectF(left, inner.top(), width, inner.height())
        painter.fillRect(segment, theme.of_state(state))
        start += width + _GAP
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("edge"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5)
    painter.restore()


def _segments(tally: Tally, width: float) -> list[tuple[State, float]]:
    """The width of each settled state, none thinner than 2 pixels, all within ``width``."""
    if not tally.settled:
        return []
    counts = {
        State.VERIFIED: tally.verified,
        State.CONTRADICTED: tally.contradicted,
        State.UNVERIFIABLE: tally.unverifiable,
    }
    there = {state: count for state, count in counts.items() if count}
    full = width - _GAP * (len(there) - 1) if tally.open == 0 else width - _GAP * len(there)
    thin = {s: 2.0 for s, n in there.items() if n * full / tally.total < 2}
    left = sum(n for s, n in there.items() if s not in thin) + tally.open
    rest = full - sum(thin.values())
    return [(s, thin.get(s) or n * rest / max(1, left)) for s, n in there.items()]


def counts_in_words(tally: Tally, coverage: Coverage) -> str:
    """The counts of an article in one sentence, for those who cannot see the bar."""
    parts = [f"{tally.settled} of {tally.total} checked"]
    for state, count in (
        (State.CONTRADICTED, tally.contradicted),
        (State.UNVERIFIABLE, tally.unverifiable),
    ):
        if count:
            parts.append(f"{count} {STATE_NAMES[state]}")
    return ", ".join([*parts, read_words(coverage)])


def read_words(coverage: Coverage) -> str:
    """How much of the text somebody has looked at: "read 71 %", "all read"."""
    return "all read" if coverage.percent == 100 else f"read {coverage.percent} %"
