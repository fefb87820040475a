"""What the headline says was done, against what the text says of it."""

import re
from collections.abc import Iterator

from factcheck.consistency.sameness.events import contraries_of, sorts_of, words_for
from factcheck.consistency.sameness.opposed import against_headline
from factcheck.consistency.sameness.passages import Passage
from factcheck.consistency.sameness.wording import Word, stem
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, Outcome

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
    r"\b(?:meet|meets|met|meetings?|summit|face[- ]to[- ]face|in person|visit\w*|hosted?|welcomed|talked|talks|dinner|lunch|arriv\w+|flew|travel\w*|trip|handshake|shook hands)\b"
)
_BEING = re.compile(r"\b(?:is|are)(?: \w+ly| still| now)? being (?P<verb>\w+)\b")
_STILL_TO = re.compile(
    r"\b(?:will|is to|are to|is due to|are due to|is set to|are set to|is expected to) be (?P<verb>\w+)\b"
)
_NOT = re.compile(
    r"\b(?:not|no|never|nor|neither|without|fail\w*|unless|if|whether|could|might|would|should|must|will|may (?:be|have|not)|"
    r"before|until|call(?:s|ed)? off|cancel\w*|postpone\w*|again|first|then|earlier|later|previously|ago|"
    r"last (?:year|month|week|season)|in (?:19|20)\d\d)\b|n[’']t\b"
)
_NEVER = re.compile(r"\b(?:not|no|never|nor|neither|without|unless|if|whether)\b|n[’']t\b")
_DENIAL = re.compile(
    r"\b(?:(?:has|have|had|did|does|do|will|would|is|are|was|were) not(?: yet| been)?|(?:has|have|had|did|does|do|would|is|are|was|were)n[’']t(?: yet| been)?|"
    r"won[’']t|refused to|declined to)(?: (?:yet|been|be|have))?\s+$"
)
_NEGATED = re.compile(r"\bnot\b|n[’']t\b|refused to|declined to")
_VOTES = re.compile(r"\bvot(?:e|es|ed) (?P<way>for|against)\b")
_TO_DO = re.compile(r"\bto (?P<verb>[a-z]+)\b")
_TO_COME = frozenset(
    "to will would shall should be is are can could may might must".split()  # noqa: SIM905
)
_TO_BE = frozenset(["was", "were", "is", "are", "been", "be", "being"])
_ON_A_DAY = re.compile(rf"(?: [a-z’'-]+){{0,4}} (?:{_DAY})\b")


def headline_deeds(subject: Subject, passages: list[Passage]) -> Iterator[Finding]:
    """A meeting that was a call, a thing done that is still to be done, the contrary deed, and one that did not happen."""
    text = [passage for passage in passages if not passage.is_headline and not passage.is_beside]
    if not text:
        return
    for headline in (passage for passage in passages if passage.is_headline):
        yield from _meeting_and_call(subject, headline, text)
        yield from _not_done_yet(subject, headline, text)
        yield from _done_already(subject, headline, text)
        yield from _contrary(subject, headline, text)
        yield from _denied(subject, headline, text)
        yield from _votes(subject, headline, text)


def _meeting_and_call(
    subject: Subject, headline: Passage, text: list[Passage]
) -> Iterator[Finding]:
    meets = next(headline.matches(_MEETS), None)
    if meets is None or any(_IN_PERSON.search(passage.lower) for passage in text):
        return
    calls = [(passage, match) for passage in text for match in passage.matches(_CALL)]
    if not calls or calls[0][0].number > text[0].number + _LEAD:
        return
    places = [
        headline.at(*meets.span()),
        *(passage.at(*match.span()) for passage, match in calls[:2]),
    ]
    above = subject.words(places[0])
    called = subject.words(places[1])
    yield against_headline(
        subject,
        headline,
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
                yield against_headline(
                    subject,
                    headline,
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
                yield against_headline(
                    subject,
                    headline,
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
    for word in headline.words[1:]:
        for sort in sorts_of(word.stem):
            if not contraries_of(sort) or any(words_for(sort) & passage.stems for passage in text):
                continue
            opposed = frozenset().union(*(words_for(one) for one in contraries_of(sort)))
            for passage in text[:_LEAD]:
                if (found := _opposite_in(headline, word, passage, opposed)) is not None:
                    yield against_headline(
                        subject,
                        headline,
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
    helped = [w.lower for w in passage.words if w.end <= found[0].start][-2:]
    passive = after & told_before and before & told_after and _TO_BE & set(helped)
    if not (same_order or passive) or (after & told_before and not passive):
        return None
    return (
        found[0] if len((before | after) & passage.stems) >= min(2, len(before | after)) else None
    )


def _denied(subject: Subject, headline: Passage, text: list[Passage]) -> Iterator[Finding]:
    """“Volcano erupts” above, “the volcano has not erupted” below, and nowhere that it did."""
    if _NOT.search(headline.lower) or "?" in headline.string:
        return
    if not any(_NEGATED.search(passage.lower) for passage in text):
        return
    for index, word in enumerate(headline.words[1:], 1):
        if word.is_empty or not word.lower.endswith(("s", "ed")) or len(word.stem) < 3:
            continue
        doers = {w.stem for w in headline.words[:index] if not w.is_empty}
        told = [(p, w) for p in text for w in p.words if w.stem == word.stem]
        denied = [_denial(p, w) for p, w in told]
        first = denied[0] if denied else None
        if first is None or not all(denied) or not doers & told[0][0].stems:
            continue
        if _goes_on_alike(headline, word, *told[0]):
            place = told[0][0].at(
                first - told[0][0].position.start, told[0][1].end - told[0][0].position.start
            )
            yield against_headline(
                subject,
                headline,
                Outcome.CONFLICT,
                f"The {headline.role.value} says “{word.text}”, the text “{subject.words(place)}”.",
                (word.position, place),
                f"“{word.text}” ≠ “{subject.words(place)}”",
                "Did it happen?",
            )
            return


def _goes_on_alike(headline: Passage, word: Word, passage: Passage, deed: Word) -> bool:
    """Whether the words behind a deed are of the same thing: quits over leak, would not quit over the leak."""
    behind = {w.stem for w in headline.words if w.start >= word.end and not w.is_empty}
    told = [w.stem for w in passage.words if w.start >= deed.end][:6]
    return not behind or bool(behind & set(told))


def _denial(passage: Passage, word: Word) -> int | None:
    """Where the words begin that say a deed was not done; None where they do not."""
    end = word.start - passage.position.start
    found = _DENIAL.search(passage.lower, max(0, end - 40), end)
    return passage.position.start + found.start() if found else None


def _votes(subject: Subject, headline: Passage, text: list[Passage]) -> Iterator[Finding]:
    """“Votes for” above and “voted against” below, and no vote for."""
    for above in headline.matches(_VOTES):
        told = [(passage, match) for passage in text for match in passage.matches(_VOTES)]
        if any(match["way"] == above["way"] for _, match in told):
            return
        for passage, match in told[:1]:
            shared = headline.stems & passage.stems - {"vote"}
            if len(shared) >= 2 and not _NEVER.search(passage.lower):
                places = headline.at(*above.span()), passage.at(*match.span())
                yield against_headline(
                    subject,
                    headline,
                    Outcome.CONFLICT,
                    f"The {headline.role.value} says “{above[0]}”, the text “{match[0]}”.",
                    places,
                    f"“{above[0]}” ≠ “{match[0]}”",
                    "How was the vote?",
                )
                return
