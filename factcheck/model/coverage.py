"""How far a case has come: claims by state, and how much of the text somebody has looked at."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.model.article import Block, Sentence
from factcheck.model.verdict import State


@dataclass(frozen=True, slots=True)
class Tally:
    """Claims by state."""

    verified: int = 0
    contradicted: int = 0
    unverifiable: int = 0
    authors_word: int = 0
    waiting: int = 0
    unchecked: int = 0
    dismissed: int = 0

    @classmethod
    def of(cls, states: Iterable[State]) -> "Tally":
        n = Counter(states)
        return cls(
            n[State.VERIFIED],
            n[State.CONTRADICTED],
            n[State.UNVERIFIABLE],
            n[State.AUTHORS_WORD],
            n[State.WAITING],
            n[State.OPEN],
            n[State.NOT_A_CLAIM],
        )

    @property
    def settled(self) -> int:
        return self.verified + self.contradicted + self.unverifiable

    @property
    def open(self) -> int:
        return self.unchecked + self.waiting + self.authors_word

    @property
    def total(self) -> int:
        """Claims that count: all but those dismissed."""
        return self.settled + self.open


@dataclass(frozen=True, slots=True)
class Coverage:
    """Code points of the text that can hold claims, and how many of them somebody has read."""

    read: int
    total: int

    @classmethod
    def of(cls, blocks: Iterable[Block], sentences: Iterable[Sentence]) -> "Coverage":
        """Sentences in silent parts count for nothing; text not yet cut into sentences counts as unread."""
        speaking = [block.position for block in blocks if block.role.holds_claims]
        read = 0
        remaining = iter(speaking)
        here = next(remaining, None)
        for sentence in sentences:
            while here is not None and here.end <= sentence.position.start:
                here = next(remaining, None)
            if here is not None and sentence.is_read and here.overlaps(sentence.position):
                read += min(here.end, sentence.position.end) - max(
                    here.start, sentence.position.start
                )
        return cls(read, sum(len(position) for position in speaking))

    @property
    def percent(self) -> int:
        """The share read, from 0 to 100; 100 only when all of it is read."""
        return 100 if self.read >= self.total else 100 * self.read // self.total
