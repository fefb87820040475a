"""The text as the parser sees it: foreign scripts and signs left out, every place in it known in the draft."""

from __future__ import annotations  # array is generic to the type checker only

import re
import unicodedata
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from factcheck.detection.tokenised import rejoined

PIECE = (
    4_000  # characters parsed at once: longer ones cost memory, and no news paragraph reaches it
)
_SENTENCE_END = re.compile(r"[.!?][”\"’')\]]*\s+(?=[“\"‘'(\[]?[A-Z0-9])")
_SPACES = re.compile(r"\s")
_WORD = re.compile(r"[A-Za-z’']+")
_FUNCTION_WORDS = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "is",
        "that",
        "it",
        "for",
        "was",
        "with",
        "by",
        "at",
        "from",
        "be",
        "are",
        "has",
        "have",
        "had",
        "not",
        "this",
        "which",
        "were",
        "but",
        "his",
        "her",
        "their",
        "its",
        "he",
        "she",
        "they",
        "we",
        "you",
        "who",
        "will",
        "would",
        "been",
        "said",
        "after",
        "than",
        "into",
        "about",
    ]
)


@dataclass(frozen=True, slots=True)
class Surface:
    """Text to parse, and for each of its characters the code point of the draft it stands for."""

    text: str
    places: array[int]

    def position(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the draft that the characters from ``start`` to ``end`` stand for."""
        return self.places[start], self.places[end - 1] + 1


def surfaces(text: str, start: int, end: int) -> Iterator[Surface]:
    """The draft from ``start`` to ``end`` in pieces that are cut between sentences where possible."""
    letters: list[str] = []
    places = array("I")
    for offset in range(start, end):
        char = text[offset]
        if char in _SPACE_CHARACTERS or not _is_readable(char):
            if letters and letters[-1] != " " and char in _SPACE_CHARACTERS:
                letters.append(" ")
                places.append(offset)
            continue
        letters.append(char)
        places.append(offset)
    plain, places = rejoined("".join(letters), places)
    for first, last in _cuts(plain):
        words = plain[first:last]
        begin = first + len(words) - len(words.lstrip(" "))
        if begin < last and (kept := words.strip(" ")):
            yield Surface(kept, places[begin : begin + len(kept)])


def _cuts(plain: str) -> Iterator[tuple[int, int]]:
    first = 0
    while len(plain) - first > PIECE:
        window = plain[first : first + PIECE]
        ends = [match.end() for match in _SENTENCE_END.finditer(window)]
        spaces = [] if ends else [match.end() for match in _SPACES.finditer(window)]
        cut = (ends or spaces or [PIECE])[-1]
        yield first, first + cut
        first += cut
    yield first, len(plain)


_SPACE_CHARACTERS = frozenset(
    " \t\n\r\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028"
    "\u2029\u202f\u205f\u3000"
)


@lru_cache(maxsize=4096)
def _is_readable(char: str) -> bool:
    """Whether the parser can make something of the character: Latin letters, marks on them, digits, signs."""
    if char.isascii():
        return char.isprintable()
    category = unicodedata.category(char)
    if category[0] == "L":
        return "LATIN" in unicodedata.name(char, "") or char in "ªº"
    if category in ("So", "Sk", "Cf", "Cs", "Co", "Cn", "Cc", "Mc", "Me"):
        return char in "°©®™№"
    if category == "Mn":
        return "\u0300" <= char <= "\u036f"
    return not (category == "Nd" or char in "،؛؟。、「」")


def looks_english(text: str) -> bool:
    """Whether the words are English ones; too few words to tell count as English."""
    found = _WORD.findall(text[:20_000])
    letters = sum(1 for char in text[:20_000] if char.isalpha())
    latin = sum(len(word) for word in found)
    if letters > 40 and latin < letters / 2:
        return False
    if len(found) < 12:
        return True
    common = sum(1 for word in found if word.lower() in _FUNCTION_WORDS)
    return common >= len(found) * (0.12 if len(found) >= 40 else 0.07)
