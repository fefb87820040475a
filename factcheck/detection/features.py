"""What the model of claims is told about a stretch: numbers read off the parse, the rules and the setting."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from spacy.tokens import Doc, Token

from factcheck.detection.attributions import is_report
from factcheck.detection.blocks import SPEECH, quotes_of, setting_of
from factcheck.detection.candidates import Candidate, Shape
from factcheck.detection.claim_model import Numbers
from factcheck.detection.clauses import SUBJECTS, Join, clauses_of, is_finite, is_verbal
from factcheck.detection.left_alone import states
from factcheck.detection.opinions import judgement
from factcheck.detection.readings import figures_of, times_of, tokens_at
from factcheck.detection.roles import is_title
from factcheck.detection.superlatives import ranked_noun
from factcheck.detection.words import is_form_of, verb_bases, words
from factcheck.model.article import Role
from factcheck.model.claim import ClaimKind

_DEPS = (
    "ROOT",
    "conj",
    "ccomp",
    "advcl",
    "relcl",
    "acl",
    "xcomp",
    "prep",
    "appos",
    "dobj",
    "pobj",
    "nsubj",
    "nsubjpass",
    "npadvmod",
    "attr",
    "parataxis",
    "pcomp",
    "dep",
    "agent",
    "amod",
)
_TAGS = (
    "VBD",
    "VBZ",
    "VBP",
    "VBN",
    "VBG",
    "VB",
    "MD",
    "NN",
    "NNS",
    "NNP",
    "IN",
    "CD",
    "JJ",
    "RB",
    "PRP",
    "DT",
    "TO",
    "WDT",
    "CC",
)
_FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll", "wo"})
_MAY = frozenset({"may", "might", "could", "can", "should", "must"})
_DENYING = frozenset(
    ["not", "n't", "n’t", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without"]
)
_UNIVERSAL = frozenset(["all", "every", "each", "always", "everyone", "any", "both", "entire"])
_COMPARING = frozenset(["than", "compared", "versus", "more", "less", "fewer", "up", "down"])
_CAUSING = frozenset(
    ["because", "due", "amid", "following", "after", "as", "since", "thus", "cause", "result"]
)
_ADVERSE = frozenset(["however", "meanwhile", "but", "although", "though", "while", "despite"])
_COUNTED: dict[str, Callable[[Token], bool]] = {
    "names": lambda t: t.tag_ in ("NNP", "NNPS"),
    "nouns": lambda t: t.tag_ in ("NN", "NNS"),
    "verbs": lambda t: t.tag_.startswith("V"),
    "adjectives": lambda t: t.tag_.startswith("J"),
    "pronouns": lambda t: t.tag_ in ("PRP", "PRP$"),
    "commas": lambda t: t.text in (",", ";", "—", "–", "(", ":"),
    "numbers": lambda t: t.tag_ == "CD",
    "future": lambda t: t.lower_ in _FUTURE,
    "may": lambda t: t.lower_ in _MAY,
    "denials": lambda t: t.lower_ in _DENYING,
    "universals": lambda t: t.lower_ in _UNIVERSAL,
    "comparing": lambda t: t.lower_ in _COMPARING or t.tag_ in ("JJR", "RBR"),
    "superlatives": lambda t: ranked_noun(t) is not None,
    "change verbs": lambda t: is_verbal(t) and is_form_of(t.text, "change-verbs"),
    "change nouns": lambda t: t.tag_[:1] == "N" and t.lower_.rstrip("s") in words("change-nouns"),
    "cause verbs": lambda t: is_verbal(t) and is_form_of(t.text, "cause-verbs"),
    "cause words": lambda t: t.lower_ in _CAUSING,
    "report verbs": lambda t: is_verbal(t) and is_report(t),
    "speech acts": lambda t: is_verbal(t) and is_form_of(t.text, "speech-act-verbs"),
    "states": lambda t: is_verbal(t) and bool(set(verb_bases(t.text)) & words("stative-verbs")),
    "judging": lambda t: t.lower_ in words("opinion-words") or t.lower_ in words("weak-words"),
    "titles": is_title,
    "measures": lambda t: t.lower_ in words("measures"),
    "relatives": lambda t: t.dep_ in ("relcl", "acl"),
    "infinitives": lambda t: t.tag_ == "TO",
    "joins": lambda t: t.dep_ == "cc",
}


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What is read off a text once: its tokens, running counts, and the heads of clauses of some sorts."""

    tokens: list[Token]
    heads: list[int]
    tags: list[str]
    counts: dict[str, list[int]]
    figures: list[int]
    measured: list[int]
    dates: list[int]
    durations: list[int]
    quoted: list[int]
    speech: list[int]
    clause_heads: list[int]
    stating: set[int]
    judged: set[int]
    content: set[int]


def _running(values: Sequence[int]) -> list[int]:
    return list(accumulate(values, initial=0))


