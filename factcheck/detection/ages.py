"""Marks ages, birthdays and anniversaries with the person or thing they belong to."""

import re

from spacy.language import Language
from spacy.tokens import Doc, Token

from factcheck.detection.clauses import clause_around
from factcheck.detection.marks import mark, words_of
from factcheck.detection.superlatives import is_ordinal
from factcheck.model.claim import ClaimKind

NAME = "claims_ages"
_AGE = re.compile(r"^(?:[1-9]\d?|1[01]\d)$")
_AFTER_AGE = frozenset({",", ".", ";", ")", "and", "of", "from", "is", "was", "who", "–", "—"})
_UNITS = frozenset(
    [
        "year",
        "years",
        "month",
        "months",
        "week",
        "weeks",
        "day",
        "days",
        "yr",
        "yrs",
        "decade",
        "decades",
    ]
)
_MONTHS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)
_PASSED = frozenset({"birthday", "anniversary", "jubilee", "bicentenary", "centenary"})


@Language.component(NAME)
def mark_ages(doc: Doc) -> Doc:
    """Every age and anniversary as a claim."""
    for token in doc:
        if _AGE.match(token.text) and (start := _name_before(token)) is not None:
            _mark(doc, start, token.i + 1, "a number set off after a name is an age")
        elif token.lower_ == "old":
            _mark_old(token)
        elif token.lower_ in ("aged", "age"):
            _mark_aged(token)
        elif token.lower_ in _PASSED:
            _mark_anniversary(token)
    return doc


def _mark(doc: Doc, start: int, end: int, reason: str) -> None:
    shown = words_of(doc, start, end)
    mark(doc, start, end, ClaimKind.AGE_ANNIVERSARY, NAME, f"{reason}: “{shown}”.")


def _name_before(number: Token) -> int | None:
    """Where the name before “, 42” begins; None where the number belongs to a date or a list."""
    doc, i = number.doc, number.i
    if i < 2 or doc[i - 1].text not in (",", "("):
        return None
    if i + 1 < len(doc) and doc[i + 1].lower_ not in _AFTER_AGE:
        return None
    if doc[i - 1].text == "(" and (i + 1 == len(doc) or doc[i + 1].text != ")"):
        return None
    if i + 2 < len(doc) and doc[i + 1].text == "," and doc[i + 2].like_num:
        return None
    start = i - 1
    while start > 0 and doc[start - 1].tag_ in ("NNP", "NNPS") and not doc[start - 1].is_punct:
        start -= 1
    if start == i - 1 or doc[i - 2].lower_ in _MONTHS or doc[i - 2].like_num:
        return None
    return start


def _mark_old(old: Token) -> None:
    """“nine-month-old child, Gloria”, “a 42-year-old”, “is 12 years old”."""
    doc, i = old.doc, old.i
    hyphened = i >= 2 and doc[i - 1].text in "-–" and doc[i - 2].lower_ in _UNITS
    spaced = i >= 1 and doc[i - 1].lower_ in _UNITS
    if not hyphened and not spaced:
        return
    if spaced and not hyphened:
        _mark_clause(old, "“old” after a span of time states an age")
        return
    noun = old.head if old.dep_ in ("amod", "nmod", "compound") and old.head.i > i else old
    start = min(noun.left_edge.i, i)
    while start > 0 and doc[start - 1].text in "-–":
        start -= 1
    end = noun.i + 1
    for child in noun.rights:
        if child.dep_ == "appos" and child.i - noun.i <= 4:
            end = child.right_edge.i + 1
    if not doc.has_annotation("DEP"):
        start, end = max(0, i - 4), min(len(doc), i + 2)
    if doc[start].lower_ in ("the", "a", "an") and end == noun.i + 1:
        start += 1
    _mark(doc, start, end, f"“{doc[i - 2].text}-old” states an age")


def _mark_aged(token: Token) -> None:
    doc, i = token.doc, token.i
    following = doc[i + 1 : i + 4]
    number = next((t for t in following if t.like_num), None)
    if number is None:
        return
    if token.lower_ == "age" and not (following[0].lower_ == "of" or following[0].i == number.i):
        return
    if token.lower_ == "aged" and i >= 2 and doc[i - 1].text == "," and doc[i - 2].tag_ == "NNP":
        start = i - 1
        while start > 0 and doc[start - 1].tag_ == "NNP":
            start -= 1
        _mark(doc, start, number.i + 1, "“aged” states an age")
        return
    _mark_clause(token, f"“{token.text}” states an age")


def _mark_anniversary(day: Token) -> None:
    numbered = [t for t in day.lefts if is_ordinal(t) or t.like_num]
    if not numbered and not any(t.dep_ == "poss" for t in day.lefts):
        return
    reason = f"“{day.text}” counts years"
    opener = day.head if day.dep_ == "pobj" else day
    clause = clause_around(day.doc, day.i)
    set_off = (
        opener.right_edge.i + 1 < len(day.doc) and day.doc[opener.right_edge.i + 1].text == ","
    )
    if clause is None or (set_off and opener.i < clause.head.i):
        _mark(day.doc, opener.left_edge.i, day.i + 1, reason)
        return
    _mark_clause(day, reason)


def _mark_clause(token: Token, reason: str) -> None:
    clause = clause_around(token.doc, token.i)
    if clause is None:
        _mark(token.doc, max(0, token.i - 3), min(len(token.doc), token.i + 3), reason)
        return
    _mark(token.doc, clause.start, clause.end, reason)
