"""Marks changes and comparisons: up, down, better, more than before or than another."""

from spacy.language import Language
from spacy.tokens import Doc, Token

from factcheck.detection.clauses import SUBJECTS, Clause, clause_around
from factcheck.detection.left_alone import stating_clauses
from factcheck.detection.marks import mark
from factcheck.detection.readings import figures_in, has_figure
from factcheck.detection.words import base_form, is_form_of, verb_bases, words
from factcheck.model.claim import ClaimKind

NAME = "claims_changes"
_PHRASAL = {
    "step": ("up",),
    "ramp": ("up",),
    "scale": ("up", "back", "down"),
    "go": ("up", "down"),
    "pick": ("up",),
    "cut": ("back", "down"),
    "speed": ("up",),
    "slow": ("down",),
}
_TURNING = frozenset(["become", "grow", "get", "draw", "come", "move", "turn"])


@Language.component(NAME)
def mark_changes(doc: Doc) -> Doc:
    """Every clause that states a change or compares, and every “up 30 percent” beside a figure."""
    for clause in stating_clauses(doc):
        if (reason := _change(clause)) is not None:
            mark(doc, clause.start, clause.end, ClaimKind.CHANGE_COMPARISON, NAME, reason)
    if doc.has_annotation("DEP"):
        for token in doc:
            if token.lower_ in ("up", "down") and token.dep_ in ("advmod", "prep", "acomp", "prt"):
                _mark_direction(token)
    return doc


def _change(clause: Clause) -> str | None:
    head = clause.head
    for verb in (head, *(c for c in head.children if c.dep_ == "xcomp")):
        if any(c.dep_ == "xcomp" for c in verb.children):
            continue  # “declined to answer”, “rose to speak”
        if is_form_of(verb.text, "change-always") and verb.tag_.startswith("V"):
            return f"“{verb.text}” states a change."
        if is_form_of(verb.text, "change-verbs") and _moves_a_measure(verb, clause):
            return f"“{verb.text}” moves a measure."
        particles = _PHRASAL.get(base_form(verb.text), ())
        for child in verb.children:
            if child.dep_ in ("prt", "advmod") and child.lower_ in particles:
                return f"“{verb.text} {child.text}” states a change."
    return _comparison(clause) or _named_change(clause)


def _named_change(clause: Clause) -> str | None:
    """“a 49 percent decline”, “gains of eight percent”: a noun of change beside a figure with a unit."""
    doc, listed = clause.head.doc, words("change-nouns")
    for token in clause.tokens:
        noun = token.tag_.startswith("NN") and (
            token.lower_ in listed or token.lower_.rstrip("s") in listed
        )
        if noun and any(
            f.measures for f in figures_in(doc, token.left_edge.i, token.right_edge.i + 1)
        ):
            return f"“{token.text}” names a change with its figure."
    return None


def _moves_a_measure(verb: Token, clause: Clause) -> bool:
    nouns = [c for c in verb.children if c.dep_ in (*SUBJECTS, "dobj")]
    if verb.i != clause.head.i:
        nouns += [c for c in clause.head.children if c.dep_ in SUBJECTS]
    if any(_is_measure(noun) for noun in nouns):
        return True
    to = any(c.lower_ in ("to", "by", "from") and c.dep_ == "prep" for c in verb.children)
    return to and has_figure(clause.head.doc, clause.start, clause.end)


def _is_measure(noun: Token) -> bool:
    form = noun.lower_
    listed = words("measures")
    return form in listed or any(base in listed for base in verb_bases(form))


def _comparison(clause: Clause) -> str | None:
    for token in clause.tokens:
        if token.tag_ not in ("JJR", "RBR") or token.dep_ not in _COMPARED:
            continue
        than = _than_after(token)
        if than is None and _turns(token):
            return f"“{token.head.text} {token.text}” states a change."
        if than is not None and not _before_number(than) and token.lower_ != "rather":
            return f"“{token.text} … than” compares."
    return None


_COMPARED = frozenset({"acomp", "advmod", "attr", "amod", "dobj"})
_OF_TIME_OR_DEGREE = frozenset({"later", "earlier", "more", "longer", "further"})


def _than_after(token: Token) -> Token | None:
    found = next((c for c in token.subtree if c.lower_ == "than"), None)
    if found is None and token.i + 1 < len(token.doc) and token.nbor().lower_ == "than":
        found = token.nbor()
    return found


def _turns(token: Token) -> bool:
    """“have drawn closer”, “became worse”: a comparison with what was before."""
    turned = base_form(token.head.text) in _TURNING and token.dep_ in ("acomp", "advmod")
    return turned and token.lower_ not in _OF_TIME_OR_DEGREE


def _before_number(than: Token) -> bool:
    following = than.doc[than.i + 1 : than.i + 3]
    return any(t.like_num or t.text in "$€£" or t.lower_ in ("a", "half") for t in following[:1])


def _mark_direction(token: Token) -> None:
    """“up more than 30 percent on 2019”: a phrase of its own beside the figure that it changes."""
    doc = token.doc
    first, last = token.left_edge.i, token.right_edge.i + 1
    if last - token.i < 3 and token.dep_ == "advmod":
        head = token.head
        if head.lower_ in ("percent", "%") or head.like_num:
            last = head.right_edge.i + 1
    if not any(t.like_num for t in doc[first:last]) or not has_figure(doc, first, last):
        return
    clause = clause_around(doc, token.i)
    if clause is not None and token.head.i == clause.head.i and token.i == token.head.i + 1:
        first = clause.start
    reason = f"“{token.text}” gives the direction of a figure."
    mark(doc, min(first, token.i), last, ClaimKind.CHANGE_COMPARISON, NAME, reason)
