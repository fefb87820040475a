"""Comparisons: two figures set against each other, as “twice as many women (40) as men (20)”."""

import re
from collections.abc import Iterator

from factcheck.consistency.changes.extents import times_of
from factcheck.consistency.changes.movements import Movement, matched
from factcheck.consistency.figures.amounts import Amount
from factcheck.consistency.figures.phrases import F, Phrase

_GAP = "[^\ue000-\uefff.;:!?()]"
_TWICE_AS_MANY = re.compile(
    rf"\b(?P<times>(?:(?:more than|nearly|almost|about|over|roughly|around|less than)\s+)?(?:twice|three times|four times|five times"
    rf"|ten times|half))\s+as\s+(?:many|much)\s{_GAP}{{1,40}}?\(\s*(?P<b>{F}){_GAP}{{0,15}}\)\s+as\s{_GAP}{{1,40}}?\(\s*(?P<a>{F})(?P<s>)",
    re.I,
)
_MORE_THAN = re.compile(
    rf"\b(?P<turn>more|fewer|less|higher|lower)\s{_GAP}{{1,50}}?\(\s*(?P<b>{F}){_GAP}{{0,15}}\)\s+than\s{_GAP}{{1,50}}?\(\s*(?P<a>{F})",
    re.I,
)


def comparisons(phrase: Phrase) -> Iterator[Movement]:
    """Figures in brackets that a phrase compares, the second as what the first is measured by."""
    if len(phrase.amounts) < 2 or "(" not in phrase.words:
        return
    for match in _TWICE_AS_MANY.finditer(phrase.words):
        both, size = matched(*_both(phrase, match)), times_of(phrase, match)
        if both is not None and size is not None:
            yield Movement(*both, 0, (size,), None, False, False)
    for match in _MORE_THAN.finditer(phrase.words):
        both = matched(*_both(phrase, match))
        if both is not None:
            way = 1 if match["turn"].lower() in ("more", "higher") else -1
            yield Movement(*both, way, (), phrase.place(*match.span("turn")), True, False)


def _both(phrase: Phrase, match: re.Match[str]) -> tuple[Amount, Amount]:
    return phrase.amount(match["a"]), phrase.amount(match["b"])
