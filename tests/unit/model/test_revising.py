"""A new draft in the model: what stays with a claim, what it loses, and how a person can put it right."""

from dataclasses import replace

import pytest

from factcheck.model.article import Draft, Manuscript, Remark, RemarkOrigin, Sentence
from factcheck.model.case import Case
from factcheck.model.change import Change, Verb
from factcheck.model.claim import Claim, Proposer
from factcheck.model.detected import BlockFacts, Quantity
from factcheck.model.fate import Fate, FateKind, Revision
from factcheck.model.revising import (
    as_next_draft,
    attach_again,
    keep_verdict,
    newcomers,
    revised,
)
from factcheck.model.text import TextPosition, anchor_at
from factcheck.model.verdict import Rating, State
from tests.makers import (
    CHECKER,
    TOWN_TEXT,
    do,
    make_article,
    make_blocks,
    make_case,
    make_claim,
    make_sentence,
    make_source,
    place_of,
    rated,
)

OLDEST, CARS = "oldest in the county", "It carries 14,000 cars a day"
QUOTE = "“We have no other choice,” said the mayor"
NEW_TEXT = TOWN_TEXT.replace("14,000", "15,000").replace("“We have no other choice,” ", "The end, ")


def manuscript(text: str = NEW_TEXT, *remarks: Remark) -> Manuscript:
    draft = Draft("other", 1, text, "bridge-2.txt", "text", CHECKER.at, id="draft2")
    blocks = tuple(make_blocks(text, draft_id="draft2"))
    blocks = tuple(replace(block, id=f"new{block.id}") for block in blocks)
    return Manuscript(make_article(id="other"), draft, blocks, remarks)


def worked_case() -> Case:
    """Three claims, all verified, one with note and source; the first sentences are read."""
    claims = [
        make_claim(words, id=name)
        for words, name in ((OLDEST, "oldest"), (CARS, "cars"), (QUOTE, "quote"))
    ]
    case = make_case(
        claims=claims,
        sentences=[
            make_sentence(
                TOWN_TEXT, "The bridge, opened in 1931, is the oldest in the county. ", read=True
            ),
            make_sentence(TOWN_TEXT, f"{CARS}."),
            make_sentence(TOWN_TEXT, "Harbour bridge to close for nine weeks", read=True),
        ],
    )
    do(case, case.write_note("cars", "From the county’s count.", CHECKER))
    do(case, case.attach("cars", make_source(), CHECKER))
    for claim in claims:
        rated(case, claim, Rating.VERIFIED)
    return case


def fate(case: Case, claim_id: str, kind: FateKind, words: str = "") -> Fate:
    claim = case.claim(claim_id)
    after = anchor_at(NEW_TEXT, place_of(NEW_TEXT, words)) if words else None
    return Fate("draft2", "draft", claim_id, kind, claim.anchor, after, "number")


def revision(case: Case) -> Revision:
    return Revision(
        (
            fate(case, "oldest", FateKind.SAME, OLDEST),
            fate(case, "cars", FateKind.CHANGED, CARS.replace("14", "15")),
            fate(case, "quote", FateKind.GONE),
        ),
        same=tuple(
            (place_of(TOWN_TEXT, words), place_of(NEW_TEXT, words))
            for words in (
                "Harbour bridge to close for nine weeks",
                "The bridge, opened in 1931, is the oldest in the county.",
            )
        ),
    )


def revised_case(case: Case, change: Change) -> Case:
    """The case as it is loaded after the change: the new draft, with the old draft's claims that are gone."""
    records = {record.id: record for record in case.records()}
    for edit in change.edits:
        records.pop(edit.record.id, None)
        if edit.after is not None:
            records[edit.after.id] = edit.after
    draft = next(
        record for record in records.values() if isinstance(record, Draft) and record.number == 2
    )
    kept = [
        record
        for record in records.values()
        if not isinstance(record, Draft | type(case.article))
        and (isinstance(record, Claim) or getattr(record, "draft_id", draft.id) == draft.id)
    ]
    return Case(case.article, draft, kept)


