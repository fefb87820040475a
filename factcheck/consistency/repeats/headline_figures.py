"""Figures and scores of the headline against those of the text."""

import re
from collections.abc import Iterator
from itertools import combinations

from factcheck.consistency.figures.amounts import figure
from factcheck.consistency.repeats.deeds import DEEDS, PEOPLE, deed_of
from factcheck.consistency.sameness.events import words_for
from factcheck.consistency.sameness.passages import Passage
from factcheck.consistency.sameness.told import Sort, Told
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow
from factcheck.model.text import TextPosition

_ANOTHER_TIME = re.compile(
    r"\b(?:last (?:year|month|week|season)|(?:in|since|from) (?:19|20)\d\d|earlier|previous\w*|already|ago|compared|another|so far|initially|at first)\b"
)
_LEAD = 6  # passages of the text that a headline is held against


def headline_figures(
    subject: Subject, passages: list[Passage], told: list[Told]
) -> Iterator[Finding]:
    """Where a figure of the headline or the subheading is another in the text, and where it is the same."""
    above = [p for p in passages if p.is_headline]
    text = [p for p in passages if not p.is_headline]
    if not above or not text:
        return
    for one in told:
        if one.passage.is_headline:
            yield from _figure_against_text(subject, one, told, text)


def _figure_against_text(
    subject: Subject, one: Told, told: list[Told], text: list[Passage]
) -> Iterator[Finding]:
    """A number in the headline that stands nowhere in the text, where another of the same thing does."""
    inside = [other for other in told if not other.passage.is_headline]
    if agreeing := next(
        (other for other in inside if _may_be(one, other) and one.agrees_with(other)), None
    ):
        alike = [t for t in inside if _may_be(one, t) and one.agrees_with(t)]
        if (deed := _other_deed(one, alike, text)) is not None:
            places = deed_of(one)[1], deed_of(deed)[1]
            first, second = (" ".join(subject.words(place).split()) for place in places)
            yield told_otherwise(subject, places, first, second, f"“{first}” ≠ “{second}”", "")
        elif one.unit and one.unit == agreeing.unit:
            yield _same_figure(subject, one, agreeing)
        return
    if (
        not one.amount.is_plain
        or one.is_part
        or any(
            other.value == one.value and (_may_be(one, other) or one.sort is other.sort)
            for other in inside
        )
    ):
        return
    lead = min((other.passage.number for other in inside), default=0)
    for other in inside:
        near = other.passage.number <= lead + _LEAD
        if (
            near
            and other.amount.is_plain
            and not other.is_part
            and not _is_of_another_time(one, other)
            and _same_thing(one, other)
            and not _adds_up(one, other, inside)
        ):
            yield _other_figure(subject, one, other)
            return


def _is_of_another_time(one: Told, other: Told) -> bool:
    """Whether the text gives its figure for another time: “which cut 2,000 jobs last year”."""
    told = {found[0] for found in _ANOTHER_TIME.finditer(other.passage.lower)}
    return bool(told - {found[0] for found in _ANOTHER_TIME.finditer(one.passage.lower)})


def _other_deed(one: Told, agreeing: list[Told], text: list[Passage]) -> Told | None:
    """As many people in the text, to whom something else happened: three killed above, three injured below."""
    deed, _ = deed_of(one)
    words = words_for(deed)
    if not words or any(words & passage.stems for passage in text):
        return None
    others = [other for other in agreeing if deed_of(other)[0] in DEEDS]
    return others[0] if len(others) == len(agreeing) else None


def _may_be(one: Told, other: Told) -> bool:
    """Whether two figures may be told of one thing as far as their units go."""
    if one.unit == other.unit:
        return True
    return {one.sort, other.sort} == {Sort.BARE, Sort.COUNT}


def _same_thing(one: Told, other: Told) -> bool:
    if not _may_be(one, other):
        return False
    deeds = deed_of(one)[0], deed_of(other)[0]
    if any(deeds):
        people = all(t.unit in PEOPLE or t.sort is Sort.BARE for t in (one, other))
        same = not one.modifiers or not other.modifiers or one.modifiers == other.modifiers
        if people:
            return deeds[0] == deeds[1] and same
    if Sort.BARE in (one.sort, other.sort) or not _units_fit(one, other):
        return False
    own = {one.unit, one.head} | {
        w.stem for w in one.passage.words if one.place.contains(w.position)
    }
    shared = one.passage.stems & other.passage.stems - own
    same_verb = _verbs(one) & _verbs(other)
    needed = 2 if one.sort in (Sort.MONEY, Sort.SHARE) else 1
    return bool(same_verb) and len(shared) >= needed


def _units_fit(one: Told, other: Told) -> bool:
    return one.unit == other.unit and (
        one.modifiers <= other.modifiers or other.modifiers <= one.modifiers
    )


def _verbs(one: Told) -> frozenset[str]:
    """The words right around a figure by which a reader knows what it is of."""
    near = [
        w
        for w in one.passage.words
        if -60 < w.start - one.position.start < 60
        and not one.place.overlaps(w.position)
        and not w.text[0].isdigit()
    ]
    return frozenset(
        w.stem for w in near if not w.is_empty and w.stem not in (one.unit, one.head)
    ) | (frozenset([one.head]) if one.sort is Sort.MONEY and one.head else frozenset())


def _adds_up(one: Told, other: Told, inside: list[Told]) -> bool:
    """Whether figures of the same passage, or of the next, add up to the headline’s."""
    near = [t.value for t in inside if abs(t.passage.number - other.passage.number) <= 1][:8]
    sums = (sum(part) for size in (2, 3, 4) for part in combinations(near, size))
    gaps = (abs(a - b) for a, b in combinations(near, 2))
    return any(abs(total - one.value) < 1e-6 for total in (*sums, *gaps))


def _other_figure(subject: Subject, one: Told, other: Told) -> Finding:
    apart = figure(abs(one.value - other.value))
    arithmetic = f"{one.shown} ≠ {other.shown}"
    return told_otherwise(
        subject, (one.place, other.place), one.shown, other.shown, arithmetic, apart
    )


def told_otherwise(
    subject: Subject,
    places: tuple[TextPosition, TextPosition],
    first: str,
    second: str,
    arithmetic: str,
    apart: str,
) -> Finding:
    """The conflict between what the headline says and what the text does."""
    where = subject.role_at(places[0].start).value.replace("body", "headline")
    rows = [SumRow(where, first, places[0]), SumRow("text", second, places[1])]
    if apart:
        rows.append(SumRow("apart by", apart, is_result=True))
    return subject.finding(
        "headline-body",
        FindingKind.REPEATS,
        Outcome.CONFLICT,
        f"The {where} says “{first}”, the text “{second}”.",
        places,
        arithmetic,
        rows,
        "Which of the two holds? The other has to be changed.",
    )


def _same_figure(subject: Subject, one: Told, other: Told) -> Finding:
    where = one.passage.role.value
    return subject.finding(
        "headline-body",
        FindingKind.REPEATS,
        Outcome.CONSISTENT,
        f"The {where}’s “{one.shown}” stands in the text too.",
        (one.place, other.place),
        f"{one.shown} = {other.shown}"
        if one.value == other.value
        else f"{one.shown} ≈ {other.shown}",
        (SumRow(where, one.shown, one.place), SumRow("text", other.shown, other.place)),
    )
