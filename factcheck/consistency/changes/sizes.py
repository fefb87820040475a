"""Sizes: by how much something is said to have changed, held against the figure before and the figure after."""

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.consistency.changes.extents import Size
from factcheck.consistency.changes.movements import WHOLE, Movement, matched
from factcheck.consistency.figures.amounts import (
    PERCENT,
    Amount,
    Span,
    divided,
    figure,
    inside,
    meet,
    printed_like,
    taken,
)
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow

LEVEL = re.compile(
    r"(?:above|below|under|less|fewer|up to|within)\b", re.I
)  # “rose above 40” is no rise of 40
_ROUND = 0.025  # of a figure that ends in zeros: as far as it may have been rounded


def held(subject: Subject, movement: Movement, size: Size) -> Iterator[Finding]:
    """The size of a change held against the two figures it is told of."""
    base, result = _rounded(movement.base, movement.result)
    if size.position in (base.position, result.position):
        return
    if size.kind != "factor" and LEVEL.match(size.said):
        return
    if size.kind == "percent":
        yield from _percent(subject, movement, base, result, size)
    elif size.kind == "points" and (base.unit in (PERCENT, "")):
        yield from _difference(subject, movement, base, result, size, "percent-points")
    elif size.kind == "factor":
        yield from _factor(subject, movement, base, result, size)
    elif size.kind == "difference" and size.amount is not None:
        alike, told = matched(base, size.amount), size.amount.unit
        if alike is not None and (told == base.unit or (told, base.unit) in WHOLE):
            in_unit = replace(size, span=alike[1].wide, tight=alike[1].tight, amount=alike[1])
            yield from _difference(subject, movement, base, result, in_unit, "change-difference")


def _rounded(base: Amount, result: Amount) -> tuple[Amount, Amount]:
    """Both figures, rounded no more than the finer of the two is."""
    if not (base.is_plain and result.is_plain) or base.is_part or result.is_part:
        return base, result
    finer = [min(map(half, (base, result))) for half in (_half_tight, _half_wide)]
    return _with_halves(base, *finer), _with_halves(result, *finer)


def _half_tight(amount: Amount) -> float:
    return (amount.tight[1] - amount.tight[0]) / 2


def _half_wide(amount: Amount) -> float:
    return _half_tight(amount) if amount.unit == PERCENT else (amount.wide[1] - amount.wide[0]) / 2


def _with_halves(amount: Amount, tight: float, wide: float) -> Amount:
    if amount.unit != PERCENT and wide > 0.5:
        room = (2 if amount.is_scaled else 1) * _ROUND * amount.value
        tight, wide = min(tight, room / 2), min(wide, room)
    value = amount.value
    return replace(amount, tight=(value - tight, value + tight), wide=(value - wide, value + wide))


def _way(movement: Movement) -> int:
    return movement.turn or (1 if movement.result.value >= movement.base.value else -1)


def _percent(
    subject: Subject, movement: Movement, base: Amount, result: Amount, size: Size
) -> Iterator[Finding]:
    way = _way(movement)
    tight, wide = divided(result.tight, base.tight), divided(result.wide, base.wide)
    if tight is None or wide is None:
        return
    percent = (result.value / base.value - 1) * 100
    fits, might = (_change(span, way) for span in (tight, wide))
    outcome = _outcome(fits, might, size, movement, abs(percent))
    points = abs(result.value - base.value)
    in_points = base.unit == PERCENT and abs(points - size.value) < 0.06
    if in_points and not _near(abs(percent), size):
        outcome = None if movement.is_of_other_times else Outcome.CONFLICT
    if outcome is None:
        return
    rule, word = "percent-change", "rise" if percent >= 0 else "fall"
    right = f"{figure(abs(percent))} percent"
    advice = ""
    if outcome is not Outcome.CONSISTENT:
        advice = _advice(base, result, size)
        if in_points:
            rule = "percent-points"
            advice = "The figures fit with percentage points in place of percent."
    yield _finding(
        subject,
        movement,
        size,
        rule,
        outcome,
        f"from {base.said} to {result.said} is a {word} of {right}",
        f"({_plain(result)} − {_plain(base)}) ÷ {_plain(base)} = {figure(percent)} percent",
        right,
        advice,
    )


def _change(ratio: Span, way: int) -> Span:
    """The percent that something rose or fell by, from what the result is of the base."""
    if way > 0:
        return (ratio[0] - 1) * 100, (ratio[1] - 1) * 100
    return (1 - ratio[1]) * 100, (1 - ratio[0]) * 100


