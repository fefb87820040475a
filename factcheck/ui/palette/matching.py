"""Finds what a person means by a few letters: words by their beginnings, then any letters in order."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

Span = tuple[int, int]
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Match:
    """Where the letters stand in the text; a lower ``rank`` is a better match."""

    rank: int
    spans: tuple[Span, ...]


def folded(text: str) -> str:
    """The text in small letters, each still in its place."""
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def match_words(query: str, text: str) -> Match | None:
    """How ``query`` meets a short text such as a command's name; None where it does not."""
    wanted, there = folded(query).split(), folded(text)
    if not wanted:
        return Match(0, ())
    starts = [found.start() for found in _WORD.finditer(there)]
    spans = [_beginning(word, there, starts) for word in wanted]
    if None not in spans:
        found = sorted({span for span in spans if span is not None})
        return Match(found[0][0], tuple(found))
    inside = match_text(query, text)
    if inside is not None:
        return Match(1000 + inside.rank, inside.spans)
    return _letters("".join(wanted), there, starts)


def match_text(query: str, text: str) -> Match | None:
    """Where every word of ``query`` stands in a longer text; None where one does not."""
    there = folded(text)
    spans: list[Span] = []
    for word in folded(query).split():
        at = there.find(word)
        if at < 0:
            return None
        spans.append((at, at + len(word)))
    return Match(min((start for start, _ in spans), default=0), tuple(sorted(set(spans))))


def _beginning(word: str, text: str, starts: Iterable[int]) -> Span | None:
    return next(((s, s + len(word)) for s in starts if text.startswith(word, s)), None)


def _letters(letters: str, text: str, starts: list[int]) -> Match | None:
    """The first letters of words in order, as "nop" for "next open claim"; none from inside a word alone."""
    spans: list[Span] = []
    at = -1
    for letter in letters:
        within = at + 1 if 0 <= at + 1 < len(text) and text[at + 1] == letter else -1
        at = (
            within
            if within > 0 and within not in starts and spans
            else next((s for s in starts if s > at and text[s] == letter), within)
        )
        if at < 0:
            return None
        spans.append((at, at + 1))
    return Match(2000 + len(text), tuple(spans))
