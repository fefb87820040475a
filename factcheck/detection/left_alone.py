"""Tells clauses that state something from questions, orders, hypotheticals and quoted speech."""

from spacy.tokens import Doc, Span, Token

from factcheck.detection.authorship import feeling
from factcheck.detection.blocks import in_speech, setting_of
from factcheck.detection.clauses import Clause, Join, clauses_of, has_subject, subordinator
from factcheck.detection.readings import has_figure, has_time
from factcheck.detection.words import verb_bases
from factcheck.model.article import Role

_CACHE = "claims.stating"
_IF = frozenset({"if", "unless", "whether", "suppose", "provided", "lest"})
_ASKING = frozenset(["let", "please", "consider", "imagine", "suppose"])


def stating_clauses(doc: Doc) -> list[Clause]:
    """The clauses outside quoted speech that state something."""
    found = doc.user_data.get(_CACHE)
    if found is None:
        silent = setting_of(doc).role is Role.CROSSHEAD
        clauses = [] if silent else clauses_of(doc)
        found = [c for c in clauses if states(c) and not in_speech(c.head)]
        doc.user_data[_CACHE] = found
    return list(found)


def states(clause: Clause) -> bool:
    """Whether the clause states something: no question, no order, no hypothesis."""
    sentence = clause.head.sent
    if is_question(sentence) or is_order(sentence.root) or is_hypothetical(clause.head):
        return False
    return not _is_felt(clause)


def _is_felt(clause: Clause) -> bool:
    """What the writer only thinks or hopes (“I think the town is happy”), unless it has a figure or date."""
    head = clause.head
    if clause.join is not Join.CONTENT or feeling(head.head) is None:
        return False
    start, end = clause.start, clause.end
    return not (has_figure(head.doc, start, end) or has_time(head.doc, start, end))


def is_question(sentence: Span) -> bool:
    """Whether the sentence ends in a question mark, inside its closing marks or out."""
    text = sentence.text.rstrip(" ”\"’')")
    return text.endswith("?")


def is_order(root: Token) -> bool:
    """Whether the sentence tells the reader to do something: a bare verb first, and no subject."""
    if root.tag_ not in ("VB", "VBP") or has_subject(root):
        return False
    if any(child.dep_ in ("aux", "auxpass") for child in root.children):
        return any(child.lower_ in ("do", "don't") for child in root.lefts)
    first = next((t for t in root.sent if not t.is_punct and not t.is_space), root)
    return first.i == root.i or first.lower_ in _ASKING


def is_hypothetical(head: Token) -> bool:
    """Whether the clause only supposes: an if-clause, “would have done”, “as if”, “as though”."""
    mark = subordinator(head)
    if (mark is not None and mark.lower_ in _IF) or any(map(_is_as_though, head.lefts)):
        return True
    helpers = [t for child in head.children if child.dep_ == "aux" for t in verb_bases(child.text)]
    return "would" in [c.lower_ for c in head.children if c.dep_ == "aux"] and "have" in helpers


def _is_as_though(mark: Token) -> bool:
    """Whether the word ends “as though”."""
    return mark.lower_ == "though" and mark.i > 0 and mark.nbor(-1).lower_ == "as"
