"""Sentences of both drafts held against each other, word by word, each pair once."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from factcheck.model.fate import Difference
from factcheck.model.text import TextPosition
from factcheck.revision.harmless import Sides, substantial
from factcheck.revision.likeness import Run, runs_between, same_words
from factcheck.revision.pairing import Pair, pairs_of
from factcheck.revision.senses import Sense, reason_for
from factcheck.revision.version import Version
from factcheck.revision.words import Word


class Comparison:
    """Some sentences of the old draft and the ones of the new draft that they became."""

    def __init__(self, old: Sequence[Word], new: Sequence[Word]) -> None:
        self.sides = Sides(old, new)

    @cached_property
    def runs(self) -> list[Run]:
        """Everything that differs, in order."""
        return runs_between(self.sides.old, self.sides.new)

    @cached_property
    def substance(self) -> list[Run]:
        """What differs and is not harmless."""
        return substantial(self.sides, self.runs)

    @cached_property
    def new_of(self) -> dict[int, int]:
        """For each old word that is still there the index of the new one."""
        return dict(same_words(self.sides.old, self.sides.new))

    def senses(self, run: Run) -> tuple[list[Sense], list[Sense]]:
        """What goes and what comes in a run; a word that both sides have in another form counts on both."""
        old, new = self.sides.words(run)
        return [w.sense for w in old], [w.sense for w in new]

    def reason(self, runs: Iterable[Run]) -> str:
        """What the runs touch, in plain words."""
        pairs = [self.senses(run) for run in runs]
        return reason_for(
            (sense for gone, _ in pairs for sense in gone),
            (sense for _, come in pairs for sense in come),
        )

    def new_span(self, first: int, last: int) -> tuple[int, int] | None:
        """The new words in the place of the old ones from ``first`` to ``last``; None where nothing is."""
        inside = [self.new_of[i] for i in range(first, last) if i in self.new_of]
        for run in self.runs:
            if run.old == (last, last) and self._says_who(run):
                inside.append(run.new[1] - 1)
            start, end = max(run.old[0], first), min(run.old[1], last)
            if start >= end or run.new[0] == run.new[1]:
                continue
            if run.old[1] - run.old[0] == run.new[1] - run.new[0]:  # one word for one
                shift = run.new[0] - run.old[0]
                inside += [start + shift, end - 1 + shift]
            else:
                inside += [run.new[0], run.new[1] - 1]
        return (min(inside), max(inside) + 1) if inside else None

    def _says_who(self, run: Run) -> bool:
        """Whether the run is the “said” that stood before the one who says it and now stands behind."""
        come = self.senses(run)[1]
        return Sense.ATTRIBUTION in come and run not in self.substance


@dataclass(frozen=True, slots=True)
class Found:
    """The sentences of a claim and what they became."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    is_moved: bool
    is_whole: bool  # whether every one of the old sentences is in the new draft


