"""Rates: speed against way and time, and so much a head or a year against the sum of it."""

import re
from collections.abc import Iterator

from factcheck.consistency.figures.amounts import (
    PERCENT,
    Amount,
    Span,
    divided,
    figure,
    inside,
    meet,
    multiplied,
    printed_like,
)
from factcheck.consistency.figures.measures import factors, name
from factcheck.consistency.figures.phrases import NO_F, TIME, F, Phrase
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow
from factcheck.model.text import TextPosition

RULE = "rate"
_SPEEDS = {"km/h": "km", "mph": "mi", "knot": "nmi"}
_LENGTHS = frozenset({"km", "mi", "nmi", "m"})
_STEADY = re.compile(r"\b(?:averag\w+|mean|steady|constant|on average)\b", re.I)
_AT_SPEED = re.compile(
    rf"\bat\s+(?:a speed of\s+)?{F}{NO_F}{{0,40}}{F}{NO_F}{{0,60}}?\b(?:takes?|took|would take|will take)\b",
    re.I,
)
_DURATION = re.compile(
    r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$"
)
_HOURS = (8766.0, 730.5, 168.0, 24.0, 1.0, 1 / 60, 1 / 3600)
_LEANS = re.compile(
    r"\b(?P<loose>about|around|roughly|approximately|some|nearly|almost|just (?:over|under))\s+(?:an?\s+)?$"
    r"|\b(?P<open>more than|less than|over|under|at least|up to|within|every|each|per)\s+(?:an?\s+)?$",
    re.I,
)
_SLACK = 1.1  # a tenth more or less is a stop on the way
_PER_HEAD = re.compile(
    rf"(?P<r>{F})\s+(?:per|for each|for every|an?|each)\s+(?P<per>[a-z]{{3,15}})\b|(?P<r2>{F})\s+(?P<each>apiece|each|per head|a head|per person|per capita)\b",
    re.I,
)
_SET_OFF = re.compile(
    r"(?:[,(:–—]\s*(?:or|that is|i\.e\.|about|which is|at|meaning|making it|working out at|paying|giving|costing|earning)?|\bor|\bat)\s*$",
    re.I,
)
_GOES_ON = re.compile(r"\s*[:,–—(]")
_OTHERWISE = re.compile(
    r"\b(?:averages?|compared|than|while|but|others?|next|last|previous\w*|from|more|less|extra|increase\w*|rose|fell"
    r"|minimum|maximum|up to|first)\b",
    re.I,
)
_YEARLY = re.compile(
    rf"(?P<r>{F})\s+(?:(?:an?|per|each|every)\s+)?(?P<unit>{TIME}|year|month|week|day|annually|yearly|monthly|weekly){NO_F}{{0,30}}?\b"
    rf"(?:for|over|during)\s+(?:the next |the past |the last )?(?P<time>{TIME}){NO_F}{{0,30}}?"
    rf"(?:(?P<t>{F})\s+(?:in all|in total|altogether)\b|\b(?:a total of|totall?ing|total of|adding up to|making|or)\s+(?P<t2>{F})"
    rf"(?:\s+(?:in all|in total|altogether))?)",
    re.I,
)
_BOTH_WAYS = re.compile(
    rf"(?P<r>{F})(?:\s[a-z]+)?\s+(?:(?:an?|per|each|every)\s+)?(?P<unit>{TIME}|year|month|week|day|quarter)(?:\s[a-z]+){{0,2}}?,?\s*(?:or|which is|that is|–|—|\()\s*"
    rf"(?P<t>{F})\s+(?:(?:an?|per|each|every)\s+)?(?P<unit2>{TIME}|year|month|week|day)",
    re.I,
)
_IN_TIME = re.compile(
    rf"(?P<t>{F}){NO_F}{{0,30}}?\s(?:in|over|within)\s+(?:the\s+(?:first|last|past)\s+|just\s+|only\s+)?(?P<time>{TIME})\s*"
    rf"(?:[,–—]\s*(?:or|that is|an average of|a rate of)|\()\s*(?:about\s+|an average of\s+)?"
    rf"(?P<r>{F})(?:\s[a-z]+)?\s+(?:(?:an?|per|each|every)\s+)?(?P<unit>{TIME}|hour|day|week|month|year)",
    re.I,
)
_IN_A = {
    ("month", "year"): (12.0, 12.0),
    ("week", "year"): (50.0, 52.2),
    ("week", "month"): (4.0, 4.35),
    ("day", "week"): (5.0, 7.0),
    ("day", "month"): (20.0, 31.0),
    ("day", "year"): (220.0, 366.0),
    ("quarter", "year"): (4.0, 4.0),
}
_NAMED = {"year": 8766.0, "month": 730.5, "week": 168.0, "day": 24.0, "hour": 1.0}


