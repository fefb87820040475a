"""Which sentence of the new draft is which of the old: first those that are the same, then moved ones, then the most alike."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rapidfuzz.distance import Indel

from factcheck.revision.likeness import likeness
from factcheck.revision.version import Passage, Version

FLOOR = 0.5  # below it a sentence in the same place is another one
FLOOR_ELSEWHERE = 0.66  # and one in another place
_GAIN = 0.06  # what a second sentence must add to be the rest of one that was cut in two
_AT_ONCE = 400_000_000  # pairs of sentences that are looked at as bits of a row
_NEAR = 12  # sentences on either side that one is held against in a long rewritten stretch
_TWINS = (
    40  # times that a sentence may stand in a draft and still be told apart by what is beside it
)
_RARE = 6  # sentences that share a word; a commoner word leads nowhere


@dataclass(frozen=True, slots=True)
class Pair:
    """Sentences of the old draft and what they are in the new one; two on a side where one was cut or two joined."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    is_same: bool  # word for word
    is_moved: bool = False


@dataclass(slots=True)
class _Pairing:
    old: Version
    new: Version
    new_of: dict[int, int] = field(default_factory=dict)
    old_of: dict[int, int] = field(default_factory=dict)
    more_old: dict[int, int] = field(default_factory=dict)  # a second old sentence → the first
    more_new: dict[int, int] = field(default_factory=dict)
    moved: set[int] = field(default_factory=set)
    _likeness: dict[tuple[int, int], float] = field(default_factory=dict)

    def pair(self, old: int, new: int) -> None:
        self.new_of[old] = new
        self.old_of[new] = old

    def part(self, pairs: dict[int, int]) -> None:
        """Take pairs apart again."""
        for i, j in pairs.items():
            del self.new_of[i], self.old_of[j]

    def free_old(self, span: Iterable[int]) -> list[int]:
        return [i for i in span if i not in self.new_of and i not in self.more_old]

    def free_new(self, span: Iterable[int]) -> list[int]:
        return [j for j in span if j not in self.old_of and j not in self.more_new]

    def like(self, old: int, new: int) -> float:
        known = self._likeness.get((old, new))
        if known is None:
            known = likeness(self.old.words(old), self.new.words(new))
            self._likeness[old, new] = known
        return known


def pairs_of(old: Version, new: Version) -> list[Pair]:
    """The pairs in the order of the new text; a sentence in none of them is gone, or new."""
    found = _Pairing(old, new)
    for i, j in _same_in_order(old.passages, new.passages):
        found.pair(i, j)
    _pair_moved(found)
    _pair_alike_in_place(found)
    _pair_alike_elsewhere(found)
    _pair_cut_and_joined(found)
    return _told(found)


def _told(found: _Pairing) -> list[Pair]:
    told = []
    second_old = {first: second for second, first in found.more_old.items()}
    second_new = {first: second for second, first in found.more_new.items()}
    for i, j in found.new_of.items():
        olds = tuple(sorted({i, second_old.get(i, i)}))
        news = tuple(sorted({j, second_new.get(j, j)}))
        alone = len(olds) == len(news) == 1
        same = alone and found.old.passages[i].key == found.new.passages[j].key
        told.append(Pair(olds, news, same, i in found.moved))
    return sorted(told, key=lambda pair: pair.new)


# The same, in the same order


