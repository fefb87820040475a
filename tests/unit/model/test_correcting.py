"""Finding, proposal, answer and decision are written apart, each by its own hand, and undone apart."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.change import Change, Stamp
from factcheck.model.correcting import write_part
from factcheck.model.correction import Correction, CorrectionPart
from tests.makers import CHECKER, do, make_case, make_claim

CLAIM, OTHER = make_claim("opened in 1931"), make_claim("oldest in the county")
EDITOR = Stamp("Eva Editor", CHECKER.at + timedelta(hours=1))


def test_each_part_keeps_its_own_hand_and_hour() -> None:
    case = make_case(claims=[CLAIM])
    do(case, write_part(case, CLAIM.id, CorrectionPart.PROPOSAL, "opened in 1932", CHECKER))
    do(case, write_part(case, CLAIM.id, CorrectionPart.ANSWER, "Agreed.", CHECKER, "Ola Author"))
    do(case, write_part(case, CLAIM.id, CorrectionPart.DECISION, "Change it.", EDITOR))
    correction = case.correction(CLAIM.id)
    assert correction is not None
    told = {part: (entry.text, entry.who, entry.at) for part, entry in correction.entries}
    assert told == {
        CorrectionPart.PROPOSAL: ("opened in 1932", "Ada Checker", CHECKER.at),
        CorrectionPart.ANSWER: ("Agreed.", "Ola Author, taken down by Ada Checker", CHECKER.at),
        CorrectionPart.DECISION: ("Change it.", "Eva Editor", EDITOR.at),
    }


def test_a_part_written_again_with_the_same_words_keeps_who_wrote_it_first() -> None:
    case = make_case(claims=[CLAIM])
    do(case, write_part(case, CLAIM.id, CorrectionPart.FINDING, "Wrong year.", CHECKER))
    assert write_part(case, CLAIM.id, CorrectionPart.FINDING, "Wrong year.", EDITOR).edits == ()
    do(case, write_part(case, CLAIM.id, CorrectionPart.FINDING, "Wrong year: 1932.", EDITOR))
    correction = case.correction(CLAIM.id)
    assert correction is not None and correction.finding is not None
    assert correction.finding.by == "Eva Editor"


def test_a_correction_without_a_part_is_gone() -> None:
    case = make_case(claims=[CLAIM])
    assert write_part(case, CLAIM.id, CorrectionPart.ANSWER, "  \n", CHECKER).edits == ()
    do(case, write_part(case, CLAIM.id, CorrectionPart.FINDING, "Wrong.", CHECKER))
    do(case, write_part(case, CLAIM.id, CorrectionPart.ANSWER, "No.", CHECKER))
    do(case, write_part(case, CLAIM.id, CorrectionPart.FINDING, "", CHECKER))
    correction = case.correction(CLAIM.id)
    assert correction is not None
    assert [part for part, _ in correction.entries] == [CorrectionPart.ANSWER]
    do(case, write_part(case, CLAIM.id, CorrectionPart.ANSWER, "", CHECKER))
    assert case.correction(CLAIM.id) is None


def test_claims_that_are_joined_keep_what_was_said_to_both() -> None:
    case = make_case(claims=[CLAIM, OTHER])
    do(case, write_part(case, CLAIM.id, CorrectionPart.PROPOSAL, "opened in 1932", CHECKER))
    do(case, write_part(case, OTHER.id, CorrectionPart.PROPOSAL, "the second oldest", EDITOR))
    do(case, write_part(case, OTHER.id, CorrectionPart.DECISION, "Change both.", EDITOR))
    joining = case.join(CLAIM.id, OTHER.id, CHECKER)
    do(case, joining)
    joined = case.correction(CLAIM.id)
    assert joined is not None and joined.proposal is not None and joined.decision is not None
    assert joined.proposal.text == "opened in 1932\nthe second oldest"
    assert joined.decision.text == "Change both."
    do(case, joining.inverse(CHECKER))
    other = case.correction(OTHER.id)
    assert other is not None and other.proposal is not None
    assert other.proposal.text == "the second oldest"


WRITING = st.lists(st.tuples(st.sampled_from(CorrectionPart), st.sampled_from(["", "One", "Two"])))


@given(WRITING)
def test_undoing_every_part_leaves_the_claim_without_a_correction(
    steps: list[tuple[CorrectionPart, str]],
) -> None:
    case = make_case(claims=[CLAIM])
    seen: list[Correction | None] = []
    made: list[Change] = []
    for part, text in steps:
        seen.append(case.correction(CLAIM.id))
        made += do(case, write_part(case, CLAIM.id, part, text, CHECKER))
    for change, before in zip(reversed(made), reversed(seen), strict=True):
        do(case, change.inverse(EDITOR))
        assert case.correction(CLAIM.id) == before
    assert case.correction(CLAIM.id) is None