def rates(subject: Subject, phrase: Phrase) -> Iterator[Finding]:
    """Rates told in one sentence with what they are rates of."""
    if len(phrase.amounts) < 2:
        return
    yield from _speed(subject, phrase)
    if len(phrase.amounts) == 3:
        yield from _per_head(subject, phrase)
    yield from _yearly(subject, phrase)
    yield from _both_ways(subject, phrase)
    yield from _in_time(subject, phrase)


def _hours(subject: Subject, place: TextPosition) -> Span | None:
    """How many hours a stretch of time is, as its words leave it open; None where it is no plain duration."""
    time = next(iter(subject.inside(subject.times, place)), None)
    found = _DURATION.match(time.value) if time is not None else None
    if found is None or not any(found.groups()):
        return None
    hours = sum(float(n) * size for n, size in zip(found.groups(), _HOURS, strict=True) if n)
    if not 0 < hours < 1e9:
        return None
    lean = _LEANS.search(subject.text, max(0, place.start - 20), place.start)
    if lean is not None and lean["open"]:
        return None
    slack = 0.1 if lean is not None else 0.0
    return hours * (1 - slack), hours * (1 + slack)


def _speed(subject: Subject, phrase: Phrase) -> Iterator[Finding]:
    """“Averaging 50 km/h, the convoy covered 300 kilometres in four hours.”"""
    if not (_STEADY.search(phrase.words) or _AT_SPEED.search(phrase.words)):
        return
    speeds = [a for a in phrase.amounts if a.unit in _SPEEDS]
    ways = [a for a in phrase.amounts if a.unit in _LENGTHS]
    times = [(place, span) for place in phrase.times if (span := _hours(subject, place))]
    if not (len(speeds) == len(ways) == len(times) == 1):
        return
    speed, way, (place, hours) = speeds[0], ways[0], times[0]
    unit = _SPEEDS[speed.unit]
    factor = 1.0 if unit == way.unit else factors(unit, way.unit)[0]
    if not (speed.is_plain or speed.leaning.value == "about") or way.value <= 0:
        return
    tight, wide = (
        multiplied((s[0] * factor, s[1] * factor), hours) for s in (speed.tight, speed.wide)
    )
    if meet(tight, way.wide):
        outcome = Outcome.CONSISTENT
    elif meet((wide[0] / _SLACK, wide[1] * _SLACK), way.wide):
        return
    else:
        outcome = Outcome.CONFLICT
    yield _way(subject, speed, way, place, sum(hours) / 2, factor, outcome)


def _way(
    subject: Subject,
    speed: Amount,
    way: Amount,
    place: TextPosition,
    hours: float,
    factor: float,
    outcome: Outcome,
) -> Finding:
    value = speed.value * factor * hours
    right = f"{figure(value)} {name(way.unit)}"
    fits = outcome is Outcome.CONSISTENT
    time = subject.words(place)
    message = f"{speed.said} for {time} makes {right}"
    arithmetic = f"{figure(speed.value)} × {figure(hours, 2)} = {figure(value)}"
    rows = (
        SumRow("", speed.said, speed.position),
        SumRow("", f"× {time}", place),
        SumRow("makes", right, is_result=True),
        SumRow("the text says", way.said, way.position),
    )
    quotient = figure(way.value / factor / hours)
    return subject.finding(
        RULE,
        FindingKind.SUMS,
        outcome,
        f"{message}, as the text says."
        if fits
        else f"{message}; the text says {inside(way.said)}.",
        (speed.position, way.position, place),
        arithmetic if fits else f"{arithmetic}, not {figure(way.value)}",
        rows,
        "" if fits else f"{way.words} in {time} would be {quotient} {name(speed.unit)}.",
    )


