"""The list of a new draft: what it tells, both drafts side by side, and the way from a claim to its words."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from factcheck.model.revising import attach_again, keep_verdict
from factcheck.model.text import TextPosition
from factcheck.model.verdict import Rating
from factcheck.ui.actions import Actions
from factcheck.ui.drafts import DraftPanel
from factcheck.ui.drafts.chips import FateChip
from factcheck.ui.drafts.compare import sentence_around
from factcheck.ui.key_caps import CapButton
from factcheck.ui.session import Session
from factcheck.ui.sheets.view import SheetView
from factcheck.ui.theme import Theme, theme_named
from tests.gui.drafts.conftest import CARS, FERRIES, NEW_CARS, SECOND, claim_on
from tests.makers import place_of

HURT = "hurt in May"


@pytest.fixture
def panel(qtbot: QtBot, session: Session, theme: Theme, actions: Actions) -> Iterator[DraftPanel]:
    shown = DraftPanel(session, theme, actions)
    qtbot.addWidget(shown)
    shown.resize(560, 520)
    shown.show()
    yield shown


def the_list(panel: DraftPanel) -> SheetView:
    (view,) = panel.findChildren(SheetView)
    return view


def rows(panel: DraftPanel, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> list[str]:
    model = the_list(panel).model()
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def chip(panel: DraftPanel, words: str) -> FateChip:
    return next(c for c in panel.findChildren(FateChip) if c.text().endswith(words))


def choose(panel: DraftPanel, words: str) -> None:
    view = the_list(panel)
    view.setCurrentIndex(view.model().index(rows(panel).index(words), 0))


def compared(panel: DraftPanel) -> list[str]:
    """Old and new words as they stand beside each other."""
    labels = [x for x in panel.findChildren(QLabel) if x.textFormat() is Qt.TextFormat.RichText]
    return [label.accessibleName() for label in labels if label.isVisible()]


def button(panel: DraftPanel, words: str) -> CapButton:
    return next(b for b in panel.findChildren(CapButton) if b.text().startswith(words))


def test_what_is_to_be_checked_and_what_is_gone_is_shown_first(panel: DraftPanel) -> None:
    assert rows(panel) == ["Changed in substance", NEW_CARS, "New", HURT, "Gone", FERRIES]
    assert [c.text() for c in panel.findChildren(FateChip)] == [
        "1 changed",
        "1 new",
        "1 gone",
        "0 moved",
        "0 reworded",
        "5 same",
    ]


def test_the_chips_choose_what_is_shown(qtbot: QtBot, panel: DraftPanel) -> None:
    qtbot.mouseClick(chip(panel, "changed"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(chip(panel, "new"), Qt.MouseButton.LeftButton)
    assert rows(panel) == ["Gone", FERRIES]
    qtbot.mouseClick(chip(panel, "same"), Qt.MouseButton.LeftButton)
    assert len(rows(panel)) == 8


def test_a_claim_is_heard_with_its_fate_reason_verdicts_and_old_words(panel: DraftPanel) -> None:
    spoken = rows(panel, Qt.ItemDataRole.AccessibleTextRole)[1]
    assert spoken == (
        f"5, changed in substance, number, verified, now not checked: {NEW_CARS}, before: {CARS}"
    )


def test_choosing_a_claim_shows_it_in_the_article_and_in_both_drafts(
    panel: DraftPanel, session: Session
) -> None:
    places: list[TextPosition] = []
    session.place_wanted.connect(places.append)
    choose(panel, NEW_CARS)
    assert session.selected == claim_on(session.case, NEW_CARS).id
    assert places[-1] == place_of(SECOND, NEW_CARS)
    assert compared(panel) == [f"{CARS}.", f"{NEW_CARS}."]
    assert button(panel, "Same claim").isVisible()
    assert not button(panel, "Attach").isVisible()


def test_a_claim_that_is_gone_is_shown_as_it_stood(panel: DraftPanel, session: Session) -> None:
    choose(panel, FERRIES)
    assert session.selected == ""
    assert panel.gone == claim_on(session.case, FERRIES).id
    assert compared(panel)[0] == "Ferries will run every ten minutes"
    assert button(panel, "Attach").isVisible()


def test_a_verdict_kept_counts_at_once_and_undo_drops_it_again(
    panel: DraftPanel, session: Session
) -> None:
    counted: list[int] = []
    panel.counted.connect(counted.append)
    claim = claim_on(session.case, NEW_CARS)
    choose(panel, NEW_CARS)
    session.do(keep_verdict(session.case, claim.id, session.stamp()))
    assert counted[-1] == 1
    assert not button(panel, "Same claim").isVisible()
    session.undo()
    assert counted[-1] == 2
    assert button(panel, "Same claim").isVisible()


def test_a_claim_attached_again_leaves_the_drawer_and_undo_puts_it_back(
    panel: DraftPanel, session: Session
) -> None:
    gone = claim_on(session.case, FERRIES).id
    place = place_of(SECOND, "Harbour bridge")
    session.do(attach_again(session.case, gone, place, session.stamp()))
    assert rows(panel)[:3] == ["Changed in substance", "Harbour bridge", NEW_CARS]
    assert "Gone" not in rows(panel)
    session.undo()
    assert rows(panel)[-2:] == ["Gone", FERRIES]


def test_the_claim_selected_elsewhere_is_selected_here(panel: DraftPanel, session: Session) -> None:
    session.select(claim_on(session.case, HURT).id)
    assert the_list(panel).currentIndex().row() == 3
    session.do(session.case.rate(session.selected, Rating.CONTRADICTED, session.stamp()))
    assert "contradicted" in rows(panel, Qt.ItemDataRole.AccessibleTextRole)[3]


def test_a_gone_claim_stays_chosen_while_words_are_looked_for(
    panel: DraftPanel, session: Session
) -> None:
    choose(panel, FERRIES)
    session.choose(place_of(SECOND, "pilot"))
    session.select("")
    assert panel.gone == claim_on(session.case, FERRIES).id


def test_the_model_keeps_qts_rules_and_every_theme_is_painted(panel: DraftPanel) -> None:
    QAbstractItemModelTester(
        the_list(panel).model(), QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    choose(panel, NEW_CARS)
    for name in ("dark", "contrast", "light"):
        panel.set_theme(theme_named(name))
        assert not panel.grab().isNull()
    panel.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert not panel.grab().isNull()


def test_closing_the_article_leaves_nothing_behind(panel: DraftPanel, session: Session) -> None:
    choose(panel, NEW_CARS)
    session.close_case()
    assert rows(panel) == []
    assert compared(panel) == []


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("One. Two boats sank. Three.", "boats", "Two boats sank."),
        ("A headline\nThe text", "headline", "A headline"),
        ("“It is so,” he said. Next.", "so", "“It is so,” he said."),
    ],
)
def test_the_sentence_around_a_claim(text: str, words: str, sentence: str) -> None:
    assert sentence_around(text, place_of(text, words)) == sentence
