"""Puts letters that stand on a page from right to left into the order they are read in.

A PDF says where each letter stands, not in which order they are read. pdfium turns a stretch of Arabic or Hebrew round,
but gets the order of its words and of letters drawn as one wrong where the line holds other scripts.
"""

import re
import unicodedata
from dataclasses import dataclass

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_ALEF = frozenset("اأإآٱ")
_LAM = "ل"
_MIRRORED = str.maketrans("()[]{}«»‹›<>", ")(][}{»«›‹><")
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")
# A bracket that opens after a word or closes before one; its pair may stand on another line.
_MISPLACED = re.compile(r"[(\[{](?=[\s.,;:،؛]|$)|(?:(?<=\s)|^)[)\]}]")
_NARROWEST_SPACE = 0.2  # of the font size
_THINNEST_GAP = 0.1  # of the font size, where the file sets a space that has no width of its own


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter, where it begins and ends from left to right, and whether pdfium made it up."""

    char: str
    left: float
    right: float
    generated: bool = False

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def has_right_to_left(words: str) -> bool:
    """Whether anything in the line is read from right to left."""
    return bool(_RIGHT_TO_LEFT.search(words))


def in_reading_order(glyphs: list[Glyph], size: float, after_right_to_left: bool = False) -> str:
    """The words of a line whose letters are given with their places; ``size`` is that of the font in points.

    A line of digits alone is read as the one before it.
    """
    seen = _as_seen(glyphs, size)
    kinds = [_kind(cluster) for cluster in seen]
    balance = kinds.count("R") - kinds.count("L")
    if balance < 0 or (balance == 0 and not after_right_to_left):
        pieces = _runs(seen, kinds, "R")
        return "".join(
            _balanced(_turned(piece)) if foreign else "".join(piece) for foreign, piece in pieces
        )
    pieces = _runs(seen, kinds, "L")
    return _balanced(
        "".join("".join(piece) if foreign else _turned(piece) for foreign, piece in pieces[::-1])
    )


def _as_seen(glyphs: list[Glyph], size: float) -> list[str]:
    """The letters from left to right, those drawn as one together, a space where one shows."""
    told = [g for g in glyphs if g.char.isspace() and not g.generated]
    spaces = [g.middle for g in told if g.right > g.left]
    thin = [g.left for g in told if g.right <= g.left]  # their width is told by what stands beside
    ink = [glyph for glyph in glyphs if not glyph.char.isspace()]
    clusters: list[list[Glyph]] = []
    for glyph in sorted(ink, key=lambda glyph: round(glyph.middle, 1)):
        if _is_mark(glyph):
            continue
        if clusters and _drawn_as_one(clusters[-1][0], glyph):
            clusters[-1].append(glyph)
        else:
            clusters.append([glyph])
    marks = [glyph for glyph in ink if _is_mark(glyph)]
    seen: list[str] = []
    for index, cluster in enumerate(clusters):
        if index and _is_parted(clusters[index - 1][0], cluster[0], spaces, thin, size):
            seen.append(" ")
        seen.append(
            _letters(cluster) + "".join(m.char for m in marks if _nearest(clusters, m) == index)
        )
    return seen


def _is_mark(glyph: Glyph) -> bool:
    return unicodedata.combining(glyph.char) > 0


def _nearest(clusters: list[list[Glyph]], mark: Glyph) -> int:
    return min(range(len(clusters)), key=lambda i: abs(clusters[i][0].middle - mark.middle))


def _drawn_as_one(glyph: Glyph, other: Glyph) -> bool:
    return abs(glyph.left - other.left) < 0.05 and abs(glyph.right - other.right) < 0.05


def _is_parted(
    glyph: Glyph, other: Glyph, spaces: list[float], thin: list[float], size: float
) -> bool:
    """Whether a space shows between two letters that stand side by side."""
    gap = other.left - glyph.right
    return (
        gap > _NARROWEST_SPACE * size
        or any(glyph.middle < space < other.middle for space in spaces)
        or (gap > _THINNEST_GAP * size and any(glyph.middle < at < other.middle for at in thin))
    )


def _letters(cluster: list[Glyph]) -> str:
    """The letters of one drawing in the order they are read; pdfium has turned them round."""
    letters = [glyph.char for glyph in cluster]
    if len(letters) < 2 or not has_right_to_left("".join(letters)):
        return "".join(letters)
    if letters[0] == _LAM and letters[1] in _ALEF:
        return "".join(letters)
    return "".join(reversed(letters))


def _kind(cluster: str) -> str:
    """R or L for a letter by the way it is read, N for a digit, an empty string for all else."""
    way = unicodedata.bidirectional(cluster[0])
    if way in {"R", "AL"}:
        return "R"
    return way if way == "L" else "N" if way in {"EN", "AN"} else ""


def _runs(seen: list[str], kinds: list[str], foreign: str) -> list[tuple[bool, list[str]]]:
    """The line in pieces from left to right; those marked run from one letter of the other way to another."""
    other = "L" if foreign == "R" else "R"
    runs: list[tuple[bool, list[str]]] = []
    start = 0
    while start < len(seen):
        end = start + 1
        if kinds[start] == foreign:
            for index in range(start, len(seen)):
                if kinds[index] == other:
                    break
                if kinds[index] == foreign or (foreign == "L" and kinds[index] == "N"):
                    end = index + 1
            runs.append((True, seen[start:end]))
        else:
            while end < len(seen) and kinds[end] != foreign:
                end += 1
            runs.append((False, seen[start:end]))
        start = end
    return runs


_NUMBER = re.compile(r"\d+(?:[.,:/٫٬-]\d+)*%?")


def _turned(piece: list[str]) -> str:
    """The letters from right to left, the digits of each number still from left to right."""
    numbers = [match.span() for match in _NUMBER.finditer("".join(c[0] for c in piece))]
    turned: list[str] = []
    at = len(piece)
    for start, end in reversed(numbers):
        turned += piece[end:at][::-1]
        turned.append("".join(piece[start:end]))
        at = start
    turned += piece[:at][::-1]
    return "".join(turned)


def _balanced(words: str) -> str:
    """The words with their brackets the other way round, where that makes pairs of them or puts them at their words."""
    mirrored = words.translate(_MIRRORED)
    faults, mirrored_faults = (
        (_unpaired(line), len(_MISPLACED.findall(line))) for line in (words, mirrored)
    )
    return mirrored if mirrored_faults < faults else words


def _unpaired(words: str) -> int:
    open_now = unpaired = 0
    for char in words:
        if char in _OPENING:
            open_now += 1
        elif char in _CLOSING:
            unpaired += open_now == 0
            open_now = max(0, open_now - 1)
    return unpaired + open_now
