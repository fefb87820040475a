"""Changes that follow each other, as one."""

from factcheck.model.change import Change, Edit, Stamp, Verb
from factcheck.model.verdict import Note
from tests.makers import CHECKER, do, make_case, make_claim

CLAIM = make_claim()


def test_two_changes_as_one_go_from_the_first_before_to_the_last_after() -> None:
    case = make_case(claims=[CLAIM])
    first = case.write_note(CLAIM.id, "One", CHECKER)
    do(case, first)
    second = case.write_note(CLAIM.id, "Two", CHECKER)
    do(case, second)
    both = first.followed_by(second)
    assert both.id == second.id
    assert [edit.before for edit in both.edits] == [None]
    do(case, both.inverse(CHECKER))
    assert case.note(CLAIM.id) is None


def test_a_record_that_ends_as_it_began_is_not_in_the_joined_change() -> None:
    note, other = (Note(CLAIM.id, text, "Ada", CHECKER.at, id=text) for text in ("One", "Two"))
    made = _change(Edit(None, note), Edit(None, other))
    undone = _change(Edit(note, None))
    assert made.followed_by(undone).edits == (Edit(None, other),)


def _change(*edits: Edit) -> Change:
    return Change(Verb.NOTE, "article", edits, Stamp("Ada", CHECKER.at), CLAIM.id)
