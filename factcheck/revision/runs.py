"""Old and new words side by side, cut where they differ."""

from collections.abc import Iterable, Iterator, Sequence

from factcheck.model.fate import Run
from factcheck.model.quote_marks import quoted_in
from factcheck.revision.likeness import runs_between
from factcheck.revision.words import Quotes, Word, words_in


def side_by_side(old: str, new: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """The runs of the old words and of the new ones; what only their typography tells apart is no difference."""
    before, after = _words(old), _words(new)
    runs = runs_between(before, after)
    return (
        tuple(_cut(old, before, (run.old for run in runs))),
        tuple(_cut(new, after, (run.new for run in runs))),
    )


def _words(text: str) -> tuple[Word, ...]:
    quotes = quoted_in(text)
    inside = tuple((q.start + 1, q.end - q.closed) for q in quotes if q.depth == 0)
    marks = {q.start for q in quotes} | {q.end - 1 for q in quotes if q.closed}
    return words_in(text, 0, len(text), Quotes(inside, frozenset(marks)), frozenset())


def _cut(text: str, words: Sequence[Word], spans: Iterable[tuple[int, int]]) -> Iterator[Run]:
    at = 0
    for first, last in spans:
        if first == last:
            continue
        start, end = words[first].start, words[last - 1].end
        if at < start:
            yield Run(text[at:start], False)
        yield Run(text[start:end], True)
        at = end
    if at < len(text):
        yield Run(text[at:], False)


def replaced(old: str, new: str) -> list[dict[str, str]]:
    """The old words that differ and the new ones in their place, in order; one of the two may be empty."""
    before, after = _words(old), _words(new)
    return [
        {"old": _text(old, before, run.old), "new": _text(new, after, run.new)}
        for run in runs_between(before, after)
    ]


def _text(text: str, words: Sequence[Word], span: tuple[int, int]) -> str:
    first, last = span
    return text[words[first].start : words[last - 1].end] if first < last else ""
