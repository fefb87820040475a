"""Marks people with the office, profession or rank that the text gives them."""

from spacy.language import Language
from spacy.tokens import Doc, Token

from factcheck.detection.marks import mark, words_of
from factcheck.detection.words import words
from factcheck.model.claim import ClaimKind

NAME = "claims_roles"
_NAME_TAGS = frozenset({"NNP", "NNPS"})
_BEFORE_TITLE = frozenset(
    {"JJ", "NN", "NNP", "NNS", "NNPS", "POS", "VBN", "VBG", "HYPH", "PRP$", "DT"}
)
_LONGEST = 9


@Language.component(NAME)
def mark_roles(doc: Doc) -> Doc:
    """Every name with its role as a claim."""
    if not doc.has_annotation("DEP"):
        return doc
    for token in doc:
        if is_title(token) and (end := _name_after(token)) is not None:
            _mark(doc, _start_of_title(token, end), end, token)
        elif (
            token.dep_ == "appos" and is_name(token.head) and (role := _role_in(token)) is not None
        ):
            start = _start_of_name(token.head)
            end = end_of_apposition(token)
            if end - start <= 2 * _LONGEST:
                _mark(doc, start, end, role)
    return doc


def _mark(doc: Doc, start: int, end: int, role: Token) -> None:
    shown = words_of(doc, start, end)
    organisation = end - role.i == 2 and doc[end - 1].text.isupper() and len(doc[end - 1]) > 1
    kind = ClaimKind.RELATION_STATUS if organisation else ClaimKind.ROLE_TITLE
    mark(doc, start, end, kind, NAME, f"“{role.text}” gives a role: “{shown}”.")


def is_title(token: Token) -> bool:
    """Whether the word names an office, profession or rank."""
    listed = words("titles")
    return token.lower_ in listed or token.lower_.split("-")[-1] in listed


def is_name(token: Token) -> bool:
    """Whether the token is part of a proper name."""
    return token.tag_ in _NAME_TAGS and token.text[:1].isupper()


def _name_after(title: Token) -> int | None:
    """Where the name that follows the title ends, over a comma where the name is set off."""
    doc, i = title.doc, title.i + 1
    comma = i < len(doc) and doc[i].text == ","
    if comma:
        i += 1
        if i >= len(doc) or doc[i].tag_ not in _NAME_TAGS or not _set_off(title, i):
            return None
    end = i
    while end < len(doc) and _is_part_of_name(doc[end]):
        end += 1
    if end == i or not doc[i].text[:1].isupper() or _is_not_a_person(doc, i, end, title):
        return None
    if end + 1 < len(doc) and doc[end].text == "," and _is_letters(doc[end + 1]):
        end += 2
    return end


def _set_off(title: Token, i: int) -> bool:
    return any(child.dep_ == "appos" and child.i >= i for child in title.children)


def _is_part_of_name(token: Token) -> bool:
    if is_title(token):
        return False
    return (token.tag_ in _NAME_TAGS and token.text[:1].isupper()) or token.lower_ in _PARTICLES


_PARTICLES = frozenset(
    [
        "de",
        "del",
        "della",
        "van",
        "von",
        "der",
        "den",
        "bin",
        "ibn",
        "al",
        "el",
        "da",
        "dos",
        "la",
        "le",
        "du",
        "ben",
    ]
)


def _is_letters(token: Token) -> bool:
    return token.text.isupper() and is_title(token)


def _is_not_a_person(doc: Doc, i: int, end: int, title: Token) -> bool:
    """“General Motors”, “Prime Minister’s Office”: the word is part of another name."""
    if any(token.text in words("organisations") for token in doc[i:end]):
        return True
    if end < len(doc) and doc[end].tag_ == "POS" and end - i < 2 and title.head.i >= end:
        return False
    last = doc[end - 1]
    inside = title.i in (last.head.i, last.i) or title.head.i == last.i
    nested = any(t.i == title.head.i for t in doc[i:end]) or any(
        t.head.i == title.i for t in doc[i:end]
    )
    return not (inside or nested)


def _start_of_title(title: Token, end: int) -> int:
    """Where the noun phrase of title and name begins."""
    doc, start = title.doc, title.i
    while start > 0 and title.i - start < _LONGEST:
        before = doc[start - 1]
        if before.tag_ not in _BEFORE_TITLE or not start <= before.head.i < end:
            poss = before.dep_ in ("case", "compound") and before.head.i in range(start - 3, end)
            if not poss:
                break
        start -= 1
    if doc[start].lower_ in ("a", "an", "both", "all", "even"):
        start += 1
    return start


def _start_of_name(name: Token) -> int:
    start = name.i
    while start > 0 and _is_part_of_name(name.doc[start - 1]):
        start -= 1
    return start


def end_of_apposition(head: Token) -> int:
    """The end of the apposition without a relative clause or participle after a comma."""
    end = head.right_edge.i + 1
    for child in head.rights:
        if child.dep_ in ("relcl", "acl", "advcl", "appos", "punct") and child.left_edge.i > head.i:
            left = child.left_edge.i
            if child.dep_ == "punct" or head.doc[left - 1].text == ",":
                if child.dep_ == "punct" and child.text != ",":
                    continue
                following = [c for c in head.rights if c.i > child.i and c.dep_ == "conj"]
                if not following:
                    end = min(end, left)
    return end


def _role_in(apposition: Token) -> Token | None:
    """The word of the apposition that names a role, or its noun where it is “a such-and-such”."""
    if not apposition.tag_.startswith("N"):
        return None
    near = [t for t in apposition.lefts if t.dep_ in ("compound", "amod", "nmod")]
    for token in (apposition, *near):
        if is_title(token):
            return token
    for conjunct in apposition.conjuncts:
        if is_title(conjunct):
            return conjunct
    indefinite = any(c.lower_ in ("a", "an") for c in apposition.lefts)
    full_name = apposition.head.i > 0 and is_name(apposition.doc[apposition.head.i - 1])
    return apposition if indefinite and full_name and apposition.tag_ == "NN" else None
