"""Marks what is denied or said of all: never, none, has not, refused, every."""

from spacy.language import Language
from spacy.tokens import Doc, Token

from factcheck.detection.attributions import stated_in
from factcheck.detection.authorship import feeling
from factcheck.detection.blocks import quote_around
from factcheck.detection.clauses import SUBJECTS, Clause, Join
from factcheck.detection.left_alone import stating_clauses
from factcheck.detection.marks import mark
from factcheck.detection.words import base_form, words
from factcheck.model.claim import ClaimKind

NAME = "claims_negatives"
_NOBODY = frozenset(["none", "nobody", "nothing", "neither", "nowhere", "never", "no-one"])
_ALL = frozenset(["all", "every", "everyone", "everybody", "everything", "always", "each"])


@Language.component(NAME)
def mark_negatives(doc: Doc) -> Doc:
    """Every clause that denies or generalises as a claim."""
    for clause in stating_clauses(doc):
        if (reason := _denial(clause) or _universal(clause)) is not None:
            start, end = stated_in(clause)
            mark(doc, start, end, ClaimKind.NEGATIVE_UNIVERSAL, NAME, reason)
    return doc


def _denial(clause: Clause) -> str | None:
    head = clause.head
    if not head.tag_.startswith(("V", "M")) or feeling(head) is not None:
        return None
    if _refuses(head):
        return f"“{head.text}” states that something was not done."
    for token in clause.tokens:
        if quote_around(token) is not None:
            continue
        near = (
            token.head.i == head.i
            or token.head.lower_ == "longer"
            or (token.head.dep_ in _NEAR and clause.join is not Join.CONTENT)
        )
        if token.dep_ == "neg" and near and not _is_only(token) and _carries(token, clause):
            if token.lower_ == "no" and token.i + 1 < len(token.doc):
                return f"“no {token.nbor().text}” denies."
            return f"“{token.text}” denies."
        if token.lower_ in _NOBODY and _carries(token, clause):
            return f"“{token.text}” denies for all."
        if token.lower_ == "no" and token.dep_ == "det" and _carries(token.head, clause):
            return f"“no {token.head.text}” denies."
    return None


_NEAR = frozenset({"acomp", "attr", "xcomp", "aux", "relcl", "conj", "oprd"})


def _refuses(verb: Token) -> bool:
    if base_form(verb.text) not in words("negative-verbs") or not verb.tag_.startswith("V"):
        return False
    infinitive = any(c.dep_ == "xcomp" for c in verb.children)
    return infinitive or base_form(verb.text) in ("deny", "lack")


def _is_only(token: Token) -> bool:
    """“not only … but also” denies nothing."""
    return token.i + 1 < len(token.doc) and token.nbor().lower_ in ("only", "just", "surprisingly")


def _carries(token: Token, clause: Clause) -> bool:
    """Whether the word hangs on the clause itself and not on a phrase deep inside."""
    depth = 2 if clause.join is Join.CONTENT else 0
    while token.i != clause.head.i:
        if token.dep_ in ("pobj", "acl", "advcl", "pcomp") or depth > 3:
            return token.dep_ == "relcl"
        token, depth = token.head, depth + 1
    return True


def _universal(clause: Clause) -> str | None:
    for token in clause.tokens:
        if token.lower_ not in _ALL:
            continue
        subject = token.dep_ in SUBJECTS or token.head.dep_ in SUBJECTS
        time = token.lower_ == "every" and token.head.lower_ == "time"
        if (
            (subject and token.dep_ in ("det", "predet", *SUBJECTS))
            or time
            or token.lower_ == "always"
        ):
            return f"“{token.text}” speaks for all."
    return None
