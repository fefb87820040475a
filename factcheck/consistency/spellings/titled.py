"""One person under two offices of which nobody holds both: a question, since people change office."""

import re
from collections.abc import Iterator, Sequence

from factcheck.consistency.spellings.identities import Identity, Mention, parts_of
from factcheck.consistency.spellings.titles import before
from factcheck.consistency.subject import Subject
from factcheck.model.detected import NameKind
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow
from factcheck.model.text import TextPosition

RULE = "name-title"
_EXCLUSIVE = frozenset(
    ["president", "prime minister", "chancellor", "king", "queen", "governor", "mayor", "senator"]
)
_QUALIFIED = re.compile(
    r"\b(?:vice|deputy|former|then|ex|elect|candidate|nominee|hopeful|acting|incoming|outgoing|assistant|"
    r"lieutenant|one-time|onetime|late|retired|designate|would-be|board|company|bank|club|council|union|"
    r"university|college|co|future|state|senate|association|foundation|group|commission|executive)\b",
    re.IGNORECASE,
)


def two_titles(subject: Subject, identities: Sequence[Identity]) -> Iterator[Finding]:
    """Each person whom the text gives two such titles, once."""
    shared = _shared_surnames(identities)
    for identity in identities:
        if identity.kind is not NameKind.PERSON:
            continue
        told: dict[str, TextPosition] = {}
        for mention in identity.mentions:
            if len(parts_of(mention.spelling)) == 1 and mention.spelling in shared:
                continue
            title = _title(subject, mention)
            if title is not None:
                told.setdefault(_office(subject.words(title)), title)
        told.pop("", None)
        if len(told) > 1:
            yield _finding(subject, identity, *list(told.values())[:2])


def _shared_surnames(identities: Sequence[Identity]) -> set[str]:
    """Surnames that more than one person of the article has."""
    seen: set[str] = set()
    shared: set[str] = set()
    for identity in identities:
        if identity.kind is NameKind.PERSON:
            for part in set(parts_of(identity.name)):
                (shared if part in seen else seen).add(part)
    return shared


def _title(subject: Subject, mention: Mention) -> TextPosition | None:
    start = mention.position.start
    return before(subject.text, start, subject.sentence_at(start).start)


def _office(words: str) -> str:
    """The office, where nothing beside it says that it is another one or no longer held."""
    if _QUALIFIED.search(words):
        return ""
    lower = words.lower()
    if lower.endswith("prime minister") or lower.endswith("premier"):
        return "prime minister"
    last = lower.rsplit(maxsplit=1)[-1]
    return last if last in _EXCLUSIVE else ""


def _finding(
    subject: Subject, identity: Identity, one: TextPosition, other: TextPosition
) -> Finding:
    first, second = subject.words(one), subject.words(other)
    return subject.finding(
        RULE,
        FindingKind.REPEATS,
        Outcome.ASK,
        f"{identity.name} is “{first}” here and “{second}” there.",
        [one, other],
        f"“{first}” ≠ “{second}”",
        [SumRow("", "", one), SumRow("", "", other)],
        "Ask which title holds, or when each did.",
    )
