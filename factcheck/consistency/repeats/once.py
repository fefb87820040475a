"""What happens only once and is given two years: built in 1912 and in 1921, a first car of 1998 and of 1996."""

import re
from collections.abc import Iterator

from factcheck.consistency.sameness.opposed import opposed
from factcheck.consistency.sameness.passages import Passage
from factcheck.consistency.sameness.wording import Word
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, FindingKind
from factcheck.model.text import TextPosition

_ONCE = re.compile(
    r"\b(?:was |were |had been |been )?(?P<deed>built|founded|established|born|invented|incorporated|constructed) in (?P<year>(?:1[0-9]|20)\d\d)\b"
    r"(?! and)"
)
_FIRST = re.compile(
    r"\b(?P<owner>its|his|her|their) first (?P<noun>[a-z]+)(?: (?:was|were|came out|appeared|opened|went on sale))? in (?P<year>(?:1[0-9]|20)\d\d)\b"
)
_SAME = {"constructed": "built", "established": "founded", "incorporated": "founded"}
_OTHER = re.compile(
    r"\b(?:re\w+|again|originally|present|current|new|old|former|another|other|second|rebuilt|replaced|successor|predecessor|said|not|claim\w*|"
    r"instead|earlier|later|first|extension|wing|part of|about|around|circa)\b"
)
_TRIGGER = re.compile(r" in (?:1\d|20)\d\d\b")
_MOST = 60  # events that are held against each other


def once_told_twice(subject: Subject, passages: list[Passage]) -> Iterator[Finding]:
    """Conflicts between the years of what can have happened to one thing only once."""
    told: dict[tuple[str, str], tuple[TextPosition, str]] = {}
    done: set[tuple[str, str]] = set()
    for passage in passages:
        if not _TRIGGER.search(passage.lower):
            continue
        for key, year, place in _events(passage):
            if len(told) > _MOST:
                return
            first = told.setdefault(key, (place, year))
            if first[1] != year and key not in done:
                done.add(key)
                yield opposed(
                    subject,
                    "repeat-number",
                    FindingKind.REPEATS,
                    first[0],
                    place,
                    f"{first[1]} ≠ {year}",
                    "Look up which of the two years holds.",
                )


def _events(passage: Passage) -> Iterator[tuple[tuple[str, str], str, TextPosition]]:
    for match in passage.matches(_FIRST):
        if not _OTHER.search(passage.lower.replace(" first ", " ")):
            key = f"{match['owner']} first", match["noun"]
            yield key, match["year"], passage.at(*match.span())
    for match in passage.matches(_ONCE):
        thing = _thing(passage, match.start())
        if thing is not None and not _OTHER.search(passage.lower):
            deed = _SAME.get(match["deed"], match["deed"])
            yield (deed, thing.stem), match["year"], passage.at(*match.span())


def _thing(passage: Passage, before: int) -> Word | None:
    """The known thing or the person right before the deed; None where an article makes it a new one."""
    end = passage.position.start + before
    words = [w for w in passage.words if w.end <= end]
    if words and words[-1].lower in ("which", "who"):
        words.pop()
    if not words or words[-1].is_empty:
        return None
    gap = passage.text[words[-1].end : end].strip(" ,")
    led = next(
        (w.lower for w in reversed(words[:-1]) if w.lower in ("a", "an", "the", "this", "its")), ""
    )
    is_known = words[-1].is_name or led in ("the", "this", "its")
    return words[-1] if not gap and is_known else None
