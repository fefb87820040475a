"""How a detector marks a claim: a span in ``doc.spans["claims"]`` and, beside it, the reason in words."""

from dataclasses import dataclass

from spacy.tokens import Doc, Span

from factcheck.model.claim import ClaimKind, Priority, Slot

CLAIMS = "claims"
_NOTES = "claims.notes"


@dataclass(frozen=True, slots=True)
class MarkNote:
    """What a detector says about a span it marked; ``priority`` only where the desk has set it."""

    reason: str
    slots: tuple[Slot, ...] = ()
    priority: Priority | None = None


def mark(
    doc: Doc,
    start: int,
    end: int,
    kind: ClaimKind,
    detector: str,
    reason: str,
    slots: tuple[Slot, ...] = (),
    priority: Priority | None = None,
) -> None:
    """Append the tokens from ``start`` to ``end`` as a claim of ``kind``; an empty stretch is not marked."""
    start, end = trimmed_tokens(doc, start, end)
    if start >= end:
        return
    if CLAIMS not in doc.spans:
        doc.spans[CLAIMS] = []
    doc.spans[CLAIMS].append(Span(doc, start, end, label=kind.value, span_id=detector))
    notes = doc.user_data.setdefault(_NOTES, {})
    notes[kind.value, detector, start, end] = MarkNote(reason, slots, priority)


def note_of(span: Span) -> MarkNote:
    """What was said about the span; a detector that gives no reason is named."""
    notes = span.doc.user_data.get(_NOTES, {})
    found = notes.get((span.label_, span.id_, span.start, span.end))
    return found if isinstance(found, MarkNote) else MarkNote(f"found by {span.id_}.")


def trimmed_tokens(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space, and without commas and full stops at its ends."""
    while start < end and (doc[start].is_space or doc[start].text in _LEADING):
        start += 1
    while start < end and (doc[end - 1].is_space or doc[end - 1].text in _TRAILING):
        end -= 1
    return start, end


def words_of(doc: Doc, start: int, end: int, limit: int = 9) -> str:
    """The words of the stretch for a reason, shortened in the middle where there are many."""
    span = doc[start:end]
    if len(span) <= limit:
        return str(span.text)
    half = limit // 2
    return f"{doc[start : start + half].text} … {doc[end - half : end].text}"


_LEADING = frozenset(["”", ",", ".", ";", ":", "!", "?", "–", "—", "-", "*", ")", "…"])
_TRAILING = frozenset([",", ".", ";", ":", "!", "?", "–", "—", "-", "*", "(", "…"])
