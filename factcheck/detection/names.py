"""Finds the names of people, organisations and places, by the tags of their words, by lists, and by the article itself."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from factcheck.detection.name_kinds import kind_of
from factcheck.detection.name_roll import Roll, writes_large
from factcheck.detection.name_runs import Run, is_known, runs_in
from factcheck.detection.paragraphs import breaks_of
from factcheck.detection.words import words
from factcheck.model.detected import NameKind

_MOST_WORDS = 8  # of a name that is looked for in a headline
_QUOTES = "“”‘’\"'«»()[]–—-"


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name in characters of the text, and what it is of."""

    start: int
    end: int
    kind: NameKind


def names_of(doc: Doc, roll: Roll) -> list[FoundName]:
    """The names of the text in text order; what is learnt of them is kept in the roll."""
    if not doc.has_annotation("TAG"):
        return []
    runs = list(_joined(doc, list(runs_in(doc, roll))))
    if large := _large_lines(doc):
        runs = [part for run in runs for part in _parts(doc, run, roll, large)]
    found = []
    for run in runs:
        name = _words(doc, run)
        kind = kind_of(doc, run, name, roll) if name else None
        if kind is None:
            continue
        if kind is not NameKind.OTHER:
            roll.learn(name, kind)
        found.append(_found(doc, run, kind))
    return found


def _joined(doc: Doc, runs: list[Run]) -> Iterator[Run]:
    """Names that “of” holds together made one: “Ministry of Foreign Affairs”, “Bank of America”."""
    i = 0
    while i < len(runs):
        run = runs[i]
        while i + 1 < len(runs) and _is_held(doc, run, runs[i + 1]):
            run = replace(run, end=runs[i + 1].end)
            i += 1
        yield run
        i += 1


def _is_held(doc: Doc, run: Run, following: Run) -> bool:
    between = [token.lower_ for token in doc[run.end : following.start]]
    head = doc[run.end - 1].text
    if between in (["of"], ["of", "the"], ["for"]):
        if between == ["for"]:
            return head in ("Center", "Centre", "Institute", "Agency", "Committee", "Centers")
        return head in words("organisation-words") or head in _HEADS
    if between == ["and"]:
        return any(t.text in ("Department", "Ministry") for t in doc[run.start : run.end]) and (
            doc[run.end - 1].dep_ == "conj" or doc[run.end - 1].head.i < run.end - 1
        )
    return False


_HEADS = frozenset(
    ["Republic", "Kingdom", "Gulf", "Bay", "Isle", "Strait", "Sea", "Islands", "States"]
)


def _words(doc: Doc, run: Run) -> tuple[str, ...]:
    """The words of the name as they are written, hyphens joined again."""
    return tuple(doc[run.start : run.end].text.strip(_QUOTES).split())


def _found(doc: Doc, run: Run, kind: NameKind) -> FoundName:
    span = doc[run.start : run.end]
    text = span.text
    left, right = len(text) - len(text.lstrip(_QUOTES)), len(text.rstrip(_QUOTES))
    return FoundName(span.start_char + left, span.start_char + right, kind)


def _is_in(run: Run, lines: list[tuple[int, int]]) -> bool:
    return any(start <= run.start < end for start, end in lines)


def _large_lines(doc: Doc) -> list[tuple[int, int]]:
    """The paragraphs, from token to token, that write every word large."""
    breaks = set(breaks_of(doc))
    ends = [*(token.i for token in doc if token.idx in breaks), len(doc)]
    lines = zip([0, *ends], ends, strict=False)
    return [(a, b) for a, b in lines if writes_large([token.text for token in doc[a:b]])]


def _parts(doc: Doc, run: Run, roll: Roll, large: list[tuple[int, int]]) -> Iterator[Run]:
    """The run; in a headline that writes all large, the longest stretches of it that are known as names."""
    if not _is_in(run, large):
        yield run
        return
    start = run.start
    while start < run.end:
        for end in range(min(run.end, start + _MOST_WORDS), start, -1):
            if _is_on_record(doc[start:end].text, roll):
                title = run.title if start == run.start else ""
                yield Run(start, end, title)
                start = end
                break
        else:
            start += 1


def _is_on_record(text: str, roll: Roll) -> bool:
    if text in roll.people or is_known(text) or text in roll.kinds:
        return True
    return text in roll.people.values()
