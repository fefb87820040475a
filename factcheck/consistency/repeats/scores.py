"""Results of games and votes that are given two ways: 2–1 above and 3–1 below, “the 3–2 win” after a 3–1."""

import re
from collections.abc import Iterator

from factcheck.consistency.repeats.headline_figures import told_otherwise
from factcheck.consistency.sameness.passages import Passage
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow

_SCORE = re.compile(
    r"(?<![\d.,–-])(?P<a>\d{1,3})\s?(?:[-–—]|\bto\b|votes? to)\s?(?P<b>\d{1,3})(?![\d%–-]|[.,]\d|\s*(?:percent|per cent|year|day|week|month|hour|minute|million|billion))"
)
_CONTEST = re.compile(
    r"\b(?:w[io]n|wins|winning|victory|los[ts]|lose[sd]?|beat\w*|defeat\w*|draw|drew|drawn|vot\w+|score\w*|against|thrash\w*|edge[sd]?|over)\b"
)
_KNOWN = re.compile(
    r"\bthe (?P<score>(?P<a>\d{1,3})[-–](?P<b>\d{1,3})) (?:[a-z]+ )?(?:win|victory|defeat|loss|draw|vote|decision|ruling|result)\b"
)
_ANOTHER = re.compile(
    r"\b(?:earlier|previous\w*|first|second|third|last|another|other|next|then|later|half|set|quarter|agree\w*|preliminary|final|aggregate)\b"
)
_NEAR = 4  # passages


def scores_told_twice(subject: Subject, passages: list[Passage]) -> Iterator[Finding]:
    """Conflicts between results of what reads as one game or one vote."""
    text = [passage for passage in passages if not passage.is_headline]
    for passage in passages:
        if passage.is_headline and text:
            yield from _score_against_text(subject, passage, text)
        elif not passage.is_headline:
            yield from _known_score(subject, passage, passages)


def _known_score(subject: Subject, passage: Passage, passages: list[Passage]) -> Iterator[Finding]:
    for known in passage.matches(_KNOWN):
        before = passages[max(0, passage.number - _NEAR) : passage.number]
        told = [(other, score) for other in before for score in other.matches(_SCORE)]
        values = {frozenset((int(score["a"]), int(score["b"]))) for _, score in told}
        wanted = frozenset((int(known["a"]), int(known["b"])))
        if len(values) != 1 or wanted in values or not wanted & next(iter(values)):
            continue
        other, score = told[0]
        if any(_ANOTHER.search(one.lower) for one in (passage, other)) or not _CONTEST.search(
            other.lower
        ):
            continue
        places = other.at(*score.span()), passage.at(*known.span("score"))
        first, second = (subject.words(place) for place in places)
        yield subject.finding(
            "repeat-number",
            FindingKind.REPEATS,
            Outcome.CONFLICT,
            f"The text gives the result as “{first}” in one place and as “{second}” in another.",
            places,
            f"{first} ≠ {second}",
            (SumRow("first", first, places[0]), SumRow("later", second, places[1])),
            "Look up which of the two holds.",
        )


def _score_against_text(
    subject: Subject, headline: Passage, text: list[Passage]
) -> Iterator[Finding]:
    """A result in the headline (3–1, 11 to 4) that the text never gives, where its lead gives another."""
    if not _CONTEST.search(headline.lower):
        return
    for score in headline.matches(_SCORE):
        wanted = {int(score["a"]), int(score["b"])}
        known = [(p, m) for p in text for m in p.matches(_SCORE)]
        if any({int(m["a"]), int(m["b"])} == wanted for _, m in known):
            return
        for passage, match in known[:1]:
            if _ANOTHER.search(passage.lower):
                continue
            if passage.number <= text[0].number + 2 and _CONTEST.search(passage.lower):
                yield _other_score(subject, headline, score, passage, match)


def _other_score(
    subject: Subject,
    headline: Passage,
    score: re.Match[str],
    passage: Passage,
    match: re.Match[str],
) -> Finding:
    places = headline.at(*score.span()), passage.at(*match.span())
    first, second = (subject.words(place) for place in places)
    return told_otherwise(subject, places, first, second, f"{first} ≠ {second}", "")
