"""A score from 0 to 1: how much a claim is worth checking, as a sum of readable parts."""

from factcheck.detection.merging import Proposal
from factcheck.detection.readings import figures_of, has_name, has_time
from factcheck.model.claim import ClaimKind, Priority

_BY_KIND = {
    ClaimKind.ORDINAL_SUPERLATIVE: 0.75,
    ClaimKind.QUANTITY: 0.72,
    ClaimKind.NEGATIVE_UNIVERSAL: 0.65,
    ClaimKind.QUOTATION: 0.62,
    ClaimKind.AGE_ANNIVERSARY: 0.62,
    ClaimKind.CHANGE_COMPARISON: 0.6,
    ClaimKind.CAUSAL: 0.58,
    ClaimKind.ATTRIBUTION: 0.55,
    ClaimKind.EVENT_ACTION: 0.52,
    ClaimKind.DATE_TIME: 0.5,
    ClaimKind.ROLE_TITLE: 0.45,
    ClaimKind.RELATION_STATUS: 0.42,
    ClaimKind.PREDICTION: 0.35,
    ClaimKind.OPINION: 0.1,
}
_FIRST_PERSON = frozenset(["i", "we", "me", "us", "my", "our", "mine", "ours"])


def checkworthiness_of(proposal: Proposal, priority: Priority) -> float:
    """Kind, plus names, figures and dates, plus priority, less the first person and judgement."""
    span, doc = proposal.span, proposal.span.doc
    score = _BY_KIND[proposal.kind]
    if has_name(list(span)):
        score += 0.08
    if any(span.start_char <= figure.start < span.end_char for figure in figures_of(doc)):
        score += 0.1
    if has_time(doc, span.start, span.end):
        score += 0.05
    score += (0.1, 0.0, -0.12)[priority.rank]
    quoted = proposal.kind is ClaimKind.QUOTATION
    if not quoted and any(token.lower_ in _FIRST_PERSON for token in span[:4]):
        score -= 0.2
    if ClaimKind.OPINION in proposal.kinds:
        score = min(score, 0.3)
    return round(min(1.0, max(0.02, score)), 2)
