"""A new draft in the file: written and loaded, told in the record, and held against it."""

from pathlib import Path

import pytest

from factcheck import workflow
from factcheck.errors import FactcheckError, NothingNew
from factcheck.model.article import Manuscript
from factcheck.model.case import Case
from factcheck.model.change import Verb
from factcheck.model.fate import FateKind
from factcheck.model.revising import attach_again, keep_verdict
from factcheck.model.signing import locked_reason, sign_off
from factcheck.model.text import TextPosition
from factcheck.model.verdict import Rating, State
from factcheck.storage import Casebook
from tests.unit.storage.makers import TEXT, added, do, manuscript, now

FLOOD = "The library lost 4,200 books when the river rose in May 2019. It was the worst flood since 1954."
ROOF = "“Half the maps were saved,” said the librarian. The roof cost £310,000."
SECOND = TEXT.replace("4,200", "4,300").replace(f"{ROOF}\n", "")


def worked(casebook: Casebook) -> Case:
    """An article with every claim verified."""
    case = added(casebook)
    for claim in case.claims():
        do(casebook, case, case.rate(claim.id, Rating.VERIFIED, now()))
    return case


def draft(text: str, name: str = "flood-2.txt") -> Manuscript:
    return manuscript(text, file_name=name)


def kinds(case: Case) -> dict[str, FateKind | None]:
    told = {}
    for claim in [*case.claims(), *case.drawer()]:
        fate = case.fate(claim.id)
        told[claim.text] = None if fate is None else fate.kind
    return told


def test_claims_are_followed_into_the_new_draft_and_found_so_when_it_is_loaded(
    casebook: Casebook,
) -> None:
    before = worked(casebook)
    after = workflow.revise(casebook, before, draft(SECOND), now())

    changed = FLOOD.replace("4,200", "4,300")
    assert after.draft.number == 2
    assert kinds(after)[changed] is FateKind.CHANGED
    assert kinds(after)[ROOF] is FateKind.GONE
    assert kinds(after)["Library reopens after flood"] is FateKind.SAME
    states = {claim.text: after.state(claim.id) for claim in [*after.claims(), *after.drawer()]}
    assert states[changed] is State.OPEN
    assert states[ROOF] is states["Library reopens after flood"] is State.VERIFIED
    assert casebook.load(before.article.id).drawer() == after.drawer()
    assert casebook.check() == []
    (summary,) = casebook.articles(5)
    assert (summary.draft_number, summary.file_name) == (2, "flood-2.txt")
    assert summary.tally == after.tally()


def test_the_old_draft_can_still_be_read(casebook: Casebook) -> None:
    before = worked(casebook)
    after = workflow.revise(casebook, before, draft(SECOND), now())
    fate = next(f for c in after.claims() if (f := after.fate(c.id)) and f.dropped)
    old, blocks = casebook.draft(fate.old_draft_id)
    assert (old, blocks) == (before.draft, before.blocks)
    assert fate.before.position.of(old.text) == fate.before.quote.exact


def test_a_draft_with_the_same_text_is_refused_and_leaves_no_trace(casebook: Casebook) -> None:
    before = worked(casebook)
    head = casebook.head()
    with pytest.raises(
        NothingNew, match=r"flood-2\.txt has the text of draft 1 of “Library reopens"
    ):
        workflow.revise(casebook, before, draft(TEXT), now())
    assert casebook.head() == head


def test_a_second_program_that_was_first_is_told_and_nothing_is_written(
    casebook: Casebook, path: Path
) -> None:
    before = worked(casebook)
    workflow.revise(casebook, before, draft(SECOND), now())
    head = casebook.head()
    with pytest.raises(FactcheckError):
        workflow.revise(casebook, before, draft(SECOND + "More.\n"), now())
    assert casebook.head() == head
    assert casebook.check() == []


def test_the_record_tells_every_verdict_that_was_dropped_in_full(casebook: Casebook) -> None:
    before = worked(casebook)
    workflow.revise(casebook, before, draft(SECOND), now("Jonas"))
    entry = casebook.history(before.article.id)[-1]
    assert (entry.change.verb, entry.change.stamp.by) == (Verb.REVISE, "Jonas")
    dropped = [edit.before for edit in entry.change.edits]
    assert [getattr(verdict, "rating", None) for verdict in dropped] == [Rating.VERIFIED] * 2
    assert dict(entry.digested)["fates"] == 10


