"""What is still open in an article before it may go to print."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from factcheck.model.article import Block, Role
from factcheck.model.case import Case
from factcheck.model.claim import Claim
from factcheck.model.finding import Finding, Outcome
from factcheck.model.quality import WeakLink
from factcheck.model.text import TextPosition
from factcheck.model.verdict import STATE_NAMES, State

PROMINENT = (Role.HEADLINE, Role.SUBHEADING, Role.CAPTION, Role.PULLQUOTE)
_PART_NAMES = {
    Role.HEADLINE: "The headline",
    Role.SUBHEADING: "The subheading",
    Role.CAPTION: "A caption",
    Role.PULLQUOTE: "A pull quote",
}


class OpenKind(StrEnum):
    """Why a thing is open; in the order in which an editor would look."""

    MUST_CHANGE = "must-change"
    CONFLICT = "conflict"
    PART = "part"
    CLAIM = "claim"
    WAITING = "waiting"
    AUTHORS_WORD = "authors-word"
    NO_SOURCE = "no-source"
    WEAK = "weak"
    UNREAD = "unread"
    NOT_ANALYSED = "not-analysed"

    @property
    def rank(self) -> int:
        """0 for what is looked at first."""
        return list(OpenKind).index(self)


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """One thing that keeps an article from print: why, in words, and where; ``claim_id`` where it is a claim."""

    kind: OpenKind
    words: str
    position: TextPosition
    claim_id: str = ""

    @property
    def in_order(self) -> tuple[int, TextPosition]:
        return (self.kind.rank, self.position)


_OF_STATE = {
    State.CONTRADICTED: OpenKind.MUST_CHANGE,
    State.OPEN: OpenKind.CLAIM,
    State.WAITING: OpenKind.WAITING,
    State.AUTHORS_WORD: OpenKind.AUTHORS_WORD,
}


def open_points(
    case: Case, findings: Sequence[Finding], links: Iterable[WeakLink] = ()
) -> list[OpenPoint]:
    """Everything that keeps the article from print, the gravest first, then in text order; empty when nothing does.

    ``links`` are the weak links of its verdicts, where the desk lets them keep an article from print.
    """
    points = [
        *_claims(case),
        *_conflicts(case, findings),
        *_weak(case, links),
        *_unread(case),
        *(
            OpenPoint(OpenKind.NOT_ANALYSED, "Not gone through for claims.", block.position)
            for block in case.unanalysed()
        ),
    ]
    return sorted(points, key=lambda point: point.in_order)


def _claims(case: Case) -> Iterator[OpenPoint]:
    for claim in case.claims():
        state = case.state(claim.id)
        if state is State.OPEN and not claim.is_checkable:
            continue
        kind = _OF_STATE.get(state)
        if kind is not None:
            yield OpenPoint(kind, _words(case, claim, state), claim.position, claim.id)
        elif state is State.VERIFIED and not case.evidence(claim.id):
            words = "Verified without a source."
            yield OpenPoint(OpenKind.NO_SOURCE, words, claim.position, claim.id)


def _words(case: Case, claim: Claim, state: State) -> str:
    if state is State.CONTRADICTED:
        return "Contradicted, and still in the text."
    verdict = case.verdict(claim.id)
    if state is State.WAITING and verdict is not None:
        words = verdict.waiting.words
        return f"{words[:1].upper()}{words[1:]}."
    return f"{STATE_NAMES[state].capitalize()}."


def _conflicts(case: Case, findings: Iterable[Finding]) -> Iterator[OpenPoint]:
    for finding in findings:
        if finding.outcome is Outcome.CONFLICT and case.explanation(finding.key) is None:
            claim_id = next((c for c in finding.claims if case.has_claim(c)), "")
            yield OpenPoint(OpenKind.CONFLICT, finding.message, finding.places[0], claim_id)


def _weak(case: Case, links: Iterable[WeakLink]) -> Iterator[OpenPoint]:
    """The weak links of what is verified; a claim that is open for another reason is no second point."""
    for link in links:
        claim = link.claim
        if case.state(claim.id) is State.VERIFIED and case.evidence(claim.id):
            yield OpenPoint(OpenKind.WEAK, link.told(case), claim.position, claim.id)


def _unread(case: Case) -> Iterator[OpenPoint]:
    """Parts that readers see first, each as one point; then every other sentence that nobody has read."""
    for block in case.blocks:
        if not block.role.holds_claims:
            continue
        sentences = case.sentences_over(block.position)
        unread = [s.position for s in sentences if not s.is_read]
        unread = unread if sentences else [block.position]  # not cut yet is not read either
        if unread and block.role in PROMINENT:
            yield OpenPoint(OpenKind.PART, _uncovered(block), block.position)
        elif block.role not in PROMINENT:
            for position in unread:
                yield OpenPoint(OpenKind.UNREAD, "Nobody has read this.", position)


def _uncovered(block: Block) -> str:
    return (
        f"{_PART_NAMES[block.role]} is not covered: a claim in it is open, or nobody has read it."
    )
