"""Marks statements about the future."""

from spacy.language import Language
from spacy.tokens import Doc, Token

from factcheck.detection.blocks import setting_of
from factcheck.detection.clauses import Clause
from factcheck.detection.left_alone import stating_clauses
from factcheck.detection.marks import mark
from factcheck.detection.words import words
from factcheck.model.article import Role
from factcheck.model.claim import ClaimKind

NAME = "claims_predictions"
_WILL = frozenset({"will", "'ll", "’ll", "shall", "wo", "would"})
_MAY = frozenset({"may", "might", "could"})


@Language.component(NAME)
def mark_predictions(doc: Doc) -> Doc:
    """Every clause about the future as a claim."""
    for clause in stating_clauses(doc):
        if (reason := _future(clause)) is not None:
            mark(doc, clause.start, clause.end, ClaimKind.PREDICTION, NAME, reason)
    return doc


def _future(clause: Clause) -> str | None:
    helpers = [c for c in clause.head.children if c.dep_ == "aux"]
    past = any(c.lower_ == "have" for c in helpers)
    for helper in helpers:
        if helper.lower_ in _WILL and not past:
            return f"“{helper.text}” speaks of the future."
        if helper.lower_ in _MAY and not past and not _is_ability(clause, helper):
            return f"“{helper.text}” says what may come."
    if _is_arranged(clause):
        return f"“{clause.head.text} to” speaks of the future."
    if (plan := _plan(clause)) is not None:
        return f"“{plan} to” speaks of the future."
    in_headline = setting_of(clause.head.doc).role in (Role.HEADLINE, Role.SUBHEADING)
    if in_headline and any(c.tag_ == "TO" for c in _heads_infinitive(clause).children):
        return "“to” in a headline speaks of the future."
    return None


def _is_ability(clause: Clause, helper: Token) -> bool:
    """“could not find”: something that was tried, and is past."""
    return helper.lower_ == "could" and any(c.dep_ == "neg" for c in clause.head.children)


def _is_arranged(clause: Clause) -> bool:
    """“is to be held”: arranged for the future, unless the subject is an aim, which is what it is."""
    head = clause.head
    subject = next((c for c in head.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if head.lower_ not in ("is", "are") or (subject is not None and subject.lower_ in _AIMS):
        return False
    return any(
        c.dep_ == "xcomp" and c.i == head.i + (3 if head.nbor(2).lower_ == "be" else 2)
        for c in head.children
        if head.i + 2 < len(head.doc) and head.nbor().lower_ == "to"
    )


_AIMS = frozenset(
    [
        "goal",
        "aim",
        "purpose",
        "objective",
        "plan",
        "idea",
        "task",
        "job",
        "mission",
        "role",
        "point",
        "challenge",
    ]
)


def _plan(clause: Clause) -> str | None:
    for token in (clause.head, *(c for c in clause.head.children if c.dep_ in ("acomp", "xcomp"))):
        infinitive = any(
            c.dep_ in ("xcomp", "advcl", "ccomp") and any(t.tag_ == "TO" for t in c.lefts)
            for c in token.children
        )
        if token.lower_ in words("future-phrases") and infinitive:
            return str(token.text)
    return None


def _heads_infinitive(clause: Clause) -> Token:
    head = clause.head
    if head.tag_.startswith("N"):
        return next((c for c in head.children if c.dep_ in ("relcl", "acl")), head)
    return head
