"""Which claims the list shows, and in what order."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from factcheck.model.case import Case
from factcheck.model.claim import Claim, ClaimKind, Priority
from factcheck.model.verdict import State

# by state: first what is left to do, then what is done
_STATE_RANKS = {
    state: rank
    for rank, state in enumerate(
        (
            State.OPEN,
            State.WAITING,
            State.AUTHORS_WORD,
            State.CONTRADICTED,
            State.UNVERIFIABLE,
            State.VERIFIED,
            State.NOT_A_CLAIM,
        )
    )
}
_KIND_RANKS = {kind: rank for rank, kind in enumerate(ClaimKind)}


class Order(StrEnum):
    """What the list can be sorted by; claims alike in it stand in text order."""

    TEXT = "text"
    PRIORITY = "priority"
    KIND = "kind"
    STATE = "state"


ORDER_NAMES = {
    Order.TEXT: "In order of the text",
    Order.PRIORITY: "By priority",
    Order.KIND: "By kind",
    Order.STATE: "By state",
}


def rank_in(order: Order, case: Case) -> Callable[[Claim], int] | None:
    """What gives a claim its group in ``order``; None where all claims are one group."""
    match order:
        case Order.PRIORITY:
            return lambda claim: claim.priority.rank
        case Order.KIND:
            return lambda claim: _KIND_RANKS[claim.kind]
        case Order.STATE:
            return lambda claim: _STATE_RANKS[case.state(claim.id)]
        case _:
            return None


@dataclass(frozen=True, slots=True)
class Criteria:
    """What a claim must be to be shown; an empty set lets every value through."""

    states: frozenset[State] = frozenset()
    kinds: frozenset[ClaimKind] = frozenset()
    priorities: frozenset[Priority] = frozenset()
    words: str = ""

    @property
    def are_empty(self) -> bool:
        return not (self.states or self.kinds or self.priorities or self.words.strip())

    def tests(self, case: Case, number_of: Callable[[str], int]) -> list[Callable[[Claim], bool]]:
        """The tests a claim must pass, the quickest first; none where every claim is shown."""
        tests: list[Callable[[Claim], bool]] = []
        if self.priorities:
            tests.append(lambda claim: claim.priority in self.priorities)
        if self.kinds:
            tests.append(lambda claim: not self.kinds.isdisjoint(claim.kinds))
        if self.states:
            tests.append(lambda claim: case.state(claim.id) in self.states)
        if words := self.words.casefold().split():
            tests.append(_holding(words, case, number_of))
        return tests


def _holding(
    words: list[str], case: Case, number_of: Callable[[str], int]
) -> Callable[[Claim], bool]:
    """Whether all the words stand in a claim's text, question or note, or the one is its number."""
    number = int(words[0]) if len(words) == 1 and words[0].isdecimal() else 0

    def holds(claim: Claim) -> bool:
        note = case.note(claim.id)
        text = f"{claim.text}\n{claim.question}\n{note.text if note else ''}".casefold()
        return all(word in text for word in words) or (number > 0 and number_of(claim.id) == number)

    return holds
