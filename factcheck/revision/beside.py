"""Whether a claim whose own words stand still says what it said, for all that changed beside it in its sentence."""

from factcheck.revision.comparing import Comparison
from factcheck.revision.harmless import Sides
from factcheck.revision.likeness import Run
from factcheck.revision.senses import Sense, listed

_BORDERS = frozenset({",", ";", ":", "—", ".", "(", ")"})
_JOINERS = frozenset({"and", "while", "or"})
_BEFORE = _JOINERS | {"but", "yet"}
_HARD = frozenset(
    {Sense.NEGATION, Sense.ATTRIBUTION, Sense.HEDGE, Sense.CONDITION, Sense.MODAL, Sense.MARKS}
)
_LIMITING = frozenset({Sense.DATE, Sense.YEAR, Sense.SCOPE})
_FIGURES = frozenset({Sense.NUMBER, Sense.UNIT, Sense.ARTICLE, Sense.PUNCTUATION})
_BACK = frozenset(listed("backward")) | frozenset(listed("persons"))


def touching(compared: Comparison, first: int, last: int) -> list[Run]:
    """The runs beside the words from ``first`` to ``last`` that can change what these mean."""
    return [run for run in compared.substance if _touches(compared, run, first, last)]


def _touches(compared: Comparison, run: Run, first: int, last: int) -> bool:
    gone, come = compared.senses(run)
    senses = {*gone, *come}
    sides = compared.sides
    if run.old[0] >= last:
        figures = bool(gone and come) and senses <= _FIGURES | {Sense.SUPERLATIVE}
        return bool(senses & _LIMITING) or not _is_apart_after(sides, run, last, figures)
    if run.old[1] <= first:
        claim = sides.old[first:last]
        leans = any(word.plain.lower() in _BACK or word.key in _BACK for word in claim)
        return leans or not senses <= _FIGURES or not _is_apart_before(sides, run, first)
    return True


def _is_apart_after(sides: Sides, run: Run, last: int, figures: bool) -> bool:
    """Whether the run stands in a clause of its own that says nothing about how sure the claim is.

    Where only ``figures`` take the place of others, what is set off by a comma is apart too.
    """
    old, new = sides.words(run)
    for words in ([*sides.old[last : run.old[0]], *old], [*sides.old[last : run.old[0]], *new]):
        at = next((i for i, word in enumerate(words) if word.key in _BORDERS), None)
        if at is None:
            return False
        joined = at + 1 < len(words) and words[at + 1].key in _JOINERS
        if not (figures or joined or words[at].key in (";", ".")):
            return False
    rest = [*sides.old[last:], *sides.new[run.new[0] :]]
    return not any(word.sense in _HARD for word in rest)


def _is_apart_before(sides: Sides, run: Run, first: int) -> bool:
    """Whether a clause ends between the run and the claim."""
    between = sides.old[run.old[1] : first]
    return any(
        word.key == ";"
        or (word.key in (",", "—") and i + 1 < len(between) and between[i + 1].key in _BEFORE)
        for i, word in enumerate(between)
    )
