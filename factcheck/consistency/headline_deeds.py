"""What the headline says was done, by whom and how, against what the text says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.consistency.events import contraries_of, sorts_of, words_for
from factcheck.consistency.passages import Passage, is_in_capitals
from factcheck.consistency.subject import Subject
from factcheck.consistency.wording import Word, stem
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow
from factcheck.model.text import TextPosition

_LEAD = 5  # passages of the text that a headline is held against
_DAY = r"(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday"
_CALL = re.compile(
    r"\b(?:(?:tele)?phone calls?|video calls?|video link|video conference|conference call|phone conversation|"
    rf"(?:during|in|on|after|following) (?:a|the|their) (?:\w+-?\w* )?call\b|calls?(?= (?:{_DAY}))|"
    r"by (?:tele)?phone|over the (?:tele)?phone|on the (?:tele)?phone)\b"
)
_MEETS = re.compile(
    r"\b(?:to meet|will meet|meets?|met)\b(?! (?:with )?(?:criticism|resistance|opposition|target|demand|deadline))"
)
_IN_PERSON = re.compile(
    r"\b(?:meet|meets|met|meetings?|summit|face[- ]to[- ]face|in person|visit\w*|hosted?|welcomed)\b"
)
_BEING = re.compile(r"\b(?:is|are)(?: \w+ly| still| now)? being (?P<verb>\w+)\b")
_STILL_TO = re.compile(
    r"\b(?:will|is to|are to|is due to|are due to|is set to|are set to|is expected to) be (?P<verb>\w+)\b"
)
_NOT = re.compile(
    r"\b(?:not|no|never|nor|neither|without|fail\w*|unless|if|whether|could|might|would|may (?:be|have|not)|"
    r"before|until|call(?:s|ed)? off|cancel\w*|postpone\w*|again|first|then|earlier|later|previously)\b|n[’']t\b"
)
_NEVER = re.compile(r"\b(?:not|no|never|nor|neither|without|unless|if|whether)\b|n[’']t\b")
_TO_DO = re.compile(r"\bto (?P<verb>[a-z]+)\b")
_TO_COME = frozenset(
    "to will would shall should be is are can could may might must".split()  # noqa: SIM905
)
_PLACED = re.compile(
    r"\b(?P<thing>[A-Za-z]{4,}) (?P<at>in |at |near )?(?P<place>(?!The )[A-Z][a-zé]{2,}(?: [A-Z][a-zé]+)?)\b"
)
_ON_A_DAY = re.compile(rf"(?: [a-z’'-]+){{0,4}} (?:{_DAY})\b")
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


def headline_deeds(subject: Subject, passages: list[Passage]) -> Iterator[Finding]:
    """A meeting that was a call, a thing done that is still being done, the contrary deed, and two who changed places."""
    text = [passage for passage in passages if not passage.is_headline]
    if not text:
        return
    for headline in (passage for passage in passages if passage.is_headline):
        yield from _meeting_and_call(subject, headline, text)
        yield from _not_done_yet(subject, headline, text)
        yield from _done_already(subject, headline, text)
        yield from _contrary(subject, headline, text)
        yield from _elsewhere(subject, headline, text)
        yield from _changed_places(subject, headline, text)


def _meeting_and_call(
    subject: Subject, headline: Passage, text: list[Passage]
) -> Iterator[Finding]:
    meets = next(headline.matches(_MEETS), None)
    if meets is None or any(_IN_PERSON.search(passage.lower) for passage in text):
        return
    calls = [(passage, match) for passage in text for match in passage.matches(_CALL)]
    if not calls:
        return
    places = [
        headline.at(*meets.span()),
        *(passage.at(*match.span()) for passage, match in calls[:2]),
    ]
    above = subject.words(places[0])
    called = subject.words(places[1])
    yield _finding(
        subject,
        Outcome.CONFLICT,
        f"The {headline.role.value} says “{above}”, the text tells of “{called}”; no meeting is mentioned anywhere else.",
        places,
        f"“{above}” ≠ “{called}”",
        "Did they meet, or speak?",
    )


def _not_done_yet(subject: Subject, headline: Passage, text: list[Passage]) -> Iterator[Finding]:
    """“Access restored” above, “is being restored” below."""
    done = {
        w.stem: w for w in headline.words if w.lower.endswith(("ed", "t", "n")) and not w.is_empty
    }
    if not done or _NEVER.search(headline.lower):
        return
    for passage in text:
        for match in (*passage.matches(_BEING), *passage.matches(_STILL_TO)):
            word = done.get(stem(match["verb"]))
            if word is None or word.lower != match["verb"] or _is_helped(headline, word):
                continue
            shared = headline.stems & passage.stems - {word.stem}
            if len(shared) >= 2 and not _NEVER.search(passage.lower):
                yield _finding(
                    subject,
                    Outcome.ASK,
                    f"The {headline.role.value} says “{word.text}”, the text “{passage.at(*match.span()).of(subject.text)}”.",
                    (word.position, passage.at(*match.span())),
                    f"“{word.text}” ≠ “{match[0]}”",
                    "Is it done, or still to be done?",
                )
                return


def _done_already(subject: Subject, headline: Passage, text: list[Passage]) -> Iterator[Finding]:
    """“Mayor to resign” above, “the mayor resigned on Monday” below, and nothing said of its being still to come."""
    for match in headline.matches(_TO_DO):
        verb = stem(match["verb"])
        if any(_comes(passage, verb) for passage in text):
            continue
        for passage in text[:2]:
            deed = next(
                (w for w in passage.words if w.stem == verb and w.lower != match["verb"]), None
            )
            shared = headline.stems & passage.stems - {verb}
            if (
                deed is not None
                and shared
                and _ON_A_DAY.match(passage.lower, deed.end - passage.position.start)
            ):
                yield _finding(
                    subject,
                    Outcome.ASK,
                    f"The {headline.role.value} says “{match[0]}”, the text “{deed.text}”.",
                    (headline.at(*match.span()), deed.position),
                    f"“{match[0]}” ≠ “{deed.text}”",
                    "Has it happened, or is it still to come?",
                )
                return


def _comes(passage: Passage, verb: str) -> bool:
    """Whether the passage tells of the deed as of something to come: will resign, resignation, resigning."""
    for before, word in zip(passage.words, passage.words[1:], strict=False):
        if word.stem == verb and before.lower in _TO_COME:
            return True
        if word.stem != verb and len(verb) > 3 and word.stem.startswith(verb):
            return True
    return False


def _is_helped(headline: Passage, word: Word) -> bool:
    """Whether “to be”, “being” or “will” before it takes the deed out of the past."""
    before = [w.lower for w in headline.words if w.start < word.start][-2:]
    return bool({"be", "being"} & set(before) or {"to", "will", "must", "not"} & set(before[-1:]))


def _contrary(subject: Subject, headline: Passage, text: list[Passage]) -> Iterator[Finding]:
    """“Council approves plan” above, “the council rejected the plan” below, and nothing else of approving."""
    if _NOT.search(headline.lower) or "?" in headline.string:
        return
    everything = frozenset().union(*(passage.stems for passage in text))
    for word in headline.words[1:]:
        for sort in sorts_of(word.stem):
            if everything & words_for(sort):
                continue
            opposed = frozenset().union(*(words_for(one) for one in contraries_of(sort)))
            for passage in text[:_LEAD]:
                if (found := _opposite_in(headline, word, passage, opposed)) is not None:
                    yield _finding(
                        subject,
                        Outcome.CONFLICT,
                        f"The {headline.role.value} says “{word.text}”, the text “{found.text}”.",
                        (word.position, found.position),
                        f"“{word.text}” ≠ “{found.text}”",
                        "Which of the two happened?",
                    )
                    return


def _opposite_in(
    headline: Passage, word: Word, passage: Passage, opposed: frozenset[str]
) -> Word | None:
    """The word that tells of the opposite, where who did it and to what are the same words as in the headline."""
    if _NOT.search(passage.lower):
        return None
    found = [w for w in passage.words if w.stem in opposed]
    if len(found) != 1:
        return None
    before = {w.stem for w in headline.words if w.end <= word.start and not w.is_empty}
    after = {w.stem for w in headline.words if w.start >= word.end and not w.is_empty}
    told_before = {w.stem for w in passage.words if w.end <= found[0].start}
    told_after = {w.stem for w in passage.words if w.start >= found[0].end}
    same_order = before & told_before and (not after or after & told_after)
    passive = after & told_before and before & told_after
    if not (same_order or passive):
        return None
    return (
        found[0] if len((before | after) & passage.stems) >= min(2, len(before | after)) else None
    )


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
            if d.verb.stem == above.verb.stem and (d.done_to, d.doer) == (above.doer, above.done_to)
        ]
        for deed in turned[:1]:
            yield _finding(
                subject,
                Outcome.CONFLICT,
                f"Who “{above.verb.text}” whom is the other way round in the headline and in the text.",
                (above.verb.position, deed.verb.position),
                "the two names have changed places",
                "Who did it, and to whom?",
            )


def _elsewhere(subject: Subject, headline: Passage, text: list[Passage]) -> Iterator[Finding]:
    """“Fire in Leeds” above, “the fire in Bradford” below, and Leeds nowhere in the text."""
    if is_in_capitals(headline.string):
        return
    for above in _PLACED.finditer(headline.string):
        thing, place = stem(above["thing"]), above["place"]
        if above["at"] is None and not above["thing"].islower():
            continue
        if any(place.casefold()[:4] in passage.lower for passage in text):
            continue
        for passage in text[:2]:
            for below in _PLACED.finditer(passage.string):
                if stem(below["thing"]) == thing and len(headline.stems & passage.stems) >= 2:
                    yield _finding(
                        subject,
                        Outcome.ASK,
                        f"The {headline.role.value} says “{above[0]}”, the text “{below[0]}”, and “{place}” stands nowhere in it.",
                        (headline.at(*above.span()), passage.at(*below.span())),
                        f"“{place}” ≠ “{below['place']}”",
                        "Where was it?",
                    )
                    return


def _finding(
    subject: Subject,
    outcome: Outcome,
    message: str,
    places: list[TextPosition] | tuple[TextPosition, ...],
    arithmetic: str,
    advice: str,
) -> Finding:
    rows = [SumRow(_where(subject, place), subject.words(place), place) for place in places]
    return subject.finding(
        "headline-body", FindingKind.REPEATS, outcome, message, places, arithmetic, rows, advice
    )


def _where(subject: Subject, place: TextPosition) -> str:
    return subject.role_at(place.start).value.replace("body", "text")
