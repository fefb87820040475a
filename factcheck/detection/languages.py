"""Names the language of a text by a vote of its small words."""

import re
from collections import Counter
from functools import cache

from factcheck.resource_files import resource

WORDS = 2_000  # from the beginning of the text
_FEWEST = 12  # words to tell a language by
_LEAST = 0.1  # share of the words that must be small words of the language
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """The language whose small words are the most, by its English name; empty where none stands out."""
    words = [match[0].lower() for match, _ in zip(_WORD.finditer(text), range(WORDS), strict=False)]
    if len(words) < _FEWEST:
        return ""
    votes: Counter[str] = Counter()
    for word in words:
        for language in _languages_by_word().get(word, ()):
            votes[language] += 1
    (first, most), *others = [*votes.most_common(2), ("", 0)]
    return first if most >= _LEAST * len(words) and most > others[0][1] else ""


@cache
def _languages_by_word() -> dict[str, tuple[str, ...]]:
    """The languages that each small word belongs to."""
    found: dict[str, tuple[str, ...]] = {}
    lines = resource("languages.txt").read_text("utf-8").splitlines()
    for language, *words in (line.split() for line in lines if not line.startswith("#")):
        for word in set(words):
            found[word] = (*found.get(word, ()), language)
    return found
