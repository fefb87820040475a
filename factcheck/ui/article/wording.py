"""What the page says of a claim in words: in tool tips and to screen readers."""

from factcheck.model.claim import KIND_NAMES
from factcheck.model.verdict import STATE_NAMES
from factcheck.ui.article.page import Page


def claim_words(page: Page, claim_id: str) -> str:
    """Such as “claim 17, first or superlative, not checked”."""
    claim = page.case.claim(claim_id)
    name = f"claim {page.numbers.of(claim_id)}"
    return f"{name}, {KIND_NAMES[claim.kind]}, {STATE_NAMES[page.state(claim)]}"


def caret_words(page: Page, offset: int, selected: str) -> str:
    """The claims at a code point: the selected one first, then from the innermost outwards."""
    here = [claim.id for claim in page.case.claims_at(offset)]
    here.sort(key=lambda claim_id: claim_id != selected)
    if not here:
        return "no claim here"
    return "; in ".join(claim_words(page, claim_id) for claim_id in here)
