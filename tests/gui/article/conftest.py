"""The article panel on the town's bridge, and on any other text a test brings along."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from factcheck.model.article import Role, Sentence
from factcheck.model.claim import Claim
from factcheck.storage import Casebook
from factcheck.ui.article import ArticleView
from factcheck.ui.session import Session
from factcheck.ui.theme import Theme
from tests.gui.conftest import keep
from tests.makers import CHECKER

Open = Callable[..., ArticleView]


@pytest.fixture
def show(theme: Theme, qtbot: QtBot) -> Callable[[Session], ArticleView]:
    """Shows a session's article in a window of its own."""

    def shown(session: Session) -> ArticleView:
        view = ArticleView(session, theme, None)
        qtbot.addWidget(view)
        view.resize(1200, 700)
        with qtbot.waitExposed(view):
            view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        view.pane.setFocus()
        return view

    return shown


@pytest.fixture
def view(session: Session, show: Callable[[Session], ArticleView]) -> ArticleView:
    return show(session)


@pytest.fixture
def open_text(tmp_path: Path, show: Callable[[Session], ArticleView]) -> Iterator[Open]:
    """Shows an article on another text, with these claims."""
    books: list[Casebook] = []

    def opened(
        text: str,
        claims: Iterable[Claim] = (),
        sentences: Iterable[Sentence] = (),
        roles: Iterable[Role] = (),
    ) -> ArticleView:
        book = Casebook.open(tmp_path / f"text{len(books)}.casebook")
        books.append(book)
        keep(book, text, roles, claims, sentences)
        session = Session(book, CHECKER.by)
        session.open("article")
        return show(session)

    yield opened
    for book in books:
        book.close()