def _per_head(subject: Subject, phrase: Phrase) -> Iterator[Finding]:
    """“$733 per student: $22 million for 30,000 students.”"""
    match = _PER_HEAD.search(phrase.words)
    if match is None:
        return
    rate = phrase.amount(match["r"] or match["r2"])
    total = [a for a in phrase.amounts if a.unit == rate.unit and a.position != rate.position]
    count = [a for a in phrase.amounts if a.unit == "" and a.position != rate.position]
    if len(total) != 1 or len(count) != 1 or not rate.unit.isupper() or count[0].value <= 0:
        return
    if match["per"] and not _counts(phrase, count[0], match["per"]):
        return
    before, after = phrase.words[: match.start()], phrase.words[match.end() :]
    linked = _SET_OFF.search(before) or (_GOES_ON.match(after) and len(before.strip()) < 80)
    if total[0].value < rate.value:
        return
    tight, wide = divided(total[0].tight, count[0].tight), divided(total[0].wide, count[0].wide)
    if tight is None or wide is None:
        return
    if meet(tight, rate.tight):
        outcome = Outcome.CONSISTENT
    elif meet(wide, rate.wide):
        return
    elif linked and not _OTHERWISE.search(phrase.words):
        apart = (wide[0] * 0.9, wide[1] * 1.1)
        outcome = Outcome.ASK if meet(apart, rate.wide) else Outcome.CONFLICT
    else:
        return
    yield _divided(subject, total[0], count[0], rate, outcome)


def _counts(phrase: Phrase, count: Amount, noun: str) -> bool:
    """Whether the words behind a number name the noun that the rate is for."""
    sign = next(i for i, a in enumerate(phrase.amounts) if a.position == count.position)
    at = phrase.words.index(chr(0xE000 + sign)) + 1
    stem = {"person": "people", "child": "children", "man": "men", "woman": "women"}.get(
        noun.lower(), noun.lower().removesuffix("y")
    )
    return (
        re.match(rf"(?:\s[\w-]+){{0,3}}?\s{re.escape(stem)}", phrase.words[at:], re.I) is not None
    )


def _divided(
    subject: Subject, total: Amount, count: Amount, rate: Amount, outcome: Outcome
) -> Finding:
    value = total.value / count.value
    right = printed_like(value, rate, 0)
    fits = outcome is Outcome.CONSISTENT
    rows = (
        SumRow("", total.said, total.position),
        SumRow("", f"÷ {count.said}", count.position),
        SumRow("makes", right, is_result=True),
        SumRow("the text says", rate.said, rate.position),
    )
    message = f"{total.said} for {count.said} is {right} each"
    message = message[0].upper() + message[1:]
    arithmetic = f"{total.words} ÷ {count.words} = {right}"
    return subject.finding(
        RULE,
        FindingKind.SUMS,
        outcome,
        f"{message}, as the text says."
        if fits
        else f"{message}; the text says {inside(rate.said)}.",
        (rate.position, total.position, count.position),
        arithmetic if fits else f"{arithmetic}, not {rate.words}",
        rows,
        "" if fits else "Ask which of the three figures is right.",
    )


def _yearly(subject: Subject, phrase: Phrase) -> Iterator[Finding]:
    """“$3 million a year for five years, a total of $20 million”."""
    for match in _YEARLY.finditer(phrase.words):
        rate, total = phrase.amount(match["r"]), phrase.amount(match["t"] or match["t2"])
        place = phrase.place(*match.span("time"))
        hours = _hours(subject, place)
        each = _period(subject, phrase, match)
        if hours is None or each is None or rate.unit != total.unit or not rate.unit.isupper():
            continue
        number = hours[0] / each, hours[1] / each
        tight, wide = multiplied(rate.tight, number), multiplied(rate.wide, number)
        if not meet(tight, total.tight) and meet(wide, total.wide):
            continue
        fits = meet(tight, total.tight)
        times = sum(number) / 2
        right = printed_like(rate.value * times, total, 1)
        time = subject.words(place)
        rows = (
            SumRow("", rate.said, rate.position),
            SumRow("", f"× {figure(times)}", place),
            SumRow("makes", right, is_result=True),
            SumRow("the text says", total.said, total.position),
        )
        message = f"{rate.said} over {time} makes {right}"
        arithmetic = f"{rate.words} × {figure(times)} = {right}"
        yield subject.finding(
            RULE,
            FindingKind.SUMS,
            Outcome.CONSISTENT if fits else Outcome.CONFLICT,
            f"{message}, as the text says."
            if fits
            else f"{message}; the text says {inside(total.said)}.",
            (total.position, rate.position, place),
            arithmetic if fits else f"{arithmetic}, not {total.words}",
            rows,
            "" if fits else "Ask which of the figures is right.",
        )


