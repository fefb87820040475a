"""Keeps the records of a case findable: by id, by claim, and by place in the text."""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any

from factcheck.model.article import Article, Block, Draft, Sentence
from factcheck.model.change import Record
from factcheck.model.claim import Claim
from factcheck.model.correction import Correction
from factcheck.model.detected import BlockFacts
from factcheck.model.evidence import Evidence, KeptFile, Source
from factcheck.model.fate import Fate
from factcheck.model.finding import ConfirmedSpelling, Explanation
from factcheck.model.rule import DeskRule, HouseRule, SwitchedOff
from factcheck.model.signoff import Reopening, SignOff, Stage
from factcheck.model.standard import Standard
from factcheck.model.text import TextPosition
from factcheck.model.verdict import Note, Verdict

_in_text_order = attrgetter("in_text_order")
_position = attrgetter("position")


class Shelf:
    """Blocks, sentences and claims in text order, the rest by id; each look-up costs a bisection.

    A claim of an earlier draft that the draft shown no longer has lies in the drawer, with no place in the text.
    """

    def __init__(self, draft_id: str) -> None:
        self._draft_id = draft_id
        self.drawer: dict[str, Claim] = {}
        self.fates: dict[str, Fate] = {}  # by claim
        self.blocks: list[Block] = []
        self.sentences: list[Sentence] = []
        self.claims: list[Claim] = []
        self.verdicts: dict[str, Verdict] = {}  # by claim
        self.notes: dict[str, Note] = {}  # by claim
        self.corrections: dict[str, Correction] = {}  # by claim
        self.sources: dict[str, Source] = {}
        self.evidence: dict[str, Evidence] = {}
        self.kept: dict[str, KeptFile] = {}  # by the source, or the draft, that it is of
        self.facts: dict[TextPosition, BlockFacts] = {}
        self.explanations: dict[str, Explanation] = {}  # by the finding's key
        self.confirmed: dict[str, ConfirmedSpelling] = {}  # by the spelling
        self.sign_offs: dict[str, SignOff] = {}  # of this draft
        self.reopenings: dict[str, Reopening] = {}
        self._claims: dict[str, Claim] = {}
        self._sentences: dict[str, Sentence] = {}
        self._evidence_by_claim: dict[str, list[str]] = defaultdict(list)
        self._longest_claim = 0

    def claim(self, claim_id: str) -> Claim:
        return self._claims.get(claim_id) or self.drawer[claim_id]

    def has_claim(self, claim_id: str) -> bool:
        return claim_id in self._claims

    def sentence(self, sentence_id: str) -> Sentence:
        return self._sentences[sentence_id]

    def evidence_of(self, claim_id: str) -> list[Evidence]:
        """In the order it was added, which is that of the ids, whatever was undone since."""
        return [self.evidence[key] for key in sorted(self._evidence_by_claim.get(claim_id, ()))]

    def claims_over(self, position: TextPosition) -> list[Claim]:
        """The claims that share a code point with ``position``: only starts near enough are looked at."""
        first = bisect_left(
            self.claims, (max(0, position.start - self._longest_claim),), key=_in_text_order
        )
        last = bisect_left(self.claims, (position.end,), key=_in_text_order)
        return [claim for claim in self.claims[first:last] if claim.position.overlaps(position)]

    def claims_at(self, position: TextPosition) -> list[Claim]:
        """The claims with exactly these borders."""
        first = bisect_left(self.claims, (position.start, -position.end), key=_in_text_order)
        last = bisect_left(self.claims, (position.start, 1 - position.end), key=_in_text_order)
        return self.claims[first:last]

    def sentences_over(self, position: TextPosition) -> list[Sentence]:
        first = bisect_right(self.sentences, position.start, key=lambda s: s.position.end)
        last = bisect_left(self.sentences, position.end, key=lambda s: s.position.start)
        return self.sentences[first:last]

    def block_at(self, offset: int) -> Block | None:
        index = bisect_right(self.blocks, offset, key=lambda b: b.position.start) - 1
        if index < 0 or offset >= self.blocks[index].position.end:
            return None
        return self.blocks[index]

    def put(self, record: Record) -> None:
        match record:
            case Claim() if record.draft_id != self._draft_id:
                self.drawer[record.id] = record
            case Fate():
                self.fates[record.claim_id] = record
            case Claim():
                self._claims[record.id] = record
                self._longest_claim = max(self._longest_claim, len(record.position))
                insort(self.claims, record, key=_in_text_order)
            case Sentence():
                self._sentences[record.id] = record
                insort(self.sentences, record, key=_position)
            case Block():
                insort(self.blocks, record, key=_position)
            case Verdict():
                self.verdicts[record.claim_id] = record
            case Note():
                self.notes[record.claim_id] = record
            case Correction():
                self.corrections[record.claim_id] = record
            case Source():
                self.sources[record.id] = record
            case Evidence():
                self.evidence[record.id] = record
                self._evidence_by_claim[record.claim_id].append(record.id)
            case KeptFile():
                self.kept[record.owner_id] = record
            case BlockFacts():
                self.facts[record.position] = record
            case Explanation():
                self.explanations[record.key] = record
            case ConfirmedSpelling():
                self.confirmed[record.spelling] = record
            case SignOff():
                if record.draft_id == self._draft_id:
                    self.sign_offs[record.id] = record
            case Reopening():
                self.reopenings[record.id] = record
            case Article() | Draft():
                raise TypeError("an article or draft is the case itself, not a record in it")
            case DeskRule() | HouseRule() | SwitchedOff() | Stage() | Standard():
                raise TypeError("a rule belongs to the desk, not to a case")

    def take(self, record: Record) -> None:
        match record:
            case Claim() if record.id in self.drawer:
                del self.drawer[record.id]
            case Fate():
                del self.fates[record.claim_id]
            case Claim():
                _remove_sorted(self.claims, self._claims.pop(record.id), _in_text_order)
            case Sentence():
                _remove_sorted(self.sentences, self._sentences.pop(record.id), _position)
            case Block():
                self.blocks.remove(record)
            case Verdict():
                del self.verdicts[record.claim_id]
            case Note():
                del self.notes[record.claim_id]
            case Correction():
                del self.corrections[record.claim_id]
            case Source():
                del self.sources[record.id]
            case Evidence():
                del self.evidence[record.id]
                self._evidence_by_claim[record.claim_id].remove(record.id)
            case KeptFile():
                del self.kept[record.owner_id]
            case BlockFacts():
                del self.facts[record.position]
            case Explanation():
                del self.explanations[record.key]
            case ConfirmedSpelling():
                del self.confirmed[record.spelling]
            case SignOff():
                self.sign_offs.pop(record.id, None)
            case Reopening():
                del self.reopenings[record.id]
            case Article() | Draft():
                raise TypeError("an article or draft is the case itself, not a record in it")
            case DeskRule() | HouseRule() | SwitchedOff() | Stage() | Standard():
                raise TypeError("a rule belongs to the desk, not to a case")

    def replace(self, before: Record | None, after: Record | None) -> None:
        """Put ``after`` where ``before`` was, in the same place where nothing moved."""
        if before is not None and after is not None and self._swapped(before, after):
            return
        if before is not None:
            self.take(before)
        if after is not None:
            self.put(after)

    def records(self) -> Iterator[Record]:
        yield from self.blocks
        yield from self.sentences
        yield from self.claims
        yield from self.drawer.values()
        yield from self.fates.values()
        yield from self.verdicts.values()
        yield from self.notes.values()
        yield from self.corrections.values()
        yield from self.sources.values()
        yield from self.evidence.values()
        yield from self.kept.values()
        yield from self.facts.values()
        yield from self.explanations.values()
        yield from self.confirmed.values()
        yield from self.sign_offs.values()
        yield from self.reopenings.values()

    def _swapped(self, before: Record, after: Record) -> bool:
        match before, after:
            case (Source(), Source()):
                self.sources[after.id] = after
            case (Evidence(), Evidence()) if before.claim_id == after.claim_id:
                self.evidence[after.id] = after
            case _:
                return False
        return True


def _remove_sorted(records: list[Any], record: Any, key: Callable[[Any], Any]) -> None:
    index = bisect_left(records, key(record), key=key)
    while records[index].id != record.id:
        index += 1
    del records[index]
