"""The report's words for numbers, lists, days and moments; English, whatever the computer speaks."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from factcheck.model.article import Article, DateOrigin
from factcheck.model.days import MONTHS, WEEKDAYS
from factcheck.report.occasion import Occasion

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MARKS = ("“", "‘", "«", "„", '"', "'")
_ORIGINS = {
    DateOrigin.FILE: "as the file says",
    DateOrigin.TEXT: "as the text says",
    DateOrigin.PERSON: "entered by hand",
    DateOrigin.NONE: "",
}


def number(n: int) -> str:
    """The number as a word up to ten, in digits above; 0 is "no"."""
    return _SMALL[n] if 0 <= n < len(_SMALL) else f"{n:,}"


def opening(n: int) -> str:
    """The number as it begins a sentence."""
    return "None" if n == 0 else number(n).capitalize()


def counted(n: int, one: str, many: str = "") -> str:
    """The number with its noun: "one claim", "12 claims"."""
    return f"{number(n)} {one if n == 1 else many or one + 's'}"


def listed(parts: Sequence[str]) -> str:
    """The parts as a list in a sentence: "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def ranges(numbers: Iterable[int]) -> str:
    """Ascending numbers with runs drawn together: "6 and 12 to 15"."""
    runs: list[list[int]] = []
    for n in numbers:
        if runs and n == runs[-1][-1] + 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    parts: list[str] = []
    for run in runs:
        parts += [f"{run[0]} to {run[-1]}"] if len(run) > 2 else [str(n) for n in run]
    return listed(parts)


def shortened(text: str, limit: int) -> str:
    """The text on one line, cut at a word and ended by dots where it is longer than ``limit``."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    cut = line[:limit].rsplit(" ", 1)[0] if " " in line[:limit] else line[:limit]
    return cut.rstrip(" ,;:") + "\u00a0…"


def quoted(text: str, limit: int) -> str:
    """Words of an article in quotation marks, shortened; words that bring their own marks get no second pair."""
    words = shortened(text, limit)
    return words if words[:1] in _MARKS else f"“{words}”"


def day(when: date) -> str:
    """A day in full: "Wednesday 15 June 2022"."""
    return f"{WEEKDAYS[when.weekday()]} {short_day(when)}"


def short_day(when: date) -> str:
    """A day without its weekday: "15 June 2022"."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def moment(at: datetime) -> str:
    """A moment to the minute: "15 June 2022, 09:41"."""
    return f"{short_day(at.date())}, {at:%H:%M}"


def brief_moment(at: datetime, occasion: Occasion) -> str:
    """A moment for a narrow column: the hour alone on the report's own day, no year within its year."""
    here = occasion.local(at)
    if here.date() == occasion.today:
        return f"{here:%H:%M}"
    month = MONTHS[here.month - 1][:3]
    year = "" if here.year == occasion.today.year else f" {here.year}"
    return f"{here.day} {month}{year}, {here:%H:%M}"


def between(first: datetime, last: datetime) -> str:
    """A stretch of time: "15 June 2022, 09:41 to 10:26"."""
    if first.date() != last.date():
        return f"{moment(first)} to {moment(last)}"
    if f"{first:%H:%M}" == f"{last:%H:%M}":
        return moment(first)
    return f"{moment(first)} to {last:%H:%M}"


def published(article: Article) -> str:
    """The day the article appeared and where that was taken from, or that it is not known."""
    if article.published is None:
        return "not known"
    origin = _ORIGINS[article.published_from]
    return day(article.published) + (f", {origin}" if origin else "")
