"""Changes: percent against the figures, percent against points, which way, doubled and halved, and what must have been."""

import re
from collections.abc import Iterator

from factcheck.consistency.changes import across, implied
from factcheck.consistency.changes.comparisons import comparisons
from factcheck.consistency.changes.movements import DOWN, Movement, movements
from factcheck.consistency.changes.sizes import LEVEL, held
from factcheck.consistency.figures.amounts import PERCENT, Amount, Leaning, figure, meet
from factcheck.consistency.figures.phrases import F, Phrase, phrases
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow

_RANKED = re.compile(
    r"\b(?:rank\w*|place[sd]?|position|spot|seed\w*|table|charts?|list|odds|ratio|respectively|stor(?:y|ies|eys?)|floors?"
    r"|minutes?|seconds?|handicap|grade|level|category|threat|tier|division|net loss|loss(?:es)?|deficit)\b|\bNo\.|\bnumber \ue000",
    re.I,
)
_LENGTHS = frozenset({"ft", "m", "mi", "km", "in", "cm", "yd"})
_MAY_PASS_NOTHING = re.compile(
    r"\b(?:profit|earning|income|balance|cash|margin|return|growth|deficit|surplus|temperature|emission|ebit|net|yield"
    r"|result|contribution|investment|value|wealth|credit|debt|loss)\w*",
    re.I,
)
_TO_NOTHING = re.compile(
    rf"\blos(?:t|es?|ing)\s+(?P<s3>{F})\s+of\s+(?:its|their|his|her)\b|"
    rf"\b(?:{DOWN})\b(?:\s+(?:by|[a-z]+ly|another|an?|only|just|some)){{0,3}}\s+(?P<s>{F})(?!\s+(?:of|more|higher|above|to))"
    rf"|(?P<s2>{F})[\s-](?:[a-z]+\s)?(?:lower|less|fewer|cheaper|smaller|drop|fall|decline|decrease|reduction|cut)\b",
    re.I,
)


_COMPARES = {"fewer": "more", "less": "more", "lower": "more", "more": "less", "higher": "less"}


def findings(subject: Subject) -> Iterator[Finding]:
    """What the article says has changed, held against the figures it gives."""
    for phrase in phrases(subject):
        yield from _of_phrase(subject, phrase)
    yield from across.findings(subject)
    yield from implied.findings(subject)


def _of_phrase(subject: Subject, phrase: Phrase) -> Iterator[Finding]:
    for movement in (*movements(phrase), *comparisons(phrase)):
        if _turned(movement):
            if movement.is_outright and _may_be_told_wrong_way(phrase, movement):
                yield _direction(subject, movement)
            continue
        for size in movement.sizes:
            yield from held(subject, movement, size)
    if not phrase.shares:
        return
    for match in _TO_NOTHING.finditer(phrase.words):
        by = phrase.amount(match["s"] or match["s2"] or match["s3"])
        if by.unit == PERCENT and _is_past_all(by) and not _MAY_PASS_NOTHING.search(phrase.words):
            yield _past_all(subject, phrase, by, match)


def _turned(movement: Movement) -> bool:
    """Whether the figures go the other way than the words, beyond what “less than” and “nearly” leave open."""
    base, result = movement.base, movement.result
    if movement.turn * (result.value - base.value) >= 0:
        return False
    leaning = {base.leaning, result.leaning} & {Leaning.OVER, Leaning.UNDER}
    apart = max(base.value, result.value) / min(base.value, result.value)
    return apart >= 1.25 if leaning else not meet(base.tight, result.tight)


def _may_be_told_wrong_way(phrase: Phrase, movement: Movement) -> bool:
    """Whether “rose from 40 to 20” can only be a slip: not of places in a table, nor a fall from a height."""
    return not _RANKED.search(phrase.words) and movement.base.unit not in _LENGTHS


def _direction(subject: Subject, movement: Movement) -> Finding:
    base, result = movement.base, movement.result
    way, other = ("up", "down") if movement.turn > 0 else ("down", "up")
    verb = movement.verb
    words = subject.words(verb) if verb is not None else way
    message = f"The text says “{words}”; from {base.said} to {result.said} is {other}, not {way}."
    if words.lower() in _COMPARES:
        message = f"The text says “{words}”; {result.said} is {_COMPARES[words.lower()]} than {base.said}."
    sign = "<" if result.value < base.value else ">"
    rows = (
        SumRow("before", base.said, base.position),
        SumRow("after", result.said, result.position),
        SumRow("so it went", other, is_result=True),
        SumRow("the text says", words, verb),
    )
    places = (verb, *movement.places) if verb is not None else movement.places
    return subject.finding(
        "direction",
        FindingKind.CHANGES,
        Outcome.CONFLICT,
        message,
        places,
        f"{result.words} {sign} {base.words}",
        rows,
        "Look up which of the two figures is the earlier one.",
    )


def _is_past_all(size: Amount) -> bool:
    if size.leaning is Leaning.UNDER or LEVEL.match(size.said):
        return False
    return size.value > 100.5 or (
        size.value >= 100 and size.leaning in (Leaning.OVER, Leaning.JUST_OVER)
    )


def _past_all(subject: Subject, phrase: Phrase, size: Amount, match: re.Match[str]) -> Finding:
    words = phrase.place(*match.span())
    rows = (
        SumRow("all there was", "100 percent"),
        SumRow("less", size.said, size.position),
        SumRow("would leave", f"{figure(100 - size.value)} percent", is_result=True),
    )
    return subject.finding(
        "percent-change",
        FindingKind.CHANGES,
        Outcome.CONFLICT,
        f"Nothing that is counted can fall by more than all of it; the text says “{size.said}”.",
        (words, size.position),
        f"100 − {figure(size.value)} = {figure(100 - size.value)} percent",
        rows,
        "Ask whether the change is meant as a part of the later figure.",
    )
