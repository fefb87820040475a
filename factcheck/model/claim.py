"""A claim: a stretch of the article that states something a checker would verify by itself."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from factcheck.model.identity import new_id
from factcheck.model.text import Anchor, TextPosition


class ClaimKind(StrEnum):
    """What sort of statement a claim makes; it decides what a checker asks."""

    ORDINAL_SUPERLATIVE = "ordinal-superlative"
    QUANTITY = "quantity"
    CHANGE_COMPARISON = "change-comparison"
    DATE_TIME = "date-time"
    AGE_ANNIVERSARY = "age-anniversary"
    QUOTATION = "quotation"
    ATTRIBUTION = "attribution"
    ROLE_TITLE = "role-title"
    EVENT_ACTION = "event-action"
    RELATION_STATUS = "relation-status"
    CAUSAL = "causal"
    NEGATIVE_UNIVERSAL = "negative-universal"
    PREDICTION = "prediction"
    OPINION = "opinion"


class KindFamily(StrEnum):
    """Six families of kinds, each with one line under the words."""

    WORDS = "words"
    FIGURES = "figures"
    TIME = "time"
    FIRSTS = "firsts"
    FACTS = "facts"
    CAUSE = "cause"


FAMILY_OF_KIND = {
    ClaimKind.QUOTATION: KindFamily.WORDS,
    ClaimKind.ATTRIBUTION: KindFamily.WORDS,
    ClaimKind.QUANTITY: KindFamily.FIGURES,
    ClaimKind.CHANGE_COMPARISON: KindFamily.FIGURES,
    ClaimKind.DATE_TIME: KindFamily.TIME,
    ClaimKind.AGE_ANNIVERSARY: KindFamily.TIME,
    ClaimKind.ORDINAL_SUPERLATIVE: KindFamily.FIRSTS,
    ClaimKind.NEGATIVE_UNIVERSAL: KindFamily.FIRSTS,
    ClaimKind.EVENT_ACTION: KindFamily.FACTS,
    ClaimKind.ROLE_TITLE: KindFamily.FACTS,
    ClaimKind.RELATION_STATUS: KindFamily.FACTS,
    ClaimKind.CAUSAL: KindFamily.CAUSE,
    ClaimKind.PREDICTION: KindFamily.CAUSE,
    ClaimKind.OPINION: KindFamily.CAUSE,
}

KIND_NAMES = {
    ClaimKind.ORDINAL_SUPERLATIVE: "first or superlative",
    ClaimKind.QUANTITY: "figure",
    ClaimKind.CHANGE_COMPARISON: "change or comparison",
    ClaimKind.DATE_TIME: "date or time",
    ClaimKind.AGE_ANNIVERSARY: "age or anniversary",
    ClaimKind.QUOTATION: "quotation",
    ClaimKind.ATTRIBUTION: "reported speech",
    ClaimKind.ROLE_TITLE: "role or title",
    ClaimKind.EVENT_ACTION: "event",
    ClaimKind.RELATION_STATUS: "state or relation",
    ClaimKind.CAUSAL: "cause",
    ClaimKind.NEGATIVE_UNIVERSAL: "never or all",
    ClaimKind.PREDICTION: "prediction",
    ClaimKind.OPINION: "opinion",
}


class Priority(StrEnum):
    """What is at stake if the claim is wrong: the story, an error readers notice, or background."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """0 for high, 1 for medium, 2 for low: the order to check in."""
        return ("high", "medium", "low").index(self.value)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a claim was marked: the detector that fired and, in words, what it saw."""

    detector: str
    reason: str


PARTS = frozenset({"what", "rank", "scope", "since", "until", "among", "where"})


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of a claim taken apart, by the field's word for it, or what words in the claim stand for.

    The field's words are PARTS; any other name is words of the claim: Slot("he", "Xi Jinping").
    """

    name: str
    value: str


class Proposer(StrEnum):
    """Who a claim is by as it stands: the program's, until a person draws it otherwise or changes what it says."""

    PROGRAM = "program"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim of one draft. ``kinds`` has the most telling first; ``checkworthiness`` is from 0 to 1."""

    draft_id: str
    anchor: Anchor
    kinds: tuple[ClaimKind, ...]
    priority: Priority
    question: str = ""
    reasons: tuple[Reason, ...] = ()
    slots: tuple[Slot, ...] = ()
    checkworthiness: float = 0.0
    proposer: Proposer = Proposer.PROGRAM
    id: str = field(default_factory=new_id)

    @property
    def text(self) -> str:
        return self.anchor.quote.exact

    @property
    def position(self) -> TextPosition:
        return self.anchor.position

    @property
    def kind(self) -> ClaimKind:
        return self.kinds[0]

    @property
    def family(self) -> KindFamily:
        return FAMILY_OF_KIND[self.kind]

    @property
    def is_checkable(self) -> bool:
        """Whether there is anything to look up: an opinion is marked, so that a checker sees it is one."""
        return self.kind is not ClaimKind.OPINION

    @property
    def parts(self) -> tuple[Slot, ...]:
        """What the claim was taken apart into."""
        return tuple(slot for slot in self.slots if slot not in self.readings)

    @property
    def readings(self) -> tuple[Slot, ...]:
        """Whom and when the claim's words mean that cannot stand alone: “he”, “last year”."""
        text = self.text.casefold()
        return tuple(
            slot
            for slot in self.slots
            if slot.name.casefold() not in PARTS and slot.name.casefold() in text
        )

    @property
    def in_text_order(self) -> tuple[int, int, str]:
        """Sorts claims as they begin in the text, an outer claim before the ones inside it."""
        return (self.position.start, -self.position.end, self.id)

    def moved(self, anchor: Anchor) -> "Claim":
        """The same claim as a person draws it, at another place."""
        return replace(self, anchor=anchor, proposer=Proposer.PERSON)
