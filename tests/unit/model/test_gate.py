"""What keeps an article from print, and the lock that a sign-off puts on it."""

import pytest

from factcheck.model.article import Role
from factcheck.model.case import Case
from factcheck.model.claim import ClaimKind
from factcheck.model.detected import BlockFacts
from factcheck.model.evidence import Source
from factcheck.model.explaining import explain
from factcheck.model.finding import Finding, FindingKind, Outcome
from factcheck.model.gate import OpenKind, open_points
from factcheck.model.overview import LogHead
from factcheck.model.quality import weakest_links
from factcheck.model.signing import in_order, locked_reason, next_stage, reopen, sign_off
from factcheck.model.signoff import Stage
from factcheck.model.standard import Standard
from factcheck.model.verdict import Rating
from tests.makers import CHECKER, TOWN_TEXT, make_case, make_claim, make_sentence, place_of

HEADLINE = "Harbour bridge to close for nine weeks"
OPENED = make_claim("opened in 1931", kinds=(ClaimKind.DATE_TIME,))
CARS = make_claim("It carries 14,000 cars a day", kinds=(ClaimKind.QUANTITY,))
OPINION = make_claim("“We have no other choice,”", kinds=(ClaimKind.OPINION,))
HEAD = LogHead(3, "7c" * 32)
WEEKS = Finding(
    "weeks",
    FindingKind.REPEATS,
    Outcome.CONFLICT,
    "Nine is not eight.",
    (place_of(TOWN_TEXT, "nine weeks"),),
    "9 ≠ 8",
    key="weeks",
)


@pytest.fixture
def case() -> Case:
    """The town's article as it was gone through, with three claims."""
    made = make_case(claims=[OPENED, CARS, OPINION])
    speaking = [block for block in made.blocks if block.role.holds_claims]
    sentences = [make_sentence(TOWN_TEXT, b.position.of(TOWN_TEXT)) for b in speaking]
    facts = [BlockFacts("draft", block.position) for block in speaking]
    made.apply(made.propose([], sentences, CHECKER, facts))
    return made


def kinds(case: Case, *findings: Finding) -> list[OpenKind]:
    return [point.kind for point in open_points(case, findings)]


def settle(case: Case) -> None:
    """Verify every claim with a source, and read the rest."""
    for claim in (OPENED, CARS):
        case.apply(case.attach(claim.id, Source("article", "Register"), CHECKER))
        case.apply(case.rate(claim.id, Rating.VERIFIED, CHECKER))
    case.apply(case.read([sentence.id for sentence in case.sentences], CHECKER))


def test_nothing_is_open_once_all_is_settled_and_read(case: Case) -> None:
    assert open_points(case, [])
    settle(case)
    assert open_points(case, []) == []


def test_an_opinion_nobody_decided_on_keeps_nothing_from_print(case: Case) -> None:
    assert OPINION.id not in [point.claim_id for point in open_points(case, [])]


@pytest.mark.parametrize(
    ("rating", "kind"),
    [
        (Rating.CONTRADICTED, OpenKind.MUST_CHANGE),
        (Rating.WAITING, OpenKind.WAITING),
        (Rating.AUTHORS_WORD, OpenKind.AUTHORS_WORD),
        (Rating.VERIFIED, OpenKind.NO_SOURCE),
    ],
)
def test_a_claim_is_open_for_the_reason_its_verdict_gives(
    case: Case, rating: Rating, kind: OpenKind
) -> None:
    case.apply(case.rate(OPENED.id, rating, CHECKER, "the town hall"))
    (point,) = [p for p in open_points(case, []) if p.claim_id == OPENED.id]
    assert point.kind is kind
    assert point.position == OPENED.position
    assert ("town hall" in point.words) == (rating is Rating.WAITING)


def test_what_could_not_be_verified_is_the_editors_and_holds_nothing_up(case: Case) -> None:
    case.apply(case.rate(OPENED.id, Rating.UNVERIFIABLE, CHECKER))
    assert OPENED.id not in [point.claim_id for point in open_points(case, [])]


