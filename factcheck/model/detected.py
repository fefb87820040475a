"""What detection finds in one block; positions are code points of the whole draft."""

from dataclasses import dataclass

from factcheck.model.claim import Claim
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


@dataclass(frozen=True, slots=True)
class DetectedBlock:
    """Everything found in one block. ``problems`` are sentences about detectors that failed and were left out."""

    position: TextPosition
    sentences: tuple[TextPosition, ...] = ()
    claims: tuple[Claim, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    problems: tuple[str, ...] = ()
