"""Says in words what a time expression was taken to mean."""

import re

from factcheck.model.days import MONTHS

_DATE = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?)?\Z")
_DECADE = re.compile(r"(\d{3})X?\Z")


def meaning(value: str, shown: str) -> str:
    """“ (24 February 2022)” behind what stands in the text; empty where the value says no more than that."""
    words = _words(value)
    return f" ({words})" if words and words.casefold() != shown.casefold() else ""


def _words(value: str) -> str:
    """The TIMEX value in words; empty for one that has no plain ones, as lengths of time have none."""
    if decade := _DECADE.match(value):
        return f"the {decade[1]}0s"
    date = _DATE.match(value)
    if date is None:
        return ""
    parts = [
        (date["day"] or "").lstrip("0"),
        MONTHS[int(date["month"]) - 1] if date["month"] else "",
        "" if date["year"] == "XXXX" else date["year"],
    ]
    return " ".join(part for part in parts if part)
