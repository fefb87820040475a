"""What a desk asks of a verdict: which sources it must stand on, and what happens where it does not."""

from dataclasses import dataclass
from enum import StrEnum


class WhenShort(StrEnum):
    """What becomes of “verified” on a claim whose sources fall short."""

    REFUSE = "refuse"
    WARN = "warn"
    ALLOW = "allow"


@dataclass(frozen=True, slots=True)
class Standard:
    """One a desk: whether one primary source suffices, and how many secondary ones that do not repeat each other.

    ``gates``: whether a weak link keeps an article from print.
    """

    primary_suffices: bool = True
    independent: int = 2
    when_short: WhenShort = WhenShort.WARN
    gates: bool = False
    id: str = "standard"
