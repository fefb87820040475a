"""Drops what stands on the pages of a PDF around the text: running heads and feet, page numbers."""

import re
from collections import defaultdict

from factcheck.reading.pdf_lines import PdfLine, PdfPage

_EDGE = 0.12  # of the page's height, at the head and at the foot
_DEEPEST = 3  # lines of a running head
_SET_OFF = 1.9  # of the font size: how far a running head is at least from what stands inside of it
_OFTEN, _VERY_OFTEN = (
    0.3,
    0.6,
)  # of the pages, for lines that are set off and for those that are not
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|pages?|p\.|seite|صفحة)?\s*(?:\d{1,4}|[ivxl]{1,7})(?:\s*(?:of|/|von|من|\|)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


def without_furniture(pages: list[PdfPage], body_size: float) -> list[PdfPage]:
    """The pages with the lines of their text alone."""
    seen_on: dict[str, set[int]] = defaultdict(set)
    edges = [_edge_lines(page) for page in pages]
    for number, edge in enumerate(edges):
        for line in edge:
            seen_on[_key(line)].add(number)
    cleared = []
    for number, page in enumerate(pages):
        around = {
            id(line)
            for line, set_off in edges[number].items()
            # The headline may run as a head on the later pages; it is the larger one.
            if line.size <= 1.2 * body_size
            and (
                _is_repeated(len(seen_on[_key(line)]), len(pages), set_off)
                or _is_page_number(line, page, number, len(pages))
            )
        }
        cleared.append(
            PdfPage(page.height, [line for line in page.lines if id(line) not in around])
        )
    return cleared


def _is_repeated(times: int, pages: int, set_off: bool) -> bool:
    """Whether a line at the edge of so many pages is no part of the text that runs over them."""
    if set_off:
        return times >= max(2, _OFTEN * pages)
    return times >= max(3, _VERY_OFTEN * pages)


def _edge_lines(page: PdfPage) -> dict[PdfLine, bool]:
    """The lines near the head and the foot of the page, and whether white space sets them off from the rest."""
    from_top = sorted(page.lines, key=lambda line: -line.baseline)
    head = [line for line in from_top[:_DEEPEST] if line.baseline > (1 - _EDGE) * page.height]
    foot = [line for line in from_top[: -_DEEPEST - 1 : -1] if line.baseline < _EDGE * page.height]
    return _set_off(head, from_top) | _set_off(foot, from_top[::-1])


def _set_off(edge: list[PdfLine], inward: list[PdfLine]) -> dict[PdfLine, bool]:
    last = -1
    for index in range(len(edge)):
        if index + 1 == len(inward) or (
            abs(inward[index].baseline - inward[index + 1].baseline) > _SET_OFF * edge[index].size
        ):
            last = index
    return {line: index <= last for index, line in enumerate(edge)}


def _key(line: PdfLine) -> str:
    return _DIGITS.sub("#", line.words).strip().lower()


def _is_page_number(line: PdfLine, page: PdfPage, number: int, count: int) -> bool:
    if not _PAGE_NUMBER.fullmatch(line.words):
        return False
    outermost = line.baseline in {
        max(other.baseline for other in page.lines),
        min(other.baseline for other in page.lines),
    }
    digits = _DIGITS.search(line.words)
    return outermost and (count > 1 or (digits is not None and int(digits.group()) == number + 1))
