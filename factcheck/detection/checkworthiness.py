"""A score from 0 to 1: how much a claim is worth checking.

The rules’ score is a sum of readable parts. Where a sentence was shown to the sentence model, the model says on which
side of one half its best claim lies, and the rules order the claims on that side.
"""

from collections.abc import Mapping

from spacy.tokens import Doc

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


_WORTH = "claims.worth"
FIRM = 0.97  # what the model gives nearly every sentence of news
_PULL = 0.5  # how far the rules pull a claim of a sentence not worth checking towards one half

Place = tuple[int, int]


def keep_worth(doc: Doc, worth: Mapping[Place, float]) -> None:
    """Keep how much each sentence is worth checking, from 0 to 1; a sentence by its characters."""
    doc.user_data[_WORTH] = worth


def checkworthiness_of(proposal: Proposal, priority: Priority) -> float:
    """The rules’ score, moved by what the sentence model makes of the sentence the claim begins in."""
    score = rule_score(proposal, priority)
    if set(proposal.kinds) == {ClaimKind.OPINION}:
        return score
    start = proposal.span.start_char
    worth: Mapping[Place, float] = proposal.span.doc.user_data.get(_WORTH, {})
    near = next((worth[place] for place in worth if place[0] <= start < place[1]), None)
    return score if near is None else round(moved(score, near), 3)


def moved(score: float, worth: float) -> float:
    """A score by the rules on that side of one half where ``worth`` is."""
    if worth >= 0.5:
        return 0.5 + (worth - 0.5) * score
    return 0.5 - (0.5 - worth) * (1 - _PULL * score)


def rule_score(proposal: Proposal, priority: Priority) -> float:
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
        score = min(score, 0.19 if proposal.kind is ClaimKind.OPINION else 0.3)
    return round(min(1.0, max(0.02, score)), 2)
