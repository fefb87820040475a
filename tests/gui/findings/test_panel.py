"""The list of findings: what it shows, and the way from a finding to its places."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from factcheck.model.explaining import explain
from factcheck.model.text import TextPosition
from factcheck.ui.findings import FindingsPanel
from factcheck.ui.findings.chips import ToggleChip
from factcheck.ui.holding import Holding
from factcheck.ui.session import Session
from factcheck.ui.sheets.view import SheetView
from factcheck.ui.theme import theme_named
from tests.gui.findings.conftest import CARS, OPENED, WEEKS, place
from tests.makers import CHECKER


def shown(panel: FindingsPanel) -> list[str]:
    """The sentences of the list, from the top."""
    model: QAbstractItemModel = the_list(panel).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def the_list(panel: FindingsPanel) -> SheetView:
    return panel.findChildren(SheetView)[0]


def chip(panel: FindingsPanel, beginning: str) -> ToggleChip:
    return next(c for c in panel.findChildren(ToggleChip) if c.text().startswith(beginning))


def test_conflicts_come_first_and_chips_count_them(panel: FindingsPanel) -> None:
    assert shown(panel) == [WEEKS.message, CARS.message, OPENED.message]
    texts = [c.text() for c in panel.findChildren(ToggleChip)]
    assert texts == ["1 conflict", "1 to ask", "1 consistent", "Hide explained"]


def test_a_chip_shows_its_outcome_alone(qtbot: QtBot, panel: FindingsPanel) -> None:
    qtbot.mouseClick(chip(panel, "1 to ask"), Qt.MouseButton.LeftButton)
    assert shown(panel) == [CARS.message]
    qtbot.mouseClick(chip(panel, "1 conflict"), Qt.MouseButton.LeftButton)
    assert shown(panel) == [WEEKS.message, CARS.message]


def test_down_selects_a_finding_and_enter_goes_on_to_its_next_place(
    qtbot: QtBot, panel: FindingsPanel, holding: Holding, session: Session
) -> None:
    places: list[TextPosition] = []
    session.place_shown.connect(places.append)
    rows = the_list(panel)
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert holding.selected is WEEKS
    for _ in range(2):
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert places == [place("nine weeks"), place("every ten minutes"), place("nine weeks")]


def test_the_claim_at_the_place_is_selected_with_it(panel: FindingsPanel, session: Session) -> None:
    panel.show_finding(OPENED)
    assert session.selected_claim is not None
    assert session.selected_claim.text == "opened in 1931"


def test_a_click_on_a_number_goes_to_that_place(
    qtbot: QtBot, panel: FindingsPanel, session: Session
) -> None:
    panel.show_finding(WEEKS)
    places: list[TextPosition] = []
    session.place_shown.connect(places.append)
    rows = the_list(panel)
    top = rows.visualRect(rows.model().index(0, 0))
    # down the column of numbers until one answers: the second place's line lies below the first's
    for y in range(top.top() + 60, top.bottom()):
        qtbot.mouseClick(
            rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(top.right() - 20, y)
        )
        if places:
            break
    assert places == [place("every ten minutes")]


def test_what_is_explained_says_so_and_can_be_hidden(
    qtbot: QtBot, panel: FindingsPanel, session: Session
) -> None:
    counts: list[int] = []
    panel.counted.connect(counts.append)
    session.do(explain(session.case, WEEKS, "The author means two closures.", CHECKER))
    assert "explained: The author means two closures." in the_list(panel).model().index(0, 0).data(
        Qt.ItemDataRole.AccessibleTextRole
    )
    assert counts[-1] == 1  # the question; what agrees wants no attention
    qtbot.mouseClick(chip(panel, "Hide"), Qt.MouseButton.LeftButton)
    assert shown(panel) == [CARS.message, OPENED.message]
    session.undo()
    assert shown(panel) == [WEEKS.message, CARS.message, OPENED.message]


def test_a_finding_that_is_asked_for_is_shown_whatever_the_chips_hide(
    qtbot: QtBot, panel: FindingsPanel, holding: Holding
) -> None:
    qtbot.mouseClick(chip(panel, "1 to ask"), Qt.MouseButton.LeftButton)
    panel.show_finding(WEEKS)
    assert WEEKS.message in shown(panel)
    assert holding.selected is WEEKS


def test_nothing_found_says_so_in_words(panel: FindingsPanel, holding: Holding) -> None:
    holding.findings = []
    holding.changed.emit()
    assert "agrees with itself" in the_list(panel).accessibleDescription()
    panel.set_looking(True)
    assert "agrees" not in the_list(panel).accessibleDescription()


def test_rows_follow_the_width_and_every_control_has_a_name(panel: FindingsPanel) -> None:
    rows = the_list(panel)
    wide = rows.visualRect(rows.model().index(0, 0)).height()
    panel.resize(240, 420)
    rows.doItemsLayout()
    assert rows.visualRect(rows.model().index(0, 0)).height() > wide
    for widget in panel.findChildren(QWidget):
        if isinstance(widget, (ToggleChip, SheetView)):
            assert widget.accessibleName()


def test_it_is_drawn_in_every_colour_set_and_from_right_to_left(panel: FindingsPanel) -> None:
    pictures = set()
    for name in ("light", "dark", "contrast"):
        panel.set_theme(theme_named(name))
        pictures.add(panel.grab().toImage().pixelColor(60, 60).name() + name)
    assert len(pictures) == 3
    before = panel.grab().toImage()
    panel.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert panel.grab().toImage() != before


def test_the_model_keeps_its_promises(panel: FindingsPanel) -> None:
    model = the_list(panel).model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.rowCount(QModelIndex()) == 3
