"""How much hangs on a claim: the story, an error readers notice, or background."""

from spacy.tokens import Span

from factcheck.detection.blocks import SPEECH, in_speech, setting_of
from factcheck.detection.merging import Proposal
from factcheck.detection.readings import figures_of, has_time, times_of
from factcheck.detection.superlatives import is_ordinal
from factcheck.detection.words import words
from factcheck.model.article import Role
from factcheck.model.claim import ClaimKind, Priority

_HIGH_KINDS = frozenset(
    {ClaimKind.QUANTITY, ClaimKind.AGE_ANNIVERSARY, ClaimKind.NEGATIVE_UNIVERSAL}
)
_BACKGROUND = frozenset({ClaimKind.EVENT_ACTION, ClaimKind.RELATION_STATUS, ClaimKind.PREDICTION})
LEAD = 2  # body blocks that tell the story
_WHOLE = 10  # words from which a report carries a statement and is no mere tag
_WE = frozenset({"i", "we"})
_BE = frozenset({"is", "are"})


def priority_of(proposal: Proposal) -> Priority:
    """What is at stake if the claim is wrong."""
    if proposal.priority is not None:
        return proposal.priority
    if proposal.learnt is not None:
        return proposal.learnt
    kind, span = proposal.kind, proposal.span
    setting = setting_of(span.doc)
    if kind is ClaimKind.OPINION:
        return Priority.LOW
    if setting.role is Role.CAPTION:
        minor = kind in (ClaimKind.ROLE_TITLE, ClaimKind.DATE_TIME)
        return Priority.LOW if minor else Priority.MEDIUM
    if setting.role is Role.HEADLINE or kind in _HIGH_KINDS:
        return Priority.HIGH
    if kind is ClaimKind.QUOTATION:
        return _of_quotation(span)
    if kind is ClaimKind.ORDINAL_SUPERLATIVE:
        return _of_superlative(proposal)
    if kind in _BACKGROUND and _is_background(span):
        return Priority.LOW
    return _by_place(proposal)


def _of_quotation(span: Span) -> Priority:
    """Speech weighs, and so does any quoted word at the very top; feelings less."""
    if any(token.lower_ in words("opinion-words") for token in span):
        return Priority.MEDIUM
    top = setting_of(span.doc).depth == 0
    return Priority.HIGH if top or len(span) > SPEECH + 2 else Priority.MEDIUM


def _of_superlative(proposal: Proposal) -> Priority:
    """A first or an only-one weighs; a mere extreme in passing, or one of several, less."""
    span = proposal.span
    ranks = {slot.value.lower() for slot in proposal.slots if slot.name == "rank"}
    one_of_many = "one of the" in span.text.lower()
    if one_of_many or in_speech(span[0]):
        return Priority.MEDIUM
    counted = any(is_ordinal(token) for token in span) or bool(ranks & {"only", "sole"})
    states = len(proposal.kinds) > 1 or "unprecedented" in ranks
    return Priority.HIGH if counted or states else Priority.MEDIUM


def _is_background(span: Span) -> bool:
    """What the author says of itself, and definitions and habits below the lead."""
    if not span.doc.has_annotation("DEP"):
        return False
    if has_time(span.doc, span.start, span.end) or _has_figure(span):
        return False
    verb = span.root
    if any(c.lower_ in _WE and c.dep_ == "nsubj" for c in verb.children):
        return True
    if setting_of(span.doc).depth < LEAD:
        return False
    indefinite = any(
        c.dep_ == "attr" and any(t.lower_ in ("a", "an") for t in c.lefts) for c in verb.children
    )
    if verb.lower_ in _BE and indefinite:
        return True
    habit = verb.tag_ in ("VBP", "VBZ") and verb.lower_ not in _BE
    return habit and not any(token.tag_ in ("NNP", "NNPS") for token in span)


def _by_place(proposal: Proposal) -> Priority:
    """Acts, reports, causes and dates weigh more in the lead; roles and states less."""
    kind, span = proposal.kind, proposal.span
    lead = setting_of(span.doc).depth < LEAD
    if kind is ClaimKind.ATTRIBUTION:
        framed = span[0].lower_ in ("according", "in", "on")
        return Priority.HIGH if len(span) > _WHOLE and not framed else Priority.MEDIUM
    if kind is ClaimKind.DATE_TIME:
        return Priority.HIGH if lead or _has_full_date(span) else Priority.MEDIUM
    if kind in (ClaimKind.EVENT_ACTION, ClaimKind.CAUSAL):
        return Priority.HIGH if lead else Priority.MEDIUM
    return Priority.MEDIUM


def _has_full_date(span: Span) -> bool:
    """Whether a day of a month is named, or a day counted from an event."""
    named = any(
        span.start_char <= t.start < span.end_char and any(c.isdigit() for c in span.text)
        for t in times_of(span.doc)
        if len(t.value) >= len("2022-02-24")
    )
    return named or any(token.lower_ in ("after", "before") for token in span[1:3])


def _has_figure(span: Span) -> bool:
    return any(span.start_char <= f.start < span.end_char for f in figures_of(span.doc))
