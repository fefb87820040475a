"""Parses the pieces of a text in batches, in text order; for a long text a second process parses some of them ahead.

Each batch is parsed whole by one process, and holds the same pieces with a second process as without, so that both give
the same parses to the last bit. All that remembers what came before stays here.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Generic, Protocol, TypeVar

from spacy.language import Language
from spacy.tokens import Doc

from factcheck.detection.catalogue import PREFIX
from factcheck.detection.second_parser import SecondParser
from factcheck.detection.surface import Surface

BATCH = 16  # pieces parsed together once the first answer is out
_AHEAD = 6  # batches that may be parsed before they are needed


class HasSurface(Protocol):
    """A piece of a text to parse."""

    @property
    def surface(self) -> Surface: ...


P = TypeVar("P", bound=HasSurface)


@dataclass(slots=True)
class _Batch(Generic[P]):
    """Pieces that are parsed together, and their parses once they are there."""

    pieces: list[P]
    docs: list[Doc] | None = None
    asked: int = 0  # the number under which the second process was asked for it

    @property
    def texts(self) -> list[str]:
        return [piece.surface.text for piece in self.pieces if piece.surface.text]

    @property
    def is_open(self) -> bool:
        return self.docs is None and not self.asked


def parsed(
    pieces: Iterator[P], nlp: Language, parses: bool, second: SecondParser | None = None
) -> Iterator[tuple[P, Doc | None]]:
    """The pieces with their parses; the first alone, so that it is there at once, then in growing batches."""
    batches = _batches(pieces)
    if second is not None and parses:
        done = _Shared(batches, nlp, second).done()
    else:
        done = _alone(batches, nlp, parses)
    for batch in done:
        docs = iter(batch.docs or ())
        for piece in batch.pieces:
            yield piece, next(docs) if piece.surface.text else None


def _batches(pieces: Iterator[P]) -> Iterator[_Batch[P]]:
    size = 1
    while batch := list(islice(pieces, size)):
        yield _Batch(batch)
        size = min(BATCH, size * 2)


def _alone(batches: Iterator[_Batch[P]], nlp: Language, parses: bool) -> Iterator[_Batch[P]]:
    for batch in batches:
        batch.docs = parse(batch.texts, nlp) if parses else list(map(nlp.make_doc, batch.texts))
        yield batch


def parse(texts: list[str], nlp: Language) -> list[Doc]:
    """The texts parsed together, no detector run."""
    detectors = [name for name in nlp.pipe_names if name.startswith(PREFIX)]
    return list(nlp.pipe(texts, batch_size=BATCH, disable=detectors))


@dataclass(slots=True)
class _Shared(Generic[P]):
    """Batches parsed by two processes: the other takes what will be needed next, this one what is needed now."""

    batches: Iterator[_Batch[P]]
    nlp: Language
    second: SecondParser
    _ahead: "deque[_Batch[P]]" = field(default_factory=deque)

    def done(self) -> Iterator[_Batch[P]]:
        """The batches in turn, parsed."""
        while self._look_ahead():
            first = self._ahead[0]
            while first.docs is None:
                self._advance(first)
                self._take_in()
                self._hand_out()
            yield self._ahead.popleft()

    def _look_ahead(self) -> bool:
        """Have batches to hand out; whether any is left."""
        self._ahead.extend(islice(self.batches, _AHEAD - len(self._ahead)))
        self._take_in()
        self._hand_out()
        return bool(self._ahead)

    def _hand_out(self) -> None:
        """Give the other process what it can take, but not what is needed now."""
        for batch in islice(self._ahead, 1, None):
            if batch.is_open and self.second.has_room:
                batch.asked = self.second.ask(batch.texts)

    def _take_in(self) -> None:
        """Keep what the other process has parsed; where it is gone, all that it was asked for is open again."""
        for batch in self._ahead:
            if batch.asked and batch.docs is None:
                batch.docs = self.second.answer(batch.asked, batch.texts, self.nlp)
                if batch.docs is None and self.second.is_gone:
                    batch.asked = 0

    def _advance(self, first: _Batch[P]) -> None:
        """Parse what is needed, or while the other process does, the last of what will be; else wait for it."""
        if first.is_open:
            first.docs = parse(first.texts, self.nlp)
            return
        later = next((batch for batch in reversed(self._ahead) if batch.is_open), None)
        if later is not None and not self.second.has_answered:
            later.docs = parse(later.texts, self.nlp)
        else:
            self.second.wait()
