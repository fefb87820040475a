"""One draft as it is compared with another: cut into sentences, each with its words when they are asked for."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.model.article import Block, Draft, Role
from factcheck.model.quote_marks import Quoted, quoted_in
from factcheck.model.text import TextPosition, trimmed
from factcheck.resource_files import resource
from factcheck.revision.senses import Sense, sense_of_listed
from factcheck.revision.words import Quotes, Word, level, words_in

_END = re.compile(r"[.!?…。！？।؟]+[”\"’')\]»]*(?=\s)|[。！？](?=\S)")
_INSIDE_A_LINE = re.compile(r"(?<=[\w,;’'] )[A-ZÀ-ÖØ-Þ][\w]*")
_TAIL = 9  # words at most in “Ida Bruun, the mayor, said.” after a quotation


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, or what stands for one: a headline, a caption, a line of a list."""

    position: TextPosition
    block: int
    role: Role
    key: str  # its words with the blanks between them made alike; two passages with one key are the same


class Version:
    """A draft cut into passages in text order; the words of each are found once, when they are asked for."""

    def __init__(self, draft: Draft, blocks: Sequence[Block], names: frozenset[str]) -> None:
        self.draft = draft
        self.text = draft.text
        self.blocks = sorted(blocks, key=lambda block: block.position)
        self.names = names
        self._quoted: dict[int, list[Quoted]] = {}
        self._words: dict[int, tuple[Word, ...]] = {}
        self.passages = [
            Passage(place, index, block.role, " ".join(place.of(self.text).split()))
            for index, block in enumerate(self.blocks)
            for place in self._sentences(index)
        ]
        self._starts = [passage.position.start for passage in self.passages]

    def words(self, index: int) -> tuple[Word, ...]:
        """The words of the passage with this index."""
        known = self._words.get(index)
        if known is None:
            passage = self.passages[index]
            start, end = passage.position.start, passage.position.end
            quotes = self._quotes(passage.block, start, end)
            known = self._words[index] = words_in(self.text, start, end, quotes, self.names)
        return known

    def at(self, position: TextPosition) -> list[int]:
        """The indexes of the passages that share a code point with ``position``."""
        first = max(0, bisect_right(self._starts, position.start) - 1)
        found = []
        for index in range(first, len(self.passages)):
            here = self.passages[index].position
            if here.start >= position.end:
                break
            if here.overlaps(position):
                found.append(index)
        return found

    def _sentences(self, index: int) -> list[TextPosition]:
        """The sentences of a block: not cut inside quotations or after abbreviations."""
        place = self.blocks[index].position
        starts = [place.start]
        for match in _END.finditer(self.text, place.start, place.end):
            following = match.end()
            while following < place.end and self.text[following].isspace():
                following += 1
            if following < place.end and self._begins(index, match.start(), following):
                starts.append(following)
        ends = [*starts[1:], place.end]
        cut = [trimmed(self.text, TextPosition(s, e)) for s, e in zip(starts, ends, strict=True)]
        return [position for position in self._with_tails(cut) if len(position)]

    def _begins(self, index: int, stop: int, following: int) -> bool:
        """Whether a sentence ends at the mark and another begins at ``following``."""
        if self.text[following].islower():
            return False
        before = self.text[max(0, stop - 20) : stop + 1].rsplit(None, 1)
        if before and (before[-1] in _abbreviations() or re.fullmatch(r"\W*[A-Z]\.", before[-1])):
            return False
        return not any(
            quote.closed and quote.start < following < quote.end and quote.depth == 0
            for quote in self._quotes_of(index)
        )

    def _with_tails(self, places: Sequence[TextPosition]) -> list[TextPosition]:
        """The sentences; one that only says who spoke belongs to the quotation before it."""
        joined: list[TextPosition] = []
        for place in places:
            if joined and self._is_tail(joined[-1], place):
                joined[-1] = TextPosition(joined[-1].start, place.end)
            else:
                joined.append(place)
        return joined

    def _is_tail(self, before: TextPosition, place: TextPosition) -> bool:
        if level(self.text[before.end - 1]) != '"':
            return False
        words = words_in(self.text, place.start, place.end, Quotes(), self.names)
        return 1 < len(words) <= _TAIL and any(w.sense is Sense.ATTRIBUTION for w in words)

    def _quotes_of(self, index: int) -> list[Quoted]:
        """The quotations of a block, their places in code points of the draft."""
        found = self._quoted.get(index)
        if found is None:
            place = self.blocks[index].position
            text = place.of(self.text)
            found = [
                Quoted(q.start + place.start, q.end + place.start, q.closed, q.depth)
                for q in (quoted_in(text) if _has_marks(text) else ())
            ]
            self._quoted[index] = found
        return found

    def _quotes(self, block: int, start: int, end: int) -> Quotes:
        here = [q for q in self._quotes_of(block) if q.start < end and start < q.end]
        marks = {q.start for q in here} | {q.end - 1 for q in here if q.closed}
        inside = tuple((q.start + 1, q.end - q.closed) for q in here if q.depth == 0)
        marks |= {at for at in range(start, end) if self.text[at] in _DOUBLE}
        return Quotes(inside, frozenset(marks))


_DOUBLE = frozenset('"“”„«»')


def _has_marks(text: str) -> bool:
    return not _DOUBLE.isdisjoint(text) or "'" in text or "‘" in text


def names_in(*texts: str) -> frozenset[str]:
    """The words that stand with a capital inside a sentence somewhere in the texts: those keep it at the start of one."""
    found = {word for text in texts for word in _INSIDE_A_LINE.findall(text)}
    return frozenset(word for word in found if sense_of_listed(word.lower()) is None)


@cache
def _abbreviations() -> frozenset[str]:
    lines = resource("words", "abbreviations.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
