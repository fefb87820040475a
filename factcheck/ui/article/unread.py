"""Which words of a paragraph nobody has looked at."""

from dataclasses import dataclass

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


def _shared(one: TextPosition, other: TextPosition) -> TextPosition:
    return TextPosition(max(one.start, other.start), min(one.end, other.end))
