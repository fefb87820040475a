"""The calendar: weekdays, dates that do not exist, order, spans, and the day of publication."""

from factcheck.consistency.calendar.family import findings

__all__ = ["findings"]