def _sheet(doc: Doc) -> _Sheet:
    tokens = list(doc)  # once: spaCy makes a new object for a token each time it is asked for
    size = len(tokens)
    figures, measured, dates, durations = ([0] * size for _ in range(4))
    for figure in figures_of(doc):
        start, end = tokens_at(doc, figure.start, figure.end)
        if end > start:
            (measured if figure.measures else figures)[start] = 1
    for time in times_of(doc):
        start, end = tokens_at(doc, time.start, time.end)
        if end > start:
            (durations if time.kind == "duration" else dates)[start] = 1
    quoted, speech = _quoted(doc, size)
    clauses = clauses_of(doc)
    heads = {c.head.i for c in clauses}
    return _Sheet(
        tokens,
        [token.head.i for token in tokens],
        [token.tag_ for token in tokens],
        {name: _running([test(t) for t in tokens]) for name, test in _COUNTED.items()},
        _running(figures),
        _running(measured),
        _running(dates),
        _running(durations),
        _running(quoted),
        _running(speech),
        _running([i in heads for i in range(size)]),
        {c.head.i for c in clauses if states(c)},
        {c.head.i for c in clauses if judgement(c) is not None},
        {c.head.i for c in clauses if c.join is Join.CONTENT},
    )


def _quoted(doc: Doc, size: int) -> tuple[list[int], list[int]]:
    """For every token whether it stands in quotation marks, and whether in quoted speech."""
    quoted, speech = [0] * size, [0] * size
    for quote in quotes_of(doc).quotes:
        start, end = tokens_at(doc, quote.start, quote.end)
        quoted[start:end] = [1] * (end - start)
        if end - start > SPEECH:
            speech[start:end] = [1] * (end - start)
    return quoted, speech


def features_of(doc: Doc, candidates: list[Candidate]) -> Numbers:
    """One row of numbers a candidate, in the order of ``names()``."""
    if not candidates:
        return np.zeros((0, len(names())))
    sheet = _sheet(doc)
    kinds, beside = _by_place(candidates)
    rows = np.array([_row(doc, candidate, sheet) for candidate in candidates])
    return np.hstack([kinds, rows, beside])


def _by_place(candidates: list[Candidate]) -> tuple[Numbers, Numbers]:
    """Which rules marked here, near, within and around; how many did, and how many candidates hold which."""
    start = np.array([c.start for c in candidates])[:, None]
    end = np.array([c.end for c in candidates])[:, None]
    labels = np.zeros((len(candidates), len(_KINDS)))
    for row, candidate in enumerate(candidates):
        for span in candidate.marked:
            if span.label_ in _KINDS:  # a detector of others may have labels of its own
                labels[row, _KINDS.index(span.label_)] = 1.0
    shared = np.minimum(end, end.T) - np.maximum(start, start.T)
    joined = np.maximum(end, end.T) - np.minimum(start, start.T)
    other = (shared > 0) & ~np.eye(len(candidates), dtype=bool)
    holds = (start <= start.T) & (end >= end.T)
    near = other & (shared * 10 >= joined * 7)
    within = other & ~near & holds
    around = other & ~near & ~within & holds.T
    kinds = [labels, *(((mask @ labels) > 0).astype(float) for mask in (near, within, around))]
    counts = [
        kinds[0].sum(axis=1),
        kinds[1].sum(axis=1),
        holds.sum(axis=0) - 1,
        holds.sum(axis=1) - 1,
    ]
    return np.hstack(kinds), np.column_stack(counts).astype(float)


def names() -> list[str]:
    """The names of the numbers in a row."""
    return [
        *(f"rule {kind.value}" for kind in ClaimKind),
        *(f"near {kind.value}" for kind in ClaimKind),
        *(f"within {kind.value}" for kind in ClaimKind),
        *(f"around {kind.value}" for kind in ClaimKind),
        *(f"shape {shape.value}" for shape in Shape),
        *(f"root {dep}" for dep in _DEPS),
        *(f"root tag {tag}" for tag in _TAGS),
        *(f"first tag {tag}" for tag in _TAGS),
        *(f"count {name}" for name in _COUNTED),
        *_PLAIN,
    ]


_PLAIN = (
    "figures",
    "measured",
    "dates",
    "durations",
    "quoted",
    "speech",
    "clause heads",
    "tokens",
    "characters",
    "share of sentence",
    "opens sentence",
    "closes sentence",
    "tokens before",
    "tokens after",
    "comma before",
    "comma after",
    "parts outside",
    "subject inside",
    "subject outside",
    "subject pronoun",
    "subject first person",
    "finite",
    "passive",
    "progressive",
    "has object",
    "has content",
    "states",
    "judges",
    "is content",
    "under report",
    "report first",
    "head relation",
    "first is mark",
    "first is relative",
    "first is adverse",
    "first is according",
    "root reports",
    "root changes",
    "root state",
    "root negative",
    "sentence quoted",
    "sentence length",
    "sentence clauses",
    "sentence figures",
    "headline",
    "subheading",
    "caption",
    "column",
    "offset",
    "lead",
    "rules here",
    "rules near",
    "contained by",
    "contains",
)


