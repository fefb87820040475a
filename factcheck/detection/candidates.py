"""Stretches of a text that could be claims: what the rules marked, and the clauses and phrases around it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from spacy.tokens import Doc, Span, Token

from factcheck.detection.attributions import is_report
from factcheck.detection.blocks import quotes_of, setting_of
from factcheck.detection.clauses import Clause, clauses_of, comma_before, is_verbal, subject_of
from factcheck.detection.left_alone import is_order, is_question
from factcheck.detection.marks import CLAIMS, trimmed_tokens
from factcheck.detection.readings import times_of, tokens_at
from factcheck.model.article import Role


class Shape(StrEnum):
    """How a stretch was cut out of its sentence."""

    CLAUSE = "clause"
    WHOLE = "whole"
    PREDICATE = "predicate"
    SHORTENED = "shortened"
    SUBJECT = "subject"
    CONTENT = "content"
    TAG = "tag"
    PHRASE = "phrase"
    NOUN = "noun"
    DESCRIBED = "described"
    RELATIVE = "relative"
    AIM = "aim"
    SENTENCE = "sentence"
    PART = "part"
    TIME = "time"


@dataclass(slots=True)
class Candidate:
    """The tokens from ``start`` to ``end``, the shapes they were cut in, and the rules’ spans there."""

    start: int
    end: int
    shapes: set[Shape] = field(default_factory=set)
    marked: list[Span] = field(default_factory=list)


_FEWEST = 2
_LONGEST_NOUN = 30


def candidates_of(doc: Doc) -> list[Candidate]:
    """Every stretch that could be a claim, in text order; of questions and orders only what the rules marked."""
    found: dict[tuple[int, int], Candidate] = {}
    if doc.has_annotation("DEP") and setting_of(doc).role is not Role.CROSSHEAD:
        silent = bytearray(len(doc))
        for sentence in doc.sents:
            if is_question(sentence) or is_order(sentence.root):
                silent[sentence.start : sentence.end] = b"\1" * len(sentence)
        for first, last, shape in _cut(doc):
            start, end = trimmed_tokens(doc, first, last)
            if start >= end or any(silent[start:end]) or _is_torn(doc, start, end):
                continue
            if end - start >= _FEWEST or (shape is Shape.TIME and end > start):
                found.setdefault((start, end), Candidate(start, end)).shapes.add(shape)
    for span in doc.spans.get(CLAIMS, []):
        key = (span.start, span.end)
        found.setdefault(key, Candidate(*key)).marked.append(span)
    return sorted(found.values(), key=lambda c: (c.start, -c.end))


def _is_torn(doc: Doc, start: int, end: int) -> bool:
    """Whether the stretch begins with “’s” or ends with a word that opens another: by, the, and."""
    last = doc[end - 1]
    opens = last.tag_ in ("DT", "CC", "PRP$") or (last.tag_ == "IN" and last.dep_ == "prep")
    return doc[start].tag_ == "POS" or opens


def _cut(doc: Doc) -> Iterator[tuple[int, int, Shape]]:
    for clause in clauses_of(doc):
        yield clause.start, clause.end, Shape.CLAUSE
        yield clause.start, clause.whole_end, Shape.WHOLE
        yield from _of_verb(clause)
    for token in doc:
        if token.tag_.startswith("N"):
            yield from _of_noun(token)
        elif token.dep_ == "prep" and token.right_edge.i - token.i >= 2:
            yield token.left_edge.i, token.right_edge.i + 1, Shape.PHRASE
        elif is_verbal(token):
            yield from _of_dependent(token)
    for time in times_of(doc):
        start, end = tokens_at(doc, time.start, time.end)
        if end > start:
            opened = start > 0 and doc[start - 1].tag_ == "IN"
            yield start - opened, end, Shape.TIME
    for sentence in doc.sents:
        yield sentence.start, sentence.end, Shape.SENTENCE
    for quote in quotes_of(doc).quotes:
        yield from _in_quote(doc, quote.start, quote.end)


def _of_verb(clause: Clause) -> Iterator[tuple[int, int, Shape]]:
    """The predicate without a long subject, and the clause without what trails after it."""
    head, doc = clause.head, clause.head.doc
    subject = subject_of(head)
    start = clause.start
    if subject is not None and clause.start <= subject.i < head.i:
        yield subject.left_edge.i, subject.right_edge.i + 1, Shape.SUBJECT
        verb = next((c.i for c in head.lefts if c.i > subject.right_edge.i), head.i)
        yield verb, clause.end, Shape.PREDICATE
        yield verb, clause.whole_end, Shape.PREDICATE
        if subject.left_edge.i > clause.start:
            yield subject.left_edge.i, clause.end, Shape.SHORTENED
            yield subject.left_edge.i, clause.whole_end, Shape.SHORTENED
        if is_report(head):
            yield subject.left_edge.i, head.i + 1, Shape.TAG
    for child in head.rights:
        left = child.left_edge.i
        if left <= head.i + 1 or not start < left < clause.whole_end:
            continue
        if child.dep_ in _TRAILING or doc[left - 1].text == ",":
            yield start, left, Shape.SHORTENED
        if child.dep_ in ("dobj", "attr", "pobj", "oprd"):
            for inner in child.rights:
                at = inner.left_edge.i
                apart = inner.dep_ in _TRAILING_NOUN or (
                    inner.dep_ == "prep" and comma_before(inner)
                )
                if apart and at > child.i:
                    yield start, at, Shape.SHORTENED


_TRAILING = frozenset({"advcl", "xcomp", "prep", "npadvmod", "conj", "ccomp", "relcl", "appos"})

_TRAILING_NOUN = frozenset({"relcl", "acl", "appos", "conj"})


def _of_noun(noun: Token) -> Iterator[tuple[int, int, Shape]]:
    """A noun with what describes it, and the description by itself."""
    left, right = noun.left_edge.i, noun.right_edge.i + 1
    telling = False
    for child in noun.rights:
        if child.dep_ in ("appos", "relcl", "acl") and child.right_edge.i - noun.i >= 2:
            telling = True
            yield left, child.right_edge.i + 1, Shape.DESCRIBED
            yield child.left_edge.i, child.right_edge.i + 1, Shape.RELATIVE
    if telling or (right - left >= 4 and right - left <= _LONGEST_NOUN):
        yield left, right, Shape.NOUN
    if noun.dep_ in ("npadvmod", "appos") and right - left >= _FEWEST:
        yield left, right, Shape.NOUN


def _of_dependent(verb: Token) -> Iterator[tuple[int, int, Shape]]:
    """What somebody says, an aim, a joined verb: with everything that hangs on it."""
    left, right = verb.left_edge.i, verb.right_edge.i + 1
    if verb.dep_ in ("ccomp", "acl", "pcomp") and right - left >= 3:
        yield left, right, Shape.CONTENT
        if verb.doc[left].dep_ == "mark":
            yield left + 1, right, Shape.CONTENT
    elif verb.dep_ in ("xcomp", "advcl") and right - left >= 3:
        yield left, right, Shape.AIM
    elif verb.dep_ in ("conj", "parataxis", "dep") and right - left >= 3:
        yield left, right, Shape.PART


def _in_quote(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int, Shape]]:
    """The sentences of a quotation."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return
    first = span.start
    for i in range(span.start + 1, span.end):
        if doc[i].is_sent_start:
            yield first, i, Shape.PART
            first = i
    if first > span.start:
        yield first, span.end, Shape.PART
