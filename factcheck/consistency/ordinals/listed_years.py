"""An nth or an n-time winner against the years that the article lists: “second title, after 2012, 2014 and 2016”."""

import re
from collections.abc import Iterator

from factcheck.consistency.ordinals.nths import Nth
from factcheck.consistency.sameness.passages import Passage
from factcheck.consistency.sameness.wording import stem
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow
from factcheck.model.text import TextPosition

_YEAR = r"(?:1[89]|20)\d\d"
_LIST = (
    rf"(?P<list>{_YEAR}(?:(?:,| and|, and|,? then) {_YEAR})*)(?![-–—/]\d)(?! (?:to|until|and \d))"
)
_WON = r"(?:wins?|victor(?:y|ies)|titles?|triumphs?|success(?:es)?|crowns?|golds?|medals?|trophies|those|ones|the one|{noun})"
_AFTER = (
    r"\s*(?:,|—|–|-)?\s*(?:after|following|adding to|to add to|to go with|coming after|on top of|having (?:also )?won(?: it| here| there)?|"
    r"after winning(?: it| here| there)?)(?: (?:her|his|its|their|the|earlier|previous|two|three|four|five)){0,3}"
    rf"(?: {_WON})?(?: (?:in|of|from))? "
)
_ALSO = (
    r"\b(?:(?:also|previously|already) (?:won|took|claimed|lifted)(?: it| the title| here| there| {won})?|(?:previous|earlier|other|past) {won}"
    r"(?: (?:came|were|was|had come))?(?: all)?) (?:in )?"
)
_TIMES = re.compile(
    r"\b(?P<n>two|three|four|five|six|seven|eight|nine|ten|\d{1,2})-times? (?P<what>(?:[a-z’'-]+ ){0,3}?(?:champions?|winners?|medall?ists?|holders?))"
)
_WON_IN = re.compile(
    rf"\b(?:won|winning|champions?|title|triumph\w*|victor\w+)[^.;]{{0,25}}? in {_LIST}"
)
_PAREN_LIST = re.compile(rf"\s*\(\s*{_LIST}\s*\)")
_NUMBERS = dict(
    zip(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
        range(2, 11),
        strict=True,
    )
)
_DONE_IN = re.compile(rf"\b(?P<verb>[a-z]{{3,}}) in {_LIST}")
_PRIZES = frozenset(  # stems
    ["titl", "win", "victory", "triumph", "crown", "gold", "medal", "trophy", "cup"]
)
_NEAR = 2


def nths_against_years(
    subject: Subject, passages: list[Passage], nths: list[Nth]
) -> Iterator[Finding]:
    """Where the years listed are more than an nth leaves room for, and where they fit it."""
    for nth in nths:
        if (found := _listed(nth, passages)) is not None:
            position, years = found
            yield from _counted(subject, nth, position, years)
        if nth.words.endswith("time"):
            yield from _times_listed(subject, nth, passages)
    for passage in passages:
        if "-time " not in passage.lower:
            continue
        yield from _times(subject, passage, passages)


def _listed(nth: Nth, passages: list[Passage]) -> tuple[TextPosition, int] | None:
    """The years of the earlier ones, behind the nth or in the next passages; where they stand and how many."""
    noun = re.escape(nth.words.split()[-1].casefold()) + "s?"
    passage, start = nth.passage, nth.position.end - nth.passage.position.start
    won = _WON.replace("{noun}", noun)
    after = re.compile(rf"[^.;!?()]{{0,40}}?(?:{_AFTER.replace('{noun}', noun)}){_LIST}")
    if match := after.match(passage.lower, start):
        return passage.at(*match.span("list")), _count(match["list"])
    if not _is_won(nth):
        return None
    also = re.compile(_ALSO.replace("{won}", won) + _LIST)
    for other in passages[passage.number : passage.number + _NEAR + 1]:
        begin = start if other is passage else 0
        if match := also.search(other.lower, begin):
            return other.at(*match.span("list")), _count(match["list"])
    return None


def _times_listed(subject: Subject, nth: Nth, passages: list[Passage]) -> Iterator[Finding]:
    """“The second time the race has been cancelled”, and elsewhere “cancelled in 1940, 1944 and 2001”."""
    for other in passages[max(0, nth.passage.number - _NEAR) : nth.passage.number + _NEAR + 1]:
        for match in other.matches(_DONE_IN):
            years = _count(match["list"])
            if other is nth.passage or stem(match["verb"]) != nth.head or years <= max(1, nth.rank):
                continue
            listed = other.at(*match.span("list"))
            yield subject.finding(
                "ordinal",
                FindingKind.ORDINALS,
                Outcome.CONFLICT,
                f"The text says “{nth.words}” and lists {years} years.",
                (nth.position, listed),
                f"{years} ≠ {nth.rank}",
                (
                    SumRow("", str(nth.rank), nth.position),
                    SumRow("years listed", str(years), listed),
                ),
                "Count the years again.",
            )
            return


def _is_won(nth: Nth) -> bool:
    return nth.head in _PRIZES


def _count(years: str) -> int:
    return len(set(re.findall(_YEAR, years)))


def _counted(subject: Subject, nth: Nth, position: TextPosition, years: int) -> Iterator[Finding]:
    rows = (
        SumRow("listed before this one", str(years), position),
        SumRow("this one", "1"),
        SumRow("so this is at least number", str(years + 1), is_result=True),
    )
    places = (nth.position, position)
    if years + 1 > nth.rank:
        yield subject.finding(
            "ordinal",
            FindingKind.ORDINALS,
            Outcome.CONFLICT,
            f"The text says “{nth.words}” and lists {years} before it; with this one that is at least {years + 1}.",
            places,
            f"{years} + 1 = {years + 1}, not {nth.rank}",
            rows,
            "Count the years again.",
        )
    elif years + 1 == nth.rank:
        yield subject.finding(
            "ordinal",
            FindingKind.ORDINALS,
            Outcome.CONSISTENT,
            f"“{nth.words}” fits the years that are listed before it.",
            places,
            f"{years} + 1 = {nth.rank}",
            rows,
        )


def _times(subject: Subject, passage: Passage, passages: list[Passage]) -> Iterator[Finding]:
    """A three-time champion and the years of the titles."""
    for match in passage.matches(_TIMES):
        number = _NUMBERS.get(match["n"]) or int(match["n"])
        place = passage.at(*match.span())
        found = _PAREN_LIST.match(passage.lower, match.end())
        where = passage
        if found is None:
            for where in passages[passage.number : passage.number + 2]:
                begin = match.end() if where is passage else 0
                if (found := _WON_IN.search(where.lower, begin)) is not None:
                    break
        if found is None or (years := _count(found["list"])) < 2 or years < number:
            continue
        listed = where.at(*found.span("list"))
        outcome = Outcome.CONSISTENT if years == number else Outcome.CONFLICT
        sign = "=" if years == number else "≠"
        yield subject.finding(
            "ordinal",
            FindingKind.ORDINALS,
            outcome,
            f"The text says “{subject.words(place)}” and lists {years} years.",
            (place, listed),
            f"{years} {sign} {number}",
            (SumRow("", str(number), place), SumRow("years listed", str(years), listed)),
        )
