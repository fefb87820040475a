"""“The only one” against another of its kind, and “the largest” against another largest."""

import re
from collections.abc import Iterator

from factcheck.consistency.sameness.opposed import opposed
from factcheck.consistency.sameness.passages import Passage
from factcheck.consistency.sameness.told import Sort, Told
from factcheck.consistency.sameness.wording import content, stem, words_of
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, FindingKind
from factcheck.model.text import TextPosition

_STOP = r"(?:who|that|which|whose|to|with|without|and|or|but|is|are|was|were|has|had|have|will|would|can|could|left|ever|not|he|she|it|they|we|i|you)"
_PREP = (
    r"(?:in|on|at|of|from|for|over|across|between|near|within|inside|outside|aboard|under|among)"
)
_ONLY = re.compile(
    rf"\b(?:the|its|their|his|her|[a-z]+[’']s) (?:only|sole) (?P<mods>(?:(?!{_STOP}\b|{_PREP}\b|other\b)[a-z’'-]+ ){{0,3}}?)(?P<noun>(?!{_STOP}\b|{_PREP}\b|other\b)[a-z’'-]{{3,}})"
    rf"(?P<where> {_PREP} [^,;:.!?—–()]*)?(?=[,;:.!?—–()]|$| (?:{_STOP})\b)"
)
_NO_THING = frozenset(
    """way thing time reason one question problem place answer hope exception difference choice chance option person
    people solution point goal issue concern purpose explanation hint sign source evidence candidate other people those
    few ones man remaining real known day year game part means path change""".split()  # noqa: SIM905
)
_MANY = r"(?:two|three|four|five|six|seven|eight|nine|ten|several|\d{1,3})"
_ANOTHER = (
    rf"\b(?P<found>(?:another|the other|a second|a third|the second|one of (?:the|its|their|only )?(?: ?{_MANY})?|both|(?:the|its|their|town[’']s|city[’']s|village[’']s|county[’']s|country[’']s) {_MANY}|the other {_MANY}|(?:its|[a-z]+[’']s) other|{_MANY} other)"
    r" (?:[a-z’'-]+ ){0,2}?(?P<noun>NOUN))\b"
)
_BLOCKS = re.compile(
    r"\b(?:will|would|plan\w*|propos\w+|could|should|might|until|before|after|former\w*|used to|no longer|once|died|closed (?:in|last|down)|demolish\w*|"
    r"not|never|no|elsewhere|outside|unlike|if|want\w*|need\w*|calls? for|build another|new|abroad)\b|n[’']t\b"
)
_LARGEST = re.compile(
    r"\b(?:the|(?P<owner>[a-z]+)[’']s) (?P<nth>(?:second|third|fourth|fifth)[ -])?(?P<rank>largest|biggest|tallest|highest|longest|oldest|smallest|richest|busiest|deepest|fastest)"
    rf" (?P<what>(?:(?!{_STOP}\b|{_PREP}\b)[a-z’'-]+ ){{0,3}}?(?!{_STOP}\b|{_PREP}\b)[a-z’'-]{{3,}})(?P<where> in [^,;:.!?—–()]+?)?(?=[,;:.!?—–()]| (?:and|with|which|that|after|is|was|has)\b|$)"
)
_WAS = re.compile(
    r"\b(?:once|former\w*|until|then|at the time|overt[oa]\w*|replac\w+|pass(?:ed|ing)|now|become|became|becoming|would|will|one of|among|after|behind|per)\b"
)
_BUILT = re.compile(
    r"\b(?:built|founded|opened|established|dates? from|dating from)(?: in)? (?P<year>(?:1\d|20)\d\d)\b"
)
_OLDEST = re.compile(
    r"\b(?:(?P<noun>[a-z]+) (?:is|was) the oldest|the oldest (?P<what>(?:[a-z]+ ){0,2}?[a-z]+)) in (?:the )?(?P<where>[a-z]+)[^.;]{0,30}?"
    r"\b(?:built|founded|opened|established|dating from)(?: in)? (?P<year>(?:1\d|20)\d\d)\b"
)
_MOST = frozenset(["largest", "biggest", "tallest", "highest", "longest", "deepest"])
_PREPOSED = re.compile(rf" {_PREP}\b")
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten several".split()  # noqa: SIM905
)
_TO_DO = re.compile(
    r" (?:ever )?(?:to (?:have )?(?:been )?|who (?:has |had |have )?(?:ever )?)(?P<verb>[a-z]+)"
)
_IS_ONLY = re.compile(r"\b(?P<noun>[a-z’'-]{3,}) (?:is|was|remains) $")
_NO_NAME = frozenset(["he", "she", "it", "they", "this", "that", "in", "the", "but", "and"])
_TRIGGER = re.compile(r" (?:only|sole) |est ")
_NEAR = 6


