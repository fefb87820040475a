"""Undo goes on after a restart: the steps read from the record are those that the sitting had."""

import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.model.case import Case
from factcheck.model.change import Change, Record
from factcheck.model.trail import Trail, is_as_left
from factcheck.model.verdict import Rating
from factcheck.storage import Casebook, log
from tests.unit.storage.makers import added, do, found_in, now
from tests.unit.storage.test_changes import VERBS


@pytest.fixture(scope="module")
def shared() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "desk.casebook"


def steps_of(trail: Trail) -> tuple[list[str], list[str]]:
    """The steps by their ids, and what each would do."""
    return [f"{s.id} {s.edits}" for s in trail.done], [f"{s.id} {s.edits}" for s in trail.undone]


class Sitting:
    """A case in work, with its trail; ``restart`` reads both anew."""

    def __init__(self, path: Path) -> None:
        self.casebook = Casebook.open(path)
        self.path = path
        self.case = added(self.casebook)
        self.trail = Trail()

    def take(self, change: Change) -> None:
        do(self.casebook, self.case, change)
        if change.verb != "propose":
            self.trail.take(change)

    def restart(self) -> None:
        self.casebook.close()
        self.casebook = Casebook.open(self.path)
        loaded = self.casebook.load(self.case.article.id)
        trail = self.casebook.trail(self.case.article.id)
        assert set(loaded.records()) == set(self.case.records())
        assert steps_of(trail) == steps_of(self.trail)
        self.case, self.trail = loaded, trail

    def undo(self) -> None:
        if self.trail.done:
            assert is_as_left(self.trail.done[-1], self._records())
            self.take(self.trail.done[-1].inverse(now()))

    def redo(self) -> None:
        if self.trail.undone:
            assert is_as_left(self.trail.undone[-1], self._records())
            self.take(self.trail.undone[-1].inverse(now()))

    def _records(self) -> tuple[Record, ...]:
        return (*self.case.records(), *self.casebook.rules().records())


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_edits_undos_and_restarts_leave_file_memory_and_list_in_agreement(
    shared: Path, data: st.DataObject
) -> None:
    def draw(below: int) -> int:
        return data.draw(st.integers(0, max(0, below - 1)))

    sitting = Sitting(shared)
    before = set(sitting.case.records())
    proposed = False
    for what in data.draw(st.lists(st.sampled_from(["edit", "edit", "undo", "redo", "restart"]))):
        if what == "edit" and sitting.case.claims():
            verb = data.draw(st.sampled_from(VERBS))
            change = verb(sitting.case, draw)
            if change is not None and change.edits:
                proposed = proposed or change.verb == "propose"
                sitting.take(change)
        elif what != "edit":
            getattr(sitting, what)()
    sitting.restart()
    if not proposed:
        while sitting.trail.done:
            sitting.undo()
        sitting.restart()
        assert set(sitting.case.records()) == before
    sitting.casebook.close()


def test_the_record_holds_after_all_of_it(shared: Path) -> None:
    with closing(Casebook.open(shared)) as casebook:
        assert casebook.check() == []


@pytest.fixture
def sitting(path: Path) -> Iterator[Sitting]:
    made = Sitting(path)
    yield made
    made.casebook.close()


def rate(case: Case, rating: Rating, claim: int = 0) -> Change:
    return case.rate(case.claims()[claim].id, rating, now())


def test_a_note_typed_in_goes_is_one_step_after_a_restart(sitting: Sitting) -> None:
    claim = sitting.case.claims()[0].id
    first = sitting.case.write_note(claim, "Asked", now())
    sitting.take(first)
    second = replace(sitting.case.write_note(claim, "Asked the clerk", now()), follows=first.id)
    sitting.take(second)
    third = replace(sitting.case.write_note(claim, "Asked the clerk.", now()), follows=second.id)
    sitting.take(third)
    assert len(sitting.trail.done) == 1
    sitting.restart()
    sitting.undo()
    assert sitting.case.note(claim) is None
    sitting.restart()
    sitting.redo()
    note = sitting.case.note(claim)
    assert note is not None and note.text == "Asked the clerk."


def test_what_the_program_proposed_is_no_step(sitting: Sitting) -> None:
    sitting.take(rate(sitting.case, Rating.VERIFIED))
    claims = [replace(c, question="Since when?") for c in found_in(sitting.case.draft)[0]]
    sitting.take(sitting.case.propose(claims, [], now("program")))
    sitting.restart()
    assert [step.verb for step in sitting.trail.done] == ["rate"]


def test_only_the_latest_steps_are_kept(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "STEPS_KEPT", 3)
    for number in range(8):
        sitting.take(sitting.case.set_title(f"Title {number}", now()))
    trail = sitting.casebook.trail(sitting.case.article.id)
    assert [step.id for step in trail.done] == [step.id for step in sitting.trail.done[-3:]]


def test_a_step_whose_record_was_changed_since_is_told_from_one_that_was_not(
    sitting: Sitting,
) -> None:
    """As when its undo lies too far back to be read."""
    case = sitting.case
    first = rate(case, Rating.VERIFIED)
    sitting.take(first)
    note = case.write_note(case.claims()[1].id, "Asked.", now())
    sitting.take(note)
    sitting.take(rate(case, Rating.CONTRADICTED))
    assert not is_as_left(first, case.records())
    assert is_as_left(note, case.records())
    sitting.take(case.write_note(case.claims()[1].id, "", now()))
    assert not is_as_left(note, case.records())


def test_the_steps_of_one_article_are_not_anothers(sitting: Sitting) -> None:
    other = added(sitting.casebook)
    do(sitting.casebook, other, rate(other, Rating.VERIFIED))
    sitting.take(rate(sitting.case, Rating.VERIFIED))
    assert len(sitting.casebook.trail(other.article.id).done) == 1
    sitting.restart()
