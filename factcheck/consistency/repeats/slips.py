"""Figures that look like a slip of one another: a digit doubled, two changed about, a nought or a thousand too many."""

import re

from factcheck.consistency.repeats.taken_up import is_new, is_rate, is_whole, thing_of
from factcheck.consistency.sameness.told import Sort, Told

_DIGITS = re.compile(r"\d[\d,.]*")
_OWN = re.compile(r"\b(?:its|their|his|her)\s+$")


def looks_alike(one: Told, other: Told) -> bool:
    """Whether one figure looks like a slip of the other: a digit doubled, two changed about, or a thousandfold."""
    slip = _slip(one, other)
    if not slip or is_new(other) or is_rate(one) != is_rate(other):
        return False
    if one.sort is Sort.MEASURE:
        things = thing_of(one), thing_of(other)
    else:
        things = one.head, other.head
    if (all(things) and things[0] != things[1]) or (
        one.sort is Sort.COUNT and not is_whole(one, other)
    ):
        return False
    shared = len((one.passage.stems & other.passage.stems) - {one.unit, "million", "billion"})
    if other.known or (one.sort is Sort.COUNT and _OWN.search(other.before)):
        shared += 2
    if one.passage.is_headline:
        shared += 1
    return shared >= slip


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
