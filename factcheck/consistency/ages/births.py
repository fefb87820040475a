"""Births that the text dates, and who was born."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.consistency.ages.people import AFTER, APPOSED, Who, who_ends
from factcheck.consistency.dates.outlines import D, Outline
from factcheck.consistency.dates.timeline import Dated
from factcheck.model.text import TextPosition

_INSIDE = r"(?:[^\ue000-\ue1ff.;:!?()]|\.(?=,)|\b[A-Z][a-z]{0,3}\.)"
_BORN = re.compile(
    rf"\b(?P<born>born|b\.)\s?(?P<gap>{_INSIDE}{{0,70}}?)(?P<d>{D})(?!\s?[–—-]\s?{D}|\s(?:and|or)\s{D})",
    re.IGNORECASE,
)
_NO_BIRTH = re.compile(
    r"\b(?:and(?!\s(?:raised|brought\sup|bred|grew\sup))|but|who|which|that|died|after|before|since|while|when|where|joined"
    r"|moved|married|until|by|out)\b",
    re.IGNORECASE,
)
_LIFE = re.compile(rf"\(\s?(?P<d>{D})\s?[–—-]\s?(?P<e>{D})\s?\)")
_ASIDE = re.compile(
    r"\s?\([^()]*\)|,\s(?:who|which|whose|born|aged|an?|the|now|then|formerly)\b[^,;]*(?=,)|,\s(?:aged\s)?\d{1,3}(?=,)"
)
_WAS = re.compile(
    r"\s(?:who\s)?(?:was|were|is|are|had\sbeen|’s|’d\sbeen)\s(?:himself\s|herself\s|actually\s|both\s|all\s)?$"
)
_APPOSED = re.compile(r"\s?[,(]\s?$|,?\swho\s(?:was|were)\s$")
_AGE_ASIDE = re.compile(r",\s(?:aged\s)?\d{1,3}$")
_FAR = 300  # characters before a verb in which its subject stands
_OPENING = re.compile(rf"{AFTER.pattern}(?=\s(?:was|is|were|are)\b)")


@dataclass(frozen=True, slots=True)
class Birth:
    """A date of birth, and who the words say was born; ``death`` where the same brackets tell it."""

    dated: Dated
    who: Who | None
    sentence: TextPosition
    death: Dated | None = None


def births_in(outline: Outline) -> Iterator[Birth]:
    """The births that a sentence dates."""
    for found in _BORN.finditer(outline.words):
        if not _NO_BIRTH.search(found["gap"]):
            dated = outline.date(found["d"])
            if dated.has_year:
                yield Birth(dated, _who(outline.words, found), outline.position)
    for found in _LIFE.finditer(outline.words):
        who = who_ends(outline.words[: found.start()].rstrip())
        born, died = outline.date(found["d"]), outline.date(found["e"])
        if born.has_year and died.has_year and who is not None:
            yield Birth(born, who, outline.position, died)


def _who(words: str, found: re.Match[str]) -> Who | None:
    left = words[: found.start("born")]
    if not left.strip(" “\"'"):
        after = AFTER.match(words[found.end() :].lstrip(" ,"))
        return Who(after["who"]) if after else None
    for ending in (_WAS, _APPOSED):
        if end := ending.search(left):
            who = who_before(left[: end.start()])
            if who is None and (opening := _OPENING.match(left)):
                return Who(opening["who"])
            return who
    apposed = APPOSED.search(left.rstrip())
    return Who(apposed["who"]) if apposed else None


def who_before(left: str) -> Who | None:
    """Whoever the words end with, what is said aside left out: “The actor, who was born in 1945,” is the actor."""
    bare = _ASIDE.sub("", left[-_FAR:]).rstrip(" ,").removesuffix(" who").rstrip(" ,")
    return who_ends(_AGE_ASIDE.sub("", bare))
