"""“All”, “none”, “both”, “unanimously” and “every year”, against an exception that the article tells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.consistency.ordinals.streaks import DIRECTIONS, contrary_in
from factcheck.consistency.quantifiers.unharmed import unharmed
from factcheck.consistency.sameness.events import contraries_of, sorts_of
from factcheck.consistency.sameness.opposed import opposed
from factcheck.consistency.sameness.passages import Passage, passages_of
from factcheck.consistency.sameness.wording import Word, stem
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, FindingKind
from factcheck.model.text import TextPosition

_NEAR = 4  # passages
_TRIGGER = re.compile(
    r"\b(?:all|every|each|both|none|no|neither|nobody|no-one|without|unanimous(?:ly)?|everyone|everybody)\b",
    re.IGNORECASE,
)
_ALL = frozenset(["all", "every", "each", "both"])
_NONE = frozenset(["none", "no", "neither", "nobody"])
_DETERMINERS = frozenset(
    ["of", "the", "its", "their", "his", "her", "those", "these", "single", "one"]
)
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozen several some few".split()  # noqa: SIM905
)
_AUXILIARY = frozenset(
    "were was are is have has had been be did do all also both being later".split()  # noqa: SIM905
)
_PREPOSITIONS = frozenset(
    [
        "in",
        "on",
        "at",
        "of",
        "from",
        "aboard",
        "inside",
        "with",
        "under",
        "between",
        "involved",
        "named",
    ]
)
_NEGATING = frozenset(["not", "never", "no", "neither", "nor", "without"])
_FAILING = frozenset(  # stems
    "declin fail refus".split()  # noqa: SIM905
)
_PARTS = _NUMBERS | frozenset(
    "a an another other last remaining second third fourth younger older elder youngest oldest".split()  # noqa: SIM905
)
_EXCEPTING = re.compile(
    r"\b(?:but|except\w*|apart from|other than|bar|barring|save for|excluding|although|though|almost|nearly|virtually|not all|"
    r"not every|if|would|could|should|might|will|may be|hop\w+|expected|want\w*|else|others?)\b"
)
_LATER = re.compile(
    r"\b(?:later|earlier|previous\w*|initially|at first|until|before|then|now|since|eventually|last (?:week|month|year)|"
    r"another|separate|if|would|could|should|might|will|year|years|months?|elsewhere|else)\b"
)
_UNANIMOUS = re.compile(
    r"\b(?:unanimous(?:ly)?|without (?:dissent|opposition)|with no votes against|(?:nobody|no one|no councillor|no member) voted against)\b"
)
_VOTE = re.compile(
    r"(?<![\d.–-])\b(?P<for>\d{1,3})(?: votes?)?(?: to |[-–])(?P<against>[1-9]\d{0,2})\b(?![\d.,]*(?:%|percent| per cent| years?| days?| p\.?m| a\.?m))"
)
_AGAINST = re.compile(
    r"\b(?:voted (?:against|no)\b|dissented|(?:one|two|three|four|five|\d+)(?: [a-z]+){0,2} (?:against|opposed|dissenting)\b)"
)
_VOTING = re.compile(
    r"\b(?:vot\w+|ballot|in favou?r|approv\w+|pass\w+|reject\w+|carried|decided|decision|motion)\b"
)
_ORDER = re.compile(
    r"\b(?:first|second|third|other|another|earlier|previous|last|separate|later|since|years?|blaze in|similar)\b"
)
_EVERY_YEAR = re.compile(r"\b(?:every|each) year since (?P<year>(?:19|20)\d\d)\b")
_WON_EVERY = re.compile(
    r"\bwon every (?P<what>[a-z]+)(?: [a-z]+){0,3}? since (?P<year>(?:19|20)\d\d)\b"
)
_LOST_ONE = re.compile(r"\b(?:lost|defeat|beaten)\b[^.;]{0,30}?\b(?P<year>(?:19|20)\d\d)\b")
_NOT_HELD = re.compile(
    r"\b(?:cancel\w+|called off|not held|(?:was|were|did) not|(?:wasn|weren|didn)[’']t|suspended|skipped|missed)\b[^.;]{0,40}?\bin (?P<year>(?:19|20)\d\d)\b"
)
_NOT_THEN = re.compile(
    r"^in (?P<year>(?:19|20)\d\d),? (?:there was no |no [a-z]+ was |(?:it|they|the [a-z]+) (?:was|were|had) (?:not|cancelled|called off|suspended))"
)
_EVERY_ONE = re.compile(
    r"\b(?:in|for|at|of) every (?P<what>game|match|meeting|session|race|test|class|rehearsal|round)\b"
)
_MISSED = r"\b(?:missed|sat out|skipped) (?:the |a |an |one |two |three |several )?(?:[a-z]+ )?{what}(?:e?s)?\b"


@dataclass(frozen=True, slots=True)
class _Told:
    """What is told of some or of all: the deed, and whether it is denied."""

    who: Word
    first: Word
    deed: Word
    denied: bool


def findings(subject: Subject) -> Iterator[Finding]:
    """Where the article tells of one to whom “all” or “none” does not apply."""
    passages = passages_of(subject)
    for passage in passages:
        if not _TRIGGER.search(passage.lower):
            continue
        near = passages[max(0, passage.number - _NEAR) : passage.number + _NEAR + 1]
        yield from _unanimous(subject, passage, near)
        yield from unharmed(subject, passage, near)
        yield from _every_one(subject, passage, near)
        yield from _every_year(subject, passage, near)
        yield from _won_every(subject, passage, near)
        yield from _general(subject, passage, near)


def _unanimous(subject: Subject, passage: Passage, near: list[Passage]) -> Iterator[Finding]:
    match = next(passage.matches(_UNANIMOUS), None)
    if match is None or re.search(
        r"\b(?:not|n[’']t|almost|nearly|if|need\w*|would|must)\b", passage.lower
    ):
        return
    for other in near:
        if not _VOTING.search(other.lower) or (other is not passage and _ORDER.search(other.lower)):
            continue
        votes = _VOTE.search(other.lower) or _AGAINST.search(other.lower)
        if votes is None or (votes.start() == match.start() and other is passage):
            continue
        if other is not passage and not _on_same_vote(passage, other):
            continue
        yield _conflict(
            subject, passage.at(*match.span()), other.at(*votes.span()), "unanimous ≠ votes against"
        )
        return


def _on_same_vote(passage: Passage, other: Passage) -> bool:
    """Whether a count goes on about the vote before it, or shares what was voted on."""
    if re.match(
        r"(?:the|that|this|it|in the) (?:vote|motion|decision|result|count|was)", other.lower
    ):
        return True
    if abs(passage.number - other.number) == 1 and re.search(
        r"\bvoted (?:against|no)\b[.,]?$", other.lower
    ):
        return True
    shared = passage.stems & other.stems
    return (
        len({one for one in shared if one not in _BODIES}) >= 1
        and abs(passage.number - other.number) <= 2
    )


_BODIES = frozenset(  # stems
    "approv board city committe council friday hous member monday parliament senat thursday town tuesday vot wednesday".split()  # noqa: SIM905
)


def _every_year(subject: Subject, passage: Passage, near: list[Passage]) -> Iterator[Finding]:
    match = next(passage.matches(_EVERY_YEAR), None)
    if match is None or _EXCEPTING.search(passage.lower):
        return
    directions = {sort for word in passage.words for sort in sorts_of(word.stem) & DIRECTIONS}
    for other in near:
        linked = other.words[0].lower in ("it", "they") or bool(passage.stems & other.stems)
        if not linked and other is not passage:
            continue
        spans = [
            (found.span(), int(found["year"]))
            for pattern in (_NOT_HELD, _NOT_THEN)
            for found in other.matches(pattern)
        ]
        for direction in directions if other is not passage else ():
            contrary = contrary_in(other, 0, direction)
            if contrary is not None and other.lower[contrary[2] - 4 : contrary[2]].isdigit():
                spans.append((contrary[1:], int(other.lower[contrary[2] - 4 : contrary[2]])))
        for span, year in spans:
            if year > int(match["year"]):
                places = passage.at(*match.span()), other.at(*span)
                yield _conflict(
                    subject, *places, f"every year since {match['year']} ≠ not in {year}"
                )
                return


def _every_one(subject: Subject, passage: Passage, near: list[Passage]) -> Iterator[Finding]:
    """“Has played in every game”, and elsewhere “missed the game against York”."""
    match = next(passage.matches(_EVERY_ONE), None)
    if match is None or _EXCEPTING.search(passage.lower):
        return
    missed = re.compile(_MISSED.replace("{what}", match["what"]))
    for other in near:
        found = missed.search(other.lower)
        if (
            found is None
            or other is passage
            or re.search(r"\b(?:not|never|last season|last year)\b", other.lower)
        ):
            continue
        names = [
            {w.stem for w in p.words if w.is_name and not w.is_empty} for p in (passage, other)
        ]
        if names[0] & names[1] or other.words[0].lower in ("he", "she", "it", "they"):
            places = passage.at(*match.span()), other.at(*found.span())
            yield _conflict(subject, *places, "every one ≠ all but one")
            return


def _won_every(subject: Subject, passage: Passage, near: list[Passage]) -> Iterator[Finding]:
    match = next(passage.matches(_WON_EVERY), None)
    if match is None or _EXCEPTING.search(passage.lower):
        return
    for other in near:
        for found in other.matches(_LOST_ONE):
            linked = (
                other.words[0].lower in ("it", "they", "he", "she", "the")
                or stem(match["what"]) in other.stems
            )
            if (
                linked
                and int(found["year"]) > int(match["year"])
                and not _EXCEPTING.search(other.lower)
            ):
                places = passage.at(*match.span()), other.at(*found.span())
                yield _conflict(
                    subject, *places, f"every one since {match['year']} ≠ not in {found['year']}"
                )
                return


def _general(subject: Subject, passage: Passage, near: list[Passage]) -> Iterator[Finding]:
    """All or none of some people or things, and one of them of whom the contrary is told."""
    for index, word in enumerate(passage.words):
        if word.lower not in _ALL and word.lower not in _NONE:
            continue
        if _EXCEPTING.search(passage.lower):
            return
        general = _statement(passage.words, index)
        if general is None:
            continue
        none = word.lower in _NONE
        for other in near:
            if (
                other is passage
                or _LATER.search(other.lower)
                or _EXCEPTING.search(other.lower.replace("the other", ""))
            ):
                continue
            exception = _exception(general, none, other)
            if exception is not None:
                yield _conflict(
                    subject,
                    TextPosition(general.first.start, general.deed.end),
                    TextPosition(exception.first.start, exception.deed.end),
                    "none ≠ one of them" if none else f"{word.lower} ≠ all but one",
                )
                break


def _statement(words: list[Word], index: int) -> _Told | None:
    """“All 12 passengers on board were rescued”, taken apart; None where it is no such sentence."""
    at = index + 1
    while at < len(words) and (
        words[at].lower in _DETERMINERS
        or words[at].lower in _NUMBERS
        or words[at].text[0].isdigit()
    ):
        at += 1
    for noun in range(at, min(at + 3, len(words) - 1)):
        following = words[noun + 1]
        if following.lower in _AUXILIARY | _PREPOSITIONS or sorts_of(following.stem):
            deed = _deed_after(words, noun + 1)
            return _Told(words[noun], words[index], *deed) if deed and not deed[1] else None
    return None


def _deed_after(words: list[Word], at: int) -> tuple[Word, bool] | None:
    """The verb that a subject leads to, and whether it is denied: “on board were not rescued”."""
    denied, helped = False, False
    for index, word in enumerate(words[at : at + 8], at + 1):
        lower = word.lower
        leads_on = index < len(words) and words[index].lower == "to"
        if (
            lower in _NEGATING
            or lower.endswith(("n't", "n’t"))
            or (leads_on and word.stem in _FAILING)
        ):
            denied = True
        elif lower in _AUXILIARY:
            helped = True
        elif lower == "to" or lower.endswith("ly"):
            continue
        elif sorts_of(word.stem) or (helped and not word.is_empty):
            return word, denied
    return None


def _exception(general: _Told, none: bool, other: Passage) -> _Told | None:
    words = other.words
    for index, word in enumerate(words):
        group = _group(words, index, general)
        if group is None:
            continue
        deed = _deed_after(words, index + 1)
        if deed is None:
            continue
        told = _Told(word, group, *deed)
        if none and not told.denied and _is_same(general.deed, told.deed):
            return told
        if not none and _is_contrary(general, told):
            return told
    return None


def _group(words: list[Word], index: int, general: _Told) -> Word | None:
    """The word that begins “one passenger”, “two of the passengers”, “one of them”, “the other”; None where none does."""
    word = words[index]
    before = words[max(0, index - 3) : index]
    if word.stem == general.who.stem:
        for one in reversed(before):
            if one.lower in _PARTS or one.text[0].isdigit():
                return one
            if one.lower not in ("of", "the", "its", "their", "his", "her"):
                return None
        return None
    if word.lower == "them" and len(before) >= 2 and before[-1].lower == "of":
        return before[-2] if before[-2].lower in _PARTS or before[-2].text[0].isdigit() else None
    return None


def _is_same(one: Word, other: Word) -> bool:
    return one.stem == other.stem or bool(
        sorts_of(one.stem) & sorts_of(other.stem) - {"rise", "fall", "win"}
    )


def _is_contrary(general: _Told, told: _Told) -> bool:
    if general.deed.stem == told.deed.stem:
        return told.denied
    opposed = {sort for one in sorts_of(general.deed.stem) for sort in contraries_of(one)}
    return not told.denied and bool(opposed & sorts_of(told.deed.stem))


def _conflict(subject: Subject, one: TextPosition, other: TextPosition, arithmetic: str) -> Finding:
    advice = "Are these the same people or things?"
    return opposed(subject, "quantifier", FindingKind.QUANTIFIERS, one, other, arithmetic, advice)
