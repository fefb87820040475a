"""Marks judgements and feelings, which no record can settle."""

from spacy.language import Language
from spacy.tokens import Doc, Token

from factcheck.detection.authorship import feeling
from factcheck.detection.blocks import setting_of
from factcheck.detection.clauses import Clause, Join, subject_of
from factcheck.detection.left_alone import stating_clauses
from factcheck.detection.marks import mark
from factcheck.detection.readings import has_figure, has_time
from factcheck.detection.words import words
from factcheck.model.claim import ClaimKind

NAME = "claims_opinions"
_VAGUE_SUBJECTS = frozenset({"i", "we", "you", "it", "there", "that", "this", "one", "they"})


@Language.component(NAME)
def mark_opinions(doc: Doc) -> Doc:
    """Every clause that only judges, as an opinion."""
    for clause in stating_clauses(doc):
        if (reason := judgement(clause)) is None:
            continue
        feels = "feels" in reason
        start, end = (clause.whole_start, clause.whole_end) if feels else (clause.start, clause.end)
        mark(doc, start, end, ClaimKind.OPINION, NAME, reason)
    return doc


def judgement(clause: Clause) -> str | None:
    """Why the clause is a judgement; None where it states something to look up."""
    if clause.join in (Join.CONTENT, Join.PHRASE) or _is_fragment(clause):
        return None
    head = clause.head
    rests_on = [c for c in head.children if c.dep_ in ("acomp", "attr", "oprd")]
    if (felt := feeling(head)) is not None:
        return f"the writer feels: “{felt.text}”."
    for token in rests_on:
        for word in (token, *(c for c in token.children if c.dep_ == "amod")):
            if word.lower_ in words("opinion-words"):
                return f"“{word.text}” judges."
            if word.lower_ in words("weak-words") and not _has_facts(clause):
                return f"“{word.text}” judges by degree."
    ought = next((c for c in head.children if c.lower_ in words("opinion-modals")), None)
    if ought is not None and not _is_passive_rule(head) and not _has_number(clause):
        return f"“{ought.text}” says what ought to be."
    if setting_of(head.doc).is_column and _is_loose(clause):
        return "in a column, with no name, figure or date to look up."
    return None


def _is_fragment(clause: Clause) -> bool:
    """A line of one or two words: a crosshead that went astray, not a sentence."""
    return clause.whole_end - clause.whole_start < 3


def _is_loose(clause: Clause) -> bool:
    """A clause of a column that no record could settle: no anchor in it, and no third person’s past act."""
    if _has_facts(clause):
        return False
    if any(token.lower_ in words("measures") for token in clause.tokens):
        return False
    vague = is_vague(subject_of(clause.head))
    past = clause.head.tag_ == "VBD" or any(c.tag_ == "VBD" for c in clause.head.lefts)
    return vague or not past


def is_vague(subject: Token | None) -> bool:
    """Whether nobody in particular does it: no subject, the writer, “it”, “they”."""
    return subject is None or subject.lower_ in _VAGUE_SUBJECTS


def _has_facts(clause: Clause) -> bool:
    doc = clause.head.doc
    named = any(t.tag_ in ("NNP", "NNPS") for t in clause.tokens)
    return (
        named
        or has_figure(doc, clause.start, clause.end)
        or has_time(doc, clause.start, clause.end)
    )


def _has_number(clause: Clause) -> bool:
    """“should have cars on the market by 2011” foretells, and can be held against what came."""
    doc = clause.head.doc
    return has_figure(doc, clause.start, clause.end) or has_time(doc, clause.start, clause.end)


def _is_passive_rule(head: Token) -> bool:
    """“must be paid by May” states a rule that can be looked up."""
    return any(c.dep_ == "auxpass" for c in head.children)
