"""Two ages of one person: “Smith, 45,” here and “Smith, 54,” there, or two ages at one event."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from factcheck.consistency.ages.life import Lives
from factcheck.consistency.ages.people import KIN, Who
from factcheck.consistency.ages.told_ages import ToldAge, When
from factcheck.consistency.dates.outlines import D, Outline
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow

_OTHER_TIME = re.compile(
    r"\b(?:then|at\sthe\stime|when|later|back\sin|turn\w*|birthday|would|once|years\sago|Jr|Sr|junior|senior|namesake)\b",
    re.IGNORECASE,
)
_EVENTS = (
    re.compile(
        r"\b(?:enlist\w*|army|navy|military|conscript\w*|draft(?:ed)?|armed\sforces|soldier|regiment)\b"
    ),
    re.compile(r"\b(?:died|dies|dead|death|killed|passed\saway|drowned)\b"),
    re.compile(r"\bretir\w+\b"),
)
_SINCE = re.compile(rf"\bsince\s(?:early\s|late\s)?{D}")
_CLOSE = 3  # years
_MOST = 12  # ages of one person that are held against each other


def findings(subject: Subject, lives: Lives) -> Iterator[Finding]:
    """Ages of one person that differ, where both can only be of one time."""
    by_person: dict[str, list[tuple[Outline, ToldAge, Who]]] = defaultdict(list)
    for outline, age in lives.ages:
        who = person_of(lives, outline, age)
        if who is not None and age.is_exact and lives.people.is_one(who.head):
            by_person[who.head].append((outline, age, who))
    for told in by_person.values():
        yield from _beside(subject, lives, told)
        yield from _at_events(subject, lives, told)


def person_of(lives: Lives, outline: Outline, age: ToldAge) -> Who | None:
    """Whose age it is, by name, where the text makes that certain."""
    who = lives.who_is(age.who, outline.position)
    if who is None and age.when is When.THEN:
        named = lives.people.named_in(outline.position)
        if len({n.head for n in named}) == 1 and not KIN.search(outline.words):
            return named[0]
    return who if who is not None and who.is_name and lives.people.is_person(who) else None


def _beside(
    subject: Subject, lives: Lives, told: list[tuple[Outline, ToldAge, Who]]
) -> Iterator[Finding]:
    """“Smith, 45,” and “Smith, 54,”, neither in a sentence of another time."""
    now = [
        (outline, age, who)
        for outline, age, who in told
        if is_told_of_now(outline, age) and not KIN.search(outline.words)
    ]
    first = now[0] if now else None
    for other in now[1:_MOST]:
        assert first is not None
        if other[1].low != first[1].low:
            outcome = Outcome.CONFLICT if _is_slip(first[1].low, other[1].low) else Outcome.ASK
            yield _told(subject, lives, first[2], first[1], other[1], "two ages", outcome)
            return


def _is_slip(one: int, other: int) -> bool:
    """Whether two ages differ as a slip makes them differ, and not as two times of a life do."""
    return abs(one - other) <= _CLOSE or sorted(str(one)) == sorted(str(other))


def is_told_of_now(outline: Outline, age: ToldAge) -> bool:
    """Whether an age is of the days of the article: “is now 65”, or “Smith, 45,” in a sentence of no other time."""
    if age.when is When.NOW:
        return True
    around = outline.words[max(0, age.at - 30) : age.at + 24]
    is_dated = len(outline.dates) > len(_SINCE.findall(outline.words))
    return age.when is When.BESIDE and not is_dated and not _OTHER_TIME.search(around)


def _at_events(
    subject: Subject, lives: Lives, told: list[tuple[Outline, ToldAge, Who]]
) -> Iterator[Finding]:
    """“joined the Army at 15” and “a 16-year-old when he went in search of military glory”."""
    for event in _EVENTS:
        at = [(outline, age, who) for outline, age, who in told if _is_of(outline, age, event)]
        for one, other in combinations(at[:_MOST], 2):
            if one[1].low != other[1].low:
                what = "two ages at one event"
                yield _told(subject, lives, one[2], one[1], other[1], what, Outcome.CONFLICT)
                return


def _is_of(outline: Outline, age: ToldAge, event: re.Pattern[str]) -> bool:
    if age.when is not When.THEN:
        return False
    if age.deed in outline.words.casefold()[age.at :]:  # “a 16-year-old when …”
        return bool(event.search(age.deed))
    clause = outline.words[: age.at].casefold()
    start = clause.rfind(age.deed) if age.deed else max(0, age.at - 60)
    return bool(event.search(clause[max(start, 0) :]))


def _told(
    subject: Subject,
    lives: Lives,
    who: Who,
    one: ToldAge,
    other: ToldAge,
    what: str,
    outcome: Outcome,
) -> Finding:
    first, then = sorted((one, other), key=lambda age: age.position)
    words = subject.words(first.position), subject.words(then.position)
    name = lives.people.full_name(who)
    return subject.finding(
        "two-ages",
        FindingKind.AGES,
        outcome,
        f"The text gives {name} {what}: “{words[0]}” and “{words[1]}”.",
        (first.position, then.position),
        f"{first.low} ≠ {then.low}",
        (SumRow("", str(first.low), first.position), SumRow("", str(then.low), then.position)),
        f"Ask how old {name} is." if what == "two ages" else f"Look up how old {name} was.",
    )
