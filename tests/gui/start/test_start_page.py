"""The start page: what the casebook holds is found, opened and removed without the mouse."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragLeaveEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from factcheck.model.article import Manuscript
from factcheck.model.change import Stamp
from factcheck.model.verdict import Rating
from factcheck.storage import Casebook
from factcheck.ui.actions import Actions
from factcheck.ui.session import Session
from factcheck.ui.settings import Settings
from factcheck.ui.start import StartPage
from factcheck.ui.start.row_delegate import beginning_near, spans_met
from factcheck.ui.start.rows import PAGE
from factcheck.ui.start.side import RecentFile
from factcheck.ui.tasks import Tasks
from factcheck.ui.theme import Theme, theme_named
from tests.gui.naming import focused, nameless
from tests.makers import MORNING, make_article, make_draft


def keep_titled(book: Casebook, titles: list[str]) -> None:
    """Articles of one line each, the last of them touched last."""
    for number, title in enumerate(titles):
        article = make_article(title, id=f"a{number:05}")
        draft = replace(make_draft(title, id=f"d{number:05}"), article_id=article.id)
        stamp = Stamp("Ada Checker", MORNING + timedelta(minutes=number + 1))
        book.add(Manuscript(article, draft, ()), stamp)


@pytest.fixture
def page(
    qtbot: QtBot,
    session: Session,
    theme: Theme,
    actions: Actions,
    settings: Settings,
    tasks: Tasks,
) -> Iterator[StartPage]:
    session.close_case()
    made = StartPage(session, theme, actions, settings, tasks)
    qtbot.addWidget(made)
    made.resize(1440, 836)
    yield made
    made.hide()


def show(qtbot: QtBot, page: StartPage, tasks: Tasks) -> None:
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.waitUntil(lambda: tasks.is_idle)


def search(qtbot: QtBot, page: StartPage, tasks: Tasks, words: str) -> None:
    page.focus_search()
    QTest.keyClicks(page.field, words)
    qtbot.waitUntil(lambda: not page._seeking._pause.isActive())
    qtbot.waitUntil(lambda: tasks.is_idle)


def spoken(rows: object, number: int) -> str:
    model = rows.model()  # type: ignore[attr-defined]
    return str(model.data(model.index(number, 0), Qt.ItemDataRole.AccessibleTextRole))


def test_an_article_is_told_with_its_progress(
    qtbot: QtBot, page: StartPage, tasks: Tasks, session: Session
) -> None:
    session.open("article")
    claims = session.case.claims()
    session.do(session.case.rate(claims[0].id, Rating.CONTRADICTED, session.stamp()))
    session.do(session.case.rate(claims[1].id, Rating.VERIFIED, session.stamp()))
    session.close_case()
    show(qtbot, page, tasks)
    told = spoken(page.articles, 0)
    assert told.startswith("Harbour bridge to close for nine weeks. Draft 1, bridge.txt")
    assert "2 of 7 checked, 1 contradicted, read 3" in told
    assert f"today, {datetime.now(UTC).astimezone():%H:}" in told
    assert page.field.placeholderText() == "Search 7 claims in 1 article"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_the_chosen_article(
    qtbot: QtBot, page: StartPage, tasks: Tasks, casebook: Casebook, key: Qt.Key
) -> None:
    keep_titled(casebook, ["The ferry", "The tram"])
    show(qtbot, page, tasks)
    assert page.articles.hasFocus()
    QTest.keyClick(page.articles, Qt.Key.Key_J)
    QTest.keyClick(page.articles, Qt.Key.Key_Down)
    QTest.keyClick(page.articles, Qt.Key.Key_K)
    with qtbot.waitSignal(page.article_chosen) as chosen:
        QTest.keyClick(page.articles, key)
    assert chosen.args == [page.articles_model.rows[1].article.id]  # type: ignore[union-attr]


def test_a_click_opens_an_article(qtbot: QtBot, page: StartPage, tasks: Tasks) -> None:
    show(qtbot, page, tasks)
    place = page.articles.visualRect(page.articles_model.index(0, 0)).center()
    with qtbot.waitSignal(page.article_chosen) as chosen:
        QTest.mouseClick(page.articles.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == ["article"]


def test_delete_asks_for_the_removal_and_removes_nothing(
    qtbot: QtBot, page: StartPage, tasks: Tasks, casebook: Casebook
) -> None:
    show(qtbot, page, tasks)
    with qtbot.waitSignal(page.removal_asked) as asked:
        QTest.keyClick(page.articles, Qt.Key.Key_Delete)
    assert asked.args == ["article"]
    assert casebook.counts()[0] == 1


def entries(menu: QMenu) -> list[str]:
    return [entry.text().partition("\t")[0] for entry in menu.actions() if entry.text()]


def menu_over(page: StartPage, place: QPoint, reason: QContextMenuEvent.Reason) -> QMenu:
    """The menu that opens over the list of articles."""
    rows = page.articles
    event = QContextMenuEvent(reason, place, rows.viewport().mapToGlobal(place))
    QApplication.sendEvent(rows.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_a_menu_on_an_article_opens_it_and_asks_for_its_removal(
    qtbot: QtBot, page: StartPage, tasks: Tasks, casebook: Casebook
) -> None:
    keep_titled(casebook, ["The ferry", "The tram"])
    show(qtbot, page, tasks)
    second = page.articles_model.index(1, 0)
    article_id = page.articles_model.rows[1].article.id  # type: ignore[union-attr]
    place = page.articles.visualRect(second).center()
    menu = menu_over(page, place, QContextMenuEvent.Reason.Mouse)
    assert entries(menu) == ["Open", "Remove article…"]
    with qtbot.waitSignal(page.removal_asked) as asked:
        menu.actions()[-1].trigger()
    assert asked.args == [article_id]
    menu.close()
    menu = menu_over(page, QPoint(0, 0), QContextMenuEvent.Reason.Keyboard)
    with qtbot.waitSignal(page.article_chosen) as chosen:
        menu.actions()[0].trigger()
    assert chosen.args == [article_id]
    menu.close()


def test_a_claim_that_was_found_can_be_opened_but_not_removed_here(
    qtbot: QtBot, page: StartPage, tasks: Tasks
) -> None:
    show(qtbot, page, tasks)
    search(qtbot, page, tasks, "14,000")
    menu = page.hits.menu_on(page.hits_model.index(0, 0))
    assert entries(menu) == ["Open"]
    menu.deleteLater()


def test_thousands_of_articles_come_page_by_page(
    qtbot: QtBot, page: StartPage, tasks: Tasks, casebook: Casebook
) -> None:
    keep_titled(casebook, [f"Story {number}" for number in range(2 * PAGE + 5)])
    show(qtbot, page, tasks)
    assert page.articles_model.rowCount() == PAGE
    for _ in range(3):
        QTest.keyClick(page.articles, Qt.Key.Key_End)
        qtbot.waitUntil(lambda: tasks.is_idle)
    assert page.articles_model.rowCount() == 2 * PAGE + 6
    assert not page.articles_model.canFetchMore(page.articles.rootIndex())


def test_the_model_keeps_its_promises_while_it_fills(
    qtbot: QtBot, page: StartPage, tasks: Tasks, casebook: Casebook
) -> None:
    keep_titled(casebook, [f"Story {number}" for number in range(PAGE + 5)])
    QAbstractItemModelTester(page.articles_model, page)
    show(qtbot, page, tasks)
    page.refresh()
    qtbot.waitUntil(lambda: page.articles_model.rowCount() == PAGE + 6)
    qtbot.waitUntil(lambda: tasks.is_idle)
    titles = {row.article.title for row in page.articles_model.rows}  # type: ignore[union-attr]
    assert len(titles) == PAGE + 6


def test_coming_back_the_same_article_is_chosen(
    qtbot: QtBot, page: StartPage, tasks: Tasks, casebook: Casebook, session: Session
) -> None:
    keep_titled(casebook, ["The ferry", "The tram"])
    show(qtbot, page, tasks)
    page.articles.choose(2)
    page.hide()
    session.open("article")
    session.do(session.case.set_title("Bridge", session.stamp()))
    session.close_case()
    page.show()
    qtbot.waitUntil(lambda: tasks.is_idle)
    chosen = page.articles.chosen
    assert chosen is not None
    assert chosen.article.id == "article"  # type: ignore[union-attr]
    assert page.articles.currentIndex().row() == 0


def test_a_claim_is_found_by_its_words_and_opened(
    qtbot: QtBot, page: StartPage, tasks: Tasks
) -> None:
    show(qtbot, page, tasks)
    search(qtbot, page, tasks, "cars")
    assert page._heads.what.text() == "1 claim"
    assert spoken(page.hits, 0) == (
        "Claim, not checked, figure: It carries 14,000 cars a day."
        " In Harbour bridge to close for nine weeks"
    )
    with qtbot.waitSignal(page.claim_chosen) as chosen:
        QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert chosen.args[0] == "article"


def test_articles_are_found_by_their_titles_before_claims(
    qtbot: QtBot, page: StartPage, tasks: Tasks
) -> None:
    show(qtbot, page, tasks)
    search(qtbot, page, tasks, "bridge")
    assert page._heads.what.text() == "1 article and 2 claims"
    QTest.keyClick(page.field, Qt.Key.Key_Down)
    assert page.hits.hasFocus()
    with qtbot.waitSignal(page.article_chosen):
        QTest.keyClick(page.hits, Qt.Key.Key_Return)


def test_nothing_found_is_said_and_escape_goes_back(
    qtbot: QtBot, page: StartPage, tasks: Tasks
) -> None:
    show(qtbot, page, tasks)
    search(qtbot, page, tasks, "unicorn")
    assert page._heads.what.text() == "Nothing found"
    assert "no claim holds all these words" in page._heads.note.text()
    QTest.keyClick(page.field, Qt.Key.Key_Escape)
    assert page.field.text() == ""
    assert page._heads.what.text() == "Articles"
    QTest.keyClick(page.field, Qt.Key.Key_Escape)
    assert page.articles.hasFocus()


def test_only_the_last_words_typed_are_shown(qtbot: QtBot, page: StartPage, tasks: Tasks) -> None:
    show(qtbot, page, tasks)
    page.field.setText("cars")
    page._seeking.begin(page.field.text())
    page.field.setText("mayor")
    page._seeking.begin(page.field.text())
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert "mayor" in spoken(page.hits, 0)
    page._seeking.stop()


def test_a_search_that_fails_is_told_in_a_sentence(
    qtbot: QtBot, page: StartPage, tasks: Tasks, casebook: Casebook, session: Session
) -> None:
    show(qtbot, page, tasks)
    path = casebook.path
    casebook.path = path.with_name("gone") / "desk.casebook"
    with qtbot.waitSignal(session.failed) as failed:
        search(qtbot, page, tasks, "cars")
    casebook.path = path
    assert len(str(failed.args[0])) > 20
    assert page.articles_model.rowCount() == 1


def test_an_empty_casebook_asks_for_an_article_and_nothing_else(
    qtbot: QtBot,
    tmp_path: Path,
    theme: Theme,
    actions: Actions,
    triggered: list[str],
    settings: Settings,
    tasks: Tasks,
) -> None:
    book = Casebook.open(tmp_path / "empty.casebook")
    made = StartPage(Session(book, "Ada Checker"), theme, actions, settings, tasks)
    qtbot.addWidget(made)
    show(qtbot, made, tasks)
    words = [label.text() for label in made.findChildren(QLabel) if label.isVisible()]
    assert "Drop an article here." in words
    assert "Word, PDF, web page, plain text." in words
    assert not made.field.isVisible()
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert triggered == ["open"]
    assert not nameless(made)
    made.hide()
    book.close()


def test_buttons_and_the_sample_do_their_actions(
    qtbot: QtBot, page: StartPage, tasks: Tasks, triggered: list[str]
) -> None:
    show(qtbot, page, tasks)
    for button in page.side.drop_area.buttons:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    page.side._sample.linkActivated.emit("sample")
    assert triggered == ["open", "paste-article", "open-sample"]


def test_recent_files_are_offered_and_missing_ones_greyed(
    qtbot: QtBot, page: StartPage, tasks: Tasks, settings: Settings, tmp_path: Path
) -> None:
    there = tmp_path / "ferry.docx"
    there.touch()
    settings.remember_recent(tmp_path / "gone.pdf")
    settings.remember_recent(there)
    show(qtbot, page, tasks)
    first, second = page.side.files
    assert first.isEnabled()
    assert not second.isEnabled()
    assert "not there any more" in second.accessibleName()
    with qtbot.waitSignal(page.file_chosen) as chosen:
        QTest.keyClick(first, Qt.Key.Key_Space)
    assert chosen.args == [str(there)]
    assert isinstance(first, RecentFile)


def test_the_drop_area_shows_when_a_file_is_held_over_the_window(
    qtbot: QtBot, page: StartPage, tasks: Tasks
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setAcceptDrops(True)
    window.setCentralWidget(page)
    window.show()
    qtbot.waitUntil(lambda: tasks.is_idle)
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile("/tmp/a.txt")])
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPoint(5, 5), copy, held, left, none)
    QApplication.sendEvent(page.window(), enter)
    assert page.side.drop_area._is_hovered
    QApplication.sendEvent(page.window(), QDragLeaveEvent())
    assert not page.side.drop_area._is_hovered
    window.takeCentralWidget()


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_every_control_has_a_name(
    qtbot: QtBot, page: StartPage, tasks: Tasks, settings: Settings, name: str
) -> None:
    settings.remember_recent(Path("/nowhere/ferry.docx"))
    page.set_theme(theme_named(name))
    show(qtbot, page, tasks)
    assert not nameless(page)


def test_words_met_are_found_in_other_forms() -> None:
    def met(text: str, words: str) -> list[str]:
        return [text[start:end] for start, end in spans_met(text, words)]

    assert met("trading volumes between partners", "trade partner") == ["trading", "partners"]
    assert met("The bridges hold cars", "bridge car") == ["bridges", "cars"]
    assert met("Ice and rice", "ice") == ["Ice"]


def test_a_long_claim_begins_near_the_words_met() -> None:
    text = "a " * 60 + "harbour bridge to close"
    shown, spans = beginning_near(text, "bridge")
    assert shown.startswith("… ")
    assert len(shown) < 60
    assert shown[slice(*spans[0])] == "bridge"
