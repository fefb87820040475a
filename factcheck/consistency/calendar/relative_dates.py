"""“Last month”, “yesterday” and the like against the date that stands beside them, counted from the publication."""

import re
from collections.abc import Iterator
from datetime import date

from factcheck.consistency.dates.days import Days, days_in, moved, said, weekday_said
from factcheck.consistency.dates.outlines import D, Outline
from factcheck.consistency.dates.timeline import Dated
from factcheck.consistency.subject import Subject
from factcheck.model.days import day_words
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow
from factcheck.model.text import TextPosition

_WORDS = (
    r"(?P<rel>(?:earlier\s|later\s)?(?:today|tonight)|this\s(?:morning|afternoon|evening)|yesterday|last\snight|tomorrow"
    r"|the\sday\s(?:before\syesterday|after\stomorrow)"
    r"|(?:(?:earlier|later|late|early|(?:at|by)\sthe\s(?:end|start|beginning)\sof)\s)?(?:last|this|next)\s(?:week|month|year)"
    r"|(?:in\s)?the\scoming\s(?:days|weeks)|the\scurrent\s(?:month|year)"
    r")"
)
_BEFORE = re.compile(
    rf"(?<!\bthe\s)\b{_WORDS}\s*(?:[,(–—]\s*)?(?P<how>that\sis,?\s|namely\s|on\s|in\s|is\s)?(?:the\s)?(?P<a>{D})",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"(?P<a>{D})\s*(?:,|\(|–|—)\s*(?:that\sis,?\s)?{_WORDS}\b(?!\s*[’'])", re.IGNORECASE
)
# Days from the publication on which an article may have been written.
_WHEN_WRITTEN = (-1, 1)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_WITH_WEEKDAY = re.compile(
    rf"\b(?P<rel>(?i:yesterday|today|tomorrow))(?:,\s|\s\()(?P<w>{_WEEKDAY})(?=[,.;)])(?!,\s(?:\d|[A-Z][a-z]+\.?\s\d))"
    rf"|\b(?P<v>{_WEEKDAY})(?:,\s|\s\()(?P<also>yesterday|today|tomorrow)(?=[,.;)])"
)
_PAST = re.compile(
    rf"\b(?:was\sborn|died|was\skilled|were\skilled|was\sassassinated|was\smurdered|was\sarrested|were\sarrested"
    rf"|was\ssigned|took\splace|was\sheld|were\sheld|held|resigned|crashed|was\selected|opened|was\sopened|happened)\s"
    rf"(?:(?:in|at)\s\w+,?\s){{0,1}}(?:on\s)(?P<a>{D})",
    re.IGNORECASE,
)
_CERTAIN = re.compile(
    r"died|killed|born|murdered|assassinated|arrested|crashed|happened|took place", re.IGNORECASE
)
_AHEAD = re.compile(
    r"\b(?:will|would|to\sbe|shall|planned|plans|scheduled|due|expected|if|until|by|before|set\sto|going\sto|hypothe|imagine|"
    r"fiction|novel|film|forecast|says?\sit)\b",
    re.IGNORECASE,
)
_WILL = re.compile(
    rf"\b(?:will\s(?:be\s)?\w+(?:\s\w+)?|is\s(?:due|scheduled|expected|set)\sto\s(?:be\s)?\w+(?:\s\w+)?)\s(?:on\s)(?P<a>{D})",
    re.IGNORECASE,
)


def findings(subject: Subject, sentences: list[Outline]) -> Iterator[Finding]:
    """What the words counted from the publication say against the dates beside them; nothing where no publication is known."""
    today = subject.published
    if today is None:
        return
    for outline in sentences:
        yield from _beside(subject, outline, today)
        yield from _tenses(subject, outline, today)
    yield from _weekdays(subject, today)


