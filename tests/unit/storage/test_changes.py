"""Whatever a person does, file and memory agree, the start page too, and undo leads all the way back."""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.model.article import Role
from factcheck.model.case import Case
from factcheck.model.change import Change
from factcheck.model.claim import Claim, ClaimKind, Priority
from factcheck.model.evidence import Source, Stance
from factcheck.model.text import TextPosition, trimmed
from factcheck.model.verdict import Rating
from factcheck.storage import Casebook
from tests.unit.storage.makers import added, do, found_in, manuscript, now

Draw = Callable[[int], int]  # a number below the one given


@pytest.fixture(scope="module")
def shared() -> Iterator[Casebook]:
    with tempfile.TemporaryDirectory() as folder:
        casebook = Casebook.open(Path(folder) / "desk.casebook")
        yield casebook
        casebook.close()


def some_place(case: Case, draw: Draw) -> TextPosition:
    start = draw(len(case.text) - 1)
    return TextPosition(start, start + 1 + draw(len(case.text) - start))


def some_claim(case: Case, draw: Draw) -> Claim:
    return case.claims()[draw(len(case.claims()))]


def rate(case: Case, draw: Draw) -> Change:
    rating = list(Rating)[draw(len(Rating))]
    return case.rate(some_claim(case, draw).id, rating, now(), "the mayor" * draw(2))


def note(case: Case, draw: Draw) -> Change:
    return case.write_note(some_claim(case, draw).id, "Asked twice. " * draw(3), now())


def attach(case: Case, draw: Draw) -> Change:
    new = Source(case.article.id, f"Ledger {draw(9)}", accessed=date(2026, 5, 1 + draw(9)))
    source = [*case.sources, new][draw(len(case.sources) + 1)]
    stance = list(Stance)[draw(2)]
    return case.attach(some_claim(case, draw).id, source, now(), stance, f"p. {draw(50)}")


def revise(case: Case, draw: Draw) -> Change | None:
    evidence = case.evidence(some_claim(case, draw).id)
    if not evidence:
        return None
    source = replace(case.source(evidence[0].source_id), title=f"Corrected {draw(9)}")
    passage = f"“{draw(99)} boxes”"
    return case.revise_evidence(replace(evidence[0], passage=passage), source, now())


def detach(case: Case, draw: Draw) -> Change | None:
    evidence = case.evidence(some_claim(case, draw).id)
    return case.detach(evidence[draw(len(evidence))].id, now()) if evidence else None


def mark(case: Case, draw: Draw) -> Change | None:
    place = trimmed(case.text, some_place(case, draw))
    return case.mark(place, now(), list(ClaimKind)[draw(9)]) if len(place) else None


def redraw(case: Case, draw: Draw) -> Change | None:
    place = trimmed(case.text, some_place(case, draw))
    return case.redraw(some_claim(case, draw).id, place, now()) if len(place) else None


def split(case: Case, draw: Draw) -> Change | None:
    claim = some_claim(case, draw)
    try:
        return case.split(claim.id, claim.position.start + draw(len(claim.position)), now())
    except ValueError:
        return None


def join(case: Case, draw: Draw) -> Change | None:
    first, second = some_claim(case, draw), some_claim(case, draw)
    return None if first is second else case.join(first.id, second.id, now())


def revalue(case: Case, draw: Draw) -> Change:
    claim = some_claim(case, draw)
    return (
        case.change_kind(claim.id, list(ClaimKind)[draw(9)], now()),
        case.change_priority(claim.id, list(Priority)[draw(3)], now()),
        case.change_question(claim.id, f"Who counted, {draw(9)}?", now()),
    )[draw(3)]


def read(case: Case, draw: Draw) -> Change:
    some = [sentence.id for sentence in case.sentences if draw(2)]
    return (case.read, case.unread)[draw(2)](some, now())


def set_role(case: Case, draw: Draw) -> Change:
    return case.set_role(some_place(case, draw), list(Role)[draw(len(Role))], now())


def rename(case: Case, draw: Draw) -> Change:
    if draw(2):
        return case.set_title(f"Flood {draw(9)}", now())
    return case.set_published((None, date(2026, 5, 4))[draw(2)], now())


VERBS: tuple[Callable[[Case, Draw], Change | None], ...] = (
    rate,
    rate,
    lambda case, draw: case.take_back(some_claim(case, draw).id, now()),
    lambda case, draw: case.propose(*found_in(case.draft), now()),
    note,
    attach,
    attach,
    revise,
    detach,
    mark,
    redraw,
    split,
    join,
    revalue,
    read,
    set_role,
    rename,
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_file_memory_and_start_page_agree_through_do_and_undo(
    shared: Casebook, data: st.DataObject
) -> None:
    def draw(below: int) -> int:
        return data.draw(st.integers(0, max(0, below - 1)))

    case = added(shared, manuscript(), found=False)
    before = set(case.records())
    do(shared, case, case.propose(*found_in(case.draft), now()))
    done: list[Change] = []
    for verb in data.draw(st.lists(st.sampled_from(VERBS), max_size=12)):
        change = verb(case, draw) if case.claims() else None
        if change is not None:
            do(shared, case, change)
            done.append(change)

    loaded = shared.load(case.article.id)
    assert set(loaded.records()) == set(case.records())
    assert loaded.sources == case.sources
    assert all(loaded.evidence(c.id) == case.evidence(c.id) for c in case.claims())
    (summary,) = shared.articles(1)
    assert summary.article == case.article
    assert summary.tally == case.tally()
    assert summary.coverage == case.coverage()
    entries = shared.history(case.article.id)[2:]
    assert [entry.change for entry in entries if entry.change.edits] == [
        change for change in done if change.edits and change.verb != "propose"
    ]

    for change in reversed(done):
        do(shared, case, change.inverse(now()))
    proposed = shared.history(case.article.id)[1].change
    assert proposed.edits == ()
    undone = shared.load(case.article.id)
    assert set(undone.records()) == set(case.records())
    first = {record for record in undone.records() if record in before}
    assert first == before


def test_the_record_still_holds_after_all_of_it(shared: Casebook) -> None:
    assert shared.check() == []
