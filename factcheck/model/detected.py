"""What detection finds in one block; positions are code points of the whole draft."""

from dataclasses import dataclass, field
from enum import StrEnum

from factcheck.model.claim import Claim
from factcheck.model.identity import new_id
from factcheck.model.text import TextPosition


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A date, time or duration with its TIMEX3 value: 2022-06-15, 2022-W23, P3D, PRESENT_REF."""

    position: TextPosition
    value: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit as the text names it: USD, percent, percentage-point, km, or what is counted."""

    position: TextPosition
    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks, the marks included, with who says them and by which word, where the text tells."""

    position: TextPosition
    speaker: TextPosition | None = None
    cue: TextPosition | None = None


class NameKind(StrEnum):
    """What a name is of."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in the text, without title and possessive: “Vladimir Putin”, “Putin”, “CCTV”."""

    position: TextPosition
    kind: NameKind


@dataclass(frozen=True, slots=True)
class BlockFacts:
    """What detection read in one block of a draft beside claims, kept so that the article can be held against itself."""

    draft_id: str
    position: TextPosition
    times: tuple[TimeExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    names: tuple[Name, ...] = ()
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class DetectedBlock:
    """Everything found in one block. ``problems`` are sentences about detectors that failed and were left out."""

    position: TextPosition
    sentences: tuple[TextPosition, ...] = ()
    claims: tuple[Claim, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    names: tuple[Name, ...] = ()
    problems: tuple[str, ...] = ()

    def facts(self, draft_id: str) -> BlockFacts:
        """What of it is kept beside claims and sentences."""
        read = (self.times, self.quantities, self.quotations, self.names)
        return BlockFacts(draft_id, self.position, *read)
