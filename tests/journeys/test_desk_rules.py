"""A desk's own rule and a house rule, through the real window and the real language process."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from factcheck.model.claim import Claim
from factcheck.storage import Casebook
from factcheck.ui.app import make_program
from factcheck.ui.preferences import PreferencesDialog
from factcheck.ui.preferences.rule_dialog import RuleDialog
from factcheck.ui.settings import Settings
from factcheck.ui.workstation import Workstation

ARTICLE = """\
Ferry to stop at midnight

A senior official told the paper that the ferry cost £310,000 a year. Nobody asked the senior official why.
"""
LONG = 20_000  # milliseconds: the language process has to load its model


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Workstation]:
    settings = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    make_program(settings)
    settings.checker = "Ada Checker"
    article = tmp_path / "ferry.txt"
    article.write_text(ARTICLE, "utf-8")
    made = Workstation(Casebook.open(tmp_path / "desk.casebook", exclusive=True), settings)
    made.show()
    with qtbot.waitSignal(made.workplace.ready, timeout=LONG):
        made.open_files([article])
    qtbot.waitUntil(lambda: made.tasks.is_idle)
    yield made
    made.window.close()


def look_again(desk: Workstation, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.workplace.ready, timeout=LONG):
        desk.actions["analyse"].trigger()
    qtbot.waitUntil(lambda: desk.tasks.is_idle)


def on(desk: Workstation, words: str) -> list[Claim]:
    return [claim for claim in desk.session.case.claims() if claim.text == words]


def write_rule(qtbot: QtBot) -> list[str]:
    """Fills in the form over the preferences, tries it, mends it and keeps it; what was told on the way."""
    preferences = QApplication.activeModalWidget()
    assert isinstance(preferences, PreferencesDialog)
    told: list[str] = []

    def fill() -> None:
        form = QApplication.activeModalWidget()
        assert isinstance(form, RuleDialog)
        QTest.keyClicks(form.name, "Sources")
        list(form.forms.values())[1].setChecked(True)
        for content in ('[{"LOWERR": "senior"}]', '[{"LOWER": "senior"}, {"LEMMA": "official"}]'):
            form.content.setPlainText(content)
            with qtbot.waitSignal(form.trial.ended, timeout=LONG):
                QTest.mouseClick(form.attempt, Qt.MouseButton.LeftButton)
            told.append(form.told.text())
        told.append(form.places.item(0).text())
        QTest.mouseClick(form.save, Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, fill)
    preferences.names.setCurrentRow(2)
    QTest.mouseClick(preferences.rules.add, Qt.MouseButton.LeftButton)
    preferences.reject()
    return told


def test_a_rule_is_tried_kept_and_followed_and_a_house_rule_keeps_its_words_out(
    desk: Workstation, qtbot: QtBot
) -> None:
    told: list[str] = []
    QTimer.singleShot(0, lambda: told.extend(write_rule(qtbot)))
    desk.actions["preferences"].trigger()
    assert told[0].startswith("Token 1 of the pattern is matched by “LOWERR”, which no token has.")
    assert told[1] == "2 places in the open article."
    assert told[2].startswith("senior official   ·   A senior official told the paper")

    look_again(desk, qtbot)
    first, _ = on(desk, "senior official")
    assert first.reasons[0].detector == "desk: Sources"
    (cost,) = [c for c in desk.session.case.claims() if c.text.endswith("£310,000 a year")][:1]
    desk.session.select(first.id)
    desk.actions["remember"].trigger()
    assert [rule.words for rule in desk.session.casebook.rules().house] == ["senior official"]

    desk.session.close_case()
    article = desk.session.casebook.articles(1)[0].article.id
    desk.session.casebook.remove(article, desk.session.stamp())
    with qtbot.waitSignal(desk.workplace.ready, timeout=LONG):
        desk.open_files([Path(desk.settings.recent[0])])
    qtbot.waitUntil(lambda: desk.tasks.is_idle)
    assert on(desk, "senior official") == []
    assert on(desk, cost.text)

    rules = desk.session.casebook.rules()
    desk.session.do(rules.forget(rules.house[0], desk.session.stamp()))
    look_again(desk, qtbot)
    assert len(on(desk, "senior official")) == 2