def _beside(subject: Subject, outline: Outline, today: date) -> Iterator[Finding]:
    done: set[str] = set()
    for pattern in (_BEFORE, _AFTER):
        for found in pattern.finditer(outline.words):
            meant = days_meant(found["rel"], today)
            dated = outline.date(found["a"])
            if (
                meant is None
                or found["a"] in done
                or (_is_of(found["rel"], "week") and not dated.days.is_day)
                or (_is_of(found["rel"], "year") and not dated.has_year)
                or (pattern is _BEFORE and not _is_set_off(outline, found, dated))
            ):
                continue
            done.add(found["a"])
            place = outline.place(*found.span("rel"))
            yield from _held(subject, place, dated, meant, today)


def _weekdays(subject: Subject, today: date) -> Iterator[Finding]:
    """“yesterday (Monday)” in an article of a Friday."""
    for found in _WITH_WEEKDAY.finditer(subject.text):
        words, weekday = found["rel"] or found["also"], found["w"] or found["v"]
        meant = days_meant(words, today)
        if meant is None or weekday_said(meant.first) == weekday:
            continue
        near = (moved(meant.first, by) for by in _WHEN_WRITTEN)
        is_near = any(weekday_said(day) == weekday for day in near)
        place = TextPosition(*found.span("rel" if found["rel"] else "also"))
        other = TextPosition(*found.span("w" if found["w"] else "v"))
        is_ = weekday_said(meant.first)
        yield subject.finding(
            "relative-weekday",
            FindingKind.CALENDAR,
            Outcome.ASK if is_near else Outcome.CONFLICT,
            f"“{words}” in an article of {weekday_said(today)} {day_words(today)} is {is_}; the text says “{weekday}”.",
            (place, other),
            f"{words} = {is_}, not {weekday}",
            (
                SumRow("published", f"{weekday_said(today)} {day_words(today)}"),
                SumRow("", is_, place),
                SumRow("", weekday, other, is_result=True),
            ),
            "Look up the day, and see when this was written.",
        )


def _is_set_off(outline: Outline, found: re.Match[str], dated: Dated) -> bool:
    """Whether “last month, June 2022” ends there, and does not go on to say what June saw."""
    after = outline.words[found.end() : found.end() + 2].strip()
    return (
        dated.days.is_day or bool(found["how"]) or after[:1] in ("", ",", ".", ";", ")", "–", "—")
    )


def _is_of(words: str, unit: str) -> bool:
    return words.casefold().endswith(unit)


def _held(
    subject: Subject, place: TextPosition, dated: Dated, meant: Days, today: date
) -> Iterator[Finding]:
    words = subject.words(place)
    outcome = Outcome.CONSISTENT if meant.meets(dated.days) else Outcome.CONFLICT
    if outcome is Outcome.CONFLICT and _fits_some_day(words, dated.days, today):
        outcome = Outcome.ASK
    if outcome is not Outcome.CONSISTENT and not dated.has_year:
        outcome = Outcome.ASK if _fits_some_day(words, dated.days, today, 370) else outcome
    date_words = subject.words(dated.position)
    counted = f"“{words}” in an article of {day_words(today)} is {said(meant)}"
    if outcome is Outcome.CONSISTENT:
        message = (
            f"{counted}, and so is “{date_words}”."
            if meant == dated.days
            else f"{counted}, which has “{date_words}”."
        )
    else:
        message = f"{counted}; the text says “{date_words}”."
        if dated.days.first > today and meant.last <= today:
            message = f"{counted}; “{date_words}” is after the day of publication."
    yield subject.finding(
        "relative-date",
        FindingKind.CALENDAR,
        outcome,
        message,
        (place, dated.position),
        f"{words} = {said(meant)}"
        + ("" if outcome is Outcome.CONSISTENT else f", not {said(dated.days)}"),
        (
            SumRow("published", day_words(today)),
            SumRow("", said(meant), place),
            SumRow("", said(dated.days), dated.position, is_result=True),
        ),
        "" if outcome is Outcome.CONSISTENT else "Look up the date, and see when this was written.",
    )


