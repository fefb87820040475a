"""Acronyms that are introduced in brackets and do not fit the name before them: letters swapped, or one of them another."""

import re
from collections.abc import Iterator, Sequence

from factcheck.consistency.spellings.identities import Identity, bracketed, initials_of
from factcheck.consistency.subject import Subject
from factcheck.model.detected import NameKind
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow
from factcheck.model.text import TextPosition

RULE = "name-acronym"
_SHORTEST = 3  # letters of an acronym that can be told to be a slip
_LETTERS = re.compile(r"[A-Z]+")


def misfits(subject: Subject, identities: Sequence[Identity]) -> Iterator[Finding]:
    """Each acronym that is its name’s but for a slip; one in other letters may stand for the name in another language."""
    for identity in identities:
        if identity.kind is NameKind.PERSON:
            continue
        told: set[str] = set()
        for mention in identity.mentions:
            found = bracketed(subject.text, mention.position.end)
            if found is None or " " not in mention.spelling:
                continue
            place, letters = found
            if letters in told or not _is_slip(letters, mention.spelling):
                continue
            told.add(letters)
            yield _finding(subject, mention.spelling, letters, mention.position, place)


def _is_slip(letters: str, name: str) -> bool:
    """Whether the acronym has the letters of the name in another order, or all but one of them."""
    possible = initials_of(name)
    if len(letters) < _SHORTEST or not _LETTERS.fullmatch(letters) or letters in possible:
        return False
    if _in_order(letters, name):
        return False  # BafIN, MoMA and the like take more than the first letters
    return any(
        len(fitting) == len(letters)
        and (sorted(fitting) == sorted(letters) or _differing(fitting, letters) == 1)
        for fitting in possible
    )


def _in_order(letters: str, name: str) -> bool:
    left = iter(name.upper())
    return all(letter in left for letter in letters)


def _differing(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))


def _finding(
    subject: Subject, name: str, letters: str, at: TextPosition, bracket: TextPosition
) -> Finding:
    fitting = max(initials_of(name), key=lambda made: (len(made) == len(letters), made))
    return subject.finding(
        RULE,
        FindingKind.REPEATS,
        Outcome.ASK,
        f"The first letters of “{name}” make {fitting}, not {letters}.",
        [at, bracket],
        f"{fitting} ≠ {letters}",
        [SumRow("", fitting, at), SumRow("", letters, bracket)],
        "Look up how the organisation shortens its name.",
    )
