"""A figure as the article tells it: how exactly, of what, and whether as something the reader knows already."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from math import inf

from factcheck.consistency.figures.amounts import Amount, Leaning, amount
from factcheck.consistency.figures.phrases import MEASURES
from factcheck.consistency.sameness.passages import Passage, passages_of
from factcheck.consistency.sameness.wording import is_empty, stem
from factcheck.consistency.subject import Subject
from factcheck.model.text import TextPosition

_HEDGES = {
    Leaning.ABOUT: r"about|around|some|roughly|approximately|estimated|circa|just|perhaps|~|close to|nearly|almost",
    Leaning.OVER: r"(?<!no )more than|over|at least|above|upwards of|no fewer than|no less than",
    Leaning.UNDER: r"(?<!no )less than|(?<!no )fewer than|under|below|at most|up to|as many as|as much as|no more than",
}
_HEDGED = [
    (leaning, re.compile(rf"(?:\b(?:{words})|~)\s*(?:the|a|an)?\s*$"))
    for leaning, words in _HEDGES.items()
]
_KNOWN = re.compile(
    r"\b(?:the|this|that|these|those|all(?: of)?(?: the)?)\s+(?:entire |whole |full )?$"
)
_SIDE = frozenset(
    {"percent", "percentage-point", "ordinal", "year", "month", "week", "day", "hour"}
)
_CURRENCY = re.compile(r"[A-Z]{3}$")
_SPAN = re.compile(r"P(\d+(?:\.\d+)?)([YMWD])$")
_SPAN_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_COMPOUND = re.compile(r"(?<![\w.,-])(\d{1,3}(?:,\d{3})+|\d+)-([a-z]{3,})(?= [a-z])")
_NOT_COMPOUND = frozenset(
    ["year", "month", "week", "day", "hour", "minute", "second", "foot", "point", "plus"]
)
_PART = re.compile(
    r"\s*(?:,\s*)?(?:out )?of (?:them|the|those|these|whom|which|his|her|their|its|all|about|\d)\b"
)
_BESIDE = re.compile(
    r"\b(?:others?|another|additional|further|extra|first|last|next|more|only)\s+$|\b(?:of|among) (?:the|its|their|those|these) $"
)
_WORD_AFTER = re.compile(r"[\s-]+([a-z][a-z’'-]*)")
_LETTERS = re.compile(r"[a-z]+")
_OF = re.compile(r"\b([a-z]{3,}) (?:of|worth) (?:[a-z]+ ){0,2}$")
_GIVEN = re.compile(r"\s+(?:in|of|for)\s+((?:[a-z][a-z’'-]*\s+){0,2}[a-z][a-z’'-]*)")


class Sort(StrEnum):
    """What a figure tells: an amount of money, a measure, a count, or a span of time."""

    MONEY = "money"
    MEASURE = "measure"
    COUNT = "count"
    SPAN = "span"
    SHARE = "share"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class Told:
    """A figure in its passage; ``unit`` is a symbol, a currency or the stem of what is counted.

    ``known`` is whether “the” or “all” stands before it; ``head`` is the stem of the noun it belongs to (“the £3.2m
    grant”) and ``modifiers`` those of the words between; ``before`` and ``after`` are the text before it and behind
    that noun, in small letters; ``place`` is the figure with its noun.
    """

    amount: Amount
    passage: Passage
    unit: str
    sort: Sort
    known: bool
    head: str
    modifiers: frozenset[str]
    before: str
    after: str
    place: TextPosition

    @property
    def position(self) -> TextPosition:
        return self.amount.position

    @property
    def value(self) -> float:
        return self.amount.value

    @property
    def words(self) -> str:
        return self.position.of(self.passage.text)

    @property
    def shown(self) -> str:
        """The figure with what it counts, as the text has it."""
        return " ".join(self.place.of(self.passage.text).split())

    @property
    def is_part(self) -> bool:
        """Whether it is told as a part of something, or beside others: “six of them”, “other 15 shells”."""
        return bool(_PART.match(self.after) or _BESIDE.search(self.before))

    def agrees_with(self, other: "Told") -> bool:
        """Whether one number may stand behind both."""
        if self.value == other.value:
            return True
        (low, high), (least, most) = self.amount.wide, other.amount.wide
        return low < most and least < high  # 2 million is not 3 million, though both may be 2.5


_IN_UNITS = frozenset({Sort.MONEY, Sort.MEASURE, Sort.SHARE})


@lru_cache(maxsize=1)  # two families of rules read the same figures, one after the other
def told_in(subject: Subject) -> list[Told]:
    """The figures of the article that could be told twice, in text order; the list is shared, so leave it as it is.

    Ordinals and ages are none.
    """
    passages = passages_of(subject)
    starts = [passage.position.start for passage in passages]
    found: list[Told] = []
    for position, value, unit, sort in _figures(subject, passages):
        index = bisect_right(starts, position.start) - 1
        if index < 0 or position.end > passages[index].position.end:
            continue
        found.append(_told(position, passages[index], value, unit, sort))
    return sorted(found, key=lambda t: t.position)


def _figures(
    subject: Subject, passages: list[Passage]
) -> Iterator[tuple[TextPosition, float, str, Sort]]:
    for quantity in subject.quantities:
        if not 0 <= quantity.value < inf:
            continue
        if quantity.unit == "percent":
            yield quantity.position, quantity.value, "percent", Sort.SHARE
        elif not quantity.unit:
            yield quantity.position, quantity.value, "", Sort.BARE
        elif quantity.unit not in _SIDE:
            yield quantity.position, quantity.value, *_unit(quantity.unit)
    for time in subject.times:
        if (span := _SPAN.match(time.value)) and float(span[1]) > 1:
            yield time.position, float(span[1]), _SPAN_UNITS[span[2]], Sort.SPAN
    known = {quantity.position.start for quantity in subject.quantities}
    for passage in passages:
        for match in _COMPOUND.finditer(passage.string):
            place = passage.at(match.start(1), match.end(1))
            if place.start not in known and match[2] not in _NOT_COMPOUND and len(match[1]) < 12:
                yield place, float(match[1].replace(",", "")), stem(match[2]), Sort.COUNT


def _unit(unit: str) -> tuple[str, Sort]:
    if _CURRENCY.match(unit) or unit in ("crowns", "crown"):
        return unit, Sort.MONEY
    if unit in MEASURES:
        return unit, Sort.MEASURE
    return stem(unit), Sort.COUNT


def _told(position: TextPosition, passage: Passage, value: float, unit: str, sort: Sort) -> Told:
    text, lower = passage.text, passage.lower
    start, end = position.start - passage.position.start, position.end - passage.position.start
    before = lower[max(0, start - 40) : start]
    words = position.of(text)
    led = before + " ".join(words.lower().split()[:-2]) if sort is Sort.SPAN else before
    leaning = next((lean for lean, hedge in _HEDGED if hedge.search(led)), Leaning.PLAIN)
    read = amount(position, words, value, unit if sort in _IN_UNITS else "", leaning, words)
    head, first, noun, last = _head(lower, start, end, unit, sort)
    between = frozenset(stem(word) for word in _LETTERS.findall(lower[end:first]))
    known = bool(_KNOWN.search(before))
    after = lower[last : last + 60]
    place = position if sort is Sort.SPAN else passage.at(start, max(end, noun))
    return Told(read, passage, unit, sort, known, head, between, before, after, place)


def _head(lower: str, start: int, end: int, unit: str, sort: Sort) -> tuple[str, int, int, int]:
    """The stem of the noun a figure belongs to, where that begins and ends, and where the words behind it do."""
    if sort is Sort.COUNT:
        for match in _LETTERS.finditer(lower, end, end + 60):
            if stem(match[0]) == unit:
                return unit, match.start(), match.end(), match.end()
        return unit, end, end, end
    if sort is Sort.MONEY and (given := _GIVEN.match(lower, end)):
        return stem(given[1].split()[-1]), end, end, given.end()
    if sort is Sort.MONEY and (told := _OF.search(lower, max(0, start - 40), start)):
        return stem(told[1]), end, end, end
    if (word := _WORD_AFTER.match(lower, end)) is not None and not is_empty(word[1]):
        return stem(word[1]), end, word.end() if lower[end] == "-" else end, word.end()
    return "", end, end, end