def taken(case: Case, *remarks: Remark) -> Case:
    following = as_next_draft(case, manuscript(NEW_TEXT, *remarks))
    return revised_case(case, revised(case, following, revision(case), CHECKER))


def test_the_next_draft_belongs_to_the_article_and_counts_on() -> None:
    following = as_next_draft(make_case(), manuscript())
    assert (following.draft.article_id, following.draft.number) == ("article", 2)
    assert following.article.id == "article"


def test_a_claim_that_is_the_same_keeps_its_verdict_at_its_new_place() -> None:
    after = taken(worked_case())
    claim = after.claim("oldest")
    assert after.state("oldest") is State.VERIFIED
    assert claim.position.of(after.text) == claim.text == OLDEST
    assert claim.proposer is Proposer.PROGRAM


def test_a_claim_changed_in_substance_loses_its_verdict_and_nothing_else() -> None:
    after = taken(worked_case())
    assert after.state("cars") is State.OPEN
    assert after.claim("cars").text == "It carries 15,000 cars a day"
    note, told = after.note("cars"), after.fate("cars")
    assert note is not None
    assert note.text == "From the county’s count."
    assert [e.source_id for e in after.evidence("cars")] == ["source"]
    assert told is not None
    assert told.before.quote.exact == CARS
    assert told.dropped is not None
    assert (told.dropped.rating, told.dropped.checker) == (Rating.VERIFIED, CHECKER.by)


def test_a_claim_that_is_gone_lies_in_the_drawer_with_its_verdict() -> None:
    after = taken(worked_case())
    assert [claim.id for claim in after.claims()] == ["oldest", "cars"]
    assert [claim.text for claim in after.drawer()] == [QUOTE]
    assert after.state("quote") is State.VERIFIED
    assert after.claims_over(TextPosition(0, len(after.text))) == after.claims()
    assert after.tally().total == 2


def test_what_was_read_and_is_the_same_stays_read() -> None:
    after = taken(worked_case())
    read = [s.position.of(after.text) for s in after.sentences if s.is_read]
    assert read == [
        "Harbour bridge to close for nine weeks",
        "The bridge, opened in 1931, is the oldest in the county. ",
    ]


def test_a_part_that_is_the_same_is_not_analysed_again_and_keeps_its_facts() -> None:
    case = worked_case()
    headline = case.blocks[0]
    nine = place_of(TOWN_TEXT, "nine weeks")
    facts = BlockFacts("draft", headline.position, quantities=(Quantity(nine, 9.0, "week"),))
    do(case, case.propose([], [], CHECKER, [facts]))

    after = taken(case)

    (known,) = after.facts()
    assert known.quantities[0].position.of(after.text) == "nine weeks"
    assert headline.position not in [block.position for block in after.unanalysed()]


def test_a_part_keeps_the_role_that_a_person_gave_it() -> None:
    case = worked_case()
    do(case, case.set_role(case.blocks[0].position, case.blocks[-1].role, CHECKER))
    assert taken(case).blocks[0].role is case.blocks[0].role


def test_a_verdict_is_kept_after_all_by_the_person_who_says_so() -> None:
    after = taken(worked_case())
    (change,) = do(after, keep_verdict(after, "cars", replace(CHECKER, by="Second Reader")))
    assert change.verb is Verb.KEEP_VERDICT
    verdict = after.verdict("cars")
    assert verdict is not None
    assert (verdict.rating, verdict.checker) == (Rating.VERIFIED, "Second Reader")
    do(after, change.inverse(CHECKER))
    assert after.state("cars") is State.OPEN


def test_a_verdict_that_was_not_dropped_cannot_be_kept() -> None:
    after = taken(worked_case())
    with pytest.raises(ValueError, match="no verdict"):
        keep_verdict(after, "oldest", CHECKER)


