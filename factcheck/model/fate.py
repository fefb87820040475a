"""What became of a claim in a new draft of its article."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from factcheck.model.identity import new_id
from factcheck.model.text import Anchor, TextPosition
from factcheck.model.verdict import Verdict


class FateKind(StrEnum):
    """What a new draft did to a claim; a claim that the old draft did not have is new and has no fate."""

    SAME = "same"
    MOVED = "moved"
    REWORDED = "reworded"
    CHANGED = "changed"
    GONE = "gone"

    @property
    def keeps_verdict(self) -> bool:
        """Whether what was decided about the old words holds for the new ones."""
        return self in (FateKind.SAME, FateKind.MOVED, FateKind.REWORDED)


FATE_NAMES = {
    FateKind.SAME: "same",
    FateKind.MOVED: "moved",
    FateKind.REWORDED: "reworded",
    FateKind.CHANGED: "changed in substance",
    FateKind.GONE: "gone",
}

FATE_MARKS = {
    FateKind.SAME: "",
    FateKind.MOVED: "M",
    FateKind.REWORDED: "R",
    FateKind.CHANGED: "C",
    FateKind.GONE: "−",
}


@dataclass(frozen=True, slots=True)
class Fate:
    """A claim of the draft before as it is in the draft ``draft_id``.

    ``before`` is its place in the draft ``old_draft_id``, ``after`` the one it has now: None while it is gone.
    ``dropped`` is the verdict on the old words that does not hold for the new ones, until a person says it does.
    """

    draft_id: str
    old_draft_id: str
    claim_id: str
    kind: FateKind
    before: Anchor
    after: Anchor | None
    reason: str = ""
    dropped: Verdict | None = None
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        if (self.after is None) is not (self.kind is FateKind.GONE):
            raise ValueError("a claim that is gone has no place, any other has one")

    def dropping(self, verdict: Verdict | None) -> "Fate":
        """The fate with the verdict that goes with the old words, where it does not hold."""
        return self if self.kind is not FateKind.CHANGED else replace(self, dropped=verdict)


@dataclass(frozen=True, slots=True)
class Run:
    """Words as they stand, and whether the other draft lacks them; the runs of a text joined are the text."""

    words: str
    is_changed: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the old draft and what stands in their place in the new one; one of the two may be empty."""

    before: TextPosition
    after: TextPosition


@dataclass(frozen=True, slots=True)
class Revision:
    """What a new draft made of the one before: each claim's fate, what differs, and which stretches are word for word the same.

    ``same`` are pairs of an old and a new stretch, in the order of the old text.
    """

    fates: tuple[Fate, ...]
    differences: tuple[Difference, ...] = ()
    same: tuple[tuple[TextPosition, TextPosition], ...] = ()
