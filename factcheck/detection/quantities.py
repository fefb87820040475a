"""Marks figures with the clause that gives them their meaning."""

from spacy.language import Language
from spacy.tokens import Doc, Token

from factcheck.detection.clauses import clause_around
from factcheck.detection.figures import Figure, vague_counts
from factcheck.detection.left_alone import states
from factcheck.detection.marks import mark
from factcheck.detection.readings import figures_of, tokens_at
from factcheck.detection.words import words
from factcheck.model.claim import ClaimKind

NAME = "claims_quantities"
_BOTH = frozenset({"the", "these", "those", "both", "his", "her", "their", "its", "either"})


@Language.component(NAME)
def mark_quantities(doc: Doc) -> Doc:
    """Every figure, in its clause, as a claim."""
    for figure in figures_of(doc):
        start, end = tokens_at(doc, figure.start, figure.end)
        if end > start and counts(doc, figure, start, end):
            _mark_around(doc, start, end, _reason(doc, figure))
    for first, last in vague_counts(doc.text):
        start, end = tokens_at(doc, first, last)
        if end > start:
            _mark_around(doc, start, end, f"“{doc.text[first:last]}” counts without a number")
    return doc


def counts(doc: Doc, figure: Figure, start: int, end: int) -> bool:
    """Whether the figure says how much or how many, and is no name, label, age or mere “the two”."""
    if figure.measures:
        return True
    last = doc[end - 1]
    if _is_age(doc, start, end) or _is_label(doc, start):
        return False
    if not doc.has_annotation("DEP"):
        return figure.value >= 3
    noun = _counted(last)
    if noun is None:
        return figure.value >= 1_000
    if any(child.lower_ in _BOTH for child in noun.lefts if child.i < start):
        return figure.value >= 13
    if figure.value <= 2:
        return noun.lower_ in words("people") and figure.value > 0 and last.lower_ != "one"
    return True


def _counted(number: Token) -> Token | None:
    if (
        number.dep_ in ("nummod", "compound", "quantmod", "amod", "nmod")
        and number.head.i > number.i
    ):
        return number.head
    if number.dep_ in ("dobj", "attr", "nsubj", "nsubjpass", "pobj", "conj"):
        return number
    return None


def _is_age(doc: Doc, start: int, end: int) -> bool:
    following = doc[end : end + 4].text.lower()
    before = doc[max(0, start - 3) : start].text.lower()
    if "old" in following.replace("-", " ").split():
        return True
    return before.endswith(("aged", "age", "age of", "ages"))


def _is_label(doc: Doc, start: int) -> bool:
    """A number in a name or label: Explorer 6, Article 5, #3, Boeing 747, Group of Seven."""
    token, before = doc[start], doc[start - 1] if start else None
    if before is not None and (before.text in ("#", "No.", "no.", "/") or before.tag_ == "NNP"):
        return token.dep_ != "nummod" or token.head.i < token.i or before.text in ("#", "No.")
    return token.is_title and start > token.sent.start if doc.has_annotation("DEP") else False


def _mark_around(doc: Doc, start: int, end: int, reason: str) -> None:
    clause = clause_around(doc, start)
    if clause is None:
        first, last = max(0, start - 3), min(len(doc), end + 4)
        mark(doc, first, last, ClaimKind.QUANTITY, NAME, reason + ".")
    elif states(clause):
        first = clause.start
        if doc[first].lower_ == "with" and doc[first].dep_ == "prep":
            first += 1
        mark(doc, first, clause.end, ClaimKind.QUANTITY, NAME, reason + ", with its clause.")


def _reason(doc: Doc, figure: Figure) -> str:
    shown = doc.text[figure.start : figure.end]
    named = {"": "a count", "percent": "a share", "percentage-point": "a difference of shares"}
    return f"“{shown}” is {named.get(figure.unit, 'a measured amount')}"
