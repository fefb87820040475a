"""Where the reader was is found again; the strip shows and takes one there; everything has a name."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from factcheck.model.claim import Claim
from factcheck.model.text import TextPosition
from factcheck.model.verdict import Rating
from factcheck.ui.article import ArticleView
from factcheck.ui.session import Session
from factcheck.ui.theme import Theme
from tests.gui.article.conftest import Open
from tests.gui.article.pointing import has_colour, mark_area, page_of
from tests.makers import make_claim

LONG = "\n\n".join(
    f"🙂 Paragraph {n} tells of bridge {n} and no more than that." for n in range(300)
)


def long_claims() -> list[Claim]:
    return [make_claim(f"bridge {n} and", of=LONG) for n in range(0, 300, 10)]


def test_the_view_is_restored_to_line_and_caret(open_text: Open) -> None:
    view = open_text(LONG, long_claims())
    session = view.pane._session
    view.pane.verticalScrollBar().setValue(5000)
    view.pane.caret.place(LONG.index("bridge 77"))
    state = view.view_state()
    session.close_case()
    session.open("article")
    assert view.view_state() != state
    view.restore_view(state)
    assert view.view_state() == state
    assert session.chosen.start == LONG.index("bridge 77")


@pytest.mark.parametrize(
    "state", [{}, {"top": "x"}, {"top": 10**9, "caret": 10**9}, {"top": -5, "caret": -1}]
)
def test_a_view_that_cannot_be_is_the_nearest_that_can(
    open_text: Open, state: dict[str, Any]
) -> None:
    view = open_text(LONG)
    view.restore_view(state)
    assert 0 <= view.view_state()["top"] <= len(LONG)


def test_reveal_moves_nothing_that_is_in_sight(open_text: Open) -> None:
    view = open_text(LONG)
    bar = view.pane.verticalScrollBar()
    bar.setValue(1000)
    there = view.pane.sight.top_offset() + 200
    view.reveal(TextPosition(there, there + 5))
    assert bar.value() == 1000


def test_a_click_on_the_strip_goes_there(open_text: Open) -> None:
    view = open_text(LONG, long_claims())
    bar = view.pane.verticalScrollBar()
    x = view.strip.width() // 2
    QTest.mouseClick(view.strip, Qt.MouseButton.LeftButton, pos=QPoint(x, view.strip.height() // 2))
    assert bar.value() == pytest.approx(bar.maximum() / 2, rel=0.05)
    QTest.mouseClick(view.strip, Qt.MouseButton.LeftButton, pos=QPoint(x, view.strip.height()))
    assert bar.value() == bar.maximum()


def test_the_strip_shows_a_verdict_where_its_claim_stands(open_text: Open, theme: Theme) -> None:
    view = open_text(LONG, long_claims())
    session = view.pane._session
    claim = session.case.claims()[15]
    red = theme.tokens["contradicted"]

    def upper_and_lower() -> tuple[bool, bool]:
        image = view.strip.grab().toImage()
        whole, half = view.strip.rect().toRectF(), view.strip.height() * 0.4
        upper = whole.adjusted(0, 0, 0, half - whole.height())
        return has_colour(image, upper, red), has_colour(image, whole.adjusted(0, half, 0, 0), red)

    assert upper_and_lower() == (False, False)
    session.do(session.case.rate(claim.id, Rating.CONTRADICTED, session.stamp()))
    assert upper_and_lower() == (False, True)
    session.undo()
    assert upper_and_lower() == (False, False)


def test_claims_proposed_while_one_reads_reach_margin_and_strip(
    qtbot: QtBot, open_text: Open, theme: Theme
) -> None:
    view = open_text(LONG)
    session = view.pane._session
    view.strip.grab()
    session.propose(session.case.propose(long_claims(), (), session.stamp()))
    first = session.case.claims()[0]
    assert not mark_area(view, first.id).isEmpty()
    qtbot.waitUntil(
        lambda: has_colour(
            view.strip.grab().toImage(), view.strip.rect().toRectF(), theme.tokens["ink_2"]
        )
    )


def test_without_an_article_the_panel_is_empty(view: ArticleView, session: Session) -> None:
    session.close_case()
    assert view.pane.toPlainText() == ""
    assert view.date_line.where.text() == ""
    view.show_find()
    view.find_next()
    view.reveal(TextPosition(3, 5))
    view.restore_view({"top": 3, "caret": 3})
    assert not view.find_bar.isVisible()


def test_every_part_has_a_name_for_screen_readers(view: ArticleView) -> None:
    named = [view.pane, view.margin, view.strip, view.find_bar.field, view.find_bar.next]
    named += [view.find_bar.previous, view.find_bar.close_button, view.date_line.day]
    assert all(widget.accessibleName() for widget in named)
    assert view.reading_widgets() == [view.pane]


def test_the_strip_and_margin_stand_mirrored_in_a_window_from_right_to_left(
    qtbot: QtBot, view: ArticleView
) -> None:
    def order() -> list[str]:
        parts: dict[str, QWidget] = {
            "margin": view.margin,
            "text": view.pane.viewport(),
            "strip": view.strip,
        }
        return sorted(parts, key=lambda name: parts[name].geometry().center().x())

    assert order() == ["margin", "text", "strip"]
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    view.resize(1210, 700)
    qtbot.waitUntil(lambda: order() == ["strip", "text", "margin"])
    text = view.pane.viewport().geometry()
    assert text.right() < view.margin.geometry().left() + 1
    assert page_of(view).laid(0).placed
