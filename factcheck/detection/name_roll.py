"""What an article as a whole tells about its names: who is named in full, and which words it writes small elsewhere."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Self

from factcheck.detection.words import words
from factcheck.model.detected import NameKind

LOOKED_AT = (
    200_000  # characters of an article that are looked through before its first block is read
)
_SMALL = re.compile(r"(?<![\w’'-])[a-z]{2,}(?![\w’'-])")
_INSIDE = re.compile(r"(?<=[a-z,;] )[A-Z][\w-]{1,30}")
_INITIAL_OR_TITLE = r"(?:[A-Z]|Mrs?|Ms|Dr|Sen|Rep|Gov|Gen|Prof|Lt|Col|Sgt|Capt|Rev|St)\."
_PART = rf"(?:{_INITIAL_OR_TITLE}|[A-Z][\w-]{{1,30}})"
# bounded, so that a text of nothing but capitals costs no more than any other
_SEQUENCE = re.compile(
    rf"(?<!\w){_PART}(?: (?:(?:de|van|von|der|bin|al|el|la|da|du|di) ){{0,3}}{_PART}){{1,9}}"
)
_MOST_WORDS = 5  # of a person’s name with all that belongs to it
_ADDRESS = frozenset({"mr", "mrs", "ms", "miss", "dr", "sen", "rep", "gov", "prof"})

# what ends the name of a law, a programme or a prize that is named after somebody
_WORKS = frozenset(
    """Act Album Award Awards Bill Cup Day Doctrine File Games Hour Law Prize Report Rule Show Tour Trophy
    War""".split()  # noqa: SIM905 - a list of words reads so
)

_SURNAMES = frozenset({"Day", "Law", "Rule", "Hour"})


@dataclass(slots=True)
class Roll:
    """The words an article writes small or capitalised inside sentences, its people by surname, and names met so far."""

    small: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    people: dict[str, str] = field(default_factory=dict)  # surname → the fullest name
    kinds: dict[str, NameKind] = field(default_factory=dict)
    first_names: set[str] = field(default_factory=set)  # of people named in full

    @classmethod
    def of(cls, parts: Iterable[str]) -> Self:
        """Look once through the running text, headlines left out: they write every word large."""
        text, room = [], LOOKED_AT
        for part in parts:
            if room <= 0:
                break
            text.append(part[:room])
            room -= len(part)
        paragraphs = "\n".join(text).split("\n")
        whole = "\n".join(p for p in paragraphs if not writes_large(p.split(" ")))
        roll = cls(frozenset(_SMALL.findall(whole)), frozenset(_INSIDE.findall(whole)))
        for match in _SEQUENCE.finditer(whole):
            roll._look_at(match[0].split(" "), whole[max(0, match.start() - 20) : match.start()])
        return roll

    def learn(self, name: tuple[str, ...], kind: NameKind) -> None:
        """Keep in mind what a name is of; a person’s also by surname."""
        self.kinds.setdefault(" ".join(name), kind)
        if kind is NameKind.PERSON and len(name) >= 2:
            self._introduce(name)

    def _introduce(self, name: tuple[str, ...]) -> None:
        surname = surname_of(name)
        full = " ".join(name)
        if len(full) > len(self.people.get(surname, "")):
            self.people[surname] = full
        if len(name) > 1 and name[0] in words("first-names"):
            self.first_names.add(name[0])

    def _look_at(self, parts: list[str], before: str) -> None:
        """Keep the person in a run of capitalised words: from the title, or else from the first name, on."""
        addressed = [i + 1 for i, part in enumerate(parts) if address(part) in _ADDRESS]
        titled = [i + 1 for i, part in enumerate(parts[:-2]) if is_office(part)]
        if before.endswith(" ") and is_office(before.rsplit(maxsplit=1)[-1]):
            titled.append(0)
        starts = [
            i
            for i, part in enumerate(parts)
            if is_first_name(part) or has_family_first(tuple(parts[i:]))
        ]
        start = max(addressed + titled, default=starts[0] if starts else len(parts))
        name = tuple(parts[start:])
        if (
            not 0 < len(name) <= _MOST_WORDS
            or is_place_or_firm(name)
            or name[-1] in words("no-names")
        ):
            return
        if len(name) >= 2 or addressed:
            self._introduce(name)


def writes_large(line: Sequence[str]) -> bool:
    """Whether the words are a headline that writes all words large, so that a large one need be no name.

    A line that ends like a sentence must be longer and larger to be taken for one.
    """
    longer = [word for word in line if len(word) > 3 and word.isalpha()]
    ended = bool(line) and line[-1][-1:] in (".", "!", "”", '"')
    least, share = (5, 0.8) if ended else (3, 0.7)
    return len(longer) >= least and sum(w[0].isupper() for w in longer) > share * len(longer)


def address(word: str) -> str:
    """The word as it stands in the lists of titles."""
    return word.rstrip(".").lower()


def is_office(text: str) -> bool:
    """Whether the word is an office, profession or rank that can stand right before a name."""
    word = address(text)
    if text.islower() and word in _ALSO_ADJECTIVES:
        return False
    return word in words("titles") or word.rsplit("-", 1)[-1] in words("titles")


_ALSO_ADJECTIVES = frozenset({"major", "private", "general", "principal", "chief", "head"})


def surname_of(name: tuple[str, ...]) -> str:
    """The family name: the last word without Jr. and the like, or the first where families are named first."""
    if has_family_first(name):
        return name[0]
    return name[-2] if is_suffix(name[-1]) and len(name) > 2 else name[-1]


def is_first_name(word: str) -> bool:
    """Whether people are called so: Jean, Jean-Claude."""
    return word in words("first-names") or word.split("-", 1)[0] in words("first-names")


def has_family_first(name: tuple[str, ...]) -> bool:
    """Whether the name is Chinese, Korean or Vietnamese as far as its first word tells: “Xi Jinping”."""
    return (
        len(name) in (2, 3)
        and name[0] in words("family-names")
        and name[-1] not in words("organisation-words")
        and name[-1] not in words("place-words")
    )


def is_suffix(word: str) -> bool:
    """Whether the word follows a surname and is none."""
    return word.rstrip(".") in ("Jr", "Sr", "II", "III", "IV")


def is_work(name: Sequence[str]) -> bool:
    """Whether the last word makes it a law’s, a programme’s or a prize’s name; Doris Day and Jude Law are people."""
    return len(name) > 1 and name[-1] in _WORKS and (len(name) > 2 or name[-1] not in _SURNAMES)


def is_place_or_firm(name: tuple[str, ...]) -> bool:
    """Whether the words as they stand, or the last of them, name a place or an organisation."""
    last = name[-1]
    if is_work(name) or last in words("organisation-words") or last in words("place-words"):
        return True
    whole = " ".join(name)
    known = whole in words("places") or whole in words("known-organisations")
    return known or (
        len(name) > 1 and (last in words("places") and last not in words("first-names"))
    )
