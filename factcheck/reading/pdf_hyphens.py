"""Joins the lines of a paragraph, and the words that were parted at a line's end."""

import re
from collections.abc import Iterable

_HYPHENS = "-\u2010\u00ad\ufffe"
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_LAST_PART = re.compile(r"([\w’']+)[-\u2010\u00ad\ufffe]$")
_FIRST_PART = re.compile(r"[\w’']+(?:-[\w’']+)*")
# First parts that keep their hyphen before a word of its own, as in “ex-mayor”, though hardly one themselves.
_PREFIXES = frozenset(
    ["anti", "co", "ex", "mid", "multi", "non", "post", "pre", "pro", "semi", "vice"]
)
_KEEPING = frozenset(
    ["self", "well", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
)
# Words that end no word but a compound: “knowledge-seekers”, “two-year”, “Danish-speaking”.
_SECOND_PARTS = frozenset(
    ["speaking", "seeker", "seekers", "based", "year", "year-old", "backed", "funded", "reviewed",
     "sponsored", "controlled", "educated", "language", "century", "minute", "income", "in-chief", "in-law"]
)  # fmt: skip


class Hyphens:
    """Knows the words of a text, and by them whether a hyphen at a line's end belongs to the word."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: set[str] = set()
        lines = list(lines)
        # Where a face has one drawing for both, every hyphen of a text comes out as the one that programs set.
        inside = "".join(line[:-1] for line in lines)
        self._is_one_sign = "\u2010" in inside and "-" not in inside
        goes_on = False
        for line in lines:
            found = [word.lower().replace("\u2010", "-") for word in _WORD.findall(line)]
            is_parted = bool(line) and line[-1] in _HYPHENS
            # half a word is none
            self._words.update(found[goes_on : len(found) - is_parted])
            goes_on = is_parted

    def joined(self, lines: list[str]) -> str:
        """The lines as one paragraph."""
        text = lines[0]
        for line in lines[1:]:
            if text and text[-1] in _HYPHENS and len(text) > 1 and text[-2] != " ":
                text = self._across(text, line)
            else:
                text += " " + line
        text = text[:-1] + "-" if text.endswith("\ufffe") else text
        return text.replace("\u2010", "-") if self._is_one_sign else text

    def _across(self, text: str, line: str) -> str:
        """``text`` and ``line`` with the word made whole that was parted between them."""
        last, first = _LAST_PART.search(text), _FIRST_PART.match(line)
        if text[-1] == "\u00ad":
            return text[:-1] + line
        if last is None or first is None:
            return text[:-1] + "-" + line
        if text[: last.start()].endswith(("#", "@")):
            return text[:-1] + line
        set_by_program = text[-1] == "\u2010" and not self._is_one_sign
        keeps = self._keeps_hyphen(last[1], first.group(), set_by_program=set_by_program)
        return text[:-1] + ("-" if keeps else "") + line

    def _keeps_hyphen(self, left: str, right: str, set_by_program: bool) -> bool:
        """Whether the word is written with a hyphen anywhere; programs that part words mark it with their own sign."""
        whole, compound = (left + right).lower(), f"{left}-{right}".lower()
        if compound in self._words or not right[0].islower() or not left[-1].isalpha():
            return True
        if whole in self._words:
            return False
        if right.lower() in _SECOND_PARTS and len(left) > 2:
            return True
        if set_by_program or left.lower() in _KEEPING:
            return not set_by_program
        is_word = right.lower() in self._words and len(right) > 2
        is_first = len(left) > 2 and left.lower() in self._words
        return is_word and (left.lower() in _PREFIXES or is_first)
