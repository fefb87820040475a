"""What follows a verdict, an undo and a reading mark."""

import pytest
from PySide6.QtTest import QSignalSpy

from factcheck.model.change import Stamp
from factcheck.model.quality import standard_set
from factcheck.model.standard import Standard, WhenShort
from factcheck.model.verdict import Rating, State, Waiting
from factcheck.ui.commands.deciding import Deciding
from factcheck.ui.session import Session
from factcheck.ui.settings import Settings
from tests.makers import CHECKER, make_source


@pytest.fixture
def went_on() -> list[str]:
    return []


@pytest.fixture
def deciding(session: Session, settings: Settings, went_on: list[str]) -> Deciding:
    return Deciding(
        session, lambda: Waiting("the author"), settings, lambda: went_on.append("next")
    )


def test_an_undo_turns_to_the_claim_it_is_about_and_says_what_it_did(
    session: Session, deciding: Deciding
) -> None:
    first, second = session.case.claims()[:2]
    session.select(first.id)
    deciding.rate_verified()
    session.select(second.id)
    told = QSignalSpy(session.told)
    deciding.undo()
    assert session.case.state(first.id) is State.OPEN
    assert session.selected == first.id
    assert told.at(0)[0] == "Undone: the verdict."
    session.select(second.id)
    deciding.redo()
    assert session.case.state(first.id) is State.VERIFIED
    assert session.selected == first.id


def test_an_undo_of_an_earlier_sitting_says_whose_it_was_and_when(
    session: Session, deciding: Deciding
) -> None:
    claim = session.case.claims()[0]
    session.do(session.case.rate(claim.id, Rating.VERIFIED, Stamp("Noor", CHECKER.at)))
    session.open("article")
    told = QSignalSpy(session.told)
    deciding.undo()
    assert session.selected == claim.id
    assert told.at(0)[0].startswith("Undone: the verdict (Noor, 4 March")
    deciding.redo()
    assert told.at(1)[0] == "Done again: the verdict."


def test_a_verdict_leads_on_only_where_the_preferences_say_so(
    session: Session, settings: Settings, deciding: Deciding, went_on: list[str]
) -> None:
    session.select(session.case.claims()[0].id)
    deciding.rate_verified()
    assert went_on == []
    settings.goes_on = True
    deciding.rate_contradicted()
    assert went_on == ["next"]


def test_reading_a_sentence_with_open_claims_says_how_many(
    session: Session, deciding: Deciding
) -> None:
    claim = next(c for c in session.case.claims() if "14,000" in c.text)
    session.choose(claim.position)
    told = QSignalSpy(session.told)
    deciding.toggle_read()
    assert told.at(0)[0] == "Marked as read; one claim in it is still open."


def test_waiting_rates_the_claim_that_was_asked_about(session: Session, settings: Settings) -> None:
    first, second = session.case.claims()[:2]

    def ask() -> Waiting:
        session.select(second.id)  # as a click in the list may do while the question is open
        return Waiting("the author")

    session.select(first.id)
    Deciding(session, ask, settings, lambda: None).rate_waiting()
    assert session.case.state(first.id) is State.WAITING
    assert session.case.state(second.id) is State.OPEN


def test_verified_on_less_than_the_desk_asks_is_recorded_with_a_warning(
    session: Session, deciding: Deciding
) -> None:
    claim = session.case.claims()[0]
    session.select(claim.id)
    told = QSignalSpy(session.told)
    deciding.rate_verified()
    assert session.case.state(claim.id) is State.VERIFIED
    assert told.at(0)[0].startswith("Recorded as verified. Nothing supports this claim yet")


def test_a_desk_may_have_it_refused_and_a_primary_source_lets_it_through(
    session: Session, deciding: Deciding, went_on: list[str]
) -> None:
    strict = Standard(when_short=WhenShort.REFUSE)
    session.do(standard_set(None, strict, CHECKER))
    claim = session.case.claims()[0]
    session.select(claim.id)
    told = QSignalSpy(session.told)
    deciding.rate_verified()
    assert session.case.state(claim.id) is State.OPEN
    assert went_on == []
    assert told.at(0)[0].startswith("Not recorded. Nothing supports this claim yet")
    deciding.rate_contradicted()
    assert session.case.state(claim.id) is State.CONTRADICTED
    session.do(session.case.attach(claim.id, make_source(), CHECKER))
    deciding.rate_verified()
    assert session.case.state(claim.id) is State.VERIFIED
    assert told.count() == 1
