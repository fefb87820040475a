"""The publication date: shown, asked for and entered in a line above the article."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from factcheck.model.article import DateOrigin
from factcheck.ui.article import ArticleView
from factcheck.ui.article.date_line import NO_DATE, NOT_A_DATE
from factcheck.ui.session import Session


def enter(view: ArticleView, words: str) -> None:
    QTest.mouseClick(view.date_line.day, Qt.MouseButton.LeftButton)
    view.date_line.field.clear()
    QTest.keyClicks(view.date_line.field, words)
    QTest.keyClick(view.date_line.field, Qt.Key.Key_Return)


def test_the_line_tells_date_origin_words_and_file(view: ArticleView) -> None:
    line = view.date_line
    assert line.day.text() == "Tuesday 3 March 2026"
    assert line.origin.text() == "read from the file"
    assert line.about.text() == "  ·  42 words  ·  bridge.txt"


@pytest.mark.parametrize("words", ["2022-06-15", "15 June 2022", "June 15, 2022", "15 Jun 2022"])
def test_a_date_is_entered_in_any_of_its_forms(
    view: ArticleView, session: Session, words: str
) -> None:
    enter(view, words)
    assert session.case.article.published == date(2022, 6, 15)
    assert session.case.article.published_from is DateOrigin.PERSON
    assert view.date_line.day.text() == "Wednesday 15 June 2022"
    assert view.date_line.origin.text() == "entered by you"
    assert not view.date_line.field.isVisible()


def test_a_date_is_taken_back_with_undo(view: ArticleView, session: Session) -> None:
    enter(view, "2022-06-15")
    session.undo()
    assert view.date_line.day.text() == "Tuesday 3 March 2026"
    assert view.date_line.origin.text() == "read from the file"


@pytest.mark.parametrize("words", ["last June", "31 June 2022", "06/07/2022", "15 June"])
def test_what_is_no_full_date_is_told_beside_the_field(
    view: ArticleView, session: Session, words: str
) -> None:
    enter(view, words)
    assert view.date_line.trouble.isVisible()
    assert view.date_line.trouble.text() == NOT_A_DATE
    assert view.date_line.field.text() == words
    assert session.case.article.published == date(2026, 3, 3)
    QTest.keyClicks(view.date_line.field, " ")
    assert not view.date_line.trouble.isVisible()


def test_escape_leaves_the_date_as_it_was(view: ArticleView, session: Session) -> None:
    view.date_line.open_field()
    QTest.keyClicks(view.date_line.field, "1999")
    QTest.keyClick(view.date_line.field, Qt.Key.Key_Escape)
    assert not view.date_line.field.isVisible()
    assert session.case.article.published == date(2026, 3, 3)


def test_an_empty_field_takes_the_date_away_and_the_line_asks_for_one(
    view: ArticleView, session: Session
) -> None:
    enter(view, "")
    assert session.case.article.published is None
    assert view.date_line.published.text() == NO_DATE
    assert view.date_line.day.text() == "Enter date…"
    assert not view.date_line.origin.isVisible()


def test_a_small_window_has_a_short_line(qtbot: QtBot, view: ArticleView) -> None:
    view.resize(700, 600)
    qtbot.waitUntil(lambda: view.date_line.is_compact)
    assert view.date_line.day.text() == "Tue 3 March 2026"
    assert view.date_line.about.text() == "  ·  42 words"
