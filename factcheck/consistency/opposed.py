"""Two places of the text that say opposite things, as a finding."""

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
