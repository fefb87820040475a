"""Drops what stands on the pages of a PDF around the text: running heads and feet, page numbers."""

import re
from collections import defaultdict

from factcheck.reading.pdf_lines import PdfLine, PdfPage

_EDGE = 0.12  # of the page's height, at the head and at the foot
_DEEPEST = 3  # lines of a running head
_OFTEN = 0.3  # of the pages
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|pages?|p\.|seite|صفحة)?\s*(?:\d{1,4}|[ivxl]{1,7})(?:\s*(?:of|/|von|من|\|)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


def without_furniture(pages: list[PdfPage], body_size: float) -> list[PdfPage]:
    """The pages with the lines of their text alone."""
    seen_on: dict[str, set[int]] = defaultdict(set)
    for number, page in enumerate(pages):
        for line in _edge_lines(page):
            seen_on[_key(line)].add(number)
    often = max(2.0, _OFTEN * len(pages))
    cleared = []
    for number, page in enumerate(pages):
        edge = {id(line) for line in _edge_lines(page)}
        lines = [
            line
            for line in page.lines
            # The headline may run as a head on the later pages; it is the larger one.
            if id(line) not in edge
            or line.size > 1.2 * body_size
            or not (
                len(seen_on[_key(line)]) >= often or _is_page_number(line, page, number, len(pages))
            )
        ]
        cleared.append(PdfPage(page.height, lines))
    return cleared


def _edge_lines(page: PdfPage) -> list[PdfLine]:
    from_top = sorted(page.lines, key=lambda line: -line.baseline)
    head = [line for line in from_top[:_DEEPEST] if line.baseline > (1 - _EDGE) * page.height]
    foot = [line for line in from_top[-_DEEPEST:] if line.baseline < _EDGE * page.height]
    return head + foot


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
