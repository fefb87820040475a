"""Caret, mouse and marks choose words and claims, and the page follows the selected claim."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factcheck.model.text import TextPosition
from factcheck.model.verdict import Rating
from factcheck.ui.article import ArticleView
from factcheck.ui.session import Session
from tests.gui.article.conftest import Open
from tests.gui.article.pointing import claim_on, mark_area, page_of, place_on, point_on
from tests.gui.conftest import OLDEST
from tests.makers import make_claim

LEFT = Qt.MouseButton.LeftButton


def click(view: ArticleView, words: str) -> None:
    QTest.mouseClick(view.pane.viewport(), LEFT, pos=point_on(view, words))


def test_a_click_selects_the_innermost_claim(view: ArticleView, session: Session) -> None:
    click(view, "opened in")
    assert session.selected == claim_on(session, "opened in 1931").id
    assert session.chosen.start == place_on(view, "opened in").start


def test_a_second_click_in_the_same_place_goes_outwards_and_round(
    qtbot: QtBot, view: ArticleView, session: Session
) -> None:
    inner, outer = claim_on(session, "opened in 1931"), claim_on(session, OLDEST)
    picked: list[str] = []
    for _ in range(3):
        click(view, "opened in")
        qtbot.wait(QApplication.doubleClickInterval() + 20)
        picked.append(session.selected)
    assert picked == [inner.id, outer.id, inner.id]


def test_after_a_click_beside_every_claim_none_is_selected(
    view: ArticleView, session: Session
) -> None:
    session.select(claim_on(session, "every ten minutes").id)
    click(view, "Read more")
    assert session.selected == ""
    assert session.chosen.start == place_on(view, "Read more").start


def test_the_arrow_keys_walk_through_the_claims(view: ArticleView, session: Session) -> None:
    view.pane.caret.place(place_on(view, "every ten").start - 1)
    assert session.selected == ""
    QTest.keyClick(view.pane, Qt.Key.Key_Right)
    assert session.selected == claim_on(session, "every ten minutes").id


@pytest.mark.parametrize(
    ("words", "stays"), [("14,000", False), ("ten minutes", True), ("run every ten", True)]
)
def test_words_chosen_with_the_keyboard_keep_only_a_claim_they_are_part_of(
    view: ArticleView, session: Session, words: str, stays: bool
) -> None:
    claim_id = claim_on(session, "every ten minutes").id
    session.select(claim_id)
    view.pane.caret.choose(place_on(view, words))
    assert session.chosen.of(session.case.text) == words
    assert session.selected == (claim_id if stays else "")


def test_words_dragged_over_are_chosen_and_select_no_claim(
    view: ArticleView, session: Session
) -> None:
    start, end = point_on(view, "14,000"), point_on(view, " cars")
    viewport = view.pane.viewport()
    QTest.mousePress(viewport, LEFT, pos=start - QPoint(3, 0))
    QTest.mouseMove(viewport, end - QPoint(1, 0))
    QTest.mouseRelease(viewport, LEFT, pos=end - QPoint(1, 0))
    assert session.chosen.of(session.case.text) == "14,000"
    assert session.selected == ""


def test_a_claim_selected_elsewhere_gets_the_caret(view: ArticleView, session: Session) -> None:
    session.select(claim_on(session, "It carries 14,000 cars a day").id)
    assert session.chosen == TextPosition(*2 * (place_on(view, "It carries").start,))
    assert "claim 5 of 7" in view.date_line.where.text()
    assert "Body, paragraph 1" in view.date_line.where.text()


def test_an_outer_claim_stays_selected_though_the_caret_is_in_the_inner_one(
    view: ArticleView, session: Session
) -> None:
    session.select(claim_on(session, OLDEST).id)
    view.pane.caret.place(place_on(view, "opened").start)
    assert session.selected == claim_on(session, OLDEST).id


def test_a_selected_claim_is_brought_into_sight_some_lines_from_the_edge(open_text: Open) -> None:
    text = "\n\n".join(f"Paragraph {n} tells of bridge {n} and no more." for n in range(200))
    view = open_text(text, [make_claim(f"bridge {n} and", of=text) for n in (3, 120, 121, 199)])
    session = view.pane._session
    ids = [claim.id for claim in session.case.claims()]
    bar = view.pane.verticalScrollBar()
    session.select(ids[0])
    assert bar.value() == 0
    session.select(ids[1])
    rect = view.pane.sight.rect_of(session.case.claim(ids[1]).position)
    assert rect.top() > 30 and rect.bottom() < view.pane.viewport().height() - 30
    before = bar.value()
    session.select(ids[2])
    assert bar.value() == before
    session.select(ids[3])
    assert view.pane.sight.rect_of(session.case.claim(ids[3]).position).bottom() <= (
        view.pane.viewport().height()
    )


def test_a_click_on_a_mark_selects_its_claim(view: ArticleView, session: Session) -> None:
    claim = claim_on(session, "opened in 1931")
    area = mark_area(view, claim.id)
    assert (area.width(), area.height()) == (18, 24)
    QTest.mouseClick(view.margin, LEFT, pos=area.center().toPoint())
    assert session.selected == claim.id
    assert view.pane.hasFocus()


def test_more_than_three_claims_on_a_line_are_counted_after_the_marks(open_text: Open) -> None:
    text = "One, two, three, four, five."
    words = ("One", "two", "three", "four", "five")
    view = open_text(text, [make_claim(word, of=text) for word in words])
    seen = [c for c in page_of(view).case.claims() if not mark_area(view, c.id).isEmpty()]
    assert [claim.text for claim in seen] == ["One", "two", "three"]


def test_what_is_copied_is_the_text_of_the_article(open_text: Open) -> None:
    text = "14\u00a0000 cars 🙂 a day\n \n\nand more"
    view = open_text(text)
    QTest.keyClick(view.pane, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view.pane, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == text


def test_the_words_at_the_caret_are_told_to_screen_readers(
    view: ArticleView, session: Session
) -> None:
    view.pane.caret.place(place_on(view, "opened").start)
    told = view.pane.accessibleDescription()
    assert told.startswith("claim 4, date or time, not checked; in claim 3, first or superlative")
    claim = claim_on(session, "opened in 1931")
    session.do(session.case.rate(claim.id, Rating.VERIFIED, session.stamp()))
    assert "claim 4, date or time, verified" in view.pane.accessibleDescription()
    view.pane.caret.place(place_on(view, "Read more").start)
    assert view.pane.accessibleDescription() == "no claim here"


def test_the_page_takes_no_drops_away_from_the_window(view: ArticleView) -> None:
    assert not view.pane.acceptDrops()
    assert not view.pane.viewport().acceptDrops()


def test_typing_changes_nothing(view: ArticleView) -> None:
    before = view.pane.toPlainText()
    QTest.keyClicks(view.pane, "xyz")
    QTest.keyClick(view.pane, Qt.Key.Key_Backspace)
    assert view.pane.toPlainText() == before
