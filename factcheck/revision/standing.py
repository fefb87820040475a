"""Whether what a sentence points back to is what it was: whom “he” means, which “it”, and who speaks."""

import re
from collections.abc import Sequence

from factcheck.model.article import Role
from factcheck.model.claim import Claim
from factcheck.revision.comparing import Drafts, Found
from factcheck.revision.senses import Sense, listed
from factcheck.revision.version import Version
from factcheck.revision.words import Word

_POINTERS = frozenset(listed("pointers"))
_PERSONS = frozenset(listed("persons"))
_THINGS = frozenset(listed("things"))
_LEANS = re.compile(rf"\b(?:{'|'.join(_PERSONS | _THINGS)})\b", re.IGNORECASE)
_BEFORE_THAT = frozenset(
    {"after", "at", "before", "by", "for", "in", "of", "on", "since", "to", "with"}
)
_AT_THE_START = 4  # words among which “it” points back and not to something in the sentence
_BACK_AT_MOST = 6  # sentences to the one that names whom “he” means
_MARGINAL = frozenset({Sense.ARTICLE, Sense.PUNCTUATION})
_TELLS_NOT = {  # what may change in a sentence without making another of what the next one points to in it
    "all": _MARGINAL,
    "thing": _MARGINAL | {Sense.YEAR, Sense.DATE},
    "person": _MARGINAL
    | {
        Sense.YEAR,
        Sense.DATE,
        Sense.NUMBER,
        Sense.UNIT,
        Sense.SCOPE,
        Sense.SUPERLATIVE,
        Sense.COMPARISON,
        Sense.NEGATION,
        Sense.HEDGE,
        Sense.MODAL,
        Sense.CONDITION,
    },
}


