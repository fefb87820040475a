"""A finding: what the article says against itself, or what agrees, with the sum that shows it."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from factcheck.model.identity import new_id
from factcheck.model.text import TextPosition


class FindingKind(StrEnum):
    """What was held against what."""

    CALENDAR = "calendar"
    AGES = "ages"
    SUMS = "sums"
    CHANGES = "changes"
    CONVERSIONS = "conversions"
    REPEATS = "repeats"
    ORDINALS = "ordinals"
    QUANTIFIERS = "quantifiers"


FINDING_KIND_NAMES = {
    FindingKind.CALENDAR: "calendar",
    FindingKind.AGES: "ages and anniversaries",
    FindingKind.SUMS: "sums",
    FindingKind.CHANGES: "changes",
    FindingKind.CONVERSIONS: "conversions",
    FindingKind.REPEATS: "said twice",
    FindingKind.ORDINALS: "firsts and nths",
    FindingKind.QUANTIFIERS: "all and none",
}


class Outcome(StrEnum):
    """What came of it: both cannot be right; odd, a question; checked and right."""

    CONFLICT = "conflict"
    ASK = "ask"
    CONSISTENT = "consistent"

    @property
    def rank(self) -> int:
        """0 for a conflict, 1 for a question, 2 for what agrees: the order to look in."""
        return ("conflict", "ask", "consistent").index(self.value)


OUTCOME_NAMES = {
    Outcome.CONFLICT: "conflict",
    Outcome.ASK: "to ask",
    Outcome.CONSISTENT: "consistent",
}


def counted_outcome(count: int, outcome: Outcome) -> str:
    """Such as “1 conflict”, “2 conflicts”, “3 to ask”."""
    plural = "s" if outcome is Outcome.CONFLICT and count != 1 else ""
    return f"{count:,} {OUTCOME_NAMES[outcome]}{plural}"


@dataclass(frozen=True, slots=True)
class SumRow:
    """One row of a sum set out to be redone.

    ``label`` is the program's words, or empty where the article's words at ``position`` say it all; ``figure`` is the
    right-hand column. The row that ``is_result`` stands under the line.
    """

    label: str
    figure: str = ""
    position: TextPosition | None = None
    is_result: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule found at two or more places of the text, in code points; the first is where it is shown.

    ``message`` says it in one plain sentence, ``arithmetic`` is the sum on one line, ``rows`` the same set out, and
    ``advice`` what to look up or ask. ``key`` is made of the rule, its sum and the sentences it read, so it is the same as
    long as they are, in every draft; ``claims`` are the ids of the claims it stands on.
    """

    rule: str
    kind: FindingKind
    outcome: Outcome
    message: str
    places: tuple[TextPosition, ...]
    arithmetic: str
    rows: tuple[SumRow, ...] = ()
    advice: str = ""
    claims: tuple[str, ...] = ()
    key: str = ""

    @property
    def in_order(self) -> tuple[int, TextPosition, str]:
        """Sorts what cannot be right before questions and questions before what agrees, each in text order."""
        return (self.outcome.rank, self.places[0], self.rule)


@dataclass(frozen=True, slots=True)
class Explanation:
    """A person's word that a finding is settled, and why; it holds while the sentences it is about stay as they are."""

    article_id: str
    key: str
    note: str
    by: str
    at: datetime
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class ConfirmedSpelling:
    """A person's word that a name is spelled so, for the whole article."""

    article_id: str
    spelling: str
    by: str
    at: datetime
    id: str = field(default_factory=new_id)
