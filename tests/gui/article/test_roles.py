"""A part's role is corrected in the menu, and only its paragraph is set anew."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from factcheck.model.article import Role
from factcheck.ui.article import ArticleView
from factcheck.ui.article.menu import article_menu
from factcheck.ui.session import Session
from tests.gui.article.conftest import Open
from tests.gui.article.pointing import claim_on, mark_area, page_of, place_on
from tests.makers import make_claim


def roles_menu(view: ArticleView, session: Session) -> QMenu:
    menu = article_menu(session, None, view.pane.copy, view)
    return next(m for m in menu.findChildren(QMenu) if m.title() == "Part of the page")


def choose_role(view: ArticleView, session: Session, name: str) -> None:
    by_name: dict[str, QAction] = {a.text(): a for a in roles_menu(view, session).actions()}
    by_name[name].trigger()


def size_of(view: ArticleView, words: str) -> int:
    position = page_of(view).positions.to_qt(place_on(view, words).start)
    cursor = view.pane.textCursor()
    cursor.setPosition(position + 1)
    return cursor.charFormat().font().pixelSize()


def test_the_part_at_the_caret_gets_another_role(view: ArticleView, session: Session) -> None:
    view.pane.caret.place(place_on(view, "“We have").start)
    choose_role(view, session, "Pull quote")
    assert session.case.block_at(place_on(view, "“We have").start).role is Role.PULLQUOTE  # type: ignore[union-attr]
    assert size_of(view, "“We have") == 20
    session.undo()
    assert size_of(view, "“We have") == 18


def test_the_role_it_has_is_ticked(view: ArticleView, session: Session) -> None:
    view.pane.caret.place(place_on(view, "Read more").start)
    ticked = [a.text() for a in roles_menu(view, session).actions() if a.isChecked()]
    assert ticked == ["Boilerplate"]


def test_words_chosen_become_a_part_of_their_own_on_the_same_line(
    view: ArticleView, session: Session
) -> None:
    view.pane.caret.choose(place_on(view, "It carries 14,000 cars a day."))
    choose_role(view, session, "Boilerplate")
    assert size_of(view, "It carries") == 14
    assert size_of(view, "The bridge, opened") == 18
    assert "14,000" not in " ".join(claim.text for claim in session.case.claims())


def test_a_part_made_silent_loses_its_marks_and_gets_them_back(
    view: ArticleView, session: Session
) -> None:
    claim = claim_on(session, "every ten minutes")
    view.pane.caret.place(place_on(view, "Ferries").start)
    choose_role(view, session, "Boilerplate")
    assert mark_area(view, claim.id).isEmpty()
    session.undo()
    assert not mark_area(view, claim.id).isEmpty()


def test_what_is_at_the_top_stays_there(open_text: Open) -> None:
    text = "\n\n".join(f"Paragraph {n} tells of bridge {n} and no more." for n in range(100))
    view = open_text(text, [make_claim("bridge 60 and", of=text)])
    session = view.pane._session
    view.pane.verticalScrollBar().setValue(2000)
    top = view.view_state()["top"]
    view.pane.caret.place(place_on(view, "Paragraph 3 ").start)
    choose_role(view, session, "Headline")
    assert view.view_state()["top"] == top
