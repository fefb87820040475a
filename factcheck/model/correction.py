"""A correction: what was found wrong in a claim, the words proposed instead, and what author and editor said to it."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from factcheck.model.identity import new_id


class CorrectionPart(StrEnum):
    """A part of a correction, in the order in which they come about; each has its own hand and hour."""

    FINDING = "finding"
    PROPOSAL = "proposal"
    ANSWER = "answer"
    DECISION = "decision"


PART_NAMES = {
    CorrectionPart.FINDING: "Checker’s finding",
    CorrectionPart.PROPOSAL: "Proposed words",
    CorrectionPart.ANSWER: "Author’s answer",
    CorrectionPart.DECISION: "Editor’s decision",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One part of a correction as it was written down: by whom, and when in UTC.

    ``of`` names who said it, where that was another than the one who wrote it down.
    """

    text: str
    by: str
    at: datetime
    of: str = ""

    @property
    def who(self) -> str:
        """Who said it, and who took it down."""
        return f"{self.of}, taken down by {self.by}" if self.of and self.of != self.by else self.by


@dataclass(frozen=True, slots=True)
class Correction:
    """Everything said about what is wrong with a claim; at most one a claim, and never without a part."""

    claim_id: str
    finding: Entry | None = None
    proposal: Entry | None = None
    answer: Entry | None = None
    decision: Entry | None = None
    id: str = field(default_factory=new_id)

    def part(self, part: CorrectionPart) -> Entry | None:
        """The part as it was written; None where nobody wrote it yet."""
        entry: Entry | None = getattr(self, part.value)
        return entry

    @property
    def entries(self) -> list[tuple[CorrectionPart, Entry]]:
        """The parts that are written, in their order."""
        return [(part, entry) for part in CorrectionPart if (entry := self.part(part)) is not None]


def parts_that_differ(before: Correction | None, after: Correction | None) -> list[CorrectionPart]:
    """Which parts an edit wrote, worded anew or removed, in their order."""
    return [part for part in CorrectionPart if _part_of(before, part) != _part_of(after, part)]


def _part_of(correction: Correction | None, part: CorrectionPart) -> Entry | None:
    return None if correction is None else correction.part(part)
