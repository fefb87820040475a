"""An article in the order of its text: its parts with their names, and its claims with their numbers."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.model.article import Block, Role, Sentence
from factcheck.model.case import Case
from factcheck.model.claim import Claim
from factcheck.model.text import TextPosition, trimmed
from factcheck.model.verdict import State

_PART_NAMES = {
    Role.HEADLINE: "Headline",
    Role.SUBHEADING: "Subheading",
    Role.CAPTION: "Caption",
    Role.CREDIT: "Credit",
    Role.DATELINE: "Dateline",
    Role.BODY: "Paragraph",
    Role.PULLQUOTE: "Pull quote",
    Role.CROSSHEAD: "Crosshead",
    Role.BOILERPLATE: "Boilerplate",
}


@dataclass(frozen=True, slots=True)
class NumberedClaim:
    """A claim with its number, counted from 1 in the order of the text, and its state."""

    number: int
    claim: Claim
    state: State


@dataclass(frozen=True, slots=True)
class Part:
    """One line or paragraph: the blocks on it, its name, the claims that begin and the sentences that lie in it.

    ``number`` counts the parts of one name from 1, and is 0 where there is only one that is not a paragraph.
    """

    role: Role
    blocks: tuple[Block, ...]
    claims: tuple[NumberedClaim, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    number: int = 0

    @property
    def position(self) -> TextPosition:
        return TextPosition(self.blocks[0].position.start, self.blocks[-1].position.end)

    @property
    def noun(self) -> str:
        return _PART_NAMES[self.role]

    @property
    def name(self) -> str:
        """The part's name as a label: "Headline", "Paragraph 3"."""
        return f"{self.noun} {self.number}" if self.number else self.noun

    @property
    def is_silent(self) -> bool:
        """Whether nothing in the part can be a claim of itself, and nobody has marked one."""
        return not self.role.holds_claims and not self.claims

    @property
    def unread(self) -> tuple[Sentence, ...]:
        return tuple(sentence for sentence in self.sentences if not sentence.is_read)

    @property
    def is_unread(self) -> bool:
        """Whether nobody has read anything of it; a part the program has not cut into sentences counts so."""
        return self.role.holds_claims and len(self.unread) == len(self.sentences)

    @property
    def is_partly_read(self) -> bool:
        return self.role.holds_claims and 0 < len(self.unread) < len(self.sentences)


@dataclass(frozen=True, slots=True)
class Outline:
    """Every part of the text and every claim, both in the order of the text."""

    parts: tuple[Part, ...]
    claims: tuple[NumberedClaim, ...]

    def numbers(self) -> dict[str, int]:
        """The number of each claim, by its id."""
        return {entry.claim.id: entry.number for entry in self.claims}

    def in_state(self, *states: State) -> list[NumberedClaim]:
        return [entry for entry in self.claims if entry.state in states]

    @property
    def speaking(self) -> list[Part]:
        """The parts a checker has to look at."""
        return [part for part in self.parts if not part.is_silent]


def outline(case: Case) -> Outline:
    """The case's parts and claims, named and numbered."""
    claims = tuple(
        NumberedClaim(number, claim, case.state(claim.id))
        for number, claim in enumerate(case.claims(), start=1)
    )
    parts = [Part(_role_of(blocks), tuple(blocks)) for blocks in _lines(case)]
    return Outline(tuple(_named(_filled(parts, claims, case))), claims)


def _lines(case: Case) -> Iterator[list[Block]]:
    """The blocks that stand on one line and play together, such as a dateline with its paragraph."""
    line: list[Block] = []
    for block in _covering(case):
        if line and _begins_line(case.text, line, block):
            yield line
            line = []
        line.append(block)
    if line:
        yield line


def _begins_line(text: str, line: list[Block], block: Block) -> bool:
    if "\n" in text[line[-1].position.end : block.position.start]:
        return True
    voices = {other.role for other in line if other.role.holds_claims}
    return block.role.holds_claims and bool(voices) and block.role not in voices


def _covering(case: Case) -> Iterator[Block]:
    """The blocks, and body text made of any words that stand in none of them: a report leaves no word out."""
    end = 0
    for block in [*case.blocks, None]:
        start = len(case.text) if block is None else block.position.start
        loose = trimmed(case.text, TextPosition(end, max(end, start)))
        if len(loose):
            yield Block(case.draft.id, loose, Role.BODY)
        if block is not None:
            yield block
            end = block.position.end


def _role_of(blocks: list[Block]) -> Role:
    return next((block.role for block in blocks if block.role.holds_claims), blocks[0].role)


def _filled(parts: list[Part], claims: tuple[NumberedClaim, ...], case: Case) -> Iterator[Part]:
    """The parts with their claims and sentences; a claim that begins between parts belongs to the one after."""
    remaining = list(reversed(claims))
    for part in parts:
        own: list[NumberedClaim] = []
        while remaining and remaining[-1].claim.position.start < part.position.end:
            own.append(remaining.pop())
        speaking = [b.position for b in part.blocks if b.role.holds_claims]
        sentences = tuple(s for p in speaking for s in case.sentences_over(p))
        yield replace(part, claims=tuple(own), sentences=sentences)


def _named(parts: Iterator[Part]) -> Iterator[Part]:
    known = list(parts)
    total = Counter(part.role for part in known)
    seen: Counter[Role] = Counter()
    for part in known:
        seen[part.role] += 1
        single = total[part.role] == 1 and part.role is not Role.BODY
        yield part if single else replace(part, number=seen[part.role])
