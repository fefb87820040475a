from datetime import timedelta

from factcheck.model.article import Role
from factcheck.model.change import Change, Stamp, Verb
from factcheck.model.claim import ClaimKind, Priority
from factcheck.model.verdict import Rating
from factcheck.report.history import told
from factcheck.report.outline import outline
from tests.makers import (
    CHECKER,
    MORNING,
    TOWN_TEXT,
    do,
    make_case,
    make_claim,
    make_sentence,
    make_source,
    place_of,
)
from tests.unit.report.occasions import make_occasion

LATER = Stamp("Second Reader", MORNING + timedelta(hours=1))


def sentences_of(*changes: Change, case_claims: bool = True) -> list[str]:
    case = make_case(claims=[make_claim("1931", id="old")] if case_claims else [])
    return [deed.what for deed in told(make_occasion(*changes).history, outline(case))]


def test_each_deed_is_told_with_the_number_of_its_claim() -> None:
    claim = make_claim("1931", id="old")
    case = make_case(claims=[claim])
    source = make_source("Town archive")
    changes = [
        Change(Verb.ADD_ARTICLE, "article", (), CHECKER),
        case.rate("old", Rating.VERIFIED, CHECKER),
        case.rate("old", Rating.NOT_A_CLAIM, CHECKER),
        case.rate("old", Rating.WAITING, CHECKER, "the county"),
        case.rate("old", Rating.AUTHORS_WORD, CHECKER),
        case.write_note("old", "See the plaque.", CHECKER),
        case.change_kind("old", ClaimKind.DATE_TIME, CHECKER),
        case.change_priority("old", Priority.HIGH, CHECKER),
        case.change_question("old", "When?", CHECKER),
        case.set_role(place_of(TOWN_TEXT, "Read more"), Role.CREDIT, CHECKER),
        case.set_published(None, CHECKER),
        case.set_title("Bridge shut", CHECKER),
    ]
    changes += do(case, case.attach("old", source, CHECKER, locator="box 4"))
    changes += do(case, case.attach("old", source, CHECKER, locator="box 5"))
    assert sentences_of(*changes) == [
        "added the article",
        "rated claim 1 (“1931”) verified",
        "put claim 1 (“1931”) aside as not a claim",
        "set claim 1 (“1931”) to waiting for the county",
        "left claim 1 (“1931”) on the author’s word only",
        "wrote a note on claim 1 (“1931”)",
        "changed the kind of claim 1 (“1931”)",
        "changed the priority of claim 1 (“1931”) to high",
        "changed the question to claim 1 (“1931”)",
        "set a part of the text as credit",
        "removed the publication date",
        "titled the article “Bridge shut”",
        "added the source “Town archive” to claim 1 (“1931”)",
        "added the source “Town archive” to claim 1 (“1931”)",
    ]


def test_undoing_and_doing_again_name_the_entry() -> None:
    case = make_case(claims=[make_claim("1931", id="old")])
    rate = case.rate("old", Rating.VERIFIED, CHECKER)
    undo = rate.inverse(CHECKER)
    assert sentences_of(rate, undo, undo.inverse(CHECKER)) == [
        "rated claim 1 (“1931”) verified",
        "undid entry 1",
        "did again what entry 1 had done",
    ]
    assert sentences_of(undo) == ["undid an earlier step"]


def test_proposals_of_many_blocks_are_one_line() -> None:
    case = make_case()
    first = case.propose([make_claim("1931"), make_claim("14,000")], [], CHECKER)
    second = case.propose([], [make_sentence(TOWN_TEXT, "It carries")], CHECKER)
    deeds = told(make_occasion(first, second).history, outline(case))
    assert [(deed.first, deed.last, deed.what) for deed in deeds] == [
        (1, 2, "marked two claims in one sentence")
    ]


def test_readings_by_two_people_stay_apart_and_so_does_what_was_undone() -> None:
    sentence = make_sentence(TOWN_TEXT, "It carries")
    case = make_case(sentences=[sentence])
    mine, theirs = case.read([sentence.id], CHECKER), case.read([sentence.id], LATER)
    deeds = told(make_occasion(mine, theirs).history, outline(case))
    assert [(deed.by, deed.what) for deed in deeds] == [
        ("Ada Checker", "read one sentence"),
        ("Second Reader", "read one sentence"),
    ]
    again = case.read([sentence.id], CHECKER)
    assert sentences_of(mine, again, again.inverse(CHECKER)) == [
        "read one sentence",
        "read one sentence",
        "undid entry 2",
    ]


def test_a_claim_that_is_gone_is_told_by_its_words() -> None:
    case = make_case()
    mark = case.mark(place_of(TOWN_TEXT, "said the mayor"), CHECKER)
    assert sentences_of(mark) == ["marked the claim “said the mayor” by hand"]
    do(case, mark)
    taken = case.take_back(mark.claim_id, CHECKER)
    assert sentences_of(taken) == ["took back the verdict on a claim that is no longer there"]
