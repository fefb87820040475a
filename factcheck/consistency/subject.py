"""What is held against itself: an article's text with everything detection found in it, quick to look up by place."""

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from operator import attrgetter
from typing import Any, Protocol, TypeVar, cast

from factcheck.model.article import Block, Role
from factcheck.model.claim import Claim
from factcheck.model.detected import BlockFacts, Name, Quantity, Quotation, TimeExpression
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow
from factcheck.model.text import TextPosition

_position = attrgetter("position")


class _Placed(Protocol):
    @property
    def position(self) -> TextPosition: ...


P = TypeVar("P", bound=_Placed)
T = TypeVar("T")


class Subject:
    """The text, its parts and sentences, and the times, quantities, quotations, names and claims in it, in text order."""

    def __init__(
        self,
        text: str,
        blocks: Iterable[Block],
        sentences: Iterable[TextPosition],
        facts: Iterable[BlockFacts],
        claims: Iterable[Claim] = (),
        published: date | None = None,
    ) -> None:
        facts = list(facts)
        self.text = text
        self.published = published
        self.blocks: list[Block] = sorted(blocks, key=_position)
        self.sentences: list[TextPosition] = sorted(sentences)
        self.times: list[TimeExpression] = _in_order(f.times for f in facts)
        self.quantities: list[Quantity] = _in_order(f.quantities for f in facts)
        self.quotations: list[Quotation] = _in_order(f.quotations for f in facts)
        self.names: list[Name] = _in_order(f.names for f in facts)
        self.claims: list[Claim] = sorted(claims, key=attrgetter("in_text_order"))
        self._read: dict[Callable[[Subject], Any], Any] = {}
        self._longest_claim = max((len(c.position) for c in self.claims), default=0)

    def once(self, read: "Callable[[Subject], T]") -> T:
        """What ``read`` makes of this subject, made once however many rules ask for it."""
        if read not in self._read:
            self._read[read] = read(self)
        return cast(T, self._read[read])

    def words(self, position: TextPosition) -> str:
        """The article's words at a place."""
        return position.of(self.text)

    def sentence_at(self, offset: int) -> TextPosition:
        """The sentence that holds the code point at ``offset``; its block where no sentence does, else that point alone."""
        index = bisect_right(self.sentences, offset, key=lambda s: s.start) - 1
        if index >= 0 and offset < self.sentences[index].end:
            return self.sentences[index]
        block = self.block_at(offset)
        return block.position if block is not None else TextPosition(offset, offset)

    def sentences_in(self, position: TextPosition) -> list[TextPosition]:
        """The sentences that share a code point with ``position``."""
        first = bisect_right(self.sentences, position.start, key=lambda s: s.end)
        last = bisect_left(self.sentences, position.end, key=lambda s: s.start)
        return self.sentences[first:last]

    def block_at(self, offset: int) -> Block | None:
        """The part of the page that holds the code point at ``offset``."""
        index = bisect_right(self.blocks, offset, key=lambda b: b.position.start) - 1
        if index < 0 or offset >= self.blocks[index].position.end:
            return None
        return self.blocks[index]

    def role_at(self, offset: int) -> Role:
        """The role of the part that holds the code point at ``offset``; body where none does."""
        block = self.block_at(offset)
        return Role.BODY if block is None else block.role

    def inside(self, placed: Sequence[P], position: TextPosition) -> list[P]:
        """Those of ``placed``, which is in text order, that lie wholly inside ``position``."""
        first = bisect_left(placed, position.start, key=lambda p: p.position.start)
        last = bisect_left(placed, position.end, key=lambda p: p.position.start)
        return [p for p in placed[first:last] if p.position.end <= position.end]

    def claim_at(self, position: TextPosition) -> Claim | None:
        """The innermost claim around a place, else the one that shares most of it."""
        first = bisect_left(
            self.claims, position.start - self._longest_claim, key=lambda c: c.position.start
        )
        last = bisect_left(self.claims, position.end, key=lambda c: c.position.start)
        near = [c for c in self.claims[first:last] if c.position.overlaps(position)]
        around = [c for c in near if c.position.contains(position)]
        if around:
            return min(around, key=lambda c: len(c.position))
        return max(near, key=lambda c: _shared(c.position, position), default=None)

    def finding(
        self,
        rule: str,
        kind: FindingKind,
        outcome: Outcome,
        message: str,
        places: Iterable[TextPosition],
        arithmetic: str,
        rows: Iterable[SumRow] = (),
        advice: str = "",
    ) -> Finding:
        """A finding of ``rule`` with the claims it stands on, and the key by which it is known again in another draft."""
        places = tuple(dict.fromkeys(places))
        claims = (self.claim_at(place) for place in places)
        ids = tuple(dict.fromkeys(claim.id for claim in claims if claim is not None))
        rows = tuple(rows)
        return Finding(
            rule,
            kind,
            outcome,
            message,
            places,
            arithmetic,
            rows,
            advice,
            ids,
            self._key(rule, places, arithmetic),
        )

    def _key(self, rule: str, places: tuple[TextPosition, ...], arithmetic: str) -> str:
        """Made of the sum, the words at the places and the sentences around them, so that a change in any brings it back."""
        digest = hashlib.sha256(f"{rule}\0{arithmetic}".encode("utf-8", "surrogatepass"))
        for place in places:
            sentence = self.words(self.sentence_at(place.start))
            for words in (self.words(place), " ".join(sentence.split())):
                digest.update(b"\0" + words.encode("utf-8", "surrogatepass"))
        return digest.hexdigest()[:32]


def _in_order(lists: Iterable[Sequence[P]]) -> list[P]:
    return sorted((item for items in lists for item in items), key=_position)


def _shared(a: TextPosition, b: TextPosition) -> int:
    return min(a.end, b.end) - max(a.start, b.start)
