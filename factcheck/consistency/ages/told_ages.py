"""Ages as the text tells them: whose, how many years, and on which day they hold."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from factcheck.consistency.ages.births import who_before
from factcheck.consistency.ages.people import AFTER, Who, who_ends
from factcheck.consistency.dates.outlines import D, L, Outline
from factcheck.consistency.figures.numerals import NUMBER, ORDINAL, number_of
from factcheck.model.text import TextPosition


class When(StrEnum):
    """The day on which an age holds, as the words tell it."""

    NOW = "now"  # “is now 52”: when the article appeared
    BESIDE = "beside"  # “Smith, 52,”: when it appeared, or when what the sentence tells happened
    THEN = "then"  # “died at 71”, “was 45 when”: when what the sentence tells happened
    BEFORE = "before"  # “He was 101.”: when what the sentence before tells happened
    TURNS = "turns"  # “turned 69 on Wednesday”: that day is the birthday


_ABOUT = r"(?P<about>(?:about|around|nearly|almost|approximately|roughly|over|more\sthan|under|just\sunder|some|at\sleast|only|just)\s)?"
_AGE = rf"(?P<n>{NUMBER})"
_ENDS = (
    r"(?=\s*(?:[.,;:)—–]|$|\b(?:when|while|as|at\sthe\stime|on|in|and|but|or|after|from|this|last|next|yesterday|today"
    r"|years?\sold|of\swhom|then|who|with|she|he|having|following|because|by|during|before|years)\b|[\ue000-\ue0ff]))"
)
_DEEDS = (
    r"died|dies|dead|death|passed\saway|killed|murdered|executed|assassinated|drowned|retir\w+|marri\w+|wed|join\w+|enlist\w+"
    r"|left|leaving|emigrat\w+|graduat\w+|debut\w*|became|becoming|elected|won|lost\sher\slife|lost\shis\slife|succumbed|began"
    r"|started|moved|arrived|entered|made\s(?:his|her)\sdebut|widowed|orphaned|crowned|ordained|conscripted|drafted|divorced"
)
_BESIDE = re.compile(
    r"(?P<who>[\w’'.-]+),\s(?P<now>now\s)?(?:aged\s|age\s)?(?P<n>\d{1,3})(?!\sand\s\d)(?=\s?(?:,(?!\d)|\.(?!\d)|;|\)|\((?!\d)|$|—|–)|\s(?:and|of|who|from|was|were|is|are|has|had|said|says|died)\b)"
)
_NOUN_AGED = re.compile(r"(?P<who>[a-z]\w+)\saged\s(?P<n>\d{1,3})(?![\w–-]|\s(?:and|to|or)\s\d)")
_AT_IN = re.compile(
    rf"\bat\s(?P<n>1[3-9]|[2-9]\d),?\s(?:and\s)?in\s{D}(?!\s(?:and|or)\s{D})", re.IGNORECASE
)
_AND_IN = re.compile(
    rf"\b(?:was|were)\s{NUMBER}\sin\s{D},?\s(?:and|but)\s(?P<n>{NUMBER})(?=\sin\s{D})",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"(?P<who>[\w’'.-]+)\s\((?:aged\s|age\s)?(?P<n>\d{1,3})\)")
_OLD = re.compile(
    rf"(?P<l>{L})(?:[-\s]olds?\b|\sof\sage\b)(?P<then>(?=\s(?:when|at\sthe\stime)\b))?"
)
_IS = re.compile(
    rf"\b(?P<be>is|are|was|were|be|’s|he’s|she’s)\s(?P<now>(?:now|currently|still|today|already|then|aged|just|only)\s)*{_ABOUT}{_AGE}(?!\s?%){_ENDS}",
    re.IGNORECASE,
)
_TURNS = re.compile(
    rf"\b(?:turn(?:s|ed|ing)?|will\sturn|(?:celebrat|mark)\w+\s(?:his|her|their)|on\s(?:his|her|their)|[’']s|s[’'])\s(?:the\s)?"
    rf"(?:{_AGE}(?![\w%])|(?P<o>{ORDINAL})\sbirthday\b)",
    re.IGNORECASE,
)
_AT = re.compile(
    rf"\b(?P<deed>(?:{_DEEDS})\b)(?P<gap>[^.;:!?]{{0,70}}?)(?:,\s|\s)(?:(?P<sure>at\sthe\s(?:\w+\s)?age\sof|at\sage|aged|age|aged\sjust|aged\sonly)|at)"
    rf"\s{_ABOUT}{_AGE}(?!\s?%|:\d|\s?(?:a\.m|p\.m|am\b|pm\b|o[’']clock|percent|per\scent|hours|weeks|months|days|miles|km|points)){_ENDS}",
    re.IGNORECASE,
)
_AGED = re.compile(
    rf"(?:(?<=^)|(?<=,\s)|(?<=\())(?:at\sthe\s(?:\w+\s)?age\sof|at\sage|aged|at)\s{_ABOUT}{_AGE}(?=,|\)\s|\s(?:in|on)\s?{D}|\s(?:he|she|they|[A-Z][a-z]+)\s)",
    re.IGNORECASE,
)
_IN_HIS = re.compile(
    r"\bin\s(?:his|her|their)\s(?P<part>early\s|mid-?\s?|late\s)?(?P<tens>[2-9])0s\b"
)
_MONTHS_BEFORE = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?,$")
_OLDEST = 122
_PARTS = {"early": (0, 4), "mid": (3, 7), "late": (6, 9)}


@dataclass(frozen=True, slots=True)
class ToldAge:
    """An age of ``low`` to ``high`` years at ``position``; ``deed`` is what was done at it, ``at`` where in the outline."""

    position: TextPosition
    low: int
    high: int
    who: Who | None
    when: When
    at: int
    deed: str = ""

    @property
    def is_exact(self) -> bool:
        return self.low == self.high


def ages_in(outline: Outline) -> list[ToldAge]:
    """The ages that a sentence tells, each once, in text order."""
    found: dict[int, ToldAge] = {}
    for age in _all(outline):
        known = found.get(age.position.end)
        if known is None or (known.who is None and age.who is not None):
            found[age.position.end] = age
    return sorted(found.values(), key=lambda a: a.at)


def _all(outline: Outline) -> Iterator[ToldAge]:
    words = outline.words
    for found in _AT.finditer(words):
        number = number_of(found["n"]) or 0
        if found["sure"] or number >= 13:
            who = who_before(
                words[: found.start("deed")].removesuffix("was ").removesuffix("were ")
            )
            yield from _age(outline, found, who, When.THEN, found["deed"])
    for found in _TURNS.finditer(words):
        yield from _age(outline, found, _who_turns(words, found), When.TURNS)
    for found in _IS.finditer(words):
        yield from _age(outline, found, who_before(words[: found.start()]), _when_is(words, found))
    for pattern in (_BESIDE, _IN_BRACKETS, _NOUN_AGED):
        for found in pattern.finditer(words):
            if not _MONTHS_BEFORE.search(words[: found.start("n")].rstrip()):
                when = When.NOW if found.groupdict().get("now") else When.BESIDE
                yield from _age(outline, found, _beside(words, found), when)
    for found in _AT_IN.finditer(words):
        yield from _age(outline, found, None, When.THEN)
    for found in _AND_IN.finditer(words):
        yield from _age(outline, found, who_before(words[: found.start()]), When.THEN)
    for found in _OLD.finditer(words):
        yield from _old(outline, found)
    for found in _AGED.finditer(words):
        yield from _age(outline, found, _who_aged(words, found), When.THEN)
    for found in _IN_HIS.finditer(words):
        tens = 10 * int(found["tens"])
        low, high = _PARTS.get((found["part"] or "").strip(" -"), (0, 9))
        place = outline.place(*found.span())
        yield ToldAge(place, tens + low, tens + high, None, When.BESIDE, found.start())


def _age(
    outline: Outline, found: re.Match[str], who: Who | None, when: When, deed: str = ""
) -> Iterator[ToldAge]:
    group = "o" if found.groupdict().get("o") else "n"
    number = number_of(found[group])
    if number is None or number != int(number) or not 0 < number <= _OLDEST:
        return
    low, high = _allowed(int(number), (found.groupdict().get("about") or "").strip().casefold())
    place = outline.place(*found.span(group))
    yield ToldAge(place, low, high, who, when, found.start(group), deed.casefold())


def _allowed(number: int, about: str) -> tuple[int, int]:
    if about in ("", "only", "just"):
        return number, number
    if about in ("nearly", "almost", "just under"):
        return number - 3, number
    if about in ("over", "more than", "at least"):
        return number, number + 10
    if about == "under":
        return 0, number
    return number - 5, number + 5


def _beside(words: str, found: re.Match[str]) -> Who | None:
    return who_ends(words[: found.end("who")])


def _when_is(words: str, found: re.Match[str]) -> When:
    now = (found["now"] or "").casefold()
    if found["be"].casefold() in ("was", "were"):
        ends = words[found.end() :].lstrip()
        return When.BEFORE if not now and (not ends or ends[0] in ".;") else When.THEN
    return When.THEN if "then" in now else When.NOW


def _who_turns(words: str, found: re.Match[str]) -> Who | None:
    said = found[0].casefold()
    left = words[: found.start()]
    if said.startswith(("’s", "'s", "s’", "s'")):
        left += "s" if said.startswith("s") else ""
        return who_ends(left)
    return who_before(
        re.sub(r"\s(?:will|would\shave|has|had|have|is|was|who)(?:\swho)?\s?$", "", left.rstrip())
    )


def _who_aged(words: str, found: re.Match[str]) -> Who | None:
    after = AFTER.match(re.sub(rf"^[\s,]*(?:(?:in|on)\s)?(?:{D})?[\s,]*", "", words[found.end() :]))
    before = who_before(words[: found.start()])
    return before or (Who(after["who"]) if after else None)


def _old(outline: Outline, found: re.Match[str]) -> Iterator[ToldAge]:
    """“the 52-year-old singer”, “is 52 years old”, “a 16-year-old when”."""
    length = outline.length(found["l"])
    number = length.number
    if length.unit != "year" or number != int(number) or not 0 < number <= _OLDEST:
        return
    words = outline.words
    before, after = words[: found.start()].rstrip(), words[found.end() :]
    who: Who | None = None
    when = When.BESIDE if found["then"] is None else When.THEN
    if end := re.search(r"\s(is|was|are|were)(?:\snow|\scurrently|\sthen|\sa|\san)?$", before):
        who = who_before(before[: end.start()])
        when = When.NOW if end[1] in ("is", "are") and found["then"] is None else When.THEN
    elif end := re.search(r",\s(?:now\s)?(?:an?|the)$", before):
        who = who_ends(before[: end.start()])
    elif re.search(r"^\W*$|(?:^|\s)(?:[Tt]he|[Aa]n?)$", before):
        follows = re.match(
            r"\s(?:\w+\s){0,2}?(?P<who>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)(?![\w’'-]|\s(?:m[ae]n|wom[ae]n|boy|girl|[a-z]+er|resident|native)\b)",
            after,
        )
        comma = (
            re.search(r",\s(?P<who>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)", after)
            if found["then"] is not None
            else None
        )
        named = follows or comma
        noun = re.match(r"\s(?P<who>[a-z][\w’-]+)", after)
        alone = f"the {int(number)}-year-old"
        who = Who(named["who"]) if named else Who(f"the {noun['who']}" if noun else alone)
    place = outline.place(found.start("l"), found.end())
    low, high = int(number), int(number)
    yield ToldAge(
        place,
        low,
        high,
        who,
        when,
        found.start("l"),
        "" if found["then"] is None else _deed_after(after),
    )


def _deed_after(words: str) -> str:
    return words.strip()[:60].casefold()
