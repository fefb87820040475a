"""Extents: by how much something is said to have changed, in percent, points, a difference, or times."""

import re
from dataclasses import dataclass

from factcheck.consistency.figures.amounts import PERCENT, POINTS, Amount, Leaning, Span
from factcheck.consistency.figures.numerals import number_of
from factcheck.consistency.figures.phrases import Phrase
from factcheck.model.text import TextPosition

FACTOR = re.compile(
    r"\b(?:(?P<lean>more than|over|at least|nearly|almost|about|roughly|around|just over|just under|less than)\s+)?"
    r"(?P<word>doubl(?:e|es|ed|ing)|tripl(?:e|es|ed|ing)|trebl(?:e|es|ed|ing)|quadrupl(?:e|es|ed|ing)|quintupl(?:e|es|ed|ing)"
    r"|halv(?:e|es|ed|ing)|(?:a\s+)?(?P<n>[a-z]+|\d{1,4})-?fold)\b",
    re.I,
)
_TIMES = {
    "twice": 2.0,
    "doubl": 2.0,
    "three": 3.0,
    "four ": 4.0,
    "five ": 5.0,
    "ten t": 10.0,
    "half": 0.5,
    "tripl": 3.0,
    "trebl": 3.0,
    "quadr": 4.0,
    "quint": 5.0,
    "halve": 0.5,
    "halvi": 0.5,
}
_LEANS = {
    "more than": Leaning.OVER,
    "over": Leaning.OVER,
    "at least": Leaning.OVER,
    "just over": Leaning.JUST_OVER,
    "less than": Leaning.UNDER,
    "just under": Leaning.NEARLY,
    "nearly": Leaning.NEARLY,
    "almost": Leaning.NEARLY,
}
_NOT_A_SIZE = frozenset({"°C", "°F", "degree"})


@dataclass(frozen=True, slots=True)
class Size:
    """By how much something changed: a percent, points, a difference, or a factor that the result is of the base."""

    kind: str
    span: Span
    tight: Span
    said: str
    position: TextPosition
    amount: Amount | None = None

    @property
    def value(self) -> float:
        """The figure itself; for a factor the lower end."""
        return self.amount.value if self.amount is not None else self.span[0]


def size_of(amount: Amount) -> Size | None:
    """A figure as the size of a change; None where it is none."""
    if amount.unit in _NOT_A_SIZE:
        return None
    kind = {PERCENT: "percent", POINTS: "points"}.get(amount.unit, "difference")
    return Size(kind, amount.wide, amount.tight, amount.said, amount.position, amount)


def factor_of(phrase: Phrase, match: re.Match[str]) -> Size | None:
    """Doubled, halved, tenfold, as what the result is of the base."""
    word = match["word"].lower()
    if match["n"]:
        times = number_of(match["n"])
        if times is None or not 1 < times <= 10_000:
            return None
        low, high = times, times + 1  # “increased tenfold” is read both ways
    else:
        times = _TIMES[word[:5]]
        low = high = times
    lean = _LEANS.get(
        (match["lean"] or "").lower(), Leaning.ABOUT if match["lean"] else Leaning.PLAIN
    )
    tight, wide = (_leant(low, high, lean, slack, times < 1) for slack in (0.1, 0.04))
    return Size("factor", wide, tight, _bare(match[0]), phrase.place(*match.span()))


def _bare(words: str) -> str:
    """“a tenfold” without its article."""
    return words.strip().removeprefix("a ")


def times_of(phrase: Phrase, match: re.Match[str]) -> Size | None:
    """“twice the $30,000” and “less than half of the 1,200” as what the result is of the base."""
    if match["s"]:
        part = phrase.amount(match["s"])
        if not part.is_part:
            return None
        spans = [(low / 100, high / 100) for low, high in (part.wide, part.tight)]
        return Size("factor", spans[0], spans[1], part.said, part.position)
    told = re.match(
        r"(?:(more than|nearly|almost|about|over|roughly|around|less than)\s+)?(.+)",
        match["times"],
        re.I,
    )
    times = _TIMES.get(told[2].lower()[:5]) if told is not None else None
    if told is None or times is None:
        return None
    word = (told[1] or "").lower()
    lean = _LEANS.get(word, Leaning.ABOUT if word else Leaning.PLAIN)
    tight, wide = (_leant(times, times, lean, slack, False) for slack in (0.1, 0.04))
    return Size("factor", wide, tight, match["times"], phrase.place(*match.span("times")))


def _leant(low: float, high: float, lean: Leaning, slack: float, is_down: bool) -> Span:
    """How far a factor reaches: “more than halved” leaves less, “more than doubled” more."""
    over, under = (Leaning.UNDER, Leaning.OVER) if is_down else (Leaning.OVER, Leaning.UNDER)
    if lean is over:
        return low * (1 - slack / 3), float("inf")
    if lean is under:
        return 0.0, high * (1 + slack / 3)
    if lean is Leaning.NEARLY:
        return (low, high * (1 + 3 * slack)) if is_down else (low * (1 - 2.5 * slack), high)
    room = slack * (2 if lean is not Leaning.PLAIN else 1)
    return low * (1 - room), high * (1 + room)
