"""Marks firsts, superlatives and only-ones, and takes them apart: what, rank, scope, since when, among what, where."""

import re

from spacy.language import Language
from spacy.tokens import Doc, Token

from factcheck.detection.blocks import in_speech
from factcheck.detection.clauses import SUBJECTS, Clause, clause_around
from factcheck.detection.left_alone import states
from factcheck.detection.marks import mark
from factcheck.detection.words import base_form, verb_bases, words
from factcheck.model.claim import ClaimKind, Slot

NAME = "claims_superlatives"
ORDINAL_WORDS = frozenset(
    [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
    ]
)
_NUMBERED = re.compile(r"^(?:\d*1st|\d*2nd|\d*3rd|\d*[04-9]th|1[1-3]th)$")
_SCOPES = frozenset(
    [
        "reported",
        "known",
        "recorded",
        "confirmed",
        "official",
        "documented",
        "registered",
        "published",
        "public",
        "formal",
    ]
)
_NOT_COUNTED = frozenset(
    [
        "birthday",
        "anniversary",
        "century",
        "half",
        "quarter",
        "name",
        "floor",
        "street",
        "avenue",
        "day",
        "week",
        "month",
        "year",
        "place",
        "amendment",
        "lady",
        "minister",
        "degree",
        "hand",
        "person",
        "edition",
        "congress",
        "time",
    ]
)


@Language.component(NAME)
def mark_superlatives(doc: Doc) -> Doc:
    """Every first, superlative and only-one as a claim, in slots."""
    if not doc.has_annotation("DEP"):
        return doc
    for token in doc:
        if (noun := ranked_noun(token)) is None:
            continue
        clause = clause_around(doc, token.i)
        if clause is not None and not states(clause):
            continue
        start, end = _borders(noun, clause)
        if in_speech(token) and (clause is None or (start, end) != (clause.start, clause.end)):
            continue
        slots = slots_of(token, noun, start, end)
        mark(doc, start, end, ClaimKind.ORDINAL_SUPERLATIVE, NAME, _reason(token, slots), slots)
    return doc


def ranked_noun(token: Token) -> Token | None:
    """The noun that the word puts in first or extreme place, or None where it claims no place."""
    listed = words("not-superlative")
    following = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    if token.lower_ in listed or f"{token.lower_} {following.rstrip('s')}" in listed:
        return None
    if token.tag_ == "JJS" and token.lower_ not in ("most", "best", "least"):
        return _noun_of(token)
    if token.lower_ in ("most", "best", "least") and token.tag_ in ("JJS", "RBS"):
        return _of_degree(token)
    if is_ordinal(token):
        return _of_ordinal(token)
    if token.text == "#" and token.i + 1 < len(token.doc) and token.nbor().like_num:
        return token.nbor() if token.nbor().dep_ in ("attr", "pobj") else token.nbor().head
    if token.lower_ in words("superlative-nouns"):
        return _of_adjective(token)
    return None


def is_ordinal(token: Token) -> bool:
    """Whether the token counts a place: second, 69th."""
    return token.lower_ in ORDINAL_WORDS or bool(_NUMBERED.match(token.lower_))


def _noun_of(token: Token) -> Token | None:
    if token.dep_ in ("amod", "nmod", "compound", "advmod") and token.head.tag_.startswith("N"):
        return token.head
    if token.dep_ in ("attr", "acomp", "dobj", "pobj", *SUBJECTS) or _is_definite(token):
        return token
    return None


def _of_degree(token: Token) -> Token | None:
    """“the most successful products”, but not “most people” and “most of them”."""
    adjective = token.head
    if token.dep_ == "advmod" and adjective.tag_.startswith("J"):
        noun = adjective.head if adjective.dep_ == "amod" else adjective
        return noun if _is_definite(noun) or adjective.dep_ == "acomp" else None
    if token.dep_ == "amod" and _is_definite(adjective):
        return adjective
    return None


def _of_ordinal(token: Token) -> Token | None:
    noun = token.head
    if token.is_title and token.i > token.sent.start and not noun.is_lower:
        return None
    if token.dep_ != "amod" or not noun.tag_.startswith("N"):
        return None
    if noun.lower_ == "time":
        return noun
    if noun.lower_ in _NOT_COUNTED or (noun.lower_ in words("people") and token.lower_ != "first"):
        return None
    return noun if _is_definite(noun) or token.sent.text.istitle() else None


def _of_adjective(token: Token) -> Token | None:
    if token.lower_ == "record":
        if (
            token.dep_ in ("amod", "compound")
            and token.head.tag_.startswith("N")
            and not token.is_title
        ):
            return token.head
        breaks = token.dep_ == "dobj" and verb_bases(token.head.text)[0] in ("set", "break", "hold")
        return token if breaks else None
    if token.dep_ in ("amod", "acomp", "compound", "attr", "oprd"):
        noun = token.head if token.dep_ in ("amod", "compound") else token
        if token.lower_ in ("only", "top") and not _is_definite(noun):
            return None
        return noun if noun.tag_.startswith(("N", "J")) else None
    return None


def _is_definite(noun: Token) -> bool:
    return any(
        child.dep_ in ("det", "poss") and child.lower_ not in ("a", "an", "some", "any", "no")
        for child in noun.children
    )