def test_a_headline_nobody_read_is_a_point_of_its_own_before_the_claims(case: Case) -> None:
    points = open_points(case, [])
    parts = [point for point in points if point.kind is OpenKind.PART]
    assert "The headline" in parts[0].words
    assert points.index(parts[0]) < [p.kind for p in points].index(OpenKind.CLAIM)
    headline = next(s for s in case.sentences if s.position.of(TOWN_TEXT) == HEADLINE)
    case.apply(case.read([headline.id], CHECKER))
    assert not any("headline" in point.words for point in open_points(case, []))


def test_a_conflict_is_open_until_it_is_explained(case: Case) -> None:
    assert kinds(case, WEEKS)[0] is OpenKind.CONFLICT
    case.apply(explain(case, WEEKS, "Two closures.", CHECKER))
    assert OpenKind.CONFLICT not in kinds(case, WEEKS)


def test_a_part_that_detection_did_not_reach_is_open(case: Case) -> None:
    settle(case)
    words = place_of(TOWN_TEXT, "It carries 14,000 cars a day")
    case.apply(case.set_role(words, Role.CROSSHEAD, CHECKER))
    assert OpenKind.NOT_ANALYSED in kinds(case)


def test_stages_are_passed_in_order_and_lock_the_case(case: Case) -> None:
    stages = [Stage("Editor", 2, True), Stage("Checker", 1, True)]
    assert [stage.name for stage in in_order(stages)] == ["Checker", "Editor"]
    assert locked_reason(case) == ""
    for name in ("Checker", "Editor"):
        stage = next_stage(case, stages)
        assert stage is not None and stage.name == name
        case.apply(sign_off(case, name, HEAD, CHECKER))
        assert CHECKER.by in locked_reason(case)
    assert next_stage(case, stages) is None
    signed = case.sign_offs()[0]
    assert (signed.text_sha256, signed.entry) == (case.draft.sha256, HEAD.number)


def test_opening_again_takes_every_sign_off_back_and_keeps_the_reason(case: Case) -> None:
    case.apply(sign_off(case, "Checker", HEAD, CHECKER))
    case.apply(reopen(case, " The mayor rang. ", CHECKER))
    assert case.sign_offs() == [] and locked_reason(case) == ""
    assert [one.reason for one in case.reopenings()] == ["The mayor rang."]


def test_the_usual_stages_hold_where_a_desk_has_none() -> None:
    assert [stage.name for stage in in_order(())] == ["Checker", "Second reader", "Editor"]


def test_weak_links_of_what_is_verified_are_open_where_the_desk_says_so(case: Case) -> None:
    settle(case)
    links = weakest_links(case, Standard(gates=True))
    assert open_points(case, []) == []
    points = open_points(case, [], links)
    assert {point.kind for point in points} == {OpenKind.WEAK}
    assert "It stands on one source alone." in [point.words for point in points]
    assert "A source is named without a page, paragraph or time: Register." in [
        point.words for point in points
    ]


def test_a_claim_that_is_open_anyway_is_not_open_twice(case: Case) -> None:
    case.apply(case.rate(CARS.id, Rating.AUTHORS_WORD, CHECKER))
    case.apply(case.rate(OPENED.id, Rating.VERIFIED, CHECKER))
    points = open_points(case, [], weakest_links(case, Standard(gates=True)))
    about = [point.kind for point in points if point.claim_id in (CARS.id, OPENED.id)]
    assert sorted(about) == [OpenKind.AUTHORS_WORD, OpenKind.NO_SOURCE]


def test_a_part_that_is_not_cut_into_sentences_has_not_been_read() -> None:
    bare = make_case()
    facts = [BlockFacts("draft", b.position) for b in bare.blocks]
    bare.apply(bare.propose([], [], CHECKER, facts))
    kinds_open = {point.kind for point in open_points(bare, [])}
    assert kinds_open == {OpenKind.PART, OpenKind.UNREAD}