class Drafts:
    """Two drafts, their pairs, and the comparisons made so far."""

    def __init__(self, old: Version, new: Version) -> None:
        self.old = old
        self.new = new
        self.pairs = pairs_of(old, new)
        self._pair_of = {i: pair for pair in self.pairs for i in pair.old}
        self._pair_of_new = {j: pair for pair in self.pairs for j in pair.new}
        self._compared: dict[tuple[tuple[int, ...], tuple[int, ...]], Comparison] = {}

    def pair_of(self, index: int) -> Pair | None:
        """The pair that an old sentence is in."""
        return self._pair_of.get(index)

    def is_new(self, index: int) -> bool:
        """Whether a sentence of the new draft is in no pair."""
        return index not in self._pair_of_new

    def found(self, place: TextPosition) -> Found | None:
        """What became of the sentences over a place of the old draft; None where none of them is left."""
        over = self.old.at(place)
        pairs = list(dict.fromkeys(p for i in over if (p := self._pair_of.get(i)) is not None))
        if not pairs:
            return None
        olds = sorted({i for pair in pairs for i in pair.old} | set(over))
        news = sorted({j for pair in pairs for j in pair.new})
        whole = all(i in self._pair_of for i in olds)
        if news[-1] - news[0] > len(olds) + 3:  # torn apart: the largest piece stands for it
            pair = max(pairs, key=lambda p: sum(len(self.old.passages[i].key) for i in p.old))
            return Found(pair.old, pair.new, pair.is_moved, False)
        between = tuple(range(news[0], news[-1] + 1))
        return Found(tuple(olds), between, any(pair.is_moved for pair in pairs), whole)

    def compared(self, olds: tuple[int, ...], news: tuple[int, ...]) -> Comparison:
        known = self._compared.get((olds, news))
        if known is None:
            known = Comparison(_words(self.old, olds), _words(self.new, news))
            self._compared[olds, news] = known
        return known

    def differences(self) -> Iterator[Difference]:
        """Every stretch that differs, in the order of the new text; whole sentences that are gone come last."""
        for pair in self.pairs:
            if not pair.is_same:
                compared = self.compared(pair.old, pair.new)
                for run in compared.runs:
                    yield Difference(
                        _place(compared.sides.old, run.old), _place(compared.sides.new, run.new)
                    )
        for j, passage in enumerate(self.new.passages):
            if self.is_new(j):
                yield Difference(TextPosition(0, 0), passage.position)
        at = 0
        for i, passage in enumerate(self.old.passages):
            became = self._pair_of.get(i)
            if became is not None:
                at = self.new.passages[became.new[-1]].position.end
            else:
                yield Difference(passage.position, TextPosition(at, at))

    def to_the_letter(self, place: TextPosition) -> TextPosition | None:
        """Where the same letters stand in the new draft, sentences around them included; None where anything differs."""
        index = bisect_right(self.same, place.start, key=lambda pair: pair[0].start) - 1
        if index < 0 or not self.same[index][0].contains(place):
            return None
        here, there = self.same[index]
        return place.shifted(there.start - here.start)

    @cached_property
    def same(self) -> list[tuple[TextPosition, TextPosition]]:
        """The stretches that are the same to the letter, as long as they can be, in the order of the old text."""
        return list(self._same())

    def _same(self) -> Iterator[tuple[TextPosition, TextPosition]]:
        last: tuple[TextPosition, TextPosition] | None = None
        for pair in sorted(self.pairs, key=lambda pair: pair.old):
            here, there = (
                self.old.passages[pair.old[0]].position,
                self.new.passages[pair.new[0]].position,
            )
            if not pair.is_same or here.of(self.old.text) != there.of(self.new.text):
                continue
            if last is not None and self._adjoin(last, (here, there)):
                last = (
                    TextPosition(last[0].start, here.end),
                    TextPosition(last[1].start, there.end),
                )
                continue
            if last is not None:
                yield last
            last = (here, there)
        if last is not None:
            yield last

    def _adjoin(
        self, last: tuple[TextPosition, TextPosition], pair: tuple[TextPosition, TextPosition]
    ) -> bool:
        """Whether nothing but the same blanks stands between two stretches on both sides."""
        if pair[0].start < last[0].end or pair[1].start < last[1].end:
            return False
        old = self.old.text[last[0].end : pair[0].start]
        return not old.strip() and old == self.new.text[last[1].end : pair[1].start]


def _words(version: Version, indexes: tuple[int, ...]) -> tuple[Word, ...]:
    """The words of sentences one after the other, a full stop between them."""
    words: list[Word] = []
    for index in indexes:
        if words:
            end = words[-1].end
            words.append(Word(end, end, ".", ".", Sense.PUNCTUATION))
        words += version.words(index)
    return tuple(words)


def _place(words: Sequence[Word], span: tuple[int, int]) -> TextPosition:
    """Where the words of a run stand; an empty place where there are none."""
    first, last = span
    if first < last:
        return TextPosition(words[first].start, words[last - 1].end)
    at = words[first - 1].end if first else (words[0].start if words else 0)
    return TextPosition(at, at)
