"""Tells, in a column, what a record could settle from what only the writer's view carries."""

from spacy.tokens import Doc, Span, Token

from factcheck.detection.blocks import quotes_of
from factcheck.detection.clauses import clause_around, is_verbal, subject_of
from factcheck.detection.left_alone import is_hypothetical
from factcheck.detection.opinions import is_vague, judgement
from factcheck.detection.readings import figures_in, times_of
from factcheck.detection.words import words

_THINGS = frozenset(["nothing", "something", "anything", "everything", "things", "some", "others"])


def is_grounded(doc: Doc, start: int, end: int) -> bool:
    """Whether a stretch of a column states something to look up: a name, figure, date or quotation, or a past act."""
    span = doc[start:end]
    if any(q.start < span.end_char and span.start_char < q.end for q in quotes_of(doc).quotes):
        return True
    if any(f.unit or f.value != 1 for f in figures_in(doc, start, end)) or _has_date(
        doc, start, end
    ):
        return True
    clause = clause_around(doc, span.root.i)
    if clause is None:
        return _has_name(span)
    supposes = judgement(clause) is not None or is_hypothetical(span.root)
    return not supposes and (_has_name(span) or _is_past_act(span.root))


def _has_name(span: Span) -> bool:
    return any(t.tag_ in ("NNP", "NNPS") and t.text[0].isupper() for t in span)


def _has_date(doc: Doc, start: int, end: int) -> bool:
    """Whether a definite time stands in the stretch: not “now”, “the future”, “one day”."""
    span = doc[start:end]
    return any(
        t.start < span.end_char and span.start_char < t.end and any(c.isdigit() for c in t.value)
        for t in times_of(doc)
    )


def _is_past_act(head: Token) -> bool:
    """Whether somebody other than the writer, named by a noun, did something or was something."""
    if not is_verbal(head):
        return False
    subject = subject_of(head)
    if subject is None or is_vague(subject) or subject.lower_ in _THINGS:
        return False
    if any(word.lower_ in words("opinion-words") for word in head.subtree):
        return False
    helpers = {c.lower_ for c in head.children if c.dep_ in ("aux", "auxpass")}
    return head.tag_ == "VBD" or bool(helpers & {"has", "have", "had", "was", "were", "been"})
