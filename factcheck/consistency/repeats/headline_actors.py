"""Who did it to whom, where and when: the headline against the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.consistency.sameness.events import sorts_of
from factcheck.consistency.sameness.opposed import against_headline
from factcheck.consistency.sameness.passages import Passage, is_in_capitals
from factcheck.consistency.sameness.wording import Word, stem
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, Outcome

_LEAD = 10  # passages of the text that a headline is held against
_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_DAY = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_WHEN = re.compile(
    rf"\b(?P<deed>[a-z]{{3,}}) (?:in (?:early |late |mid-)?|on )(?P<when>{_MONTH}|{_DAY})\b"
)
_CALENDAR = re.compile(rf"(?:{_MONTH}|{_DAY})\b", re.IGNORECASE)
_MULTIPLES = re.compile(r"\b(?P<by>doubl|tripl|trebl|quadrupl|halv)(?:e|es|ed|ing)\b")
_LIKE = {"trebl": "tripl"}
_PLACED = re.compile(
    r"\b(?P<thing>[A-Za-z]{4,}) (?P<at>in |at |near )?(?P<place>(?!The )[A-Z][a-zé]{2,}(?: [A-Z][a-zé]+)?)\b"
)
_ON_ANOTHER = frozenset(
    [
        "beat",
        "defeat",
        "su",
        "shoot",
        "stab",
        "attack",
        "accus",
        "thrash",
        "invad",
        "bomb",
        "kill",
        "bit",
        "hire",
        "hir",
        "marry",
        "overtak",
        "outplay",
        "hammer",
        "edg",
        "knock",
        "crush",
        "rescu",
        "sav",
    ]
)
_TO_BE = frozenset(["was", "were", "is", "are", "been", "be", "being", "get", "got", "by"])


def headline_actors(subject: Subject, passages: list[Passage]) -> Iterator[Finding]:
    """Two who changed places between headline and text, and another place, month, day or multiple."""
    text = [passage for passage in passages if not passage.is_headline]
    if not text:
        return
    for headline in (passage for passage in passages if passage.is_headline):
        yield from _changed_places(subject, headline, text)
        yield from _elsewhere(subject, headline, text)
        yield from _another_time(subject, headline, text)
        yield from _another_multiple(subject, headline, text)


@dataclass(frozen=True, slots=True)
class _Deed:
    """Who did it to whom, by the stems of the nearest words that mean something."""

    doer: str
    verb: Word
    done_to: str


def _deeds_in(passage: Passage) -> Iterator[_Deed]:
    words = passage.words
    for index, verb in enumerate(words):
        if verb.stem not in _ON_ANOTHER or not 0 < index < len(words) - 1:
            continue
        passive = words[index - 1].lower in _TO_BE or words[index + 1].lower == "by"
        before = next((w for w in reversed(words[:index]) if not w.is_empty), None)
        after = next((w for w in words[index + 1 : index + 5] if not w.is_empty), None)
        if before is None or after is None or not (before.is_name and after.is_name):
            continue
        one, other = (after, before) if passive else (before, after)
        yield _Deed(one.stem, verb, other.stem)


def _changed_places(subject: Subject, headline: Passage, text: list[Passage]) -> Iterator[Finding]:
    """“Leeds beat York” above, “York beat Leeds” below."""
    done = list(_deeds_in(headline))
    told = [deed for passage in text[: 2 * _LEAD] for deed in _deeds_in(passage)] if done else []
    for above in done:
        if any((d.doer, d.done_to) == (above.doer, above.done_to) for d in told):
            continue
        turned = [
            d
            for d in told
            if _is_same_deed(above.verb, d.verb)
            and (d.done_to, d.doer) == (above.doer, above.done_to)
        ]
        for deed in turned[:1]:
            yield against_headline(
                subject,
                headline,
                Outcome.CONFLICT,
                f"Who “{above.verb.text}” whom is the other way round in the headline and in the text.",
                (above.verb.position, deed.verb.position),
                "the two names have changed places",
                "Who did it, and to whom?",
            )


def _is_same_deed(one: Word, other: Word) -> bool:
    return one.stem == other.stem or bool(sorts_of(one.stem) & sorts_of(other.stem) & {"win"})


def _elsewhere(subject: Subject, headline: Passage, text: list[Passage]) -> Iterator[Finding]:
    """“Fire in Leeds” above, “the fire in Bradford” below, and Leeds nowhere in the text."""
    if is_in_capitals(headline.string):
        return
    for above in _PLACED.finditer(headline.string):
        thing, place = stem(above["thing"]), above["place"]
        if _CALENDAR.match(place):
            continue
        if above["at"] is None and not above["thing"].islower():
            continue
        if any(place.casefold()[:4] in passage.lower for passage in text):
            continue
        for passage in text[:2]:
            for below in _PLACED.finditer(passage.string):
                if stem(below["thing"]) == thing and len(headline.stems & passage.stems) >= 2:
                    yield against_headline(
                        subject,
                        headline,
                        Outcome.ASK,
                        f"The {headline.role.value} says “{above[0]}”, the text “{below[0]}”, and “{place}” stands nowhere in it.",
                        (headline.at(*above.span()), passage.at(*below.span())),
                        f"“{place}” ≠ “{below['place']}”",
                        "Where was it?",
                    )
                    return


def _another_time(subject: Subject, headline: Passage, text: list[Passage]) -> Iterator[Finding]:
    """“To open in May” above, “will open in June” below, and May nowhere in the text."""
    for above in headline.matches(_WHEN):
        if any(re.search(rf"\b{above['when']}\b", passage.lower) for passage in text):
            continue
        for passage in text[:3]:
            for below in passage.matches(_WHEN):
                same = stem(below["deed"]) == stem(above["deed"])
                if same and len(headline.stems & passage.stems) >= 2:
                    yield against_headline(
                        subject,
                        headline,
                        Outcome.CONFLICT,
                        f"The {headline.role.value} says “{_said(headline, above)}”, the text “{_said(passage, below)}”.",
                        (headline.at(*above.span()), passage.at(*below.span())),
                        f"{_said(headline, above, 'when')} ≠ {_said(passage, below, 'when')}",
                        "When is it?",
                    )
                    return


def _another_multiple(
    subject: Subject, headline: Passage, text: list[Passage]
) -> Iterator[Finding]:
    """“Rents double” above, “rents have tripled” below, and nothing doubled in the text."""
    for above in headline.matches(_MULTIPLES):
        told = [(passage, match) for passage in text for match in passage.matches(_MULTIPLES)]
        ways = {_LIKE.get(match["by"], match["by"]) for _, match in told}
        if len(ways) != 1 or _LIKE.get(above["by"], above["by"]) in ways:
            continue
        passage, below = told[0]
        if len(headline.stems & passage.stems) >= 1:
            yield against_headline(
                subject,
                headline,
                Outcome.CONFLICT,
                f"The {headline.role.value} says “{_said(headline, above)}”, the text “{_said(passage, below)}”.",
                (headline.at(*above.span()), passage.at(*below.span())),
                f"“{_said(headline, above)}” ≠ “{_said(passage, below)}”",
                "By how much was it?",
            )
            return


def _said(passage: Passage, match: re.Match[str], group: str | int = 0) -> str:
    return passage.string[match.start(group) : match.end(group)]