def _fits_some_day(words: str, days: Days, today: date, around: int = 0) -> bool:
    """Whether the words hold on a day near the publication, on which the article may have been written."""
    first, last = _WHEN_WRITTEN
    for by in range(first - around, last + around + 1):
        meant = days_meant(words, moved(today, by))
        if meant is not None and meant.meets(days) and abs(by) <= max(2, around):
            return around == 0 or abs(by) in (364, 365, 366)
    return False


def days_meant(words: str, today: date) -> Days | None:
    """The days that words such as “last month” mean on a day; “last Monday” is any Monday of the fortnight before."""
    words = re.sub(r"\s+", " ", words.casefold())
    day = _day_meant(words, today)
    if day is not None:
        return Days(day, day)
    which, unit = _which(words)
    if unit == "week":
        monday = moved(today, -today.weekday() + 7 * which)
        if which < 0:
            return Days(min(moved(monday, -1), moved(today, -7)), moved(monday, 6))
        return Days(moved(monday, -1), max(moved(monday, 6), moved(today, 7 * which)))
    if unit == "month":
        month = today.year * 12 + today.month - 1 + which
        if not 12 <= month < 9999 * 12:
            return None
        return days_in(month // 12, month % 12 + 1)
    if unit == "year":
        year = today.year + which
        return days_in(year) if 1 <= year <= 9999 else None
    return None


def _day_meant(words: str, today: date) -> date | None:
    steps = {
        "today": 0,
        "tonight": 0,
        "morning": 0,
        "afternoon": 0,
        "evening": 0,
        "last night": -1,
        "the day before yesterday": -2,
        "the day after tomorrow": 2,
    }
    if words in steps:
        return moved(today, steps[words])
    last = words.rsplit(" ", 1)[-1]
    if last in ("yesterday", "tomorrow"):
        return moved(today, -1 if last == "yesterday" else 1)
    return moved(today, steps[last]) if last in steps else None


def _which(words: str) -> tuple[int, str]:
    """How many weeks, months or years on, and which of these."""
    if words.startswith("the current"):
        return 0, words.rsplit(" ", 1)[-1]
    found = re.search(r"(last|this|next) (week|month|year)$", words)
    if found is None:
        return 0, ""
    return {"last": -1, "this": 0, "next": 1}[found[1]], found[2]


def _tenses(subject: Subject, outline: Outline, today: date) -> Iterator[Finding]:
    """What happened on a day that was still to come, and what will on one that was past."""
    for found in _PAST.finditer(outline.words):
        dated = outline.date(found["a"])
        is_ahead = _AHEAD.search(outline.words) is not None
        if (
            dated.has_year
            and dated.days.is_day
            and dated.days.first > moved(today, 1)
            and not is_ahead
        ):
            outcome = Outcome.CONFLICT if _CERTAIN.search(found[0]) else Outcome.ASK
            yield _told(
                subject, dated, today, outcome, "past-date", "is told as past, and is after"
            )
    for found in _WILL.finditer(outline.words):
        dated = outline.date(found["a"])
        if dated.has_year and dated.days.is_day and dated.days.last < moved(today, -2):
            yield _told(
                subject,
                dated,
                today,
                Outcome.ASK,
                "future-date",
                "is told as to come, and is before",
            )


def _told(
    subject: Subject, dated: Dated, today: date, outcome: Outcome, rule: str, what: str
) -> Finding:
    words = subject.words(dated.position)
    order = "after" if dated.days.first > today else "before"
    return subject.finding(
        rule,
        FindingKind.CALENDAR,
        outcome,
        f"“{words}” {what} the day of publication, {weekday_said(today)} {day_words(today)}.",
        (dated.position,),
        f"{said(dated.days)} is {order} {day_words(today)}",
        (
            SumRow("", said(dated.days), dated.position),
            SumRow("published", day_words(today), is_result=True),
        ),
        "Look up the date, and see when this was written.",
    )