def _borders(noun: Token, clause: Clause | None) -> tuple[int, int]:
    """The clause where the claim is what is said of its subject, else the noun phrase."""
    start, end = noun.left_edge.i, noun.right_edge.i + 1
    if clause is None:
        return start, end
    start, end = max(start, clause.start), min(end, clause.end)
    top = noun
    while top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.i != top.i:
        top = top.head.head  # “one of the most successful products”
    predicate = top.dep_ in ("attr", "acomp", "oprd") or noun.lower_ == "time"
    predicate |= top.dep_ == "dobj" and base_form(clause.head.text) in _HAVING
    if (predicate and top.head.i == clause.head.i) or top.i == clause.head.i:
        return clause.start, _with_since(clause)
    if noun.i == clause.head.i or end - start < 2:
        return clause.start, clause.end
    return start, _with_frame(noun, end, clause.end)


_HAVING = frozenset(
    {"have", "mark", "post", "reach", "hit", "set", "see", "suffer", "enjoy", "record"}
)


def _with_frame(noun: Token, end: int, limit: int) -> int:
    """Past a phrase that says where or among what the place is held, which the parser may hang on the verb."""
    doc = noun.doc
    if (
        end < limit
        and doc[end].dep_ == "prep"
        and doc[end].lower_ in ("in", "among", "since", "of")
    ):
        return min(limit, doc[end].right_edge.i + 1)
    return end


def _with_since(clause: Clause) -> int:
    """The end of the clause, with a since- or until-clause that the ranking is counted from."""
    for token in clause.head.subtree:
        if token.lower_ in ("since", "until", "before") and token.dep_ == "mark":
            last = token.head.right_edge.i + 1
            if token.i == clause.end and token.head.left_edge.i >= clause.end - 1:
                return min(last, clause.whole_end)
    return clause.end


def slots_in(doc: Doc, start: int, end: int) -> tuple[Slot, ...]:
    """The slots of the first superlative among the tokens; none where there is none."""
    if not doc.has_annotation("DEP"):
        return ()
    for token in doc[start:end]:
        noun = ranked_noun(token)
        if noun is not None and start <= noun.i < end:
            return slots_of(token, noun, start, end)
    return ()


def slots_of(token: Token, noun: Token, start: int, end: int) -> tuple[Slot, ...]:
    """What is ranked and how, read off the words around the noun."""
    doc = token.doc
    slots = [Slot("what", _counted(noun)), Slot("rank", _rank(token))]
    scope = [t.text for t in noun.children if t.lower_ in _SCOPES]
    scope += [t.text for t in doc[start:end] if t.lower_ == "ever"]
    if scope:
        slots.append(Slot("scope", " ".join(scope)))
    last = end
    for name, openers in _FRAMES.items():
        found = next((t for t in doc[noun.i : last] if t.lower_ in openers), None)
        if found is not None and (value := _frame(found, end, name)):
            slots.append(Slot(name, value))
            last = min(last, found.i)
    return tuple(slots)


_FRAMES = {
    "since": frozenset({"since"}),
    "until": frozenset({"until", "till"}),
    "among": frozenset({"among", "amongst", "of"}),
    "where": frozenset({"in", "at", "on"}),
}


def _frame(opener: Token, end: int, name: str) -> str:
    """The words after since, among or in, where they frame the ranking."""
    framed = opener.head if opener.dep_ == "mark" else opener
    last = framed.right_edge.i + 1
    inside = opener.doc[opener.i + 1 : min(last, end)]
    named = any(t.tag_ in ("NNP", "NNPS") or t.lower_ == "world" for t in inside)
    if name == "where" and not named:
        return ""
    if name == "among" and opener.lower_ == "of" and not any(t.tag_.endswith("S") for t in inside):
        return ""
    return str(inside.text).strip(" ,.")


def _counted(noun: Token) -> str:
    """The noun with the words that say which: “reported call between the two leaders”."""
    doc = noun.doc
    first = noun
    for child in noun.lefts:
        named = child.dep_ == "poss" and child.tag_ == "NNP"
        if named or (child.dep_ in ("amod", "compound", "nmod") and not _ranks(child)):
            first = child.left_edge
            break
    last = noun.i + 1
    for child in noun.rights:
        linked = child.dep_ == "prep" and child.lower_ in _LINKS
        if linked or (child.dep_ == "acl" and child.i == last):
            last = child.right_edge.i + 1
        else:
            break
    kept = [t for t in doc[first.i : last] if not (_ranks(t) and t.i < noun.i)]
    return "".join(t.text_with_ws for t in kept).strip(" ,.")


_LINKS = frozenset({"of", "between", "to", "from", "for", "by", "about", "against"})


def _ranks(token: Token) -> bool:
    return (
        is_ordinal(token)
        or token.tag_ in ("JJS", "RBS")
        or (token.lower_ in words("superlative-nouns"))
    )


def _rank(token: Token) -> str:
    if token.tag_ == "RBS":
        return f"{token.text} {token.head.text}"
    if token.text == "#":
        return f"number {token.nbor().text}"
    return str(token.text)


def _reason(token: Token, slots: tuple[Slot, ...]) -> str:
    values = {slot.name: slot.value for slot in slots}
    verb = "counts" if is_ordinal(token) else "ranks"
    parts = [f"“{values['rank']}” {verb} {values['what']}"]
    if "since" in values:
        parts.append(f"“since {values['since']}” opens the span")
    if "among" in values:
        parts.append(f"“{values['among']}” names the field")
    where = "; ".join(parts)
    return f"{where}, inside quoted words." if in_speech(token) else f"{where}."
