"""Every verb of a case: what it changes, what it leaves, and that undoing it leaves nothing behind."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.model.article import ReadHow, Role, Sentence
from factcheck.model.case import Case
from factcheck.model.change import Change, Edit, Record, Verb
from factcheck.model.claim import Claim, ClaimKind, Priority, Proposer
from factcheck.model.coverage import Tally
from factcheck.model.detected import BlockFacts, TimeExpression
from factcheck.model.evidence import Stance
from factcheck.model.text import TextPosition
from factcheck.model.verdict import Rating, State
from tests.makers import (
    CHECKER,
    TOWN_TEXT,
    do,
    make_case,
    make_claim,
    make_sentence,
    make_source,
    place_of,
    rated,
)

OLDEST = make_claim("The bridge, opened in 1931, is the oldest in the county")
OPENED = make_claim("opened in 1931")
CARS = make_claim("It carries 14,000 cars a day")
QUOTE = make_claim("“We have no other choice,”")
IN_BOILERPLATE = make_claim("Read more")
SENTENCES = [
    make_sentence(TOWN_TEXT, "The bridge, opened in 1931, is the oldest in the county."),
    make_sentence(TOWN_TEXT, "It carries 14,000 cars a day."),
    make_sentence(TOWN_TEXT, "“We have no other choice,” said the mayor, Ida Bruun."),
]


@pytest.fixture
def case() -> Case:
    return town()


def town() -> Case:
    return make_case(claims=[OLDEST, OPENED, CARS, QUOTE, IN_BOILERPLATE], sentences=SENTENCES)


def contents(case: Case) -> dict[str, Record]:
    return {record.id: record for record in case.records()}


def read_all(case: Case) -> None:
    """Mark every part as read, those detection has not reached too."""
    speaking = [b.position for b in case.blocks if b.role.holds_claims]
    missing = [Sentence("draft", p) for p in speaking if not case.sentences_over(p)]
    case.apply(case.propose([], missing, CHECKER))
    covered = [Sentence("draft", p) for p in gaps(case)]
    for sentence in covered:
        case.apply(Change(Verb.PROPOSE, "article", (Edit(None, sentence),), CHECKER))
    case.apply(case.read([sentence.id for sentence in case.sentences], CHECKER))


def gaps(case: Case) -> list[TextPosition]:
    """The stretches of speaking parts that no sentence covers."""
    found = []
    for block in case.blocks:
        if block.role.holds_claims:
            at = block.position.start
            for sentence in case.sentences_over(block.position):
                if sentence.position.start > at:
                    found.append(TextPosition(at, sentence.position.start))
                at = sentence.position.end
            if at < block.position.end:
                found.append(TextPosition(at, block.position.end))
    return found


def perform(case: Case, change: Change) -> Change:
    case.apply(change)
    return change


# What is there


def test_claims_stand_in_text_order_with_the_outer_first(case: Case) -> None:
    assert [claim.id for claim in case.claims()] == [OLDEST.id, OPENED.id, CARS.id, QUOTE.id]


def test_claims_the_program_marked_in_boilerplate_are_left_out(case: Case) -> None:
    assert IN_BOILERPLATE not in case.claims()
    assert case.tally().total == 4


def test_words_a_person_marked_in_boilerplate_are_a_claim(case: Case) -> None:
    perform(case, case.mark(place_of(TOWN_TEXT, "Read more"), CHECKER))
    assert case.claims()[-1].proposer is Proposer.PERSON


def test_innermost_claim_comes_first_at_a_place(case: Case) -> None:
    inside = TOWN_TEXT.index("1931")
    assert [claim.id for claim in case.claims_at(inside)] == [OPENED.id, OLDEST.id]


def test_no_claim_covers_the_code_point_after_its_end(case: Case) -> None:
    assert case.claims_at(CARS.position.end) == []


# Verdicts and reading


def test_a_sentence_is_read_once_every_claim_in_it_has_a_verdict(case: Case) -> None:
    perform(case, case.rate(OLDEST.id, Rating.VERIFIED, CHECKER))
    assert not case.sentences[0].is_read
    perform(case, case.rate(OPENED.id, Rating.CONTRADICTED, CHECKER))
    assert case.sentences[0].read_how is ReadHow.VERDICT


def test_taking_a_verdict_back_unreads_what_only_verdicts_had_read(case: Case) -> None:
    perform(case, case.rate(CARS.id, Rating.VERIFIED, CHECKER))
    perform(case, case.read([SENTENCES[2].id], CHECKER))
    perform(case, case.rate(QUOTE.id, Rating.VERIFIED, CHECKER))
    perform(case, case.take_back(CARS.id, CHECKER))
    perform(case, case.take_back(QUOTE.id, CHECKER))
    assert not case.sentences[1].is_read
    assert case.sentences[2].read_how is ReadHow.KEY
    assert case.state(CARS.id) is State.OPEN


def test_a_second_verdict_replaces_the_first(case: Case) -> None:
    first = perform(case, case.rate(CARS.id, Rating.WAITING, CHECKER, "the harbour office"))
    second = perform(case, case.rate(CARS.id, Rating.VERIFIED, CHECKER))
    assert case.state(CARS.id) is State.VERIFIED
    assert second.edits[0].before == first.edits[0].after


def test_the_authors_word_and_waiting_stay_open(case: Case) -> None:
    perform(case, case.rate(CARS.id, Rating.AUTHORS_WORD, CHECKER))
    perform(case, case.rate(QUOTE.id, Rating.WAITING, CHECKER))
    tally = case.tally()
    assert (tally.settled, tally.open, tally.authors_word, tally.waiting) == (0, 4, 1, 1)


def test_a_dismissed_claim_leaves_the_counts_and_returns_on_undo(case: Case) -> None:
    change = perform(case, case.dismiss(CARS.id, CHECKER))
    assert case.tally().total == 3
    perform(case, change.inverse(CHECKER))
    assert case.tally().total == 4


def test_coverage_counts_the_read_share_of_what_can_hold_claims(case: Case) -> None:
    speaking = sum(len(b.position) for b in case.blocks if b.role is not Role.BOILERPLATE)
    assert case.coverage().total == speaking
    perform(case, case.read([SENTENCES[1].id], CHECKER))
    assert case.coverage().read == len(SENTENCES[1].position)
    perform(case, case.unread([SENTENCES[1].id], CHECKER))
    assert case.coverage().percent == 0


# Notes and sources


def test_an_emptied_note_is_gone(case: Case) -> None:
    perform(case, case.write_note(CARS.id, "Counted in May.", CHECKER))
    perform(case, case.write_note(CARS.id, "  ", CHECKER))
    assert case.note(CARS.id) is None


def test_a_source_stays_while_another_claim_rests_on_it(case: Case) -> None:
    source = make_source()
    perform(case, case.attach(CARS.id, source, CHECKER, locator="page 4"))
    perform(case, case.attach(QUOTE.id, source, CHECKER, Stance.CONTRADICTS))
    assert len(case.sources) == 1
    perform(case, case.detach(case.evidence(CARS.id)[0].id, CHECKER))
    assert case.sources == [source]
    perform(case, case.detach(case.evidence(QUOTE.id)[0].id, CHECKER))
    assert case.sources == []


# Claims of one's own


def test_marked_words_lose_the_white_space_around_them(case: Case) -> None:
    words = place_of(TOWN_TEXT, " 14,000 cars ")
    change = perform(case, case.mark(words, CHECKER, ClaimKind.QUANTITY))
    assert case.claim(change.claim_id).text == "14,000 cars"


def test_other_borders_take_the_verdict_back(case: Case) -> None:
    perform(case, case.rate(CARS.id, Rating.VERIFIED, CHECKER))
    perform(case, case.redraw(CARS.id, place_of(TOWN_TEXT, "14,000 cars a day"), CHECKER))
    assert case.claim(CARS.id).text == "14,000 cars a day"
    assert case.verdict(CARS.id) is None


def test_a_split_claim_is_two_that_keep_the_words(case: Case) -> None:
    at = TOWN_TEXT.index("is the oldest")
    perform(case, case.write_note(OLDEST.id, "See the register.", CHECKER))
    perform(case, case.split(OLDEST.id, at, CHECKER))
    texts = [claim.text for claim in case.claims()]
    assert "The bridge, opened in 1931," in texts
    assert "is the oldest in the county" in texts
    assert case.note(OLDEST.id) is not None


@pytest.mark.parametrize("at", [0, OLDEST.position.start, OLDEST.position.end])
def test_a_claim_is_not_split_outside_its_words(case: Case, at: int) -> None:
    with pytest.raises(ValueError, match=r"split inside|not a stretch"):
        case.split(OLDEST.id, at, CHECKER)


def test_joined_claims_keep_notes_and_sources_of_both(case: Case) -> None:
    perform(case, case.write_note(OLDEST.id, "First.", CHECKER))
    perform(case, case.write_note(CARS.id, "Second.", CHECKER))
    perform(case, case.attach(CARS.id, make_source(), CHECKER))
    perform(case, case.join(OLDEST.id, CARS.id, CHECKER))
    note = case.note(OLDEST.id)
    assert note is not None
    assert note.text == "First.\nSecond."
    assert len(case.evidence(OLDEST.id)) == 1
    assert case.claim(OLDEST.id).text.endswith("cars a day")
    assert not case.has_claim(CARS.id)


def test_the_new_kind_leads_and_the_old_one_it_replaces_is_gone(case: Case) -> None:
    perform(case, case.change_kind(CARS.id, ClaimKind.QUANTITY, CHECKER))
    assert case.claim(CARS.id).kinds == (ClaimKind.QUANTITY,)


# Parts of the page


def test_words_in_another_role_cut_their_block(case: Case) -> None:
    words = place_of(TOWN_TEXT, "It carries 14,000 cars a day.")
    perform(case, case.set_role(words, Role.PULLQUOTE, CHECKER))
    block = case.block_at(words.start)
    assert block is not None
    assert (block.role, block.position) == (Role.PULLQUOTE, words)
    before = case.block_at(OLDEST.position.start)
    assert before is not None
    assert before.role is Role.BODY


def test_claims_come_back_when_boilerplate_becomes_body(case: Case) -> None:
    perform(case, case.set_role(IN_BOILERPLATE.position, Role.BODY, CHECKER))
    assert IN_BOILERPLATE in case.claims()


# What the program proposes


def test_nothing_is_proposed_twice(case: Case) -> None:
    again = case.propose([OLDEST, CARS], SENTENCES, CHECKER)
    assert again.edits == ()


def test_blocks_that_detection_did_not_reach_are_still_to_be_analysed(case: Case) -> None:
    body = [block for block in case.blocks if block.role is Role.BODY]
    facts = [BlockFacts("draft", block.position) for block in body]
    perform(case, case.propose([], [], CHECKER, facts))
    assert [block.role for block in case.unanalysed()] == [Role.HEADLINE, Role.SUBHEADING]


def test_a_dateline_is_analysed_for_its_times_and_counts_as_no_text_to_read() -> None:
    text = "Bridge opened\nOSLO, 16 June 2021\nPhoto: Ida Bruun\nThe bridge was opened."
    case = make_case(text, (Role.HEADLINE, Role.DATELINE, Role.CREDIT))
    assert [block.role for block in case.unanalysed()] == [Role.HEADLINE, Role.DATELINE, Role.BODY]
    when = TimeExpression(place_of(text, "16 June 2021"), "2021-06-16")
    facts = [BlockFacts("draft", block.position, times=(when,)) for block in case.unanalysed()]
    perform(case, case.propose([], [], CHECKER, facts))
    assert case.unanalysed() == []
    assert len(case.facts()) == 3
    assert case.coverage().total == len("Bridge opened") + len("The bridge was opened.")


def test_a_part_cut_anew_is_to_be_analysed_again(case: Case) -> None:
    facts = [BlockFacts("draft", block.position) for block in case.blocks]
    perform(case, case.propose([], [], CHECKER, facts))
    assert case.unanalysed() == []
    words = place_of(TOWN_TEXT, "is the oldest in the county. It carries")
    perform(case, case.set_role(words, Role.CROSSHEAD, CHECKER))
    cut = [block.position.of(TOWN_TEXT) for block in case.unanalysed()]
    assert "is the oldest in the county. It carries" in cut
    assert len(case.facts()) == len(case.blocks) - len(cut)


def test_a_claim_found_anew_is_worded_anew_unless_somebody_touched_it(case: Case) -> None:
    perform(case, case.change_priority(OLDEST.id, Priority.LOW, CHECKER))
    perform(case, case.rate(QUOTE.id, Rating.VERIFIED, CHECKER))
    asked = [
        replace(claim, id="x" + claim.id, question="Since when?") for claim in (OLDEST, CARS, QUOTE)
    ]
    perform(case, case.propose(asked, SENTENCES, CHECKER))
    assert [case.claim(c.id).question for c in (OLDEST, CARS, QUOTE)] == ["", "Since when?", ""]
    assert len(case.claims()) == 4


def test_looking_again_adds_nothing_over_words_drawn_by_hand(case: Case) -> None:
    perform(case, case.redraw(CARS.id, place_of(TOWN_TEXT, "14,000 cars"), CHECKER))
    assert case.propose([replace(CARS, id="again")], SENTENCES, CHECKER).edits == ()


def test_no_sentence_lies_in_two_parts_of_the_page(case: Case) -> None:
    perform(case, case.read([SENTENCES[0].id], CHECKER))
    words = place_of(TOWN_TEXT, "is the oldest in the county. It carries")
    perform(case, case.set_role(words, Role.CROSSHEAD, CHECKER))
    for sentence in case.sentences:
        blocks = [b for b in case.blocks if b.position.overlaps(sentence.position)]
        assert len(blocks) == 1
    assert case.block_at(words.start) is not None
    pieces = case.sentences_over(SENTENCES[0].position)
    assert [piece.is_read for piece in pieces] == [True, True]
    read_all(case)
    assert case.coverage().percent == 100


@pytest.mark.parametrize("verb", ["redraw", "split", "join", "mark"])
def test_a_claim_left_without_a_verdict_unreads_the_sentence_its_verdict_had_read(
    case: Case, verb: str
) -> None:
    perform(case, case.rate(CARS.id, Rating.VERIFIED, CHECKER))
    assert case.sentences[1].is_read
    fewer = place_of(TOWN_TEXT, "carries 14,000 cars")
    changes = {
        "redraw": lambda: case.redraw(CARS.id, fewer, CHECKER),
        "split": lambda: case.split(CARS.id, fewer.start, CHECKER),
        "join": lambda: case.join(CARS.id, OLDEST.id, CHECKER),
        "mark": lambda: case.mark(fewer, CHECKER),
    }
    perform(case, changes[verb]())
    assert not case.sentences[1].is_read


def test_a_source_taken_off_and_put_back_stands_where_it_stood(case: Case) -> None:
    sources = [make_source(title, id=title) for title in "ABC"]
    for source in sources:
        perform(case, case.attach(CARS.id, source, CHECKER))
    first = case.evidence(CARS.id)[0]
    removed = perform(case, case.detach(first.id, CHECKER))
    perform(case, removed.inverse(CHECKER))
    assert case.evidence(CARS.id)[0] == first
    assert case.sources == sources


# Undo, for any sequence of verbs


def any_change(case: Case, draw: Callable[..., Any]) -> Change:
    """A change as a checker might make it, drawn for the case as it stands."""
    sentence = draw(st.sampled_from(case.sentences))
    start = draw(st.integers(0, len(case.text) - 1))
    words = TextPosition(start, draw(st.integers(start + 1, len(case.text))))
    choices: list[Callable[[], Change]] = [
        lambda: case.read([sentence.id], CHECKER),
        lambda: case.unread([sentence.id], CHECKER),
        lambda: case.set_role(words, draw(st.sampled_from(Role)), CHECKER),
    ]
    if words.of(case.text).strip():
        choices.append(lambda: case.mark(words, CHECKER))
    if claims := case.claims():
        choices += changes_of(case, draw(st.sampled_from(claims)), words, draw)
    chosen: Callable[[], Change] = draw(st.sampled_from(choices))
    return chosen()


def changes_of(
    case: Case, claim: Claim, words: TextPosition, draw: Callable[..., Any]
) -> list[Callable[[], Change]]:
    source = make_source(id=f"{claim.id}s")
    choices: list[Callable[[], Change]] = [
        lambda: case.rate(claim.id, draw(st.sampled_from(Rating)), CHECKER),
        lambda: case.take_back(claim.id, CHECKER),
        lambda: case.write_note(claim.id, draw(st.text(max_size=5)), CHECKER),
        lambda: case.attach(claim.id, source, CHECKER),
        lambda: case.change_kind(claim.id, draw(st.sampled_from(ClaimKind)), CHECKER),
        lambda: case.change_priority(claim.id, draw(st.sampled_from(Priority)), CHECKER),
    ]
    if words.of(case.text).strip():
        choices.append(lambda: case.redraw(claim.id, words, CHECKER))
    if others := [c for c in case.claims() if c.id != claim.id]:
        choices.append(lambda: case.join(claim.id, draw(st.sampled_from(others)).id, CHECKER))
    if evidence := case.evidence(claim.id):
        choices.append(lambda: case.detach(evidence[0].id, CHECKER))
    return choices


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_undoing_everything_leaves_the_case_as_it_was(data: st.DataObject) -> None:
    case = town()
    before = contents(case)
    done = []
    for _ in range(data.draw(st.integers(1, 12))):
        done.append(perform(case, any_change(case, data.draw)))
        claims = case.claims()
        assert claims == sorted(claims, key=lambda claim: claim.in_text_order)
        spans = [block.position for block in case.blocks]
        assert all(left.end <= right.start for left, right in pairwise(spans))
    after = contents(case)
    undone = [change.inverse(CHECKER) for change in reversed(done)]
    for change in undone:
        case.apply(change)
    assert contents(case) == before
    for change in reversed(undone):
        case.apply(change.inverse(CHECKER))
    assert contents(case) == after


def test_a_copy_does_not_follow_the_case(case: Case) -> None:
    copy = case.copy()
    perform(case, case.rate(CARS.id, Rating.VERIFIED, CHECKER))
    assert copy.state(CARS.id) is State.OPEN


def test_an_opinion_is_no_work_until_somebody_decides_on_it() -> None:
    opinion = make_claim("no other choice", kinds=(ClaimKind.OPINION,))
    fact = make_claim("the mayor, Ida Bruun")
    words = "“We have no other choice,” said the mayor, Ida Bruun."
    case = make_case(claims=[opinion, fact], sentences=[make_sentence(TOWN_TEXT, words)])
    assert case.tally() == Tally(unchecked=1)
    assert (case.is_open(opinion.id), case.is_open(fact.id)) == (False, True)
    rated(case, fact, Rating.VERIFIED)
    assert case.sentences[0].is_read
    rated(case, opinion, Rating.WAITING)
    assert case.tally() == Tally(verified=1, waiting=1)
    assert case.is_open(opinion.id)
    do(case, case.take_back(opinion.id, CHECKER), case.take_back(fact.id, CHECKER))
    assert not case.sentences[0].is_read
