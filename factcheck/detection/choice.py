"""Chooses, of all stretches that could be claims, those that a checker would mark, as learnt from annotated news."""

from collections.abc import Callable

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from factcheck.detection.blocks import setting_of
from factcheck.detection.candidates import Candidate, Shape, candidates_of
from factcheck.detection.choices import Choice, Choices, set_choices
from factcheck.detection.claim_model import ClaimModel, Numbers, load_claim_model
from factcheck.detection.features import features_of, names
from factcheck.detection.grounded import is_grounded
from factcheck.detection.marks import CLAIMS, note_of
from factcheck.detection.merging import Proposal, kinds_of
from factcheck.detection.priority import priority_of
from factcheck.detection.standing import standing_of
from factcheck.detection.superlatives import slots_in
from factcheck.model.claim import ClaimKind, Priority, Reason

NAME = "claims_choice"
APART = 0.5  # share of joined characters from which two stretches are one claim
_LIKELY = 0.15  # chance from which a kind is named beside the most likely one
_MOST_KINDS = 3
_NEAR = 0.7
# what only a rule can see, by marks or by numbers
_BY_RULE = frozenset({ClaimKind.QUOTATION, ClaimKind.AGE_ANNIVERSARY, ClaimKind.OPINION})
# what needs a word or number that a rule knows, in the stretch or right around it
_BY_WORD = frozenset(
    {
        ClaimKind.ORDINAL_SUPERLATIVE,
        ClaimKind.NEGATIVE_UNIVERSAL,
        ClaimKind.QUANTITY,
        ClaimKind.CHANGE_COMPARISON,
    }
)


