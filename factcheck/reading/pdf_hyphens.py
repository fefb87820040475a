"""Joins the lines of a paragraph, and the words that were parted at a line's end."""

import re
from collections.abc import Iterable

_HYPHENS = "-\u2010\u00ad\ufffe"
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_LAST_PART = re.compile(r"([\w’']+)[-\u2010\u00ad\ufffe]$")
_FIRST_PART = re.compile(r"[\w’']+")
# First parts of words that keep their hyphen, as in “well-known”.
_KEEPING = frozenset(
    [
        "well",
        "self",
        "ex",
        "half",
        "long",
        "high",
        "low",
        "short",
        "so",
        "vice",
        "full",
        "part",
        "first",
        "second",
        "third",
        "two",
        "three",
        "four",
        "five",
        "non",
        "anti",
        "co",
        "mid",
        "cross",
        "all",
        "old",
        "new",
        "early",
        "late",
        "one",
        "left",
        "right",
    ]
)


class Hyphens:
    """Knows the words of a text, and by them whether a hyphen at a line's end belongs to the word."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: set[str] = set()
        for line in lines:
            found = [word.lower().replace("\u2010", "-") for word in _WORD.findall(line)]
            if line and line[-1] in _HYPHENS:
                found = found[:-1]  # half a word is none
            self._words.update(found)

    def joined(self, lines: list[str]) -> str:
        """The lines as one paragraph."""
        text = lines[0]
        for line in lines[1:]:
            if text and text[-1] in _HYPHENS and len(text) > 1 and text[-2] != " ":
                text = self._across(text, line)
            else:
                text += " " + line
        return text[:-1] + "-" if text.endswith("\ufffe") else text

    def _across(self, text: str, line: str) -> str:
        """``text`` and ``line`` with the word made whole that was parted between them."""
        last, first = _LAST_PART.search(text), _FIRST_PART.match(line)
        if text[-1] == "\u00ad":
            return text[:-1] + line
        if last is None or first is None:
            return text[:-1] + "-" + line
        keeps = self._keeps_hyphen(last[1], first.group())
        return text[:-1] + ("-" if keeps else "") + line

    def _keeps_hyphen(self, left: str, right: str) -> bool:
        whole, compound = (left + right).lower(), f"{left}-{right}".lower()
        if whole in self._words and compound not in self._words:
            return False
        if compound in self._words or not right[0].islower() or not left[-1].isalpha():
            return True
        if left.lower() in _KEEPING:
            return True
        return left.lower() in self._words and right.lower() in self._words and len(right) > 2