def test_a_claim_s_own_history_tells_that_a_new_draft_dropped_its_verdict(
    casebook: Casebook,
) -> None:
    before = worked(casebook)
    after = workflow.revise(casebook, before, draft(SECOND), now())
    dropped = next(c for c in after.claims() if (f := after.fate(c.id)) and f.dropped)
    kept = next(c for c in after.claims() if (f := after.fate(c.id)) and not f.dropped)
    verbs = [
        [entry.change.verb for entry in casebook.history(after.article.id, claim.id)]
        for claim in (dropped, kept)
    ]
    assert verbs == [[Verb.RATE, Verb.REVISE], [Verb.RATE]]


def test_what_was_gone_and_comes_back_word_for_word_has_its_verdict_again(
    casebook: Casebook,
) -> None:
    second = workflow.revise(casebook, worked(casebook), draft(SECOND), now())
    third = workflow.revise(casebook, second, draft(TEXT, "flood-3.txt"), now())

    assert third.drawer() == []
    assert kinds(third)[ROOF] is FateKind.SAME
    assert {c.text: third.state(c.id) for c in third.claims()}[ROOF] is State.VERIFIED
    assert kinds(third)[FLOOD] is FateKind.CHANGED
    assert casebook.check() == []


def test_what_stays_gone_stays_in_the_drawer(casebook: Casebook) -> None:
    second = workflow.revise(casebook, worked(casebook), draft(SECOND), now())
    third = workflow.revise(casebook, second, draft(SECOND + "More.\n", "flood-3.txt"), now())
    assert {claim.text for claim in third.drawer()} == {claim.text for claim in second.drawer()}
    assert casebook.load(third.article.id).drawer() == third.drawer()


def test_a_verdict_kept_and_a_claim_attached_again_are_in_the_file_and_can_be_undone(
    casebook: Casebook,
) -> None:
    case = workflow.revise(casebook, worked(casebook), draft(SECOND), now())
    changed = next(c for c in case.claims() if (f := case.fate(c.id)) and f.dropped)
    gone = case.drawer()[0]
    changes = [keep_verdict(case, changed.id, now())]
    do(casebook, case, changes[0])
    changes.append(attach_again(case, gone.id, TextPosition(0, 7), now()))
    do(casebook, case, changes[1])
    assert set(casebook.load(case.article.id).records()) == set(case.records())
    assert case.claim(gone.id).text == "Library"

    for change in reversed(changes):
        do(casebook, case, change.inverse(now()))

    loaded = casebook.load(case.article.id)
    assert set(loaded.records()) == set(case.records())
    assert loaded.drawer()[0].id == gone.id
    assert loaded.state(changed.id) is State.OPEN
    assert casebook.check() == []


def test_an_article_with_two_drafts_is_removed_whole(casebook: Casebook) -> None:
    case = workflow.revise(casebook, worked(casebook), draft(SECOND), now())
    casebook.remove(case.article.id, now())
    assert casebook.counts() == (0, 0)
    assert casebook.check() == []


def test_a_signed_article_takes_a_new_draft_that_is_not_signed(casebook: Casebook) -> None:
    before = worked(casebook)
    casebook.write(sign_off(before, "Copy", casebook.head(), now()))
    signed = casebook.load(before.article.id)
    assert locked_reason(signed)

    after = workflow.revise(casebook, signed, draft(SECOND), now())

    assert locked_reason(after) == ""
    changed = next(c for c in after.claims() if (f := after.fate(c.id)) and f.dropped)
    do(casebook, after, after.rate(changed.id, Rating.VERIFIED, now()))
    assert casebook.check() == []


def test_the_file_of_the_new_draft_is_kept(casebook: Casebook, tmp_path: Path) -> None:
    before = worked(casebook)
    file = tmp_path / "flood-2.txt"
    file.write_text(SECOND, encoding="utf-8")
    case = workflow.revise(casebook, before, workflow.read(file), now(), file)
    kept = case.kept_file(case.draft.id)
    assert kept is not None
    there = casebook.vault.place_of(kept.sha256)
    assert there is not None
    assert there.read_text(encoding="utf-8") == SECOND
