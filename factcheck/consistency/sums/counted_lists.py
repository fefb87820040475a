"""Counted lists: “four priorities” against the three that are named."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.consistency.figures.amounts import Amount, inside
from factcheck.consistency.figures.phrases import TIME, F, Phrase
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow

RULE = "count-list"
_MOST = 12
_W = rf"(?:[\s-](?:[A-Za-z][\w’'-]*|{TIME}))"
_LINKED = re.compile(
    rf"(?P<n>{F})(?P<what>{_W}{{1,8}}?)(?P<link>\s*:\s*|\s+[–—]\s+|\s*--\s*)(?P<list>[^.;:()–—!?]+)(?P<end>[.;)–—]|--|$)",
    re.I,
)
_NOUNS = (
    r"priorities|reasons|goals|aims|things|factors|candidates|finalists|nominees|winners|questions|issues|themes|principles"
    r"|pillars|points|steps|options|categories|members|countries|nations|cities|towns|states|children|sons|daughters|brothers"
    r"|sisters|siblings|languages|conditions|demands|targets|areas|subjects|topics|colours|colors|parties|companies|pillars"
    r"|ingredients|stages|parts|elements|groups|teams|schools|islands|continents|days|sports|suspects|victims|defendants|authors"
    r"|judges|speakers|partners|rivals|challenges|ways|problems|proposals|amendments|crimes|charges|counties|provinces|leaders"
)
_WOULD_BE = re.compile(
    rf"(?P<n>{F})(?P<what>{_W}{{0,3}}?[\s-](?:{_NOUNS})\b{_W}{{0,7}}?)\s+(?P<link>would be|will be|are|were)\s+(?P<list>[^.;:()–—!?]+)(?P<end>[.;]|$)",
    re.I,
)
_KIN = re.compile(
    rf"\b(?:has|have|had|with|left|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Mm]y|[Oo]ur)\s+(?P<n>{F})\s(?P<what>(?:[\w-]+\s){{0,2}}?(?:sons|daughters|children|brothers|sisters|siblings|grandchildren"
    rf"|finalists|candidates|leaders|countries|parties|winners|authors|suspects|defendants|nominees))(?P<link>,)\s+"
    r"(?P<list>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?(?:,\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)*,?\sand\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)(?P<end>[.;,]|$)"
)
_OPEN = re.compile(
    r"\b(?:includ\w+|among|such as|for example|e\.g|like|etc|others?|another|more|and so on|or|respectively|at least|first|second"
    r"|third|who|whom|which|whose|where|when|that|because|if|while|as|than|both|either|not|but|then|is|are|was|were|has|have|had"
    r"|said|says|will|would|could|may|might|can|did|does|do|one|two|the latter|namely one)\b|[“”\"]",
    re.I,
)
_ENDS = re.compile(r"(?:,\s*|\s)and\s+[^,]+$")
_ABBREVIATED = re.compile(
    r"\b(?:Govs?|Sens?|Reps?|Mr|Mrs|Ms|Drs?|St|Gens?|Profs?|Jr|Sr|Inc|Corp|Co|Ltd|vs|No|Lt|Col|Capt|[A-Z])$"
)  # a full stop behind these ends no sentence
_APPOSITION = re.compile(r"^(?:an?|the|his|her|its|their)\s|^(?:[a-z]+\s)*of\b")
_NOT_PLURAL = re.compile(
    r"\b(?:percent|times|years?|months?|weeks?|days?|hours?|minutes?|points?|way|to|million|billion)\b|[$€£%]",
    re.I,
)
_PLURAL = re.compile(r"(?:[a-z]{2,}s|people|men|women|children|criteria|phenomena)\b", re.I)
_IN_A_ROW = re.compile(rf"{F}[\s,]*(?:and|or|to|-|–)?\s*$")
_COMPOUND = re.compile(
    r"\b(?:research and development|health and safety|law and order|food and drink|arts? and culture|trade and industry|oil and gas"
    r"|Trinidad and Tobago|Bosnia and Herzegovina|Antigua and Barbuda|supply and demand|profit and loss|peace and security"
    r"|bed and breakfast|food and \w+|health and \w+|science and \w+|arts and \w+|\w+ and (?:Co|Sons|Partners))\b"
)
_PLACES = re.compile(
    r"\b(?:cities|towns|villages|places|locations|sites|airports|communities|offices|stores|schools)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Listed:
    """How many items a list has: as it is written, and at least and at most by any way to read its commas."""

    items: tuple[str, ...]
    least: int
    most: int


def counted_lists(subject: Subject, phrase: Phrase) -> Iterator[Finding]:
    """Lists whose number of items the sentence tells."""
    for pattern in (_LINKED, _WOULD_BE, _KIN):
        for match in pattern.finditer(phrase.words):
            count = phrase.amount(match["n"])
            listed = _listed(match)
            alone = not _IN_A_ROW.search(phrase.words, 0, match.start("n"))
            if listed is not None and alone and _counts(count, match):
                yield from _held(subject, phrase, match, count, listed)


def _counts(count: Amount, match: re.Match[str]) -> bool:
    """Whether the figure is a small whole number of things that the words behind it name."""
    if count.unit or not count.is_plain or count.value != int(count.value):
        return False
    if not 2 <= count.value <= _MOST or _NOT_PLURAL.search(match["what"]):
        return False
    return _PLURAL.search(match["what"]) is not None and not re.search(
        r"\b(?:more|other|of|per|each|least|first|last)\b", match["what"], re.I
    )


def _listed(match: re.Match[str]) -> _Listed | None:
    """The items of a list; None where it may be none, or may not be complete."""
    words = match["list"].strip().rstrip(",")
    if _OPEN.search(words) or re.search(rf"[{F[1:-1]}{TIME}\d]", words) or not _ENDS.search(words):
        return None
    if _ABBREVIATED.search(words):
        return None
    items = _items(words)
    if not 2 <= len(items) <= 2 * _MOST or any(len(item.split()) > 6 for item in items):
        return None
    appositions = sum(_APPOSITION.match(item) is not None for item in items[1:])
    articles = all(_APPOSITION.match(item) for item in items)
    least = len(items) - 1 if len(items) > 2 and _COMPOUND.search(words) else len(items)
    if not articles:
        least = min(least, len(items) - appositions)
    if _PLACES.search(match["what"]) and len(items) > 3:
        least = min(least, (len(items) + 1) // 2)  # “Austin, Texas, and Reno, Nevada”
    inner = sum(item.count(" and ") for item in items)
    return _Listed(items, least, len(items) + inner)


def _items(words: str) -> tuple[str, ...]:
    """What the commas and the last “and” set apart; an “and” inside an item may do so too."""
    *items, last = (item.strip() for item in words.split(","))
    ends = [last[4:]] if last.startswith("and ") else last.rsplit(" and ", 1)
    return tuple(item.strip() for item in (*items, *ends) if item.strip())


def _held(
    subject: Subject, phrase: Phrase, match: re.Match[str], count: Amount, listed: _Listed
) -> Iterator[Finding]:
    number, told = int(count.value), len(listed.items)
    if number == told:
        outcome = Outcome.CONSISTENT
    elif listed.least <= number <= listed.most:
        return
    else:
        outcome = Outcome.CONFLICT
    start = match.start("list")
    place = phrase.place(start, start + len(match["list"].rstrip()))
    named = subject.words(phrase.place(match.start("n"), match.end("what")))
    fits = outcome is Outcome.CONSISTENT
    message = f"The text says {inside(named)}"
    message += f" and names {told}." if fits else f"; it names {told}."
    rows = [SumRow(item, str(i)) for i, item in enumerate(listed.items, 1)]
    rows += [
        SumRow("named", str(told), place, is_result=True),
        SumRow("the text says", count.said, count.position),
    ]
    yield subject.finding(
        RULE,
        FindingKind.SUMS,
        outcome,
        message,
        (count.position, place),
        f"{told} named" if fits else f"{told} named, not {number}",
        rows,
        "" if fits else "Ask which is missing or one too many.",
    )
