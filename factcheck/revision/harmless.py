"""Which differences between two sentences change nothing that a checker could mind: a closed list; all else is substance."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.revision.likeness import Run
from factcheck.revision.senses import ARTICLES, GOVERNING, Sense, listed, wordings
from factcheck.revision.words import Word

_CUT = "."  # between the halves of a sentence that was cut in two
_BORDERS = frozenset({(), (_CUT,), (",",), (";",), ("—",), (",", "and"), ("and",), (";", "and")})
_SWAPPED = frozenset({",", "—", "(", ")"})  # parentheses of any form
_OPENERS = frozenset(listed("openers"))
_COUNTS = frozenset(listed("counts"))
_TELLING = frozenset({Sense.NUMBER, Sense.SUPERLATIVE, Sense.SCOPE, Sense.COMPARISON, Sense.YEAR})
_TURNING = GOVERNING - {Sense.SCOPE}
_SAYING = frozenset({"say", "says", "said", "saying"})
_LONGEST_VOICE = 10  # words between “said” before and after the one who says


@dataclass(frozen=True, slots=True)
class Sides:
    """The words of a sentence in the old draft and in the new one."""

    old: Sequence[Word]
    new: Sequence[Word]

    def words(self, run: Run) -> tuple[Sequence[Word], Sequence[Word]]:
        return self.old[slice(*run.old)], self.new[slice(*run.new)]


def substantial(sides: Sides, runs: Sequence[Run]) -> list[Run]:
    """The runs that are not harmless."""
    turned = _voices_turned(sides, runs)
    return [run for run in runs if run not in turned and not _is_harmless(sides, run)]


def _is_harmless(sides: Sides, run: Run) -> bool:
    old, new = sides.words(run)
    if any(word.is_quoted or word.is_mark for word in (*old, *new)):
        return False
    if _is_border(old) and _is_border(new) and _CUT in (*_keys(old), *_keys(new)):
        return not any(word.sense in _TURNING for word in (*sides.old, *sides.new))
    if all(not word.plain[0].isalnum() for word in (*old, *new)):
        return _is_harmless_mark(sides, run)
    bare_old = _bare(sides.old, run.old)
    bare_new = _bare(sides.new, run.new)
    if bare_old is None or bare_new is None:
        return False
    if {"the"} & _articles(old) and {"a", "an"} & _articles(new):
        return False
    if {"the"} & _articles(new) and {"a", "an"} & _articles(old):
        return False
    return bare_old == bare_new or _says_the_same(sides, run, bare_old, bare_new)


def _is_border(words: Sequence[Word]) -> bool:
    """Whether the words only join two clauses, or part two sentences."""
    return _keys(words) in _BORDERS


def _keys(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.key for word in words)


def _articles(words: Sequence[Word]) -> set[str]:
    return {word.key.lower() for word in words} & ARTICLES


def _bare(words: Sequence[Word], span: tuple[int, int]) -> tuple[str, ...] | None:
    """The keys without articles that carry nothing; None where an article counts: a few, the first, the only."""
    kept = []
    for index in range(*span):
        word = words[index]
        if word.key.lower() not in ARTICLES:
            kept.append(word.key)
            continue
        following = words[index + 1] if index + 1 < len(words) else None
        if following is None:
            return None
        counts = following.sense in _TELLING or following.key.lower() in _COUNTS
        if counts or following.is_quoted or following.is_mark:
            return None
    return tuple(kept)


def _says_the_same(sides: Sides, run: Run, old: tuple[str, ...], new: tuple[str, ...]) -> bool:
    """Whether both are on one line of the closed list, or differ by the “that” after a word of saying."""
    if new in wordings().get(old, ()) or _lowered(new) in wordings().get(_lowered(old), ()):
        return True
    if sum(map(len, sides.words(run))) == 1 and "that" in (*old, *new):
        words, at = (sides.old, run.old[0]) if old else (sides.new, run.new[0])
        before = words[at - 1] if at else None
        after = words[at + 1] if at + 1 < len(words) else None
        ends = after is None or after.sense in (Sense.PUNCTUATION, Sense.DATE, Sense.NUMBER)
        said = before is not None and before.key.lower() in _SAYING
        return said and not ends
    return False


def _lowered(words: tuple[str, ...]) -> tuple[str, ...]:
    """The wording as it stands at the start of a sentence; names and initials keep their capitals."""
    return tuple(w.lower() if w[:1].isupper() and w[1:].islower() else w for w in words)


# Commas, dashes, and where a sentence is cut


def _is_harmless_mark(sides: Sides, run: Run) -> bool:
    old, new = (tuple(word.key for word in words) for words in sides.words(run))
    if len(old) == len(new) == 1 and old[0] in _SWAPPED and new[0] in _SWAPPED:
        return True
    if not old and len(new) == 1:
        return _comes_freely(sides.new, run.new[0])
    if not new and len(old) == 1:
        return _comes_freely(sides.old, run.old[0])
    return False


def _comes_freely(words: Sequence[Word], at: int) -> bool:
    """Whether a comma before “and”, behind an opening phrase or beside a year, or a hyphen, may come and go."""
    mark = words[at]
    before = words[at - 1] if at else None
    after = words[at + 1] if at + 1 < len(words) else None
    if before is None or after is None:
        return False
    if mark.key == "-":
        return all(
            w.key.isalpha() and w.sense not in (Sense.NAME, Sense.NUMBER, Sense.NEGATION)
            for w in (before, after)
        )
    if mark.key != ",":
        return False
    if after.key in ("and", "or"):
        in_a_row = any(word.key == "," for word in words[max(0, at - 6) : at])
        return in_a_row or not any(word.sense in _TURNING for word in words)
    if after.sense is Sense.YEAR and _is_day(words, at - 1):
        return True
    if before.sense is Sense.YEAR and (_is_day(words, at - 2) or _is_day(words, at - 3)):
        return True
    opening = words[:at]
    is_short = len(opening) <= 5 and opening[0].key.lower() in _OPENERS
    return is_short and not any(w.sense is Sense.NEGATION for w in opening)


def _is_day(words: Sequence[Word], at: int) -> bool:
    return at >= 0 and words[at].sense is Sense.DATE and words[at].key[0].isdigit()


# Who says it, put the other way round


def _voices_turned(sides: Sides, runs: Sequence[Run]) -> list[Run]:
    """The two runs of “said Ida Bruun” that became “Ida Bruun said”, or the other way round."""
    for one, other in pairwise(runs):
        if _turns(sides, one, other):
            return [one, other]
    return []


def _turns(sides: Sides, one: Run, other: Run) -> bool:
    gone = [w for run in (one, other) for w in sides.words(run)[0] if w.key != ","]
    come = [w for run in (one, other) for w in sides.words(run)[1] if w.key != ","]
    if len(gone) != 1 or len(come) != 1:
        return False
    if gone[0].key != come[0].key or gone[0].sense is not Sense.ATTRIBUTION:
        return False
    if gone[0].is_quoted or come[0].is_quoted:
        return False
    voice = sides.old[one.old[1] : other.old[0]]
    if not 0 < len(voice) <= _LONGEST_VOICE:
        return False
    if any(w.sense in (Sense.ATTRIBUTION, Sense.NEGATION) or w.is_quoted for w in voice):
        return False
    before, after = sides.old[: one.old[0]], sides.old[other.old[1] :]
    begins = bool(before) and (before[-1].is_mark or before[-1].key == ",")
    ends = not after or after[0].key in (",", ".") or after[0].is_mark
    return begins and ends
