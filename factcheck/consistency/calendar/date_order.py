"""The order of dates: ended before begun, died before born, a range that runs backwards, a ruling of last month “today”."""

import re
from collections.abc import Iterator

from factcheck.consistency.calendar import deed_order
from factcheck.consistency.calendar.deed_order import is_after, order_told
from factcheck.consistency.dates.days import said
from factcheck.consistency.dates.outlines import D, Outline, W
from factcheck.consistency.dates.timeline import Dated
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow
from factcheck.model.text import TextPosition

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
            yield from deed_order.in_order(subject, outline)
            yield from _after_gerund(subject, outline)
    if rulings:
        yield from _called_todays(subject, rulings)


def _ranges(subject: Subject, outline: Outline) -> Iterator[Finding]:
    """“from 1998 to 1989”, “(1950–1940)”."""
    for found in _LIFE.finditer(outline.words):
        first, last = outline.date(found["a"]), outline.date(found["b"])
        if is_after(first, last):
            yield order_told(
                subject, first, last, "the range ends before it begins", Outcome.CONFLICT
            )
    for found in _RANGE.finditer(outline.words):
        first, last = outline.date(found["a"]), outline.date(found["b"])
        is_between = found["from"].casefold().startswith("between")
        if is_between != ("and" in found["to"].casefold()) or not is_after(first, last):
            continue
        backwards = is_between or _COMPARED.search(outline.words)
        outcome = Outcome.ASK if backwards else Outcome.CONFLICT
        yield order_told(subject, first, last, "the range ends before it begins", outcome)


def _after_gerund(subject: Subject, outline: Outline) -> Iterator[Finding]:
    """“in 1984, after starting college in 1985”."""
    for found in _AFTER_GERUND.finditer(outline.words):
        then, first = outline.date(found["b"]), outline.date(found["a"])
        if "," in found["mid"] or _LOOKS_AHEAD.fullmatch(found["ing"]):
            continue
        is_before = found["way"].casefold() == "before"
        since, until = (then, first) if is_before else (first, then)
        if is_after(since, until):
            what = f"“{found['way']} {found['ing']}” has them the other way round"
            yield order_told(subject, first, then, what, Outcome.CONFLICT)


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
