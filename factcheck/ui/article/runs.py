"""Where claims lie on the page: the lines of a paragraph and the stretches of them that a claim covers."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextLine

from factcheck.model.claim import Claim
from factcheck.model.text import TextPosition
from factcheck.ui.article.nesting import levels
from factcheck.ui.positions import Paragraph, Positions

# letters and marks that may turn the direction of a line
_TURNS = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a paragraph in pixels below the paragraph's top; ``top`` to ``bottom`` is its whole height."""

    top: float
    bottom: float
    baseline: float
    em: float
    place: TextPosition


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim as it lies in one paragraph, over the lines ``first`` to ``last``."""

    claim: Claim
    level: int
    first: int
    last: int
    begins: bool
    ends: bool

    @property
    def has_stripe(self) -> bool:
        """Whether it runs over more than one line or around another claim."""
        return self.level > 0 or self.first != self.last or not (self.begins and self.ends)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one line that a claim covers, from ``left`` to ``right`` in pixels of the document."""

    placed: Placed
    line: int
    left: float
    right: float
    begins: bool
    ends: bool


@dataclass(frozen=True, slots=True)
class Laid:
    """A paragraph as it is laid out: its lines, what covers each of them, and the claims in text order."""

    lines: tuple[Line, ...]
    rows: tuple[tuple[Run, ...], ...]
    placed: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """A paragraph with what is needed to measure in it."""

    block: QTextBlock
    paragraph: Paragraph
    positions: Positions
    text: str
    line_height: float
    em: float


def lines_of(setting: Setting) -> tuple[Line, ...]:
    """The lines of a paragraph. Qt puts the space of a fixed height above the words; here it lies around them."""
    layout = setting.block.layout()
    lines: list[Line] = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        rect = line.rect()
        top = rect.top() - (setting.line_height - rect.height()) / 2
        start = setting.paragraph.qt_start + line.textStart()
        lines.append(
            Line(
                top,
                top + setting.line_height,
                rect.top() + line.ascent(),
                setting.em,
                setting.positions.position_of(start, start + line.textLength()),
            )
        )
    return tuple(lines)


def lay(setting: Setting, lines: tuple[Line, ...], claims: list[Claim]) -> Laid:
    """The paragraph with the claims that lie in it."""
    rows: list[list[Run]] = [[] for _ in lines]
    placed: list[Placed] = []
    place = setting.paragraph.position
    for claim, level in zip(claims, levels([c.position for c in claims]), strict=True):
        spans = list(spans_of(setting, lines, claim.position))
        if not spans:
            continue
        begins, ends = claim.position.start >= place.start, claim.position.end <= place.end
        one = Placed(claim, level, spans[0][0], spans[-1][0], begins, ends)
        placed.append(one)
        for index, (line, left, right) in enumerate(spans):
            first, last = begins and index == 0, ends and index == len(spans) - 1
            rows[line].append(Run(one, line, left, right, first, last))
    return Laid(lines, tuple(tuple(row) for row in rows), tuple(placed))


def spans_of(
    setting: Setting, lines: tuple[Line, ...], position: TextPosition
) -> Iterator[tuple[int, float, float]]:
    """Line, left and right of each stretch that ``position`` covers, without the space at a line's end."""
    place = setting.paragraph.position
    start, end = max(position.start, place.start), min(position.end, place.end)
    if start >= end:
        return
    layout = setting.block.layout()
    margin = layout.position().x()
    turns = _TURNS.search(setting.text, place.start, place.end) is not None
    first = max(0, bisect_right(lines, start, key=lambda line: line.place.start) - 1)
    for number in range(first, len(lines)):
        row = lines[number].place
        if row.start >= end:
            break
        here = setting.text[max(start, row.start) : min(end, row.end)]
        words = here.rstrip()
        if not words:
            continue
        at = max(start, row.start)
        qt_start, qt_end = setting.positions.range_of(TextPosition(at, at + len(words)))
        line = layout.lineAt(number)
        from_unit, to_unit = (
            qt_start - setting.paragraph.qt_start,
            qt_end - setting.paragraph.qt_start,
        )
        stretches = (
            _visual(line, from_unit, to_unit)
            if turns
            else [(_x(line, from_unit), _x(line, to_unit))]
        )
        for left, right in stretches:
            yield number, margin + left, margin + right


def _x(line: QTextLine, unit: int, edge: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
    found: tuple[float, int] = line.cursorToX(unit, edge)  # type: ignore[assignment]  # its stub says object
    return found[0]


def _visual(line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
    """What the units from ``start`` to ``end`` cover, left to right: several stretches where the direction turns."""
    cells: list[tuple[float, float]] = []
    for unit in range(start, end):
        one, other = _x(line, unit), _x(line, unit, QTextLine.Edge.Trailing)
        if one != other:
            cells.append((min(one, other), max(one, other)))
    joined: list[tuple[float, float]] = []
    for left, right in sorted(cells):
        if joined and left <= joined[-1][1] + 0.5:
            joined[-1] = (joined[-1][0], max(joined[-1][1], right))
        else:
            joined.append((left, right))
    return joined
