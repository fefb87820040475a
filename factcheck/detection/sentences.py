"""The sentences a reader would count: not split inside quotations or after abbreviations."""

import re

from spacy.tokens import Doc

from factcheck.detection.blocks import quotes_of
from factcheck.detection.words import words

_ENDS = re.compile(r"[.!?…][”\"’')\]*]*$")


def sentences_of(doc: Doc) -> list[tuple[int, int]]:
    """The sentences of the text in characters."""
    merged: list[tuple[int, int]] = []
    for start, end in _parsed(doc):
        if merged and not _ends_sentence(doc, merged[-1][1], start):
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


def _parsed(doc: Doc) -> list[tuple[int, int]]:
    if not doc.has_annotation("SENT_START"):
        found = [m.span() for m in re.finditer(r"\S.*?(?:[.!?][”\"’')\]]*(?=\s|$)|$)", doc.text)]
        return [(start, end) for start, end in found if end > start]
    return [(s.start_char, s.end_char) for s in doc.sents if s.text.strip()]


def _ends_sentence(doc: Doc, end: int, following: int) -> bool:
    """Whether a sentence ends at the character ``end`` and another begins at ``following``."""
    before = doc.text[:end].rstrip()[-40:]
    last = before.rsplit(None, 1)[-1] if before else ""
    if last in words("abbreviations") or not any(c.isalnum() for c in last):
        return False
    quote = quotes_of(doc).at(following)
    if quote is not None and quote.start < following < quote.end and quote.closed:
        return False
    return bool(_ENDS.search(before)) or doc.text[following : following + 1].isupper()
