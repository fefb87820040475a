"""Marks causes, consequences and aims."""

from spacy.language import Language
from spacy.tokens import Doc

from factcheck.detection.attributions import is_in_report
from factcheck.detection.blocks import in_speech
from factcheck.detection.clauses import Clause, Join, cause_phrase_at, clauses_of, subordinator
from factcheck.detection.left_alone import states, stating_clauses
from factcheck.detection.marks import mark
from factcheck.detection.words import base_form, words
from factcheck.model.claim import ClaimKind

NAME = "claims_causes"
_LEADS = {
    "lead": ("to",),
    "result": ("in", "from"),
    "stem": ("from",),
    "die": ("from", "of"),
    "contribute": ("to",),
    "arise": ("from",),
}


@Language.component(NAME)
def mark_causes(doc: Doc) -> Doc:
    """Every statement of a cause, consequence or aim as a claim."""
    for clause in stating_clauses(doc):
        if (reason := _cause(clause)) is not None:
            mark(doc, clause.start, clause.end, ClaimKind.CAUSAL, NAME, reason)
    for clause in clauses_of(doc):
        mark_word = subordinator(clause.head)
        because = mark_word is not None and mark_word.lower_ == "because"
        if because and clause.join is Join.ADVERBIAL and not in_speech(clause.head):
            _mark_with_effect(doc, clause)
    return doc


def _cause(clause: Clause) -> str | None:
    doc, head = clause.head.doc, clause.head
    phrase = cause_phrase_at(doc, clause.start)
    if phrase == "because" and clause.join is Join.ADVERBIAL:
        return None  # marked with its effect
    if phrase is not None and is_in_report(head):
        return None
    if phrase is not None:
        return f"“{phrase}” opens the cause."
    for token in clause.tokens:
        if token.head.i == head.i and (within := cause_phrase_at(doc, token.i)) is not None:
            return f"“{within}” states the cause."
        if not token.tag_.startswith("V") or token.dep_ in ("aux", "auxpass"):
            continue
        base = base_form(token.text)
        caused = base == "cause" or (base in words("cause-verbs") and token.i == head.i)
        if caused and _has_cause(clause, base):
            return f"“{token.text}” states a cause."
        if base in _LEADS and any(
            c.lower_ in _LEADS[base] and c.dep_ in ("prep", "prt") for c in token.children
        ):
            return f"“{token.text} {_LEADS[base][0]}” states a consequence."
    return None


def _has_cause(clause: Clause, base: str) -> bool:
    """A verb of causing needs something caused: an object, an infinitive, or the passive."""
    deps = {c.dep_ for c in clause.head.children}
    if base == "cause":
        return True
    if base in ("blame", "attribute"):
        return any(
            c.lower_ in ("on", "for", "to") for c in clause.head.children if c.dep_ == "prep"
        )
    return bool(deps & {"dobj", "xcomp", "ccomp", "agent", "nsubjpass"})


def _mark_with_effect(doc: Doc, because: Clause) -> None:
    """The clause that “because” explains, with the reason."""
    above = because.head.head
    effect = next((c for c in clauses_of(doc) if c.head.i == above.i), None)
    if effect is None or not states(effect):
        mark(doc, because.start, because.end, ClaimKind.CAUSAL, NAME, "“because” opens the cause.")
        return
    start, end = min(effect.start, because.start), max(effect.end, because.end)
    mark(doc, start, end, ClaimKind.CAUSAL, NAME, "“because” joins effect and cause.")
