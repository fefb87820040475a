"""Changes told in one sentence and the figures of it in another close by."""

import re
from collections.abc import Iterator

from factcheck.consistency.changes.extents import Size, size_of
from factcheck.consistency.changes.movements import DOWN, TURN, UP, Movement, matched, movements
from factcheck.consistency.changes.sizes import held
from factcheck.consistency.figures.amounts import Amount
from factcheck.consistency.figures.phrases import FIRST, NO_F, TIME, F, Phrase, phrases
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding
from factcheck.model.text import TextPosition

_NEAR = 3  # sentences with figures, of which one may tell the change and another the figures
_WAY = rf"\b(?:{UP}|{DOWN})\b"
_TOLD = re.compile(
    rf"(?P<turn>{_WAY})\s+(?:in|of|to)\s+(?P<what>[A-Za-z][A-Za-z ]{{2,40}}?)\s+(?:of|by)\s+(?P<s>{F})",
    re.I,
)
_FROM_YEAR = re.compile(
    rf"(?P<turn>{_WAY})\s+(?:by\s+)?(?P<s>{F}){NO_F}{{0,20}}?\sfrom\s+(?P<a>{TIME})\s+to\s+(?P<b>{TIME})",
    re.I,
)
_AND_THEN = re.compile(
    rf"{TIME}{NO_F}{{0,60}}?(?P<b>{F})(?P<noun>\s+[a-z]+)?{NO_F}{{0,25}}?(?:,|–|—)\s*(?:an?\s+)?(?P<turn>{_WAY})\s+(?:(?:of|by)\s+)?(?P<s>{F})"
    r"(?!\s+(?:from|on|over|than))",
    re.I,
)
_BEFORE = re.compile(
    rf"{TIME}{NO_F}{{0,60}}?(?P<a>{F})(?P<noun>\s+[a-z]+)?|(?P<a2>{F})(?P<noun2>\s+[a-z]+)?{NO_F}{{0,60}}?{TIME}",
    re.I,
)
_YEAR = re.compile(r"\d{4}")


def findings(subject: Subject) -> Iterator[Finding]:
    """Sizes of changes held against figures that stand in a sentence near them."""
    told = phrases(subject)
    for index, phrase in enumerate(told):
        if not phrase.shares:
            continue
        by_years = _FROM_YEAR.search(phrase.words)
        if by_years is not None:
            yield from _by_years(subject, phrase, by_years, told[max(0, index - _NEAR) : index])
        then = _AND_THEN.search(phrase.words)
        if then is not None and index and len(phrase.amounts) == 2:
            yield from _and_then(subject, told[index - 1], phrase, then)
        of_something = _TOLD.search(phrase.words)
        if of_something is not None and len(phrase.amounts) == 1:
            near = [*told[max(0, index - 1) : index], *told[index + 1 : index + _NEAR]]
            yield from _of_something(subject, phrase, of_something, near)


def _and_then(
    subject: Subject, before: Phrase, phrase: Phrase, match: re.Match[str]
) -> Iterator[Finding]:
    """“In 2019 there were 400 accidents. In 2020 there were 300, a drop of 25 percent.”"""
    told = _BEFORE.search(before.words)
    if told is None or len(before.amounts) != 1 or not 0 <= phrase.start - before.end <= 3:
        return
    nouns = [(told["noun"] or told["noun2"] or "").strip(), (match["noun"] or "").strip()]
    base, result = before.amounts[0], phrase.amount(match["b"])
    size, both = size_of(phrase.amount(match["s"])), matched(base, result)
    same_noun = nouns[0] == nouns[1] or (nouns[0] and nouns[1] in ("", "did", "were"))
    if size is None or both is None or size.kind != "percent" or not same_noun:
        return
    if base.unit == result.unit:
        yield from held(subject, _movement(phrase, match, *both, size), size)


def _by_years(
    subject: Subject, phrase: Phrase, match: re.Match[str], before: tuple[Phrase, ...]
) -> Iterator[Finding]:
    """“rose 27 percent from 2021 to 2022” after a sentence with the figure of each year."""
    size = size_of(phrase.amount(match["s"]))
    years = [_year(subject, phrase.place(*match.span(name))) for name in ("a", "b")]
    if size is None or size.kind != "percent" or "" in years:
        return
    figures = [_only(subject, before, year) for year in years]
    if figures[0] is None or figures[1] is None:
        return
    both = matched(figures[0], figures[1])
    if both is not None and both[0].unit.isupper():
        yield from held(subject, _movement(phrase, match, *both, size), size)


def _only(subject: Subject, before: tuple[Phrase, ...], year: str) -> Amount | None:
    """The one figure of the sentences that name the year and one figure alone."""
    found = [
        phrase.amounts[0]
        for phrase in before
        if len(phrase.amounts) == 1 and [_year(subject, time) for time in phrase.times] == [year]
    ]
    return found[0] if len(found) == 1 else None


def _year(subject: Subject, place: TextPosition) -> str:
    time = next((t for t in subject.inside(subject.times, place)), None)
    found = _YEAR.match(time.value) if time is not None else None
    return found[0] if found is not None else ""


def _of_something(
    subject: Subject, phrase: Phrase, match: re.Match[str], near: list[Phrase]
) -> Iterator[Finding]:
    """“a cut in troops of 50 percent” beside “to 100,000 troops from 146,000”."""
    size = size_of(phrase.amount(match["s"]))
    told = TURN.match(match["turn"])
    if size is None or size.kind != "percent" or told is None:
        return
    way = 1 if told["up"] else -1
    what = match["what"].lower().split()[-1]
    moved = [
        movement
        for other in near
        for movement in movements(other)
        if not movement.sizes and _goes(movement, way) and what in _nouns(other, movement)
    ]
    if len(moved) == 1:
        yield from held(subject, moved[0], size)


def _goes(movement: Movement, way: int) -> bool:
    """Whether a movement goes that way, by its words or, where they do not tell, by its figures."""
    by_figures = 1 if movement.result.value > movement.base.value else -1
    return by_figures == way and movement.turn in (way, 0)


def _nouns(phrase: Phrase, movement: Movement) -> set[str]:
    """What both figures of a movement count, by the word behind each."""
    words = (
        re.match(r"\s([a-z]{3,20})\b", phrase.words[phrase.words.index(sign) + 1 :])
        for sign in (
            chr(FIRST + i) for i, a in enumerate(phrase.amounts) if a.position in movement.places
        )
    )
    return {word[1] for word in words if word is not None}


def _movement(
    phrase: Phrase, match: re.Match[str], base: Amount, result: Amount, size: Size
) -> Movement:
    told = TURN.match(match["turn"])
    way = 1 if told is not None and told["up"] else -1
    return Movement(base, result, way, (size,), phrase.place(*match.span("turn")), True, False)
