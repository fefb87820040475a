"""Numbers with their units: money, percent, measures, and what is counted."""

import re
from dataclasses import dataclass

from factcheck.detection.numerals import NUMBER, SCALES, number_value
from factcheck.detection.times import FoundTime
from factcheck.detection.words import words

_CURRENCY = {
    "$": "USD",
    "us$": "USD",
    "a$": "AUD",
    "au$": "AUD",
    "c$": "CAD",
    "nz$": "NZD",
    "hk$": "HKD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₺": "TRY",
}
_CURRENCY_WORDS = {
    "dollar": "USD",
    "us dollar": "USD",
    "u.s. dollar": "USD",
    "euro": "EUR",
    "pound": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "rupee": "INR",
    "rouble": "RUB",
    "ruble": "RUB",
    "franc": "CHF",
    "usd": "USD",
    "eur": "EUR",
    "gbp": "GBP",
    "cent": "cent",
    "penny": "penny",
    "pence": "penny",
}
_SCALE = r"(?:hundred|thousand|million|billion|trillion|dozen|bn|tn|mn|m|k)"
_SIGN = r"(?:US\$|AU\$|NZ\$|HK\$|A\$|C\$|[$€£¥₹₽₩₺])"
_PERCENT = r"(?:percentage[ -]points?|percent|per cent|%|points?(?= (?:lower|higher|ahead|behind)))"
_MONEY_WORD = (
    r"(?:U\.?S\.? dollars?|dollars?|euros?|pounds?(?= sterling|\b)|yen|yuan|rupees?|roubles?|rubles?"
    r"|francs?|USD|EUR|GBP|pence|cents?)"
)
_NUMBER_AND_SCALE = rf"(?P<n>{NUMBER})(?:[\s-]?(?P<scale>{_SCALE})\b)?"
_MONEY = re.compile(rf"(?P<sign>{_SIGN})\s?{_NUMBER_AND_SCALE}", re.I)
_MONEY_AFTER = re.compile(rf"(?<![\w.]){_NUMBER_AND_SCALE}[\s-](?P<word>{_MONEY_WORD})\b", re.I)
_SHARE = re.compile(rf"(?<![\w.]){_NUMBER_AND_SCALE}[\s-]?(?P<word>{_PERCENT})", re.I)
_MEASURE = re.compile(
    rf"(?<![\w.]){_NUMBER_AND_SCALE}[\s-]?(?P<word>[A-Za-z°²³/]{{1,24}}\b[²³]?)", re.I
)
_BARE = re.compile(
    rf"(?<![\w.,/:#@’'-])(?P<n>{NUMBER})(?:[\s-]?(?P<scale>{_SCALE})\b)?(?![\w/:@]|,\d|-\w)", re.I
)
_VAGUE = re.compile(
    r"\b(?P<word>dozens|hundreds|thousands|millions|billions|scores|tens of thousands)\b of\b", re.I
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in characters of the text, its value, and its unit: USD, percent, km, or "" for a bare one."""

    start: int
    end: int
    value: float
    unit: str

    @property
    def measures(self) -> bool:
        """Whether a unit of money, share or measure stands beside it."""
        return self.unit != ""


def find_figures(text: str, times: list[FoundTime]) -> list[Figure]:
    """The figures of the text in text order; those inside dates and durations are left to the dates."""
    taken = bytearray(len(text) + 1)
    for time in times:
        taken[time.start : time.end] = b"\1" * (time.end - time.start)
    found: list[Figure] = []
    for pattern, unit_of in _PATTERNS:
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            unit = unit_of(match)
            value = _value(match)
            if unit is None or value is None:
                continue
            taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
            found.append(Figure(match.start(), match.end(), value, unit))
    return sorted(found, key=lambda figure: figure.start)


def _value(match: re.Match[str]) -> float | None:
    value = number_value(match["n"])
    if value is None:
        return None
    scale = match["scale"]
    return value * SCALES[scale.lower()] if scale else value


def _sign(match: re.Match[str]) -> str | None:
    return _CURRENCY.get(match["sign"].lower(), "USD")


def _money_word(match: re.Match[str]) -> str | None:
    word = re.sub(r"\s+", " ", match["word"].lower())
    return _CURRENCY_WORDS.get(word) or _CURRENCY_WORDS.get(word.rstrip("s"), "USD")


def _share(match: re.Match[str]) -> str | None:
    return "percentage-point" if "point" in match["word"].lower() else "percent"


def _measure(match: re.Match[str]) -> str | None:
    word = match["word"]
    units = _units()
    return units.get(word) or units.get(word.lower()) if len(word) > 1 else units.get(word)


_PATTERNS = (
    (_MONEY, _sign),
    (_SHARE, _share),
    (_MONEY_AFTER, _money_word),
    (_MEASURE, _measure),
    (_BARE, lambda _: ""),
)


def _units() -> dict[str, str]:
    table = {}
    for line in words("units"):
        symbol, *forms = line.split(", ")
        table.update(dict.fromkeys([symbol, *forms], symbol))
    return table


def vague_counts(text: str) -> list[tuple[int, int]]:
    """Where the text counts without a number: dozens of, thousands of."""
    return [match.span("word") for match in _VAGUE.finditer(text)]