def _advice(base: Amount, result: Amount, size: Size) -> str:
    """What would fit instead: the change as a part of the later figure, the commonest slip."""
    turned = abs(result.value - base.value) / result.value * 100
    if size.span[0] <= turned <= size.span[1]:
        return (
            f"It would fit as a part of {result.words}; a change is a part of the figure before it."
        )
    return "Ask which of the figures is meant."


def _outcome(
    fits: Span, might: Span, size: Size, movement: Movement, value: float
) -> Outcome | None:
    """Right, wrong, or None where nothing is to be said; ``value`` is what the printed figures make."""
    if meet(fits, size.tight) and _near(value, size):
        return Outcome.CONSISTENT
    if meet(might, size.span) or movement.is_of_other_times:
        return None
    return Outcome.CONFLICT


def _near(value: float, size: Size) -> bool:
    """Whether a value is so close to a size that nobody would call it another."""
    low, high = size.span
    return low * 0.95 <= value <= high * 1.05


def _difference(
    subject: Subject, movement: Movement, base: Amount, result: Amount, size: Size, rule: str
) -> Iterator[Finding]:
    way = _way(movement)
    first, second = (result, base) if way > 0 else (base, result)
    fits, might = taken(first.tight, second.tight), taken(first.wide, second.wide)
    difference = first.value - second.value
    outcome = _outcome(fits, might, size, movement, difference)
    if outcome is None:
        return
    unit = "points" if rule == "percent-points" else ""
    right = f"{figure(difference)} points" if unit else printed_like(difference, base, 2)
    advice = ""
    if outcome is Outcome.CONFLICT:
        advice = "Ask which of the figures is meant."
        percent = abs(result.value / base.value - 1) * 100
        if unit and size.span[0] <= percent <= size.span[1]:
            advice = "The figures fit with percent in place of points."
    yield _finding(
        subject,
        movement,
        size,
        rule,
        outcome,
        f"from {base.said} to {result.said} is a difference of {right}",
        f"{_plain(first)} − {_plain(second)} = {figure(difference, 2)}",
        right,
        advice,
    )


def _factor(
    subject: Subject, movement: Movement, base: Amount, result: Amount, size: Size
) -> Iterator[Finding]:
    times = divided(result.wide, base.wide), divided(result.tight, base.tight)
    falls = movement.turn < 0 or result.value < base.value
    if falls and size.tight[0] > 1:
        times = divided(base.wide, result.wide), divided(base.tight, result.tight)
    might, fits = times
    if might is None or fits is None:
        return
    value = result.value / base.value
    told = 1 / value if falls and size.tight[0] > 1 else value
    outcome = _outcome(fits, might, size, movement, told)
    if outcome is None:
        return
    right = f"× {figure(value, 2)}"
    percent, word = figure(abs(value - 1) * 100), "rise" if value >= 1 else "fall"
    what = f"from {base.said} to {result.said} is a {word} of {percent} percent"
    if movement.verb is None and not movement.turn:
        what = f"{result.said} is {figure(value, 2)} times {base.said}"
    yield _finding(
        subject,
        movement,
        size,
        "percent-change",
        outcome,
        what,
        f"{_plain(result)} ÷ {_plain(base)} = {figure(value, 2)}",
        right,
        "" if outcome is Outcome.CONSISTENT else "Ask which of the figures is meant.",
    )


def _plain(amount: Amount) -> str:
    """A figure in a sum: its digits, with the scale where it has one."""
    if amount.unit == PERCENT:
        return figure(amount.value, 2)
    return printed_like(amount.value, amount, 2)


def _finding(
    subject: Subject,
    movement: Movement,
    size: Size,
    rule: str,
    outcome: Outcome,
    told: str,
    arithmetic: str,
    right: str,
    advice: str,
) -> Finding:
    base, result = movement.base, movement.result
    fits = outcome is Outcome.CONSISTENT
    message = (
        f"{told[0].upper()}{told[1:]}, as “{size.said}” says."
        if fits
        else f"The text says “{size.said}”; {told}."
    )
    rows = (
        SumRow("before", base.said, base.position),
        SumRow("after", result.said, result.position),
        SumRow("makes", right, is_result=True),
        SumRow("the text says", size.said, size.position),
    )
    return subject.finding(
        rule,
        FindingKind.CHANGES,
        outcome,
        message,
        (size.position, *movement.places),
        arithmetic if fits else f"{arithmetic}, not {inside(size.said)}",
        rows,
        advice,
    )
