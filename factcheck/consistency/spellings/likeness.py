"""How alike two words are as a writer could mix them up: a letter more, less, other, or two in the wrong order."""

import re
import unicodedata
from collections.abc import Iterator

_SOUNDS = (
    *(("qv", "k"), ("kv", "k"), ("kw", "k"), ("qu", "k"), ("ck", "k"), ("x", "ks")),
    *(("ph", "f"), ("sch", "s"), ("sh", "s"), ("th", "t"), ("dt", "t")),
)
_SAME = str.maketrans("vcqzyj", "fkksii")
_SILENT = re.compile(r"[aeiouh'’\-]")
_DOUBLED = re.compile(r"(.)\1+")
MOST = 24  # letters above which a word is compared by itself only


def slips(one: str, other: str, most: int = 2) -> int:
    """How many letters were left out, added, changed or swapped with the next; ``most`` + 1 where it is more."""
    a, b = folded(one), folded(other)
    if a == b:
        return 0
    if abs(len(a) - len(b)) > most or max(len(a), len(b)) > MOST:
        return most + 1
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return min(last[-1], most + 1)


def folded(word: str) -> str:
    """The word in small letters without accents."""
    parts = unicodedata.normalize("NFD", word.lower())
    return "".join(char for char in parts if not unicodedata.combining(char))


def skeleton(word: str) -> str:
    """The consonants as they sound, in the order of the alphabet: the same for most slips of the pen."""
    lower = folded(word)
    for letters, sound in _SOUNDS:
        lower = lower.replace(letters, sound)
    lower = _DOUBLED.sub(r"\1", _SILENT.sub("", lower.translate(_SAME).replace("i", "")))
    return "".join(sorted(lower))


def keys(word: str) -> Iterator[str]:
    """The skeleton and what is left of it without one letter: words that look alike share one of these."""
    bones = skeleton(word)
    yield bones
    if len(bones) > 2:
        for i in range(min(len(bones), MOST)):
            yield bones[:i] + bones[i + 1 :]


def is_lost_or_swapped(one: str, other: str) -> bool:
    """Whether one letter more or two swapped tell the words apart, and not one letter for another."""
    if slips(one, other) != 1:
        return False
    return len(one) != len(other) or sorted(folded(one)) == sorted(folded(other))


def sounds_alike(one: str, other: str) -> bool:
    """Whether only vowels, doubled letters or the order differ: Bauchtman and Buchtmann, Rubkan and Rukban."""
    return skeleton(one) == skeleton(other)
