"""What an author put beside her words stands on the claims it was meant for, once, and is never lost."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.article import Manuscript, Remark, RemarkOrigin
from factcheck.model.case import Case
from factcheck.model.change import Change, Edit, Record, Stamp, Verb
from factcheck.model.claim import Claim, Proposer
from factcheck.model.evidence import SourceForm
from factcheck.model.remarks import handed_on, records_of
from factcheck.model.text import TextPosition
from factcheck.model.verdict import Rating
from tests.makers import (
    CHECKER,
    MORNING,
    TOWN_ROLES,
    TOWN_TEXT,
    make_article,
    make_blocks,
    make_claim,
    make_draft,
    make_sentence,
    place_of,
)

PROGRAM = Stamp("program", MORNING)
CARS = "It carries 14,000 cars a day."
BRIDGE = "The bridge, opened in 1931, is the oldest in the county."


def remark(words: str, text: str, origin: RemarkOrigin = RemarkOrigin.COMMENT) -> Remark:
    return Remark(place_of(TOWN_TEXT, words), text, origin)


def filed(*remarks: Remark) -> Case:
    """The case of an article that came with these remarks, as it is before detection."""
    blocks = tuple(make_blocks(TOWN_TEXT, TOWN_ROLES))
    manuscript = Manuscript(make_article(), make_draft(), blocks, remarks)
    records: list[Record] = [*blocks, *records_of(manuscript)]
    return Case(manuscript.article, manuscript.draft, records)


def detected(case: Case, *words: str, sentences: tuple[str, ...] = (BRIDGE, CARS)) -> Change:
    """The proposal of claims on these words, already performed with what follows from it."""
    places = [make_sentence(TOWN_TEXT, sentence) for sentence in sentences]
    change = case.propose([make_claim(w) for w in words], places, PROGRAM)
    whole = Change(Verb.PROPOSE, "article", (*change.edits, *handed_on(case, change)), PROGRAM)
    case.apply(whole)
    return whole


def given_sources(case: Case) -> dict[str, list[str]]:
    """The titles of the sources by the words of the claim that each is on."""
    return {
        claim.text: [case.source(e.source_id).title for e in case.evidence(claim.id)]
        for claim in case.claims()
    }


def test_before_detection_every_remark_is_seen_on_its_own_words() -> None:
    case = filed(remark("opened in 1931", "Town archive, box 7"))
    (claim,) = case.claims()
    assert claim.text == "opened in 1931"
    assert claim.reasons[0].reason == "the author put a source here"
    assert claim.proposer is Proposer.PROGRAM
    assert given_sources(case) == {"opened in 1931": ["Town archive, box 7"]}
    assert case.evidence(claim.id)[0].locator == "author’s comment"


def test_a_remark_goes_to_the_innermost_claim_around_it() -> None:
    case = filed(remark("1931", "Town archive, box 7"))
    detected(case, BRIDGE, "opened in 1931", "oldest in the county")
    assert given_sources(case) == {
        BRIDGE: [], "opened in 1931": ["Town archive, box 7"], "oldest in the county": [],
    }  # fmt: skip


def test_a_remark_on_a_sentence_goes_to_each_outermost_claim_in_it_and_is_one_source() -> None:
    case = filed(remark(BRIDGE, "Town archive, box 7"))
    detected(case, "opened in 1931", "1931", "oldest in the county")
    assert given_sources(case) == {
        "opened in 1931": ["Town archive, box 7"], "1931": [],
        "oldest in the county": ["Town archive, box 7"],
    }  # fmt: skip
    assert len(case.sources) == 1


def test_a_claim_on_the_very_words_takes_the_remark_over() -> None:
    case = filed(remark("opened in 1931", "Town archive, box 7"))
    detected(case, "opened in 1931")
    (claim,) = case.claims()
    assert claim.reasons[0].detector == "claims_test"
    assert given_sources(case) == {"opened in 1931": ["Town archive, box 7"]}


def test_a_remark_that_sticks_out_goes_to_the_claim_that_shares_most_with_it() -> None:
    case = filed(remark("1931, is the oldest in", "Town archive, box 7"))
    detected(case, "opened in 1931", "oldest in the county")
    assert given_sources(case)["oldest in the county"] == ["Town archive, box 7"]
    assert given_sources(case)["opened in 1931"] == []


def test_a_remark_that_touches_no_claim_stays_and_is_checked() -> None:
    case = filed(remark("cars a day", "Count of May"))
    detected(case, "opened in 1931")
    assert given_sources(case) == {"opened in 1931": [], "cars a day": ["Count of May"]}


def test_a_remark_waits_until_its_own_sentence_was_looked_at() -> None:
    case = filed(remark("14,000 cars", "Count of May"))
    detected(case, "opened in 1931", sentences=(BRIDGE,))
    assert given_sources(case)["14,000 cars"] == ["Count of May"]
    detected(case, CARS, sentences=(CARS,))
    assert given_sources(case) == {"opened in 1931": [], CARS: ["Count of May"]}


def test_a_claim_that_a_person_has_worked_on_keeps_its_sources() -> None:
    for work in ("verdict", "note", "priority"):
        case = filed(remark("1931", "Town archive, box 7"))
        (claim,) = case.claims()
        if work == "verdict":
            case.apply(case.rate(claim.id, Rating.VERIFIED, CHECKER))
        elif work == "note":
            case.apply(case.write_note(claim.id, "rang the archive", CHECKER))
        else:
            case.apply(case.change_priority(claim.id, make_claim(priority=claim.priority).priority.HIGH, CHECKER))  # fmt: skip
        detected(case, "opened in 1931")
        assert given_sources(case) == {"opened in 1931": [], "1931": ["Town archive, box 7"]}


def test_looking_again_attaches_nothing_twice() -> None:
    case = filed(remark("1931", "Town archive, box 7"))
    detected(case, "opened in 1931")
    before = given_sources(case)
    detected(case, "opened in 1931")
    assert given_sources(case) == before == {"opened in 1931": ["Town archive, box 7"]}


def test_a_remark_in_a_part_that_holds_no_claims_is_seen() -> None:
    case = filed(remark("Read more", "Is this ours?"))
    assert given_sources(case) == {"Read more": ["Is this ours?"]}


def test_a_remark_on_several_paragraphs_is_one_source_on_each() -> None:
    start, end = TOWN_TEXT.index("The bridge"), TOWN_TEXT.index("Read more")
    case = filed(Remark(TextPosition(start, end), "All from the mayor", RemarkOrigin.COMMENT))
    assert list(given_sources(case).values()) == [["All from the mayor"]] * 2
    assert len(case.sources) == 1
    assert all("\n" not in claim.text for claim in case.claims())


def test_a_remark_that_is_or_holds_a_link_can_be_opened() -> None:
    pairs = {
        "https://example.org/count": "https://example.org/count",
        "Count of May, see https://example.org/count.": "https://example.org/count",
        "https://a.example or https://b.example": "",
        "Count of May": "",
    }
    for text, reference in pairs.items():
        (source,) = filed(remark("14,000 cars", text)).sources
        assert source.reference == reference
        assert source.form is (SourceForm.URL if reference else SourceForm.TEXT)
        assert source.title == text


def test_who_wrote_a_remark_and_when_is_told_with_it() -> None:
    place = place_of(TOWN_TEXT, "14,000 cars")
    for written, told in (
        (Remark(place, "Count", RemarkOrigin.COMMENT, "A. Roe", date(2026, 5, 3)),
         "author’s comment (A. Roe, 3 May 2026)"),
        (Remark(place, "Count", RemarkOrigin.FOOTNOTE, number=4), "author’s footnote 4"),
        (Remark(place, "Count", RemarkOrigin.LINK, link="https://a.example"), "author’s link"),
    ):  # fmt: skip
        case = filed(written)
        assert case.evidence(case.claims()[0].id)[0].locator == told


def test_a_long_remark_is_kept_whole() -> None:
    long = "Spoke to the harbour office.\n" + "They counted on every day of May. " * 20
    case = filed(remark("14,000 cars", long))
    (evidence,) = case.evidence(case.claims()[0].id)
    assert evidence.passage == long.strip()
    assert case.source(evidence.source_id).title.endswith("…")


_PLACES = st.tuples(
    st.integers(0, len(TOWN_TEXT) - 1), st.integers(1, 60)
).map(lambda pair: TextPosition(pair[0], min(len(TOWN_TEXT), sum(pair))))  # fmt: skip


@given(st.lists(_PLACES, max_size=6), st.lists(_PLACES, max_size=8))
def test_no_remark_is_ever_lost(marked: list[TextPosition], found: list[TextPosition]) -> None:
    remarks = [
        Remark(place, f"source {index}", RemarkOrigin.COMMENT) for index, place in enumerate(marked)
    ]
    case = filed(*remarks)
    before = {source.title for source in case.sources}
    assert before == {remark.text for remark in remarks}
    claims = [make_claim(p.of(TOWN_TEXT), id=f"c{i}") for i, p in enumerate(found)]
    change = case.propose(claims, [make_sentence(TOWN_TEXT, s) for s in (BRIDGE, CARS)], PROGRAM)
    case.apply(Change(Verb.PROPOSE, "article", (*change.edits, *handed_on(case, change)), PROGRAM))
    on_claims = {case.source(e.source_id).title for c in case.claims() for e in case.evidence(c.id)}
    assert on_claims == before


def test_the_change_can_be_undone() -> None:
    case = filed(remark("1931", "Town archive, box 7"))
    before = given_sources(case)
    change = detected(case, "opened in 1931")
    case.apply(change.inverse(CHECKER))
    assert given_sources(case) == before


def test_a_claim_is_made_of_the_text_alone() -> None:
    made = records_of(
        Manuscript(make_article(), make_draft(), tuple(make_blocks(TOWN_TEXT)),
                   (remark("14,000 cars", "Count of May"),))
    )  # fmt: skip
    claims = [record for record in made if isinstance(record, Claim)]
    assert [Edit(None, claim).record for claim in claims] == claims
    assert all(c.position.of(TOWN_TEXT) == c.text for c in claims)
