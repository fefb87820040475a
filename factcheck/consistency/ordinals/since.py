"""“The first since 2010” and “not since 2010”, against another of its kind that the article dates in between."""

import re
from collections.abc import Iterator

from factcheck.consistency.ordinals.none_since import BLOCKS, NoneSince, none_since, when, year_of
from factcheck.consistency.ordinals.nths import Nth
from factcheck.consistency.sameness.events import sorts_of
from factcheck.consistency.sameness.passages import Passage
from factcheck.consistency.sameness.wording import Word
from factcheck.consistency.subject import Subject
from factcheck.model.detected import TimeExpression
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow
from factcheck.model.text import TextPosition

_ANY = re.compile(r"\bby an?\b|\bof an?\b|\bno (?!longer)[a-z]+|\bnobody\b|\bnone\b|\bno one\b")
_IS_NOW = re.compile(
    r"\b(?:is|are|will be|has|have|hasn[’']t|haven[’']t|marks|becomes|today|this (?:week|month|year|season|summer))\b"
)
_PRONOUNS = frozenset(["he", "she", "it", "they", "we", "i", "who", "which", "that", "there"])
_ANYBODY = frozenset(
    [
        "workers",
        "staff",
        "miners",
        "teachers",
        "doctors",
        "nurses",
        "drivers",
        "players",
        "voters",
        "police",
        "people",
    ]
)
_SOMEBODY = frozenset(["a", "an", "another", "one", "two", "three"])
_LEAD = 2  # passages in which a news story tells what is new
_NEAR = 5  # passages
_OPENING = 8  # code points: “In 1991”, “In May 1991” has its year later
_LOOSE = frozenset(["rise", "fall", "meet"])  # sorts that say little without their object
_GAP = 30  # code points between the deed and its date


def since_against_dates(
    subject: Subject, passages: list[Passage], nths: list[Nth]
) -> Iterator[Finding]:
    """A first since a year, or none since it, with another of its kind after that year."""
    for since in none_since(subject, passages, nths):
        yield from _in_between(subject, since, passages)


def _in_between(subject: Subject, since: NoneSince, passages: list[Passage]) -> Iterator[Finding]:
    start = max(0, since.passage.number - _NEAR)
    for passage in passages[start : since.passage.number + _NEAR + 1]:
        if passage is since.passage or passage.is_headline:
            continue
        if passage.number < since.passage.number and not _is_now(since):
            continue  # “They won in 2015. It was their first win since 2010.”
        for time in subject.inside(subject.times, passage.position):
            if (found := _deed_at(subject, since, passage, time)) is None:
                continue
            finding = _held(subject, since, found, time)
            if finding is not None:
                yield finding
                return


def _deed_at(
    subject: Subject, since: NoneSince, passage: Passage, time: TimeExpression
) -> Word | None:
    """The word that tells of the same sort of event right before a date, or after “In 1991” at the beginning."""
    if not when(time) or BLOCKS.search(passage.lower):
        return None
    start, end = time.position.start, time.position.end
    opens = start - passage.position.start <= _OPENING
    near = [
        w
        for w in passage.words
        if (end <= w.start < end + _GAP if opens else start - _GAP <= w.start < start)
    ]
    deeds = [w for w in near if w.stem in since.deeds]
    if not deeds:
        return None
    deed = deeds[0] if opens else deeds[-1]
    between = [
        w for w in near if not w.is_empty and (w.start > deed.start) != opens and w is not deed
    ]
    if not opens and any(w.stem not in since.passage.stems for w in between):
        return None
    if _is_loose(since, passage, deed):
        return None
    return (
        deed
        if _may_be_same(since, passage, deed, end if opens else passage.position.start)
        else None
    )


def _is_loose(since: NoneSince, passage: Passage, deed: Word) -> bool:
    """Whether a rise or a fall is told by another word, of something that the first does not name."""
    if deed.stem in since.passage.stems or not sorts_of(deed.stem) & _LOOSE:
        return False
    return not (passage.stems - {deed.stem}) & since.passage.stems


def _may_be_same(since: NoneSince, passage: Passage, deed: Word, start: int) -> bool:
    """Whether who did it may be whom the first is told of: a pronoun, somebody met before, or anybody (“by a …”)."""
    before = [w for w in passage.words if start <= w.start and w.end <= deed.start]
    doers = [
        w
        for w in before
        if (not w.is_empty or w.lower in _PRONOUNS) and w.lower not in ("last", "already")
    ]
    if since.who:
        return any(word.stem == since.who for word in doers)
    if not doers or _ANY.search(since.passage.lower):
        return True
    for index, word in enumerate(before):
        told = word is doers[-1] or word.stem in since.passage.stems
        if told and index and before[index - 1].lower in _SOMEBODY:
            return True
    return doers[-1].lower in _PRONOUNS | _ANYBODY or doers[-1].stem in since.passage.stems


def _held(subject: Subject, since: NoneSince, deed: Word, time: TimeExpression) -> Finding | None:
    then = when(time)
    own = year_of(subject, since.passage, since.year_at)
    now = own or (subject.published.year if subject.published else 0)
    if then[0] < since.year[0] or (now and then[0] >= now):
        return None
    ends = (deed.start, deed.end, time.position.start, time.position.end)
    place = TextPosition(min(ends), max(ends))
    said, told = subject.words(since.position), subject.words(place)
    year, later = subject.words(since.year_at), subject.words(time.position)
    if then[0] == since.year[0]:
        if then != since.year:
            return None
        return subject.finding(
            "since-contradiction",
            FindingKind.ORDINALS,
            Outcome.CONSISTENT,
            f"“{said}” fits “{told}”.",
            (since.position, place),
            f"{year} = {later}",
        )
    certain = _is_now(since) or since.passage.number <= _LEAD or own
    counted = year if str(since.year[0]) in year else str(since.year[0])
    return subject.finding(
        "since-contradiction",
        FindingKind.ORDINALS,
        Outcome.CONFLICT if certain else Outcome.ASK,
        f"The text says “{said}”, and tells of a later one: “{told}”.",
        (since.position, place),
        f"{later} lies after {counted}",
        (SumRow("none since", counted, since.position), SumRow("but one in", later, place)),
        "Was the later one of the same kind?",
    )


def _is_now(since: NoneSince) -> bool:
    """Whether what is said to be the first is told of the present, so that a dated one is another."""
    return since.passage.is_headline or _IS_NOW.search(since.passage.lower) is not None
