"""Makers for the tests of reports."""

from datetime import datetime, timedelta, timezone

from factcheck.model.case import Case
from factcheck.model.change import Change
from factcheck.model.overview import LogEntry, LogHead
from factcheck.report.occasion import Occasion

MADE = datetime(2026, 3, 4, 12, 5, tzinfo=timezone(timedelta(hours=1)))
HEAD = LogHead(318, "7c1e90ab44d2" + "0" * 52)


def make_occasion(
    *changes: Change, desk: str = "Town desk", by: str = "Ada Checker", head: LogHead = HEAD
) -> Occasion:
    entries = tuple(
        LogEntry(number, change, f"{number:064x}") for number, change in enumerate(changes, start=1)
    )
    return Occasion(MADE, desk, by, entries, head)


def performed(case: Case, *changes: Change) -> tuple[Change, ...]:
    for change in changes:
        case.apply(change)
    return changes
