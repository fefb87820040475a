"""What a desk says about detection: rules of its own, words not to mark again, and rules it has switched off."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from factcheck.model.claim import Claim, ClaimKind, Priority
from factcheck.model.identity import new_id


class RuleForm(StrEnum):
    """How a desk writes down what to look for: words one a line, or token patterns as spaCy takes them, in JSON."""

    WORDS = "words"
    PATTERN = "pattern"


@dataclass(frozen=True, slots=True)
class DeskRule:
    """A detector that the desk wrote: what to look for, and what to make of it where it stands."""

    name: str
    form: RuleForm
    content: str
    kind: ClaimKind
    priority: Priority
    reason: str = ""
    is_on: bool = True
    id: str = field(default_factory=new_id)

    @property
    def detector(self) -> str:
        """What a claim names as its detector where this rule marked it."""
        return f"{OF_THE_DESK}{self.name}"

    @property
    def words(self) -> tuple[str, ...]:
        """The words and phrases of a list, each once and in their order; empty lines are none."""
        lines = (" ".join(line.split()) for line in self.content.splitlines())
        return tuple(dict.fromkeys(line for line in lines if line))


OF_THE_DESK = "desk: "  # what the name of a desk's own detector begins with


@dataclass(frozen=True, slots=True)
class HouseRule:
    """Words that are not to be marked again as a claim of this kind; ``made`` is in UTC."""

    words: str
    kind: ClaimKind
    by: str
    made: datetime
    id: str = field(default_factory=new_id)

    @property
    def key(self) -> tuple[str, ClaimKind]:
        return (folded(self.words), self.kind)


@dataclass(frozen=True, slots=True)
class SwitchedOff:
    """A detector of the program's, or of another package, that this desk does not want; ``at`` is in UTC."""

    detector: str
    by: str
    at: datetime
    id: str = field(default_factory=new_id)


RuleRecord = DeskRule | HouseRule | SwitchedOff


def folded(words: str) -> str:
    """The words as a house rule compares them: without regard to capitals and to how many spaces stand between."""
    return " ".join(words.split()).casefold()


def key_of(claim: Claim) -> tuple[str, ClaimKind]:
    """What a house rule must equal to be about the claim."""
    return (folded(claim.text), claim.kind)
