"""Anniversaries, birthdays and jubilees against what they count from: “the 50th anniversary of the 1969 landing”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.consistency.days import Days, day_said, days_in, said, years_later
from factcheck.consistency.life import Lives
from factcheck.consistency.numerals import NUMBER, ORDINAL, number_of
from factcheck.consistency.outlines import D, L, Outline, W
from factcheck.consistency.subject import Subject
from factcheck.consistency.timeline import Dated
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
_BEGAN = (
    r"(?:founded|founding|launched|launch|opened|opening|began|begun|beginning|established|started|created|born|built|signed"
    r"|formed|birth|death|inaugurated|released|publication|published|set\sup|completed|landed|married|wed|incorporated|unveiled|adopted"
    r"|consecrated|dedicated|acceded|ascended|printed|fought|premiered|crowned|invented|discovered|since|came\sto\sthe\sthrone|independence|first\s\w+)"
)
_OF = re.compile(rf"\s(?:of|since|from|after)\s(?P<mid>{W}{{0,90}}?)(?P<a>{D})", re.IGNORECASE)
_BEGAN_AFTER = re.compile(
    rf"[^\ue000-\ue1ff.:!?]{{0,60}}?\b{_BEGAN}\s{W}{{0,30}}?(?P<a>{D})", re.IGNORECASE
)
_BEGAN_LATER = re.compile(
    rf";\s(?:it|the\s\w+)\s(?:was\s|had\sbeen\s)?(?:first\s)?{_BEGAN}\s(?:in|on)\s(?P<a>{D})",
    re.IGNORECASE,
)
_BEGAN_ASIDE = re.compile(rf"\s?[,(–—]\s?{W}{{0,50}}?(?P<a>{D})\s?\)", re.IGNORECASE)
_BEGAN_BEFORE = re.compile(rf"\b{_BEGAN}\b{W}{{0,40}}?(?P<a>{D})", re.IGNORECASE)
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
_NOW = re.compile(
    r"\b(?:today|celebrates|marks|is\scelebrating|are\scelebrating|is\smarking|celebrate|this\syear)\b",
    re.IGNORECASE,
)
_SET_OFF = re.compile(r",\s(?:in|on)\s(?:early\s|late\s)?$", re.IGNORECASE)
_IN = re.compile(r"\b(?:in|on|during|with|at)\s(?:early\s|late\s)?$", re.IGNORECASE)
_THING_BEGAN = re.compile(
    rf"\b(?:founded|launched|opened|established|created|built|set\sup|formed|incorporated){W}{{0,40}}?(?P<a>{D})",
    re.IGNORECASE,
)
_ABOUT_IT = re.compile(
    r"\b(?:book|film|exhibition|series|documentary|coin|stamp|article|report|essay|concert|edition|show|special|issue|volume)\s"
    r"(?:\w+\s){0,3}?(?:on|about|for|of|to\smark|marking)\s(?:the\s|its\s|his\s|her\s)?$",
    re.IGNORECASE,
)
_OTHER_DEED = re.compile(
    r"\b(?:appeared|published|released|wrote|died|born|said|told|opened|sold|bought|won|moved|joined|left|wed|founded|built|that|which|who|whose|season|dinner|match|tournament)\b",
    re.IGNORECASE,
)
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
            since = _since(lives, outline, found) if numbers else None
            if since is not None and not (_is_birthday(found) and lives.is_birth(since)):
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


def _since(lives: Lives, outline: Outline, found: re.Match[str]) -> Dated | None:
    """The date that an anniversary counts from."""
    words = outline.words
    if _ABOUT_IT.search(words[: found.start()]):
        return None
    if found["t"]:
        before = _last(_THING_BEGAN, words[: found.start()])
        return _sure(outline.date(before["a"])) if before else None
    of = _OF.match(words, found.end())
    if of and _is_what_began(words, found, of):
        return _sure(outline.date(of["a"]))
    if of or re.match(r"\s(?:of|since|from)\b", words[found.end() :]):
        before = _last(_BEGAN_BEFORE, words[: found.start()])
        return _sure(outline.date(before["a"])) if before and not of else None
    for pattern in (_BEGAN_AFTER, _BEGAN_ASIDE):
        if after := pattern.match(words, found.end()):
            return _sure(outline.date(after["a"]))
    if later := _BEGAN_LATER.search(words, found.end()):
        return _sure(outline.date(later["a"]))
    if before := _last(_BEGAN_BEFORE, words[: found.start()]):
        return _sure(outline.date(before["a"]))
    return _in_sentence_before(lives, outline, found)


def _is_what_began(words: str, found: re.Match[str], of: re.Match[str]) -> bool:
    """Whether the date behind “of” is that of the event: “in 1809” may also be when the anniversary was kept."""
    if _SET_OFF.search(of["mid"]):
        return False
    if not _IN.search(of["mid"]) or re.search(rf"\b{_BEGAN}\b", of["mid"], re.IGNORECASE):
        return True
    others = (
        words[of.end() :].split(";", maxsplit=1)[0]
        + words[: found.start()].rsplit(";", maxsplit=1)[-1]
    )
    return re.search(D, others) is not None or _NOW.search(words[: found.start()]) is not None


def _sure(dated: Dated) -> Dated | None:
    return dated if dated.has_year else None


def _last(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    found = None
    for found in pattern.finditer(words):  # noqa: B007 - the last one is wanted
        pass
    return found


def _in_sentence_before(lives: Lives, outline: Outline, found: re.Match[str]) -> Dated | None:
    """The only date of the sentence before, for “the 30th anniversary” without its own beginning."""
    lead = outline.words[: found.start()].casefold()
    before = lives.sentence_before(outline.position)
    if before is None or not lead.endswith(("the ", "its ")):
        return None
    dates = lives.timeline.inside(before)
    if len(dates) != 1 or not dates[0].has_year:
        return None
    said_before = lives.subject.words(TextPosition(before.start, dates[0].position.start))
    is_began = re.search(rf"\b{_BEGAN}\b[^.;]{{0,40}}$", said_before, re.IGNORECASE)
    return dates[0] if dates[0].days.is_day or is_began else None


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
    if _AHEAD.search(words) or lives.now is None:
        return
    relative = [d for d in lives.dates_in(outline.position) if not d.has_year]
    if len(relative) == 1:
        yield relative[0].days, relative[0], False
    elif _NOW.search(words) and not relative:
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
        on = day_said(kept.kept.last)
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