@Language.factory(NAME)
def make_choice(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The choice with the model of the resources; without the model nothing is chosen and the rules stand."""
    model = load_claim_model(names())
    return (lambda doc: doc) if model is None else (lambda doc: choose(doc, model))


def choose(doc: Doc, model: ClaimModel) -> Doc:
    """Weigh every candidate of the text and hand on the likely ones that do not stand for each other."""
    if not doc.has_annotation("DEP"):
        return doc
    candidates = candidates_of(doc)
    seen = len(doc.spans.get(CLAIMS, []))
    firm = candidates
    if setting_of(doc).is_column:
        firm = [c for c in candidates if is_grounded(doc, c.start, c.end)]
    chosen = _chosen(doc, firm, model) if firm else []
    chosen += _opinions(doc, candidates, chosen)
    set_choices(doc, Choices(tuple(sorted(chosen, key=lambda c: (c.start, -c.end))), seen))
    return doc


def _chosen(doc: Doc, candidates: list[Candidate], model: ClaimModel) -> list[Choice]:
    rows = features_of(doc, candidates)
    chances = model.chances(rows)
    taken: list[int] = []
    for i in np.argsort(-chances, kind="stable"):
        if chances[i] < model.threshold:
            break
        if all(_shared(doc, candidates[i], candidates[j]) < APART for j in taken):
            taken.append(int(i))
    if not taken:
        return []
    by_kind = model.kind_chances(rows[taken])
    kinds = [
        _kinds(doc, candidates[i], candidates, model.kinds, row)
        for i, row in zip(taken, by_kind, strict=True)
    ]
    here = [candidates[i] for i in taken]
    told = (rows[taken], standing_of(doc, here), by_kind, _ruled(doc, here, kinds))
    priorities = model.priority_chances(*told).argmax(axis=1)
    return [
        _choice(doc, candidates, i, own, model.priorities[p], float(chances[i]))
        for i, own, p in zip(taken, kinds, priorities, strict=True)
        if own
    ]


def _kinds(
    doc: Doc,
    candidate: Candidate,
    candidates: list[Candidate],
    known: tuple[ClaimKind, ...],
    chances: Numbers,
) -> tuple[ClaimKind, ...]:
    """The likely kinds, most likely first; of the rules’ own kinds only those that a rule saw here."""
    silent = setting_of(doc).silent
    here = {span.label_ for span in candidate.marked}
    touched = {s.label_ for c in candidates if _touch(c, candidate) for s in c.marked}
    found: list[ClaimKind] = []
    for at in np.argsort(-chances):
        kind = known[at]
        if kind in silent or (kind in _BY_RULE and kind.value not in here):
            continue
        if kind in _BY_WORD and kind.value not in touched:
            continue
        if not found or (chances[at] >= _LIKELY and len(found) < _MOST_KINDS):
            found.append(kind)
    return tuple(found)


def _touch(a: Candidate, b: Candidate) -> bool:
    """Whether the two share a token."""
    return a.start < b.end and b.start < a.end


def ruled_priorities(doc: Doc, start: int, end: int, kind: ClaimKind) -> list[float]:
    """What the rule for priorities says, as one of three numbers."""
    ruled = priority_of(Proposal(doc[start:end], (kind,), ()))
    return [float(ruled is priority) for priority in Priority]


def _ruled(doc: Doc, taken: list[Candidate], kinds: list[tuple[ClaimKind, ...]]) -> Numbers:
    return np.array(
        [
            ruled_priorities(doc, c.start, c.end, own[0] if own else ClaimKind.EVENT_ACTION)
            for c, own in zip(taken, kinds, strict=True)
        ]
    )


def _choice(
    doc: Doc,
    candidates: list[Candidate],
    at: int,
    kinds: tuple[ClaimKind, ...],
    priority: Priority,
    chance: float,
) -> Choice:
    here = candidates[at]
    near = [c for c in candidates if c.marked and _shared(doc, here, c) >= _NEAR]
    near.sort(key=lambda c: -_shared(doc, here, c))
    spans = [span for c in near for span in c.marked if span.label_ in kinds]
    reasons = dict.fromkeys(Reason(span.id_, note_of(span).reason) for span in spans)
    slots = next((note_of(span).slots for span in spans if note_of(span).slots), ())
    if kinds[0] is ClaimKind.ORDINAL_SUPERLATIVE and not slots:
        slots = slots_in(doc, here.start, here.end)
    seen = f"{_SEEN[_shape(here)]}; {_STAKES[priority]}"
    learnt = Reason(NAME, f"{seen}; annotated news marks {chance:.0%} of such.")
    return Choice(here.start, here.end, kinds, priority, (*reasons, learnt), slots)


def _shape(candidate: Candidate) -> Shape | None:
    return next((shape for shape in Shape if shape in candidate.shapes), None)


_STAKES = {
    Priority.HIGH: "the story falls or is corrected if it is wrong",
    Priority.MEDIUM: "readers would notice if it is wrong",
    Priority.LOW: "background",
}
_SEEN = {
    None: "a stretch that a rule marked",
    Shape.CLAUSE: "a clause",
    Shape.WHOLE: "a clause with what hangs on it",
    Shape.PREDICATE: "what is said of a subject",
    Shape.SHORTENED: "a clause without what trails after it",
    Shape.SUBJECT: "the subject with what it is",
    Shape.CONTENT: "what is said or reported",
    Shape.TAG: "who says so",
    Shape.PHRASE: "a phrase with a fact of its own",
    Shape.NOUN: "a noun phrase with a fact in it",
    Shape.DESCRIBED: "somebody or something with what it is",
    Shape.RELATIVE: "a clause that describes",
    Shape.AIM: "an aim or a consequence",
    Shape.SENTENCE: "a whole sentence",
    Shape.PART: "a joined part of a sentence",
    Shape.TIME: "a time",
}


def _opinions(doc: Doc, candidates: list[Candidate], chosen: list[Choice]) -> list[Choice]:
    """The judgements that the rules see, where nothing checkable was chosen in their place."""
    if ClaimKind.OPINION in setting_of(doc).silent:
        return []
    found: list[Choice] = []
    for candidate in candidates:
        if _judges(candidate) and all(
            _overlap(doc, candidate, other) < APART for other in (*chosen, *found)
        ):
            reasons = tuple(Reason(s.id_, note_of(s).reason) for s in candidate.marked)
            kinds = (ClaimKind.OPINION,)
            found.append(Choice(candidate.start, candidate.end, kinds, Priority.LOW, reasons))
    return found


def _judges(candidate: Candidate) -> bool:
    """Whether the rules see a judgement here before anything else."""
    return bool(candidate.marked) and kinds_of(candidate.marked)[0] is ClaimKind.OPINION


def _ends(doc: Doc, stretch: Candidate | Choice) -> tuple[int, int]:
    span: Span = doc[stretch.start : stretch.end]
    return span.start_char, span.end_char


def _shared(doc: Doc, a: Candidate | Choice, b: Candidate | Choice) -> float:
    """The share of the joined characters that both have."""
    (a0, a1), (b0, b1) = _ends(doc, a), _ends(doc, b)
    shared = max(0, min(a1, b1) - max(a0, b0))
    return shared / (a1 - a0 + b1 - b0 - shared)


def _overlap(doc: Doc, a: Candidate | Choice, b: Candidate | Choice) -> float:
    """The share of the characters of ``a`` that ``b`` has too."""
    (a0, a1), (b0, b1) = _ends(doc, a), _ends(doc, b)
    return max(0, min(a1, b1) - max(a0, b0)) / (a1 - a0)
