"""The days on which an age holds: when the article appeared, or when what it tells happened."""

import re

from factcheck.consistency.ages.births import Birth
from factcheck.consistency.ages.life import Lives, On
from factcheck.consistency.ages.told_ages import ToldAge, When
from factcheck.consistency.dates.outlines import D, Outline

_ASIDE = re.compile(r"\b(?:who|whose|which|that|when|where|since|after|before|until|while)\b")
_CLAUSE_ENDS = re.compile(r",|;|\s(?:and|but|who|which|while|although|though)\s")
_OPENS = re.compile(rf"^\W*(?:in|on|by)\s(?P<d>{D})", re.IGNORECASE)
_DIED = re.compile(r"\b(?:died|dead|killed|passed away|murdered|death)\b", re.IGNORECASE)
_DIRECTLY = re.compile(rf"\w*,?\s(?:in|on)\s(?P<d>{D})")
_WHEN_HE = re.compile(rf"(?P<d>{D}),?\swhen\s(?:he|she|[A-Z]\w+)\s(?:had\s|was\s)?$")
_COMMA = re.compile(r"[,;]\s")


def days_of_age(lives: Lives, outline: Outline, age: ToldAge, birth: Birth) -> list[On]:
    """The days on which an age may hold, the likeliest first; none where the text leaves them open."""
    now = [] if lives.now is None else [On(lives.now)]
    if age.when is When.NOW:
        return now
    if age.when is When.THEN:
        return (
            bound(lives, outline, age)
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


def bound(lives: Lives, outline: Outline, age: ToldAge) -> list[On]:
    """The date that stands with an age, else in its clause, else the one that opens the sentence."""
    words = outline.words
    if after := _DIRECTLY.match(words[age.at :]):
        dated = outline.date(after["d"])
        return [On(dated.days, dated)]
    if age.deed and (before := _WHEN_HE.search(words[: _clause_start(words, age)])):
        dated = outline.date(before["d"])
        return [On(dated.days, dated)]
    end = _CLAUSE_ENDS.search(words, age.at + 1)
    clause = outline.place(_clause_start(words, age), end.start() if end else len(words))
    dates = [d for d in lives.dates_in(outline.position) if clause.contains(d.position)]
    if not dates and (opens := _OPENS.match(words)):
        dates = [outline.date(opens["d"])]
    return [On(d.days, d) for d in dates]


def _clause_start(words: str, age: ToldAge) -> int:
    """Where what was done at an age begins: at its verb, else behind the last comma."""
    if age.deed:
        return max(0, words.casefold().rfind(age.deed, 0, age.at))
    return max((m.end() for m in _COMMA.finditer(words, 0, age.at)), default=0)
