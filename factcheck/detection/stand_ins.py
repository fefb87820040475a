"""Says whom and when the words of a claim mean that cannot stand alone: “he”, “the company”, “last year”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from spacy.tokens import Doc, Span, Token

from factcheck.detection.blocks import in_speech
from factcheck.detection.marks import CLAIMS
from factcheck.detection.readings import times_of
from factcheck.detection.roles import is_name, is_title
from factcheck.detection.words import words
from factcheck.model.claim import ClaimKind, Slot
from factcheck.model.days import MONTHS

_PERSON = frozenset({"he", "she"})
_MADAM = frozenset({"mrs", "mrs.", "ms", "ms.", "miss", "lady", "queen", "princess", "chairwoman"})
_SIR = frozenset({"mr", "mr.", "sir", "king", "prince", "lord", "chairman"})
_FIRM = frozenset(
    [
        "company",
        "firm",
        "airline",
        "bank",
        "automaker",
        "carmaker",
        "manufacturer",
        "group",
        "charity",
    ]
)
_LEADERS = frozenset({"president", "premier", "chancellor", "king", "queen", "minister"})
_ACTING = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "conj", "appos", "poss"})
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


@dataclass(slots=True)
class Cast:
    """The people and firms that an article has named so far, and those of the block before."""

    people: dict[str, str] = field(default_factory=dict)  # surname → the fullest name
    female: dict[str, bool] = field(default_factory=dict)
    leaders: list[str] = field(default_factory=list)
    firms: set[str] = field(default_factory=set)
    latest: set[str] = field(default_factory=set)

    def readings(self, doc: Doc, spans: list[Span]) -> list[tuple[Slot, ...]]:
        """For every claim of a block the words that stand for others; the names of the block are kept in mind."""
        met = self._meet(doc)
        unknown = set(_strangers(doc, self.people, self.firms))
        found = [
            tuple({s.name.lower(): s for s in self._of_claim(span, met, unknown)}.values())
            for span in spans
        ]
        if met or unknown:
            self.latest = set() if unknown else {surname for _, surname in met}
        return found

    def _meet(self, doc: Doc) -> list[tuple[int, str]]:
        """Learn the people that the block gives a role or an age, and where it names known ones."""
        for span in doc.spans.get(CLAIMS, []):
            if span.label_ in _INTRODUCING and (run := name_in(span)) is not None and len(run) >= 2:
                self._introduce(span, str(run.text))
        for run in names_in(doc):
            if len(run) >= 2 and run[-1].text in words("organisations"):
                self.firms.add(str(run.text))
        return [(t.i, t.text) for t in doc if t.text in self.people and is_name(t)]

    def _introduce(self, span: Span, name: str) -> None:
        surname = name.rsplit(" ", 1)[-1]
        self.people.setdefault(surname, name)
        if len(name) > len(self.people[surname]):
            self.people[surname] = name
        for token in span:
            if token.lower_ in _MADAM | _SIR:
                self.female[surname] = token.lower_ in _MADAM
            if token.lower_ in _LEADERS and surname not in self.leaders:
                self.leaders.append(surname)

    def _of_claim(
        self, span: Span, met: list[tuple[int, str]], unknown: set[int]
    ) -> Iterator[Slot]:
        for token in span:
            if in_speech(token):
                continue
            if token.lower_ in _PERSON:
                surname = self._meant(token, met, unknown)
                if surname and all(t.text != surname for t in span):
                    yield Slot(token.text, self.people[surname])
            elif token.lower_ in _FIRM and (firm := self._firm(token, span)):
                yield Slot(f"{token.nbor(-1).text} {token.text}", firm)
            elif len(self.leaders) == 2 and (phrase := _two_leaders(token)):
                yield Slot(phrase, " and ".join(self.people[name] for name in self.leaders))
        yield from _times_in(span)

    def _meant(self, token: Token, met: list[tuple[int, str]], unknown: set[int]) -> str:
        """The surname of the only person whom the block, or else the block before, can mean; "" if in doubt."""
        before = {surname for i, surname in met if i < token.i}
        if any(i < token.i for i in unknown):
            return ""
        meant = before or ({} if met else self.latest)
        if len(meant) != 1:
            return ""
        (surname,) = meant
        she = token.lower_ == "she"
        if self.female.get(surname, she) != she:
            return ""
        self.female[surname] = she
        return str(surname)

    def _firm(self, token: Token, span: Span) -> str:
        """The only firm that the article has named, for “the company”."""
        if token.i == 0 or token.nbor(-1).lower_ != "the" or len(self.firms) != 1:
            return ""
        (firm,) = self.firms
        return firm if firm not in span.text and not any(token.rights) else ""


_INTRODUCING = frozenset({ClaimKind.ROLE_TITLE.value, ClaimKind.AGE_ANNIVERSARY.value})


def names_in(doc: Doc) -> Iterator[Span]:
    """The runs of capitalised names, without titles."""
    start = None
    for token in (*doc, None):
        part = token is not None and is_name(token) and not is_title(token)
        if part and start is None and token is not None:
            start = token.i
        elif not part and start is not None:
            yield doc[start : token.i if token is not None else len(doc)]
            start = None


def name_in(span: Span) -> Span | None:
    """The name in a role or age: the one set off at its beginning, else the one at its end; None in doubt."""
    runs = [run for run in names_in(span.doc) if span.start <= run.start and run.end <= span.end]
    runs = [
        run
        for run in runs
        if len(run) <= 4
        and not run.text.isupper()
        and not any(t.text in words("organisations") for t in run)
    ]
    first = next((run for run in runs if run.start == span.start), None)
    if first is not None and first.end < span.end and span.doc[first.end].text == ",":
        return first
    return next((run for run in runs if run.end == span.end), None)


def _two_leaders(token: Token) -> str:
    """“the two leaders” where the word ends it; else ""."""
    if token.lower_ != "leaders" or token.i < 2:
        return ""
    phrase = token.doc[token.i - 2 : token.i + 1].text
    return str(phrase) if phrase.lower() == "the two leaders" else ""


def _strangers(doc: Doc, people: dict[str, str], firms: set[str]) -> Iterator[int]:
    """Acting names that nobody introduced: they might be people too."""
    for run in names_in(doc):
        known = any(token.text in people for token in run)
        if not known and run.text not in firms and run.root.dep_ in _ACTING:
            yield run.start


def _times_in(span: Span) -> Iterator[Slot]:
    """The times of the claim that need the article’s date to be read."""
    for time in times_of(span.doc):
        if span.start_char <= time.start and time.end <= span.end_char:
            shown = span.doc.text[time.start : time.end]
            if time.kind == "date" and not _YEAR.search(shown) and (when := spelled(time.value)):
                yield Slot(shown, when)


def spelled(value: str) -> str:
    """A TIMEX3 date in words: “15 June 2022”, “February 2022”, “2021”; "" for what is no definite date."""
    try:
        if re.fullmatch(r"\d{4}", value):
            return value
        if re.fullmatch(r"\d{4}-\d\d", value):
            return f"{MONTHS[int(value[5:]) - 1]} {value[:4]}"
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return _day(date.fromisoformat(value))
        if week := re.fullmatch(r"(\d{4})-W(\d\d)", value):
            first = date.fromisocalendar(int(week[1]), int(week[2]), 1)
            return f"{_day(first)} to {_day(first + timedelta(days=6))}"
    except (ValueError, IndexError):
        return ""
    return ""


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