def _same_in_order(old: Sequence[Passage], new: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    """The passages that are the same and in order: those that are there once first, then what lies between them."""
    a, b = [p.key for p in old], [p.key for p in new]
    waiting = [(0, len(a), 0, len(b))]
    while waiting:
        first, last, start, end = waiting.pop()
        while first < last and start < end and a[first] == b[start]:
            yield first, start
            first, start = first + 1, start + 1
        while first < last and start < end and a[last - 1] == b[end - 1]:
            last, end = last - 1, end - 1
            yield last, end
        once = _once_in_both(a, first, last, b, start, end)
        if not once and (last - first) * (end - start) <= _AT_ONCE:
            yield from _longest_run(a, first, last, b, start, end)
        borders = [(first - 1, start - 1), *once, (last, end)]
        if once:
            yield from once
            for (i, j), (k, m) in pairwise(borders):
                if i + 1 < k and j + 1 < m:
                    waiting.append((i + 1, k, j + 1, m))


def _longest_run(
    a: Sequence[str], first: int, last: int, b: Sequence[str], start: int, end: int
) -> Iterator[tuple[int, int]]:
    """The longest part that both have in the same order; for a stretch where every sentence stands several times."""
    for match in Indel.opcodes(a[first:last], b[start:end]).as_matching_blocks():
        for n in range(match.size):
            i, j = first + match.a + n, start + match.b + n
            if a[i] == b[j]:
                yield i, j


def _once_in_both(
    a: Sequence[str], first: int, last: int, b: Sequence[str], start: int, end: int
) -> list[tuple[int, int]]:
    """The longest run in order of passages that stand once on either side."""
    in_a, in_b = Counter(a[first:last]), Counter(b[start:end])
    where = {b[j]: j for j in range(start, end) if in_b[b[j]] == 1}
    shared = [(i, where[a[i]]) for i in range(first, last) if in_a[a[i]] == 1 and a[i] in where]
    return _rising(shared)


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of the pairs, which rise in their first number, that rises in the second as well."""
    tops: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(pairs):
        place = bisect_left(tops, j)
        tops[place : place + 1] = [j]
        at[place : place + 1] = [index]
        before.append(at[place - 1] if place else -1)
    found = []
    index = at[-1] if at else -1
    while index >= 0:
        found.append(pairs[index])
        index = before[index]
    return found[::-1]


# The same, elsewhere


def _pair_moved(found: _Pairing) -> None:
    """Pair what is left and the same; what stands several times by what stands around it, then in order."""
    by_key: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for i, passage in enumerate(found.old.passages):
        by_key[passage.key][0].append(i)
    for j, passage in enumerate(found.new.passages):
        if passage.key in by_key:
            by_key[passage.key][1].append(j)
    for olds, news in by_key.values():
        if not news or (len(olds) == len(news) == 1 and olds[0] in found.new_of):
            continue
        if max(len(olds), len(news)) > _TWINS:
            _pair_twins(found, found.free_old(olds)[:_TWINS], found.free_new(news)[:_TWINS], {})
        else:
            in_order = {i: found.new_of[i] for i in olds if i in found.new_of}
            found.part(in_order)
            _pair_twins(found, olds, news, in_order)


def _pair_twins(
    found: _Pairing, olds: Sequence[int], news: Sequence[int], in_order: dict[int, int]
) -> None:
    ranked = sorted(
        (-_neighbours(found, i, j), in_order.get(i) != j, abs(i - j), i, j)
        for i in olds
        for j in news
    )
    for *_, i, j in ranked:
        if i not in found.new_of and j not in found.old_of:
            found.pair(i, j)
            if in_order.get(i) != j and not _is_in_place(found, i, j):
                found.moved.add(i)


def _neighbours(found: _Pairing, i: int, j: int) -> int:
    """How much of what stands beside both is the same; in the same paragraph it counts twice."""
    old, new = found.old.passages, found.new.passages
    count = 0
    for step in (-1, 1):
        k, m = i + step, j + step
        if 0 <= k < len(old) and 0 <= m < len(new) and old[k].key == new[m].key:
            together = old[k].block == old[i].block and new[m].block == new[j].block
            count += 2 if together else 1
    return count


def _is_in_place(found: _Pairing, i: int, j: int) -> bool:
    """Whether a pair stands between the pairs before and after it that are in order."""
    for k in range(i - 1, max(-1, i - _NEAR), -1):
        if k in found.new_of and k not in found.moved:
            if found.new_of[k] > j:
                return False
            break
    for k in range(i + 1, min(len(found.old.passages), i + _NEAR)):
        if k in found.new_of and k not in found.moved:
            return found.new_of[k] > j
    return True


# The most alike


def _pair_alike_in_place(found: _Pairing) -> None:
    """Pair in order what lies between two pairs that stand, where it is alike enough."""
    fixed = sorted((i, j) for i, j in found.new_of.items() if i not in found.moved)
    borders = [(-1, -1), *_rising(fixed), (len(found.old.passages), len(found.new.passages))]
    for (i, j), (k, m) in pairwise(borders):
        olds, news = found.free_old(range(i + 1, k)), found.free_new(range(j + 1, m))
        if olds and news:
            for a, b in _best_in_order(found, olds, news):
                found.pair(a, b)


def _best_in_order(
    found: _Pairing, olds: Sequence[int], news: Sequence[int]
) -> list[tuple[int, int]]:
    """The pairs in order with the greatest likeness in all; far from the diagonal nothing is tried."""
    reach = max(_NEAR, abs(len(olds) - len(news)) + _NEAR) if len(olds) * len(news) > 400 else 10**9
    best: dict[tuple[int, int], tuple[float, str]] = {}
    rows, columns = len(olds), len(news)
    for i in range(rows - 1, -1, -1):
        middle = i * columns // rows
        for j in range(min(columns, middle + reach) - 1, max(0, middle - reach) - 1, -1):
            choices = [
                (best.get((i + 1, j), (0.0, ""))[0], "old"),
                (best.get((i, j + 1), (0.0, ""))[0], "new"),
            ]
            alike = found.like(olds[i], news[j])
            if alike >= FLOOR:
                choices.append((alike + best.get((i + 1, j + 1), (0.0, ""))[0], "both"))
            best[i, j] = max(choices)
    i = j = 0
    pairs = []
    while i < rows and j < columns:
        step = best.get((i, j), (0.0, "old" if i * columns < j * rows else "new"))[1]
        if step == "both":
            pairs.append((olds[i], news[j]))
        i += step in ("both", "old")
        j += step in ("both", "new")
    return pairs


def _pair_alike_elsewhere(found: _Pairing) -> None:
    """Pair what is left across the text, most alike first; only sentences that share a rare word are held together."""
    olds = found.free_old(range(len(found.old.passages)))
    news = found.free_new(range(len(found.new.passages)))
    holders: dict[str, list[int]] = defaultdict(list)
    for j in news:
        for key in {word.key for word in found.new.words(j) if word.is_content}:
            holders[key].append(j)
    tried = {
        (i, j)
        for i in olds
        for key in {word.key for word in found.old.words(i) if word.is_content}
        if len(holders.get(key, ())) <= _RARE
        for j in holders.get(key, ())
    }
    ranked = sorted((-found.like(i, j), abs(i - j), i, j) for i, j in tried)
    for unlike, _, i, j in ranked:
        if -unlike < FLOOR_ELSEWHERE:
            break
        if i not in found.new_of and j not in found.old_of:
            found.pair(i, j)
            if not _is_in_place(found, i, j):
                found.moved.add(i)


def _pair_cut_and_joined(found: _Pairing) -> None:
    """Give a sentence that was cut in two its other half, and two that were joined the one they are now."""
    for i, j in list(found.new_of.items()):
        words = found.old.words, found.new.words
        if found.old.passages[i].key == found.new.passages[j].key:
            continue
        alike = found.like(i, j)
        best, where = alike + _GAIN, None
        for other in found.free_new((j - 1, j + 1)):
            if 0 <= other < len(found.new.passages) and i not in found.more_old.values():
                both = [*words[1](min(j, other)), *words[1](max(j, other))]
                if (now := likeness(words[0](i), both)) > best:
                    best, where = now, ("new", other)
        for other in found.free_old((i - 1, i + 1)):
            if 0 <= other < len(found.old.passages):
                both = [*words[0](min(i, other)), *words[0](max(i, other))]
                if (now := likeness(both, words[1](j))) > best:
                    best, where = now, ("old", other)
        if where is not None and where[0] == "new":
            found.more_new[where[1]] = j
        elif where is not None:
            found.more_old[where[1]] = i
