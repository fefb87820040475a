"""A desk's rules: which are in force, which words are left alone, and how either is taken back."""

import pytest

from factcheck.model.change import Change, Verb
from factcheck.model.claim import ClaimKind, Priority, Slot
from factcheck.model.rule import DeskRule, HouseRule, RuleForm
from factcheck.model.rulebook import Rulebook
from factcheck.model.verdict import State
from tests.makers import CHECKER, make_case, make_claim

MINISTERS = DeskRule(
    "Ministers",
    RuleForm.WORDS,
    "prime  minister\n\nfinance minister\nprime minister\n",
    ClaimKind.ROLE_TITLE,
    Priority.HIGH,
)
OLDEST = make_claim("oldest in the county", kinds=(ClaimKind.ORDINAL_SUPERLATIVE,))


def house_rule(words: str, kind: ClaimKind = ClaimKind.ORDINAL_SUPERLATIVE) -> HouseRule:
    return HouseRule(words, kind, CHECKER.by, CHECKER.at)


def test_a_list_has_each_phrase_once_and_no_empty_line() -> None:
    assert MINISTERS.words == ("prime minister", "finance minister")


@pytest.mark.parametrize(
    "words", ["oldest in the county", "OLDEST in the\n county", " Oldest in the County "]
)
def test_a_house_rule_keeps_its_words_from_being_proposed(words: str) -> None:
    wanted = Rulebook(house=(house_rule(words),)).wanted()
    assert not wanted(OLDEST)
    assert wanted(make_claim("14,000 cars"))


def test_a_house_rule_is_about_one_kind_and_whole_words() -> None:
    assert Rulebook(house=(house_rule("oldest in the county", ClaimKind.QUANTITY),)).wanted()(
        OLDEST
    )
    assert Rulebook(house=(house_rule("oldest"),)).wanted()(OLDEST)
    assert Rulebook().wanted()(OLDEST)


def test_remembering_dismisses_the_claim_and_keeps_a_house_rule() -> None:
    case = make_case(claims=[OLDEST])
    change = case.remember(OLDEST.id, CHECKER)
    case.apply(change)
    assert case.state(OLDEST.id) is State.NOT_A_CLAIM
    (rule,) = [e.after for e in change.edits if isinstance(e.after, HouseRule)]
    assert (rule.words, rule.kind, rule.by) == ("oldest in the county", OLDEST.kind, CHECKER.by)
    case.apply(change.inverse(CHECKER))
    assert case.state(OLDEST.id) is State.OPEN


def test_remembering_a_dismissed_claim_leaves_its_verdict_alone() -> None:
    case = make_case(claims=[OLDEST])
    case.apply(case.dismiss(OLDEST.id, CHECKER))
    assert len(case.remember(OLDEST.id, CHECKER).edits) == 1


def test_a_house_rule_is_taken_back() -> None:
    rule = house_rule("oldest in the county")
    change = Rulebook(house=(rule,)).forget(rule, CHECKER)
    assert (change.verb, change.article_id) == (Verb.FORGET, "")
    assert [(edit.before, edit.after) for edit in change.edits] == [(rule, None)]


def test_a_rule_that_is_off_is_not_in_force() -> None:
    off = DeskRule("Later", RuleForm.WORDS, "x", ClaimKind.QUANTITY, Priority.LOW, is_on=False)
    assert Rulebook(desk=(MINISTERS, off)).in_force == (MINISTERS,)


def after(change: Change) -> Rulebook:
    """The rules of a desk that had none, after this change."""
    records = [edit.after for edit in change.edits]
    return Rulebook(switched_off=tuple(records))  # type: ignore[arg-type]


def test_a_detector_is_switched_off_once_and_on_again() -> None:
    book = after(Rulebook().switch("claims_roles", False, CHECKER))
    assert not book.runs("claims_roles")
    assert book.runs("claims_dates")
    assert not book.switch("claims_roles", False, CHECKER).edits
    (edit,) = book.switch("claims_roles", True, CHECKER).edits
    assert edit.after is None


def test_a_slot_named_for_words_of_the_claim_is_a_reading() -> None:
    from dataclasses import replace

    slots = (
        Slot("what", "call"),
        Slot("since", "February 24"),
        Slot("he", "Xi Jinping"),
        Slot("last year", "2021"),
        Slot("they", "nobody here"),
    )
    claim = replace(
        make_claim("He called since last year", of="He called since last year"), slots=slots
    )
    assert [slot.name for slot in claim.readings] == ["he", "last year"]
    assert [slot.name for slot in claim.parts] == ["what", "since", "they"]
