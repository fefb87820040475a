"""A first against one before it: “her debut novel” and “her earlier novels”, “closed twice before” and “the second”."""

import re
from collections.abc import Iterator

from factcheck.consistency.ordinals.nths import Nth
from factcheck.consistency.sameness.events import sorts_of
from factcheck.consistency.sameness.opposed import opposed
from factcheck.consistency.sameness.passages import Passage
from factcheck.consistency.sameness.wording import Word, stem
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow
from factcheck.model.text import TextPosition

_OWNER = r"(?P<owner>his|her|its|their)"
_DEBUT = re.compile(rf"\b{_OWNER} debut (?P<noun>[a-z]+)\b")
_EARLIER = re.compile(
    rf"\b{_OWNER} (?:(?:two|three|four|five|many|several|\d+) )?(?:previous|earlier|past|last) (?:(?:two|three|four|five|\d+) )?(?P<noun>[a-z]+)\b"
)
_TO_DO = re.compile(r"\s*(?:ever )?to (?P<verb>[a-z]+)\b")
_ONES = re.compile(
    r"\b(?P<ones>another|two|three|four|five|six|seven|eight|nine|ten|several|other|\d{1,2}) (?P<noun>[a-z’'-]+)\b"
)
_BEFORE = re.compile(
    r"\b(?:before (?:him|her|it|them|that)|earlier|previously|already|in (?:1[6-9]|20)\d\d)\b"
)
_TIMES = re.compile(
    r"\b(?P<times>once|twice|(?:two|three|four|five|six|seven|eight|nine|\d{1,2}) times) (?:before\b(?! the| a)|previously|already)"
)
_NUMBERS = {"once": 1, "twice": 2} | {
    word: n
    for n, word in enumerate(["two", "three", "four", "five", "six", "seven", "eight", "nine"], 2)
}
_LIMITED = re.compile(
    r"\b(?:since|this (?:year|season|month|week|term)|of the (?:year|season|month|week|day)|in (?:[a-z]+|\d+) (?:years|months|weeks|days)|as|for)\b"
)
_NOT = re.compile(
    r"\b(?:not|never|no|would|could|should|will|if|almost|nearly|tried|attempted|failed|since|until|except)\b|n[’']t\b"
)
_NEAR = 6  # passages


def firsts_against_earlier(
    subject: Subject, passages: list[Passage], nths: list[Nth]
) -> Iterator[Finding]:
    """Where something came before a first, or more of them came before an nth than its number leaves room for."""
    for nth in nths:
        near = [
            p
            for p in passages[max(0, nth.passage.number - _NEAR) : nth.passage.number + _NEAR + 1]
            if p is not nth.passage
        ]
        if nth.rank == 1:
            yield from _first_of_hers(subject, nth, near)
            yield from _first_to_do(subject, nth, near)
        yield from _so_many_before(subject, nth, near)
    for passage in passages:
        for debut in passage.matches(_DEBUT):
            yield from _debut(subject, passage, debut, passages)


def _debut(
    subject: Subject, passage: Passage, debut: re.Match[str], passages: list[Passage]
) -> Iterator[Finding]:
    for other in passages[max(0, passage.number - _NEAR) : passage.number + _NEAR + 1]:
        for found in other.matches(_EARLIER):
            same = stem(found["noun"]) == stem(debut["noun"]) and found["owner"] == debut["owner"]
            if same and other is not passage:
                places = passage.at(*debut.span()), other.at(*found.span())
                yield _opposed(subject, *places, "a debut ≠ one of several")
                return


def _first_of_hers(subject: Subject, nth: Nth, near: list[Passage]) -> Iterator[Finding]:
    if (
        nth.owner not in ("his", "her", "its", "their")
        or nth.since
        or _LIMITED.search(nth.passage.lower, nth.position.end - nth.passage.position.start)
    ):
        return
    for other in near:
        for found in other.matches(_EARLIER):
            if found["owner"] != nth.owner or stem(found["noun"]) != nth.head:
                continue
            behind = {w.stem for w in other.words if w.start >= other.position.start + found.end()}
            if nth.behind and not nth.behind & behind:
                continue
            yield _opposed(
                subject, nth.position, other.at(*found.span()), "the first ≠ one of several"
            )
            return


def _first_to_do(subject: Subject, nth: Nth, near: list[Passage]) -> Iterator[Finding]:
    """“The first Briton to win”, and elsewhere “two Britons had won it before him”."""
    deed = _TO_DO.match(nth.passage.lower, nth.position.end - nth.passage.position.start)
    if deed is None or nth.since:
        return
    verb = stem(deed["verb"])
    for other in near:
        if not _BEFORE.search(other.lower) or _NOT.search(other.lower):
            continue
        for found in other.matches(_ONES):
            done = _done(other, found.end(), verb)
            if stem(found["noun"]) != nth.head or done is None:
                continue
            if nth.passage.number > other.number and not _is_before(other):
                continue
            place = other.at(found.start(), done.end - other.position.start)
            yield _opposed(subject, nth.position, place, "the first ≠ one of several")
            return


def _is_before(passage: Passage) -> bool:
    return "before h" in passage.lower or "already" in passage.lower


def _done(passage: Passage, after: int, verb: str) -> Word | None:
    start = passage.position.start + after
    return next(
        (w for w in passage.words if start <= w.start < start + 30 and w.stem == verb), None
    )


def _so_many_before(subject: Subject, nth: Nth, near: list[Passage]) -> Iterator[Finding]:
    """“Closed twice before”, and elsewhere “the second closure”."""
    if nth.since or nth.behind or _NOT.search(nth.passage.lower):
        return
    sorts = sorts_of(nth.head)
    for other in near:
        if abs(other.number - nth.passage.number) > 2:
            continue
        for found in other.matches(_TIMES):
            start = other.position.start + found.start()
            told = [w for w in other.words if start - 40 <= w.start < start]
            same = [w for w in told if w.stem == nth.head or sorts & sorts_of(w.stem)]
            if not same:
                continue
            count = _count(found["times"])
            if count + 1 == nth.rank:
                return
            place = other.at(same[-1].start - other.position.start, found.end())
            yield subject.finding(
                "ordinal",
                FindingKind.ORDINALS,
                Outcome.CONFLICT,
                f"The text says “{subject.words(place)}”, which makes this number {count + 1}, and calls it “{nth.words}”.",
                (place, nth.position),
                f"{count} + 1 = {count + 1}, not {nth.rank}",
                (
                    SumRow("before", str(count), place),
                    SumRow("this one", "1"),
                    SumRow("so this is number", str(count + 1), nth.position, is_result=True),
                ),
            )
            return


def _count(times: str) -> int:
    word = times.partition(" ")[0]
    return _NUMBERS.get(word) or int(word)


def _opposed(subject: Subject, one: TextPosition, other: TextPosition, arithmetic: str) -> Finding:
    advice = "Was there one before?"
    return opposed(subject, "ordinal", FindingKind.ORDINALS, one, other, arithmetic, advice)
