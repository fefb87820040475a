"""Titles and names that look like markup are shown letter for letter."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from factcheck.storage import Casebook
from factcheck.ui.actions import Actions
from factcheck.ui.detail.glyphs import Glyph, GlyphButton
from factcheck.ui.start.looking_up import Found
from factcheck.ui.start.rows import HitsModel
from factcheck.ui.start.side import RecentFile
from factcheck.ui.theme import Theme
from factcheck.ui.tool_tips import literal
from factcheck.ui.top_bar import TopBar

TITLE = "<b>Harbour</b> bridge <img src=x> & ferries"


def seen(tip: str) -> str:
    """What a tool tip shows."""
    if tip.startswith("<"):
        return QTextDocumentFragment.fromHtml(tip).toPlainText()
    return tip


@pytest.mark.parametrize("words", [TITLE, "plain words", "a < b & c > d", "&amp;", ""])
def test_a_tool_tip_shows_what_it_was_given(words: str) -> None:
    assert seen(literal(words)) == words


def test_the_title_in_the_top_bar_is_no_markup(
    qtbot: QtBot, actions: Actions, theme: Theme
) -> None:
    bar = TopBar(actions, theme)
    qtbot.addWidget(bar)
    bar.resize(2400, bar.height())
    bar.show()
    bar.set_title(TITLE)
    label = next(one for one in bar.findChildren(QLabel) if one.text())
    assert label.text() == TITLE
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert seen(label.toolTip()) == TITLE


def test_tips_of_rows_files_and_buttons_are_no_markup(
    qtbot: QtBot, casebook: Casebook, theme: Theme
) -> None:
    summary = casebook.articles(1)[0]
    titled = replace(summary, article=replace(summary.article, title=TITLE))
    rows = HitsModel()
    rows.show_found(Found([titled], []))
    assert seen(rows.data(rows.index(0), Qt.ItemDataRole.ToolTipRole)) == TITLE
    file = RecentFile(Path("/texts") / "<i>town</i>.txt", theme)
    button = GlyphButton(Glyph.PENCIL, f"Edit source {TITLE}", theme)
    qtbot.addWidget(file)
    qtbot.addWidget(button)
    assert seen(file.toolTip()) == str(file.path)
    assert seen(button.toolTip()) == f"Edit source {TITLE}"
