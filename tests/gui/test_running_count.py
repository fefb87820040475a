"""The running count agrees with counting everything, whatever was done."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model.article import Role
from factcheck.model.case import Case
from factcheck.model.change import Change, Stamp
from factcheck.model.claim import ClaimKind
from factcheck.model.text import TextPosition
from factcheck.model.verdict import Rating
from factcheck.ui.running_count import RunningCount
from tests.gui.conftest import TOWN_CLAIMS, TOWN_SENTENCES
from tests.makers import CHECKER, TOWN_TEXT, make_case, make_claim

VERBS = ("rate", "take_back", "read", "unread", "mark", "join", "split", "role", "redraw", "kind")


def fresh_case() -> Case:
    return make_case(claims=TOWN_CLAIMS, sentences=TOWN_SENTENCES)


def any_change(case: Case, random: Random, stamp: Stamp) -> Change:
    claims = case.claims()
    claim = random.choice(claims)
    sentence = random.choice(case.sentences)
    match random.choice(VERBS):
        case "rate":
            return case.rate(claim.id, random.choice(list(Rating)), stamp)
        case "take_back":
            return case.take_back(claim.id, stamp)
        case "read":
            return case.read([sentence.id], stamp)
        case "unread":
            return case.unread([sentence.id], stamp)
        case "join" if len(claims) > 1:
            other = random.choice([c for c in claims if c.id != claim.id])
            return case.join(claim.id, other.id, stamp)
        case "split" if " " in claim.text:
            return case.split(claim.id, claim.position.start + claim.text.index(" "), stamp)
        case "role":
            block = random.choice(case.blocks)
            return case.set_role(block.position, random.choice(list(Role)), stamp)
        case "redraw" if len(claim.position) > 3:
            place = TextPosition(claim.position.start, claim.position.end - 1)
            return case.redraw(claim.id, place, stamp)
        case "kind":
            return case.change_kind(claim.id, ClaimKind.OPINION, stamp)
    start = random.randrange(len(TOWN_TEXT) - 20)
    return case.mark(TextPosition(start, start + 15), stamp)


@given(st.integers(0, 2**32), st.integers(1, 30))
@settings(max_examples=60, deadline=None)
def test_following_changes_gives_what_counting_gives(seed: int, steps: int) -> None:
    random, case, count = Random(seed), fresh_case(), RunningCount()
    count.count(case)
    done: list[Change] = []
    for _ in range(steps):
        if done and random.random() < 0.3:
            change = done.pop().inverse(CHECKER)
        else:
            change = any_change(case, random, CHECKER)
            done.append(change)
        case.apply(change)
        count.follow(case, change)
        assert count.tally == case.tally()
        assert count.coverage == case.coverage()


def test_claims_proposed_in_a_silent_part_count_for_nothing() -> None:
    case, count = fresh_case(), RunningCount()
    count.count(case)
    change = case.propose([make_claim("Read more")], [], CHECKER)
    case.apply(change)
    count.follow(case, change)
    assert count.tally.total == len(TOWN_CLAIMS)


@pytest.mark.parametrize("rating", list(Rating))
def test_each_rating_is_counted_where_it_belongs(rating: Rating) -> None:
    case, count = fresh_case(), RunningCount()
    count.count(case)
    change = case.rate(TOWN_CLAIMS[0].id, rating, CHECKER)
    case.apply(change)
    count.follow(case, change)
    assert count.tally == case.tally()
    assert count.tally.unchecked == len(TOWN_CLAIMS) - 1
