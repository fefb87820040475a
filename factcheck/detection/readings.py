"""The times and figures of a text, found once however many detectors ask."""

from functools import partial

from spacy.tokens import Doc, Token

from factcheck.detection.blocks import setting_of
from factcheck.detection.figures import Figure, ages_and_ranks, find_figures
from factcheck.detection.tenses import tense_at
from factcheck.detection.times import FoundTime, find_times

_TIMES = "claims.times"
_FIGURES = "claims.figures"


def times_of(doc: Doc) -> list[FoundTime]:
    """The time expressions of the text with values."""
    found = doc.user_data.get(_TIMES)
    if found is None:
        tense = partial(tense_at, doc) if doc.has_annotation("DEP") else None
        found = doc.user_data[_TIMES] = find_times(doc.text, setting_of(doc).published, tense)
    return list(found)


def figures_of(doc: Doc) -> list[Figure]:
    """The figures of the text that are no dates."""
    found = doc.user_data.get(_FIGURES)
    if found is None:
        found = doc.user_data[_FIGURES] = find_figures(doc.text, times_of(doc))
    return list(found)


def quantities_of(doc: Doc) -> list[Figure]:
    """The figures with the ages and ranks beside them, in text order; an age has its number only once."""
    figures = figures_of(doc)
    taken = [(f.start, f.end) for f in figures] + [(t.start, t.end) for t in times_of(doc)]
    others = ages_and_ranks(doc.text, taken)
    kept = [f for f in figures if not any(o.start < f.end and f.start < o.end for o in others)]
    return sorted([*kept, *others], key=lambda figure: figure.start)


def tokens_at(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The tokens that cover the characters; (0, 0) where there are none."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return (span.start, span.end) if span is not None else (0, 0)


def has_time(doc: Doc, start: int, end: int) -> bool:
    """Whether a date or clock time stands among the tokens."""
    first, last = doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
    return any(
        t.start < last and first < t.end and t.kind in ("date", "clock") for t in times_of(doc)
    )


def figures_in(doc: Doc, start: int, end: int) -> list[Figure]:
    """The figures that stand among the tokens."""
    first, last = doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
    return [f for f in figures_of(doc) if f.start < last and first < f.end]


def has_figure(doc: Doc, start: int, end: int) -> bool:
    """Whether a figure stands among the tokens."""
    return bool(figures_in(doc, start, end))


def has_name(tokens: list[Token]) -> bool:
    """Whether a name stands among the tokens."""
    return any(token.tag_ in ("NNP", "NNPS") for token in tokens)