def onlys_against_others(
    subject: Subject, passages: list[Passage], told: list[Told]
) -> Iterator[Finding]:
    """Where an only one has company, and where two things are the largest or something larger is told of."""
    for passage in passages:
        if not _TRIGGER.search(passage.lower):
            continue
        near = [
            p
            for p in passages[max(0, passage.number - _NEAR) : passage.number + _NEAR + 1]
            if p is not passage
        ]
        yield from _only(subject, passage, near)
        yield from _largest(subject, passage, near)
    yield from _larger(subject, passages, told)
    yield from _older(subject, passages)


def _only(subject: Subject, passage: Passage, near: list[Passage]) -> Iterator[Finding]:
    for match in passage.matches(_ONLY):
        noun = match["noun"]
        if noun == "one" and (named := _IS_ONLY.search(passage.lower, 0, match.start())):
            noun = named["noun"]
        if noun in _NO_THING or noun.endswith("s") or "not the only" in passage.lower:
            continue
        where = _stems(match["where"] or "")
        modifiers = _stems(match["mods"])
        another = re.compile(_ANOTHER.replace("NOUN", _plural(noun)))
        for other in near:
            for found in another.finditer(other.lower):
                told = {
                    one
                    for one in _stems(found["found"]) - {stem(noun), "second", "third"} - _NUMBERS
                    if not one.isdigit()
                }
                place = _stems(other.lower[found.end() : found.end() + 40].partition(",")[0])
                same = (
                    where <= place | told
                    if where
                    else not _PREPOSED.match(other.lower, found.end())
                )
                if (
                    same
                    and _does_too(passage, match.end(), other, found.end())
                    and told <= modifiers | where
                    and not _BLOCKS.search(other.lower)
                    and not _BLOCKS.search(passage.lower)
                ):
                    yield _conflict(
                        subject,
                        passage.at(match.start(), match.end("noun")),
                        other.at(*found.span("found")),
                        "the only one ≠ one of several",
                        "Is it the only one?",
                    )
                    return


def _does_too(passage: Passage, end: int, other: Passage, after: int) -> bool:
    """Whether another one did what only one is said to have done: “the only Briton to have won the race”."""
    deed = _TO_DO.match(passage.lower, end)
    if deed is None:
        return True
    start = other.position.start + after
    return any(w.stem == stem(deed["verb"]) for w in other.words if start <= w.start < start + 30)


def _plural(noun: str) -> str:
    irregular = {"man": "men", "woman": "women", "child": "children", "person": "people"}
    ending = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"(?:{re.escape(noun)}|{re.escape(irregular.get(noun, ending))})"


def _stems(words: str) -> frozenset[str]:
    return content(words_of(words, TextPosition(0, len(words))))


