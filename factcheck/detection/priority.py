"""How much hangs on a claim: the story, an error readers notice, or background."""

from factcheck.detection.blocks import SPEECH, setting_of
from factcheck.detection.merging import Proposal
from factcheck.detection.readings import figures_of, has_name, has_time
from factcheck.model.article import Role
from factcheck.model.claim import ClaimKind, Priority

_HIGH_KINDS = frozenset(
    {
        ClaimKind.QUANTITY,
        ClaimKind.AGE_ANNIVERSARY,
        ClaimKind.NEGATIVE_UNIVERSAL,
        ClaimKind.ORDINAL_SUPERLATIVE,
    }
)
_LEAD = 2  # body blocks that tell the story


def priority_of(proposal: Proposal) -> Priority:
    """What is at stake if the claim is wrong."""
    kind = proposal.kind
    setting = setting_of(proposal.span.doc)
    if kind is ClaimKind.OPINION:
        return Priority.LOW
    if setting.role is Role.CAPTION:
        return (
            Priority.LOW if kind in (ClaimKind.ROLE_TITLE, ClaimKind.DATE_TIME) else Priority.MEDIUM
        )
    if setting.role is Role.HEADLINE:
        return Priority.HIGH
    if kind in _HIGH_KINDS:
        return Priority.HIGH
    if kind is ClaimKind.QUOTATION:
        return Priority.HIGH if len(proposal.span) > SPEECH + 2 else Priority.MEDIUM
    return _by_place(proposal)


def _by_place(proposal: Proposal) -> Priority:
    """Acts, reports, causes and dates weigh more in the lead; roles and definitions less."""
    kind, span = proposal.kind, proposal.span
    lead = setting_of(span.doc).depth < _LEAD
    if kind is ClaimKind.ROLE_TITLE:
        return Priority.MEDIUM
    if kind is ClaimKind.ATTRIBUTION:
        tag = len(span) <= 7
        return Priority.MEDIUM if tag or not (lead or len(span) > 12) else Priority.HIGH
    if kind is ClaimKind.RELATION_STATUS:
        return Priority.MEDIUM if lead or _is_specific(proposal) else Priority.LOW
    if kind in (ClaimKind.EVENT_ACTION, ClaimKind.CAUSAL, ClaimKind.DATE_TIME):
        return Priority.HIGH if lead else Priority.MEDIUM
    return Priority.MEDIUM


def _is_specific(proposal: Proposal) -> bool:
    span = proposal.span
    inside = [f for f in figures_of(span.doc) if span.start_char <= f.start < span.end_char]
    return bool(inside) or has_name(list(span)) or has_time(span.doc, span.start, span.end)
