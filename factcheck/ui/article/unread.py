"""Which words of a paragraph nobody has looked at."""

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.model.article import Block, Sentence
from factcheck.model.case import Case
from factcheck.model.text import TextPosition
from factcheck.ui.article.document import blocks_over


@dataclass(frozen=True, slots=True)
class Unread:
    """The stretches not read yet; ``is_whole`` where that is every sentence that can hold a claim."""

    stretches: tuple[TextPosition, ...]
    is_whole: bool


def unread_in(case: Case, place: TextPosition) -> Unread:
    """What of the text at ``place`` is unread: whole sentences, and blocks not yet cut into any."""
    stretches: list[TextPosition] = []
    is_whole = True
    for block in blocks_over(case, place):
        if not block.role.holds_claims:
            continue
        here = _shared(block.position, place)
        sentences = case.sentences_over(here)
        if not sentences:
            stretches.append(here)
        for sentence in sentences:
            if sentence.is_read:
                is_whole = False
            else:
                stretches.append(_shared(sentence.position, here))
    return Unread(tuple(stretches), is_whole and bool(stretches))


def unread_bands(blocks: Sequence[Block], sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Start and end of what is unread in these parts of a text, neighbours joined; both in text order."""
    bands: list[tuple[int, int]] = []
    joins = False  # to the band before
    at = 0
    for block in blocks:
        if not block.role.holds_claims:
            continue
        start, end = block.position.start, block.position.end
        while at < len(sentences) and sentences[at].position.end <= start:
            at += 1
        if at == len(sentences) or sentences[at].position.start >= end:
            joins = _put(bands, start, end, joins)
        while at < len(sentences) and sentences[at].position.start < end:
            sentence = sentences[at]
            if sentence.is_read:
                joins = False
            else:
                joins = _put(bands, sentence.position.start, sentence.position.end, joins)
            at += 1
    return bands


def _put(bands: list[tuple[int, int]], start: int, end: int, joins: bool) -> bool:
    if joins:
        bands[-1] = (bands[-1][0], end)
    else:
        bands.append((start, end))
    return True


def _shared(one: TextPosition, other: TextPosition) -> TextPosition:
    return TextPosition(max(one.start, other.start), min(one.end, other.end))
