"""Turns the rules that a desk wrote into detectors: word lists and token patterns."""

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial

from spacy.errors import MatchPatternError
from spacy.language import Language
from spacy.matcher import Matcher, PhraseMatcher
from spacy.tokens import Doc

from factcheck.detection.marks import mark
from factcheck.detection.patterns import EXAMPLE, components_for, parsed
from factcheck.errors import UnusableRule
from factcheck.model.rule import DeskRule, RuleForm

_KEY = "desk"
MOST_WORDS = 20_000  # lines of one list


def components_of(rules: Iterable[DeskRule]) -> frozenset[str]:
    """The parts of the language model that these rules ask for; a rule that cannot be used asks for none."""
    needed: set[str] = set()
    for rule in rules:
        if rule.form is RuleForm.PATTERN:
            try:
                needed |= components_for(rule.content)
            except UnusableRule:
                continue
    return frozenset(needed)


def detector_of(rule: DeskRule, nlp: Language) -> Callable[[Doc], Doc]:
    """The rule as a detector. UnusableRule, in one sentence, where it cannot be one."""
    find = _words(rule, nlp) if rule.form is RuleForm.WORDS else _patterns(rule, nlp)
    return partial(_run, rule, find)


def _run(rule: DeskRule, find: "_Find", doc: Doc) -> Doc:
    last = 0
    for start, end in sorted(find(doc), key=lambda place: (place[0], -place[1])):
        if end > last:  # of two that overlap the one that begins first, and of those the longer
            mark(doc, start, end, rule.kind, rule.detector, _reason(rule), priority=rule.priority)
            last = end
    return doc


_Find = Callable[[Doc], Iterator[tuple[int, int]]]


def _words(rule: DeskRule, nlp: Language) -> _Find:
    words = rule.words
    if not words:
        raise UnusableRule("The list has no words in it; write one word or phrase a line.")
    if len(words) > MOST_WORDS:
        raise UnusableRule(f"The list has {len(words):,} lines; {MOST_WORDS:,} are the most.")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    docs = [doc for doc in map(nlp.make_doc, words) if len(doc)]
    matcher.add(_KEY, docs)
    return lambda doc: ((start, end) for _, start, end in matcher(doc))


def _patterns(rule: DeskRule, nlp: Language) -> _Find:
    patterns = parsed(rule.content)
    missing = components_for(rule.content) - set(nlp.pipe_names)
    if missing:
        raise UnusableRule("The pattern needs the English language model, which is not there.")
    matcher = Matcher(nlp.vocab, validate=True)
    try:
        matcher.add(_KEY, patterns, greedy="LONGEST")
    except (MatchPatternError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise UnusableRule(_said(error)) from error
    return lambda doc: ((start, end) for _, start, end in matcher(doc))


def _said(error: Exception) -> str:
    """Where spaCy stumbled, by the first place that it names."""
    line = next((line for line in str(error).splitlines() if line.startswith("- [")), "")
    place = line.removeprefix("- [").partition("]")[0].split(" -> ")
    token = next((int(part) + 1 for part in place if part.isdigit()), 0)
    name = next((part for part in place[2:] if part.isupper()), "")
    if not token:
        return f"spaCy cannot use the pattern; compare it with {EXAMPLE}."
    after = f"what stands after {name}" if name else "what is said"
    return f"In token {token} of the pattern, spaCy cannot use {after}; compare it with {EXAMPLE}."


def _reason(rule: DeskRule) -> str:
    return rule.reason or f"The desk’s rule “{rule.name}” looks for it."


def in_force(
    rules: Collection[DeskRule], nlp: Language, problems: list[str]
) -> list[tuple[str, Callable[[Doc], Doc]]]:
    """The rules as detectors by name; one that cannot be used is told and left out."""
    made = []
    for rule in rules:
        try:
            made.append((rule.detector, detector_of(rule, nlp)))
        except UnusableRule as error:
            problems.append(f"The desk’s rule “{rule.name}” was left out. {error}")
    return made
