"""One name in two spellings: people by surname and given name, places and organisations by their words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from factcheck.consistency.spellings.acronyms import misfits
from factcheck.consistency.spellings.given_names import are_man_and_woman, is_other_writing
from factcheck.consistency.spellings.identities import Identity, Mention, identities_in, parts_of
from factcheck.consistency.spellings.likeness import (
    folded,
    is_lost_or_swapped,
    keys,
    slips,
    sounds_alike,
)
from factcheck.consistency.spellings.name_words import is_title, listed
from factcheck.consistency.spellings.titled import two_titles
from factcheck.consistency.spellings.titles import before
from factcheck.consistency.spellings.two_people import are_two
from factcheck.consistency.subject import Subject
from factcheck.model.detected import NameKind
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow
from factcheck.model.text import TextPosition

RULE = "name-spelling"
_SHORTEST = 5  # letters of a word in which one slip is not another word
_LONG = 7  # letters from which a single slip leaves no doubt
_VERY_LONG = 10  # letters from which two slips leave none either
_OFTEN = 3  # times that both spellings stand from which neither is a slip of the pen
_MOST_ALIKE = 12  # names that may share a key; more are no slips but a list of names
_ENDINGS = re.compile(r"(?:e?s|[aeiou]s?|y|r|rs|ers?|i?ans?|e?ns?|ens?|ic|is|ish|ese)?")
_BRITISH = {
    frozenset(pair.split("/"))
    for pair in (
        "harbour/harbor",
        "centre/center",
        "defence/defense",
        "organisation/organization",
        "labour/labor",
        "theatre/theater",
        "programme/program",
    )
}
_SAYS = re.compile(
    r"\s(?:said|says|told|adds|wrote|was|is|has|had|will|would|did|went|made|took|came|gave|[a-z]{2,}ed)\b|[’']s\s"
)
_SAID = re.compile(r"\b(?:said|says|told|added|asked|wrote)\s$")
_LARGE_BEFORE = re.compile(r"([A-Z][\w’'.-]*)[\s-]$")
_DOUBLED = re.compile(r"(.)\1")
_COMPASS = re.compile("north|south|east|west")
_LETTERS = re.compile(r"[^\W\d_]+(?:[’'\-][^\W\d_]+)*$")


@dataclass(frozen=True, slots=True)
class _Named:
    """A word of a name that is compared, and who is named so."""

    word: str
    who: Identity

    @property
    def places(self) -> list[Mention]:
        """The mentions that have the word."""
        return [
            m for m in self.who.mentions if self.word in m.spelling.split()
        ] or self.who.mentions


def findings(subject: Subject) -> Iterator[Finding]:
    """Names that are spelled two ways, people who are given two titles, acronyms that do not fit."""
    identities = identities_in(subject)
    small = _Small(subject.text)
    told: set[tuple[TextPosition, ...]] = set()
    for found in (
        *_given_names(subject, identities),
        *_surnames(subject, identities, small),
        *_things(subject, identities, small),
    ):
        if found.places not in told:
            told.add(found.places)
            yield found
    yield from two_titles(subject, identities)
    yield from misfits(subject, identities)


class _Small:
    """Whether the article writes a word small somewhere, looked up only where it is asked."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words: frozenset[str] | None = None

    def has(self, word: str) -> bool:
        if self._words is None:
            self._words = frozenset(re.findall(r"\b[a-z]{3,}\b", self._text))
        return word.lower() in self._words


# Given names


def _given_names(subject: Subject, identities: Sequence[Identity]) -> Iterator[Finding]:
    """Lestine Lewis and Listine Lewis, Steven Hanley and Stephen Hanley."""
    by_surname: dict[str, list[Identity]] = {}
    for identity in identities:
        parts = parts_of(identity.name)
        if len(parts) in (2, 3) and _is_perhaps_person(identity):
            by_surname.setdefault(parts[-1], []).append(identity)
    for namesakes in by_surname.values():
        for one, other in combinations(namesakes[:_MOST_ALIKE], 2):
            if one.kind is other.kind is NameKind.OTHER and len(parts_of(one.name)[0]) <= _SHORTEST:
                continue
            given = [_Named(parts_of(each.name)[0], each) for each in (one, other)]
            outcome = _of_given_names(given[0].word, given[1].word)
            if outcome is not None and not are_two(subject, one, other):
                yield _finding(subject, outcome, *given)


def _is_perhaps_person(identity: Identity) -> bool:
    return identity.kind in (NameKind.PERSON, NameKind.OTHER)


def _of_given_names(one: str, other: str) -> Outcome | None:
    if is_other_writing(one, other):
        return Outcome.CONFLICT
    if not _can_be_slip(one, other) or slips(one, other) > 2:
        return None
    if {one, other} <= listed("first-names"):
        # Jean and Joan are two people, Jonathon and Jonathan are one
        is_one = sounds_alike(one, other) and min(len(one), len(other)) >= _LONG
        is_one = is_one or _is_doubling(one, other)
        return Outcome.CONFLICT if is_one and not are_man_and_woman(one, other) else None
    if sounds_alike(one, other) or slips(one, other) == 1:
        return Outcome.CONFLICT
    return Outcome.ASK


