"""Equivalents: where an article gives one amount in two units, as “10 miles (16 km)” or “10 miles, or 16 km”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.consistency.figures.amounts import Amount, amount
from factcheck.consistency.figures.measures import name
from factcheck.consistency.figures.phrases import F, Phrase

_THAT_IS = r"(?:(?:or|i\.e\.|=|equals?|equivalent to|the equivalent of|that is|which is|worth|just|only|now)\s+){0,3}"
_STRETCH = "[^\ue000-\uefff()\\[\\].;:!?]"
_SHORT = "[^\ue000-\uefff()\\[\\].,;:!?–—]"
_LINK = r"\s*(?:to|and|or|by|x|×|-|–)\s*"
_RANGES = re.compile(
    rf"(?P<a>{F}){_LINK}(?P<b>{F})(?P<gap>{_STRETCH}{{0,20}}?)\s*[(\[]\s*{_THAT_IS}(?P<c>{F}){_LINK}(?P<d>{F})(?P<rest>[^)\]]{{0,30}})"
)
_BRACKET = re.compile(
    rf"(?P<a>{F})(?P<gap>{_STRETCH}{{0,30}}?)\s*[(\[]\s*{_THAT_IS}(?P<b>{F})(?P<rest>[^)\]]{{0,40}})",
    re.I,
)
_OR = re.compile(
    rf"(?P<a>{F})(?P<gap>{_STRETCH}{{0,20}}?)(?:,\s*(?:or|i\.e\.|that is)\s*,?\s+|\s*/\s*|\s+(?:is|was|are)\s+(?:equal|equivalent)\s+to\s+"
    rf"|\s+(?:equals?|equalled|equaled)\s+|\s*=\s*|\s+[–—]\s+(?:or\s+)?)(?P<b>{F})(?P<rest>{_SHORT}{{0,30}})",
    re.I,
)
_WORTH = re.compile(
    rf"(?P<a>{F})(?P<gap>{_STRETCH}{{0,30}}?)\s(?:is|was|are|were)\s+(?:now\s+|currently\s+)?worth\s+(?P<b>{F})(?P<rest>{_SHORT}{{0,30}})",
    re.I,
)
_ASPECT = re.compile(
    r"\b(?:tall|high|long|wide|deep|away|across|diameter|thick|round|around|apart|below|above|north|south|east|west"
    r"|up|down|per|each|square|later|after|total|than)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two amounts set beside each other as one; the other fields are the words around both."""

    one: Amount
    other: Amount
    between: str
    rest: str
    before: str
    after: str

    @property
    def of_one_thing(self) -> bool:
        """Whether nothing says that they measure two things: “a 30-foot fence (48 km long)”."""
        named = {word.lower() for word in _ASPECT.findall(self.rest)}
        return named <= {word.lower() for word in _ASPECT.findall(self.between)}


def pairs(phrase: Phrase) -> Iterator[Pair]:
    """The amounts that a phrase gives in two units, in text order; a pair of ranges gives two."""
    words = phrase.words
    taken: set[int] = set()
    for match in _RANGES.finditer(words):
        a, b, c, d = (phrase.amount(match[name]) for name in "abcd")
        taken.update((match.start("b"), match.start("c")))
        before = words[max(0, match.start() - 80) : match.start()]
        after = words[match.end() : match.end() + 30]
        for one, other, unit, second in ((a, c, b.unit, d.unit), (b, d, b.unit, d.unit)):
            yield Pair(
                _in(one, unit), _in(other, second), match["gap"], match["rest"], before, after
            )
    for pattern in (_BRACKET, _OR, _WORTH):
        for match in pattern.finditer(words):
            if match.start("a") not in taken and match.start("b") not in taken:
                one, other = phrase.amount(match["a"]), phrase.amount(match["b"])
                before = words[max(0, match.start() - 80) : match.start()]
                yield Pair(
                    one,
                    other,
                    match["gap"],
                    match["rest"],
                    before,
                    words[match.end() : match.end() + 30],
                )


def _in(end: Amount, unit: str) -> Amount:
    """The first end of a range, which has its unit from the second: 10 to 15 miles."""
    if end.unit:
        return end
    words = f"{end.words} {name(unit)}"
    return amount(end.position, words, end.value, unit, end.leaning, words)
