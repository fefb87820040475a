"""The window's words for days and hours; English, whatever the computer speaks."""

from datetime import datetime, timedelta

from factcheck.model.days import MONTHS, day_words


def since_words(moment: datetime, now: datetime) -> str:
    """A moment as seen from ``now``: "today, 10:26", "yesterday", "10 June", "10 June 2021"; both aware."""
    here, today = moment.astimezone(), now.astimezone().date()
    if here.date() == today:
        return f"today, {here:%H:%M}"
    if here.date() == today - timedelta(days=1):
        return "yesterday"
    if here.year == today.year:
        return f"{here.day} {MONTHS[here.month - 1]}"
    return day_words(here.date())


def time_words(moment: datetime, now: datetime) -> str:
    """A moment as short as ``now`` allows: "09:41", "3 March 09:41", "3 March 2025 09:41"."""
    here, today = moment.astimezone(), now.astimezone().date()
    clock = f"{here:%H:%M}"
    if here.date() == today:
        return clock
    day = day_words(here.date())
    return f"{day.rpartition(' ')[0] if here.year == today.year else day} {clock}"


def clock_words(moment: datetime) -> str:
    """The hour of a moment on the desk's own clock: "10:26:41"."""
    return f"{moment.astimezone():%H:%M:%S}"
