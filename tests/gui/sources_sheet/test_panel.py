"""The list of sources: what it tells of each, the way to its claims, the weakest links, and the whole desk."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from factcheck.model.evidence import Source, SourceKind
from factcheck.model.text import TextPosition
from factcheck.model.verdict import Rating
from factcheck.storage import Casebook
from factcheck.ui.session import Session
from factcheck.ui.sheets.view import SheetView
from factcheck.ui.sources_sheet import SourcesPanel
from factcheck.ui.theme import Theme, theme_named
from tests.gui.naming import nameless
from tests.makers import CHECKER, make_source
from tests.unit.storage.makers import added, do, now

REGISTER = replace(make_source(), kind=SourceKind.DATA_SET)


@pytest.fixture
def panel(qtbot: QtBot, session: Session, theme: Theme) -> Iterator[SourcesPanel]:
    first, second, third = session.case.claims()[:3]
    session.do(session.case.attach(first.id, REGISTER, CHECKER, locator="entry 12"))
    session.do(session.case.attach(third.id, REGISTER, CHECKER))
    session.do(session.case.rate(first.id, Rating.VERIFIED, CHECKER))
    session.do(session.case.rate(second.id, Rating.AUTHORS_WORD, CHECKER))
    shown = SourcesPanel(session, theme)
    qtbot.addWidget(shown)
    shown.resize(560, 420)
    shown.show()
    shown.focus_list()
    yield shown
    shown.refresh()  # no look is left waiting


def the_list(panel: SourcesPanel) -> SheetView:
    (view,) = panel.findChildren(SheetView)
    return view


def spoken(panel: SourcesPanel) -> list[str]:
    model = the_list(panel).model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def test_a_source_tells_what_it_is_and_which_claims_it_bears_on(panel: SourcesPanel) -> None:
    QAbstractItemModelTester(the_list(panel).model())
    assert spoken(panel) == ["Register of bridges; data set, primary; bears on claims 1, 3"]
    assert panel._summary.text() == "1 source, 1 weak link"


def test_a_verdict_that_makes_a_source_weak_marks_it(
    qtbot: QtBot, panel: SourcesPanel, session: Session
) -> None:
    third = session.case.claims()[2]
    session.do(session.case.rate(third.id, Rating.VERIFIED, CHECKER))
    qtbot.waitUntil(lambda: "weak: no locator" in spoken(panel)[0])
    session.undo()
    qtbot.waitUntil(lambda: "weak" not in spoken(panel)[0])


def test_enter_goes_from_claim_to_claim_and_selects_it(
    qtbot: QtBot, panel: SourcesPanel, session: Session
) -> None:
    places: list[TextPosition] = []
    session.place_shown.connect(places.append)
    first, _, third = session.case.claims()[:3]
    for claim in (first, third, first):
        qtbot.keyClick(the_list(panel), Qt.Key.Key_Return)
        assert session.selected == claim.id
    assert places == [first.position, third.position, first.position]


def test_a_click_on_a_number_goes_to_that_claim(
    qtbot: QtBot, panel: SourcesPanel, session: Session
) -> None:
    view, third = the_list(panel), session.case.claims()[2]
    index = view.model().index(0, 0)
    layout = view.delegate._layout(index)
    link = next(p.rect for p in layout.pieces if p.leads_to == third.position)
    at = view.visualRect(index).topLeft() + QPoint(round(link.x()) + 3, round(link.y()) + 9)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert session.selected == third.id


def test_the_weakest_links_stand_in_a_list_of_their_own(
    qtbot: QtBot, panel: SourcesPanel, session: Session
) -> None:
    qtbot.mouseClick(panel.weak, Qt.MouseButton.LeftButton)
    second = session.case.claims()[1]
    assert spoken(panel) == [
        f"{second.text}; weak: It rests on the author’s word alone; bears on claim 2"
    ]
    panel.focus_list()
    qtbot.keyClick(the_list(panel), Qt.Key.Key_Return)
    assert session.selected == second.id


def test_search_narrows_the_list_and_says_when_nothing_is_found(
    qtbot: QtBot, panel: SourcesPanel
) -> None:
    qtbot.keyClicks(panel.search, "bridges data")
    assert len(spoken(panel)) == 1
    qtbot.keyClicks(panel.search, " tunnel")
    assert spoken(panel) == []
    assert the_list(panel).accessibleDescription().startswith("No source has these words")
    qtbot.keyClick(panel.search, Qt.Key.Key_Escape)
    assert len(spoken(panel)) == 1


def test_the_whole_desk_is_searched_and_leads_to_the_other_article(
    qtbot: QtBot, panel: SourcesPanel, session: Session, casebook: Casebook
) -> None:
    other = added(casebook)
    source = Source(other.article.id, "Flood commission", contact="room 4")
    do(casebook, other, other.attach(other.claims()[0].id, source, now()))
    qtbot.mouseClick(panel.whole_desk, Qt.MouseButton.LeftButton)
    assert [row.partition(";")[0] for row in spoken(panel)] == [
        "Flood commission",
        "Register of bridges",
    ]
    assert "2 claims in “Harbour bridge to close for nine weeks”" in spoken(panel)[1]
    qtbot.keyClicks(panel.search, "room 4")
    panel.focus_list()
    the_list(panel).setCurrentIndex(the_list(panel).model().index(0, 0))
    qtbot.keyClick(the_list(panel), Qt.Key.Key_Return)
    assert session.case.article.id == other.article.id
    assert not panel.whole_desk.isChecked()
    assert the_list(panel).currentIndex().data() == "Flood commission"


def test_the_two_switches_take_turns(qtbot: QtBot, panel: SourcesPanel) -> None:
    qtbot.mouseClick(panel.weak, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(panel.whole_desk, Qt.MouseButton.LeftButton)
    assert (panel.weak.isChecked(), panel.whole_desk.isChecked()) == (False, True)
    qtbot.mouseClick(panel.whole_desk, Qt.MouseButton.LeftButton)
    assert spoken(panel) == ["Register of bridges; data set, primary; bears on claims 1, 3"]


def test_an_article_without_sources_says_how_to_add_one(
    qtbot: QtBot, session: Session, theme: Theme
) -> None:
    shown = SourcesPanel(session, theme)
    qtbot.addWidget(shown)
    shown.show()
    assert "Choose a claim and add one" in the_list(shown).accessibleDescription()


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_it_is_drawn_in_every_colour_set_and_every_control_is_named(
    panel: SourcesPanel, name: str
) -> None:
    panel.set_theme(theme_named(name))
    assert not panel.grab().isNull()
    assert nameless(panel) == []
