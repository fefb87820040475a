"""Words of a text with their stems, so that “visited”, “visits” and “a visit” can be told to be one."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.model.text import TextPosition
from factcheck.resource_files import resource

_WORD = re.compile(r"\d+(?:[.,:]\d+)*[^\W\d_]*|[^\W\d_]+(?:[’'][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"[’'](?:s|S)?$")
_DOUBLED = re.compile(r"([bdfgklmnprtvz])\1$")
_NOUNS = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "person",
    "wives": "wife",
    "lives": "life",
    "feet": "foot",
    "teeth": "tooth",
    "halves": "half",
    "knives": "knife",
    "lorries": "lorry",
    "defence": "defens",
}
_EMPTY = frozenset(
    """a an the this that these those and or but nor so as at by for from in into of off on onto out over
    to up with within without after before between during through under about against among around since than
    then there here it its he his him she her hers they their them theirs we our us i my you your who whom whose
    which what when where how why if is was were be been being are am has had have having do did done does will
    would shall should can could may might must not no n't also too very just only still yet again more most much
    many some any all both each every other another such own same s t one ones said say says mr mrs ms dr""".split()  # noqa: SIM905 - a list of words reads so
)


class Word(NamedTuple):
    """A word or a number as it stands in the text, and what its forms have in common.

    ``is_empty`` is true where it only holds a sentence together: the, of, was, their.
    """

    text: str
    lower: str
    stem: str
    start: int
    end: int
    is_empty: bool

    @property
    def position(self) -> TextPosition:
        return TextPosition(self.start, self.end)

    @property
    def is_name(self) -> bool:
        """Whether it is written with a capital letter; the first word of a sentence always is."""
        return self.text[:1].isupper()


def words_of(text: str, position: TextPosition) -> list[Word]:
    """The words at a place, in text order; hyphens part words."""
    return [_word(found) for found in _WORD.finditer(text, position.start, position.end)]


def _word(found: re.Match[str]) -> Word:
    text = found[0]
    lower = text.casefold()
    return Word(text, lower, stem(lower), found.start(), found.end(), lower in _EMPTY)


def is_empty(word: str) -> bool:
    """Whether a word in small letters only holds a sentence together."""
    return word in _EMPTY


def content(words: Iterable[Word]) -> frozenset[str]:
    """The stems of the words that mean something by themselves."""
    return frozenset(word.stem for word in words if not word.is_empty)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """What the forms of a word have in common: “visit” for visits, visited, visiting and visit’s."""
    bare = _POSSESSIVE.sub("", word.casefold())
    bare = _irregular().get(bare) or _NOUNS.get(bare, bare)
    if len(bare) <= 3 or bare[0].isdigit():
        return bare
    return _without_ending(bare)


def _without_ending(word: str) -> str:
    if word.endswith(("ies", "ied")):
        return word[:-1] if len(word) == 4 else word[:-3] + "y"
    if word.endswith(("agreed", "freed", "nteed")):
        return word[:-2]
    if word.endswith("ing") and len(word) > 5:
        return _undoubled(word[:-3])
    if word.endswith("ed") and len(word) > 4 and not word.endswith("eed"):
        return _undoubled(word[:-2])
    if word.endswith("sses") or (
        word.endswith("es") and word[:-2].endswith(("sh", "ch", "x", "z"))
    ):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 3 else word


def _undoubled(word: str) -> str:
    if len(word) > 3 and _DOUBLED.search(word) and not word.endswith("ll"):
        return word[:-1]
    return word.removesuffix("e")


@cache
def _irregular() -> dict[str, str]:
    """Irregular verb forms and their base, clitics left out."""
    table: dict[str, str] = {}
    lines = resource("words", "irregular-verbs.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        base, *forms = line.split()
        if base == "#":
            continue
        for form in forms:
            if form.isalpha():
                table.setdefault(form, base)
    return table
