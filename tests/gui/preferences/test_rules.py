"""The page of rules: every rule has a switch, the desk writes its own, and house rules are taken back."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from factcheck.errors import NotRecorded
from factcheck.model.change import Verb
from factcheck.model.claim import ClaimKind, Priority
from factcheck.model.rule import DeskRule, RuleForm
from factcheck.storage import Casebook
from factcheck.ui.desk import Desk
from factcheck.ui.preferences import PreferencesDialog
from factcheck.ui.preferences.rule_dialog import RuleDialog
from factcheck.ui.preferences.rules import RulesPage
from factcheck.ui.session import Session
from factcheck.ui.theme import Theme, theme_named
from factcheck.ui.tool_tips import literal
from tests.gui.naming import nameless
from tests.gui.preferences.conftest import WRONG

RULE = DeskRule(
    "Sources", RuleForm.WORDS, "the mayor", ClaimKind.ATTRIBUTION, Priority.HIGH, "Who said it?"
)


@pytest.fixture
def page(dialog: PreferencesDialog) -> RulesPage:
    dialog.names.setCurrentRow(2)
    return dialog.rules


@pytest.fixture
def form(qtbot: QtBot, desk: Desk, theme: Theme) -> Iterator[RuleDialog]:
    made = RuleDialog(desk, theme, None)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.trial.stop()


def titles(page: RulesPage) -> list[str]:
    return [_text(page, row, 0) for row in range(page.table.rowCount())]


def _text(page: RulesPage, row: int, column: int) -> str:
    item = page.table.item(row, column)
    assert item is not None
    return item.text()


def choose(page: RulesPage, title: str) -> None:
    page.table.setCurrentCell(titles(page).index(title), 0)
    page.table.setFocus()


def is_on(page: RulesPage, title: str) -> bool:
    item = page.table.item(titles(page).index(title), 0)
    assert item is not None
    return item.checkState() is Qt.CheckState.Checked


def write(form: RuleDialog, name: str, content: str, pattern: bool = False) -> None:
    QTest.keyClicks(form.name, name)
    if pattern:
        form.forms[RuleForm.PATTERN].setFocus()
        QTest.keyClick(form.forms[RuleForm.PATTERN], Qt.Key.Key_Space)
    QTest.keyClicks(form.content, content)


def kept(qtbot: QtBot, form: RuleDialog) -> None:
    QTest.mouseClick(form.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not form.isVisible())


def tried(qtbot: QtBot, form: RuleDialog) -> list[str]:
    with qtbot.waitSignal(form.trial.ended):
        QTest.mouseClick(form.attempt, Qt.MouseButton.LeftButton)
    return [form.places.item(row).text() for row in range(form.places.count())]


def test_the_programs_rules_are_listed_in_words_and_on(page: RulesPage) -> None:
    assert titles(page)[:3] == ["This desk’s rules: none yet", "The program’s rules", "Quotations"]
    assert _text(page, 2, 1) == "words in quotation marks"
    assert is_on(page, "Quotations")


def test_space_switches_a_rule_off_and_on_and_both_are_recorded(
    page: RulesPage, casebook: Casebook
) -> None:
    choose(page, "Roles")
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert not casebook.rules().runs("claims_roles")
    assert not is_on(page, "Roles")
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert casebook.rules().runs("claims_roles")
    assert [(e.change.verb, e.change.stamp.by) for e in casebook.history("")] == [
        (Verb.SWITCH_RULE, "Ada Checker"),
        (Verb.SWITCH_RULE, "Ada Checker"),
    ]


def test_a_switch_that_cannot_be_recorded_stays_as_it_was(
    page: RulesPage, casebook: Casebook, monkeypatch: pytest.MonkeyPatch, session: Session
) -> None:
    def refuse(change: object) -> None:
        raise NotRecorded("The disk is full.")

    told: list[str] = []
    session.failed.connect(told.append)
    monkeypatch.setattr(casebook, "write", refuse)
    choose(page, "Roles")
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert told == ["The disk is full."]
    assert is_on(page, "Roles")


def test_a_rule_of_the_desk_is_written_and_listed(
    qtbot: QtBot, form: RuleDialog, casebook: Casebook, page: RulesPage
) -> None:
    write(form, "Sources", "the mayor")
    QTest.keyClicks(form.reason, "Who said it?")
    form.kind.setCurrentText("reported speech")
    form.priority.setCurrentText("high")
    kept(qtbot, form)
    (rule,) = casebook.rules().desk
    assert (rule.name, rule.content, rule.kind, rule.priority, rule.reason) == (
        *("Sources", "the mayor", ClaimKind.ATTRIBUTION, Priority.HIGH, "Who said it?"),
    )
    assert titles(page)[:2] == ["This desk’s rules", "Sources"]
    assert _text(page, 1, 1) == "reported speech, high priority: Who said it?"


def test_trying_lists_the_places_and_keeps_nothing(
    qtbot: QtBot, form: RuleDialog, casebook: Casebook, session: Session
) -> None:
    before = session.case.claims()
    write(form, "Sources", "the mayor")
    (line,) = tried(qtbot, form)
    assert line.startswith("the mayor")
    assert "other choice" in line
    assert form.told.text() == "One place in the open article."
    assert session.case.claims() == before
    assert casebook.rules().desk == ()


def test_trying_words_that_are_not_there_says_so(qtbot: QtBot, form: RuleDialog) -> None:
    write(form, "Sources", "a lighthouse")
    assert tried(qtbot, form) == []
    assert form.told.text() == "Nothing in the open article."


def test_places_of_an_earlier_try_go_when_the_words_change(qtbot: QtBot, form: RuleDialog) -> None:
    write(form, "Sources", "the mayor")
    assert tried(qtbot, form)
    QTest.keyClicks(form.content, "s")
    assert form.places.count() == 0
    assert form.told.text() == ""


def test_a_wrong_pattern_is_told_in_one_sentence_and_not_kept(
    qtbot: QtBot, form: RuleDialog, casebook: Casebook
) -> None:
    write(form, "Firsts", "[{", pattern=True)
    assert tried(qtbot, form) == []
    assert form.told.text() == WRONG
    with qtbot.waitSignal(form.trial.ended):
        QTest.mouseClick(form.save, Qt.MouseButton.LeftButton)
    assert form.isVisible()
    assert form.told.text() == WRONG
    assert form.save.isEnabled()
    assert casebook.rules().desk == ()


def test_a_rule_needs_a_name_of_its_own(
    qtbot: QtBot, form: RuleDialog, desk: Desk, session: Session
) -> None:
    QTest.mouseClick(form.save, Qt.MouseButton.LeftButton)
    assert form.told.text() == "Give the rule a name."
    desk.do(desk.rules.write(RULE, session.stamp()))
    write(form, "SOURCES", "x")
    QTest.mouseClick(form.save, Qt.MouseButton.LeftButton)
    assert form.told.text() == "Another rule of the desk has this name."
    assert form.isVisible()


def test_without_an_article_a_rule_is_written_but_not_tried(
    qtbot: QtBot, session: Session, desk: Desk, theme: Theme, casebook: Casebook
) -> None:
    session.close_case()
    form = RuleDialog(desk, theme, None)
    qtbot.addWidget(form)
    form.show()
    assert not form.attempt.isEnabled()
    assert "Open an article" in form.told.text()
    write(form, "Sources", "the mayor")
    kept(qtbot, form)
    assert [rule.name for rule in casebook.rules().desk] == ["Sources"]


def test_editing_keeps_the_rule_the_same_one(
    qtbot: QtBot, desk: Desk, session: Session, theme: Theme, casebook: Casebook
) -> None:
    desk.do(desk.rules.write(RULE, session.stamp()))
    form = RuleDialog(desk, theme, RULE)
    qtbot.addWidget(form)
    form.show()
    assert form.content.toPlainText() == "the mayor"
    form.reason.selectAll()
    QTest.keyClicks(form.reason, "Whose words?")
    kept(qtbot, form)
    (rule,) = casebook.rules().desk
    assert (rule.id, rule.reason) == (RULE.id, "Whose words?")


def test_the_desks_rule_is_switched_deleted_and_undone(
    page: RulesPage, desk: Desk, session: Session, casebook: Casebook
) -> None:
    desk.do(desk.rules.write(RULE, session.stamp()))
    choose(page, "Sources")
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert casebook.rules().in_force == ()
    assert page.delete.isEnabled()
    QTest.mouseClick(page.delete, Qt.MouseButton.LeftButton)
    assert casebook.rules().desk == ()
    session.undo()
    session.undo()
    assert casebook.rules().in_force == (RULE,)
    assert is_on(page, "Sources")


def test_only_the_desks_own_rules_can_be_edited(page: RulesPage) -> None:
    choose(page, "Roles")
    assert not page.edit.isEnabled()
    assert not page.delete.isEnabled()


def test_a_house_rule_is_listed_and_taken_back(
    page: RulesPage, session: Session, casebook: Casebook
) -> None:
    claim = session.case.claims()[1]
    session.do(session.case.remember(claim.id, session.stamp()))
    table = page.house.table
    cells = [table.item(0, column) for column in range(3)]
    assert [cell.text() for cell in cells if cell] == ["every ten minutes", "figure", "Ada Checker"]
    assert not casebook.rules().wanted()(claim)
    QTest.mouseClick(page.house.forget, Qt.MouseButton.LeftButton)
    assert table.rowCount() == 0
    assert not page.house.forget.isEnabled()
    assert casebook.rules().wanted()(claim)
    assert casebook.history("")[-1].change.verb is Verb.FORGET


def test_the_reason_of_a_rule_is_shown_letter_for_letter(
    page: RulesPage, desk: Desk, session: Session
) -> None:
    rule = replace(RULE, reason="<b>Who</b> said it?")
    desk.do(desk.rules.write(rule, session.stamp()))
    item = page.table.item(titles(page).index("Sources"), 1)
    assert item is not None
    assert item.toolTip() == literal(item.text())
    assert "&lt;b&gt;" in item.toolTip()


def test_the_next_look_follows_the_rules_as_they_are(
    desk: Desk, session: Session, language: object
) -> None:
    desk.do(desk.rules.write(RULE, session.stamp()))
    desk.find_claims(session.case.draft, session.case.blocks, None)
    assert language.rules[-1].desk == (RULE,)  # type: ignore[attr-defined]


def test_a_casebook_that_may_only_be_read_shows_its_rules_and_changes_none(
    qtbot: QtBot, casebook: Casebook, desk: Desk, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    casebook.write(casebook.rules().write(RULE, desk.session.stamp()))
    monkeypatch.setattr(Casebook, "read_only_reason", "Another window has it open.")
    page = RulesPage(desk, theme)
    qtbot.addWidget(page)
    page.show()
    choose(page, "Sources")
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert casebook.rules().in_force == (RULE,)
    for button in (page.add, page.edit, page.delete, page.house.forget):
        assert not button.isEnabled()
        assert button.toolTip() == "Another window has it open."


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_every_control_of_the_form_has_a_name(form: RuleDialog, name: str) -> None:
    form.set_theme(theme_named(name))
    assert not nameless(form)
