"""The offices and roles that stand before or after a name: “Chinese President”, “director of the clinic”."""

import re
from collections.abc import Sequence

from factcheck.consistency.spellings.name_words import NO_OFFICE, is_title, is_title_part, listed
from factcheck.model.text import TextPosition

_LOOK_BACK = 90  # characters in which a title before a name begins
_LONGEST = 7  # words of such a title
_WORD = re.compile(r"\S+")
_OPENERS = frozenset({"the", "a", "an", "said", "and", "to", "by", "with", "of", "as", "that"})
_AFTER = re.compile(
    r",\s+(?:who is |who was )?(?:now |also |then )?(?:the |a |an |its |their |his |her |one of the )?"
    r"(?P<role>[^\s,.;:()“”\"—–](?:[^,.;:()“”\"—–\n]|(?<=\b[A-Z])\.|(?<=\b(?:Gov|Sen|Rep|Gen))\.){2,80})"
)
_CUT = re.compile(
    r"\s(?:said|says|told|who|whose|which|that|was|is|were|are|has|had|and (?:his|her)|wrote|added|in an?|on [A-Z]\w+day)\b"
)
_PREPOSITIONS = frozenset({"in", "on", "at", "from", "since", "until", "after", "before", "near"})
_NEAR = 5  # words of an apposition among which its title stands


def before(text: str, start: int, left: int = 0) -> TextPosition | None:
    """The title that ends right before the name at ``start``; ``left`` is where its sentence begins."""
    left = max(left, start - _LOOK_BACK)
    found = list(_WORD.finditer(text, left, start))
    if not found or found[-1].end() == start:
        return None
    words = [match[0] for match in found]
    if not is_title(words[-1]) or words[-1].lower() == "counterpart" or _ends_a_clause(words[-1]):
        return None
    first = len(words) - 1
    while first > 0 and len(words) - first < _LONGEST and _belongs(words, first - 1):
        first -= 1
    while first < len(words) - 1 and words[first].lower() in _OPENERS:
        first += 1
    at = found[first].start()
    at += len(text[at:start]) - len(text[at:start].lstrip("“\"'‘(["))
    return TextPosition(at, found[-1].end())


def after(text: str, end: int, right: int) -> TextPosition | None:
    """The role set off by a comma after the name that ends at ``end``, within the sentence that ends at ``right``."""
    found = _AFTER.match(text, end, right)
    if found is None:
        return None
    cut = _CUT.search(found["role"])
    stop = found.start("role") + (cut.start() if cut else len(found["role"]))
    words = text[found.start("role") : stop].split()
    if len(words) > 12 or not any(_is_office(word) for word in words[:_NEAR]):
        return None
    shown = text[found.start("role") : stop].rstrip()
    return TextPosition(found.start("role"), found.start("role") + len(shown))


def _is_office(word: str) -> bool:
    return is_title(word) and word.rstrip(".").lower() not in listed("name-titles") | NO_OFFICE


def offices_of(title: str) -> frozenset[str]:
    """The offices a title names, forms of address left out: {president} of “Chinese President”."""
    words = [word.strip("’'“”\".,").lower() for word in title.split()]
    return frozenset(word for word in words if is_title(word)) - NO_OFFICE


def is_address(title: str) -> bool:
    """Whether it is Mr, Ms and the like, which tells no office."""
    return title.rstrip(".").lower() in NO_OFFICE


def _belongs(words: Sequence[str], at: int) -> bool:
    """Whether the word is part of the title that follows it."""
    word = words[at]
    if _ends_a_clause(word):
        return False
    if word.lower() in ("of", "for", "the", "and"):
        return at > 0 and is_title(words[at - 1]) and not _ends_a_clause(words[at - 1])
    bare = word.strip("“\"'‘(")
    if is_title(bare) or is_title_part(bare):
        return True
    no_part = bare in listed("no-names") | listed("days-and-months") and bare != "New"
    if no_part or not bare[:1].isupper():
        return False
    return (
        at == 0
        or words[at - 1].lower() not in _PREPOSITIONS
        or bare.endswith(("’s", "'s", "’", "'"))
    )


def _ends_a_clause(word: str) -> bool:
    if word.endswith((",", ";", ":", "”", '"', ")", "—", "–", "?", "!")):
        return True
    return word.endswith(".") and len(word) > 5
