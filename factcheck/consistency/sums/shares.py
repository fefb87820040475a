"""Shares: a percent or a fraction against the figures it is a part of."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.consistency.figures.amounts import (
    PERCENT,
    Amount,
    Span,
    divided,
    figure,
    inside,
    meet,
    multiplied,
    printed_like,
)
from factcheck.consistency.figures.phrases import F, Phrase
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow

RULE = "percent-of"
_W = r"(?:[\s-][\w’'-]+)"
_WHOLE = r"(?:the|its|his|her|their|our|all|every|some|a total of|an estimated|a)?\s*(?:[\w’'-]+\s+){0,2}?"
_THAT_IS = r"(?:\s*\(\s*(?:or\s+|that is\s+|i\.e\.\s+)?|,\s*(?:or|that is|i\.e\.|which is|equal to|equivalent to)\s+|\s+[–—]\s+(?:or\s+)?)"
_OF_OR_PERCENT = re.compile(
    rf"(?P<a>{F}){_W}{{0,2}}?\s+(?:out\s+of|of|in)\s+{_WHOLE}(?P<t>{F})(?P<gap>{_W}{{0,5}}?){_THAT_IS}(?P<p>{F})(?P<rest>[^\ue000-\uefff.;:]{{0,30}})",
    re.I,
)
_PERCENT_OR_OF = re.compile(
    rf"(?P<p>{F})(?P<gap>[^\ue000-\uefff.;:]{{0,40}}?){_THAT_IS}(?P<a>{F}){_W}{{0,2}}?\s+(?:out\s+of|of|in)\s+{_WHOLE}(?P<t>{F})(?P<rest>[^\ue000-\uefff.;:]{{0,20}})",
    re.I,
)
_BRACKETED_OF = re.compile(
    rf"(?P<a>{F}){_W}{{0,2}}?\s*\(\s*(?P<p>{F})\s*\)\s*(?:out\s+)?of\s+{_WHOLE}(?P<t>{F})(?P<gap>)(?P<rest>)",
    re.I,
)
_PERCENT_OF = re.compile(
    rf"(?P<p>{F})\s+of\s+{_WHOLE}(?P<t>{F})(?P<gap>{_W}{{0,6}}?){_THAT_IS}(?P<a>{F})(?P<rest>[^\ue000-\uefff.;:]{{0,20}})",
    re.I,
)
_OF_THESE = re.compile(
    rf"(?P<t>{F})(?P<gap>[^\ue000-\uefff.:]{{0,60}}?)(?P<p>{F})\s+of\s+(?:these|them|those|whom|which|it|this|that|the total|the money){_W}{{0,5}}?{_THAT_IS}(?P<a>{F})"
    r"(?P<rest>[^\ue000-\uefff.;:]{0,20})",
    re.I,
)
_LEVIED = re.compile(
    rf"(?P<p>{F})\s(?:deposit|fee|commission|tax|levy|stake|share|cut|down payment|surcharge|tip|fine|discount)\s(?:on|of|in)\s+{_WHOLE}(?P<t>{F})"
    rf"(?P<gap>[^\ue000-\uefff.;:,]{{0,20}}?)\s(?:was|is|came to|comes to|amounts to|amounted to|of|would be|worth|brings in)\s+(?P<a>{F})(?P<rest>)",
    re.I,
)
_TWO_WAYS = re.compile(
    rf"(?P<p>{F})(?P<gap>[^\ue000-\uefff.;:()]{{0,30}}?)(?:,\s*(?:or|that is|i\.e\.)\s+(?!of\b)|\s*\(\s*(?:or\s+)?)(?P<q>{F})(?P<rest>[^\ue000-\uefff.;:]{{0,20}})",
    re.I,
)
_FEE = re.compile(
    rf"(?P<p>{F})(?:\s+(?:fees?|commission|tax|share|cut|levy|stake))?,\s*(?:or|just|worth|that is)?\s*(?P<a>{F})(?=\s*[,.;)]|\s*$)",
    re.I,
)
_WHOLE_NUMBER = re.compile(
    rf"(?P<p>{F})\s+of\s+(?:the|its|his|her|their|all)\s+(?P<t>{F})\s+(?P<what>[a-z]{{3,}}s|people|men|women|children)\b",
    re.I,
)
_OF_ANOTHER = re.compile(
    r"^\s*(?:of\s+(?!the total|all|the whole)|more|less|fewer|higher|lower|up|down|points?|from|than|women|men|female|male|increase|rise"
    r"|a year|annual|above|below|to\b|on last|interest)",
    re.I,
)
_SMALL = 50  # a group so small that each percent of it must be a whole number of its members


@dataclass(frozen=True, slots=True)
class _Share:
    """``part`` of ``whole`` is ``percent``, as the text puts it."""

    part: Amount
    whole: Amount
    percent: Amount


def shares(subject: Subject, phrase: Phrase, before: Sequence[Phrase]) -> Iterator[Finding]:
    """Shares told in one sentence; the sum that a fee is a percent of may stand in a sentence before."""
    found: list[_Share] = []
    for pattern in (_OF_OR_PERCENT, _PERCENT_OR_OF, _BRACKETED_OF, _PERCENT_OF, _OF_THESE, _LEVIED):
        for match in pattern.finditer(phrase.words):
            share = _share(phrase, match)
            if share is not None and not any(_shared(share, other) for other in found):
                found.append(share)
                yield from _held(subject, share)
    taken = {a.position for share in found for a in (share.part, share.whole, share.percent)}
    for match in _TWO_WAYS.finditer(phrase.words):
        one, other = phrase.amount(match["p"]), phrase.amount(match["q"])
        if not {one.position, other.position} & taken and not _OF_ANOTHER.match(match["rest"]):
            yield from _two_ways(subject, one, other)
    if not found:
        yield from _fee(subject, phrase, before)
        yield from _whole_number(subject, phrase)


def _share(phrase: Phrase, match: re.Match[str]) -> _Share | None:
    part, whole, percent = (phrase.amount(match[name]) for name in "atp")
    if percent.unit != PERCENT or part.unit != whole.unit or part.unit == PERCENT:
        return None
    if whole.value <= 0 or not part.value > 0 or _OF_ANOTHER.match(match["rest"]):
        return None
    if whole.unit == "" and part.value > whole.value:
        return None
    return _Share(part, whole, percent)


def _shared(one: _Share, other: _Share) -> bool:
    return (
        one.percent.position == other.percent.position or one.part.position == other.part.position
    )


def _held(subject: Subject, share: _Share) -> Iterator[Finding]:
    part, whole, percent = share.part, share.whole, share.percent
    tight, wide = _percents(part.tight, whole.tight), _percents(part.wide, whole.wide)
    value = part.value / whole.value * 100
    if tight is None or wide is None:
        return
    if part.value == 1 and 2 <= whole.value <= 12 and whole.unit == "":
        tight, wide = _about_one_in(whole.value)
    if meet(tight, percent.tight):
        outcome = Outcome.CONSISTENT
    elif meet(wide, percent.wide):
        return
    else:
        outcome = Outcome.CONFLICT
    fits = outcome is Outcome.CONSISTENT
    right = f"{figure(value)} percent"
    shown = [printed_like(a.value, a, 2) for a in (part, whole)]
    arithmetic = f"{shown[0]} ÷ {shown[1]} = {right}"
    advice = ""
    if not fits:
        advice = _would_be(part, whole, percent)
    rows = (
        SumRow("", part.said, part.position),
        SumRow("of", f"÷ {whole.said}", whole.position),
        SumRow("is", right, is_result=True),
        SumRow("the text says", percent.said, percent.position),
    )
    message = f"{part.said} of {whole.said} is {right}"
    message = message[0].upper() + message[1:]
    yield subject.finding(
        RULE,
        FindingKind.SUMS,
        outcome,
        f"{message}, as the text says."
        if fits
        else f"{message}; the text says {inside(percent.said)}.",
        (percent.position, part.position, whole.position),
        arithmetic if fits else f"{arithmetic}, not {inside(percent.words)}",
        rows,
        advice,
    )


def _would_be(part: Amount, whole: Amount, percent: Amount) -> str:
    """What the percent would make, in the terms of the text."""
    if part.value == 1 and percent.value > 0:
        return f"{percent.words} would be one in {figure(100 / percent.value)}."
    amount = printed_like(whole.value * percent.value / 100, part)
    told = f"{percent.words} of {whole.words} would be {amount}."
    return f"{told[0].upper()}{told[1:]} Ask which of the figures is right."


def _percents(part: Span, whole: Span) -> Span | None:
    quotient = divided(part, whole)
    return None if quotient is None else (quotient[0] * 100, quotient[1] * 100)


def _about_one_in(number: float) -> tuple[Span, Span]:
    """What “one in five” stands for: nearer to a fifth than to a fourth or a sixth."""
    low = 50 / number + 50 / (number + 1)
    high = 50 / number + 50 / (number - 1) if number > 1 else 100.0
    exact = 100 / number
    return (max(low, exact * 0.95), min(high, exact * 1.05)), (low - 0.5, high + 0.5)


def _two_ways(subject: Subject, one: Amount, other: Amount) -> Iterator[Finding]:
    """“a quarter, or 20 percent”: one share in words and in figures."""
    if one.unit != PERCENT or other.unit != PERCENT or one.is_part == other.is_part:
        return
    part, percent = (one, other) if one.is_part else (other, one)
    if meet(part.tight, percent.tight):
        outcome = Outcome.CONSISTENT
    elif meet(part.wide, percent.wide):
        return
    else:
        outcome = Outcome.CONFLICT
    fits = outcome is Outcome.CONSISTENT
    right = f"{figure(part.value)} percent"
    rows = (
        SumRow("", part.said, part.position),
        SumRow("is", right, is_result=True),
        SumRow("the text says", percent.said, percent.position),
    )
    message = f"{part.said[0].upper()}{part.said[1:]} is {right}"
    yield subject.finding(
        RULE,
        FindingKind.SUMS,
        outcome,
        f"“{part.said}” and “{percent.said}” agree."
        if fits
        else f"{message}; the text says {inside(percent.said)}.",
        (one.position, other.position),
        f"{part.words} = {right}" + ("" if fits else f", not {inside(percent.words)}"),
        rows,
        "" if fits else "Ask which of the two is right.",
    )


def _fee(subject: Subject, phrase: Phrase, before: Sequence[Phrase]) -> Iterator[Finding]:
    """“$21.1 billion. … fees of 1 percent, just over $2 billion”: a slip of a place in the sum."""
    for match in _FEE.finditer(phrase.words):
        percent, part = phrase.amount(match["p"]), phrase.amount(match["a"])
        if (
            percent.unit != PERCENT
            or percent.is_part
            or not part.unit.isupper()
            or percent.value <= 0
        ):
            continue
        near = [*(a for p in before for a in p.amounts), *phrase.amounts]
        wholes = [a for a in near if a.unit == part.unit and a.position != part.position]
        if len(wholes) != 1 or wholes[0].value <= 0 or part.value <= 0:
            continue
        whole = wholes[0]
        value = whole.value * percent.value / 100
        share = _Share(part, whole, percent)
        if meet(multiplied(whole.wide, _hundredths(percent)), part.wide):
            yield from _of_sum(subject, share, value, Outcome.CONSISTENT)
        elif _is_slip(part, whole, percent):
            yield from _of_sum(subject, share, value, Outcome.CONFLICT)


def _hundredths(percent: Amount) -> Span:
    return percent.tight[0] / 100, percent.tight[1] / 100


def _is_slip(part: Amount, whole: Amount, percent: Amount) -> bool:
    """Whether a sum is ten, a hundred or a thousand times what it should be, or a part of it."""
    places = math.log10(part.value / (whole.value * percent.value / 100))
    return abs(places) > 0.5 and abs(places - round(places)) < 0.05


def _of_sum(subject: Subject, share: _Share, value: float, outcome: Outcome) -> Iterator[Finding]:
    part, whole, percent = share.part, share.whole, share.percent
    right = printed_like(value, whole, 1)
    fits = outcome is Outcome.CONSISTENT
    message = f"{percent.words} of {whole.words} is {right}"
    message = message[0].upper() + message[1:]
    rows = (
        SumRow("", whole.said, whole.position),
        SumRow("", f"× {percent.said}", percent.position),
        SumRow("is", right, is_result=True),
        SumRow("the text says", part.said, part.position),
    )
    arithmetic = f"{whole.words} × {figure(percent.value, 2)} ÷ 100 = {right}"
    yield subject.finding(
        RULE,
        FindingKind.SUMS,
        outcome,
        f"{message}, as the text says."
        if fits
        else f"{message}; the text says {inside(part.said)}.",
        (part.position, percent.position, whole.position),
        arithmetic if fits else f"{arithmetic}, not {part.words}",
        rows,
        "" if fits else "Count the zeros: the two are a power of ten apart.",
    )


def _whole_number(subject: Subject, phrase: Phrase) -> Iterator[Finding]:
    """“33 percent of the 10 patients”, which is no whole number of them."""
    for match in _WHOLE_NUMBER.finditer(phrase.words):
        percent, whole = phrase.amount(match["p"]), phrase.amount(match["t"])
        if percent.unit != PERCENT or percent.is_part or not percent.is_plain:
            continue
        if (
            whole.unit
            or not whole.is_plain
            or not 2 <= whole.value <= _SMALL
            or percent.value > 100
        ):
            continue
        low, high = (math.floor(whole.value * end / 100) for end in percent.wide)
        if high > low or (percent.wide[0] * whole.value) % 100 == 0:
            continue
        value = whole.value * percent.value / 100
        message = f"{percent.said} of {whole.said} is {figure(value)}, no whole number of {match['what']}."
        rows = (
            SumRow("", whole.said, whole.position),
            SumRow("", f"× {percent.said}", percent.position),
            SumRow("is", figure(value, 2), is_result=True),
        )
        yield subject.finding(
            RULE,
            FindingKind.SUMS,
            Outcome.ASK,
            message[0].upper() + message[1:],
            (percent.position, whole.position),
            f"{figure(whole.value)} × {figure(percent.value)} ÷ 100 = {figure(value, 2)}",
            rows,
            f"{figure(low)} of {figure(whole.value)} is {figure(low / whole.value * 100)} percent,"
            f" {figure(low + 1)} is {figure((low + 1) / whole.value * 100)}.",
        )
