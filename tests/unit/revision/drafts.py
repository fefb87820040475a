"""Two drafts of one article for the tests of revision, and what became of claims in them."""

from collections.abc import Iterable

from factcheck.model.claim import Claim
from factcheck.model.fate import Revision
from factcheck.revision.revise import revise
from tests.makers import make_blocks, make_draft


def revised(old: str, new: str, claims: Iterable[Claim]) -> Revision:
    """What ``new`` made of the claims of ``old``; one block a line."""
    return revise(
        make_draft(old),
        make_blocks(old),
        claims,
        make_draft(new, number=2, id="draft2"),
        make_blocks(new, draft_id="draft2"),
    )
