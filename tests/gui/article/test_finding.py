"""The find bar: what is typed is shown at once, and where it is in the article."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from factcheck.ui.article import ArticleView
from factcheck.ui.session import Session
from factcheck.ui.theme import Theme
from tests.gui.article.conftest import Open
from tests.gui.article.pointing import has_colour, picture, place_on, words_rect


def type_words(view: ArticleView, words: str) -> None:
    view.show_find()
    QTest.keyClicks(view.find_bar.field, words)


def test_hits_are_counted_and_painted_as_words_are_typed(view: ArticleView, theme: Theme) -> None:
    assert not view.find_bar.isVisible()
    type_words(view, "br")
    assert view.find_bar.field.hasFocus()
    assert view.find_bar.count.text() == "1 of 3"
    QTest.keyClicks(view.find_bar.field, "idge,")
    assert view.find_bar.count.text() == "1 of 1"
    area = words_rect(view, "bridge,").adjusted(2, -2, -2, 2)
    assert has_colour(picture(view), area, theme.tokens["current"])
    QTest.keyClicks(view.find_bar.field, "zz")
    assert view.find_bar.count.text() == "No hit"
    assert not has_colour(picture(view), area, theme.tokens["current"])


def test_return_and_the_find_keys_walk_round_the_hits(view: ArticleView) -> None:
    type_words(view, "bridge")
    seen = [view.find_bar.count.text()]
    QTest.keyClick(view.find_bar.field, Qt.Key.Key_Return)
    seen.append(view.find_bar.count.text())
    view.find_next()
    seen.append(view.find_bar.count.text())
    view.find_previous()
    QTest.keyClick(view.find_bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    seen.append(view.find_bar.count.text())
    assert seen == ["1 of 2", "2 of 2", "1 of 2", "1 of 2"]


def test_escape_closes_the_bar_and_leaves_the_hit_chosen(
    view: ArticleView, session: Session, theme: Theme
) -> None:
    type_words(view, "14,000")
    QTest.keyClick(view.find_bar.field, Qt.Key.Key_Escape)
    assert not view.find_bar.isVisible()
    assert view.pane.hasFocus()
    assert session.chosen == place_on(view, "14,000")
    assert not has_colour(picture(view), words_rect(view, "14,000"), theme.tokens["current"])


def test_the_search_begins_at_the_caret(view: ArticleView) -> None:
    view.pane.caret.place(place_on(view, "The bridge").start)
    type_words(view, "bridge")
    assert view.find_bar.count.text() == "2 of 2"


def test_words_chosen_are_what_is_searched_for(view: ArticleView) -> None:
    view.pane.caret.choose(place_on(view, "The bridge"))
    view.show_find()
    assert view.find_bar.field.text() == "The bridge"


def test_a_hit_far_away_is_brought_into_sight(open_text: Open) -> None:
    view = open_text("\n\n".join(f"Paragraph {n} tells of bridge {n} 🙂." for n in range(200)))
    type_words(view, "bridge 190")
    rect = view.pane.sight.rect_of(place_on(view, "bridge 190"))
    assert 0 < rect.top() < rect.bottom() < view.pane.viewport().height()


def test_another_article_is_searched_in_its_turn(view: ArticleView, session: Session) -> None:
    type_words(view, "bridge")
    session.close_case()
    assert view.find_bar.count.text() == "No hit"
    session.open("article")
    assert view.find_bar.count.text() == "1 of 2"
