"""Anniversaries, birthdays and jubilees against what they count from: “the 50th anniversary of the 1969 landing”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.consistency.ages.beginnings import NOW, beginning
from factcheck.consistency.ages.life import Lives
from factcheck.consistency.dates.days import Days, days_in, said, years_later
from factcheck.consistency.dates.outlines import D, L, Outline, W
from factcheck.consistency.dates.timeline import Dated
from factcheck.consistency.figures.numerals import NUMBER, ORDINAL, number_of
from factcheck.consistency.subject import Subject
from factcheck.model.days import day_words
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow
from factcheck.model.text import TextPosition

_NAMED = {
    "sesquicenten": (150,),
    "bicenten": (200,),
    "tercenten": (300,),
    "tricenten": (300,),
    "quatercenten": (400,),
    "quadricenten": (400,),
    "quincenten": (500,),
    "centen": (100,),
    "silver": (25,),
    "ruby": (40,),
    "golden": (50,),
    "diamond": (60, 75),
    "sapphire": (65,),
    "platinum": (70,),
}
_CENTENARY = r"(?:sesqui|bi|ter|tri|quater|quadri|quin)?centen(?:ary|nial)"
_OCCASION = (
    rf"(?:(?P<o>{ORDINAL})[\s-](?:(?:wedding|birth|founding|work)\s)?(?P<day>anniversary|birthday|jubilee)"
    rf"|(?P<named>\b{_CENTENARY}\b|\b(?:silver|ruby|golden|diamond|sapphire|platinum)\s(?:jubilee|wedding|anniversary))"
    rf"|\b(?:mark|celebrat|commemorat)\w*\s(?P<l>{L})(?=\s(?:since|of|after)\b)"
    rf"|\b(?:turn(?:s|ed)|will\sturn)\s(?P<t>{NUMBER})(?=\s(?:in|on|this|last|next)\b|\s?[.,;]))"
)
_OCCASIONS = re.compile(_OCCASION, re.IGNORECASE)
_WHEN = re.compile(
    rf"{W}{{0,60}}?\b(?P<how>in|on|falls\sin|falls\son)\s(?:early\s|late\s|mid-)?(?P<b>{D})",
    re.IGNORECASE,
)
_WHEN_BEFORE = re.compile(
    rf"\b(?:in|on)\s(?:early\s|late\s|mid-)?(?P<b>{D})(?!\s?\))", re.IGNORECASE
)
_AHEAD = re.compile(
    r"\b(?:ahead\sof|approach\w*|before|next|upcoming|prepar\w*|plan\w*|will|would|to\smark|to\scelebrate|to\scommemorate|eve\sof|in\stime\sfor"
    r"|coming|near\w*|run-up|lead-up|countdown|build-up|looking\sforward|early|since|after|until|by|had|anticipat\w*|tied\sto|timed)\b",
    re.IGNORECASE,
)
_OTHER_DEED = re.compile(
    r"\b(?:appeared|published|released|wrote|died|born|said|told|opened|sold|bought|won|moved|joined|left|wed|founded|built|that|which|who|whose|season|dinner|match|tournament)\b",
    re.IGNORECASE,
)
_NEXT_YEAR = re.compile(r"\b(?:will\s(?=turn)|next\s(?=year))", re.IGNORECASE)
_CLOSE = 60  # days by which an anniversary may be kept in another year


@dataclass(frozen=True, slots=True)
class _Kept:
    """An anniversary of one of ``numbers`` years at ``place``, what it counts from, and when it was kept."""

    place: TextPosition
    numbers: tuple[int, ...]
    since: Dated
    kept: Days
    kept_at: Dated | None = None  # None for the day of publication

    def target(self, number: int) -> Days:
        """When the anniversary is."""
        first, last = self.since.days.first, self.since.days.last
        return Days(years_later(first, number), years_later(last, number))


def findings(subject: Subject, lives: Lives) -> Iterator[Finding]:
    """Each anniversary whose beginning the text dates, held against the day it is kept on."""
    for outline in lives.outlines:
        for found in _OCCASIONS.finditer(outline.words):
            numbers = _numbers(outline, found)
            since = beginning(lives, outline, found) if numbers else None
            if since is not None and not (_is_of_life(found) and lives.is_birth(since)):
                yield from _held(subject, lives, outline, found, numbers, since)


def _numbers(outline: Outline, found: re.Match[str]) -> tuple[int, ...]:
    if found["o"]:
        number = number_of(found["o"])
        return (int(number),) if number else ()
    if found["t"]:
        number = number_of(found["t"])
        return (int(number),) if number and number == int(number) else ()
    if found["l"]:
        length = outline.length(found["l"])
        is_whole = (
            length.is_in_years and length.number == int(length.number) and not length.rounding
        )
        return (int(length.number),) if is_whole else ()
    name = found["named"].casefold()
    return next(numbers for start, numbers in _NAMED.items() if name.startswith(start))


def _held(
    subject: Subject,
    lives: Lives,
    outline: Outline,
    found: re.Match[str],
    numbers: tuple[int, ...],
    since: Dated,
) -> Iterator[Finding]:
    place = outline.place(*found.span())
    for kept, dated, is_told in _kept(lives, outline, found, since):
        one = _Kept(place, numbers, since, kept, dated)
        outcome = _outcome(one, _is_birthday(found), is_told)
        if outcome is not None:
            yield _told(subject, one, outcome)
        return


def _is_of_life(found: re.Match[str]) -> bool:
    """Whether it is what people have too, and is held against births elsewhere."""
    return _is_birthday(found) or found["t"] is not None


def _is_birthday(found: re.Match[str]) -> bool:
    return (found["day"] or "").casefold() == "birthday"


def _kept(
    lives: Lives, outline: Outline, found: re.Match[str], since: Dated
) -> Iterator[tuple[Days, Dated | None, bool]]:
    """When the text says it was kept, and whether it says so outright; the likeliest first."""
    words = outline.words
    for when in (
        _WHEN.match(words, _after(outline, found, since)),
        _WHEN.match(words, found.end()),
    ):
        if when and outline.date(when["b"]) != since and not _OTHER_DEED.search(when[0]):
            dated = outline.date(when["b"])
            yield dated.days, dated, dated.has_year
    opens = [
        m for m in _WHEN_BEFORE.finditer(words, 0, found.start()) if outline.date(m["b"]) != since
    ]
    if opens and not _AHEAD.search(words[: found.start()]):
        dated = outline.date(opens[-1]["b"])
        yield dated.days, dated, dated.has_year
    if _AHEAD.search(_NEXT_YEAR.sub("", words)) or lives.now is None:
        return
    relative = [d for d in lives.dates_in(outline.position) if not d.has_year]
    if len(relative) == 1:
        yield relative[0].days, relative[0], False
    elif NOW.search(words) and not relative:
        yield lives.now, None, False


def _after(outline: Outline, found: re.Match[str], since: Dated) -> int:
    """Where in the outline the beginning was told, if behind the anniversary."""
    for match in re.finditer(D, outline.words[found.end() :]):
        if outline.date(match[0]) == since:
            return found.end() + match.end()
    return found.end()


def _outcome(kept: _Kept, is_birthday: bool, is_told: bool) -> Outcome | None:
    for number in kept.numbers:
        target = kept.target(number)
        year = Days(days_in(target.first.year).first, days_in(target.last.year).last)
        if is_birthday and target.is_day and kept.kept.is_day and not is_told:
            if kept.kept.meets(target.wider(2)):
                return Outcome.CONSISTENT
            if kept.kept.meets(year):
                return Outcome.ASK
        elif kept.kept.meets(year):
            return Outcome.CONSISTENT
        if kept.kept.between(kept.kept)[1] < _CLOSE and kept.kept.meets(target.wider(_CLOSE)):
            return Outcome.ASK
    return Outcome.CONFLICT


def _told(subject: Subject, kept: _Kept, outcome: Outcome) -> Finding:
    words = subject.words(kept.place)
    number = min(kept.numbers, key=lambda n: abs(kept.target(n).first.year - kept.kept.first.year))
    since, on = said(kept.since.days), said(kept.kept)
    if kept.kept_at is None:
        on = day_words(kept.kept.last)
    apart = kept.kept.last.year - kept.since.days.first.year
    target = said(kept.target(number))
    when = f"{'on' if kept.target(number).is_day else 'in'} {target}"
    agrees = outcome is Outcome.CONSISTENT
    message = f"From {since} to {on} is {_years(apart)}"
    message += ", as the text says." if agrees else f"; “{words}” would be {when}."
    if not agrees and apart == number:
        message = f"The text says “{words}”; {number} years after {since} is {target}, not {on}."
    places = [kept.place, kept.since.position] + ([kept.kept_at.position] if kept.kept_at else [])
    return subject.finding(
        "age-anniversary",
        FindingKind.AGES,
        outcome,
        message,
        places,
        f"{since} + {number} years = {target}" + ("" if agrees else f", not {on}"),
        (
            SumRow("", since, kept.since.position),
            SumRow("", f"+ {_years(number)}", kept.place),
            SumRow("is", target, is_result=True),
            SumRow("kept", on, kept.kept_at.position if kept.kept_at else None),
        ),
        "" if agrees else "Look up what it counts from.",
    )


def _years(number: int) -> str:
    return f"{number} year{'' if number == 1 else 's'}"