def _period(subject: Subject, phrase: Phrase, match: re.Match[str]) -> float | None:
    """How many hours there are between two payments: a year, a month, a week, a day."""
    words = subject.words(phrase.place(*match.span("unit"))).lower()
    return next(
        (
            hours
            for named, hours in _NAMED.items()
            if named in words or words.startswith(named[:4] + "l")
        ),
        None,
    ) or (_NAMED["year"] if "annual" in words else None)


def _both_ways(subject: Subject, phrase: Phrase) -> Iterator[Finding]:
    """“$5,000 a month, or $60,000 a year”."""
    for match in _BOTH_WAYS.finditer(phrase.words):
        rate, total = phrase.amount(match["r"]), phrase.amount(match["t"])
        units = [_unit(subject, phrase, match, name) for name in ("unit", "unit2")]
        number = _IN_A.get((units[0], units[1]))
        if number is None or rate.unit != total.unit or rate.unit == PERCENT:
            continue
        tight, wide = multiplied(rate.tight, number), multiplied(rate.wide, number)
        fits = meet(tight, total.tight)
        if not fits and meet((wide[0] * 0.95, wide[1] * 1.05), total.wide):
            continue
        right = printed_like(rate.value * number[1], total, 1)
        times = figure(number[1])
        rows = (
            SumRow(f"each {units[0]}", rate.said, rate.position),
            SumRow("", f"× {times}"),
            SumRow(f"a {units[1]}", right, is_result=True),
            SumRow("the text says", total.said, total.position),
        )
        message = f"{rate.said} each {units[0]} is {right} a {units[1]}"
        message = message[0].upper() + message[1:]
        arithmetic = f"{rate.words} × {times} = {right}"
        yield subject.finding(
            RULE,
            FindingKind.SUMS,
            Outcome.CONSISTENT if fits else Outcome.CONFLICT,
            f"{message}, as the text says."
            if fits
            else f"{message}; the text says {inside(total.said)}.",
            (rate.position, total.position),
            arithmetic if fits else f"{arithmetic}, not {total.words}",
            rows,
            "" if fits else "Ask which of the two figures is right.",
        )


def _unit(subject: Subject, phrase: Phrase, match: re.Match[str], group: str) -> str:
    """The stretch of time that a payment is for: year, month, week, day."""
    words = subject.words(phrase.place(*match.span(group))).lower()
    return next((unit for unit in ("quarter", *_NAMED) if words.endswith(unit)), "")


def _in_time(subject: Subject, phrase: Phrase) -> Iterator[Finding]:
    """“3,000 copies in three days, or 1,000 a day”."""
    for match in _IN_TIME.finditer(phrase.words):
        total, rate = phrase.amount(match["t"]), phrase.amount(match["r"])
        place = phrase.place(*match.span("time"))
        hours, each = _hours(subject, place), _NAMED.get(_unit(subject, phrase, match, "unit"))
        if hours is None or each is None or rate.unit != total.unit or rate.unit == PERCENT:
            continue
        number = hours[0] / each, hours[1] / each
        tight, wide = multiplied(rate.tight, number), multiplied(rate.wide, number)
        fits = meet(tight, total.tight)
        if not fits and meet((wide[0] / _SLACK, wide[1] * _SLACK), total.wide):
            continue
        if rate.value <= 0 or number[0] < 1:
            continue
        times = sum(number) / 2
        right = printed_like(total.value / times, rate, 1)
        time = subject.words(place)
        rows = (
            SumRow("", total.said, total.position),
            SumRow("", f"÷ {figure(times)}", place),
            SumRow("makes", right, is_result=True),
            SumRow("the text says", rate.said, rate.position),
        )
        message = f"{total.said} in {time} makes {right} each"
        message = message[0].upper() + message[1:]
        arithmetic = f"{total.words} ÷ {figure(times)} = {right}"
        yield subject.finding(
            RULE,
            FindingKind.SUMS,
            Outcome.CONSISTENT if fits else Outcome.CONFLICT,
            f"{message}, as the text says."
            if fits
            else f"{message}; the text says {inside(rate.said)}.",
            (rate.position, total.position, place),
            arithmetic if fits else f"{arithmetic}, not {rate.words}",
            rows,
            "" if fits else "Ask which of the figures is right.",
        )
