"""House rules from the claim in full, and what the words of a claim stand for."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from factcheck.model.claim import ClaimKind, Slot
from factcheck.model.verdict import State
from factcheck.storage import Casebook
from factcheck.ui.detail import DetailPanel
from factcheck.ui.session import Session
from factcheck.ui.theme import Theme, theme_named
from tests.gui.conftest import OLDEST, keep
from tests.gui.detail.conftest import Desk
from tests.gui.detail.test_panel import texts_of
from tests.makers import make_claim

SHIFT = Qt.KeyboardModifier.ShiftModifier
OFFER = "Do not mark these words again"


def words_kept(desk: Desk) -> list[str]:
    return [rule.words for rule in desk.session.casebook.rules().house]


def test_the_offer_is_made_only_once_the_claim_is_dismissed(desk: Desk) -> None:
    desk.select()
    assert OFFER not in texts_of(desk.panel)
    QTest.keyClick(desk.panel, Qt.Key.Key_D)
    assert f"{OFFER} (Shift+D)" in texts_of(desk.panel)
    QTest.keyClick(desk.panel, Qt.Key.Key_0)
    assert OFFER not in texts_of(desk.panel)


def test_shift_d_keeps_the_words_from_being_marked_again_and_lets_them_be_again(
    desk: Desk,
) -> None:
    told: list[str] = []
    desk.session.told.connect(told.append)
    claim_id = desk.select()
    QTest.keyClick(desk.panel, Qt.Key.Key_D)
    QTest.keyClick(desk.panel, Qt.Key.Key_D, SHIFT)
    assert words_kept(desk) == [OLDEST]
    assert "These words are not marked again in this casebook. Mark them again" in texts_of(
        desk.panel
    )
    assert "its words not to be marked again by Ada Checker" in texts_of(desk.panel)
    QTest.keyClick(desk.panel, Qt.Key.Key_D, SHIFT)
    assert words_kept(desk) == []
    assert OFFER in texts_of(desk.panel)
    assert desk.session.case.state(claim_id) is State.NOT_A_CLAIM
    assert told == [
        "These words are not marked again in this casebook.",
        "These words are marked again from the next look on.",
    ]


def test_shift_d_alone_dismisses_and_one_undo_takes_both_back(desk: Desk) -> None:
    claim_id = desk.select()
    QTest.keyClick(desk.panel, Qt.Key.Key_D, SHIFT)
    assert desk.session.case.state(claim_id) is State.NOT_A_CLAIM
    assert words_kept(desk) == [OLDEST]
    desk.session.undo()
    assert desk.session.case.state(claim_id) is State.OPEN
    assert words_kept(desk) == []


def test_the_link_does_what_the_key_does(desk: Desk) -> None:
    desk.select()
    QTest.keyClick(desk.panel, Qt.Key.Key_D)
    desk.body.house.linkActivated.emit("remember")
    assert words_kept(desk) == [OLDEST]


def test_a_rule_taken_back_elsewhere_shows_at_once(desk: Desk) -> None:
    desk.select()
    QTest.keyClick(desk.panel, Qt.Key.Key_D, SHIFT)
    rules = desk.session.casebook.rules()
    desk.session.do(rules.forget(rules.house[0], desk.session.stamp()))
    assert OFFER in texts_of(desk.panel)


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_the_offer_is_in_the_colours_of_the_theme(desk: Desk, name: str) -> None:
    desk.select()
    QTest.keyClick(desk.panel, Qt.Key.Key_D)
    desk.panel.set_theme(theme_named(name))
    assert theme_named(name).colour("accent").name() in desk.body.house.text()


def test_readings_stand_apart_from_what_was_taken_apart(
    qtbot: QtBot, tmp_path: Path, theme: Theme
) -> None:
    claim = replace(
        make_claim("It carries 14,000 cars a day", kinds=(ClaimKind.QUANTITY,)),
        slots=(Slot("what", "cars"), Slot("It", "the bridge")),
    )
    with_slots = Casebook.open(tmp_path / "slots.casebook")
    keep(with_slots, claims=[claim, make_claim(OLDEST)])
    session = Session(with_slots, "Ada Checker")
    session.open("article")
    panel = DetailPanel(session, theme)
    qtbot.addWidget(panel)
    panel.resize(600, 600)
    panel.show()
    session.select(claim.id)
    shown = texts_of(panel)
    assert "Reads as" in shown
    assert "It: the bridge" in shown
    assert "Taken apart" in shown
    assert "what: cars" in shown
    assert shown.index("It: the bridge") < shown.index("what: cars")
    session.select(session.case.claims()[0].id)
    assert "Reads as" not in texts_of(panel)
    assert "Taken apart" not in texts_of(panel)
    session.close_case()
    with_slots.close()
