"""One figure told two ways in the running text: “1,080 metres long” and “the 1,800-metre bridge”."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from factcheck.consistency.figures.amounts import figure
from factcheck.consistency.repeats.slips import looks_alike
from factcheck.consistency.repeats.taken_up import is_taken_up
from factcheck.consistency.sameness.told import Sort, Told
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow

_CHANGE = re.compile(
    r"\b(?:rose|risen|fell|fallen|falls?|gr[eo]w\w*|increas\w+|decreas\w+|rais(?:ed?|ing)|reduc\w+|cuts?|doubled|trebled|"
    r"tripled|halved|earlier|later|initial\w*|original\w*|previous\w*|formerly|revis\w+|updat\w+|so far|by then|at first|"
    r"another|additional\w*|others?|further|extra|remaining|compared|instead|rather|up from|down (?:from|to)|disput\w+|"
    r"disagree\w*|wrong\w*|correct\w+|shrank|dropped|expand\w*|extend\w*|rest|target|different|separate\w*)\b"
)
_TIME = re.compile(
    r"\b(?:last (?:year|month|week)|now|current\w*|next|ago|this (?:year|month|week))\b"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NOT_COUNTED = frozenset(
    [
        "time",
        "way",
        "point",
        "thing",
        "one",
        "side",
        "vote",
        "goal",
        "run",
        "game",
        "match",
        "set",
        "kind",
        "mile",
    ]
)
_PEOPLE_TOLD = frozenset(["dead", "injur", "wound", "miss"])
_NEAR = 10  # passages
_MOST = 40  # figures of one unit that are held against each other


def figures_told_twice(subject: Subject, told: list[Told]) -> Iterator[Finding]:
    """Conflicts between figures of one thing, and the figures that “the” takes up as they were."""
    by_unit: defaultdict[str, list[Told]] = defaultdict(list)
    for one in told:
        if one.sort is not Sort.SHARE and one.unit not in _NOT_COUNTED:
            by_unit[one.unit].append(one)
    bare = by_unit.pop("", [])
    for unit, group in by_unit.items():
        counted = bare if unit == "seat" else []
        if unit in _PEOPLE_TOLD:
            counted = [
                one for one in told if one.sort in (Sort.COUNT, Sort.BARE) and one.unit != unit
            ]
        if len(group) + len(counted) <= _MOST:
            yield from _within(subject, group, counted, told)


def _within(
    subject: Subject, group: list[Told], counted: list[Told], told: list[Told]
) -> Iterator[Finding]:
    """Findings among the figures of one unit; ``counted`` are others that one of them may take up."""
    done: set[int] = set()
    for later in group:
        before = [one for one in (*group, *counted) if _is_before(one, later)]
        same = [one for one in before if is_taken_up(one, later)]
        if not same:
            continue
        if agreeing := [one for one in same if one.agrees_with(later)]:
            if _is_worth_telling(agreeing[0], later) and agreeing[0].position.start not in done:
                done.add(agreeing[0].position.start)
                yield _consistent(subject, agreeing[0], later)
        elif len({one.value for one in same}) == 1 and _stands_alone(
            later, [*group, *counted], told, same[0]
        ):
            yield _conflict(subject, same[0], later)
            done.add(later.position.start)
    for one, other in combinations(group, 2):
        if other.position.start in done or not _near(one, other) or one.passage is other.passage:
            continue
        if looks_alike(one, other) and _stands_alone(other, group, told, one):
            done.add(other.position.start)
            yield _conflict(subject, one, other)


def _is_before(one: Told, later: Told) -> bool:
    return one.passage.number < later.passage.number and _near(one, later)


def _is_worth_telling(one: Told, later: Told) -> bool:
    """Whether two figures that agree are written so differently that a reader has to look twice."""
    plain = one.amount.is_plain and later.amount.is_plain
    return plain and one.words.casefold() != later.words.casefold()


def _near(one: Told, other: Told) -> bool:
    return other.passage.number - one.passage.number <= _NEAR


def _stands_alone(later: Told, group: list[Told], told: list[Told], first: Told) -> bool:
    """Whether nothing else in the text accounts for a figure that differs from the first."""
    if any(other is not later and other.agrees_with(later) for other in group):
        return False
    if first.agrees_with(later) or not (first.amount.is_plain and later.amount.is_plain):
        return False
    if first.is_part or later.is_part:
        return False
    for passage in (first.passage, later.passage):
        if _CHANGE.search(passage.lower):
            return False
    if set(_TIME.findall(first.passage.lower)) != set(_TIME.findall(later.passage.lower)):
        return False
    years = [set(_YEAR.findall(one.passage.string)) for one in (first, later)]
    if all(years) and not years[0] & years[1]:
        return False
    number = later.passage.number
    start = bisect_left(told, number - _NEAR, key=lambda one: one.passage.number)
    end = bisect_right(told, number + _NEAR, key=lambda one: one.passage.number)
    near = [
        one.value for one in told[start:end] if one.position not in (first.position, later.position)
    ]
    gap = abs(first.value - later.value)
    return not any(abs(value - gap) < 1e-6 * max(1.0, gap) for value in near)


def _conflict(subject: Subject, one: Told, later: Told) -> Finding:
    big, small = max(one.value, later.value), min(one.value, later.value)
    thousandfold = small > 0 and abs(big / small - 1000) < 1e-6
    rows = [
        SumRow("first", one.shown, one.place),
        SumRow("later", later.shown, later.place),
    ]
    if thousandfold:
        rows.append(SumRow("apart by", "1,000 times", is_result=True))
        arithmetic = f"{one.shown} and {later.shown} are a thousandfold apart"
    else:
        rows.append(SumRow("apart by", figure(big - small), is_result=True))
        arithmetic = f"{one.shown} ≠ {later.shown}"
    return subject.finding(
        "magnitude" if thousandfold else "repeat-number",
        FindingKind.REPEATS,
        Outcome.CONFLICT,
        f"The text says “{one.shown}” in one place and “{later.shown}” in another of what reads as the same thing.",
        (one.place, later.place),
        arithmetic,
        rows,
        "Look up which of the two holds.",
    )


def _consistent(subject: Subject, one: Told, later: Told) -> Finding:
    return subject.finding(
        "repeat-number",
        FindingKind.REPEATS,
        Outcome.CONSISTENT,
        f"“{later.shown}” takes up “{one.shown}”, and the figures agree.",
        (one.place, later.place),
        f"{one.shown} = {later.shown}"
        if one.value == later.value
        else f"{one.shown} ≈ {later.shown}",
        (SumRow("first", one.shown, one.place), SumRow("later", later.shown, later.place)),
    )
