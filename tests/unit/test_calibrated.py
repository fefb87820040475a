"""A desk's verdicts change the scores that are printed, and nothing else."""

from collections.abc import Iterator, Sequence
from datetime import date

from factcheck import workflow
from factcheck.detection.calibration import ENOUGH
from factcheck.model.article import Block, Draft
from factcheck.model.claim import Claim, ClaimKind, Priority
from factcheck.model.detected import DetectedBlock
from factcheck.model.text import TextPosition, anchor_at
from tests.makers import make_draft

TEXT = "The ferry carried 310 people."


def one_claim(
    draft: Draft, blocks: Sequence[Block], published: date | None
) -> Iterator[DetectedBlock]:
    whole = TextPosition(0, len(draft.text))
    anchor = anchor_at(draft.text, whole)
    claim = Claim(draft.id, anchor, (ClaimKind.QUANTITY,), Priority.HIGH, checkworthiness=0.8)
    yield DetectedBlock(whole, claims=(claim,))


def printed(judged: Sequence[tuple[float, bool]]) -> Claim:
    (block,) = workflow.calibrated(one_claim, judged)(make_draft(TEXT), (), None)
    return block.claims[0]


def test_a_desk_that_dismisses_such_claims_sees_a_lower_score() -> None:
    strict = printed([(0.8, False)] * ENOUGH)
    assert strict.checkworthiness < 0.4
    assert (strict.text, strict.priority) == (TEXT, Priority.HIGH)


def test_without_verdicts_the_score_is_as_it_was_found() -> None:
    assert printed([]).checkworthiness == 0.8
