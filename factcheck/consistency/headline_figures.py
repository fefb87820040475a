"""Figures and scores of the headline against those of the text."""

import re
from collections.abc import Iterator
from itertools import combinations

from factcheck.consistency.amounts import figure
from factcheck.consistency.events import sorts_of, words_for
from factcheck.consistency.passages import Passage
from factcheck.consistency.subject import Subject
from factcheck.consistency.told import Sort, Told
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow
from factcheck.model.text import TextPosition

_LEAD = 6  # passages of the text that a headline is held against
_SCORE = re.compile(
    r"(?<![\d.,–-])(?P<a>\d{1,3})\s?(?:[-–—]|\bto\b|votes? to)\s?(?P<b>\d{1,3})(?![\d%–-]|[.,]\d|\s*(?:percent|per cent|year|day|week|month|hour|minute|million|billion))"
)
_CONTEST = re.compile(
    r"\b(?:w[io]n|wins|winning|victory|los[ts]|lose[sd]?|beat\w*|defeat\w*|draw|drew|drawn|vot\w+|score\w*|against|thrash\w*|edge[sd]?|over)\b"
)
_PEOPLE = frozenset(
    [
        "person",
        "man",
        "woman",
        "child",
        "officer",
        "soldier",
        "civilian",
        "passenger",
        "worker",
        "resident",
        "student",
        "pupil",
        "victim",
        "firefighter",
        "migrant",
        "rebel",
        "protester",
        "suspect",
        "driver",
        "miner",
        "troop",
        "policeman",
    ]
)
_DEEDS = frozenset(["die", "hurt", "arrest", "miss", "rescue", "survive", "convict", "acquit"])


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
    for headline in above:
        yield from _score_against_text(subject, headline, text)


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
            places = _deed(one)[1], _deed(deed)[1]
            first, second = (" ".join(subject.words(place).split()) for place in places)
            yield _told_otherwise(subject, places, first, second, f"“{first}” ≠ “{second}”", "")
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
            and _same_thing(one, other)
            and not _adds_up(one, other, inside)
        ):
            yield _other_figure(subject, one, other)
            return


def _other_deed(one: Told, agreeing: list[Told], text: list[Passage]) -> Told | None:
    """As many people in the text, to whom something else happened: three killed above, three injured below."""
    deed, _ = _deed(one)
    words = words_for(deed)
    if not words or any(words & passage.stems for passage in text):
        return None
    others = [other for other in agreeing if _deed(other)[0] in _DEEDS]
    return others[0] if len(others) == len(agreeing) else None


def _may_be(one: Told, other: Told) -> bool:
    """Whether two figures may be told of one thing as far as their units go."""
    if one.unit == other.unit:
        return True
    return {one.sort, other.sort} == {Sort.BARE, Sort.COUNT}


def _same_thing(one: Told, other: Told) -> bool:
    if not _may_be(one, other):
        return False
    deeds = _deed(one)[0], _deed(other)[0]
    if any(deeds):
        people = all(t.unit in _PEOPLE or t.sort is Sort.BARE for t in (one, other))
        same = not one.modifiers or not other.modifiers or one.modifiers == other.modifiers
        if people:
            return deeds[0] == deeds[1] and same
    if Sort.BARE in (one.sort, other.sort) or not _units_fit(one, other):
        return False
    shared = one.passage.stems & other.passage.stems - {one.unit, one.head}
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
        if -60 < w.start - one.position.start < 60 and not w.text[0].isdigit()
    ]
    return frozenset(
        w.stem for w in near if not w.is_empty and w.stem not in (one.unit, one.head)
    ) | (frozenset([one.head]) if one.sort is Sort.MONEY and one.head else frozenset())


def _deed(one: Told) -> tuple[str, TextPosition]:
    """What happened to so many people, and the figure with the word that says it; "" where nothing did.

    It is the first deed named within the words behind the figure.
    """
    end = one.position.end
    behind = [w for w in one.passage.words if end <= w.start < end + 45]
    for word in behind[:5]:
        if word.text[0].isdigit():
            break
        place = TextPosition(one.position.start, word.end)
        if found := sorts_of(word.stem) & _DEEDS:
            return min(found), place
        if word.lower.endswith("ed") and (one.sort is Sort.BARE or one.unit in _PEOPLE):
            return word.stem, place
    return "", one.place


def _adds_up(one: Told, other: Told, inside: list[Told]) -> bool:
    """Whether figures of the same passage, or of the next, add up to the headline’s."""
    near = [t.value for t in inside if abs(t.passage.number - other.passage.number) <= 1][:8]
    sums = (sum(part) for size in (2, 3, 4) for part in combinations(near, size))
    gaps = (abs(a - b) for a, b in combinations(near, 2))
    return any(abs(total - one.value) < 1e-6 for total in (*sums, *gaps))


def _score_against_text(
    subject: Subject, headline: Passage, text: list[Passage]
) -> Iterator[Finding]:
    """A result in the headline (3–1, 11 to 4) that the text never gives, where its lead gives another."""
    if not _CONTEST.search(headline.lower):
        return
    for score in headline.matches(_SCORE):
        wanted = {int(score["a"]), int(score["b"])}
        known = [(p, m) for p in text for m in p.matches(_SCORE)]
        if any({int(m["a"]), int(m["b"])} == wanted for _, m in known):
            return
        for passage, match in known[:1]:
            if passage.number <= text[0].number + 2 and _CONTEST.search(passage.lower):
                yield _other_score(subject, headline, score, passage, match)


def _other_score(
    subject: Subject,
    headline: Passage,
    score: re.Match[str],
    passage: Passage,
    match: re.Match[str],
) -> Finding:
    places = headline.at(*score.span()), passage.at(*match.span())
    first, second = (subject.words(place) for place in places)
    return _told_otherwise(subject, places, first, second, f"{first} ≠ {second}", "")


def _other_figure(subject: Subject, one: Told, other: Told) -> Finding:
    apart = figure(abs(one.value - other.value))
    arithmetic = f"{one.shown} ≠ {other.shown}"
    return _told_otherwise(
        subject, (one.place, other.place), one.shown, other.shown, arithmetic, apart
    )


def _told_otherwise(
    subject: Subject,
    places: tuple[TextPosition, TextPosition],
    first: str,
    second: str,
    arithmetic: str,
    apart: str,
) -> Finding:
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
