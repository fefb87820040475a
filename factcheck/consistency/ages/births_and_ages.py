"""Ages against dates of birth: “born on March 7, 1945, died on July 21, 2017, at 71”."""

from bisect import bisect_left
from collections.abc import Iterator

from factcheck.consistency.ages.age_days import days_of_age
from factcheck.consistency.ages.age_findings import age_told
from factcheck.consistency.ages.birthdays import birthday, implied_birth
from factcheck.consistency.ages.births import Birth
from factcheck.consistency.ages.life import Lives
from factcheck.consistency.ages.same_person import is_same
from factcheck.consistency.ages.told_ages import ToldAge, When
from factcheck.consistency.dates.days import Days, full_years
from factcheck.consistency.dates.outlines import Outline
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, Outcome

_MOST = 10  # births before and after an age that may be that person’s


def findings(subject: Subject, lives: Lives) -> Iterator[Finding]:
    """Each age that stands with a date of birth of the same person, held against it; of a birthday alone, the birth."""
    for outline, age in lives.ages:
        births = _near_first(lives, outline)
        birth = next((b for b in births if is_same(lives, outline, age, b)), None)
        if birth is not None:
            yield from _held(subject, lives, outline, age, birth)
        elif age.when is When.TURNS and subject.words(age.position)[-1].isalpha():
            yield from implied_birth(subject, lives, outline, age)


def _near_first(lives: Lives, outline: Outline) -> list[Birth]:
    """The few births that are told nearest to a sentence."""
    at = outline.position.start
    index = bisect_left(lives.births, at, key=lambda b: b.sentence.start)
    around = lives.births[max(0, index - _MOST) : index + _MOST]
    return sorted(around, key=lambda b: abs(b.sentence.start - at))


def _held(
    subject: Subject, lives: Lives, outline: Outline, age: ToldAge, birth: Birth
) -> Iterator[Finding]:
    if age.when is When.TURNS:
        yield from birthday(subject, lives, outline, age, birth)
        return
    days = [
        on
        for on in days_of_age(lives, outline, age, birth)
        if on.days.last > birth.dated.days.first
    ]
    if not days:
        return
    fits = [on for on in days if _fits(age, birth, on.days)]
    if fits:
        yield age_told(subject, age, birth, fits[0], Outcome.CONSISTENT)
        return
    sure = [on for on in days if on.is_sure or not _fits(age, birth, on.days.wider(370))]
    if len(sure) == len(days):
        yield age_told(subject, age, birth, days[0], Outcome.CONFLICT)


def _fits(age: ToldAge, birth: Birth, days: Days) -> bool:
    youngest, oldest = full_years(birth.dated.days, days)
    return age.low <= oldest and youngest <= age.high
