"""The panel of claims as somebody uses it."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from factcheck.model.claim import ClaimKind, Priority
from factcheck.model.verdict import Rating, State
from factcheck.storage import Casebook
from factcheck.ui.claims import ClaimsPanel
from factcheck.ui.claims.chips import Chip
from factcheck.ui.claims.criteria import Criteria
from factcheck.ui.claims.view import ClaimListView
from factcheck.ui.session import Session
from factcheck.ui.theme import Theme, theme_named
from tests.gui.conftest import OLDEST, PROGRAM, keep
from tests.gui.naming import nameless
from tests.makers import TOWN_TEXT, make_claim, place_of

Show = Callable[..., ClaimsPanel]


@pytest.fixture
def show(qtbot: QtBot, theme: Theme) -> Iterator[Show]:
    """The panel in a window of this size."""
    windows: list[QWidget] = []

    def shown(session: Session, width: int = 588, height: int = 900) -> ClaimsPanel:
        window = QWidget()
        windows.append(window)
        panel = ClaimsPanel(session, theme)
        column = QVBoxLayout(window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)
        window.resize(width, height)
        window.show()
        qtbot.waitUntil(window.isActiveWindow)
        return panel

    yield shown
    for window in windows:
        window.close()
        window.deleteLater()


def list_of(panel: ClaimsPanel) -> ClaimListView:
    found = panel.findChild(ClaimListView)
    assert isinstance(found, ClaimListView)
    return found


def chip_of(panel: ClaimsPanel, name: str) -> Chip:
    return next(chip for chip in panel.findChildren(Chip) if chip.text().startswith(name))


def entry_of(chip: Chip, text: str) -> QAction:
    return next(a for a in chip.menu.actions() if a.text().split("\t")[0] == text)


def search_of(panel: ClaimsPanel) -> QLineEdit:
    found = panel.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def ids_of(session: Session) -> list[str]:
    return [claim.id for claim in session.case.claims()]


def show_only(
    panel: ClaimsPanel,
    states: Iterable[State] = (),
    kinds: Iterable[ClaimKind] = (),
    priorities: Iterable[Priority] = (),
) -> None:
    """Set the chips to these."""
    criteria = Criteria(frozenset(states), frozenset(kinds), frozenset(priorities))
    panel._filters.show_criteria(criteria)


def test_selecting_in_the_list_selects_in_the_session(
    qtbot: QtBot, session: Session, show: Show
) -> None:
    panel = show(session)
    panel.focus_list()
    assert session.selected == ""
    QTest.keyClick(list_of(panel), Qt.Key.Key_Down)
    first = session.selected
    QTest.keyClick(list_of(panel), Qt.Key.Key_End)
    assert (first, session.selected) == (ids_of(session)[0], ids_of(session)[-1])
    QTest.keyClick(list_of(panel), Qt.Key.Key_Home)
    assert session.selected == ids_of(session)[0]
    row = list_of(panel).visualRect(panel._shown.index(3, 0))
    QTest.mouseClick(list_of(panel).viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert session.selected == ids_of(session)[3]


def test_the_list_follows_the_session(session: Session, show: Show) -> None:
    panel = show(session, height=200)
    session.select(ids_of(session)[6])
    view = list_of(panel)
    assert view.currentIndex().row() == 6
    assert view.viewport().rect().intersects(view.visualRect(view.currentIndex()))
    session.select("")
    assert not view.currentIndex().isValid()
    assert view.selectionModel().selectedIndexes() == []


def test_a_hidden_claim_selected_elsewhere_keeps_the_filter(session: Session, show: Show) -> None:
    panel = show(session)
    show_only(panel, kinds=[ClaimKind.QUANTITY])
    session.select(ids_of(session)[0])
    assert session.selected == ids_of(session)[0]
    assert not list_of(panel).currentIndex().isValid()
    assert len(panel.shown_ids()) == 2
    session.select(panel.shown_ids()[1])
    assert list_of(panel).currentIndex().row() == 1


def test_a_verdict_that_hides_the_claim_leaves_it_selected(session: Session, show: Show) -> None:
    panel = show(session)
    show_only(panel, states=[State.OPEN])
    session.select(ids_of(session)[2])
    session.do(session.case.rate(session.selected, Rating.VERIFIED, session.stamp()))
    assert session.selected == ids_of(session)[2]
    assert panel.row_of(session.selected) == -1
    session.undo()
    assert list_of(panel).currentIndex().row() == 2


def test_states_are_chosen_together_from_a_menu(qtbot: QtBot, session: Session, show: Show) -> None:
    panel = show(session)
    ids = ids_of(session)
    session.do(session.case.rate(ids[0], Rating.VERIFIED, session.stamp()))
    session.do(session.case.rate(ids[3], Rating.CONTRADICTED, session.stamp()))
    chip = chip_of(panel, "State")
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Return)
    qtbot.waitUntil(chip.menu.isVisible)
    assert entry_of(chip, "not checked").text() == "not checked\t5"
    entry_of(chip, "verified").trigger()
    entry_of(chip, "contradicted").trigger()
    chip.menu.close()
    assert list(panel.shown_ids()) == [ids[0], ids[3]]
    assert chip.text() == "State: 2 chosen"
    entry_of(chip, "Any").trigger()
    assert list(panel.shown_ids()) == ids
    assert chip.text() == "State: any"


def test_order_is_chosen_from_a_menu(session: Session, show: Show) -> None:
    panel = show(session)
    ids = ids_of(session)
    chip = chip_of(panel, "In order of the text")
    entry_of(chip, "By priority").trigger()
    assert list(panel.shown_ids()) == [ids[i - 1] for i in (3, 4, 5, 1, 6, 2, 7)]
    assert chip.text() == "By priority"


def test_typing_searches_and_enter_goes_to_the_list(
    qtbot: QtBot, session: Session, show: Show
) -> None:
    panel = show(session)
    panel.focus_search()
    assert search_of(panel).hasFocus()
    QTest.keyClicks(search_of(panel), "county")
    assert [session.case.claim(i).text for i in panel.shown_ids()] == [OLDEST]
    QTest.keyClick(search_of(panel), Qt.Key.Key_Return)
    assert list_of(panel).hasFocus()
    assert session.selected == panel.shown_ids()[0]


def test_what_is_hidden_is_counted_and_can_be_cleared(
    qtbot: QtBot, session: Session, show: Show
) -> None:
    panel = show(session)
    count = panel._filters._count
    assert not count.isVisible()
    show_only(panel, priorities=[Priority.HIGH])
    assert count.isVisible()
    assert count.accessibleName() == "3 of 7 claims shown. Clear filters"
    count.linkActivated.emit("clear")
    assert len(panel.shown_ids()) == 7
    assert not count.isVisible()


def test_a_filter_that_finds_nothing_offers_to_clear(
    qtbot: QtBot, session: Session, show: Show
) -> None:
    panel = show(session)
    view = list_of(panel)
    panel.focus_search()
    QTest.keyClicks(search_of(panel), "zeppelin")
    assert view.accessibleDescription() == "No claim matches. Clear filters"
    middle = QPoint(view.viewport().width() // 2, 50)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert len(panel.shown_ids()) == 7
    assert view.accessibleDescription() == ""


def test_while_claims_are_looked_for_the_empty_list_says_so(
    tmp_path: Path, show: Show, qtbot: QtBot
) -> None:
    book = Casebook.open(tmp_path / "empty.casebook")
    keep(book, claims=())
    session = Session(book, "Ada Checker")
    session.open("article")
    panel = show(session)
    view = list_of(panel)
    panel.set_looking(True)
    assert view.accessibleDescription() == "Looking for claims…"
    panel.set_looking(False)
    assert view.accessibleDescription().startswith("Nothing in this text can be checked by itself.")
    session.do(session.case.mark(place_of(TOWN_TEXT, "nine weeks"), session.stamp()))
    assert view.accessibleDescription() == ""
    book.close()


def test_proposals_leave_selection_and_scroll_where_they_are(session: Session, show: Show) -> None:
    panel = show(session, height=260)
    session.select(ids_of(session)[5])
    new = [make_claim(text) for text in ("Ferries will run", "nine weeks", "Ida Bruun")]
    session.propose(session.case.propose(new, [], PROGRAM))
    assert session.selected == ids_of(session)[7]
    assert list_of(panel).currentIndex().row() == 7


def test_filter_and_order_are_kept_and_restored(session: Session, show: Show) -> None:
    panel = show(session)
    show_only(panel, states=[State.OPEN, State.WAITING], kinds=[ClaimKind.QUANTITY])
    entry_of(chip_of(panel, "In order"), "By priority").trigger()
    kept, ids = panel.view_state(), list(panel.shown_ids())
    panel.restore_view({})
    assert list(panel.shown_ids()) == ids_of(session)
    panel.restore_view({**kept, "claims_kinds": "quantity of-yesterday"})
    assert list(panel.shown_ids()) == ids


def test_rows_have_one_line_in_low_windows(session: Session, show: Show) -> None:
    assert list_of(show(session, height=900)).rowHeight(0) == 48
    panel = show(session, width=405, height=600)
    assert list_of(panel).rowHeight(0) == 30
    for chip in panel.findChildren(Chip):
        assert panel.rect().contains(chip.geometry().translated(panel._filters.pos()))
    panel.window().resize(405, 800)
    assert list_of(panel).rowHeight(0) == 48


def test_letters_are_left_to_the_actions(qtbot: QtBot, session: Session, show: Show) -> None:
    panel = show(session)
    panel.focus_list()
    session.select(ids_of(session)[0])
    QTest.keyClicks(list_of(panel), "itow")
    assert session.selected == ids_of(session)[0]


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_it_is_painted_in_every_colour_set_and_both_directions(
    session: Session, show: Show, name: str, direction: Qt.LayoutDirection
) -> None:
    panel = show(session)
    panel.window().setLayoutDirection(direction)
    panel.set_theme(theme_named(name))
    session.select(ids_of(session)[2])
    picture = panel.grab().toImage()
    ground = theme_named(name).colour("selection").name()
    row = list_of(panel).visualRect(list_of(panel).currentIndex())
    left = list_of(panel).viewport().mapTo(panel, row.topLeft())
    seen = {
        picture.pixelColor(left.x() + x, left.y() + 40).name() for x in range(5, row.width() - 5)
    }
    assert ground in seen


def test_every_control_has_a_name(session: Session, show: Show) -> None:
    panel = show(session)
    show_only(panel, kinds=[ClaimKind.QUANTITY])
    assert nameless(panel) == []


def test_the_accessibility_tree_tells_each_claim(session: Session, show: Show) -> None:
    panel = show(session)
    session.do(session.case.rate(ids_of(session)[2], Rating.CONTRADICTED, session.stamp()))
    tree = QAccessible.queryAccessibleInterface(list_of(panel))
    names = [tree.child(row).text(QAccessible.Text.Name) for row in range(tree.childCount())]
    assert f"3, contradicted, first or superlative, high priority: {OLDEST}" in names


def test_opinions_are_hidden_and_shown_again(qtbot: QtBot, tmp_path: Path, theme: Theme) -> None:
    opinion = make_claim("We have no other choice", kinds=(ClaimKind.OPINION,))
    mixed = make_claim("every ten minutes", kinds=(ClaimKind.OPINION, ClaimKind.QUANTITY))
    fact = make_claim("opened in 1931")
    book = Casebook.open(tmp_path / "opinions.casebook")
    keep(book, claims=[opinion, mixed, fact])
    session = Session(book, "Ada Checker")
    session.open("article")
    panel = ClaimsPanel(session, theme)
    qtbot.addWidget(panel)
    assert panel.toggle_opinions() is False
    assert set(panel.shown_ids()) == {mixed.id, fact.id}
    assert panel.toggle_opinions() is True
    assert set(panel.shown_ids()) == {opinion.id, mixed.id, fact.id}
    panel.restore_view({"claims_kinds": "opinion"})
    assert panel.toggle_opinions() is False
    assert set(panel.shown_ids()) == {mixed.id, fact.id}
    session.close_case()
    book.close()
