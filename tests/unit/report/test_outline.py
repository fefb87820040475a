from factcheck.model.article import Block, Role
from factcheck.model.case import Case
from factcheck.model.claim import Proposer
from factcheck.model.text import TextPosition
from factcheck.model.verdict import Rating
from factcheck.report.outline import outline
from factcheck.report.shortfall import named_parts, shortfalls
from tests.makers import (
    CHECKER,
    TOWN_TEXT,
    do,
    make_article,
    make_case,
    make_claim,
    make_draft,
    make_sentence,
    make_source,
    place_of,
    rated,
)


def test_body_parts_are_numbered_and_single_parts_are_not() -> None:
    plan = outline(make_case())
    assert [part.name for part in plan.speaking] == [
        "Headline",
        "Subheading",
        "Paragraph 1",
        "Paragraph 2",
    ]


def test_two_captions_are_told_apart() -> None:
    text = "One picture\nAnother picture\nA paragraph"
    plan = outline(make_case(text, [Role.CAPTION, Role.CAPTION]))
    assert [part.name for part in plan.parts] == ["Caption 1", "Caption 2", "Paragraph 1"]


def test_claims_are_numbered_in_the_order_of_the_text_outer_ones_first() -> None:
    inner, outer = make_claim("1931"), make_claim("The bridge, opened in 1931")
    plan = outline(make_case(claims=[make_claim("14,000 cars"), inner, outer]))
    assert [entry.claim.text for entry in plan.claims] == [outer.text, "1931", "14,000 cars"]
    assert [entry.number for entry in plan.claims] == [1, 2, 3]
    assert [entry.number for entry in plan.parts[2].claims] == [1, 2, 3]


def test_a_dateline_and_its_paragraph_are_one_part() -> None:
    text = "NORTHPORT — The ferry is late. Advertisement"
    roles = ((Role.DATELINE, "NORTHPORT —"), (Role.BODY, "The ferry is late."))
    blocks = [Block("draft", place_of(text, words), role) for role, words in roles]
    blocks.append(Block("draft", place_of(text, "Advertisement"), Role.BOILERPLATE))
    plan = outline(Case(make_article(), make_draft(text), blocks))
    assert [part.name for part in plan.parts] == ["Paragraph 1"]
    assert plan.parts[0].position == TextPosition(0, len(text))


def test_words_in_no_block_are_not_left_out() -> None:
    text = "Lost words\nA paragraph"
    block = Block("draft", place_of(text, "A paragraph"), Role.BODY)
    claim = make_claim("Lost", of=text)
    plan = outline(Case(make_article(), make_draft(text), [block, claim]))
    assert [part.position.of(text) for part in plan.parts] == ["Lost words", "A paragraph"]
    assert [entry.number for entry in plan.parts[0].claims] == [1]


def test_a_part_is_unread_until_somebody_reads_a_sentence_of_it() -> None:
    first = make_sentence(TOWN_TEXT, "The bridge, opened in 1931, is the oldest in the county.")
    second = make_sentence(TOWN_TEXT, "It carries 14,000 cars a day.")
    case = make_case(sentences=[first, second])
    part = outline(case).parts[2]
    assert part.is_unread
    assert not part.is_partly_read
    do(case, case.read([first.id], CHECKER))
    part = outline(case).parts[2]
    assert not part.is_unread
    assert part.is_partly_read
    do(case, case.read([second.id], CHECKER))
    part = outline(case).parts[2]
    assert not part.is_unread
    assert not part.is_partly_read


def test_boilerplate_is_no_part_to_look_at_unless_a_person_marks_a_claim_in_it() -> None:
    case = make_case()
    assert outline(case).parts[-1].is_silent
    do(case, case.mark(place_of(TOWN_TEXT, "Read more"), CHECKER))
    assert outline(case).claims[0].claim.proposer is Proposer.PERSON
    assert outline(case).speaking[-1].name == "Boilerplate"


def test_parts_are_named_as_a_sentence_names_them() -> None:
    plan = outline(make_case("\n".join("abcdef"), [Role.CAPTION]))
    assert named_parts(plan.parts) == "the caption and paragraphs 1 to 5"
    assert named_parts([*plan.parts[:2], plan.parts[3]]) == "the caption, paragraphs 1 and 3"


def test_what_was_not_checked_names_each_gap_once() -> None:
    sentence = make_sentence(TOWN_TEXT, "The bridge, opened in 1931, is the oldest in the county.")
    first, second, third = (
        make_claim(words)
        for words in ("The bridge, opened in 1931", "oldest in the county", "14,000 cars")
    )
    case = make_case(claims=[first, second, third], sentences=[sentence])
    rated(case, first, Rating.VERIFIED)
    do(case, case.attach(second.id, make_source(), CHECKER))
    rated(case, second, Rating.AUTHORS_WORD)
    said = [f"{gap.amount} {gap.words}" for gap in shortfalls(case, outline(case))]
    assert said == [
        "3 parts of the text were not gone through for claims: the headline, the subheading and paragraph 2",
        "1 claim without a verdict",
        "74 % of the text unread: the headline, the subheading and paragraph 2",
        "1 claim rests on the author’s word alone:",
        "1 verdict stands without a source (1)",
        "1 source without a page or paragraph (2)",
    ]


def test_nothing_is_missing_from_a_finished_case() -> None:
    text = "The bridge is old."
    claim = make_claim("bridge is old", of=text)
    case = make_case(text, [Role.BODY], [claim], [make_sentence(text, text)])
    rated(case, claim, Rating.VERIFIED)
    do(case, case.attach(claim.id, make_source(), CHECKER, locator="page 4"))
    assert shortfalls(case, outline(case)) == []
