"""What must have been: the figure before, where the article gives the figure now and the percent since."""

import re
from collections.abc import Iterator

from factcheck.consistency.changes.movements import TURN
from factcheck.consistency.figures.amounts import PERCENT, Amount, Leaning, printed_like
from factcheck.consistency.figures.phrases import NO_F, TIME, F, Phrase, phrases
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow

_SINCE = rf"(?:from|on|over|than|against|compared (?:with|to))\s+(?P<when>(?:[\w’'-]+\s+){{0,4}}?{TIME}|(?:a|the) (?:previous |prior |same )?(?:year|month|quarter|period)[\w ]{{0,20}})"
_UP_ON = re.compile(
    rf"(?P<v>{F})(?P<gap>{NO_F}{{0,80}}?)[,(–—-]\s*(?P<turn>up|down|a (?:rise|fall|drop|decline|jump) of|an increase of)\s+"
    rf"(?P<s>{F})\s+{_SINCE}",
    re.I,
)
_ROSE_TO = re.compile(
    rf"(?P<turn>\b(?:rose|fell|increased|decreased|grew|dropped|climbed|jumped|declined|up|down))\s+(?:by\s+)?(?P<s>{F})"
    rf"(?P<gap>[^\ue000-\uefff.,;:!?]{{0,20}}?)\s+to\s+(?P<v>{F}){NO_F}{{0,40}}?\s{_SINCE}",
    re.I,
)
_LEAST = 1000  # what is smaller is no figure that a register keeps
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")


def findings(subject: Subject) -> Iterator[Finding]:
    """A note on each figure that the article implies and does not give."""
    for phrase in phrases(subject):
        if len(phrase.amounts) < 2 or not phrase.shares:
            continue
        for pattern in (_UP_ON, _ROSE_TO):
            match = pattern.search(phrase.words)
            if match is not None:
                yield from _note(subject, phrase, match)
                break


def _note(subject: Subject, phrase: Phrase, match: re.Match[str]) -> Iterator[Finding]:
    now, size = phrase.amount(match["v"]), phrase.amount(match["s"])
    told = TURN.search(match["turn"])
    if (
        told is None
        or size.unit != PERCENT
        or (not now.unit.isupper() and (now.unit or now.value < _LEAST))
    ):
        return
    factor = 1 + size.value / 100 if told["up"] else 1 - size.value / 100
    if factor <= 0 or now.value <= 0:
        return
    before, bound = now.value / factor, _bound(size, bool(told["up"]))
    when = subject.words(phrase.place(*match.span("when"))).strip()
    year = _YEAR.search(when)
    label = f"{year[0]} was {bound}" if year else f"before, it was {bound}"
    right = printed_like(before, now)
    words = subject.words(phrase.place(match.start("turn"), match.end("s")))
    what = f"the figure for {year[0]}" if year else "the figure before"
    rows = (
        SumRow("", now.said, now.position),
        SumRow("", f"÷ {factor:.4g}" if factor * 100 % 1 else f"÷ {factor:.2f}", size.position),
        SumRow(label, right, is_result=True),
    )
    beyond = {"less than": "above ", "more than": "below ", "about": "far from "}[bound]
    yield subject.finding(
        "implied-value",
        FindingKind.CHANGES,
        Outcome.ASK,
        f"“{now.said}”, “{words}”, makes {what} {bound} {right}.",
        (now.position, size.position),
        f"{now.words} ÷ {factor:.4g} = {right}",
        rows,
        f"A figure {beyond}{right} would contradict the text. Look it up.",
    )


def _bound(size: Amount, is_up: bool) -> str:
    """On which side of the sum the figure before lies, by the words around the percent."""
    if size.leaning in (Leaning.OVER, Leaning.JUST_OVER):
        return "less than" if is_up else "more than"
    if size.leaning in (Leaning.UNDER, Leaning.NEARLY):
        return "more than" if is_up else "less than"
    return "about"
