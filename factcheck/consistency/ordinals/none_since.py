"""What the article says has not happened since a year: “the first visit since 2010”, “not won since”, “last won in”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.consistency.ordinals.nths import Nth
from factcheck.consistency.sameness.events import sorts_of, words_for
from factcheck.consistency.sameness.passages import Passage
from factcheck.consistency.sameness.wording import Word, stem
from factcheck.consistency.subject import Subject
from factcheck.model.detected import TimeExpression
from factcheck.model.text import TextPosition

DATED = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?$")
BLOCKS = re.compile(
    r"\b(?:not|never|no|nobody|none|without|plan\w*|due|hop(?:e|es|ed|ing) to|fail\w*|cancel\w*|almost|nearly|would|could|should|if|"
    r"instead|unlike|compared|before|until|since|first|unofficial\w*|expected|bid|tried|attempt\w*|refus\w+|postpone\w*|will|"
    r"again|later|then|next|followed|return\w*)\b|n[’']t\b"
)
_NOT = re.compile(
    r"\b(?:(?<!had )(?:not|never)(?: been| once| ever)?|(?:none|nobody|no one) (?:has|have)(?: been)?|no [a-z]+(?: [a-z]+){0,4}? (?:has|have)(?: been)?)\b"
    r"|\b(?:has|have)n[’']t(?: been)?"
)
_THERE_IS_NO = re.compile(
    r"\b(?:there (?:has|have) been|saw|seen|had) no (?P<what>[a-z]+(?: [a-z]+)?)\b"
)
_LAST = re.compile(
    r"\blast (?:time [a-z]+(?: [a-z]+)? )?(?P<deed>[a-z]+)(?P<rest>(?: [a-z’'-]+){0,5}?) (?:in|on)$|"
    r"\bthe last (?P<noun>[a-z]+)(?P<by>(?: [a-z’'-]+){0,5}?) (?:was|came|took place|happened) (?:held )?in$"
)
_FIRST_TIME = re.compile(r"\bfor the first time$")
_TO_DO = re.compile(r"\s*to (?P<verb>[a-z]+)")
_IN_YEARS = re.compile(r"P(\d{1,3})Y$")


@dataclass(frozen=True, slots=True)
class NoneSince:
    """That nothing of a sort has happened since a year: where it is said, by which words, and the year itself.

    ``deeds`` are the stems by which another one would be told; ``year_at`` is the place of the year, and
    ``who`` the stem of what a doer has to be, where the first of its kind is told of (“the first Briton to win”).
    """

    position: TextPosition
    passage: Passage
    deeds: frozenset[str]
    year: tuple[int, ...]
    year_at: TextPosition
    who: str = ""


def none_since(subject: Subject, passages: list[Passage], nths: list[Nth]) -> Iterator[NoneSince]:
    """Every such statement of the article."""
    for nth in nths:
        if nth.rank == 1:
            yield from _first(subject, nth)
    for passage in passages:
        for time in subject.inside(subject.times, passage.position):
            yield from _negated(passage, time)


def when(time: TimeExpression) -> tuple[int, ...]:
    """Year, month and day of a time as far as its value gives them; empty where it gives no year."""
    found = DATED.match(time.value)
    return tuple(int(part) for part in found.groups() if part) if found else ()


def year_of(subject: Subject, passage: Passage, but: TextPosition) -> int:
    """The latest year that a passage is told of, ``but`` left out; 0 where it gives none."""
    own = [
        when(t)[0]
        for t in subject.inside(subject.times, passage.position)
        if when(t) and not t.position.overlaps(but)
    ]
    return max(own, default=0)


def _first(subject: Subject, nth: Nth) -> Iterator[NoneSince]:
    clause = TextPosition(nth.position.start, nth.passage.position.end)
    for time in subject.inside(subject.times, clause):
        between = subject.text[nth.position.end : time.position.start].casefold()
        if when(time) and nth.since_at and nth.since_at.contains(time.position):
            if _is_bare(subject, nth.since_at, time):
                done = _TO_DO.match(between)
                verb, who = (stem(done["verb"]), nth.head) if done else (nth.head, "")
                said = _none(nth.passage, nth.position.start, deeds(verb), time)
                yield replace(said, who=who)
        elif (years := _IN_YEARS.match(time.value)) and re.search(
            r"\b(?:in|for)\s*(?:more than|over|almost|nearly)?\s*$", between
        ):
            now = year_of(subject, nth.passage, time.position) or (
                subject.published.year if subject.published else 0
            )
            if now and not re.search(r"[,;:.]", between):
                position = TextPosition(nth.position.start, time.position.end)
                yield NoneSince(
                    position, nth.passage, deeds(nth.head), (now - int(years[1]),), time.position
                )


def _is_bare(subject: Subject, since: TextPosition, year: TimeExpression) -> bool:
    """Whether the date is what it is counted from, and no part of another name (the flood of 1998)."""
    between = subject.text[since.start : year.position.start].casefold().split()
    return set(between) <= {"since", "in", "early", "late", "mid", "the"}


def _negated(passage: Passage, time: TimeExpression) -> Iterator[NoneSince]:
    """“Has not won since 2010”, “no prime minister has visited since”, “last won in”, “for the first time since”."""
    if not when(time):
        return
    before = passage.lower[: max(0, time.position.start - passage.position.start)].rstrip()
    clause = before.removesuffix("since").rstrip()
    if clause == before:
        yield from _last(passage, before, time)
        return
    if _FIRST_TIME.search(clause):
        done = [
            w
            for w in passage.words
            if w.end <= passage.position.start + len(clause) and _is_past(w)
        ]
        if done:
            yield _none(passage, done[-1].start, deeds(done[-1].stem), time)
        return
    there = list(_THERE_IS_NO.finditer(clause))
    if there and len(clause) - there[-1].end() < 40:
        found = frozenset().union(*(deeds(stem(word)) for word in there[-1]["what"].split()))
        yield _none(passage, passage.position.start + there[-1].start(), found, time)
        return
    negated = list(_NOT.finditer(clause))
    if negated and len(clause) - negated[-1].end() <= 60:
        start, end = (
            passage.at(negated[-1].start(), negated[-1].end()).end,
            passage.position.start + len(clause),
        )
        verb = next((w for w in passage.words if start <= w.start < end and not w.is_empty), None)
        if verb is not None:
            yield _none(
                passage, passage.position.start + negated[-1].start(), deeds(verb.stem), time
            )


def _last(passage: Passage, before: str, time: TimeExpression) -> Iterator[NoneSince]:
    match = _LAST.search(before)
    if match is None:
        return
    noun = match["noun"] is not None
    start = passage.position.start + match.start("noun" if noun else "deed")
    word = next((w for w in passage.words if w.start == start), None)
    if word is not None and not word.is_empty and (noun or _is_past(word)):
        yield _none(passage, passage.position.start + match.start(), deeds(word.stem), time)


def _is_past(word: Word) -> bool:
    """Whether a word has the form of a past tense: won, fell, visited."""
    lower = word.lower
    return not word.is_empty and (
        lower.endswith("ed") or (lower != word.stem and not lower.endswith(("s", "ing", "e")))
    )


def _none(passage: Passage, start: int, found: frozenset[str], time: TimeExpression) -> NoneSince:
    position = TextPosition(start, time.position.end)
    return NoneSince(position, passage, found, when(time), time.position)


def deeds(one: str) -> frozenset[str]:
    """The stems that tell of the same sort of event as a stem does."""
    return frozenset([one]).union(*(words_for(sort) for sort in sorts_of(one)))
