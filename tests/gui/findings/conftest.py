"""The town's article with three findings on it, and the panel that shows them."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from factcheck.model.finding import Finding, FindingKind, Outcome
from factcheck.model.text import TextPosition
from factcheck.ui.findings import FindingsPanel
from factcheck.ui.holding import Holding
from factcheck.ui.session import Session
from factcheck.ui.tasks import Tasks
from factcheck.ui.theme import Theme
from tests.makers import TOWN_TEXT, place_of


def place(words: str) -> TextPosition:
    return place_of(TOWN_TEXT, words)


def finding(
    outcome: Outcome, *words: str, rule: str = "made-up", claims: tuple[str, ...] = ()
) -> Finding:
    """A finding on these words of the town's article."""
    places = tuple(place(one) for one in words)
    message = f"{' and '.join(words)} do not agree."
    return Finding(
        rule,
        FindingKind.REPEATS,
        outcome,
        message,
        places,
        "9 ≠ 8",
        claims=claims,
        key=rule + words[0],
    )


WEEKS = finding(Outcome.CONFLICT, "nine weeks", "every ten minutes", rule="weeks")
CARS = finding(Outcome.ASK, "14,000 cars a day", rule="cars")
OPENED = finding(Outcome.CONSISTENT, "opened in 1931", rule="opened")


@pytest.fixture
def holding(session: Session, tasks: Tasks) -> Holding:
    """As it is when the three were found."""
    made = Holding(session, tasks, session)
    made.findings = [WEEKS, CARS, OPENED]
    made.changed.emit()
    return made


@pytest.fixture
def panel(
    qtbot: QtBot, session: Session, holding: Holding, theme: Theme
) -> Iterator[FindingsPanel]:
    shown = FindingsPanel(session, holding, theme)
    qtbot.addWidget(shown)
    shown.resize(560, 420)
    shown.show()
    yield shown
