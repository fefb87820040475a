"""Whether words that were quoted from a text stand in it, whatever its lines, quotation marks and dashes look like."""

import re
import unicodedata

_QUOTES = re.compile("[\"'`´‘’‚‛“”„‟«»‹›′″]")
_DASHES = re.compile("[‐‑‒–—―−]")
_UNSEEN = re.compile(
    "[\u00ad\u200b-\u200f\u2060\ufeff]"
)  # soft hyphens, joiners, marks of direction
_BROKEN = re.compile(
    r"(?<=\w)-\s+(?=\w)"
)  # a word cut at the end of a line, or a dash beside a space
_LEFT_OUT = re.compile(r"\[\s*(?:…|\.\.\.)\s*\]|…|\.\.\.")


def stands_in(passage: str, text: str) -> bool:
    """Whether the passage stands in the text; what it leaves out with … may be anything, in the same order."""
    pieces = [_levelled(piece) for piece in _LEFT_OUT.split(passage)]
    asked = [piece for piece in pieces if piece]
    if not asked:
        return False
    levelled = _levelled(text)
    at = 0
    for piece in asked:
        found = levelled.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return True


def _levelled(words: str) -> str:
    """The words without what differs from print to print: case, spaces, quotation marks, dashes, hyphens."""
    plain = _UNSEEN.sub("", unicodedata.normalize("NFKC", words))
    plain = _DASHES.sub("-", _QUOTES.sub("", plain))
    return "".join(_BROKEN.sub("", plain).casefold().replace("-", "").split())
