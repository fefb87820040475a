"""Marks states and relations: what something is, has or belongs to."""

from spacy.language import Language
from spacy.tokens import Doc, Token

from factcheck.detection.attributions import is_reported_content, reported
from factcheck.detection.blocks import in_speech, setting_of
from factcheck.detection.clauses import Clause, Join, clauses_of, comma_before, has_subject
from factcheck.detection.left_alone import stating_clauses
from factcheck.detection.marks import mark, words_of
from factcheck.detection.opinions import judgement
from factcheck.detection.roles import end_of_apposition, is_name
from factcheck.detection.words import base_form, words
from factcheck.model.article import Role
from factcheck.model.claim import ClaimKind

NAME = "claims_relations"


@Language.component(NAME)
def mark_relations(doc: Doc) -> Doc:
    """Every state or relation as a claim."""
    if not doc.has_annotation("DEP"):
        return doc
    for clause in stating_clauses(doc):
        if not is_state(clause) or clause.end - clause.start < (
            3 if has_subject(clause.head) else 4
        ):
            continue
        if is_reported_content(clause) or reported(clause) or judgement(clause):
            continue
        _mark(doc, clause.start, clause.end, f"“{clause.head.text}” states what holds.")
    for clause in clauses_of(doc):
        if clause.join is Join.PHRASE and clause.head.dep_ == "prep":
            _mark_phrase(clause)
    for token in doc:
        if token.dep_ == "appos" and not in_speech(token):
            _mark_apposition(token)
        elif token.lower_ in words("kinship") and not in_speech(token):
            _mark_kin(token)
    return doc


def _mark(doc: Doc, start: int, end: int, reason: str) -> None:
    mark(doc, start, end, ClaimKind.RELATION_STATUS, NAME, reason)


def is_state(clause: Clause) -> bool:
    """Whether the clause says what is and not what happened."""
    head = clause.head
    if clause.join is Join.PHRASE:
        return False
    if not head.tag_.startswith("V"):
        return setting_of(head.doc).role is Role.CAPTION and clause.end - clause.start >= 3
    if any(c.dep_ == "auxpass" for c in head.children):
        return False
    if head.tag_ == "VBG" and any(c.dep_ == "aux" for c in head.children):
        return False
    return base_form(head.text) in words("stative-verbs")


def _mark_phrase(clause: Clause) -> None:
    """“with some still restoring access”, “despite her illness”."""
    opener = clause.head
    if opener.lower_ in ("with", "despite") and not in_speech(opener):
        reason = f"“{opener.text}” adds a circumstance."
        _mark(opener.doc, clause.start, clause.end, reason)


def _mark_apposition(noun: Token) -> None:
    """“Mozilla Firefox, its main rival”: a name or thing with what it is."""
    if not comma_before(noun) or noun.i < noun.head.i or not noun.tag_.startswith("N"):
        return
    if setting_of(noun.doc).role is Role.HEADLINE or noun.doc[noun.left_edge.i - 1].text == ":":
        return
    if not any(c.dep_ in ("det", "poss") for c in noun.lefts):
        return
    start = _start_of_named(noun)
    end = end_of_apposition(noun)
    if end - start >= 4:
        shown = words_of(noun.doc, start, end)
        _mark(noun.doc, start, end, f"an apposition says what it is: “{shown}”.")


def _start_of_named(noun: Token) -> int:
    """Where the name or thing begins that the apposition explains; the apposition’s own start if it is far off."""
    doc, comma = noun.doc, noun.left_edge.i - 1
    if comma - noun.head.i > 4 or any(t.tag_.startswith("V") for t in doc[noun.head.i : comma]):
        return int(noun.left_edge.i)
    start = noun.head.i
    for child in noun.head.lefts:
        if child.dep_ in ("compound", "nmod", "poss", "det", "amod") and not child.is_punct:
            return int(child.left_edge.i)
    return int(start)


def _mark_kin(kin: Token) -> None:
    """“his wife Manju Sam”: a person by the relation to another."""
    doc = kin.doc
    poss = next((c for c in kin.lefts if c.dep_ == "poss"), None)
    end = kin.i + 1
    while end < len(doc) and is_name(doc[end]):
        end += 1
    if end == kin.i + 1:
        return
    name = doc[end - 1]
    poss = poss or next((c for c in name.lefts if c.dep_ == "poss"), None)
    if poss is None or poss.i > kin.i:
        return
    _mark(doc, poss.left_edge.i, end, f"“{kin.text}” relates {name.text} to another.")
