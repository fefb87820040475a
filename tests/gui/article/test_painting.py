"""Grounds and lines tell state and kind, and a verdict paints no more than its own lines."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from factcheck.model.verdict import Rating
from factcheck.ui.article import ArticleView
from factcheck.ui.overriding import override
from factcheck.ui.session import Session
from factcheck.ui.theme import Theme, theme_named
from tests.gui.article.conftest import Open
from tests.gui.article.pointing import (
    claim_on,
    has_colour,
    mark_area,
    page_of,
    picture,
    place_on,
    point_on,
)
from tests.makers import CHECKER, make_claim


class Painted(QObject):
    """The region of a widget painted while it watches."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region = self.region.united(event.region())
        return False


def rate(session: Session, words: str, rating: Rating) -> None:
    claim = claim_on(session, words)
    assert session.do(session.case.rate(claim.id, rating, session.stamp()))


def test_contradicted_words_lie_on_their_ground(
    view: ArticleView, session: Session, theme: Theme
) -> None:
    area = view.pane.sight.rect_of(place_on(view, "14,000"))
    ground = theme.tokens["contradicted_ground"]
    assert not has_colour(picture(view), area, ground)
    rate(session, "It carries 14,000 cars a day", Rating.CONTRADICTED)
    assert has_colour(picture(view), area, ground)
    session.undo()
    assert not has_colour(picture(view), area, ground)


def test_the_current_claim_is_yellow_in_every_colour_set(
    view: ArticleView, session: Session
) -> None:
    claim = claim_on(session, "every ten minutes")
    session.select(claim.id)
    for name in ("light", "dark", "contrast"):
        theme = theme_named(name)
        view.set_theme(theme)
        area = view.pane.sight.rect_of(claim.position)
        assert has_colour(picture(view), area, theme.tokens["current"])


def test_unread_text_loses_its_ground_when_it_is_read(
    view: ArticleView, session: Session, theme: Theme
) -> None:
    area = view.pane.sight.rect_of(place_on(view, "Ferries"))
    assert has_colour(picture(view), area, theme.tokens["unread"])
    (sentence,) = session.case.sentences_over(place_on(view, "Ferries"))
    session.do(session.case.read([sentence.id], CHECKER))
    assert not has_colour(picture(view), area, theme.tokens["unread"])


def test_boilerplate_never_lies_on_the_unread_ground(view: ArticleView, theme: Theme) -> None:
    area = view.pane.sight.rect_of(place_on(view, "Read more"))
    assert not has_colour(picture(view), area, theme.tokens["unread"])


def test_a_verdict_paints_its_own_rows_only(view: ArticleView, session: Session) -> None:
    claim = claim_on(session, "every ten minutes")
    QApplication.processEvents()
    text, margin = Painted(view.pane.viewport()), Painted(view.margin)
    rate(session, claim.text, Rating.VERIFIED)
    QApplication.processEvents()
    rows = view.pane.sight.rect_of(claim.position)
    for painted in (text, margin):
        box = painted.region.boundingRect()
        assert not box.isEmpty()
        assert box.top() > rows.top() - 40
        assert box.bottom() < rows.bottom() + 40


def test_a_verdict_far_from_sight_paints_no_text(open_text: Open) -> None:
    text = "\n\n".join(f"Paragraph {n} tells of bridge {n} and no more." for n in range(200))
    view = open_text(text, [make_claim("bridge 190 and", of=text)])
    session = view.pane._session
    QApplication.processEvents()
    painted = Painted(view.pane.viewport())
    rate(session, "bridge 190 and", Rating.CONTRADICTED)
    QApplication.processEvents()
    assert painted.region.isEmpty()


def test_nothing_moves_when_a_claim_comes_a_verdict_falls_or_the_pointer_passes(
    view: ArticleView, session: Session
) -> None:
    def lines() -> list[tuple[float, float]]:
        page = page_of(view)
        return [
            (page.top(i) + line.top, line.baseline)
            for i in range(len(page))
            for line in page.laid(i).lines
        ]

    before = lines()
    session.do(session.case.mark(place_on(view, "We have"), session.stamp()))
    rate(session, "every ten minutes", Rating.CONTRADICTED)
    view.pane.hover(claim_on(session, "opened in 1931").id)
    assert lines() == before


def test_a_claim_just_marked_is_painted_and_numbered(view: ArticleView, session: Session) -> None:
    session.do(session.case.mark(place_on(view, "said the mayor"), session.stamp()))
    marked = claim_on(session, "said the mayor")
    assert not mark_area(view, marked.id).isEmpty()
    assert page_of(view).numbers.of(marked.id) == 7
    session.undo()
    assert mark_area(view, marked.id).isEmpty()


def test_the_pointer_thickens_a_claim_after_a_moment(
    qtbot: QtBot, view: ArticleView, session: Session
) -> None:
    QTest.mouseMove(view.pane.viewport(), point_on(view, "opened"))
    assert view._look.hovered == ""
    qtbot.waitUntil(lambda: view._look.hovered == claim_on(session, "opened in 1931").id)
    QTest.mouseMove(view.pane.viewport(), QPoint(2, 2))
    qtbot.waitUntil(lambda: view._look.hovered == "")


def test_a_pointer_on_a_mark_thickens_its_claim(view: ArticleView, session: Session) -> None:
    claim = claim_on(session, "every ten minutes")
    middle = mark_area(view, claim.id).center().toPoint()
    QTest.mouseMove(view.margin, middle)
    assert view._look.hovered == claim.id
    assert view.margin.cursor().shape() is Qt.CursorShape.PointingHandCursor


def test_the_part_that_has_the_focus_wears_a_ring(view: ArticleView, theme: Theme) -> None:
    def edge() -> str:
        image = view.grab().toImage()
        corner = view.pane.mapTo(view, QPoint(0, 0))
        return image.pixelColor(corner.x() + 40, corner.y() - 1).name()

    assert edge() == theme.tokens["accent"].lower()
    view.date_line.day.setFocus()
    assert edge() == theme.tokens["page"].lower()
