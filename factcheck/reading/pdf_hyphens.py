"""Joins the lines of a paragraph, and the words that were parted at a line's end."""

import re
from collections.abc import Iterable

_HYPHENS = "-\u2010\u00ad\ufffe"
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_LAST_PART = re.compile(r"([\w’']+)[-\u2010\u00ad\ufffe]$")
_FIRST_PART = re.compile(r"[\w’']+")
# First parts that keep their hyphen before a word of its own, as in “ex-mayor”, though hardly one themselves.
_PREFIXES = frozenset(
    ["anti", "co", "ex", "mid", "multi", "non", "post", "pre", "pro", "semi", "vice"]
)
_KEEPING = frozenset(["self", "well"])


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
        keeps = self._keeps_hyphen(last[1], first.group(), set_by_program=text[-1] == "\u2010")
        return text[:-1] + ("-" if keeps else "") + line

    def _keeps_hyphen(self, left: str, right: str, set_by_program: bool) -> bool:
        """Whether the word is written with a hyphen anywhere; programs that part words mark it with their own sign."""
        whole, compound = (left + right).lower(), f"{left}-{right}".lower()
        if compound in self._words or not right[0].islower() or not left[-1].isalpha():
            return True
        if set_by_program or whole in self._words:
            return False
        if left.lower() in _KEEPING:
            return True
        is_word = right.lower() in self._words and len(right) > 2
        return is_word and (left.lower() in _PREFIXES or left.lower() in self._words)
