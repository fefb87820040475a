"""Who is meant by the words beside a birth or an age, so far as the text alone makes it certain."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from factcheck.consistency.subject import Subject
from factcheck.model.detected import NameKind
from factcheck.model.text import TextPosition

_CAPITALS = r"[A-Z][\w’'.-]*(?:\s(?:(?:de|da|del|der|di|la|le|van|von|al|bin|ibn)\s){0,2}[A-Z][\w’'-]*\.?){0,4}"
_PRONOUN = r"\b(?:[Hh]e|[Ss]he|[Tt]hey|I)\b"
_NOUN = (
    r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Mm]y|[Oo]ur)\s"
    r"(?:(?!(?:of|in|on|at|to|for|from|by|with|as|than|that|and|or|is|was|fell)\s)[\w’'\ue100-\ue1ff-]+\s){0,3}?[a-z][\w’'-]*"
)
APPOSED = re.compile(rf"(?P<who>{_CAPITALS}),\s(?:an?|the|now\san?)\s[^,;]{{1,60}}$")
AFTER = re.compile(rf"(?P<who>{_PRONOUN}|{_NOUN}|{_CAPITALS})")
_ENDINGS = [re.compile(rf"(?P<who>{what})$") for what in (_PRONOUN, _CAPITALS, _NOUN)]
_TITLE = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Sen|Rep|Gov|Gen|Col|Capt|Sgt|Lt|President|Senator|King|Queen"
    r"|Judge|Justice|Rev|Father|Sister|Pope|Prince|Princess|Mayor|Minister|Captain|Officer|Detective|Sheriff|Coach)\.?\s"
)
_FULL_NAME = re.compile(
    rf"(?:{_TITLE.pattern})?(?<![\w.])[A-Z][\w’'-]+\.?\s(?:[A-Z]\.\s)?(?:(?:de|da|del|van|von|bin|al)\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?"
)
_NO_NAME = re.compile(
    r"\b(?:The|January|February|March|April|May|June|July|August|September|October|November|December|Mon|Tues|Wednes|Thurs|Fri"
    r"|Satur|Sun)(?:day)?\b|\b(?:University|College|School|Street|Road|Avenue|Army|Navy|Force|Court|County|City|Council|Company|"
    r"Corporation|Inc|Ltd|Club|United|Party|House|Senate|Bank|Center|Centre|Hospital|Medical|Museum|Church|Parts|Academy|War|"
    r"Institute|Association|Society|Department|Ministry|Committee|Commission|Times|Post|News|Award|Prize|Cup|League|"
    r"Olympic|Olympics|Games|North|South|East|West|New|San|Los|Saint|Fort|Mount|Lake|River)\b"
)
KIN = re.compile(
    r"\b(?:son|daughter|wife|husband|mother|father|brother|sister|child|children|baby|parents?|uncle|aunt|cousin|nephew"
    r"|niece|widow|widower|partner|fianc[ée]e?|girlfriend|boyfriend|friend|colleague|grand\w+|step\w+|siblings?|kids?)s?\b",
    re.IGNORECASE,
)
_PRONOUNS = frozenset({"he", "she", "they", "i"})
_SUFFIX = re.compile(r",?\s(?:Jr|Sr|II|III)\.?$")


@dataclass(frozen=True, slots=True)
class Who:
    """The words that say who is meant: a name, “the singer”, or a pronoun."""

    words: str

    @property
    def is_pronoun(self) -> bool:
        return self.words.casefold() in _PRONOUNS

    @property
    def is_name(self) -> bool:
        return self.words[:1].isupper() and not self.is_pronoun and not self.is_noun

    @property
    def is_noun(self) -> bool:
        first = self.words.split(" ", 1)[0].casefold()
        return (
            first in ("the", "a", "an", "his", "her", "their", "its", "my", "our")
            and " " in self.words
        )

    @property
    def head(self) -> str:
        """The surname, or the noun."""
        bare = _SUFFIX.sub("", self.words).rstrip(".").casefold()
        return re.sub(r"[’']s?$", "", bare).rsplit(" ", 1)[-1]

    @property
    def first_name(self) -> str:
        """What stands before the surname, without a title."""
        bare = _TITLE.sub("", _SUFFIX.sub("", self.words))
        return bare.rsplit(" ", 1)[0].casefold() if " " in bare else ""

    def is_same_full_name(self, other: "Who") -> bool:
        """Whether both have the same first name and surname."""
        return bool(self.first_name) and (self.head, self.first_name) == (
            other.head,
            other.first_name,
        )

    def agrees(self, other: "Who") -> bool:
        """Whether both words can only mean one person, where the text has one of that name."""
        if self.is_name and other.is_name:
            firsts = {self.first_name, other.first_name} - {""}
            return self.head == other.head and len(firsts) < 2
        return self.is_noun and other.is_noun and self.head == other.head


def who_ends(words: str) -> Who | None:
    """Whoever the words end with: a pronoun, a name, or “the singer”."""
    for ending in _ENDINGS:
        if found := ending.search(words):
            return Who(found["who"])
    return None


class People:
    """The names of persons in an article, by place."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject

    @cached_property
    def _names(self) -> list[tuple[int, Who]]:
        subject = self._subject
        if subject.names:
            found = [n.position for n in subject.names if n.kind is NameKind.PERSON]
            return [(p.start, Who(subject.words(p))) for p in found]
        capitals = _FULL_NAME.finditer(subject.text)
        return [(m.start(), Who(m[0])) for m in capitals if not _NO_NAME.search(m[0])]

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self._names]

    @cached_property
    def _firsts(self) -> dict[str, set[str]]:
        firsts: dict[str, set[str]] = {}
        for _, who in self._names:
            firsts.setdefault(who.head, set()).add(who.first_name)
        return firsts

    def named_in(self, place: TextPosition) -> list[Who]:
        """The persons named there."""
        first = bisect_left(self._starts, place.start)
        last = bisect_left(self._starts, place.end)
        return [who for _, who in self._names[first:last]]

    def is_person(self, who: Who) -> bool:
        """Whether nothing tells that a name is a place’s or an organisation’s."""
        return who.head not in self._others

    @cached_property
    def _others(self) -> set[str]:
        kinds = (NameKind.PLACE, NameKind.ORGANISATION)
        found = {self._subject.words(n.position) for n in self._subject.names if n.kind in kinds}
        return {Who(words).head for words in found} - {who.head for _, who in self._names}

    def full_name(self, who: Who) -> str:
        """The longest way the article writes a name of that surname."""
        alike = (known.words for _, known in self._names if known.head == who.head)
        return max(alike, key=len, default=who.words)

    def is_one(self, surname: str) -> bool:
        """Whether the article names no two persons of that surname by different first names."""
        return len(self._firsts.get(surname, set()) - {""}) < 2

    def only_one_within(self, place: TextPosition, *known: Who) -> bool:
        """Whether nobody but those known is spoken of there, by name or as somebody’s kin."""
        heads = {who.head for who in known}
        words = self._subject.words(place)
        kin = {found[0].casefold().rstrip("s") for found in KIN.finditer(words)}
        names = {who.head for who in (*self.named_in(place), *known) if who.is_name}
        return len(names) < 2 and not {k for k in kin if k not in {h.rstrip("s") for h in heads}}