class Standing:
    """Answers, for sentences in the order of the old draft, whether what they point back to is what it was."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts
        self._known: dict[tuple[int, int], bool] = {}

    def lost(self, claim: Claim, found: Found) -> str:
        """What a claim in these sentences has lost: whom it means, or who says so; empty where it stands."""
        i, j = found.old[0], found.new[0]
        if not self._stands(i, j) and not self._is_named_still(claim, i, j):
            return Sense.WHO.value
        if not self._readings_stand(claim, i, j) or self._is_another(i):
            return Sense.WHO.value
        if not self._has_its_voice(claim, found):
            return Sense.ATTRIBUTION.value
        return ""

    def _stands(self, i: int, j: int) -> bool:
        known = self._known.get((i, j))
        if known is None:
            known = self._known[i, j] = self._looks_back(i, j)
        return known

    def _looks_back(self, i: int, j: int) -> bool:
        old, new = self._drafts.old, self._drafts.new
        if not _LEANS.search(old.passages[i].key):
            return True
        leans = _leaning(old.words(i))
        if not leans:
            return True
        for _ in range(_BACK_AT_MOST):
            before, now = _previous(old, i), _previous(new, j)
            if before is None or now is None:
                return before is now
            pair = self._drafts.pair_of(before)
            if pair is None or now not in pair.new or not self._tells_the_same(before, leans):
                return False
            i, j = min(pair.old), min(pair.new)
            if leans != "person" or _has_name(old.words(before)):
                return self._stands(i, j)
        return True

    def _tells_the_same(self, index: int, leans: str) -> bool:
        """Whether a sentence changed in nothing that could be whom or what the next one means."""
        pair = self._drafts.pair_of(index)
        if pair is None:
            return False
        if pair.is_same:
            return True
        compared = self._drafts.compared(pair.old, pair.new)
        pairs = [compared.senses(run) for run in compared.substance]
        return {sense for gone, come in pairs for sense in (*gone, *come)} <= _TELLS_NOT[leans]

    def _is_named_still(self, claim: Claim, i: int, j: int) -> bool:
        """Whether the one whom “he” in the claim stands for is named before it as it was, and nobody else since."""
        meant = [slot for slot in claim.readings if slot.name.casefold() in _PERSONS]
        if len(meant) != 1 or _leaning(self._drafts.old.words(i)) != "person":
            return False
        name = frozenset(re.findall(r"\w+", meant[0].value))
        before, now = _names_back(self._drafts.old, i, name), _names_back(self._drafts.new, j, name)
        return before is not None and now is not None and now <= before | name

    def _readings_stand(self, claim: Claim, i: int, j: int) -> bool:
        """Whether every name that words of the claim stand for is still the last one named before it."""
        for slot in claim.readings:
            name = frozenset(re.findall(r"[^\W\d_]+", slot.value))
            before = _names_back(self._drafts.old, i, name)
            if before is None:
                continue
            now = _names_back(self._drafts.new, j, name)
            if now is None or not now <= before | name:
                return False
        return True

    def _is_another(self, i: int) -> bool:
        """Whether “the mayor” that a sentence begins with is said of somebody else in the sentence before."""
        old = self._drafts.old
        before = _previous(old, i) if old.passages[i].key.startswith("The ") else None
        pair = None if before is None else self._drafts.pair_of(before)
        if before is None or pair is None or pair.is_same:
            return False
        if _meant_by_the(old.words(i)) not in {word.key for word in old.words(before)}:
            return False
        compared = self._drafts.compared(pair.old, pair.new)
        pairs = [compared.senses(run) for run in compared.substance]
        return any(Sense.NAME in (*gone, *come) for gone, come in pairs)

    def _has_its_voice(self, claim: Claim, found: Found) -> bool:
        """Whether a quotation whose speaker is named in the sentence before or after has the same one still."""
        old, new = self._drafts.old, self._drafts.new
        place = claim.position
        here = [w for i in found.old for w in old.words(i)]
        quoted = [w for w in here if w.is_quoted and w.start < place.end and place.start < w.end]
        if not quoted or _is_attributed(here):
            return True
        for step, at, now in ((-1, found.old[0], found.new[0]), (1, found.old[-1], found.new[-1])):
            beside, beside_now = at + step, now + step
            speaks = 0 <= beside < len(old.passages) and _is_attributed(old.words(beside))
            speaks_now = 0 <= beside_now < len(new.passages) and _is_attributed(
                new.words(beside_now)
            )
            if not speaks and not speaks_now:
                continue
            pair = self._drafts.pair_of(beside) if speaks else None
            if (
                pair is None
                or beside_now not in pair.new
                or not self._tells_the_same(beside, "all")
            ):
                return False
        return True


def _leaning(words: Sequence[Word]) -> str:
    """Whether a sentence means a “person” or “thing” named before it, or “all” that was said; else empty."""
    named, last = False, ""
    for number, word in enumerate(word for word in words if word.plain[0].isalnum()):
        before, last = last, word.key.lower()
        if word.is_quoted or (last == "that" and before and before not in _BEFORE_THAT):
            continue  # “the dealers that were closed” points to nothing before
        lower = last
        if lower in _PERSONS and not named:
            return "person"
        if lower in _THINGS and number < _AT_THE_START and not named:
            return "all" if lower in _POINTERS else "thing"
        named = named or word.sense is Sense.NAME
    return ""


def _meant_by_the(words: Sequence[Word]) -> str:
    """The noun of “the mayor” at the start of a sentence; empty where it starts otherwise."""
    if len(words) > 1 and words[0].key == "the" and words[1].sense is Sense.WORDING:
        return words[1].key
    return ""


def _has_name(words: Sequence[Word]) -> bool:
    return any(word.sense is Sense.NAME for word in words)


def _names(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(word.key for word in words if word.sense is Sense.NAME)


def _names_back(version: Version, index: int, name: frozenset[str]) -> frozenset[str] | None:
    """The names from the last sentence that has one of ``name`` up to the one with this index; None where none has."""
    found: frozenset[str] = frozenset()
    at: int | None = index
    for _ in range(_BACK_AT_MOST):
        at = _previous(version, at) if at is not None else None
        if at is None:
            return None
        names = _names(version.words(at))
        found |= names
        if names & name:
            return found
    return None


def _previous(version: Version, index: int) -> int | None:
    """The sentence that a reader comes from: the one before in the same sort of part."""
    role = version.passages[index].role
    for at in range(index - 1, max(-1, index - 4), -1):
        if version.passages[at].role is role:
            return at
        if role is not Role.BODY:
            break
    return None


def _is_attributed(words: Sequence[Word]) -> bool:
    return any(word.sense is Sense.ATTRIBUTION and not word.is_quoted for word in words)
