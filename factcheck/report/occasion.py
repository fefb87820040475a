"""What a report must know beside the case: when and by whom it is made, and what the record says."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from factcheck.model.finding import Finding
from factcheck.model.overview import LogEntry, LogHead
from factcheck.model.quality import WeakLink


@dataclass(frozen=True, slots=True)
class Occasion:
    """The making of one report. ``made`` has a time zone; ``zone`` names one, or times are shown in that of ``made``."""

    made: datetime
    desk: str
    by: str
    history: tuple[LogEntry, ...]
    head: LogHead
    zone: str = ""
    findings: tuple[Finding, ...] = ()  # of the article against itself, what cannot be right first
    links: tuple[WeakLink, ...] = ()  # where verdicts are weak, the gravest first
    is_public: bool = False  # whether it leaves the desk, so that what is internal stays out of it

    def __post_init__(self) -> None:
        if self.made.tzinfo is None:
            raise ValueError("a report is made at a time with a zone")

    def local(self, at: datetime) -> datetime:
        """The moment on the clock of the desk that makes the report."""
        return at.astimezone(ZoneInfo(self.zone) if self.zone else self.made.tzinfo)

    @property
    def today(self) -> date:
        """The day of the report on the desk's calendar."""
        return self.local(self.made).date()
