"""From the lines of PDF pages to paragraphs: by their distances, by where they end and by how they are set."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from factcheck.model.article import Role
from factcheck.reading.paragraph import Look, Paragraph, ends_sentence, is_list_item
from factcheck.reading.pdf_furniture import without_furniture
from factcheck.reading.pdf_hyphens import Hyphens
from factcheck.reading.pdf_lines import PdfLine, PdfPage

_WIDER = 1.18  # times the usual distance: the next line begins a paragraph
_HEADING = 1.15  # times the size of the body
_LONGEST_HEADING = 300
_LONGEST_SMALL = 700
_USUAL_DISTANCE = 1.3  # of the font size, where a file has no full lines to measure
_NOTE = re.compile(r"[\d*†‡§[(]")


@dataclass(frozen=True, slots=True)
class _Column:
    """Lines that stand below one another; ``left`` and ``right`` are where most begin and the longest ends."""

    lines: list[PdfLine]
    left: float
    right: float


def paragraphs_of(pages: list[PdfPage]) -> list[Paragraph]:
    """The paragraphs of the pages in reading order, with what their setting says of their role."""
    body_size = _body_size(pages)
    cleared = without_furniture(pages, body_size)
    columns = [column for page in cleared for column in _columns(page.lines)]
    hyphens = Hyphens(line.words for column in columns for line in column.lines)
    groups = list(_groups(columns, _usual_distance(columns)))
    sizes = _heading_sizes(groups, body_size)
    return [
        Paragraph(hyphens.joined([line.words for line in group]), _look(group, body_size, sizes))
        for group in groups
    ]


def _body_size(pages: list[PdfPage]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[line.size] += len(line.words)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _columns(lines: list[PdfLine]) -> Iterator[_Column]:
    """The lines in stretches that run down the page; a step up or aside begins another column."""
    stretch: list[PdfLine] = []
    for line in lines:
        if stretch and _is_elsewhere(stretch[-1], line):
            yield _column(stretch)
            stretch = []
        stretch.append(line)
    if stretch:
        yield _column(stretch)


def _is_elsewhere(line: PdfLine, below: PdfLine) -> bool:
    aside = below.left > line.right or below.right < line.left
    return below.baseline > line.baseline + line.size or (
        aside and below.baseline > line.baseline - 0.5 * line.size
    )


def _column(lines: list[PdfLine]) -> _Column:
    begins = Counter(round(line.left) for line in lines)
    return _Column(lines, begins.most_common(1)[0][0], max(line.right for line in lines))


def _usual_distance(columns: list[_Column]) -> float:
    """How far the lines of one paragraph are apart, as a multiple of the font size."""
    distances: Counter[float] = Counter()
    for column in columns:
        for line, below in pairwise(column.lines):
            step = (line.baseline - below.baseline) / line.size
            full = line.right > column.right - 0.12 * (column.right - column.left)
            if full and _set_alike(line, below) and 0.8 < step < 3.5:
                distances[round(step, 2)] += 1
    return distances.most_common(1)[0][0] if distances else _USUAL_DISTANCE


def _set_alike(line: PdfLine, other: PdfLine) -> bool:
    return abs(line.size - other.size) < 0.06 * line.size and line.bold == other.bold


def _groups(columns: list[_Column], usual: float) -> Iterator[list[PdfLine]]:
    """The lines of each paragraph; one may run on in the next column or on the next page."""
    group: list[PdfLine] = []
    for number, column in enumerate(columns):
        for index, line in enumerate(column.lines):
            if not group:
                group = [line]
                continue
            if index:
                runs_on = not _breaks(column, group[-1], line, usual)
            else:
                runs_on = _runs_over(columns[number - 1], column, group[-1], line)
            if runs_on:
                group.append(line)
            else:
                yield group
                group = [line]
    if group:
        yield group


def _breaks(column: _Column, line: PdfLine, below: PdfLine, usual: float) -> bool:
    """Whether a paragraph ends with ``line`` and the next begins with the one below it."""
    if not _set_alike(line, below) or is_list_item(below.words):
        return True
    step = (line.baseline - below.baseline) / line.size
    if step > _WIDER * usual:
        return (
            step > 1.5 * usual
            or ends_sentence(line.words)
            or _would_have_fitted(column, line, below)
        )
    indent = (below.left - column.left) / below.size
    if 0.8 < indent < 5 and abs(line.left - column.left) < 0.5 * line.size:
        return True
    return ends_sentence(line.words) and _would_have_fitted(column, line, below)


def _would_have_fitted(column: _Column, line: PdfLine, below: PdfLine) -> bool:
    """Whether the first word of ``below`` had room on ``line``, so that it was parted on purpose."""
    letters = max(1, len(below.words))
    word = len(below.words.split(" ", 1)[0]) + 1.5
    return line.right + word * (below.right - below.left) / letters < column.right


def _runs_over(before: _Column, after: _Column, line: PdfLine, next_line: PdfLine) -> bool:
    """Whether the paragraph that ends a column goes on at the head of the next one."""
    if not _set_alike(line, next_line) or is_list_item(next_line.words):
        return False
    if not ends_sentence(line.words):
        return next_line.words[0].islower() or not _would_have_fitted(before, line, next_line)
    # A paragraph's last line is seldom full, so a sentence that fills the last line of a column hardly ends one.
    indent = (next_line.left - after.left) / next_line.size
    return not _would_have_fitted(before, line, next_line) and indent < 0.8


def _heading_sizes(groups: list[list[PdfLine]], body_size: float) -> list[float]:
    """The sizes that headings are set in, the largest first."""
    return sorted(
        {group[0].size for group in groups if _is_heading(group, body_size)}, reverse=True
    )


def _is_heading(group: list[PdfLine], body_size: float) -> bool:
    letters = sum(len(line.words) for line in group)
    return group[0].size >= _HEADING * body_size and 3 < letters <= _LONGEST_HEADING


def _look(group: list[PdfLine], body_size: float, heading_sizes: list[float]) -> Look:
    letters = sum(len(line.words) for line in group)
    set_off = all(line.bold for line in group) or all(line.italic for line in group)
    if _is_heading(group, body_size):
        return Look(level=1 + heading_sizes.index(group[0].size))
    small = group[0].size <= 0.92 * body_size
    if small and set_off and letters <= _LONGEST_SMALL and not _NOTE.match(group[0].words):
        return Look(Role.CAPTION)
    return Look(stands_out=all(line.bold for line in group))
