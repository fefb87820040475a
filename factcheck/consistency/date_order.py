"""The order of dates: ended before begun, died before born, a range that runs backwards, a ruling of last month “today”."""

import re
from collections.abc import Iterator

from factcheck.consistency.days import said
from factcheck.consistency.outlines import D, Outline, W
from factcheck.consistency.subject import Subject
from factcheck.consistency.timeline import Dated
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow
from factcheck.model.text import TextPosition

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
        r"ended|finished|completed|concluded|closed|came\sto\san\send|stopped|wrapped\sup",
    ),
    (r"arrested|charged|indicted", r"convicted|sentenced|acquitted|found\sguilty|jailed"),
    (r"jailed|imprisoned|sentenced", r"released|freed|paroled|pardoned"),
    (r"joined|hired|recruited|appointed", r"left|resigned|quit|fired|sacked|dismissed|retired"),
    (r"married|wed", r"divorced|widowed|separated"),
    (
        r"elected|sworn\sin|took\soffice",
        r"resigned|left\soffice|stepped\sdown|re-elected|impeached",
    ),
    (r"enrolled|matriculated", r"graduated"),
    (r"signed", r"expired|terminated|ratified"),
    (r"kidnapped|abducted|captured", r"released|freed|rescued|ransomed"),
)
_MIDDLE = r"(?:\sin\s\w+)?,?\s(?:(?:in|on|since|from)\s)?(?:early\s|late\s)?"
_NEXT = (
    r"(?:,\s(?:and\s|but\s|then\s|was\s|is\s|were\s|it\s|he\s|she\s|they\s|had\s)*|\s(?:and|but)\s(?:then\s|was\s|were\s|it\s"
    r"|he\s|she\s|they\s|had\s|been\s)*|\)?\s(?:was\s|were\s|had\s)*|;\s|\.\s(?:it\s|he\s|she\s|they\s)(?:was\s|were\s)?)"
)


_OBJECT = r"(?:\s(?:the|a|an|his|her|their)\s[\w\s]{1,30}?|\s[A-Z]\w+)?"
_OF_THINGS = (
    3  # of the pairs, those in which a subject may do one to one thing and the other to another
)


def _ordered(first: str, then: str, takes_object: bool) -> tuple[re.Pattern[str], ...]:
    """One subject that did both: “was founded in 1999 and closed in 1989”, “died in 1950, having been born in 1960”."""
    what = _OBJECT if takes_object else ""
    return (
        re.compile(
            rf"\b(?P<v>{first})\b{what}{_MIDDLE}(?P<a>{D})(?P<gap>{_NEXT}(?:finally\s|later\s|officially\s)?)(?P<u>{then})\b{what}{_MIDDLE}(?P<b>{D})",
            re.IGNORECASE,
        ),
        re.compile(
            rf"^(?P<v>{first})\b{_MIDDLE}(?P<a>{D})(?P<gap>,\s(?:the\s|he\s|she\s|it\s|they\s)?(?:\w+\s){{0,4}}?)(?P<u>{then})\b{_MIDDLE}(?P<b>{D})",
            re.IGNORECASE,
        ),
        re.compile(
            rf"\b(?P<u>{then})\b{_MIDDLE}(?P<b>{D})(?P<gap>,?\s(?:and\s|having\s|after\s|been\s|being\s|was\s|were\s|had\s)+)(?P<v>{first})\b{_MIDDLE}(?P<a>{D})",
            re.IGNORECASE,
        ),
    )


_ORDERED = tuple(
    pattern
    for number, (first, then) in enumerate(_PAIRS)
    for pattern in _ordered(first, then, number >= _OF_THINGS)
)
_RANGE = re.compile(
    rf"(?P<from>\bfrom\s|\bbetween\s)(?P<a>{D})(?P<to>\s(?:to|until|till|and|through)\s|\s?[–-]\s?)(?P<b>{D})",
    re.IGNORECASE,
)
_LIFE = re.compile(
    rf"\((?:born\s|b\.\s?)?(?P<a>{D})\s?(?:[–—-]|[,;]\s?(?:died|d\.)\s?)\s?(?P<b>{D})\)"
)
_COMPARED = re.compile(
    r"\b(?:rose|rise|risen|fell|fall|fallen|grew|growth|up|down|drop|dropped|increase|decrease|decline|compar|chang|"
    r"differ|back|revers|between|versus|than)",
    re.IGNORECASE,
)
_AFTER_GERUND = re.compile(
    rf"\b(?:in|on)\s(?P<b>{D}),?\s(?P<way>after|before)\s(?P<ing>\w+ing)\s(?P<mid>{W}{{0,40}}?)\b(?:in|on)\s(?P<a>{D})",
    re.IGNORECASE,
)
_LOOKS_AHEAD = re.compile(
    r"(?:announc|plann|schedul|promis|pledg|predict|propos|agree|decid|winn|be|expect|forecast|say|warn|book|report|"
    r"read|see|accord|approv|award|nam|choos|select|sign|buy|order|sell|learn|study|review|publish)ing",
    re.IGNORECASE,
)
_RULINGS = r"(?:ruling|decision|verdict|judg[e]?ment|vote|announcement|order|sentence|agreement|deal|strike|blast|explosion|attack|crash|election|resignation)"
_RULED = re.compile(rf"\b(?P<what>{_RULINGS})\s(?P<day>today|yesterday)\b", re.IGNORECASE)
_DATED_RULING = re.compile(
    rf"(?P<a>{D})\s(?P<what>{_RULINGS})\b|\b(?P<also>{_RULINGS})\s(?:made\s|issued\s|given\s|handed\sdown\s|taken\s)?(?:on|of|dated)\s(?P<b>{D})",
    re.IGNORECASE,
)
_ALIKE = {
    "ruling": "court",
    "decision": "court",
    "verdict": "court",
    "judgment": "court",
    "judgement": "court",
}
_ALIKE |= {"blast": "explosion", "explosion": "explosion"}


