"""The preferences on a desk whose language process is a small stand-in."""

from collections.abc import Iterator, Sequence
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from factcheck.errors import UnusableRule
from factcheck.model.article import Block, Draft
from factcheck.model.claim import Claim
from factcheck.model.detected import DetectedBlock
from factcheck.model.rule import DeskRule, RuleForm
from factcheck.model.rulebook import Rulebook
from factcheck.model.text import TextPosition, anchor_at
from factcheck.ui.actions import Actions
from factcheck.ui.desk import Desk
from factcheck.ui.preferences import PreferencesDialog
from factcheck.ui.session import Session
from factcheck.ui.settings import Settings
from factcheck.ui.tasks import Tasks
from factcheck.ui.theme import Theme

WRONG = "The pattern is not JSON: look at line 1, character 2."


class Language:
    """Finds the words of a list where they stand, and no pattern right."""

    def __init__(self) -> None:
        self.rules: list[Rulebook] = []

    def detect(
        self, draft: Draft, blocks: Sequence[Block], published: date | None, rules: Rulebook
    ) -> Iterator[DetectedBlock]:
        self.rules.append(rules)
        return iter(())

    def try_rule(
        self, draft: Draft, blocks: Sequence[Block], rule: DeskRule
    ) -> Iterator[DetectedBlock]:
        if rule.form is RuleForm.PATTERN:
            raise UnusableRule(WRONG)
        for block in blocks:
            yield DetectedBlock(block.position, claims=tuple(_found(draft, block, rule)))


def _found(draft: Draft, block: Block, rule: DeskRule) -> Iterator[Claim]:
    for words in rule.words:
        at = draft.text.find(words, block.position.start, block.position.end)
        if at >= 0:
            place = TextPosition(at, at + len(words))
            yield Claim(draft.id, anchor_at(draft.text, place), (rule.kind,), rule.priority)


@pytest.fixture
def language() -> Language:
    return Language()


@pytest.fixture
def desk(session: Session, tasks: Tasks, language: Language) -> Desk:
    return Desk(session, tasks, language)


@pytest.fixture
def dialog(
    qtbot: QtBot, settings: Settings, actions: Actions, desk: Desk, theme: Theme
) -> PreferencesDialog:
    made = PreferencesDialog(settings, actions, desk, theme)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made
