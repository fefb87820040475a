"""An article whose sentences are all read is read as a whole, and one unread sentence is never rounded away."""

from factcheck import workflow
from factcheck.model.coverage import Coverage
from factcheck.model.detected import DetectedBlock
from factcheck.model.text import TextPosition
from tests.makers import CHECKER, TOWN_ROLES, TOWN_TEXT, do, make_case, place_of

SENTENCES = (
    ("Harbour bridge to close for nine weeks",),
    ("Ferries will run every ten minutes",),
    (
        "The bridge, opened in 1931, is the oldest in the county.",
        "It carries 14,000 cars a day.",
    ),
    ("“We have no other choice,” said the mayor, Ida Bruun.",),
)


def found() -> list[DetectedBlock]:
    blocks: list[DetectedBlock] = []
    for sentences in SENTENCES:
        places = tuple(place_of(TOWN_TEXT, words) for words in sentences)
        whole = TextPosition(places[0].start, places[-1].end)
        blocks.append(DetectedBlock(whole, places))
    return blocks


def test_a_text_whose_sentences_are_all_read_is_read_to_the_full() -> None:
    case = make_case(TOWN_TEXT, TOWN_ROLES)
    do(case, workflow.proposal(case, found(), CHECKER))
    do(case, case.read([sentence.id for sentence in case.sentences], CHECKER))
    assert case.coverage().percent == 100


def test_looking_again_finds_the_same_sentences() -> None:
    case = make_case(TOWN_TEXT, TOWN_ROLES)
    do(case, workflow.proposal(case, found(), CHECKER))
    assert not workflow.proposal(case, found(), CHECKER).edits


def test_one_unread_sentence_of_a_book_keeps_it_from_being_read() -> None:
    assert Coverage(499_950, 500_000).percent == 99


def test_a_text_in_which_no_sentence_was_told_apart_has_to_be_read_too() -> None:
    """As in a language whose sentences the program does not know."""
    case = make_case(TOWN_TEXT, TOWN_ROLES)
    whole = [DetectedBlock(block.position) for block in case.blocks]
    do(case, workflow.proposal(case, whole, CHECKER))
    assert case.coverage().percent == 0
    speaking = [block.position for block in case.blocks if block.role.holds_claims]
    assert [sentence.position for sentence in case.sentences] == speaking
    do(case, case.read([sentence.id for sentence in case.sentences], CHECKER))
    assert case.coverage().percent == 100