def findings(subject: Subject, sentences: list[Outline]) -> Iterator[Finding]:
    """Dates whose order cannot be, and rulings dated otherwise that are called today’s."""
    rulings: dict[str, list[Dated]] = {}
    for outline in sentences:
        for what, dated in _dated_rulings(outline):
            rulings.setdefault(what, []).append(dated)
        if len(outline.dates) > 1:
            yield from _ranges(subject, outline)
            yield from _pairs(subject, outline)
            yield from _after_gerund(subject, outline)
    if rulings:
        yield from _called_todays(subject, rulings)


def _ranges(subject: Subject, outline: Outline) -> Iterator[Finding]:
    """“from 1998 to 1989”, “(1950–1940)”."""
    for found in _LIFE.finditer(outline.words):
        first, last = outline.date(found["a"]), outline.date(found["b"])
        if _is_after(first, last):
            yield _conflict(
                subject, first, last, "the range ends before it begins", Outcome.CONFLICT
            )
    for found in _RANGE.finditer(outline.words):
        first, last = outline.date(found["a"]), outline.date(found["b"])
        is_between = found["from"].casefold().startswith("between")
        if is_between != ("and" in found["to"].casefold()) or not _is_after(first, last):
            continue
        backwards = is_between or _COMPARED.search(outline.words)
        outcome = Outcome.ASK if backwards else Outcome.CONFLICT
        yield _conflict(subject, first, last, "the range ends before it begins", outcome)


def _pairs(subject: Subject, outline: Outline) -> Iterator[Finding]:
    """“founded in 1999 and closed in 1989”."""
    done: set[tuple[str, str]] = set()
    for pattern in _ORDERED:
        for found in pattern.finditer(outline.words):
            first, then = outline.date(found["a"]), outline.date(found["b"])
            if (found["a"], found["b"]) in done or not _is_after(first, then):
                continue
            done.add((found["a"], found["b"]))
            what = f"“{found['u']}” comes before “{found['v']}”"
            yield _conflict(subject, first, then, what, Outcome.CONFLICT)


def _after_gerund(subject: Subject, outline: Outline) -> Iterator[Finding]:
    """“in 1984, after starting college in 1985”."""
    for found in _AFTER_GERUND.finditer(outline.words):
        then, first = outline.date(found["b"]), outline.date(found["a"])
        if "," in found["mid"] or _LOOKS_AHEAD.fullmatch(found["ing"]):
            continue
        is_before = found["way"].casefold() == "before"
        since, until = (then, first) if is_before else (first, then)
        if _is_after(since, until):
            what = f"“{found['way']} {found['ing']}” has them the other way round"
            yield _conflict(subject, first, then, what, Outcome.CONFLICT)


def _is_after(first: Dated, last: Dated) -> bool:
    return first.has_year and last.has_year and first.days.first > last.days.last


def _conflict(subject: Subject, first: Dated, last: Dated, what: str, outcome: Outcome) -> Finding:
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


def _dated_rulings(outline: Outline) -> Iterator[tuple[str, Dated]]:
    """The rulings, strikes and deals that a sentence dates to a day, by what they are."""
    for found in _DATED_RULING.finditer(outline.words):
        dated = outline.date(found["a"] or found["b"])
        what = (found["what"] or found["also"]).casefold()
        if dated.days.is_day:
            yield _ALIKE.get(what, what), dated


def _called_todays(subject: Subject, rulings: dict[str, list[Dated]]) -> Iterator[Finding]:
    """“following a 26 December ruling … with the decision today”, once for each kind of ruling."""
    done: set[str] = set()
    for found in _RULED.finditer(subject.text):
        what = _ALIKE.get(found["what"].casefold(), found["what"].casefold())
        alike = rulings.get(what, [])
        if what in done or len({dated.days for dated in alike}) != 1:
            continue
        today, dated = subject.published, alike[0]
        if today is not None and abs((today - dated.days.first).days) <= 1:
            continue
        done.add(what)
        place = TextPosition(*found.span())
        words, day = subject.words(dated.position), found["day"].casefold()
        yield subject.finding(
            "date-order",
            FindingKind.CALENDAR,
            Outcome.ASK,
            f"The text speaks of “the {found[0]}”, and dates one “{words}”: are they the same?",
            (place, dated.position),
            f"{day} is not {said(dated.days)}",
            (SumRow("", said(dated.days), dated.position), SumRow("", day, place)),
            "Ask whether another one is meant.",
        )
