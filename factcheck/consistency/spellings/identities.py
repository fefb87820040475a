"""Who is who: the names of an article put together that mean one person, organisation or place."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from factcheck.consistency.spellings.given_names import is_short_of
from factcheck.consistency.spellings.name_words import is_suffix
from factcheck.consistency.subject import Subject
from factcheck.model.detected import NameKind
from factcheck.model.text import TextPosition

_IN_BRACKETS = re.compile(r"\s{0,2}[(\[]\s?(?:the )?[“\"']?([A-Z][A-Za-z&.]{1,9})[”\"']?\s?[)\]]")
_FIRM_ENDS = frozenset(
    """inc corp corporation company co ltd limited plc llc llp motor motors computer group holdings
    airlines airways industries international ag sa nv gmbh foundation""".split()  # noqa: SIM905 - a list of words reads so
)
_ONE_PLACE = {
    "us": "united states",
    "usa": "united states",
    "united states of america": "united states",
    "uk": "united kingdom",
    "britain": "united kingdom",
    "great britain": "united kingdom",
    "eu": "european union",
    "un": "united nations",
    "uae": "united arab emirates",
    "nyc": "new york city",
    "dc": "washington dc",
    "fed": "federal reserve",
}
_MOST_BEARERS = 50  # of one name, above which it stands for nobody by itself
_SMALL = frozenset({"of", "and", "the", "for", "in", "on", "&", "de", "la", "du", "des"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands, in one form of writing."""

    spelling: str
    position: TextPosition
    kind: NameKind


@dataclass(slots=True, eq=False)
class Identity:
    """One person, organisation or place with every mention of it in text order."""

    kind: NameKind
    mentions: list[Mention] = field(default_factory=list)
    aliases: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        """The fullest spelling; of equals the more frequent, then the earlier."""
        counts = Counter(mention.spelling for mention in self.mentions)
        return max(counts, key=lambda s: (len(s.split()), counts[s]))

    @property
    def spellings(self) -> list[str]:
        """Every spelling, in the order of first mention."""
        return list(dict.fromkeys(mention.spelling for mention in self.mentions))


def identities_in(subject: Subject) -> list[Identity]:
    """Everybody and everything named, in the order of first mention."""
    mentions = _mentions(subject)
    people = _people([m for m in mentions if m.kind is NameKind.PERSON])
    others = _things(subject, [m for m in mentions if m.kind is not NameKind.PERSON])
    for identity in (*people, *others):
        identity.mentions.sort(key=lambda mention: mention.position)
    return sorted((*people, *others), key=lambda identity: identity.mentions[0].position)


def parts_of(spelling: str) -> list[str]:
    """The words of a person’s name without Jr. and the like."""
    parts = spelling.split()
    return parts[:-1] if len(parts) > 1 and is_suffix(parts[-1]) else parts


def _mentions(subject: Subject) -> list[Mention]:
    """The names with one kind each: what is told somewhere what it is of, is of that everywhere."""
    named = [(" ".join(subject.words(name.position).split()), name) for name in subject.names]
    votes: dict[str, Counter[NameKind]] = {}
    for spelling, name in named:
        if name.kind is not NameKind.OTHER:
            votes.setdefault(spelling, Counter())[name.kind] += 1
    return [
        Mention(spelling, name.position, _settled(name.kind, votes.get(spelling)))
        for spelling, name in named
        if spelling
    ]


def _settled(kind: NameKind, votes: Counter[NameKind] | None) -> NameKind:
    if votes is None or kind is not NameKind.OTHER:
        return kind
    return votes.most_common(1)[0][0]


# People


def _people(mentions: Sequence[Mention]) -> list[Identity]:
    """Full names first, the longest before the others; then the lone names that stand for them."""
    cast = _Cast()
    spellings = sorted(
        {m.spelling for m in mentions}, key=lambda s: (-len(parts_of(s)), -len(s), s)
    )
    for spelling in spellings:
        cast.introduce(spelling)
    lone = []
    for mention in mentions:
        identity = cast.full.get(mention.spelling)
        if identity is None:
            lone.append(mention)
        else:
            identity.mentions.append(mention)
    starts = {id(one): [m.position.start for m in one.mentions] for one in cast.found}
    for mention in lone:
        cast.seat(mention, starts)
    return cast.found


@dataclass(slots=True)
class _Cast:
    """The people found so far, by full name, surname and any part of their names."""

    found: list[Identity] = field(default_factory=list)
    full: dict[str, Identity] = field(default_factory=dict)
    by_surname: dict[str, list[Identity]] = field(default_factory=dict)
    by_part: dict[str, list[Identity]] = field(default_factory=dict)
    strangers: dict[str, Identity] = field(default_factory=dict)

    def introduce(self, spelling: str) -> None:
        """Take up a full name, with the person it is of."""
        parts = parts_of(spelling)
        if len(parts) < 2:
            return
        identity = _same_person(spelling, self.by_surname.get(parts[-1], ()))
        if identity is None:
            identity = Identity(NameKind.PERSON)
            self.found.append(identity)
            self.by_surname.setdefault(parts[-1], []).append(identity)
        for part in parts:
            bearers = self.by_part.setdefault(part, [])
            if len(bearers) < _MOST_BEARERS and identity not in bearers:
                bearers.append(identity)
        identity.aliases.add(spelling)
        self.full[spelling] = identity

    def seat(self, mention: Mention, starts: dict[int, list[int]]) -> None:
        """Give a lone name to the person it stands for; a stranger is somebody new."""
        part = parts_of(mention.spelling)[0]
        meant = self.by_surname.get(part) or self.by_part.get(part, [])
        if 0 < len(meant) < _MOST_BEARERS:
            _latest(meant, starts, mention).mentions.append(mention)
            return
        stranger = self.strangers.get(part)
        if stranger is None:
            stranger = self.strangers[part] = Identity(NameKind.PERSON)
            self.found.append(stranger)
        stranger.mentions.append(mention)


