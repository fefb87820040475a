"""Marks what somebody did and what happened: the clauses that make the story."""

from spacy.language import Language
from spacy.tokens import Doc, Token

from factcheck.detection.attributions import is_reported_content, reported
from factcheck.detection.blocks import in_speech, setting_of
from factcheck.detection.clauses import Clause, Join, is_finite
from factcheck.detection.left_alone import stating_clauses
from factcheck.detection.marks import mark
from factcheck.detection.opinions import judgement
from factcheck.detection.relations import is_state
from factcheck.model.article import Role
from factcheck.model.claim import ClaimKind

NAME = "claims_events"
_SHORTEST = 3
_FRAMES = frozenset(
    [
        "time",
        "times",
        "day",
        "moment",
        "way",
        "reason",
        "place",
        "point",
        "extent",
        "case",
        "manner",
    ]
)


@Language.component(NAME)
def mark_events(doc: Doc) -> Doc:
    """Every clause that tells an action or event as a claim."""
    if not doc.has_annotation("DEP"):
        return doc
    for clause in stating_clauses(doc):
        if tells_event(clause):
            reason = f"“{clause.head.text}” tells what happened."
            mark(doc, clause.start, clause.end, ClaimKind.EVENT_ACTION, NAME, reason)
    for token in doc:
        if token.dep_ == "relcl" and not in_speech(token):
            _mark_defining(token)
    return doc


def tells_event(clause: Clause) -> bool:
    """Whether the clause is an action or event and nothing that another detector words better."""
    head = clause.head
    if clause.join is Join.PHRASE or clause.end - clause.start < (
        2 if is_headline(clause) else _SHORTEST
    ):
        return False
    if is_reported_content(clause) or is_state(clause) or reported(clause) is not None:
        return False
    if judgement(clause) is not None:
        return False
    if not head.tag_.startswith(("V", "M")):
        return is_headline(clause)
    return True


def is_headline(clause: Clause) -> bool:
    """Whether the clause stands in a headline or the line below it."""
    return setting_of(clause.head.doc).role in (Role.HEADLINE, Role.SUBHEADING)


def _mark_defining(verb: Token) -> None:
    """“the major firms that left Russia”: a fact that tells which one is meant."""
    noun = verb.head
    doc = verb.doc
    left = verb.left_edge.i
    if left > 0 and doc[left - 1].text == ",":
        return
    tokens = verb.right_edge.i + 1 - left
    perfect = verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in verb.children if c.dep_ == "aux")
    if not is_finite(verb) or tokens < 4 or not perfect or not noun.tag_.startswith("NN"):
        return
    if noun.lower_ in _FRAMES:
        return
    start = noun.left_edge.i
    mark(
        doc,
        start,
        verb.right_edge.i + 1,
        ClaimKind.EVENT_ACTION,
        NAME,
        f"“{verb.text}” tells which {noun.text} is meant.",
    )
