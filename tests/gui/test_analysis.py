"""Analysis: claims come while it runs, a stop keeps what was found, and a failure is told in words."""

import threading
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from factcheck.errors import FactcheckError, NotRecorded
from factcheck.model.article import Block, Draft
from factcheck.model.change import Change
from factcheck.model.claim import Claim, ClaimKind, Priority
from factcheck.model.detected import DetectedBlock
from factcheck.model.text import anchor_at
from factcheck.model.verdict import Rating, State
from factcheck.storage import Casebook
from factcheck.ui.analysis import Analysis
from factcheck.ui.session import Session
from factcheck.ui.tasks import Tasks
from tests.gui.conftest import keep


class Detector:
    """Finds each block to be one sentence and one claim; it can be held up, and can fail."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.go_on.set()
        self.hold_after = -1
        self.failure: Exception | None = None
        self.problem = ""

    def __call__(
        self, draft: Draft, blocks: Sequence[Block], published: date | None
    ) -> Iterator[DetectedBlock]:
        for number, block in enumerate(blocks):
            if number == self.hold_after:
                self.go_on.wait(5)
            if self.failure is not None and number == 1:
                raise self.failure
            anchor = anchor_at(draft.text, block.position)
            claim = Claim(draft.id, anchor, (ClaimKind.EVENT_ACTION,), Priority.LOW)
            problems = (self.problem,) if self.problem else ()
            yield DetectedBlock(block.position, (block.position,), (claim,), problems=problems)


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Session]:
    """A session whose article nobody and nothing has looked at."""
    book = Casebook.open(tmp_path / "fresh.casebook")
    keep(book, claims=(), sentences=())
    session = Session(book, "Ada Checker")
    yield session
    book.close()


def test_opening_an_article_looks_for_its_claims_and_records_them(
    fresh: Session, qtbot: QtBot
) -> None:
    tasks = Tasks()
    analysis = Analysis(fresh, tasks, Detector())
    with qtbot.waitSignal(analysis.ended):
        fresh.open("article")
    qtbot.waitUntil(lambda: tasks.is_idle)
    speaking = [block for block in fresh.case.blocks if block.role.holds_claims]
    assert len(fresh.case.claims()) == len(speaking)
    assert fresh.casebook.load("article").claims() == fresh.case.claims()
    assert fresh.case.unanalysed() == []
    assert not fresh.steps.can_undo


def test_the_first_claims_are_there_while_the_rest_is_looked_for(
    fresh: Session, qtbot: QtBot
) -> None:
    detector, tasks = Detector(), Tasks()
    detector.hold_after = 2
    detector.go_on.clear()
    analysis = Analysis(fresh, tasks, detector)
    fresh.open("article")
    qtbot.waitUntil(lambda: len(fresh.case.claims()) > 0)
    assert analysis.is_running
    with qtbot.waitSignal(analysis.ended):
        detector.go_on.set()
    qtbot.waitUntil(lambda: tasks.is_idle)


def test_a_stop_keeps_what_was_found_and_opening_again_goes_on(
    fresh: Session, qtbot: QtBot
) -> None:
    detector, tasks = Detector(), Tasks()
    detector.hold_after = 2
    detector.go_on.clear()
    analysis = Analysis(fresh, tasks, detector)
    seen = QSignalSpy(analysis.progressed)
    fresh.open("article")
    qtbot.waitUntil(lambda: seen.count() == 2)
    analysis.stop()
    detector.go_on.set()
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert len(fresh.case.claims()) == 2
    with qtbot.waitSignal(analysis.ended):
        fresh.open("article")
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert len(fresh.case.claims()) == 4


def test_a_failed_rule_is_told_once(fresh: Session, qtbot: QtBot) -> None:
    detector, tasks = Detector(), Tasks()
    detector.problem = "The rule for ages failed on paragraph 1 and was left out."
    analysis = Analysis(fresh, tasks, detector)
    told = QSignalSpy(analysis.problem)
    with qtbot.waitSignal(analysis.ended):
        fresh.open("article")
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert [told.at(i)[0] for i in range(told.count())] == [detector.problem]


def test_a_lost_language_process_is_told_in_words_and_keeps_what_was_found(
    fresh: Session, qtbot: QtBot
) -> None:
    detector, tasks = Detector(), Tasks()
    detector.failure = FactcheckError("The language process has stopped.")
    analysis = Analysis(fresh, tasks, detector)
    told = QSignalSpy(analysis.problem)
    with qtbot.waitSignal(analysis.ended):
        fresh.open("article")
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert told.at(0)[0] == "The language process has stopped."
    assert len(fresh.case.claims()) == 1


def test_looking_again_leaves_what_a_person_did_alone_and_doubles_nothing(
    session: Session, qtbot: QtBot
) -> None:
    case = session.case
    headline, minutes, *_ = case.claims()
    session.do(case.rate(headline.id, Rating.VERIFIED, session.stamp()))
    session.do(case.change_kind(minutes.id, ClaimKind.CAUSAL, session.stamp()))
    kept = [case.claim(headline.id), case.claim(minutes.id)]
    tasks = Tasks()
    analysis = Analysis(session, tasks, Detector())
    with qtbot.waitSignal(analysis.ended):
        analysis.start_again()
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert [case.claim(headline.id), case.claim(minutes.id)] == kept
    assert case.state(headline.id) is State.VERIFIED
    places = [claim.position for claim in case.claims()]
    assert len(set(places)) == len(places)


def test_a_run_whose_first_claims_cannot_be_recorded_ends_once_and_says_why(
    fresh: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_book: Casebook, change: Change) -> None:
        raise NotRecorded("The disk is full.")

    tasks = Tasks()
    analysis = Analysis(fresh, tasks, Detector())
    ended, failed = QSignalSpy(analysis.ended), QSignalSpy(fresh.failed)
    monkeypatch.setattr(Casebook, "write", refuse)
    fresh.open("article")
    qtbot.waitUntil(lambda: ended.count() > 0)
    qtbot.waitUntil(lambda: tasks.is_idle)
    qtbot.wait(60)  # a pump left running would come round by then
    assert (ended.count(), failed.count()) == (1, 1)
    assert not analysis.is_running
