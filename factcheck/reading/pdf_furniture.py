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
_LARGEST_HEAD = 1.5  # times the size of the body
_LONGEST_HEAD = 60  # code points
_OUTER_NUMBER = re.compile(r"^\W{0,3}\d{1,4}\b|\b\d{1,4}(?=\W{0,3}$)")
_DIGITS = re.compile(r"\d+")


def without_furniture(pages: list[PdfPage], body_size: float) -> list[PdfPage]:
    """The pages with the lines of their text alone."""
    edges = [_edge_lines(page) for page in pages]
    heads = _Heads(edges, body_size)
    cleared = []
    for number, page in enumerate(pages):
        last = _drawn_last(page)
        around = {
            id(line)
            for line, set_off in edges[number].items()
            if (set_off and id(line) in last and line.size <= _LARGEST_HEAD * body_size)
            or heads.hold(line, set_off, _is_page_number(line, page, number, len(pages)), number)
        }
        cleared.append(
            PdfPage(page.height, [line for line in page.lines if id(line) not in around])
        )
    return cleared


class _Heads:
    """What stands at the edges of the pages: on which of them, how large, and with which numbers."""

    def __init__(self, edges: list[dict[PdfLine, bool]], body_size: float) -> None:
        self._body_size = body_size
        self._count = len(edges)
        self._pages: dict[str, set[int]] = defaultdict(set)
        self._sizes: dict[str, set[float]] = defaultdict(set)
        self._offsets: dict[str, set[int]] = defaultdict(set)
        for number, edge in enumerate(edges):
            for line in edge:
                key = _key(line)
                self._pages[key].add(number)
                self._sizes[key].add(line.size)
                self._offsets[key].update(told - number for told in _outer_numbers(line))

    def hold(self, line: PdfLine, set_off: bool, is_number: bool, page: int) -> bool:
        """Whether a line at an edge of the page is furniture by its numbers or by standing on other pages too."""
        is_numbered = is_number or page + 1 in _outer_numbers(line)
        if is_numbered and set_off and line.size <= _LARGEST_HEAD * self._body_size:
            return True
        # The headline may run as a head on the later pages; it is the larger one.
        if line.size > 1.2 * self._body_size and not self._is_smallest(line):
            return False
        times = len(self._pages[_key(line)])
        return is_number or _is_repeated(times, self._count, set_off) or self._counts_pages(line)

    def _counts_pages(self, line: PdfLine) -> bool:
        """Whether the line stands on several pages with a number that grows from page to page."""
        key = _key(line)
        return len(self._pages[key]) > 1 and len(self._offsets[key]) == 1

    def _is_smallest(self, line: PdfLine) -> bool:
        """Whether the line stands on several pages and nowhere smaller than here."""
        key = _key(line)
        return len(self._pages[key]) > 1 and line.size <= 1.1 * min(self._sizes[key])


def _outer_numbers(line: PdfLine) -> set[int]:
    """The numbers with which a short line begins and ends."""
    if len(line.words) > _LONGEST_HEAD:
        return set()
    return {int(_DIGITS.findall(found.group())[0]) for found in _OUTER_NUMBER.finditer(line.words)}


def _drawn_last(page: PdfPage) -> set[int]:
    """The short lines at the head that the file draws after the text below them: a program added them to it."""
    last: set[int] = set()
    for line in reversed(page.lines[-2 * _DEEPEST :]):
        at_head = line.baseline > (1 - _EDGE) * page.height
        if at_head and len(line.words) <= _LONGEST_HEAD:
            last.add(id(line))
        elif line.baseline > _EDGE * page.height:
            return set() if at_head else last
    return set()  # there is no text below: the last words of a text may stand alone on a page


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
