"""Tells from the parse, or from the words alone, whether a bare day lies ahead or behind."""

import re

from spacy.tokens import Doc, Token

from factcheck.detection.moments import Tense
from factcheck.detection.words import is_form_of

_TO_COME = frozenset(["will", "’ll", "'ll", "wo", "shall", "may", "might", "can", "must"])
_TO_COME |= {"should", "would"}
_LOOKING_AHEAD = frozenset(
    ["due", "scheduled", "expected", "set", "slated", "planned", "bound", "ready", "supposed"]
)
_PLANNING = frozenset(
    [
        "about",
        "agree",
        "agreed",
        "agrees",
        "aim",
        "aimed",
        "aims",
        "ask",
        "asked",
        "asks",
        "decide",
        "decided",
        "decides",
        "due",
        "expect",
        "expected",
        "expecting",
        "expects",
        "has",
        "have",
        "hope",
        "hoped",
        "hopes",
        "hoping",
        "intend",
        "intended",
        "intends",
        "likely",
        "need",
        "needed",
        "needs",
        "order",
        "ordered",
        "orders",
        "plan",
        "planned",
        "planning",
        "plans",
        "pledge",
        "pledged",
        "postpone",
        "postponed",
        "prepare",
        "prepared",
        "prepares",
        "preparing",
        "promise",
        "promised",
        "promises",
        "propose",
        "proposed",
        "proposes",
        "ready",
        "schedule",
        "scheduled",
        "seek",
        "seeks",
        "set",
        "slated",
        "sought",
        "threaten",
        "threatened",
        "urge",
        "urged",
        "urges",
        "vow",
        "vowed",
        "vows",
        "want",
        "wanted",
        "wants",
    ]
)
_AHEAD = re.compile(
    r"\b(?:will|shall|won[’']t|wo|going to|’ll|due|scheduled|set to|to be|plans? to|should|expected|deadline|slated"
    r"|by (?:early|late|mid|the end of)?\s*$)\b",
    re.I,
)
_AHEAD_AFTER = re.compile(r"\b(?:will|shall|going to)\b", re.I)


_AS_EARLY_AS = frozenset(["as early as", "as soon as", "no later than", "not later than"])


def tense_by_words(text: str, start: int) -> Tense:
    """The tense where there is no parse: words of what is to come before it in the sentence."""
    before = re.split(r"[.;!?]\s", text[max(0, start - 90) : start])[-1]
    if _AHEAD.search(before):
        return Tense.FUTURE
    after = re.split(r"[.;!?]\s", text[start : start + 60])[0]
    opens = len(before) <= 12
    return Tense.FUTURE if opens and _AHEAD_AFTER.search(after) else Tense.UNKNOWN


def tense_at(doc: Doc, start: int, end: int) -> Tense:
    """The tense of the verb that the words from ``start`` to ``end`` (characters) date."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not doc.has_annotation("DEP"):
        return tense_by_words(doc.text, start)
    before = doc[span.start - 1].lower_ if span.start else ""
    if before == "since" or (before == "of" and doc[span.start - 2].lower_ == "as"):
        return Tense.PAST
    if doc[max(0, span.start - 3) : span.start].text.lower() in _AS_EARLY_AS:
        return Tense.FUTURE
    token, crossed = span.root, False
    if token.dep_ == "poss":
        return Tense.UNKNOWN
    while not _is_verb(token):
        if token.lower_ in _LOOKING_AHEAD:
            return Tense.FUTURE
        if token.head.i == token.i:
            return Tense.UNKNOWN
        crossed |= token.tag_.startswith("N") and token.i not in range(span.start, span.end)
        token = token.head
    tense = _tense_of(token)
    if before == "until" and not any(
        c.lower_ in ("had", "not", "n’t", "n't") for c in token.children
    ):
        return Tense.FUTURE
    return Tense.UNKNOWN if crossed and tense is Tense.PAST else tense


def _is_verb(token: Token) -> bool:
    return token.tag_.startswith(("V", "M"))


def _tense_of(verb: Token, depth: int = 0) -> Tense:
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    names = {c.lower_ for c in helpers}
    if names & {"have", "has", "had", "’ve", "'ve", "having"}:
        return Tense.PAST
    if names & _TO_COME:
        return Tense.FUTURE
    if names & {"was", "were", "did", "been"}:
        return Tense.FUTURE if verb.lower_ in _LOOKING_AHEAD else Tense.PAST
    if verb.lower_ in _LOOKING_AHEAD and verb.tag_ == "VBN":
        return Tense.FUTURE
    if verb.tag_ == "VBD" or (verb.tag_ == "VBN" and verb.dep_ == "acl"):
        return Tense.PAST
    if "to" in names:
        return _infinitive(verb, depth)
    if verb.tag_ in ("VBZ", "VBP"):
        return Tense.PAST if is_form_of(verb.text, "reporting-verbs") else Tense.PRESENT
    if names & {"is", "are", "’s", "’re", "'s", "'re", "am"}:
        return Tense.FUTURE
    if verb.head.i != verb.i and depth < 4:
        return _above(verb, depth)
    return Tense.UNKNOWN


def _infinitive(verb: Token, depth: int) -> Tense:
    """“plans to leave” looks ahead, “failed to leave” does not."""
    governor = verb.head
    if governor.i == verb.i or governor.lower_ in _PLANNING or governor.tag_.startswith(("N", "J")):
        return Tense.FUTURE
    return _above(verb, depth)


def _above(verb: Token, depth: int) -> Tense:
    above = verb.head
    for _ in range(4):
        if _is_verb(above):
            return _tense_of(above, depth + 1)
        if above.head.i == above.i:
            break
        above = above.head
    return Tense.UNKNOWN
