"""Two ages of one person at two dates: 20 in 1950 and 45 in 1990 are two different years of birth."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from factcheck.consistency.ages.age_days import bound
from factcheck.consistency.ages.life import Lives, On
from factcheck.consistency.ages.people import KIN, Who
from factcheck.consistency.ages.told_ages import ToldAge, When
from factcheck.consistency.ages.two_ages import is_told_of_now, person_of
from factcheck.consistency.dates.days import Days, moved, said, years_later
from factcheck.consistency.dates.outlines import Outline
from factcheck.consistency.subject import Subject
from factcheck.model.days import day_words
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow

_OTHERS = re.compile(
    r"\b(?:another|others?|both|each|everyone|those|people|men|women|law|rule|youngest|oldest|average|respectively|whom)\b",
    re.IGNORECASE,
)
_MOST = 8  # ages of one person that are held against each other


@dataclass(frozen=True, slots=True)
class _Dated:
    """An age, the days on which it holds, and when somebody of that age was born."""

    age: ToldAge
    on: On

    @property
    def day(self) -> str:
        """When the age holds, in words; the publication by its day."""
        last = self.on.days.last
        return said(self.on.days) if self.on.dated is not None else day_words(last)

    @property
    def born(self) -> Days:
        first = moved(years_later(self.on.days.first, -self.age.high - 1), 1)
        return Days(first, years_later(self.on.days.last, -self.age.low))


def findings(subject: Subject, lives: Lives) -> Iterator[Finding]:
    """Ages of one person, each at a date of its own, for whom no date of birth fits both."""
    done: set[int] = set()
    for told in _by_person(lives):
        for one, other in combinations(told[:_MOST], 2):
            places = {one.age.position.start, other.age.position.start}
            is_dated = one.on.dated is not None or other.on.dated is not None
            if is_dated and done.isdisjoint(places) and not one.born.meets(other.born):
                done |= places
                yield _told(subject, one, other)


def _by_person(lives: Lives) -> Iterator[list[_Dated]]:
    """The dated ages of each person named, and of the one person of each sentence that names no two."""
    by_name: dict[str, list[_Dated]] = defaultdict(list)
    by_sentence: dict[int, list[_Dated]] = defaultdict(list)
    for outline, age in lives.ages:
        is_someones = age.who is not None or age.deed or age.when is When.NOW
        on = _on(lives, outline, age) if age.is_exact and is_someones else None
        if on is None or KIN.search(outline.words) or _OTHERS.search(outline.words):
            continue
        dated = _Dated(age, on)
        who = person_of(lives, outline, age)
        if who is not None and lives.people.is_one(who.head):
            by_name[who.head].append(dated)
        if lives.people.only_one_within(outline.position, *_named(age)):
            by_sentence[outline.position.start].append(dated)
    yield from by_name.values()
    for told in by_sentence.values():
        if len({who.head for dated in told for who in _named(dated.age)}) < 2:
            yield told


def _named(age: ToldAge) -> list[Who]:
    """Whose age it is, where the words beside it are a name."""
    return [age.who] if age.who is not None and age.who.is_name else []


def _on(lives: Lives, outline: Outline, age: ToldAge) -> On | None:
    """The one day, month or year on which an age holds; None where the text leaves it open."""
    if age.when is When.THEN:
        days = bound(lives, outline, age)
        return days[0] if len(days) == 1 and days[0].is_sure else None
    if lives.now is not None and is_told_of_now(outline, age):
        return On(lives.now)
    return None


def _told(subject: Subject, one: _Dated, other: _Dated) -> Finding:
    first, then = sorted((one, other), key=lambda dated: dated.age.position)
    words = [subject.words(dated.age.position) for dated in (first, then)]
    dates = [dated.on.dated.position for dated in (first, then) if dated.on.dated is not None]
    born = [_years(dated.born) for dated in (first, then)]
    return subject.finding(
        "age-years",
        FindingKind.AGES,
        Outcome.CONFLICT,
        f"“{words[0]}” {first.on.words} means born in {born[0]}; “{words[1]}” {then.on.words} means born in {born[1]}.",
        (first.age.position, then.age.position, *dates),
        " ≠ ".join(f"{d.day} − {d.age.low} = {_years(d.born)}" for d in (first, then)),
        (
            SumRow(first.on.words, words[0], first.age.position),
            SumRow("so born in", born[0]),
            SumRow(then.on.words, words[1], then.age.position),
            SumRow("so born in", born[1], is_result=True),
        ),
        "Look up the date of birth.",
    )


def _years(days: Days) -> str:
    first, last = days.first.year, days.last.year
    return (
        str(first)
        if first == last
        else f"{first} or {last}"
        if last == first + 1
        else f"{first} to {last}"
    )