def _largest(subject: Subject, passage: Passage, near: list[Passage]) -> Iterator[Finding]:
    """Two places in the order of size for one thing, or one place for two things."""
    for match in passage.matches(_LARGEST):
        for other in near:
            if (
                other.number < passage.number
                or _WAS.search(other.lower)
                or _WAS.search(passage.lower)
            ):
                continue
            for found in other.matches(_LARGEST):
                same = match["rank"] == found["rank"] and _scope(match) == _scope(found)
                if not same or not _scope(match) or _stems(match["what"]) != _stems(found["what"]):
                    continue
                names = _named(passage, match.start()), _named(other, found.start())
                if not all(names):
                    continue
                if (names[0] == names[1]) != (match["nth"] == found["nth"]):
                    yield _conflict(
                        subject,
                        passage.at(*match.span()),
                        other.at(*found.span()),
                        "one place in the order, two things"
                        if names[0] != names[1]
                        else "two places in the order, one thing",
                        "Rank them by the same figure.",
                    )
                    return


def _older(subject: Subject, passages: list[Passage]) -> Iterator[Finding]:
    """“The bridge is the oldest in the city, built in 1840”, and elsewhere “the city’s Mill Bridge was built in 1790”."""
    for passage in passages:
        for match in passage.matches(_OLDEST) if "oldest" in passage.lower else ():
            noun, where = stem(match["noun"] or match["what"].split()[-1]), _stems(match["where"])
            for other in passages[max(0, passage.number - _NEAR) : passage.number + _NEAR + 1]:
                if other is passage or _WAS.search(other.lower) or not where <= other.stems:
                    continue
                for built in other.matches(_BUILT):
                    before = other.lower[max(0, built.start() - 30) : built.start()]
                    if int(built["year"]) < int(match["year"]) and noun in _stems(before):
                        yield _conflict(
                            subject,
                            passage.at(*match.span()),
                            other.at(*built.span()),
                            f"{built['year']} < {match['year']}",
                            "Which of the two is the older?",
                        )
                        return


def _scope(largest: re.Match[str]) -> frozenset[str]:
    """The stems of where it is the largest: in England, England’s."""
    return _stems(f"{largest['owner'] or ''} {largest['where'] or ''}")


def _larger(subject: Subject, passages: list[Passage], told: list[Told]) -> Iterator[Finding]:
    """“The tallest building in the city, at 120 metres”, and elsewhere “the 150-metre building in the city”."""
    sized = [one for one in told if one.sort in (Sort.MEASURE, Sort.COUNT) and one.amount.is_plain]
    for passage in passages if sized else ():
        for match in passage.matches(_LARGEST) if "est " in passage.lower else ():
            own = [one for one in sized if one.passage is passage]
            if (
                match["nth"]
                or len(own) != 1
                or match["rank"] not in _MOST
                or _WAS.search(passage.lower)
            ):
                continue
            where, what = _scope(match), stem(match["what"].split()[-1])
            for one in sized:
                near = 0 < abs(one.passage.number - passage.number) <= _NEAR
                if (
                    not near
                    or one.unit != own[0].unit
                    or one.amount.tight[0] <= own[0].amount.tight[1]
                ):
                    continue
                around = _around(one)
                if (
                    what in around
                    and where <= one.passage.stems
                    and not _WAS.search(one.passage.lower)
                ):
                    yield _conflict(
                        subject,
                        passage.at(*match.span()),
                        one.place,
                        f"{one.shown} > {own[0].shown}",
                        "Which of the two is the larger?",
                    )
                    break


def _around(one: Told) -> frozenset[str]:
    """The stems of the words right before and behind a figure."""
    near = one.position.start - 40, one.position.end + 40
    return frozenset(w.stem for w in one.passage.words if near[0] <= w.start < near[1])


def _named(passage: Passage, before: int) -> str:
    """The name that a passage opens with, which the superlative is said of."""
    start = re.match(
        r"(?:The )?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*),? (?:is|was|remains|,)?",
        passage.string[:before],
    )
    if start is None or start[1].lower() in _NO_NAME:
        return ""
    return stem(start[1].split()[-1])


def _conflict(
    subject: Subject, one: TextPosition, other: TextPosition, arithmetic: str, advice: str
) -> Finding:
    return opposed(subject, "ordinal", FindingKind.ORDINALS, one, other, arithmetic, advice)
