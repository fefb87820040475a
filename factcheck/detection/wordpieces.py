"""Cuts a sentence into the word pieces that the sentence model was trained on: BERT’s, without case and accents."""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

_LONGEST = 100  # characters of a word that is looked up at all
_CJK = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2FA1F), (0xF900, 0xFAFF))


class WordPieces:
    """A vocabulary and how words are cut by it."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._numbers = vocabulary
        self._unknown = vocabulary["[UNK]"]
        self._begin, self._end = vocabulary["[CLS]"], vocabulary["[SEP]"]
        self._pieces = lru_cache(20_000)(self._cut)

    @classmethod
    def read(cls, path: Path) -> "WordPieces":
        """The vocabulary in a file with one piece a line. OSError, or KeyError where a needed piece is missing."""
        lines = path.read_text("utf-8").splitlines()
        return cls({piece: number for number, piece in enumerate(lines)})

    def numbers(self, text: str, limit: int) -> list[int]:
        """The numbers of the text’s pieces between those for its begin and end, ``limit`` at most."""
        found = [self._begin]
        for word in text[: limit * 16].split():
            found += self._pieces(word)
            if len(found) >= limit:
                break
        return [*found[: limit - 1], self._end]

    def _cut(self, word: str) -> tuple[int, ...]:
        return tuple(number for part in _parts(word) for number in self._cut_part(part))

    def _cut_part(self, part: str) -> list[int]:
        if len(part) > _LONGEST:
            return [self._unknown]
        found, start = [], 0
        while start < len(part):
            prefix = "##" if start else ""
            for end in range(len(part), start, -1):
                if (number := self._numbers.get(prefix + part[start:end])) is not None:
                    found.append(number)
                    start = end
                    break
            else:
                return [self._unknown]
        return found


def _parts(word: str) -> list[str]:
    """The runs of letters and digits in a word in lower case without accents, and each mark by itself."""
    parts, run = [], ""
    for c in unicodedata.normalize("NFD", word.lower()):
        category = unicodedata.category(c)
        if category == "Mn" or category.startswith("C") or c == "\ufffd":
            continue
        if _stands_alone(c, category):
            parts += [run, c]
            run = ""
        else:
            run += c
    return [part for part in (*parts, run) if part]


def _stands_alone(c: str, category: str) -> bool:
    if c < "\x80":
        return not c.isalnum()
    return category.startswith("P") or any(low <= ord(c) <= high for low, high in _CJK)