def _is_doubling(one: str, other: str) -> bool:
    """Hilary and Hillary: a doubled letter is all that tells them apart."""
    return _DOUBLED.sub(r"\1", folded(one)) == _DOUBLED.sub(r"\1", folded(other))


# Surnames


def _surnames(subject: Subject, identities: Sequence[Identity], small: _Small) -> Iterator[Finding]:
    """Lydia Buchtmann and Ms Bauchtman, John Peterson and John Petersen."""
    people = [i for i in identities if _may_be_lone(subject, i)]
    named = [_Named(parts_of(identity.name)[-1], identity) for identity in people]
    for one, other in _alike(named):
        outcome = _of_surnames(subject, one, other, small)
        if outcome is not None and not are_two(subject, one.who, other.who):
            yield _finding(subject, outcome, one, other)


def _may_be_lone(subject: Subject, identity: Identity) -> bool:
    """Whether it is a person, or a lone name that nothing tells of but that somebody said something."""
    if identity.kind is NameKind.PERSON:
        return True
    if identity.kind is not NameKind.OTHER or " " in identity.name:
        return False
    if len(identity.name) > _LONG:
        return True
    return any(
        _SAYS.match(subject.text, m.position.end)
        or _SAID.search(subject.text, max(0, m.position.start - 10), m.position.start)
        for m in identity.mentions[:_MOST_ALIKE]
    )


def _of_surnames(subject: Subject, one: _Named, other: _Named, small: _Small) -> Outcome | None:
    a, b = parts_of(one.who.name), parts_of(other.who.name)
    if _is_plural(one.word, other.word):
        return None
    if len(a) > 1 and len(b) > 1:
        if a[0] != b[0] and not is_other_writing(a[0], b[0]):
            return None
        return _of_words(one, other)
    if len(a) == len(b) == 1:
        return _of_two_lone(subject, one, other)
    lone, full = (one, other) if len(a) == 1 else (other, one)
    if full.who.kind is not NameKind.PERSON or _is_part_of_more(subject, lone.who):
        return None
    if _is_first_name(lone.word) or lone.word in listed("known-people"):
        return None
    if _is_titled(subject, lone.who) and not small.has(lone.word):
        return _of_words(lone, full)
    outcome = _of_lone(lone, full, small)
    if outcome is Outcome.CONFLICT and lone.places[0].position < full.places[0].position:
        return Outcome.ASK
    return outcome


def _of_two_lone(subject: Subject, one: _Named, other: _Named) -> Outcome | None:
    """Ms Halvorsen and Ms Halvorson, neither named in full: perhaps neighbours."""
    is_close = (
        sounds_alike(one.word, other.word) and min(len(one.word), len(other.word)) > _SHORTEST
    )
    both = all(_is_titled(subject, each.who) for each in (one, other))
    return Outcome.ASK if is_close and both and slips(one.word, other.word) <= 2 else None


def _is_titled(subject: Subject, identity: Identity) -> bool:
    return any(
        before(subject.text, m.position.start, subject.sentence_at(m.position.start).start)
        for m in identity.mentions[:_MOST_ALIKE]
    )


def _is_part_of_more(subject: Subject, identity: Identity) -> bool:
    """Whether another large word stands before the lone name, so that it is no surname by itself."""
    for mention in identity.mentions[:_MOST_ALIKE]:
        start = mention.position.start
        found = _LARGE_BEFORE.search(subject.text, max(0, start - 20), start)
        if found and not _is_apart(found[1]):
            return True
    return False


def _is_apart(word: str) -> bool:
    """Whether the large word before a name is no part of it: a title, an opener, the end of a sentence."""
    ends = word.endswith(".") and len(word) > _SHORTEST
    return ends or is_title(word) or word in listed("no-names") | listed("days-and-months")


def _is_plural(one: str, other: str) -> bool:
    """“the Hanleys” beside Hanley."""
    short, long = sorted((folded(one), folded(other)), key=len)
    return long in (short + "s", short + "es")


def _is_first_name(word: str) -> bool:
    return word in listed("first-names")


def _of_lone(one: _Named, other: _Named, small: _Small) -> Outcome | None:
    """A surname without a given name can be somebody’s of whom nothing else is said: it must sound the same."""
    if small.has(one.word) or small.has(other.word):
        return None
    lengths = sorted((len(one.word), len(other.word)))
    if sounds_alike(one.word, other.word) and lengths[0] >= _SHORTEST:
        return _of_words(one, other)
    if is_lost_or_swapped(one.word, other.word) and lengths[1] > _LONG:
        return _of_words(one, other)
    return Outcome.ASK if _of_words(one, other) is Outcome.CONFLICT else None


