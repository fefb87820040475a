"""Birthdays against dates of birth: “turned 69 on Wednesday”, where the day itself must fit."""

import re
from collections.abc import Iterator

from factcheck.consistency.ages.age_findings import age_told, birthday_told
from factcheck.consistency.ages.births import Birth
from factcheck.consistency.ages.life import Lives, On
from factcheck.consistency.ages.told_ages import ToldAge
from factcheck.consistency.dates.days import Days, said, years_later
from factcheck.consistency.dates.outlines import Outline
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow

_SOON = re.compile(r"\b(?:today|this (?:week|month|year)|now)\b", re.IGNORECASE)
_SLACK = 1  # days by which a birthday may be told beside the day itself
_WEEK, _YEAR = 7, 365  # days


def implied_birth(
    subject: Subject, lives: Lives, outline: Outline, age: ToldAge
) -> Iterator[Finding]:
    """“a call on Wednesday fell on Xi’s 69th birthday”: the day of birth to look up."""
    days = [dated for dated in lives.dates_in(outline.position) if dated.days.is_day]
    if len(days) != 1 or len(outline.dates) > len(days):
        return
    on = days[0]
    born = Days(years_later(on.days.first, -age.low), years_later(on.days.last, -age.low))
    words = subject.words(age.position)
    yield subject.finding(
        "birthday-implied",
        FindingKind.AGES,
        Outcome.CONSISTENT,
        f"A {words} birthday on {said(on.days)} counts from {said(born)}.",
        (age.position, on.position),
        f"{said(on.days)} − {age.low} years = {said(born)}",
        (
            SumRow("", said(on.days), on.position),
            SumRow("", f"− {age.low} years", age.position),
            SumRow("so born on", said(born), is_result=True),
        ),
        "Look up the date of birth.",
    )


def birthday(
    subject: Subject, lives: Lives, outline: Outline, age: ToldAge, birth: Birth
) -> Iterator[Finding]:
    """“turned 69 on Wednesday”: the day itself is held against the birthday."""
    dates = lives.dates_in(outline.position)
    after = [d for d in dates if d.position.start > age.position.start]
    opens = [d for d in dates if d.position.start < age.position.start]
    dated = next(iter(after or opens), None)
    if dated is None:
        if lives.now is None or not _SOON.search(outline.words):
            return
        on = On(lives.now.wider(370) if "year" in outline.words else lives.now)
    else:
        on = On(dated.days, dated)
    turned = _turned(age, birth)
    if turned.meets(on.days):
        yield age_told(subject, age, birth, on, Outcome.CONSISTENT)
        return
    slack = _SLACK if on.dated is not None and on.is_sure else _WEEK
    is_near = turned.meets(on.days.wider(slack)) or not _is_sure_of_year(subject, on)
    outcome = Outcome.ASK if is_near else Outcome.CONFLICT
    yield birthday_told(subject, age, birth, on, turned, outcome)


def _turned(age: ToldAge, birth: Birth) -> Days:
    born = birth.dated.days
    return Days(years_later(born.first, age.low), years_later(born.last, age.low))


def _is_sure_of_year(subject: Subject, on: On) -> bool:
    """Whether “in August” can only be the one next to the publication."""
    if on.is_sure:
        return True
    assert subject.published is not None
    return Days(subject.published, subject.published).meets(on.days.wider(_YEAR))