def _row(doc: Doc, candidate: Candidate, sheet: _Sheet) -> list[float]:
    start, end = candidate.start, candidate.end
    root = _root(sheet, start, end)
    row = [float(shape in candidate.shapes) for shape in _SHAPES]
    row += _one_of(_DEP_AT, root.dep_)
    row += _one_of(_TAG_AT, sheet.tags[root.i])
    row += _one_of(_TAG_AT, sheet.tags[start])
    row += [float(counts[end] - counts[start]) for counts in sheet.counts.values()]
    return row + _plain(doc, start, end, root, sheet)


_KINDS = tuple(kind.value for kind in ClaimKind)
_SHAPES = tuple(Shape)
_DEP_AT = {dep: at for at, dep in enumerate(_DEPS)}
_TAG_AT = {tag: at for at, tag in enumerate(_TAGS)}


def _one_of(places: dict[str, int], value: str) -> list[float]:
    row = [0.0] * len(places)
    if (at := places.get(value)) is not None:
        row[at] = 1.0
    return row


def _root(sheet: _Sheet, start: int, end: int) -> Token:
    """The first token whose head lies outside the stretch, or is itself."""
    for i in range(start, end):
        head = sheet.heads[i]
        apart = head == i or not start <= head < end
        if apart and sheet.tokens[i].dep_ not in ("punct", "cc", "mark"):
            return sheet.tokens[i]
    return sheet.tokens[start]


def _plain(doc: Doc, start: int, end: int, root: Token, sheet: _Sheet) -> list[float]:
    sentence = root.sent
    tokens = sheet.tokens
    first, last = tokens[start], tokens[end - 1]
    subject = next((c for c in root.children if c.dep_ in SUBJECTS), None)
    subject_in = subject is not None and start <= subject.i < end
    children = {c.dep_ for c in root.children}
    above = root.head
    under = root.dep_ == "ccomp" and is_verbal(above) and is_report(above)
    verbal = is_verbal(root)
    setting = setting_of(doc)
    outside = sum(1 for head in sheet.heads[start:end] if not start <= head < end)
    size = sentence.end - sentence.start
    before, after = start - sentence.start, sentence.end - end
    offset = setting.offset + first.idx

    def within(running: list[int]) -> float:
        return float(running[end] - running[start])

    return [
        within(sheet.figures),
        within(sheet.measured),
        within(sheet.dates),
        within(sheet.durations),
        within(sheet.quoted) / (end - start),
        within(sheet.speech) / (end - start),
        within(sheet.clause_heads),
        float(end - start),
        float(last.idx + len(last) - first.idx),
        (end - start) / max(1, size),
        float(before <= 0),
        float(after <= 1),
        float(min(20, max(0, before))),
        float(min(20, max(0, after))),
        float(start > 0 and tokens[start - 1].text in (",", "—", "–", "(", ";", ":")),
        float(end < len(tokens) and tokens[end].text in (",", "—", "–", ")", ";", ":")),
        float(outside),
        float(subject_in),
        float(subject is not None and not subject_in),
        float(subject is not None and subject.tag_ == "PRP"),
        float(subject is not None and subject.lower_ in ("i", "we")),
        float(verbal and is_finite(root)),
        float("auxpass" in children),
        float(root.tag_ == "VBG" and "aux" in children),
        float("dobj" in children),
        float("ccomp" in children),
        float(root.i in sheet.stating),
        float(root.i in sheet.judged),
        float(root.i in sheet.content),
        float(under),
        float(under and above.i < start),
        float(verbal and above.tag_.startswith("V")),
        float(first.dep_ == "mark"),
        float(first.tag_ in ("WDT", "WP", "WRB")),
        float(first.lower_ in _ADVERSE),
        float(first.lower_ == "according"),
        float(verbal and is_report(root)),
        float(verbal and is_form_of(root.text, "change-verbs")),
        float(verbal and bool(set(verb_bases(root.text)) & words("stative-verbs"))),
        float(verbal and bool(set(verb_bases(root.text)) & words("negative-verbs"))),
        float(sheet.quoted[sentence.end] - sheet.quoted[sentence.start] > 0),
        float(size),
        float(sheet.clause_heads[sentence.end] - sheet.clause_heads[sentence.start]),
        float(
            sheet.measured[sentence.end]
            - sheet.measured[sentence.start]
            + sheet.figures[sentence.end]
            - sheet.figures[sentence.start]
        ),
        float(setting.role is Role.HEADLINE),
        float(setting.role is Role.SUBHEADING),
        float(setting.role is Role.CAPTION),
        float(setting.is_column),
        min(offset, 4000) / 1000,
        float(offset < 500),
    ]
