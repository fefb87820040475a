"""Makes subjects from text with its facts marked in it, so that a rule is tested without detection.

``[yesterday|2022-06-14]`` is a time with its value, ``{12 men|12|men}`` a quantity with its value and unit and
``<Ida Bruun>`` or ``<Skerrow|place>`` a name with its kind. What can be read off the words may be left out:
``[14 June 2022]``, ``[June 2022]``, ``[1998]``, ``{12 men}``, ``{50 percent}``.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime

from factcheck.consistency.subject import Subject
from factcheck.model.article import Role
from factcheck.model.detected import (
    BlockFacts,
    Name,
    NameKind,
    Quantity,
    Quotation,
    TimeExpression,
)
from factcheck.model.finding import Finding, Outcome
from factcheck.model.text import TextPosition
from tests.makers import make_blocks

Suspect = tuple[str, str | None, str]  # marked text, day of publication, the rule that must fire
Innocent = tuple[str, str | None]

_MARK = re.compile(r"\[(?P<t>[^\[\]]+)\]|\{(?P<q>[^{}]+)\}|<(?P<n>[^<>]+)>")
_ABBREVIATED = r"(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\bNo)(?<!\bDec)(?<!\bFeb)(?<!\bJan)(?<!\bAug)"
_SENTENCE_END = re.compile(rf"{_ABBREVIATED}[.!?…][”’\"')]*\s+(?=[A-Z“‘\"'$£€…\d])")
_DAYS = ("%d %B %Y", "%B %d, %Y", "%B %d %Y", "%d %b. %Y", "%b. %d, %Y")
_DAY_FORMS = (*_DAYS, *(f"%A, {day}" for day in _DAYS), *(f"%A {day}" for day in _DAYS))


def subject(
    marked: str,
    published: str | date | None = None,
    roles: Iterable[Role] = (),
    quotations: Iterable[tuple[str, str]] = (),
) -> Subject:
    """A subject of the text without its marks; one block a line, ``quotations`` as (words, speaker or nothing)."""
    text, times, quantities, names = _taken_apart(marked)
    said = (Quotation(_at(text, words), _at(text, by) if by else None) for words, by in quotations)
    blocks = make_blocks(text, roles)
    whole = TextPosition(0, len(text))
    facts = BlockFacts("draft", whole, times, quantities, tuple(said), names)
    sentences = [s for block in blocks for s in _sentences(text, block.position)]
    day = date.fromisoformat(published) if isinstance(published, str) else published
    return Subject(text, blocks, sentences, [facts], published=day)


def told(
    family: Callable[[Subject], Iterator[Finding]],
    marked: str,
    published: str | date | None = None,
    roles: Iterable[Role] = (),
) -> list[tuple[str, str]]:
    """The rule and outcome of each finding of a family in the marked text, in reading order."""
    found = sorted(family(subject(marked, published, roles)), key=lambda f: f.places)
    return [(finding.rule, finding.outcome.value) for finding in found]


def conflicts(
    family: Callable[[Subject], Iterator[Finding]],
    marked: str,
    published: str | date | None = None,
    roles: Iterable[Role] = (),
) -> list[Finding]:
    """The conflicts alone."""
    found = family(subject(marked, published, roles))
    return [finding for finding in found if finding.outcome is Outcome.CONFLICT]


def plain(marked: str) -> str:
    """The text without its marks, for detection to read by itself."""
    return _taken_apart(marked)[0]


def _taken_apart(
    marked: str,
) -> tuple[str, tuple[TimeExpression, ...], tuple[Quantity, ...], tuple[Name, ...]]:
    text = ""
    done = 0
    times: list[TimeExpression] = []
    quantities: list[Quantity] = []
    names: list[Name] = []
    for mark in _MARK.finditer(marked):
        text += marked[done : mark.start()]
        words, *rest = mark[0][1:-1].split("|")
        place = TextPosition(len(text), len(text) + len(words))
        if mark["t"]:
            times.append(TimeExpression(place, rest[0] if rest else _value(words)))
        elif mark["q"]:
            quantities.append(_quantity(place, words, rest))
        else:
            names.append(Name(place, NameKind(rest[0]) if rest else NameKind.PERSON))
        text += words
        done = mark.end()
    return text + marked[done:], tuple(times), tuple(quantities), tuple(names)


def _value(words: str) -> str:
    """The TIMEX3 value of a year, a month with its year or a full date."""
    if re.fullmatch(r"\d{4}", words):
        return words
    for form in _DAY_FORMS:
        try:
            return datetime.strptime(words, form).date().isoformat()
        except ValueError:
            continue
    return datetime.strptime(words, "%B %Y").strftime("%Y-%m")


def _quantity(place: TextPosition, words: str, rest: list[str]) -> Quantity:
    if rest:
        return Quantity(place, float(rest[0]), rest[1] if len(rest) > 1 else "")
    number, _, unit = words.partition(" ")
    value = float(number.strip("$£€%").replace(",", ""))
    if number.endswith("%"):
        unit = "percent"
    elif number[0] in "$£€":
        unit = {"$": "USD", "£": "GBP", "€": "EUR"}[number[0]]
    return Quantity(place, value, unit)


def _sentences(text: str, block: TextPosition) -> Iterator[TextPosition]:
    start = block.start
    for end in _SENTENCE_END.finditer(text, block.start, block.end):
        yield TextPosition(start, start + len(text[start : end.end()].rstrip()))
        start = end.end()
    yield TextPosition(start, block.end)


def _at(text: str, words: str) -> TextPosition:
    start = text.index(words)
    return TextPosition(start, start + len(words))
