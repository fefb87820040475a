"""How many children a person has, told two ways: “a mother of three”, “her four children”."""

import re
from collections.abc import Iterator

from factcheck.consistency.sameness.passages import Passage
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow

_NUMBER = r"(?P<n>one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
_NUMBERS = {
    word: n
    for n, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 1
    )
}
_PARENT = re.compile(
    rf"\b(?P<who>mother|father|mum|dad|parents?)[- ]of[- ]{_NUMBER}\b(?! (?:the|years|of))"
)
_CHILDREN = re.compile(
    rf"\b(?P<owner>his|her|their) {_NUMBER} (?:young |small |adult |grown |surviving )?(?:children|kids)\b"
)
_OWNERS = {"mother": "her", "mum": "her", "father": "his", "dad": "his"}
_ANOTHER = re.compile(
    r"\b(?:step\w*|adopt\w*|first|second|former|ex|older|younger|other|eldest|youngest|late|from h)\b"
)
_DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
_NEAR = 5  # passages


def children_told_twice(subject: Subject, passages: list[Passage]) -> Iterator[Finding]:
    """Where a parent of so many has another number of children, with nobody else told of in between."""
    for passage in passages:
        for parent in passage.matches(_PARENT):
            for other in passages[passage.number + 1 : passage.number + 1 + _NEAR]:
                if _names_another(passage, other) or _ANOTHER.search(other.lower):
                    break
                found = next(other.matches(_CHILDREN), None)
                if found is None or not _may_be_theirs(parent["who"], found["owner"]):
                    continue
                first, second = _value(parent["n"]), _value(found["n"])
                if first != second:
                    yield _conflict(subject, passage, parent, other, found, (first, second))
                break


def _may_be_theirs(who: str, owner: str) -> bool:
    return owner == "their" or _OWNERS.get(who, "their") == owner


def _names_another(passage: Passage, other: Passage) -> bool:
    """Whether a passage brings in a name that the parent’s does not have."""
    names = {word.stem for word in other.words[1:] if word.is_name and not word.is_empty}
    return bool(names - passage.stems - _DAYS)


def _value(number: str) -> int:
    return _NUMBERS.get(number) or int(number)


def _conflict(
    subject: Subject,
    passage: Passage,
    parent: re.Match[str],
    other: Passage,
    found: re.Match[str],
    values: tuple[int, int],
) -> Finding:
    places = passage.at(*parent.span()), other.at(*found.span())
    first, second = (subject.words(place) for place in places)
    return subject.finding(
        "repeat-number",
        FindingKind.REPEATS,
        Outcome.CONFLICT,
        f"The text says “{first}”, and elsewhere “{second}”.",
        places,
        f"{values[0]} ≠ {values[1]}",
        (SumRow("", first, places[0]), SumRow("", second, places[1])),
        "How many children are there?",
    )
