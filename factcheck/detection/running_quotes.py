"""Quotations that run over blocks: who speaks in one goes on speaking in the next."""

from collections.abc import Sequence
from dataclasses import replace

from factcheck.model.detected import Quotation
from factcheck.model.text import TextPosition

_CLOSING = "”\"’'»“"


def carried_on(
    text: str, block: TextPosition, found: Sequence[Quotation], before: Quotation | None
) -> list[Quotation]:
    """The block's quotations, the first with the speaker of ``before`` where it goes on with his words.

    ``before`` is the last quotation of the block above. It goes on where its end mark is missing, or where the first
    quotation here is the whole block and names nobody.
    """
    quotations = list(found)
    if not quotations or before is None or before.speaker is None:
        return quotations
    first = quotations[0]
    if first.speaker is not None or first.position.start - block.start > 1:
        return quotations
    is_open = text[before.position.end - 1] not in _CLOSING
    fills = block.end - first.position.end <= 1 and text[first.position.start + 1].isupper()
    if is_open or fills:
        quotations[0] = replace(first, speaker=before.speaker)
    return quotations
