"""Conversions: one measure in two units, and money at a rate that the article states."""

from collections.abc import Iterator

from factcheck.consistency.conversions import exchange
from factcheck.consistency.conversions.equivalents import Pair, pairs
from factcheck.consistency.conversions.temperatures import temperatures
from factcheck.consistency.figures.amounts import Span, figure, meet
from factcheck.consistency.figures.measures import factors, name, times, written
from factcheck.consistency.figures.phrases import phrases
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow

RULE = "unit-conversion"
_CLOSE = 1.03  # how far apart both spans may end and it is still a question of rounding


def findings(subject: Subject) -> Iterator[Finding]:
    """What the article gives in two units, done again."""
    sentences = phrases(subject)
    for phrase in sentences:
        for pair in pairs(phrase):
            yield from _measures(subject, pair)
            yield from temperatures(subject, pair)
    yield from exchange.findings(subject, sentences)


def _measures(subject: Subject, pair: Pair) -> Iterator[Finding]:
    one, other = pair.one.outright, pair.other.outright
    known = factors(one.unit, other.unit)
    if not known or min(one.value, other.value) <= 0:
        return
    tight, wide = ([_scaled(span, factor) for factor in known] for span in (one.tight, one.wide))
    if any(meet(span, other.tight) for span in tight):
        outcome = Outcome.CONSISTENT
    elif any(meet(span, other.wide) for span in wide) or not pair.of_one_thing:
        return
    elif any(_near(span, other.wide) for span in wide):
        outcome = Outcome.ASK
    else:
        outcome = Outcome.CONFLICT
    yield _finding(subject, pair, outcome, known)


def _scaled(span: Span, factor: float) -> Span:
    return span[0] * factor, span[1] * factor


def _near(one: Span, other: Span) -> bool:
    return one[0] <= other[1] * _CLOSE and other[0] <= one[1] * _CLOSE


def _finding(subject: Subject, pair: Pair, outcome: Outcome, known: list[float]) -> Finding:
    one, other = pair.one, pair.other
    factor = min(known, key=lambda f: abs(one.value * f - other.value))
    arithmetic = f"{figure(one.value, 2)} {times(factor)} = {figure(one.value * factor, 2)}"
    if outcome is Outcome.CONSISTENT:
        right, advice = written(one.value * factor, other.unit), ""
        message = f"“{one.said}” and “{other.said}” are the same."
    else:
        sizes = dict.fromkeys(written(one.value * f, other.unit) for f in sorted(known))
        right, advice = " or ".join(sizes), "Look up which of the two figures the source has."
        message = f"“{one.words}” is {right}; the text says “{other.said}”."
        arithmetic += f", not {figure(other.value, 2)}"
        if any(meet(_scaled(one.outright.wide, 1 / f), other.outright.wide) for f in known):
            advice = f"The two would fit with their units the other way round. {advice}"
    rows = (
        SumRow("", one.words, one.position),
        SumRow(f"in {name(other.unit)}", times(factor)),
        SumRow("makes", right, is_result=True),
        SumRow("", other.said, other.position),
    )
    places = (one.position, other.position)
    return subject.finding(
        RULE, FindingKind.CONVERSIONS, outcome, message, places, arithmetic, rows, advice
    )
