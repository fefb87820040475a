"""Ages against dates of birth: “born on March 7, 1945, died on July 21, 2017, at 71”."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from factcheck.consistency.age_findings import age_told
from factcheck.consistency.birthdays import birthday, implied_birth
from factcheck.consistency.births import Birth
from factcheck.consistency.days import Days, full_years
from factcheck.consistency.life import Lives, On
from factcheck.consistency.outlines import D, Outline
from factcheck.consistency.same_person import is_same
from factcheck.consistency.subject import Subject
from factcheck.consistency.told_ages import ToldAge, When
from factcheck.model.finding import Finding, Outcome

_MOST = 10  # births before and after an age that may be that person’s
_ASIDE = re.compile(r"\b(?:who|whose|which|that|when|where|since|after|before|until|while)\b")
_CLAUSE_ENDS = re.compile(r",|;|\s(?:and|but|who|which|while|although|though)\s")
_OPENS = re.compile(rf"^\W*(?:in|on|by)\s(?P<d>{D})", re.IGNORECASE)
_DIED = re.compile(r"\b(?:died|dead|killed|passed away|murdered|death)\b", re.IGNORECASE)


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
        on for on in _days_of(lives, outline, age, birth) if on.days.last > birth.dated.days.first
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


def _days_of(lives: Lives, outline: Outline, age: ToldAge, birth: Birth) -> list[On]:
    """The days on which an age may hold, the likeliest first; none where the text leaves them open."""
    now = [] if lives.now is None else [On(lives.now)]
    if age.when is When.NOW:
        return now
    if age.when is When.THEN:
        return (
            _bound(lives, outline, age)
            or _death(age, birth)
            or (now if _is_news(outline, age) else [])
        )
    here = [On(d.days, d) for d in lives.dates_in(outline.position)]
    before = lives.sentence_before(outline.position)
    earlier = [On(d.days, d) for d in lives.dates_in(before)] if before is not None else []
    if age.when is When.BEFORE:
        return [*here, *earlier, *now] if here or earlier else []
    if now:
        return [*now, *here, *earlier]
    return here if len(here) == 1 and _is_main(outline, age, here[0]) else []


def _is_main(outline: Outline, age: ToldAge, on: On) -> bool:
    """Whether the sentence itself, and nothing said aside, happened on that day."""
    if _DIED.search(outline.words):
        return True
    signs = [m for m in re.finditer(D, outline.words) if outline.date(m[0]) == on.dated]
    between = outline.words[age.at : signs[0].start()] if signs else ""
    aside = re.sub(rf",\swho\swas\sborn[^,]*{D}[^,]*,", "", between)
    return bool(signs) and signs[0].start() > age.at and not _ASIDE.search(aside)


def _is_news(outline: Outline, age: ToldAge) -> bool:
    """“has died aged 88”: of these days."""
    if not age.deed:
        return False
    before = outline.words[: age.at].casefold().rpartition(age.deed)[0]
    return _DIED.search(age.deed) is not None and before.endswith(("has ", "have "))


def _death(age: ToldAge, birth: Birth) -> list[On]:
    """The day in brackets behind the birth, for an age at which somebody died."""
    if birth.death is None or not _DIED.search(age.deed):
        return []
    return [On(birth.death.days, birth.death)]


def _bound(lives: Lives, outline: Outline, age: ToldAge) -> list[On]:
    """The date that stands in the same clause as the age; else the one that opens the sentence."""
    words = outline.words
    start = words.rfind(age.deed[:1], 0, age.at) if not age.deed else _deed_at(words, age)
    if not age.deed:
        starts = [m.end() for m in re.finditer(r"[,;]\s", words[: age.at])]
        start = starts[-1] if starts else 0
    end = _CLAUSE_ENDS.search(words, age.at + 1)
    stop = end.start() if end else len(words)
    clause = outline.place(start, max(stop, start + 1))
    dates = [d for d in lives.dates_in(outline.position) if clause.contains(d.position)]
    if not dates and (opens := _OPENS.match(words)):
        dates = [outline.date(opens["d"])]
    if not dates and (after := re.match(rf"\d*\w*,?\s(?:in|on)\s(?P<d>{D})", words[age.at :])):
        dates = [outline.date(after["d"])]
    return [On(d.days, d) for d in dates]


def _deed_at(words: str, age: ToldAge) -> int:
    at = words.casefold().rfind(age.deed, 0, age.at)
    return at if at >= 0 else 0
