"""“For the third month running” and “three years in a row” against a month or a year that went the other way."""

import re
from collections.abc import Iterator

from factcheck.consistency.ordinals.nths import ORDINAL, rank_of
from factcheck.consistency.sameness.events import contraries_of, sorts_of
from factcheck.consistency.sameness.passages import Passage
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow
from factcheck.model.text import TextPosition

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_NUMBERS = {
    word: n
    for n, word in enumerate(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 2
    )
}
_RUN = r"(?:running|in a row|in succession|on the trot)"
_STREAK = re.compile(
    rf"\b(?P<nth>{ORDINAL})(?P<kind> (?:straight|consecutive|successive))? (?P<unit>month|year|quarter)(?P<tail> {_RUN})?\b"
    rf"|\b(?P<n>{'|'.join(_NUMBERS)}|\d{{1,2}})(?P<kinds> (?:straight|consecutive|successive))? (?P<units>month|year|quarter)s(?P<tails> {_RUN})?\b"
)
_PERIOD = re.compile(
    rf"\b(?:in|for|of|to|during|last) (?P<when>{'|'.join(_MONTHS)}|(?:19|20)\d\d)\b(?! \d)(?P<year>,? (?:19|20)\d\d)?"
)
_QUARTER = re.compile(r"\b(?P<q>first|second|third|fourth) quarter\b")
DIRECTIONS = frozenset(["rise", "fall", "win", "lose", "profit"])
_NEAR = 2
_OPPOSITE = re.compile(
    r"\b(?P<deed>f[ae]ll(?:en|ing|s)?|drop(?:s|p\w+)?|declin\w+|decreas\w+|slump\w*|shr[aiu]nk\w*|loss(?:es)?|los[ti]n?g?|defeats?|dip\w*|"
    r"r[io]s(?:e|en|ing|es)|increas\w+|gr[eo]w\w*|climb\w*|jump\w*|profits?|w[io]n(?:ning|s)?|gain\w*)\b"
)


def streaks_against_dates(subject: Subject, passages: list[Passage]) -> Iterator[Finding]:
    """Where a run of months or years is broken by a month or a year inside it, and where it begins as told."""
    for passage in passages:
        for match in passage.matches(_STREAK):
            length = (
                rank_of(match["nth"])
                if match["nth"]
                else _NUMBERS.get(match["n"]) or int(match["n"])
            )
            is_streak = any(match[name] for name in ("kind", "tail", "kinds", "tails"))
            if is_streak and 2 <= length <= 60:
                unit = match["unit"] or match["units"]
                yield from _held(subject, passage, match, length, unit, passages)


def _held(
    subject: Subject,
    passage: Passage,
    match: re.Match[str],
    length: int,
    unit: str,
    passages: list[Passage],
) -> Iterator[Finding]:
    direction = _direction(passage, match.start())
    if direction is None:
        return
    breaks = contrary_in(passage, match.end(), direction) or next(
        (
            found
            for other in passages[passage.number + 1 : passage.number + 1 + _NEAR]
            if (found := contrary_in(other, 0, direction)) is not None
            and passage.stems & other.stems - {unit}
        ),
        None,
    )
    now = _now(passage, match, unit, breaks)
    if breaks is None or now is None:
        return
    where, start, end = breaks
    then = _period(where.lower[start:end], unit)
    if then is None:
        return
    back = (
        now - then
        if unit == "year" or (now > 12 and then > 12)
        else (now - then) % (12 if unit == "month" else 4)
    )
    if unit == "quarter" and then > now:
        back = now - then + 4
    if not 0 <= back <= length:
        return
    yield _finding(subject, passage.at(*match.span()), where.at(start, end), length, back, unit)


def _direction(passage: Passage, before: int) -> str | None:
    """Which way it went, in the words before the run: rise, fall, win or lose."""
    words = [w for w in passage.words if w.start - passage.position.start < before]
    for word in reversed(words):
        if found := sorts_of(word.stem) & DIRECTIONS:
            return min(found)
    return None


def contrary_in(passage: Passage, start: int, direction: str) -> tuple[Passage, int, int] | None:
    """Where a word of the other direction stands right before a month, a quarter or a year."""
    from_here = passage.lower[start:]
    for deed in _OPPOSITE.finditer(from_here):
        word = next(
            (w for w in passage.words if w.start - passage.position.start == start + deed.start()),
            None,
        )
        if word is None or not sorts_of(word.stem) & contraries_of(direction):
            continue
        period = _PERIOD.search(from_here, deed.end(), min(len(from_here), deed.end() + 40))
        quarter = _QUARTER.search(from_here, deed.end(), min(len(from_here), deed.end() + 40))
        found = period or quarter
        if found is not None and not re.search(r"[,;.]", from_here[deed.end() : found.start()]):
            return passage, start + deed.start(), start + found.end()
    return None


def _now(
    passage: Passage, match: re.Match[str], unit: str, breaks: tuple[Passage, int, int] | None
) -> int | None:
    """The month, quarter or year that the run has come to: the one named in its own clause."""
    until = breaks[1] if breaks is not None and breaks[0] is passage else len(passage.lower)
    return _period(passage.lower[:until], unit)


def _period(words: str, unit: str) -> int | None:
    """A year, the number of a month, or the number of a quarter, where the words name just one of them."""
    if unit == "quarter":
        quarters = {rank_of(m["q"]) for m in _QUARTER.finditer(words)}
        return quarters.pop() if len(quarters) == 1 else None
    found = [m["when"] for m in _PERIOD.finditer(words)]
    if unit == "year":
        years = {int(one) for one in found if one.isdigit()}
        return years.pop() if len(years) == 1 else None
    months = {_MONTHS.index(one) + 1 for one in found if not one.isdigit()}
    return months.pop() if len(months) == 1 else None


def _finding(
    subject: Subject, run: TextPosition, broken: TextPosition, length: int, back: int, unit: str
) -> Finding:
    run_words, broken_words = subject.words(run), subject.words(broken)
    fits = back == length
    rows = (
        SumRow(f"{unit}s of the run", str(length), run),
        SumRow(f"{unit}s back to the other way", str(back), broken),
    )
    return subject.finding(
        "ordinal",
        FindingKind.ORDINALS,
        Outcome.CONSISTENT if fits else Outcome.CONFLICT,
        f"“{run_words}” fits “{broken_words}”, just before it began."
        if fits
        else f"“{run_words}” cannot hold with “{broken_words}”, which lies inside the run.",
        (run, broken),
        f"{back} {unit}{'s' if back != 1 else ''} back {'=' if fits else '<'} {length}{'' if fits else ' in a row'}",
        rows,
    )
