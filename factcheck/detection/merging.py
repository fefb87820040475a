"""Joins what several detectors marked at one place into one proposal."""

from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc, Span

from factcheck.detection.catalogue import settings
from factcheck.detection.choices import Choice, choices_in
from factcheck.detection.marks import CLAIMS, note_of
from factcheck.model.claim import ClaimKind, Priority, Reason, Slot

ALIKE = 0.86  # share of joined characters from which two spans are one claim
_MOST_TELLING = (
    ClaimKind.ORDINAL_SUPERLATIVE,
    ClaimKind.AGE_ANNIVERSARY,
    ClaimKind.QUOTATION,
    ClaimKind.NEGATIVE_UNIVERSAL,
    ClaimKind.QUANTITY,
    ClaimKind.CHANGE_COMPARISON,
    ClaimKind.CAUSAL,
    ClaimKind.PREDICTION,
    ClaimKind.ATTRIBUTION,
    ClaimKind.ROLE_TITLE,
    ClaimKind.OPINION,
    ClaimKind.RELATION_STATUS,
    ClaimKind.EVENT_ACTION,
    ClaimKind.DATE_TIME,
)

_SOFT = frozenset(
    {
        ClaimKind.OPINION,
        ClaimKind.NEGATIVE_UNIVERSAL,
        ClaimKind.CHANGE_COMPARISON,
        ClaimKind.CAUSAL,
        ClaimKind.PREDICTION,
        ClaimKind.RELATION_STATUS,
        ClaimKind.EVENT_ACTION,
    }
)  # kinds that a judgement may take without stating anything to look up


@dataclass(frozen=True, slots=True)
class Proposal:
    """A stretch of a parsed text with all that was seen in it; tokens and characters of the text."""

    span: Span
    kinds: tuple[ClaimKind, ...]
    reasons: tuple[Reason, ...]
    slots: tuple[Slot, ...] = ()
    priority: Priority | None = None  # as the desk has set it
    learnt: Priority | None = None  # as the learnt choice has it

    @property
    def kind(self) -> ClaimKind:
        return self.kinds[0]


def proposals(doc: Doc) -> list[Proposal]:
    """The claims of the text in text order, each place once."""
    choices = choices_in(doc)
    spans = list(doc.spans.get(CLAIMS, []))
    if choices is None:
        found = _grouped(spans)
    else:
        found = [_of_choice(doc, choice) for choice in choices.chosen]
        own = _own()
        unweighed = [s for at, s in enumerate(spans) if at >= choices.seen or s.id_ not in own]
        for other in _grouped(unweighed):
            found = _joined(found, other)
    return sorted(found, key=lambda p: (p.span.start_char, -p.span.end_char))


@cache
def _own() -> frozenset[str]:
    """The program's own detectors: only what they mark is chosen among, what others mark always holds."""
    return frozenset(settings()["claims"]["detectors"])


def _grouped(spans: list[Span]) -> list[Proposal]:
    groups: list[list[Span]] = []
    for span in sorted(_known(spans), key=_weight):
        near = next((group for group in groups if _is_same(group[0], span)), None)
        if near is None:
            groups.append([span])
        else:
            near.append(span)
    return [_proposal(group) for group in groups]


def _of_choice(doc: Doc, choice: Choice) -> Proposal:
    span = doc[choice.start : choice.end]
    return Proposal(span, choice.kinds, choice.reasons, choice.slots, learnt=choice.priority)


def _joined(found: list[Proposal], other: Proposal) -> list[Proposal]:
    """The proposals with one of a detector that was not weighed: it joins the one at its place."""
    for at, one in enumerate(found):
        if _is_same(one.span, other.span):
            joined = replace(
                one,
                kinds=_joined_kinds(one.kinds, other.kinds),
                reasons=(*other.reasons, *one.reasons),
                slots=one.slots or other.slots,
                priority=other.priority,
            )
            return [*found[:at], joined, *found[at + 1 :]]
    return [*found, other]


def _joined_kinds(
    chosen: tuple[ClaimKind, ...], more: tuple[ClaimKind, ...]
) -> tuple[ClaimKind, ...]:
    """Those of what was not weighed first; a judgement comes first only before what it may take without a fact."""
    kinds = tuple(dict.fromkeys((*more, *chosen)))
    if kinds[0] is ClaimKind.OPINION and not _SOFT.issuperset(kinds):
        kinds = (*kinds[1:], kinds[0])
    return kinds


def _known(spans: list[Span]) -> list[Span]:
    """The spans whose kind is one of ours and which hold a word."""
    known = {kind.value for kind in ClaimKind}
    return [s for s in spans if s.label_ in known and any(c.isalnum() for c in s.text)]


def _weight(span: Span) -> tuple[int, int, int]:
    return (_rank(ClaimKind(span.label_)), span.start_char, -span.end_char)


def _rank(kind: ClaimKind) -> int:
    return _MOST_TELLING.index(kind)


def _is_same(a: Span, b: Span) -> bool:
    shared = min(a.end_char, b.end_char) - max(a.start_char, b.start_char)
    joined = max(a.end_char, b.end_char) - min(a.start_char, b.start_char)
    return shared > 0 and shared >= ALIKE * joined


def kinds_of(group: list[Span]) -> tuple[ClaimKind, ...]:
    """The kinds of spans at one place, the most telling first."""
    spans = sorted(_known(group), key=_weight)
    kinds = tuple(dict.fromkeys(ClaimKind(span.label_) for span in spans))
    if ClaimKind.OPINION in kinds and _SOFT.issuperset(kinds):
        kinds = tuple(sorted(kinds, key=lambda kind: kind is not ClaimKind.OPINION))
    if kinds[:1] == (ClaimKind.QUOTATION,):
        kinds = tuple(kind for kind in kinds if kind not in _SOFT)
    return kinds


def _proposal(group: list[Span]) -> Proposal:
    kinds = kinds_of(group)
    reasons = tuple(dict.fromkeys(Reason(span.id_, note_of(span).reason) for span in group))
    slots = next((note_of(span).slots for span in group if note_of(span).slots), ())
    given = [priority for span in group if (priority := note_of(span).priority) is not None]
    priority = min(given, key=lambda one: one.rank, default=None)
    return Proposal(group[0], kinds, reasons, slots, priority)
