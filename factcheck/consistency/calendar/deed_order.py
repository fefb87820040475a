"""Deeds of one subject in their order: founded and then closed, born and then died, joined and then left."""

import re
from collections.abc import Iterator

from factcheck.consistency.dates.days import said
from factcheck.consistency.dates.outlines import D, Outline
from factcheck.consistency.dates.timeline import Dated
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow

# What comes first and what must come after it; the same person or thing is meant where one clause says both.
_PAIRS = (
    (
        r"born",
        r"died|dead|killed|murdered|buried|married|graduated|elected|retired|knighted|ordained|enlisted|emigrated"
        r"|sentenced|executed|enrolled|educated",
    ),
    (
        r"founded|established|opened|launched|created|built|formed|set\sup|inaugurated|completed|incorporated",
        r"closed|dissolved|disbanded|shut(?:\sdown)?|demolished|abolished|folded|wound\sup|torn\sdown|scrapped|bankrupt"
        r"|collapsed|discontinued|liquidated",
    ),
    (
        r"began|begun|started|broke\sout|commenced|opened|kicked\soff",
        r"ended|finished|ran(?=\suntil)(?:\suntil)?|concluded|closed|came\sto\san\send|stopped|wrapped\sup",
    ),
    (r"begun|started|commenced", r"completed|finished|inaugurated"),
    (r"arrested|charged|indicted", r"convicted|sentenced|acquitted|found\sguilty|jailed"),
    (r"jailed|imprisoned|sentenced", r"released|freed|paroled|pardoned"),
    (r"departed|set\ssail|set\soff|took\soff|left", r"arrived|landed|docked"),
    (
        r"joined|entered|hired|recruited|appointed",
        r"left|resigned|quit|fired|sacked|dismissed|retired",
    ),
    (r"married|wed", r"divorced|widowed|separated"),
    (
        r"elected|sworn\sin|took\soffice",
        r"resigned|left\soffice|stepped\sdown|re-elected|impeached",
    ),
    (r"enrolled|matriculated", r"graduated"),
    (r"signed", r"expired|terminated|ratified"),
    (r"kidnapped|abducted|captured", r"released|freed|rescued|ransomed"),
)
_WHOLE = r"(?!\s(?:style|prices?|levels?|terms|season|edition|model|vintage|version|World|Cup|Games|Olympics)\b)"
_MIDDLE = r"(?:\sin\s\w+)?,?\s(?:(?:in|on|since|from)\s)?(?:early\s|late\s)?"
_NEXT = (
    r"(?:,\s(?:and\s|but\s|then\s|was\s|is\s|were\s|it\s|he\s|she\s|they\s|had\s)*|\s(?:and|but)\s(?:then\s|was\s|were\s|it\s"
    r"|he\s|she\s|they\s|had\s|been\s)*|\)?\s(?:was\s|were\s|had\s)*|;\s|\.\s(?:it\s|he\s|she\s|they\s)(?:was\s|were\s)?)"
)


_BACK = r",?\s(?:having\s(?:been\s)?|after\s(?:being\s|having\sbeen\s|having\s|(?:it|he|she|they)\s(?:was\s|were\s|had\s|been\s)+))"
_BACK_AND = rf"(?:{_BACK}|,?\s(?:and\s|was\s|were\s|had\s|been\s)+)"
_OBJECT = r"(?:\s(?:the|a|an|his|her|their)\s[\w\s]{1,30}?|\s(?:it|them|him|her)|\s[A-Z]\w+)?"
_OF_THINGS = (
    4  # of the pairs, those in which a subject may do one to one thing and the other to another
)


def _ordered(first: str, then: str, takes_object: bool) -> tuple[re.Pattern[str], ...]:
    """One subject that did both: “was founded in 1999 and closed in 1989”, “died in 1950, having been born in 1960”."""
    what = _OBJECT if takes_object else ""
    back = _BACK_AND if first.startswith(("born", "begun")) else _BACK
    return (
        re.compile(
            rf"\b(?P<v>{first})\b{what}{_MIDDLE}(?P<a>{D})(?P<gap>{_NEXT}(?:finally\s|later\s|officially\s)?)(?P<u>{then})\b{what}{_MIDDLE}(?P<b>{D}){_WHOLE}",
            re.IGNORECASE,
        ),
        re.compile(
            rf"^(?P<v>{first})\b{_MIDDLE}(?P<a>{D})(?P<gap>,\s(?:the\s|he\s|she\s|it\s|they\s)?(?:\w+\s){{0,4}}?)(?P<u>{then})\b{_MIDDLE}(?P<b>{D})",
            re.IGNORECASE,
        ),
        re.compile(
            rf"\b(?P<u>{then})\b{what}{_MIDDLE}(?P<b>{D})(?P<gap>{back})(?P<v>{first})\b{what}{_MIDDLE}(?P<a>{D})",
            re.IGNORECASE,
        ),
        re.compile(
            rf",?\s(?:which|who|that)\s(?:was\s|were\s|had\s)?(?P<u>{then})\b{_MIDDLE}(?P<b>{D}),(?P<gap>\s(?:was\s|were\s|had\s|been\s)*)(?P<v>{first})\b{_MIDDLE}(?P<a>{D})",
            re.IGNORECASE,
        ),
    )


_ORDERED = tuple(
    pattern
    for number, (first, then) in enumerate(_PAIRS)
    for pattern in _ordered(first, then, number >= _OF_THINGS)
)


def in_order(subject: Subject, outline: Outline) -> Iterator[Finding]:
    """“founded in 1999 and closed in 1989”."""
    done: set[tuple[str, str]] = set()
    for pattern in _ORDERED:
        for found in pattern.finditer(outline.words):
            first, then = outline.date(found["a"]), outline.date(found["b"])
            if (found["a"], found["b"]) in done or not is_after(first, then):
                continue
            done.add((found["a"], found["b"]))
            what = f"“{found['u']}” comes before “{found['v']}”"
            yield order_told(subject, first, then, what, Outcome.CONFLICT)


def is_after(first: Dated, last: Dated) -> bool:
    """Whether a date is certainly later than another, both with their year in the text."""
    return first.has_year and last.has_year and first.days.first > last.days.last


def order_told(subject: Subject, first: Dated, last: Dated, what: str, outcome: Outcome) -> Finding:
    """That two dates stand in an order that cannot be, and ``what`` follows from it."""
    words = subject.words(first.position), subject.words(last.position)
    return subject.finding(
        "date-order",
        FindingKind.CALENDAR,
        outcome,
        f"“{words[1]}” is earlier than “{words[0]}”, so {what}.",
        (first.position, last.position),
        f"{said(last.days)} is before {said(first.days)}",
        (
            SumRow("", said(first.days), first.position),
            SumRow("", said(last.days), last.position),
            SumRow(what, "", is_result=True),
        ),
        "Ask which of the two dates is right.",
    )
