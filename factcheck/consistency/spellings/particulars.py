"""What the text tells of a name beside it: ages, and the dates and figures of its sentence."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factcheck.consistency.subject import Subject
from factcheck.model.detected import Name, Quantity, TimeExpression
from factcheck.model.text import TextPosition

_REACH = 60  # characters between a name and what is told of it
_AGE_AFTER = re.compile(
    r"(?P<p>,\s+)(?P<age>(?:aged? )?\d{1,3})(?=[,.;)])"
    r"|(?P<b>\s*\()(?P<age2>(?:aged? )?\d{1,2})(?=\))"
    r"|(?P<v>(?:,| who)?\s+(?:is|was|turns|turned|has turned|died at|died aged)\s+)"
    r"(?P<age3>\d{1,3}(?= years old)|(?:age |aged )?\d{1,3}(?=[,.;]|\s+(?:on|in|this|last|when|and)\b))"
    r"|(?P<s>[’']s?\s+)(?P<age4>\d{1,3}(?:st|nd|rd|th) birthday)"
)
_AGE_BEFORE = re.compile(r"\d{1,3}[-‑ ]year[-‑ ]old(?=(?:\s[^\s.,;:]+){0,4}\s$)")
_BREAK = re.compile(r"[;:\n]|[.!?]\s")
_DEFINITE = re.compile(r"\d{4}|XXXX-")
_WRITTEN_OUT = re.compile(
    r"\d|January|February|March|April|May|June|July|August|September|October|November|December"
)
_MODEL = re.compile(r"[A-Z][\w’'.-]*\s$")
_MEASURED = frozenset({"percent", "percentage-point"})
_FEW = 3
_NO_FIGURES = frozenset({"ordinal", "year", "years"})


def age_beside(text: str, name: TextPosition) -> TextPosition | None:
    """The age given right after the name, or right before it: “, 42,”, “a 42-year-old pilot”, “’s 69th birthday”."""
    found = _AGE_AFTER.match(text, name.end)
    if found is not None:
        group = next(key for key in ("age", "age2", "age3", "age4") if found[key])
        if int(re.search(r"\d+", found[group])[0]) <= 125:  # type: ignore[index]
            return TextPosition(*found.span(group))
    left = max(0, name.start - _REACH)
    earlier = list(_AGE_BEFORE.finditer(text[left : name.start]))
    if not earlier:
        return None
    return TextPosition(left + earlier[-1].start(), left + earlier[-1].end())


def dates_told(subject: Subject) -> Iterator[tuple[Name, TextPosition]]:
    """Each date written out with the name it stands nearest to in its sentence."""
    times = [
        time
        for time in subject.times
        if _DEFINITE.match(time.value) and _WRITTEN_OUT.search(subject.words(time.position))
    ]
    yield from _told(subject, times)


def figures_told(subject: Subject) -> Iterator[tuple[Name, TextPosition]]:
    """Each figure, with what it counts, and the name it stands nearest to in its sentence."""
    figures = [q for q in subject.quantities if q.unit not in _NO_FIGURES and _tells(subject, q)]
    yield from _told(subject, figures)


def _tells(subject: Subject, quantity: Quantity) -> bool:
    """Whether the figure is more than “two countries”, a bare “six” or the number of a model: Boeing 787."""
    start = quantity.position.start
    has_digits = any(char.isdigit() for char in subject.words(quantity.position))
    if quantity.unit not in _MEASURED and _MODEL.search(subject.text, max(0, start - 12), start):
        return False
    return has_digits or (quantity.value > _FEW and bool(quantity.unit))


def _told(
    subject: Subject, told: Sequence[TimeExpression] | Sequence[Quantity]
) -> Iterator[tuple[Name, TextPosition]]:
    starts = [name.position.start for name in subject.names]
    for fact in told:
        sentence = subject.sentence_at(fact.position.start)
        at = bisect_left(starts, fact.position.start)
        near = [subject.names[i] for i in (at - 1, at) if 0 <= i < len(starts)]
        fitting = [
            (gap, name)
            for name in near
            if sentence.contains(name.position)
            and (gap := _gap(subject.text, name.position, fact.position)) is not None
        ]
        if fitting:
            name = min(fitting, key=lambda pair: pair[0])[1]
            yield name, _with_noun(subject, fact)


def _gap(text: str, name: TextPosition, fact: TextPosition) -> int | None:
    """How far the two are from each other; None where they are too far or a break stands between."""
    start, end = (
        sorted((name.end, fact.start)) if name.end <= fact.start else (fact.end, name.start)
    )
    if end < start or end - start > _REACH or _BREAK.search(text, start, end):
        return None
    # what comes before a fact is more often what it is about
    return end - start if name.end <= fact.start else 2 * (end - start)


def _with_noun(subject: Subject, fact: TimeExpression | Quantity) -> TextPosition:
    """The figure up to what it counts, where that stands close behind it."""
    unit = fact.unit if isinstance(fact, Quantity) else ""
    if not unit or not unit.isalpha():
        return fact.position
    behind = subject.text.find(unit, fact.position.end, fact.position.end + 30)
    if behind < 0 or _BREAK.search(subject.text, fact.position.end, behind):
        return fact.position
    return TextPosition(fact.position.start, behind + len(unit))
