"""Two places of the text that say opposite things, as a finding."""

from collections.abc import Iterable

from factcheck.consistency.sameness.passages import Passage
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow
from factcheck.model.text import TextPosition


def opposed(
    subject: Subject,
    rule: str,
    kind: FindingKind,
    one: TextPosition,
    other: TextPosition,
    arithmetic: str,
    advice: str = "",
) -> Finding:
    """The conflict between what stands at two places, in the article’s words."""
    first, second = (" ".join(subject.words(place).split()) for place in (one, other))
    return subject.finding(
        rule,
        kind,
        Outcome.CONFLICT,
        f"The text says “{first}”, and elsewhere “{second}”.",
        (one, other),
        arithmetic,
        (SumRow("", first, one), SumRow("", second, other)),
        advice,
    )


def against_headline(
    subject: Subject,
    headline: Passage,
    outcome: Outcome,
    message: str,
    places: Iterable[TextPosition],
    arithmetic: str,
    advice: str,
) -> Finding:
    """What the text says otherwise than its headline; the first place is the headline’s."""
    places = tuple(places)
    roles = [headline.role, *(subject.role_at(place.start) for place in places[1:])]
    rows = [
        SumRow(role.value.replace("body", "text"), subject.words(place), place)
        for role, place in zip(roles, places, strict=True)
    ]
    return subject.finding(
        "headline-body", FindingKind.REPEATS, outcome, message, places, arithmetic, rows, advice
    )
