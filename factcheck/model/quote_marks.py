"""Where quoted words begin and end: straight, curly, nested, and open to the end of a paragraph."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

_CLOSER = {"“": "”", "„": "“”", "«": "»", "‹": "›"}
_OPENING = '“"„«‹‘'
_BEFORE_OPENING = "([{—–-/‘'“:"
_LONGEST_SINGLE = 400


@dataclass(frozen=True, slots=True)
class Quoted:
    """Quoted words with their marks, in characters; ``closed`` is false where the end mark is missing."""

    start: int
    end: int
    closed: bool = True
    depth: int = 0


def quoted_in(text: str, breaks: Sequence[int] = ()) -> list[Quoted]:
    """The quotations of the text in text order, outer before inner; ``breaks`` are where paragraphs begin.

    One that runs over paragraphs, its opening mark repeated, is one quotation a paragraph, open but for the last.
    """
    borders = [0, *breaks, len(text)]
    found: list[Quoted] = []
    for start, end in pairwise(borders):
        goes_on = end < len(text) and text[end] in _OPENING
        paragraph = _double_quoted(text[start:end].rstrip(), goes_on)
        paragraph += _single_quoted(text[start:end], paragraph)
        found += [_moved(quote, start) for quote in paragraph]
    return sorted(found, key=lambda quote: (quote.start, -quote.end))


def _moved(quote: Quoted, by: int) -> Quoted:
    return replace(quote, start=quote.start + by, end=quote.end + by) if by else quote


def _double_quoted(text: str, goes_on: bool) -> list[Quoted]:
    found: list[Quoted] = []
    stack: list[tuple[int, str]] = []
    for i, char in enumerate(text):
        if char == '"' and stack and stack[-1][1] == '"”' and _opens(text, i) and i:
            stack[-1] = (i, '"”')  # the one before was never closed
        elif stack and char in stack[-1][1]:
            start, _ = stack.pop()
            found.append(Quoted(start, i + 1, depth=len(stack)))
        elif char == "“" and stack and stack[-1][1] == "”" and _closes(text, i):
            start, _ = stack.pop()  # an opening mark typed for a closing one
            found.append(Quoted(start, i + 1, depth=len(stack)))
        elif char == "”" and _opens(text, i):
            stack.append((i, "”"))
        elif char in _CLOSER:
            stack.append((i, _CLOSER[char]))
        elif char == '"' and not (i and text[i - 1].isdigit()) and not _closes(text, i):
            stack.append((i, '"”'))  # 5" is a length
    if stack:
        start, _ = stack[0]
        late = any(quote.start > start for quote in found)
        if len(text) - start > 1 and (goes_on or not late):
            found = [q if q.start < start else replace(q, depth=max(q.depth, 1)) for q in found]
            found.append(Quoted(start, len(text), closed=False))
    return found


def _opens(text: str, i: int) -> bool:
    """Whether a closing mark stands where only an opening one makes sense: ”So he came.”"""
    return (i == 0 or text[i - 1].isspace()) and text[i + 1 : i + 2].isalnum()


def _closes(text: str, i: int) -> bool:
    """Whether a straight mark stands where only a closing one makes sense: behind a word, before a blank."""
    return (
        i > 0
        and not text[i - 1].isspace()
        and text[i - 1] not in _BEFORE_OPENING
        and (i + 1 == len(text) or text[i + 1].isspace())
    )


def _single_quoted(text: str, outer: list[Quoted]) -> list[Quoted]:
    found = []
    start = -1
    for i, char in enumerate(text):
        before = text[i - 1] if i else " "
        after = text[i + 1] if i + 1 < len(text) else " "
        if char == "‘" or (char == "'" and not before.isalnum() and after.isalpha()):
            start = i if start < 0 or not before.isalnum() else start
        elif char in "’'" and start >= 0 and not after.isalnum() and i - start > 2:
            too_far = i - start > _LONGEST_SINGLE
            if too_far or _is_possessive(text, start, i):
                continue
            depth = 1 if any(q.start < start and i < q.end for q in outer) else 0
            found.append(Quoted(start, i + 1, depth=depth))
            start = -1
    return found


def _is_possessive(text: str, start: int, i: int) -> bool:
    """Whether the mark at ``i`` ends a plural owner (parents’) while a closing mark is still to come."""
    if text[i - 1] not in "sz" or i + 1 >= len(text) or text[i + 1] != " ":
        return False
    if not text[i + 2 : i + 3].islower():
        return False
    rest = text[i + 1 : start + _LONGEST_SINGLE]
    return any(mark in "’'" and not rest[j + 1 : j + 2].isalnum() for j, mark in enumerate(rest))


class QuoteMap:
    """Answers whether a character stands inside quoted speech."""

    def __init__(self, quotes: list[Quoted]) -> None:
        self.quotes = quotes
        outer = [quote for quote in quotes if quote.depth == 0]
        self._starts = [quote.start for quote in outer]
        self._outer = outer

    def at(self, offset: int) -> Quoted | None:
        """The outermost quotation that holds the character at ``offset``."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and offset < self._outer[index].end:
            return self._outer[index]
        return None
