"""Lengths of time against the two dates they lie between: “from 1989 to 1998, nine years”, “eight years after 1939”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.consistency.dates.days import DAYS_A_MONTH, Days, days_in, said
from factcheck.consistency.dates.lengths import Length, held_against
from factcheck.consistency.dates.outlines import D, L, Outline, W
from factcheck.consistency.dates.timeline import Dated
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow

_TO = r"\s*(?:,?\s(?:to|and|until|till|through|up\sto)\s(?:(?:his|her|their|its)\s\w+\s)?(?:about\s|early\s|late\s)?(?:in\s|on\s)?|–|-|—)\s*"
_FROM = r"(?:from|between)\s(?:early\s|late\s)?"
_REIGNS = (
    r"(?:long\s)?(?:reign|rule|tenure|war|conflict|block|ban|blockade|occupation|siege|drought|dictatorship|presidency"
    r"|premiership|career|stint|spell|run|period|span|insurgency|campaign|strike|closure|exile|imprisonment|marriage|era|delay|gap|wait|hiatus|absence|moratorium|freeze|pause|extension"
    r"|boycott|embargo|ceasefire|truce|partnership|friendship|search|investigation|inquiry|dispute)"
)
_NOT_IN_GAP = re.compile(
    r"\b(?:and|then|but|or|before|after|later|earlier|ago|old|older|younger|longer|sentence|term|terms|contract|deal"
    r"|lease|plan|who|which|that|when|while|compared|more|less|fewer|per|each|every|out\sof|of\sthe|average)\b|%",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    r"\b(?:first|last|each|every|per|further|another|extra|additional|of|two|three|four|five|six|\d+)\s$",
    re.IGNORECASE,
)
_ENDED = r"(?=\s*(?:[.,;:)–—]|$|in\s(?:all|total|power|office|prison|jail|charge|exile)\b|altogether|straight|running))"

_AROUND = [
    re.compile(rf"(?P<l>{L})(?P<gap>{W}{{0,60}}?)(?P<from>{_FROM})(?P<a>{D}){_TO}(?P<b>{D})"),
    re.compile(rf"(?P<l>{L})(?P<gap>{W}{{0,30}}?)(?P<from>\(|,\s)(?P<a>{D})\s?[–-]\s?(?P<b>{D})"),
    re.compile(
        rf"{_FROM}(?P<a>{D}){_TO}(?P<b>{D})(?P<gap>)\s*(?:[,(:–—]|,?\sor|,?\sthat\sis|,?\si\.e\.)?\s*"
        rf"(?:for\s|lasting\s|spanning\s|a\s(?:total|period|span|stretch|stint|reign)\sof\s|some\s|a\s|exactly\s)*(?P<l>{L}){_ENDED}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<a>{D})\s?[–-]\s?(?P<b>{D})(?P<gap>)\s(?:\w+\s){{1,3}}?(?:lasted|took|went\son\sfor)\s(?:for\s)?(?P<l>{L})"
    ),
    re.compile(
        rf"\b(?:beg[au]n|started|opened|broke\sout|launched|founded){W}{{0,40}}(?P<a>{D}){W}{{0,60}}"
        rf"\b(?:ended|finished|closed|stopped|concluded){W}{{0,40}}(?P<b>{D})(?P<gap>)"
        rf"(?:,?\s(?:after|lasting|having\slasted)|,\s(?:a\s(?:total|period|span)\sof))\s(?P<l>{L}){_ENDED}"
    ),
    re.compile(
        rf"\b(?:beg[au]n|started|opened|broke\sout){W}{{0,40}}(?P<a>{D})(?P<gap>),?\s(?:and\s|it\s|which\s)*lasted\s(?:for\s)?(?P<l>{L})"
        rf"{W}{{0,40}}\b(?:until|till|ended|ending|ended\sin){W}{{0,20}}(?P<b>{D})"
    ),
]
_AFTER = r"(?P<way>after|following|since|before|prior\sto|ahead\sof)"
_NO_CLAUSE = re.compile(
    r",|\b(?:who|which|whose|where|born|about)\b|\w\s(?:he|she|they|it)\s(?:had|has|was|were)\b"
    r"|\b(?:book|film|novel|history|story|report|paper|study|play|biography|album)\s(?:of|on)\b",
    re.IGNORECASE,
)
_APART = [
    re.compile(
        rf"(?P<b>{D})\s*[,(–—-]?\s*(?:that\sis\s|some\s|only\s|just\s|exactly\s|a\s)?(?P<l>{L})\s{_AFTER}\s(?P<mid>{W}{{0,90}}?)(?P<a>{D})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<l>{L})\s{_AFTER}\s(?P<mid>{W}{{0,80}}?)(?P<a>{D}),\s(?:(?:the\s|he\s|she\s|it\s|they\s)?(?:\w+\s){{0,4}}?"
        rf"(?:\w+ed|died|closed|won|left|became|began|fell|sold|shut|got|lost|went|came|met|broke)\s)?(?:in|on)\s(?P<b>{D})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<a>{D})(?P<mid>{W}{{0,80}}?)(?P<l>{L})\s(?P<way>later|afterwards|earlier)\s*,?\s*(?:in\s|on\s|\(\s?)?(?P<b>{D})",
        re.IGNORECASE,
    ),
]
_BACKWARDS = frozenset({"before", "prior to", "ahead of", "earlier"})
_AGO = [
    re.compile(rf"(?P<l>{L})\sago\s*[,(–—]?\s*(?:in\s|on\s)?(?P<a>{D})", re.IGNORECASE),
    re.compile(rf"\b(?:in|on|since)\s(?P<a>{D})\s?[,(–—]\s*(?P<l>{L})\sago\b", re.IGNORECASE),
    re.compile(
        rf"\bfor\s(?:the\s)?(?:past\s|last\s)?(?P<l>{L}),?\s(?:ever\s)?since\s(?P<a>{D})(?!\s?[–-])",
        re.IGNORECASE,
    ),
]


def findings(subject: Subject, sentences: list[Outline]) -> Iterator[Finding]:
    """Each length of time that stands with both its ends, held against them."""
    for outline in sentences:
        if outline.lengths:
            yield from _spans(subject, outline)
            yield from _apart(subject, outline)
            yield from _ago(subject, outline)


@dataclass(frozen=True, slots=True)
class _Ends:
    """Two dates and the length of time the text says lies between them."""

    since: Dated
    until: Dated
    length: Length
    is_at_most: bool = False  # “five years between 1989 and 1998” may be five of them

    @property
    def is_told_alike(self) -> bool:
        """Whether both years are the article's own words, or neither is."""
        return self.since.has_year == self.until.has_year

    @property
    def days(self) -> tuple[int, int]:
        return self.since.days.between(self.until.days)

    def outcome(self) -> Outcome:
        fewest, most = self.days
        if not self.since.days.is_day and not self.until.days.is_day:
            most += 1  # from January to March has all three months
        are_years = self.since.is_year and self.until.is_year
        found = held_against(self.length, fewest, most, are_years)
        if self.is_at_most and self.length.days < most and found is not Outcome.CONSISTENT:
            return Outcome.ASK
        return found


