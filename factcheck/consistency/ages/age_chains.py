"""Ages that drift in the text: born in 1913, 45 years in a job till 72, a job taken up after the war."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from factcheck.consistency.ages.births import Birth
from factcheck.consistency.ages.life import Lives
from factcheck.consistency.dates.days import Days, days_in, moved, said, years_later
from factcheck.consistency.dates.lengths import Length
from factcheck.consistency.dates.outlines import D, L, Outline, W
from factcheck.consistency.figures.numerals import NUMBER, number_of
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow
from factcheck.model.text import TextPosition

_AT = r"(?:at\sthe\sage\sof|at\sage|aged|at)\s"
_END = (
    r"(?:retir\w+|left|leaving|stepp\w+\sdown|resign\w+|died|his\sdeath|her\sdeath|quitting|quit)"
)
_HELD = [
    re.compile(
        rf"(?P<l>{L})(?P<mid>[^.;]{{0,60}}?)\b(?:before|until|till|and|when)\s(?:he\s|she\s)?(?:finally\s)?{_END}\s{_AT}(?P<n>{NUMBER})\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\bretir\w+\s{_AT}(?P<n>{NUMBER})\b(?P<mid>,?\s)after\s(?P<l>{L})(?=\s(?:in|with|at|as|on|of)\b)",
        re.IGNORECASE,
    ),
]
_FROM_TO = re.compile(
    rf"\b(?P<deed>\w+)\s(?P<mid>{W}{{0,50}}?){_AT}(?P<a>{NUMBER})\b(?P<more>{W}{{0,80}}?)(?P<l>{L})\s(?:later|afterwards),?\s?(?:\bat\b|\baged\b|(?:(?!who\b)[\w\s]){{0,30}}?{_AT})"
    rf"\s?(?:the\sage\sof\s|age\s)?(?P<b>{NUMBER})(?=\s*(?:[.,;)]|$))",
    re.IGNORECASE,
)
_STARTED = re.compile(
    rf"\b(?:joined|began|started|hired|took|entered|employed){W}{{0,50}}?\b(?:in|on)\s(?P<d>{D})",
    re.IGNORECASE,
)
_WAR = re.compile(
    r"\b[Aa]fter\s(?P<war>the\swar|World\sWar\s(?:II|Two|2)|the\s(?:Second|Great|First|Korean|Vietnam)\s(?:World\s)?War|World\sWar\s(?:I|One|1))\b"
)
_ENDS = {
    "second": date(1945, 5, 8),
    "first": date(1918, 11, 11),
    "korean": date(1953, 7, 27),
    "vietnam": date(1973, 1, 27),
}
_SOLDIERS = {
    "second": (1900, 1928),
    "first": (1870, 1899),
}  # years of birth of those for whom “the war” is that one
_SENTENCES = 4
_SLACK = 400  # days: lengths of time in a life are rounded to years


@dataclass(frozen=True, slots=True)
class _Held:
    """A job held for a length of time until an age."""

    outline: Outline
    length: Length
    age: int
    place: TextPosition

    def began(self, birth: Birth) -> Days:
        """When it must have begun, for one who was born then."""
        years = self.age - int(self.length.number)
        first, last = birth.dated.days.first, birth.dated.days.last
        return Days(years_later(first, years), years_later(last, years + 1)).wider(_SLACK)


def findings(subject: Subject, lives: Lives) -> Iterator[Finding]:
    """Ages and years of work that do not add up."""
    for outline in lives.outlines:
        if not outline.lengths:
            continue
        yield from _from_one_age_to_another(subject, outline)
        for held in _held(outline):
            birth = _birth_before(lives, outline)
            if birth is not None:
                yield from _began(subject, lives, held, birth)


def _from_one_age_to_another(subject: Subject, outline: Outline) -> Iterator[Finding]:
    """“joined at 20 and retired 30 years later at 65”."""
    for found in _FROM_TO.finditer(outline.words):
        length = outline.length(found["l"])
        first, last = number_of(found["a"]), number_of(found["b"])
        if (
            first is None
            or last is None
            or length.unit != "year"
            or length.rounding
            or length.number < 2
        ):
            continue
        years = int(length.number)
        places = [outline.place(*found.span(group)) for group in ("a", "l", "b")]
        apart = abs(first + years - last)
        if apart > max(1, 0.1 * years * (years % 10 == 0)) and last <= 110 and first >= 5:
            yield subject.finding(
                "age-chain",
                FindingKind.AGES,
                Outcome.CONFLICT,
                f"{int(first)} and {years} years make {int(first) + years}; the text says “{int(last)}”.",
                places,
                f"{int(first)} + {years} = {int(first) + years}, not {int(last)}",
                (
                    SumRow("", str(int(first)), places[0]),
                    SumRow("", f"+ {years}", places[1]),
                    SumRow("makes", str(int(first) + years), places[2], is_result=True),
                ),
                "Ask which of the three is right.",
            )


def _held(outline: Outline) -> Iterator[_Held]:
    for pattern in _HELD:
        for found in pattern.finditer(outline.words):
            length, age = outline.length(found["l"]), number_of(found["n"])
            if length.is_in_years and age is not None and length.number < age <= 110:
                yield _Held(outline, length, int(age), outline.place(*found.span("n")))
                return


def _birth_before(lives: Lives, outline: Outline) -> Birth | None:
    """The birth told in the same part of the page, where that speaks of one person only."""
    block = lives.subject.block_at(outline.position.start)
    if block is None:
        return None
    births = [b for b in lives.births if block.position.contains(b.sentence)]
    names = {who.head for who in lives.people.named_in(block.position)}
    return births[0] if len(births) == 1 and len(names) < 2 else None


def _began(subject: Subject, lives: Lives, held: _Held, birth: Birth) -> Iterator[Finding]:
    began = held.began(birth)
    started = _STARTED.search(held.outline.words)
    if started is not None:
        dated = held.outline.date(started["d"])
        if dated.has_year and not dated.days.meets(began):
            yield _told(subject, held, birth, began, dated.position, said(dated.days))
        return
    for place, end in _after_war(lives, held.outline, birth):
        if began.last < end:
            yield _told(subject, held, birth, began, place, f"after {end.year}")
            return


def _after_war(lives: Lives, outline: Outline, birth: Birth) -> Iterator[tuple[TextPosition, date]]:
    """Where one of the sentences before says that this came after a war, and when that ended."""
    for by in range(_SENTENCES):
        sentence = lives.sentence_before(outline.position, by)
        if sentence is None or sentence.start < birth.sentence.start:
            return
        for found in _WAR.finditer(lives.subject.words(sentence)):
            end = _end_of(found["war"], birth.dated.days.first.year)
            if end is not None:
                start = sentence.start + found.start()
                yield TextPosition(start, start + len(found[0])), end


def _end_of(war: str, born: int) -> date | None:
    name = war.casefold()
    if name == "the war":
        return next((_ENDS[w] for w, (a, b) in _SOLDIERS.items() if a <= born <= b), None)
    if "ii" in name or "two" in name or "2" in name:
        return _ENDS["second"]
    return next((end for word, end in _ENDS.items() if word in name), _ENDS["first"])


def _told(
    subject: Subject, held: _Held, birth: Birth, began: Days, place: TextPosition, told: str
) -> Finding:
    years = int(held.length.number)
    middle = moved(began.first, (began.last - began.first).days // 2).year
    about = days_in(middle)
    born = said(birth.dated.days)
    return subject.finding(
        "age-chain",
        FindingKind.AGES,
        Outcome.CONFLICT,
        f"Born {born} and {held.age} at the end of {years} years, the work would have begun about {said(about)};"
        f" the text has it begin {told}.",
        (held.place, held.length.position, birth.dated.position, place),
        f"{birth.dated.days.first.year} + {held.age} − {years} = about {said(about)}, not {told}",
        (
            SumRow("born", born, birth.dated.position),
            SumRow("", f"+ {held.age}", held.place),
            SumRow("", f"− {years} years", held.length.position),
            SumRow("begun about", said(about), is_result=True),
            SumRow("the text says", told, place),
        ),
        "Look up the years.",
    )
