"""Amounts: a figure of the article with what its words leave open, as the spans in which its true value may lie."""

import math
import re
from dataclasses import dataclass, replace
from enum import StrEnum

from factcheck.model.text import TextPosition

Span = tuple[float, float]

PERCENT = "percent"
POINTS = "percentage-point"
_SCALES = (1.0, 12.0, 1e2, 1e3, 1e5, 1e6, 1e7, 1e9, 1e12)
_WRITTEN = re.compile(r"\d[\d,]*(?:\.(\d+))?")
_HALVES = re.compile(r"[½¼¾⅓⅔/]|\band a (?:half|quarter)\b", re.I)
_SIGN = re.compile(r"^[^\w\s]*(?:[A-Z]{1,3}\s?)?[$€£¥₹₽₩₺₪₫₴₦฿₿]|^[A-Z]{3}\s?(?=\d)")
_SCALE_WORD = re.compile(
    r"\b(?:million|billion|trillion|bn|tn|mn|m|b|k)\b|\d(?:bn|m|b|tn|k)\b", re.I
)


class Leaning(StrEnum):
    """Which way the words around a figure let it lie."""

    PLAIN = "plain"
    ABOUT = "about"
    NEARLY = "nearly"
    JUST_OVER = "just over"
    OVER = "over"
    UNDER = "under"


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure at ``position`` in ``unit``: "" for a count, a currency, a measure, percent.

    ``tight`` is what the printed digits allow by their rounding, ``wide`` what a generous reader does. ``said`` has
    the “about” or “more than” that stands around ``words``. A fraction is a percent that ``is_part``.
    """

    position: TextPosition
    words: str
    said: str
    value: float
    unit: str
    tight: Span
    wide: Span
    leaning: Leaning = Leaning.PLAIN
    is_part: bool = False

    @property
    def is_scaled(self) -> bool:
        """Whether a word such as million stands with the digits."""
        return _SCALE_WORD.search(self.words) is not None

    @property
    def is_plain(self) -> bool:
        """Whether it is said outright, with no “about” or “more than”."""
        return self.leaning is Leaning.PLAIN

    @property
    def outright(self) -> "Amount":
        """The same without “more than” or “less than”, for sums in which both sides are meant alike."""
        if self.leaning not in (Leaning.OVER, Leaning.UNDER):
            return self
        tight, wide = _halves(self.words, self.value, self.unit, self.is_part)
        spans = _around(self.value, tight), _around(self.value, wide)
        return replace(self, leaning=Leaning.PLAIN, tight=spans[0], wide=spans[1])


def amount(
    position: TextPosition, words: str, value: float, unit: str, leaning: Leaning, said: str
) -> Amount:
    """The amount that ``words`` print; ``said`` are the same words with those that make them lean."""
    is_part = unit == "part"
    if is_part:
        value, unit = value * 100, PERCENT
    tight, wide = _halves(words, value, unit, is_part)
    spans = _leaning(value, tight, leaning, 0.05), _leaning(value, wide, leaning, 0.1)
    return Amount(position, words, said, value, unit, *spans, leaning, is_part)


def _around(value: float, half: float) -> Span:
    return value - half, value + half


def _halves(words: str, value: float, unit: str, is_part: bool) -> tuple[float, float]:
    """How far the true value may lie from the printed one: by its digits, and by a generous reading."""
    size = abs(value)
    if is_part:
        return 0.05 * size, 0.1 * size
    grain, zeros = _grain(words, size)
    if unit in (PERCENT, POINTS):
        round_ten, round_five = size % 10 == 0, size % 5 == 0
        generous = (2.5 if round_ten else 1.5 if round_five else 0.0) if unit == PERCENT else 0.0
        return min(grain, 1.0) / 2, max(min(grain, 1.0) / 2, min(generous, 0.25 * size))
    if zeros:
        return min(grain / 2, 0.01 * size), min(grain / 2, 0.05 * size)
    if grain == 1 and unit == "":
        return 0.0, 0.0
    return min(grain / 2, 0.1 * size), grain / 2


def _grain(words: str, size: float) -> tuple[float, bool]:
    """The place of the last printed digit, and whether zeros stand behind it that may be rounding."""
    written = _WRITTEN.search(words)
    number = float(written[0].replace(",", "") or 0) if written else size
    scale = size / number if number else 1.0
    if _HALVES.search(words) or not any(math.isclose(scale, known) for known in _SCALES):
        return 0.04 * size, False
    if written and written[1]:
        return float(10.0 ** -min(len(written[1]), 12)) * scale, False
    if scale > 1:
        return scale, False
    if size < 100 or size >= 1e15 or size != int(size):
        return 1.0, False
    digits = str(int(size))
    zeros = len(digits) - len(digits.rstrip("0"))
    return 10.0**zeros, zeros > 0


def _leaning(value: float, half: float, leaning: Leaning, slack: float) -> Span:
    """The span of a figure whose words lean; ``slack`` is how much “about” allows, as a part of it."""
    room = slack * abs(value)
    if leaning is Leaning.ABOUT:
        return value - max(half, room), value + max(half, room)
    if leaning is Leaning.NEARLY:
        return value - max(half, 1.5 * room), value + half
    if leaning is Leaning.JUST_OVER:
        return value - half, value + max(half, 1.5 * room)
    if leaning is Leaning.OVER:
        return value - half, math.inf
    if leaning is Leaning.UNDER:
        return min(0.0, value - half), value + half
    return _around(value, half)


def meet(one: Span, other: Span) -> bool:
    """Whether two spans share a value, to within what floating point loses."""
    slack = 1e-9 * max((abs(end) for end in (*one, *other) if math.isfinite(end)), default=0.0)
    return one[0] <= other[1] + slack and other[0] <= one[1] + slack


def added(spans: list[Span]) -> Span:
    """The span of a sum."""
    return sum(low for low, _ in spans), sum(high for _, high in spans)


def taken(whole: Span, part: Span) -> Span:
    """The span of a difference."""
    return whole[0] - part[1], whole[1] - part[0]


def multiplied(one: Span, other: Span) -> Span:
    """The span of a product of two amounts that are not negative."""
    return max(one[0], 0.0) * max(other[0], 0.0), _times(one[1], other[1])


def divided(one: Span, other: Span) -> Span | None:
    """The span of a quotient of two amounts that are not negative; None where the divisor may be nothing."""
    if other[0] <= 0 or one[1] < 0:
        return None
    low = 0.0 if math.isinf(other[1]) else max(one[0], 0.0) / other[1]
    return low, one[1] / other[0]


def _times(one: float, other: float) -> float:
    return 0.0 if 0.0 in (one, other) else one * other


def figure(value: float, decimals: int = 1) -> str:
    """A number as an article would print it: 1,117,000 or 31.5, with three significant digits below one."""
    if not math.isfinite(value) or abs(value) >= 1e15:
        return f"{value:.3g}"
    if 0 < abs(value) < 1:
        return f"{value:.3g}".replace("-", "−")
    rounded = f"{value:,.{decimals}f}"
    if "." in rounded:
        rounded = rounded.rstrip("0").rstrip(".")
    return rounded.replace("-", "−")


def inside(words: str) -> str:
    """Words that began a sentence as they stand inside one: “Five” as “five”."""
    return words[:1].lower() + words[1:] if words[:1].isupper() and words[1:2].islower() else words


def printed_like(value: float, model: Amount, decimals: int = 1) -> str:
    """A number with the sign, the scale and the unit that another amount is printed with: $113.1 billion, 16.1 km."""
    if model.unit in (PERCENT, POINTS):
        unit = "%" if "%" in model.words else " points" if model.unit == POINTS else " percent"
        return figure(value, decimals) + unit
    sign = currency_sign(model)
    if model.is_scaled or abs(value) >= 1e9:
        for scale, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
            if abs(value) >= scale:
                return f"{sign}{figure(value / scale, 3 if decimals > 1 else 1)} {word}"
    if sign and abs(value) < 100 and round(value, 2) != int(value):
        return f"{sign}{value:.2f}".replace("-", "−")
    places = 2 if sign and abs(value) < 100 else 0 if abs(value) >= 1000 else decimals
    return f"{sign}{figure(value, places)}"


def currency_sign(model: Amount) -> str:
    """The sign or code before a sum of money, as it is printed; "" where none is."""
    start = re.search(r"[$€£¥₹₽₩₺₪₫₴₦฿₿]|\b[A-Z]{3}\s?\d", model.words)
    found = (
        _SIGN.search(model.words[model.words.rfind(" ", 0, start.start()) + 1 :]) if start else None
    )
    return found[0] if found else ""
