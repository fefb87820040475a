"""Says where the caret is: in the date line, and to those who hear the page."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from factcheck.ui.article.date_line import DateLine
from factcheck.ui.article.formats import PART_NAMES
from factcheck.ui.article.page import Page
from factcheck.ui.article.pane import ArticlePane
from factcheck.ui.article.wording import caret_words


def tell_where(pane: ArticlePane, line: DateLine) -> None:
    """Part, paragraph and claim at the caret, as they are now."""
    page = pane.page
    if page is None or not len(page):
        line.show_where("")
        _describe(pane, "")
        return
    offset = pane.caret.offset
    where = [_part_at(page, offset)]
    if number := page.numbers.of(pane.look.current):
        claim = f"claim {number:,} of {len(page.numbers):,}"
        where = [claim] if line.is_compact else [*where, claim]
    line.show_where("  ·  ".join(where))
    _describe(pane, caret_words(page, offset, pane.look.current))


def _part_at(page: Page, offset: int) -> str:
    index = max(0, page.positions.paragraph_of(offset))
    part, number = PART_NAMES[page.roles[index]], page.body_number(index)
    return f"{part}, paragraph {number}" if number else part


def _describe(pane: ArticlePane, words: str) -> None:
    if words == pane.accessibleDescription():
        return
    pane.setAccessibleDescription(words)
    if QAccessible.isActive() and words.startswith("claim"):
        # a description alone is read when the focus comes; this is read as the caret enters a claim
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(pane, words))
