"""Finds things on the page as a person with a pointer does."""

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QImage, QTextCursor

from factcheck.model.claim import Claim
from factcheck.model.text import TextPosition
from factcheck.ui.article import ArticleView
from factcheck.ui.article.page import Page
from factcheck.ui.session import Session
from tests.makers import place_of


def page_of(view: ArticleView) -> Page:
    assert view.pane.page is not None
    return view.pane.page


def claim_on(session: Session, words: str) -> Claim:
    """The claim that covers these words and no others."""
    return next(claim for claim in session.case.claims() if claim.text == words)


def point_on(view: ArticleView, words: str, nth: int = 0) -> QPoint:
    """The middle of the first letter of the words, in the viewport."""
    page = page_of(view)
    start, _end = page.positions.range_of(place_of(page.text, words, nth))
    cursor = QTextCursor(view.pane.document())
    cursor.setPosition(start)
    rect = view.pane.cursorRect(cursor)
    return rect.center() + QPoint(3, 0)


def mark_area(view: ArticleView, claim_id: str) -> QRectF:
    """Where the mark of a claim can be clicked in the margin; empty where it has none in sight."""
    margin = view.margin
    for group in margin._groups(0, margin.height()):
        for index, claim in enumerate(group.claims[: group.shown]):
            if claim.id == claim_id:
                return margin._click_area(group, index)
    return QRectF()


def words_rect(view: ArticleView, words: str, nth: int = 0) -> QRectF:
    """Where Qt draws the glyphs of the words, in document pixels; they must be in one paragraph."""
    page = page_of(view)
    start, end = page.positions.range_of(place_of(page.text, words, nth))
    block = view.pane.document().findBlock(start)
    rect = QRectF()
    for glyphs in block.layout().glyphRuns(start - block.position(), end - start):
        rect = rect.united(glyphs.boundingRect())
    return rect.translated(block.layout().position())


def place_on(view: ArticleView, words: str, nth: int = 0) -> TextPosition:
    return place_of(page_of(view).text, words, nth)


def picture(view: ArticleView) -> QImage:
    return view.pane.viewport().grab().toImage()


def has_colour(image: QImage, area: QRectF, name: str) -> bool:
    """Whether a pixel of the picture's area has exactly this colour."""
    ratio = image.devicePixelRatio()
    box = QRectF(
        area.x() * ratio, area.y() * ratio, area.width() * ratio, area.height() * ratio
    ).toAlignedRect()
    box = box.intersected(image.rect())
    return any(
        image.pixelColor(x, y).name() == name.lower()
        for x in range(box.left(), box.right() + 1)
        for y in range(box.top(), box.bottom() + 1)
    )
