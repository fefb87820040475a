"""Which way a text runs, and which stretches of it run the other way."""

import re
import unicodedata

from factcheck.model.text import TextPosition

_LEFT_TO_RIGHT = ("L",)
_RIGHT_TO_LEFT = ("R", "AL")
_NUMBERS = ("EN", "AN")


def direction(text: str) -> str:
    """Says "rtl" where the first letter that has a direction is Arabic, Hebrew or the like, else "ltr"."""
    for letter in text:
        side = unicodedata.bidirectional(letter)
        if side in _LEFT_TO_RIGHT:
            return "ltr"
        if side in _RIGHT_TO_LEFT:
            return "rtl"
    return "ltr"


def against(text: str) -> list[TextPosition]:
    """The stretches of the text that run against its own direction, with the numbers that follow in them.

    The Unicode algorithm finds them by itself, but not across elements in every program that sets a page: words in
    several elements would stand in the wrong order. Each stretch is therefore put into one element of its own.
    """
    own = direction(text)
    if own == "ltr" and text.isascii():
        return []
    other = _RIGHT_TO_LEFT if own == "ltr" else _LEFT_TO_RIGHT
    same = _LEFT_TO_RIGHT if own == "ltr" else _RIGHT_TO_LEFT
    kinds = "".join(_kind(letter, same, other) for letter in text)
    return [TextPosition(*found.span()) for found in re.finditer(r"o(?:[on-]*[on])?", kinds)]


def _kind(letter: str, same: tuple[str, ...], other: tuple[str, ...]) -> str:
    side = unicodedata.bidirectional(letter)
    if side in other:
        return "o"
    if side in same:
        return "s"
    return "n" if side in _NUMBERS else "-"
