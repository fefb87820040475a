"""How alike two sentences are, and which of their words are not the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import ratio

from factcheck.revision.words import Word

_SMALL = 0.3  # what “the” or “of” weighs against a word that says something


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand in one sentence only, or in place of others: indexes into the words of old and new."""

    old: tuple[int, int]
    new: tuple[int, int]


def likeness(old: Sequence[Word], new: Sequence[Word]) -> float:
    """From 0 to 1: half by the words they share in order, small ones weighing little, half by their letters."""
    total = sum(map(_weight, old)) + sum(map(_weight, new))
    if not total:
        return 0.0
    most = 2 * min(len(old), len(new)) / (len(old) + len(new))
    if most < 0.25:
        return 0.0
    shared = sum(_weight(old[i]) for i, _ in same_words(old, new))
    letters = ratio(" ".join(w.key for w in old), " ".join(w.key for w in new)) / 100
    return shared / total + letters / 2


def _weight(word: Word) -> float:
    return 1.0 if word.is_content else _SMALL


def same_words(old: Sequence[Word], new: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The indexes of the words that are the same, in order."""
    for match in Indel.opcodes([w.key for w in old], [w.key for w in new]).as_matching_blocks():
        yield from ((match.a + n, match.b + n) for n in range(match.size))


def runs_between(old: Sequence[Word], new: Sequence[Word]) -> list[Run]:
    """What differs, in order; words that go and words that come in the same place are one run."""
    found: list[Run] = []
    i = j = 0
    for a, b in [*same_words(old, new), (len(old), len(new))]:
        if a > i or b > j:
            found.append(Run((i, a), (j, b)))
        i, j = a + 1, b + 1
    return found
