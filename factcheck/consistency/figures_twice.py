"""One figure told two ways in the running text: “1,080 metres long” and “the 1,800-metre bridge”."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from factcheck.consistency.amounts import figure
from factcheck.consistency.subject import Subject
from factcheck.consistency.told import Sort, Told
from factcheck.consistency.wording import stem
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow

_CHANGE = re.compile(
    r"\b(?:rose|risen|fell|fallen|falls?|gr[eo]w\w*|increas\w+|decreas\w+|rais(?:ed?|ing)|reduc\w+|cuts?|doubled|trebled|"
    r"tripled|halved|earlier|later|initial\w*|original\w*|previous\w*|formerly|revis\w+|updat\w+|so far|by then|at first|"
    r"now|current\w*|another|additional\w*|others?|further|extra|remaining|last (?:year|month|week)|next|ago|compared|"
    r"instead|rather|up from|down (?:from|to)|disput\w+|disagree\w*|wrong\w*|correct\w+|shrank|dropped|expand\w*|"
    r"extend\w*|rest|target|different|separate\w*)\b"
)
_RESTRICTED = re.compile(
    r"\s*(?:who|whom|that|which|whose|where|when|of|in|from|at|on|with|without|aged|to|for|but|under|over|inside|outside|"
    r"[a-z]+ing|[a-z]+ed|involved|left|behind|between|or|other|per|a)\b"
)
_LONG = re.compile(r"\s*(?:long|tall|high|in length|in height)\b")
_THING = re.compile(
    r"([a-z][a-z’'-]*)(?:,? (?:is|was|measures|measured|stands|stood|stretches|runs|at)|,) (?:[a-z]+ ){0,2}$"
)
_DIGITS = re.compile(r"\d[\d,.]*")
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
_NEAR = 10  # passages
_MOST = 40  # figures of one unit that are held against each other


def figures_told_twice(subject: Subject, told: list[Told]) -> Iterator[Finding]:
    """Conflicts between figures of one thing, and the figures that “the” takes up as they were."""
    by_unit: defaultdict[str, list[Told]] = defaultdict(list)
    for one in told:
        if one.sort in (Sort.MONEY, Sort.MEASURE, Sort.COUNT) and one.unit not in _NOT_COUNTED:
            by_unit[one.unit].append(one)
    for group in by_unit.values():
        if 1 < len(group) <= _MOST:
            yield from _within(subject, group, told)


def _within(subject: Subject, group: list[Told], told: list[Told]) -> Iterator[Finding]:
    done: set[int] = set()
    for later in group:
        before = [one for one in group if _is_before(one, later)]
        same = [one for one in before if _is_taken_up(one, later)]
        if not same:
            continue
        if agreeing := [one for one in same if one.agrees_with(later)]:
            if _is_worth_telling(agreeing[0], later) and agreeing[0].position.start not in done:
                done.add(agreeing[0].position.start)
                yield _consistent(subject, agreeing[0], later)
        elif len({one.value for one in same}) == 1 and _stands_alone(later, group, told, same[0]):
            yield _conflict(subject, same[0], later)
            done.add(later.position.start)
    for one, other in combinations(group, 2):
        if other.position.start in done or not _near(one, other) or _same_words(one, other):
            continue
        if _looks_alike(one, other) and _stands_alone(other, group, told, one):
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


def _is_taken_up(one: Told, later: Told) -> bool:
    """Whether “the 14 officers” takes up “a dozen officers”, or “the 27-metre tower” one that “is 24 metres tall”."""
    if not (one.modifiers <= later.modifiers or later.modifiers <= one.modifiers):
        return False
    if later.sort is Sort.COUNT:
        taken_up = later.known or _is_compound(later)
        return taken_up and _whole(one, later) and _of_one(one, later)
    if later.sort is Sort.MONEY:
        return later.known and bool(later.head) and one.head == later.head
    thing = _thing(one)
    return bool(thing) and thing == _thing(later) and (later.known or _is_attribute(one))


def _whole(one: Told, later: Told) -> bool:
    """Whether the words behind a known count do not narrow it down, but to what was said before."""
    found = _RESTRICTED.match(later.after)
    return found is None or stem(found[0].strip()) in one.passage.stems


def _of_one(one: Told, later: Told) -> bool:
    """Whether a compound (the 27-storey tower) is of the thing that the first figure was told of."""
    if not _is_compound(later):
        return not _is_compound(one)
    word = later.after.split()[:1]
    return bool(word) and stem(word[0].strip(".,;:")) in one.passage.stems


def _is_compound(one: Told) -> bool:
    end = one.position.end
    return one.passage.text[end : end + 1] in ("-", "‑") or "-" in one.words


def _is_attribute(one: Told) -> bool:
    return bool(_LONG.match(one.passage.lower, one.position.end - one.passage.position.start))


def _thing(one: Told) -> str:
    """What a measure is of: the bridge that is 420 metres long, the 420-metre bridge."""
    if _is_attribute(one):
        found = _THING.search(one.before)
        return stem(found[1]) if found else ""
    return one.head if _is_compound(one) else ""


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


def _looks_alike(one: Told, other: Told) -> bool:
    """Whether one figure looks like a slip of the other: a digit doubled, two changed about, or a thousandfold."""
    slip = _slip(one, other)
    things = (_thing(one), _thing(other)) if one.sort is Sort.MEASURE else (one.head, other.head)
    if not slip or (all(things) and things[0] != things[1]):
        return False
    shared = len((one.passage.stems & other.passage.stems) - {one.unit, "million", "billion"})
    if other.known:
        shared += 2
    if one.passage.is_headline:
        shared += 1
    return shared >= slip


def _same_words(one: Told, other: Told) -> bool:
    return one.passage.number == other.passage.number


def _slip(one: Told, other: Told) -> int:
    """How much the figures must have in common to be told of one thing; 0 where neither is a slip of the other."""
    if min(one.value, other.value) <= 0:
        return 0
    first, second = _shown(one.words), _shown(other.words)
    if len(first.strip("0")) < 2 or len(second.strip("0")) < 2:
        return 0
    ratio = max(one.value, other.value) / min(one.value, other.value)
    if abs(ratio - 1000) < 1e-6:
        return 2 if one.sort is not Sort.MONEY else 1
    if abs(ratio - 10) < 1e-9 and one.sort is not Sort.MEASURE:
        return 3
    if len(first) == len(second) >= 3 and _is_turned(first, second):
        return 2
    long, short = max(first, second, key=len), min(first, second, key=len)
    if len(long) == len(short) + 1 and ratio > 2:
        doubled = (long[:i] + long[i + 1 :] for i in range(1, len(long)) if long[i] == long[i - 1])
        return 2 if short in doubled else 0
    return 0


def _shown(words: str) -> str:
    found = _DIGITS.search(words)
    return found[0].replace(",", "").replace(".", "") if found else ""


def _is_turned(first: str, second: str) -> bool:
    """Whether two digits that stand side by side changed places."""
    apart = [i for i in range(len(first)) if first[i] != second[i]]
    if len(apart) != 2 or apart[1] != apart[0] + 1:
        return False
    i, j = apart
    return first[i] == second[j] and first[j] == second[i]


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