def test_a_claim_from_the_drawer_is_attached_again_and_loses_its_verdict_on_other_words() -> None:
    after = taken(worked_case())
    before = set(after.records())
    (change,) = do(
        after, attach_again(after, "quote", place_of(NEW_TEXT, "The end, said the mayor"), CHECKER)
    )
    told = after.fate("quote")
    assert after.drawer() == []
    assert after.claim("quote").text == "The end, said the mayor"
    assert after.state("quote") is State.OPEN
    assert told is not None
    assert told.kind is FateKind.CHANGED
    assert told.dropped is not None
    do(after, change.inverse(CHECKER))
    assert set(after.records()) == before


def test_a_claim_attached_to_the_very_words_keeps_its_verdict_and_takes_the_place_of_a_proposal() -> (
    None
):
    case = worked_case()
    gone = Revision((fate(case, "oldest", FateKind.GONE),))
    following = as_next_draft(case, manuscript())
    after = revised_case(case, revised(case, following, gone, CHECKER))
    place = place_of(NEW_TEXT, OLDEST)
    proposed = replace(make_claim(OLDEST, of=NEW_TEXT), draft_id="draft2")
    do(after, after.propose([proposed], [], CHECKER))

    do(after, attach_again(after, "oldest", place, CHECKER))

    assert after.state("oldest") is State.VERIFIED
    assert [claim.id for claim in after.claims_over(place)] == ["oldest"]


def test_of_what_is_found_in_a_changed_part_only_what_is_new_is_new() -> None:
    after = taken(worked_case())
    line = place_of(NEW_TEXT, "It carries 15,000 cars a day")
    drawn = Claim(
        "draft2",
        anchor_at(NEW_TEXT, place_of(NEW_TEXT, "15,000 cars a day")),
        (),
        after.claim("cars").priority,
        "How many?",
    )
    found = [
        replace(drawn, anchor=anchor_at(NEW_TEXT, line), question="By whose count?"),
        replace(
            drawn,
            anchor=anchor_at(NEW_TEXT, place_of(NEW_TEXT, "opened in 1931")),
            id="read before",
        ),
        replace(drawn, anchor=anchor_at(NEW_TEXT, place_of(NEW_TEXT, "Ida Bruun")), id="new"),
    ]
    assert [claim.id for claim in newcomers(after, found)] == [drawn.id, "new"]
    (again,) = newcomers(after, [drawn])
    assert again.position == line
    assert again.question == "How many?"


def test_what_the_author_put_beside_a_claim_that_is_known_comes_once() -> None:
    place = place_of(NEW_TEXT, OLDEST)
    again = Remark(place, "Register of bridges", RemarkOrigin.COMMENT)
    new = Remark(place, "County archive, box 4", RemarkOrigin.COMMENT)
    case = worked_case()
    do(case, case.attach("oldest", case.source("source"), CHECKER))

    after = taken(case, again, new)

    assert [after.source(e.source_id).title for e in after.evidence("oldest")] == [
        "Register of bridges",
        "County archive, box 4",
    ]
    assert len(after.sources) == 2


def test_a_sentence_read_only_by_a_verdict_that_was_dropped_is_unread() -> None:
    text = "One line. Two lines."
    claim = make_claim("Two lines", of=text, id="two")
    case = make_case(
        text,
        (),
        [claim],
        [
            Sentence("draft", TextPosition(0, 10), id="a"),
            Sentence("draft", TextPosition(10, 20), id="b"),
        ],
    )
    rated(case, claim, Rating.VERIFIED)
    assert [s.is_read for s in case.sentences] == [False, True]
    whole = TextPosition(0, 20)
    told = Fate(
        "draft2", "draft", "two", FateKind.CHANGED, claim.anchor, claim.anchor, "who is meant"
    )

    change = revised(
        case,
        as_next_draft(case, manuscript(text)),
        Revision((told,), same=((whole, whole),)),
        CHECKER,
    )

    assert [s.is_read for s in revised_case(case, change).sentences] == [False, False]