def _latest(meant: Sequence[Identity], full: dict[int, list[int]], mention: Mention) -> Identity:
    """Of several people of that name the one named in full last before."""

    def last(identity: Identity) -> int:
        starts = full[id(identity)]
        before = bisect_left(starts, mention.position.start)
        return starts[before - 1] if before else -starts[0] - 1

    return meant[0] if len(meant) == 1 else max(meant, key=last)


def _same_person(spelling: str, known: Iterable[Identity]) -> Identity | None:
    """Who of those with the surname it is; a junior is somebody else."""
    parts = parts_of(spelling)
    suffix = spelling.split()[len(parts) :]
    for identity in islice(known, _MOST_BEARERS):
        for other in identity.aliases:
            theirs = parts_of(other)
            if other.split()[len(theirs) :] == suffix and is_same_person(parts, theirs):
                return identity
    return None


def is_same_person(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two full names with one surname can be one person’s: given names equal, short, left out or initials."""
    a, b = list(one[:-1]), list(other[:-1])
    if not set(a) - set(b) or not set(b) - set(a):
        return True
    return is_short_of(a[0], b[0]) and all(
        is_short_of(x, y) for x, y in zip(a[1:], b[1:], strict=False)
    )


# Organisations and places


def _things(subject: Subject, mentions: Sequence[Mention]) -> list[Identity]:
    by_key: dict[tuple[str, bool], Identity] = {}
    for mention in mentions:
        key = (key_of(mention.spelling), mention.kind is NameKind.PLACE)
        identity = by_key.get(key) or by_key.setdefault(key, Identity(mention.kind))
        identity.mentions.append(mention)
        if identity.kind is NameKind.OTHER:
            identity.kind = mention.kind
    found = list(by_key.values())
    return _with_acronyms(subject, _with_short_forms(found))


def key_of(spelling: str) -> str:
    """What the writings of one name have in common: no “the”, no full stops, no Inc."""
    words = spelling.replace(".", "").replace("’", "'").lower().split()
    if words and words[0] == "the":
        words = words[1:]
    while len(words) > 1 and words[-1].strip(",") in (
        "inc",
        "corp",
        "co",
        "ltd",
        "plc",
        "llc",
        "llp",
    ):
        words = words[:-1]
    whole = " ".join(word.rstrip(",") for word in words)
    return _ONE_PLACE.get(whole, whole)


def _with_short_forms(found: list[Identity]) -> list[Identity]:
    """“Ford” put to “Ford Motor Company”, and “Lockheed” to the “Lockheed Martin” named before, if nobody else begins so."""
    long: dict[str, list[Identity]] = {}
    for identity in found:
        words = key_of(identity.name).split()
        if len(words) > 1 and identity.kind is NameKind.ORGANISATION:
            long.setdefault(words[0], []).append(identity)
    kept = []
    for identity in found:
        full = long.get(key_of(identity.name), []) if identity.kind is not NameKind.PLACE else []
        if len(full) == 1 and _is_short(identity, full[0]):
            full[0].mentions += identity.mentions
        else:
            kept.append(identity)
    return kept


def _is_short(short: Identity, full: Identity) -> bool:
    rest = key_of(full.name).split()[1:]
    first, before = short.mentions[0].position, full.mentions[0].position
    return all(word in _FIRM_ENDS for word in rest) or (len(rest) == 1 and before < first)


def _with_acronyms(subject: Subject, found: list[Identity]) -> list[Identity]:
    """Acronyms put to the names that they stand for: by the brackets that introduce them, else by their letters."""
    by_initials: dict[str, list[Identity]] = {}
    introduced: dict[str, Identity] = {}
    for identity in found:
        for letters in initials_of(identity.name):
            by_initials.setdefault(letters, []).append(identity)
        for mention in identity.mentions:
            bracket = bracketed(subject.text, mention.position.end)
            if bracket is not None and " " in mention.spelling:
                introduced.setdefault(bracket[1], identity)
    kept = []
    for identity in found:
        letters = identity.name.replace(".", "")
        meant = introduced.get(letters) if letters.isupper() else None
        if meant is None and letters.isupper() and (len(letters) > 2 or _is_firm(identity)):
            fitting = by_initials.get(letters, [])
            meant = fitting[0] if len(fitting) == 1 else None
        if meant is None or meant is identity:
            kept.append(identity)
            continue
        meant.mentions += identity.mentions
        if meant.kind is NameKind.OTHER:
            meant.kind = identity.kind
    return kept


def _is_firm(identity: Identity) -> bool:
    return identity.kind is NameKind.ORGANISATION


def bracketed(text: str, end: int) -> tuple[TextPosition, str] | None:
    """The acronym in the brackets that open right behind ``end``, without its full stops."""
    found = _IN_BRACKETS.match(text, end)
    if found is None:
        return None
    return TextPosition(*found.span(1)), found[1].replace(".", "")


def initials_of(name: str) -> set[str]:
    """The acronyms that the words of a name make, with and without the small ones."""
    words = [word for word in re.split(r"[\s-]+", name) if word[:1].isalpha() or word == "&"]
    if len(words) < 2:
        return set()
    large = "".join(word[0].upper() for word in words if word.lower() not in _SMALL)
    every = "".join(word[0].upper() for word in words)
    return {large, every} if len(large) > 1 else {every}
