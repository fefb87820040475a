"""A change of colours reaches every part at once: no part keeps the ground or the ink of the set before."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget
from pytestqt.qtbot import QtBot

from factcheck.storage import Casebook
from factcheck.ui.settings import Settings
from factcheck.ui.theme import ColourSet, theme_named
from factcheck.ui.workstation import Workstation
from tests.gui.conftest import keep


@pytest.fixture
def desk(tmp_path: Path, settings: Settings, qtbot: QtBot) -> Iterator[Workstation]:
    book = Casebook.open(tmp_path / "look.casebook")
    keep(book)
    settings.colour_set = ColourSet.LIGHT
    made = Workstation(book, settings)
    made.show()
    made.workplace.analysis.stop()
    made.workplace.filing.open_known("article")
    made.workplace.analysis.stop()
    made.session.select(made.session.case.claims()[2].id)
    yield made
    made.window.close()
    qtbot.waitUntil(lambda: made.tasks.is_idle)


def ground_of(widget: QWidget, at: QPoint) -> str:
    return widget.grab().toImage().pixelColor(at).name().upper()


@pytest.mark.parametrize("after", [ColourSet.DARK, ColourSet.CONTRAST])
def test_page_list_and_words_take_the_new_colours(
    desk: Workstation, after: ColourSet, qtbot: QtBot
) -> None:
    desk.look.use(after)
    tokens = theme_named(after.value).tokens
    pane = desk.workplace.article.pane
    beside_the_text = QPoint(pane.viewport().width() - 4, pane.viewport().height() - 4)
    assert ground_of(pane.viewport(), beside_the_text) == tokens["page"]
    rows = desk.workplace.claims.reading_widgets()[0]
    assert isinstance(rows, QAbstractItemView)
    between_mark_and_number = QPoint(26, 4)
    assert ground_of(rows.viewport(), between_mark_and_number) == tokens["raised"]
    inks = {tokens[name] for name in ("ink", "ink_2", "ink_3", "accent", "unverifiable")}
    for label in desk.workplace.detail.findChildren(QLabel):
        if label.isVisible() and label.text():
            assert label.palette().color(label.foregroundRole()).name().upper() in inks


def test_going_there_and_back_leaves_the_window_as_it_was(desk: Workstation) -> None:
    before = desk.window.grab().toImage()
    for choice in (ColourSet.DARK, ColourSet.CONTRAST, ColourSet.LIGHT):
        desk.look.use(choice)
    after = desk.window.grab().toImage()
    assert after == before
