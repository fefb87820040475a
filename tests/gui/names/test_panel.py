"""The list of names: what it tells, the way to each place, and confirming a spelling once for all."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from factcheck.consistency.entities import Detail, Entity
from factcheck.model.detected import NameKind
from factcheck.model.text import TextPosition
from factcheck.ui.holding import Holding
from factcheck.ui.names import NamesPanel
from factcheck.ui.session import Session
from factcheck.ui.sheets.view import SheetView
from factcheck.ui.tasks import Tasks
from factcheck.ui.theme import Theme, theme_named
from tests.gui.findings.conftest import place

MAYOR = Entity(
    "Ida Bruun",
    NameKind.PERSON,
    (Detail("Ida Bruun", (place("Ida Bruun"),)),),
    titles=(Detail("the mayor", (place("the mayor"),)),),
)
BRIDGE = Entity(
    "the Harbour bridge",
    NameKind.PLACE,
    (
        Detail("the Harbour bridge", ()),
        Detail("Harbour bridge", (place("Harbour bridge"),)),
        Detail("bridge", (place("bridge, opened"),)),
    ),
    dates=(Detail("1931", (place("1931"),)),),
)


@pytest.fixture
def holding(session: Session, tasks: Tasks) -> Holding:
    made = Holding(session, tasks, session)
    made.entities = [MAYOR, BRIDGE]
    return made


@pytest.fixture
def panel(qtbot: QtBot, session: Session, holding: Holding, theme: Theme) -> Iterator[NamesPanel]:
    shown = NamesPanel(session, holding, theme)
    qtbot.addWidget(shown)
    shown.resize(560, 420)
    shown.show()
    shown.focus_list()
    yield shown


def the_list(panel: NamesPanel) -> SheetView:
    (view,) = panel.findChildren(SheetView)
    return view


def rows(panel: NamesPanel, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> list[str]:
    model = the_list(panel).model()
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def test_names_stand_as_they_are_first_named_or_by_name(qtbot: QtBot, panel: NamesPanel) -> None:
    assert rows(panel) == ["Ida Bruun", "the Harbour bridge"]
    qtbot.mouseClick(panel._by_name, Qt.MouseButton.LeftButton)
    assert rows(panel) == ["the Harbour bridge", "Ida Bruun"]


def test_enter_goes_from_place_to_place_and_round(
    qtbot: QtBot, panel: NamesPanel, session: Session
) -> None:
    places: list[TextPosition] = []
    session.place_shown.connect(places.append)
    view = the_list(panel)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Return)
    first, second = place("Harbour bridge"), place("bridge, opened")
    assert places == [first, second, first]


def test_v_confirms_a_spelling_for_the_whole_article_and_takes_it_back(
    qtbot: QtBot, panel: NamesPanel, session: Session
) -> None:
    view = the_list(panel)
    qtbot.keyClick(view, Qt.Key.Key_V)
    kept = session.casebook.load("article").confirmed_spelling("Ida Bruun")
    assert kept is not None and kept.by == session.checker
    assert "spelling confirmed" in rows(panel, Qt.ItemDataRole.AccessibleTextRole)[0]
    assert panel._summary.text() == "2 names, spelling of 1 confirmed"
    qtbot.keyClick(view, Qt.Key.Key_V)
    assert session.case.confirmed_spelling("Ida Bruun") is None
    session.undo()
    assert session.case.confirmed_spelling("Ida Bruun") == kept


def test_v_here_is_not_the_verdict(qtbot: QtBot, panel: NamesPanel, session: Session) -> None:
    claim = session.case.claims()[0]
    session.select(claim.id)
    qtbot.keyClick(the_list(panel), Qt.Key.Key_V)
    assert session.case.verdict(claim.id) is None


def test_a_click_on_a_number_leads_to_the_words(
    qtbot: QtBot, panel: NamesPanel, session: Session
) -> None:
    places: list[TextPosition] = []
    session.place_shown.connect(places.append)
    view = the_list(panel)
    box = view.visualRect(view.model().index(0, 0))
    for x in range(box.left() + 40, box.right(), 4):
        qtbot.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, box.bottom() - 18)
        )
    assert set(places) == {place("Ida Bruun"), place("the mayor")}


def test_what_is_heard_tells_kind_and_titles(panel: NamesPanel) -> None:
    mayor, bridge = rows(panel, Qt.ItemDataRole.AccessibleTextRole)
    assert "person" in mayor and "the mayor" in mayor and "once" in mayor
    assert "2 times" in bridge and "1931" in bridge


def test_without_names_it_says_so(panel: NamesPanel, holding: Holding) -> None:
    holding.entities = []
    holding.changed.emit()
    assert "No person" in the_list(panel).accessibleDescription()


def test_it_is_drawn_in_every_colour_set_and_from_right_to_left(panel: NamesPanel) -> None:
    grounds = set()
    for name in ("light", "dark", "contrast"):
        panel.set_theme(theme_named(name))
        grounds.add(the_list(panel).viewport().grab().toImage().pixelColor(300, 330).name())
    assert len(grounds) >= 2
    before = panel.grab().toImage()
    panel.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert panel.grab().toImage() != before


def test_the_model_keeps_its_promises(panel: NamesPanel) -> None:
    model = the_list(panel).model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.rowCount() == 2