def _of_words(one: _Named, other: _Named) -> Outcome | None:
    """What two words say that may be one, by themselves and by how often each stands."""
    found = slips(one.word, other.word)
    shortest = min(len(one.word), len(other.word))
    if found > 2 or (found == 2 and shortest <= _SHORTEST):
        return None
    if shortest < _SHORTEST and not (" " in one.who.name and sounds_alike(one.word, other.word)):
        return None
    sure = sounds_alike(one.word, other.word) or (found == 1 and shortest >= _LONG)
    sure = sure or (shortest >= _LONG - 1 and is_lost_or_swapped(one.word, other.word))
    sure = sure or (shortest >= _VERY_LONG and not _COMPASS.search(one.word.lower()))
    if not sure and found > 1:
        return None
    rarer = min(len(one.places), len(other.places))
    return Outcome.CONFLICT if sure and rarer < _OFTEN else Outcome.ASK


# Places, organisations and everything else


def _things(subject: Subject, identities: Sequence[Identity], small: _Small) -> Iterator[Finding]:
    """Rubkan camp and Rukban camp, Wikimedia Foundation and Wikimeda Foundation."""
    by_frame: dict[tuple[str, ...], list[_Named]] = {}
    for identity in identities:
        if identity.kind is NameKind.PERSON:
            continue
        words = identity.name.split()
        if len(words) > 6:
            continue
        for i, word in enumerate(words):
            frame = (*words[:i], "…", *words[i + 1 :])
            by_frame.setdefault(frame, []).append(_Named(word, identity))
    for frame, named in by_frame.items():
        for one, other in _alike(named):
            outcome = _of_things(one, other, len(frame), small)
            if outcome is not None and not are_two(subject, one.who, other.who):
                yield _finding(subject, outcome, one, other)


def _of_things(one: _Named, other: _Named, length: int, small: _Small) -> Outcome | None:
    kinds = {one.who.kind, other.who.kind}
    if {NameKind.PLACE, NameKind.ORGANISATION} <= kinds:
        return None
    if _is_known(one) and _is_known(other):
        return None
    if small.has(one.word) or small.has(other.word) or one.word.isupper() or other.word.isupper():
        return None
    if _is_form(one.word, other.word):
        return None
    if frozenset((one.word.lower(), other.word.lower())) in _BRITISH:
        return Outcome.ASK
    found = slips(one.word, other.word)
    if found == 2 and min(len(one.word), len(other.word)) < _LONG + 1:
        return None
    outcome = _of_words(one, other)
    if outcome is Outcome.CONFLICT and one.word[:-1] == other.word[:-1]:
        return Outcome.ASK  # Politico, Politics: the ending makes another word
    if kinds == {NameKind.OTHER} and length == 1:
        is_long = min(len(one.word), len(other.word)) >= _LONG
        return Outcome.ASK if outcome is Outcome.CONFLICT and is_long else None
    return outcome


def _is_known(named: _Named) -> bool:
    known = listed("places") | listed("known-organisations") | listed("first-names")
    return named.word in known or named.who.name in known


def _is_form(one: str, other: str) -> bool:
    """Whether one is the other with another ending: Russia and Russian, Texas and Texan, the Bennetts."""
    a, b = folded(one), folded(other)
    shared = next(
        (i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )
    return shared > 2 and all(_ENDINGS.fullmatch(word[shared:]) for word in (a, b))


# What all share


def _alike(named: Iterable[_Named]) -> Iterator[tuple[_Named, _Named]]:
    """Pairs whose words share all consonants but one, each pair once; of two names spelled the same none."""
    buckets: dict[str, list[_Named]] = {}
    for each in named:
        if _LETTERS.match(each.word) and len(each.word) >= _SHORTEST - 1:
            for key in set(keys(each.word)):
                buckets.setdefault(each.word[0].lower() + key, []).append(each)
    told: set[tuple[int, int]] = set()
    for bucket in buckets.values():
        for one, other in combinations(bucket[:_MOST_ALIKE], 2):
            pair = (id(one.who), id(other.who))
            if pair in told or one.who is other.who or not _can_be_slip(one.word, other.word):
                continue
            told.add(pair)
            yield one, other


def _can_be_slip(one: str, other: str) -> bool:
    """Whether the words differ in more than capitals and accents and begin alike."""
    a, b = folded(one), folded(other)
    return a != b and a[:1] == b[:1] and min(len(a), len(b)) >= _SHORTEST - 1


def _finding(subject: Subject, outcome: Outcome, one: _Named, other: _Named) -> Finding:
    told = sorted((one.places, other.places), key=lambda places: places[0].position)
    first, second = (places[0] for places in told)
    message = f"The text writes “{first.spelling}” and “{second.spelling}”."
    if outcome is Outcome.ASK:
        message = (
            f"“{first.spelling}” and “{second.spelling}” are spelled almost alike: are they one?"
        )
    return subject.finding(
        RULE,
        FindingKind.REPEATS,
        outcome,
        message,
        [first.position, second.position],
        f"“{first.spelling}” ≠ “{second.spelling}”",
        [SumRow("", _times(len(places)), places[0].position) for places in told],
        "Look up how the name is spelled.",
    )


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
