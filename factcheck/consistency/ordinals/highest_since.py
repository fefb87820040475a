"""“9.1 percent, the highest since 1981”, against a higher figure that the article dates in between."""

import re
from collections.abc import Iterator

from factcheck.consistency.ordinals.none_since import BLOCKS, DATED, when
from factcheck.consistency.sameness.opposed import opposed
from factcheck.consistency.sameness.passages import Passage
from factcheck.consistency.sameness.wording import stem
from factcheck.consistency.subject import Subject
from factcheck.model.detected import Quantity, TimeExpression
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow
from factcheck.model.text import TextPosition

_HIGHEST = re.compile(
    r"\b(?:the )?(?P<rank>highest|lowest|largest|biggest|smallest|fastest|slowest|steepest|most|fewest|worst|best)"
    r"(?: [a-z’'-]+){0,4}? since\b"
)
_HIGH = frozenset(["highest", "largest", "biggest", "fastest", "steepest", "most"])
_MOST_SINCE = re.compile(
    r"\b(?P<most>[a-z]{2,}est|worst|best) (?P<noun>[a-z]+) since (?P<year>(?:1[5-9]|20)\d\d)\b"
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_NEAR = 5  # passages


def highest_against_dates(subject: Subject, passages: list[Passage]) -> Iterator[Finding]:
    """A highest or lowest since a year, where a later year went beyond it."""
    for passage in passages:
        if " since " not in passage.lower:
            continue
        yield from _higher_since(subject, passage, passages)
        yield from _still_more(subject, passage, passages)


def _higher_since(subject: Subject, passage: Passage, passages: list[Passage]) -> Iterator[Finding]:
    """“9.1%, the highest since 1981” where a later year is given a higher figure."""
    for match in passage.matches(_HIGHEST):
        after = passage.at(match.end(), min(len(passage.lower), match.end() + 40))
        dates = [t for t in subject.inside(subject.times, after) if DATED.match(t.value)]
        figures = [
            q
            for q in subject.inside(subject.quantities, passage.position)
            if q.unit not in ("ordinal", "")
        ]
        if not dates or len(figures) != 1 or not 0 < dates[0].position.start - after.start < 20:
            continue
        here = figures[0]
        now = [
            t
            for t in subject.inside(subject.times, passage.position)
            if DATED.match(t.value) and t is not dates[0]
        ]
        latest = max(
            (when(t) for t in now),
            default=(subject.published.year,) if subject.published else (9999,),
        )
        for other in passages[max(0, passage.number - _NEAR) : passage.number + _NEAR + 1]:
            if other is passage or not _of_same(passage, other) or BLOCKS.search(other.lower):
                continue
            found = _beyond(subject, other, here, match["rank"] in _HIGH)
            if found is None:
                continue
            figure, time = found
            if when(dates[0])[0] < when(time)[0] < latest[0]:
                yield _not_highest(subject, passage.at(*match.span()), here, dates[0], figure, time)
                return


def _of_same(passage: Passage, other: Passage) -> bool:
    """Whether the other passage goes on about the same: by its first word, or with one that means something."""
    first = other.words[0].lower if other.words else ""
    return (
        first in ("it", "they")
        or bool(passage.stems & other.stems - {stem("percent"), "year"})
        or first in ("in", "that")
    )


def _beyond(
    subject: Subject, passage: Passage, here: Quantity, high: bool
) -> tuple[Quantity, TimeExpression] | None:
    figures = [
        q for q in subject.inside(subject.quantities, passage.position) if q.unit == here.unit
    ]
    times = [t for t in subject.inside(subject.times, passage.position) if DATED.match(t.value)]
    if len(figures) != 1 or len(times) != 1:
        return None
    beyond = figures[0].value > here.value if high else figures[0].value < here.value
    return (figures[0], times[0]) if beyond else None


def _not_highest(
    subject: Subject,
    claim: TextPosition,
    here: Quantity,
    since: TimeExpression,
    figure: Quantity,
    time: TimeExpression,
) -> Finding:
    one, other = subject.words(here.position), subject.words(figure.position)
    rank = subject.words(claim).removeprefix("the ").split()[0]
    year, later = subject.words(since.position), subject.words(time.position)
    return subject.finding(
        "since-contradiction",
        FindingKind.ORDINALS,
        Outcome.CONFLICT,
        f"The text calls {one} the {rank} since {year}, and gives {other} for {later}.",
        (TextPosition(claim.start, since.position.end), figure.position),
        f"{other} ({later}) {'>' if figure.value > here.value else '<'} {one}",
        (
            SumRow(f"the {rank} since {year}", one, here.position),
            SumRow(later, other, figure.position),
        ),
    )


def _still_more(subject: Subject, passage: Passage, passages: list[Passage]) -> Iterator[Finding]:
    """“The wettest June since 1860”, and elsewhere “June 1997 was wetter”."""
    for match in passage.matches(_MOST_SINCE):
        more = re.compile(
            rf"\b(?:was|were|had been) (?P<more>even {_more(match['most'])}|{_more(match['most'])})\b"
        )
        for other in passages[max(0, passage.number - _NEAR) : passage.number + _NEAR + 1]:
            found = more.search(other.lower)
            if other is passage or found is None or BLOCKS.search(other.lower):
                continue
            years = {int(y) for y in _YEAR.findall(other.lower)}
            if stem(match["noun"]) not in other.stems or len(years) != 1:
                continue
            year = years.pop()
            latest = subject.published.year if subject.published else 9999
            if int(match["year"]) < year < latest:
                yield opposed(
                    subject,
                    "since-contradiction",
                    FindingKind.ORDINALS,
                    passage.at(*match.span()),
                    other.at(0, found.end()),
                    f"{year} lies after {match['year']}",
                )
                return


def _more(most: str) -> str:
    """The comparative of a superlative: wetter for wettest."""
    return {"worst": "worse", "best": "better"}.get(most, most[:-3] + "er")
