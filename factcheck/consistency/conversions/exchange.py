"""Exchange: sums of money in two currencies, at a rate that the article states or by each other."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from factcheck.consistency.conversions.equivalents import pairs
from factcheck.consistency.figures.amounts import (
    Amount,
    Span,
    divided,
    figure,
    meet,
    multiplied,
    printed_like,
)
from factcheck.consistency.figures.phrases import TIME, F, Phrase
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow
from factcheck.model.text import TextPosition

RULE = "currency-conversion"
_CURRENCIES = {
    "dollar": "USD",
    "euro": "EUR",
    "pound": "GBP",
    "sterling": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rupee": "INR",
    "rouble": "RUB",
    "ruble": "RUB",
    "franc": "CHF",
    "peso": "MXN",
    "lira": "TRY",
    "won": "KRW",
    "real": "BRL",
    "rand": "ZAR",
    "shekel": "ILS",
    "baht": "THB",
    "zloty": "PLN",
    "krona": "SEK",
    "krone": "NOK",
    "hryvnia": "UAH",
}
_NAME = rf"(?:US |American |U\.S\. )?(?P<name>{'|'.join(_CURRENCIES)})s?\b"
_TO_THE = re.compile(
    rf"(?P<a>{F})\s*(?:to|per|for|against|/)\s*(?:(?:the|a|an|one|each|every)\s+)?{_NAME}", re.I
)
_BUYS = re.compile(
    rf"\b(?:a|an|one|the|each|1)\s+{_NAME}\s+(?:now\s+|then\s+|currently\s+)?(?:(?:is|was)\s+(?:now\s+)?)?"
    rf"(?:buys?|bought|worth|equals?|fetch(?:es|ed)|costs?|trad(?:es|ed|ing)\s+at|stood\s+at|stands\s+at|at)\s+(?P<a>{F})",
    re.I,
)
_ONE_IS = re.compile(
    rf"(?P<b>{F})\s*(?:=|buys?|bought|is worth|was worth|worth|is|was|equals?|equalled|fetche[sd]|to)\s*(?P<a>{F})",
    re.I,
)
_OTHER_TIME = re.compile(
    r"\b(?:today['’]s|at the time|back then|adjusted|inflation|in current|nowadays|per cent|percent)\b",
    re.I,
)
_STEADY = frozenset(
    {
        "USD",
        "EUR",
        "GBP",
        "JPY",
        "CHF",
        "AUD",
        "CAD",
        "NZD",
        "SEK",
        "NOK",
        "DKK",
        "SGD",
        "HKD",
        "CNY",
    }
)
_MONEY = re.compile(r"[A-Z]{3}$")
_APART, _FAR = (
    1.15,
    1.5,
)  # how far two rates of one article may lie apart before it is odd, and before neither can be


@dataclass(frozen=True, slots=True)
class _Rate:
    """How much of ``unit`` one of ``per`` buys, as the article states it, in the sentence numbered ``at``."""

    amount: Amount
    per: str
    at: int


@dataclass(frozen=True, slots=True)
class _Converted:
    """One sum of money in two currencies, in the sentence numbered ``at``."""

    one: Amount
    other: Amount
    at: int
    is_dated: bool

    @property
    def rate(self) -> Span | None:
        """How much of the alphabetically later currency one of the earlier buys."""
        first, second = sorted((self.one, self.other), key=lambda a: a.unit)
        return divided(second.wide, first.wide)


def findings(subject: Subject, sentences: Sequence[Phrase]) -> Iterator[Finding]:
    """Conversions held against the rate the article states; where it states none, against each other."""
    rates = [rate for at, phrase in enumerate(sentences) for rate in _rates(at, phrase)]
    stated = {rate.amount.position for rate in rates}
    converted = [c for at, phrase in enumerate(sentences) for c in _converted(at, phrase, stated)]
    left: list[_Converted] = []
    for conversion in converted:
        rate = _rate_for(conversion, rates)
        if rate is None:
            left.append(conversion)
        else:
            yield from _at_rate(subject, conversion, rate)
    yield from _by_each_other(subject, left)


def _rates(at: int, phrase: Phrase) -> Iterator[_Rate]:
    for pattern in (_TO_THE, _BUYS):
        for match in pattern.finditer(phrase.words):
            amount, per = phrase.amount(match["a"]), _CURRENCIES[match["name"].lower()]
            if _MONEY.match(amount.unit) and amount.unit != per and 0 < amount.value < 1e6:
                yield _Rate(amount, per, at)
    for match in _ONE_IS.finditer(phrase.words):
        unit, amount = phrase.amount(match["b"]), phrase.amount(match["a"])
        if unit.value == 1 and _are_money(unit, amount):
            yield _Rate(amount, unit.unit, at)


def _are_money(one: Amount, other: Amount) -> bool:
    both = _MONEY.match(one.unit) and _MONEY.match(other.unit)
    return bool(both) and one.unit != other.unit and min(one.value, other.value) > 0


def _converted(at: int, phrase: Phrase, stated: set[TextPosition]) -> Iterator[_Converted]:
    for pair in pairs(phrase):
        one, other = pair.one, pair.other
        if not _are_money(one, other) or {one.position, other.position} & stated:
            continue
        if not _OTHER_TIME.search(pair.rest) and pair.of_one_thing:
            yield _Converted(one, other, at, TIME in phrase.words)


def _rate_for(conversion: _Converted, rates: list[_Rate]) -> _Rate | None:
    """The nearest stated rate between the two currencies of a conversion."""
    both = {conversion.one.unit, conversion.other.unit}
    fitting = [rate for rate in rates if {rate.amount.unit, rate.per} == both]
    return min(fitting, key=lambda rate: abs(rate.at - conversion.at), default=None)


def _at_rate(subject: Subject, conversion: _Converted, rate: _Rate) -> Iterator[Finding]:
    one, other = conversion.one, conversion.other
    by_rate = one.unit == rate.per
    tight, wide = (
        multiplied(amount, factor) if by_rate else divided(amount, factor)
        for amount, factor in ((one.tight, rate.amount.tight), (one.wide, rate.amount.wide))
    )
    if tight is None or wide is None:
        return
    if meet(tight, other.tight):
        outcome = Outcome.CONSISTENT
    elif meet(wide, other.wide):
        return
    elif meet((wide[0] * 0.95, wide[1] * 1.05), other.wide) or abs(rate.at - conversion.at) > 2:
        outcome = Outcome.ASK
    else:
        outcome = Outcome.CONFLICT
    value = one.value * rate.amount.value if by_rate else one.value / rate.amount.value
    sign, right = "×" if by_rate else "÷", printed_like(value, other)
    fits = outcome is Outcome.CONSISTENT
    message = f"“{one.words}” at “{rate.amount.words}” makes {right}"
    message += ", as the text says." if fits else f"; the text says “{other.said}”."
    arithmetic = f"{one.words} {sign} {figure(rate.amount.value, 4)} = {right}"
    rows = (
        SumRow("", one.words, one.position),
        SumRow("the rate", f"{sign} {figure(rate.amount.value, 4)}", rate.amount.position),
        SumRow("makes", right, is_result=True),
        SumRow("", other.said, other.position),
    )
    yield subject.finding(
        RULE,
        FindingKind.CONVERSIONS,
        outcome,
        message,
        (one.position, other.position, rate.amount.position),
        arithmetic if fits else f"{arithmetic}, not {other.said}",
        rows,
        "" if fits else "Look up the sum and the rate of the day.",
    )


def _by_each_other(subject: Subject, conversions: list[_Converted]) -> Iterator[Finding]:
    for _, group in groupby(sorted(conversions, key=_currencies), _currencies):
        first, *more = group
        for conversion in more:
            yield from _two(subject, first, conversion)


def _currencies(conversion: _Converted) -> tuple[str, str]:
    first, second = sorted((conversion.one.unit, conversion.other.unit))
    return first, second


def _two(subject: Subject, first: _Converted, second: _Converted) -> Iterator[Finding]:
    rates = first.rate, second.rate
    if rates[0] is None or rates[1] is None:
        return
    if meet(rates[0], rates[1]):
        outcome = Outcome.CONSISTENT
    else:
        low, high = sorted(map(_rate_value, (first, second)))
        apart = high / low
        if apart < _APART:
            return
        units = {first.one.unit, first.other.unit}
        sure = apart >= _FAR and units <= _STEADY and second.at - first.at <= 1
        outcome = Outcome.CONFLICT if sure else Outcome.ASK
    fits = outcome is Outcome.CONSISTENT
    values = [_rate_value(conversion) for conversion in (first, second)]
    one, other = sorted((first.one.unit, first.other.unit))
    shown = [f"{figure(value, 3)} {other} for 1 {one}" for value in values]
    texts = [f"“{c.one.words}” as “{c.other.words}”" for c in (first, second)]
    message = f"{texts[0]} and {texts[1]} are at " + (
        "the same rate." if fits else f"two rates: {shown[0]} and {shown[1]}."
    )
    rows = [
        SumRow(f"{c.one.words} as {c.other.words}", text, c.one.position)
        for c, text in zip((first, second), shown, strict=True)
    ]
    places = (first.one.position, first.other.position, second.one.position, second.other.position)
    yield subject.finding(
        RULE,
        FindingKind.CONVERSIONS,
        outcome,
        message,
        places,
        f"{figure(values[0], 3)} and {figure(values[1], 3)} {other} for 1 {one}",
        rows,
        "" if fits else "Look up the rate of the day, and whether both sums are of the same time.",
    )


def _rate_value(conversion: _Converted) -> float:
    first, second = sorted((conversion.one, conversion.other), key=lambda a: a.unit)
    return second.value / first.value
