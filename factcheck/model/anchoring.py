"""Finds a place again in another text by its anchor, from exact to tolerant; never in a place that does not say it."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from factcheck.model.text import Anchor, TextPosition, TextQuote

FLOOR = 0.75  # of likeness, below which a passage is not the one that was quoted
_STEP = 40  # candidate places at most that are looked at closely


def find_again(text: str, anchor: Anchor) -> TextPosition | None:
    """Where the anchor's words stand in ``text``: at its position, else verbatim, else most alike; None below the floor.

    Of several places the one with the most of what stood around the words, then the nearest.
    """
    quote, position = anchor.quote, anchor.position
    if not quote.exact:
        return None
    if position.of(text) == quote.exact and _context(text, position, quote) == _whole(quote):
        return position
    places = find_verbatim(text, quote.exact)
    if places:
        return max(
            places,
            key=lambda place: (
                _context(text, place, quote),
                -abs(place.start - position.start),
            ),
        )
    return _most_alike(text, anchor)


def find_verbatim(text: str, words: str) -> list[TextPosition]:
    """Every place at which the words stand as whole words, in order."""
    found: list[TextPosition] = []
    at = text.find(words) if words else -1
    while at >= 0:
        end = at + len(words)
        inside = (words[0].isalnum() and text[at - 1 : at].isalnum() and at > 0) or (
            words[-1].isalnum() and text[end : end + 1].isalnum()
        )
        if not inside:
            found.append(TextPosition(at, end))
        at = text.find(words, at + 1)
    return found


def _whole(quote: TextQuote) -> int:
    return len(quote.prefix) + len(quote.suffix)


def _context(text: str, place: TextPosition, quote: TextQuote) -> int:
    """How many code points around the place are as they stood around the quote."""
    before = text[max(0, place.start - len(quote.prefix)) : place.start]
    after = text[place.end : place.end + len(quote.suffix)]
    return _shared(reversed(before), reversed(quote.prefix)) + _shared(after, quote.suffix)


def _shared(one: Iterator[str] | str, other: Iterator[str] | str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _most_alike(text: str, anchor: Anchor) -> TextPosition | None:
    """The passage of about the same length that is most like the quote, looked for where its rarest words stand."""
    words = anchor.quote.exact.split()
    rare = sorted(set(words), key=lambda word: (text.count(word) or len(text), -len(word)))
    best, where = FLOOR, None
    for word in rare[:3]:
        offset = anchor.quote.exact.find(word)
        for place in find_verbatim(text, word)[:_STEP]:
            start = max(0, place.start - offset)
            window = _on_words(text, TextPosition(start, start + len(anchor.quote.exact)))
            like = SequenceMatcher(
                None, anchor.quote.exact, window.of(text), autojunk=False
            ).ratio()
            if like > best:
                best, where = like, window
    return where


def _on_words(text: str, place: TextPosition) -> TextPosition:
    """The place with no word cut at either end."""
    start, end = place.start, min(place.end, len(text))
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return TextPosition(start, max(start, end))
