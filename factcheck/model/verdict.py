"""A verdict: what a person decided about a claim. Only a person makes one."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from factcheck.model.days import day_words
from factcheck.model.identity import new_id


class Rating(StrEnum):
    """What a checker can say of a claim; WAITING and NOT_A_CLAIM are decisions too, and can be taken back."""

    VERIFIED = "verified"
    CONTRADICTED = "contradicted"
    UNVERIFIABLE = "unverifiable"
    AUTHORS_WORD = "authors-word"
    WAITING = "waiting"
    NOT_A_CLAIM = "not-a-claim"


class State(StrEnum):
    """The state a claim is shown in: its rating, or open while it has none."""

    OPEN = "open"
    VERIFIED = "verified"
    CONTRADICTED = "contradicted"
    UNVERIFIABLE = "unverifiable"
    AUTHORS_WORD = "authors-word"
    WAITING = "waiting"
    NOT_A_CLAIM = "not-a-claim"

    @property
    def is_settled(self) -> bool:
        return self in (State.VERIFIED, State.CONTRADICTED, State.UNVERIFIABLE)

    @property
    def counts(self) -> bool:
        """Whether a claim in this state is one of those to check."""
        return self is not State.NOT_A_CLAIM

    @property
    def is_open(self) -> bool:
        """Whether work is left: not checked, waiting, or on the author's word alone."""
        return self.counts and not self.is_settled


STATE_NAMES = {
    State.OPEN: "not checked",
    State.VERIFIED: "verified",
    State.CONTRADICTED: "contradicted",
    State.UNVERIFIABLE: "could not be verified",
    State.AUTHORS_WORD: "author’s word only",
    State.WAITING: "waiting",
    State.NOT_A_CLAIM: "not a claim",
}

STATE_LETTERS = {
    State.OPEN: "",
    State.VERIFIED: "V",
    State.CONTRADICTED: "X",
    State.UNVERIFIABLE: "N",
    State.AUTHORS_WORD: "A",
    State.WAITING: "W",
    State.NOT_A_CLAIM: "D",
}


class Waits(StrEnum):
    """Why a claim waits; UNSAID where nobody said."""

    UNSAID = ""
    AUTHOR = "author"
    SOURCE = "source"
    DISPUTED = "disputed"
    PARKED = "parked"


WAITS_NAMES = {
    Waits.UNSAID: "waiting",
    Waits.AUTHOR: "asked the author",
    Waits.SOURCE: "asked a source",
    Waits.DISPUTED: "disputed",
    Waits.PARKED: "parked",
}
THE_AUTHOR = "the author"  # as one is waited for who is not named


@dataclass(frozen=True, slots=True)
class Waiting:
    """What a claim waits for: who was asked, why it waits, and the day on which it is taken up again."""

    whom: str = ""
    waits: Waits = Waits.UNSAID
    until: date | None = None

    @property
    def words(self) -> str:
        """All of it in words: "asked Ida Bruun, until 8 May 2026"."""
        whom, until = self.whom, day_words(self.until) if self.until else ""
        match self.waits:
            case Waits.PARKED:
                words = f"parked until {until}" if until else "parked"
                return f"{words}, for {whom}" if whom else words
            case Waits.AUTHOR if whom and whom != THE_AUTHOR:
                words = f"asked the author, {whom}"
            case Waits.SOURCE if whom:
                words = f"asked {whom}"
            case Waits.DISPUTED if whom:
                words = f"disputed by {whom}"
            case Waits.UNSAID if whom:
                words = f"waiting for {whom}"
            case _:
                words = WAITS_NAMES[self.waits]
        return f"{words}, until {until}" if until else words


@dataclass(frozen=True, slots=True)
class Verdict:
    """A person's rating of a claim, with the time in UTC.

    ``waiting_for`` names who was asked, ``waits`` says why the claim waits, ``until`` on what day it is taken up again.
    """

    claim_id: str
    rating: Rating
    checker: str
    decided: datetime
    waiting_for: str = ""
    waits: Waits = Waits.UNSAID
    until: date | None = None
    id: str = field(default_factory=new_id)

    @property
    def waiting(self) -> Waiting:
        return Waiting(self.waiting_for, self.waits, self.until)


def state_of(verdict: Verdict | None) -> State:
    """The state a claim with this verdict is in."""
    return State.OPEN if verdict is None else State(verdict.rating.value)


@dataclass(frozen=True, slots=True)
class Note:
    """What a checker wrote beside a claim."""

    claim_id: str
    text: str
    checker: str
    written: datetime
    id: str = field(default_factory=new_id)
