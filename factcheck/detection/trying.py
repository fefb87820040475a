"""Tries one rule of a desk's on a text before it is kept."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.detection.desk_rules import detector_of
from factcheck.detection.detect import find_claims
from factcheck.detection.pipeline import LoadedLanguage
from factcheck.model.article import Block, Draft
from factcheck.model.detected import DetectedBlock
from factcheck.model.rule import DeskRule
from factcheck.model.rulebook import Rulebook


def try_rule(
    draft: Draft, blocks: Sequence[Block], rule: DeskRule, language: LoadedLanguage
) -> Iterator[DetectedBlock]:
    """What the rule alone finds in each block. UnusableRule, in one sentence, where it cannot be used."""
    detector_of(rule, language.nlp)
    alone = Rulebook((replace(rule, is_on=True),))
    bare = LoadedLanguage(language.nlp, (), language.problems)
    yield from find_claims(draft, blocks, None, bare, alone)