def _spans(subject: Subject, outline: Outline) -> Iterator[Finding]:
    """“from 1989 to 1998, nine years”."""
    done: set[str] = set()
    for pattern in _AROUND:
        for found in pattern.finditer(outline.words):
            length = outline.length(found["l"])
            if found["l"] in done or not _is_span(outline, found, length):
                continue
            done.add(found["l"])
            from_ = (found.groupdict().get("from") or "").casefold()
            is_at_most = from_.startswith("between") and not found["gap"].strip().startswith(
                (",", "(")
            )
            ends = _Ends(outline.date(found["a"]), outline.date(found["b"]), length, is_at_most)
            if ends.is_told_alike and ends.days[1] >= 0:
                yield from _told(subject, ends, "duration")


def _is_span(outline: Outline, found: re.Match[str], length: Length) -> bool:
    gap, before = found["gap"], outline.words[max(0, found.start("l") - 20) : found.start("l")]
    leads = found.start("l") < found.start("a")
    if _NOT_IN_GAP.search(gap) or (leads and _NOT_BEFORE.search(before)):
        return False
    if length.is_adjective or re.match(r"\s?long\b", gap):
        return re.match(rf"[\s-]{_REIGNS}\b", gap) is not None or not gap
    return len(gap.split()) <= 7


def _apart(subject: Subject, outline: Outline) -> Iterator[Finding]:
    """“in 1945, eight years after it began in 1939”."""
    done: set[str] = set()
    for number, pattern in enumerate(_APART):
        for found in pattern.finditer(outline.words):
            if found["l"] in done or _NO_CLAUSE.search(found["mid"] if number != 2 else ""):
                continue
            if number and len(outline.dates) != 2:
                continue
            done.add(found["l"])
            first, then = outline.date(found["a"]), outline.date(found["b"])
            way = re.sub(r"\s+", " ", found["way"].casefold())
            since, until = (then, first) if way in _BACKWARDS else (first, then)
            ends = _Ends(since, until, outline.length(found["l"]))
            if not ends.is_told_alike:
                continue
            if ends.days[1] < 0:
                yield _turned_round(subject, then, first, ends.length, way)
            else:
                yield from _told(subject, ends, "duration")


