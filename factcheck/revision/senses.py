"""What a word is in a claim, so that a change of it can be named: a number, a name, a negation."""

from collections.abc import Iterable
from enum import StrEnum
from functools import cache

from factcheck.resource_files import resource


class Sense(StrEnum):
    """What a change of a word touches, in the words shown beside the claim; the order is that of the telling."""

    QUOTATION = "inside quotation marks"
    MARKS = "quotation marks"
    NUMBER = "number"
    YEAR = "year"
    DATE = "date"
    UNIT = "unit"
    NEGATION = "negation"
    ATTRIBUTION = "who says so"
    NAME = "name"
    WHO = "who is meant"
    SCOPE = "scope word"
    HEDGE = "hedge"
    MODAL = "may or must"
    CONDITION = "condition"
    SUPERLATIVE = "superlative"
    COMPARISON = "comparison"
    ARTICLE = "article"
    WORDING = "what is said"
    PUNCTUATION = "punctuation"


GOVERNING = frozenset(  # what a change of can turn the meaning of words elsewhere in the sentence
    {
        Sense.NEGATION,
        Sense.ATTRIBUTION,
        Sense.HEDGE,
        Sense.MODAL,
        Sense.CONDITION,
        Sense.MARKS,
        Sense.SCOPE,
    }
)
ARTICLES = frozenset({"a", "an", "the"})
_COMES_AND_GOES = frozenset({Sense.NEGATION, Sense.SCOPE, Sense.HEDGE, Sense.ATTRIBUTION})


@cache
def sense_of_listed(word: str) -> Sense | None:
    """The sense of a word that is on a list; None for any other."""
    return _listed().get(word)


@cache
def _listed() -> dict[str, Sense]:
    found: dict[str, Sense] = dict.fromkeys(ARTICLES, Sense.ARTICLE)
    for line in _lines("senses"):
        name, _, words = line.partition(":")
        for word in words.split():
            found.setdefault(word, Sense[name.upper()])
    for verb in _lines("reporting-verbs"):
        for form in _forms(verb):
            found.setdefault(form, Sense.ATTRIBUTION)
    return found


@cache
def wordings() -> dict[tuple[str, ...], frozenset[tuple[str, ...]]]:
    """For each wording of the closed list those that say the same."""
    found: dict[tuple[str, ...], frozenset[tuple[str, ...]]] = {}
    for same in _wordings():
        for wording in same:
            found[wording] = found.get(wording, frozenset()) | frozenset(same) - {wording}
    return found


@cache
def spellings() -> dict[str, str]:
    """For each word of the closed list that is one word the one that stands for all that say the same."""
    found: dict[str, str] = {}
    for same in _wordings():
        singles = [wording[0] for wording in same if len(wording) == 1]
        found |= {word: found.get(singles[0], singles[0]) for word in singles}
    return found


def _wordings() -> list[list[tuple[str, ...]]]:
    return [[tuple(part.split()) for part in line.split("=")] for line in _lines("same-meaning")]


@cache
def listed(name: str) -> tuple[str, ...]:
    """The words that stand under this name among those that decide how two drafts are compared."""
    lines = (line.partition(":") for line in _lines("draft-words"))
    return next(tuple(words.split()) for told, _, words in lines if told == name)


def _lines(name: str) -> list[str]:
    lines = resource("words", f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _forms(verb: str) -> Iterable[str]:
    stem = verb.removesuffix("e")
    yield from (verb, f"{verb}s", f"{stem}ed", f"{stem}ing", f"{verb}es")
    if verb.endswith("y"):
        yield from (f"{verb[:-1]}ies", f"{verb[:-1]}ied")


def reason_for(gone: Iterable[Sense], come: Iterable[Sense]) -> str:
    """In plain words what a change touches: “number, year”, “scope word gone”."""
    gone, come = set(gone), set(come)
    told = [sense for sense in Sense if sense in gone | come]
    if Sense.QUOTATION in told:
        return Sense.QUOTATION.value
    weighty = [s for s in told if s not in (Sense.ARTICLE, Sense.PUNCTUATION, Sense.WORDING)]
    return ", ".join(_told(sense, gone, come) for sense in weighty or told)


def _told(sense: Sense, gone: set[Sense], come: set[Sense]) -> str:
    if sense in _COMES_AND_GOES and sense not in come and sense is not Sense.ATTRIBUTION:
        return f"{sense.value} gone"
    if sense in _COMES_AND_GOES and sense not in gone and sense is not Sense.ATTRIBUTION:
        return f"{sense.value} added"
    return sense.value
