"""English names of days and months, whatever the computer speaks: the system's own follow its language."""

from datetime import date

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day_words(day: date) -> str:
    """A day in full: "15 June 2022"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_words(day: date) -> str:
    """A day with its weekday: "Wednesday 15 June 2022"."""
    return f"{WEEKDAYS[day.weekday()]} {day_words(day)}"
