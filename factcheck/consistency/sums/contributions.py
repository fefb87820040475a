"""Shares of a sum that the text closes with “the remaining”: the county pays 4 million, the state 2 and the town the rest."""

import re
from collections.abc import Iterator, Sequence

from factcheck.consistency.figures.amounts import PERCENT, POINTS, Amount
from factcheck.consistency.figures.phrases import F, Phrase
from factcheck.consistency.subject import Subject
from factcheck.consistency.sums.totals import against, part
from factcheck.model.finding import Finding

_CLOSES = re.compile(
    rf"\bthe\s+remaining\s+{F}|\bthe\s+(?:rest|remainder|balance)\s*(?:[,(:–—]|of|\bis|\bwas)\s*(?:or\s+)?{F}",
    re.I,
)
_LOOSE = re.compile(
    r"\b(?:including|among|each|per|apiece|another|so far|at least|up to|or more|either|if|were|would|could|might|needs?)\b",
    re.I,
)
_MOST = 2.0  # how far the parts and what they are parts of may lie apart and still be that


def contributions(subject: Subject, phrase: Phrase, before: Sequence[Phrase]) -> Iterator[Finding]:
    """The parts of a sentence that says which is the last one, against the sum told before them."""
    closing = _CLOSES.search(phrase.words)
    if closing is None or _LOOSE.search(phrase.words):
        return
    if re.search(F, phrase.words[closing.end() :]):
        return  # what goes on counting has not closed the sum
    amounts = [phrase.amount(sign) for sign in re.findall(F, phrase.words[: closing.end()])]
    if len(amounts) < 2 or not _are_parts(amounts):
        return
    whole = _whole(amounts, before)
    if whole is not None:
        yield from against(subject, [part(amount) for amount in amounts], whole)


def _are_parts(amounts: Sequence[Amount]) -> bool:
    """Whether they are told outright and can be added: none is a share in percent."""
    units = {amount.unit for amount in amounts}
    return len(units) == 1 and not units & {PERCENT, POINTS} and all(a.is_plain for a in amounts)


def _whole(amounts: Sequence[Amount], before: Sequence[Phrase]) -> Amount | None:
    """The one figure of the nearest sentence before that is larger than every part and near their sum; None if doubtful."""
    total, largest = sum(a.value for a in amounts), max(a.value for a in amounts)
    for phrase in reversed(before):
        near = [
            amount
            for amount in map(phrase.amount, re.findall(F, phrase.words))
            if amount.unit in (amounts[0].unit, "") or amounts[0].unit == ""
            if largest < amount.value <= _MOST * total and amount.value >= total / _MOST
        ]
        if near:
            only = len(near) == 1 and near[0].is_plain and near[0].unit not in (PERCENT, POINTS)
            return near[0] if only else None
    return None
