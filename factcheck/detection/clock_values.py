"""The TIMEX3 values of times of day: 2022-06-15T15:00."""

import re
from datetime import timedelta

from factcheck.detection.moments import Moment, parts_of
from factcheck.detection.time_values import full_date, weekday


def clock(match: re.Match[str], moment: Moment) -> str:
    """A time of day on the day named beside it, else on that of the publication; Z for universal time."""
    named = parts_of(match)
    hour, minute = int(named["h"]), int(named.get("min") or 0)
    half_day = re.sub(r"\W", "", named.get("half") or "").lower()
    if "o" in named:  # an o’clock
        half_day = "am" if (named.get("part") or "") in ("", "morning") else "pm"
    if hour > 24 or minute > 59 or (half_day and hour > 12):
        return ""
    if half_day == "pm" and hour < 12:
        hour += 12
    if half_day == "am" and hour == 12:
        hour = 0
    zone = "Z" if (named.get("zone") or "").upper() in ("UTC", "GMT") else ""
    return f"{_day_of(match, moment)}T{hour:02d}:{minute:02d}{zone}"


def _day_of(match: re.Match[str], moment: Moment) -> str:
    named = parts_of(match)
    if named.get("w"):
        return weekday(match, moment)[:10]
    if named.get("m"):
        return full_date(match, moment)
    if moment.published is None:
        return "XXXX-XX-XX"
    near = {"yesterday": -1, "tomorrow": 1}.get((named.get("near") or "").lower(), 0)
    return (moment.published + timedelta(days=near)).isoformat()


def noon(match: re.Match[str], moment: Moment) -> str:
    """Noon or midnight on the day of publication, or the day beside it."""
    hour = "24" if match["noon"].lower() == "midnight" else "12"
    return f"{_day_of(match, moment)}T{hour}:00"