def _turned_round(subject: Subject, then: Dated, first: Dated, length: Length, way: str) -> Finding:
    """A date said to be after another that it is before, or the other way."""
    is_before = then.days.last < first.days.first
    order = "before" if is_before else "after"
    words = {p: subject.words(p) for p in (then.position, first.position, length.position)}
    return subject.finding(
        "date-order",
        FindingKind.CALENDAR,
        Outcome.CONFLICT,
        f"The text puts “{words[then.position]}” {words[length.position]} {way} “{words[first.position]}”,"
        f" but it is {order} it.",
        (then.position, first.position, length.position),
        f"{said(then.days)} is {order} {said(first.days)}",
        (
            SumRow("", said(then.days), then.position),
            SumRow("", said(first.days), first.position),
            SumRow(f"“{words[then.position]}” is", order, is_result=True),
        ),
        "Ask which of the two dates is right.",
    )


def _ago(subject: Subject, outline: Outline) -> Iterator[Finding]:
    """“20 years ago, in 1999”, counted from the publication."""
    if subject.published is None:
        return
    today = Days(subject.published, subject.published)
    done: set[str] = set()
    for pattern in _AGO:
        for found in pattern.finditer(outline.words):
            since, length = outline.date(found["a"]), outline.length(found["l"])
            if found["l"] in done or not since.has_year:
                continue
            done.add(found["l"])
            yield from _told_until_published(subject, since, length, today)


def _told_until_published(
    subject: Subject, since: Dated, length: Length, today: Days
) -> Iterator[Finding]:
    if since.days.first > today.last:
        outcome = Outcome.CONFLICT
    elif since.is_year:
        today = days_in(today.first.year)
        outcome = held_against(length, *since.days.between(today), are_years=True)
    else:
        outcome = held_against(length, *since.days.between(today))
    ends = _Ends(since, Dated(length.position, today), length)
    yield _finding(subject, ends, outcome, "duration-ago", published=True)


def _told(subject: Subject, ends: _Ends, rule: str) -> Iterator[Finding]:
    yield _finding(subject, ends, ends.outcome(), rule)


def _finding(
    subject: Subject, ends: _Ends, outcome: Outcome, rule: str, published: bool = False
) -> Finding:
    words, agrees = subject.words(ends.length.position), outcome is Outcome.CONSISTENT
    since, until = said(ends.since.days), said(ends.until.days)
    counted = counted_between(ends.since.days, ends.until.days, ends.length.unit)
    passed = f"from {since} to {until}{', when this was published,' * published} is {counted}"
    message = f"The text says “{words}”; {passed}."
    if agrees:
        message = f"F{passed[1:]}, which fits “{words}”."
    elif outcome is Outcome.ASK:
        message += " Is that meant?"
    last = SumRow("published", until) if published else SumRow("", until, ends.until.position)
    first = SumRow("", f"− {since}", ends.since.position)
    places = (ends.length.position, ends.since.position, ends.until.position)
    return subject.finding(
        rule,
        FindingKind.CALENDAR,
        outcome,
        message,
        places[: 2 if published else 3],
        f"{until} − {since} = {counted}" + ("" if agrees else f", not {words.lower()}"),
        (last, first, SumRow("makes", counted, ends.length.position, is_result=True)),
        "" if agrees else "Look up both dates.",
    )


def counted_between(since: Days, until: Days, unit: str) -> str:
    """The time from one date to another in words: 6 years, 1 year 9 months, 12 days."""
    fewest, most = since.between(until)
    if unit in ("day", "week") and most - fewest <= 1:
        return _count(most, "day")
    whole_years = since.first.month == 1 and since.last.month == 12
    if whole_years and until.first.month == 1 and until.last.month == 12:
        return _count(until.first.year - since.first.year, "year")
    middle = (fewest + most) / 2
    if middle < 3 * DAYS_A_MONTH and most - fewest <= 1:
        return _count(most, "day")
    months = round(middle / DAYS_A_MONTH)
    years, months = divmod(months, 12)
    parts = [_count(years, "year")] if years else []
    parts += [_count(months, "month")] if months or not parts else []
    about = "about " if most - fewest > 62 else ""
    return about + " ".join(parts)


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}{'' if number == 1 else 's'}"
