"""What a file says of its paragraphs, and the lines of text that are made of them."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import NamedTuple

from factcheck.model.article import Role
from factcheck.model.text import TextPosition, trimmed
from factcheck.reading.cleaning import clean


@dataclass(frozen=True, slots=True)
class Look:
    """How a file sets a paragraph: the role it names, its heading level (0: none), whether it stands out."""

    role: Role | None = None
    level: int = 0
    stands_out: bool = False


PLAIN = Look()


_LONGEST_ROW = 300  # code points; a table row of short cells is read as one line


class Mark(NamedTuple):
    """Where in a paragraph the words begin or end that something of that name stands beside."""

    offset: int  # code points
    name: str
    opens: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a file; ``gap`` says whether it is set off from the one above."""

    text: str
    look: Look = PLAIN
    gap: bool = True
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text, or several that belong together, without white space at either end."""

    position: TextPosition
    words: str
    look: Look = PLAIN
    gap: bool = True


@dataclass(slots=True)
class Setting:
    """A text, its lines, and where in it each name was opened and closed, in code points."""

    text: str = ""
    lines: list[Line] = field(default_factory=list)
    opened: dict[str, int] = field(default_factory=dict)
    closed: dict[str, int] = field(default_factory=dict)


def set_text(paragraphs: Iterable[Paragraph]) -> Setting:
    """The paragraphs as one text, an empty line between those that are set apart."""
    setting = Setting()
    pieces: list[str] = []
    at = 0
    for paragraph in paragraphs:
        cleaned = clean(paragraph.text)
        words = cleaned.strip()
        if words:
            between = "" if not pieces else "\n\n" if paragraph.gap else "\n"
            pieces += (between, words)
            at += len(between)
            setting.lines += lines_of(words, at, paragraph.look, paragraph.gap)
        if paragraph.marks:
            _note_marks(setting, paragraph, cleaned, at)
        at += len(words)
    setting.text = "".join(pieces)
    return setting


def _note_marks(setting: Setting, paragraph: Paragraph, cleaned: str, at: int) -> None:
    """Note where the marks of a paragraph have come to lie, whose words begin at ``at``."""
    margin = len(cleaned) - len(cleaned.lstrip())
    length = len(cleaned.strip())
    changed = cleaned != paragraph.text
    last = offset = 0
    for mark in sorted(paragraph.marks):
        # piece by piece, so that many marks in a long paragraph do not take it through the cleaning each time
        offset += len(clean(paragraph.text[last : mark.offset])) if changed else mark.offset - last
        last = mark.offset
        place = at + min(length, max(0, offset - margin))
        (setting.opened if mark.opens else setting.closed).setdefault(mark.name, place)


def spaced(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs with text or marks. Where a writer parts them by empty ones, those say where a gap is."""
    empty = sum(not paragraph.text.strip() for paragraph in paragraphs)
    by_hand = empty >= 0.3 * max(1, len(paragraphs) - empty)
    kept = []
    gap = True
    for paragraph in paragraphs:
        if paragraph.text.strip():
            kept.append(replace(paragraph, gap=gap or not by_hand))
            gap = False
        else:
            gap = True
            if paragraph.marks:
                kept.append(paragraph)
    return kept


def row_of(cells: Iterable[Iterable[Paragraph]]) -> list[Paragraph]:
    """A table row as one line where its cells are short, else the paragraphs of its cells."""
    told = [[p for p in cell if p.text.strip() or p.marks] for cell in cells]
    paragraphs = [paragraph for cell in told for paragraph in cell]
    lengths = [len(paragraph.text.strip()) for paragraph in paragraphs]
    is_short = sum(lengths) <= _LONGEST_ROW and sum(map(bool, lengths)) > 1
    if is_short and all(len(cell) <= 1 for cell in told):
        return [_in_one_line(paragraphs)]
    return paragraphs


def _in_one_line(paragraphs: Iterable[Paragraph]) -> Paragraph:
    """The paragraphs as one line with tabs between them."""
    text = ""
    marks: list[Mark] = []
    for paragraph in paragraphs:
        words = paragraph.text.strip()
        if words and text:
            text += "\t"
        margin = len(paragraph.text) - len(paragraph.text.lstrip())
        for mark in paragraph.marks:
            offset = len(text) + min(len(words), max(0, mark.offset - margin))
            marks.append(mark._replace(offset=offset))
        text += words
    return Paragraph(text, Look(Role.BODY), True, tuple(marks))


def lines_of(text: str, offset: int = 0, look: Look = PLAIN, gap: bool = True) -> list[Line]:
    """The lines of ``text`` that hold more than white space; ``offset`` is where it begins in the whole."""
    lines = []
    at = 0
    for raw in text.split("\n"):
        position = trimmed(text, TextPosition(at, at + len(raw)))
        if len(position):
            lines.append(Line(position.shifted(offset), position.of(text), look, gap))
            gap = False
        elif at:
            gap = True
        at += len(raw) + 1
    return lines


_LIST_ITEM = re.compile(r"[-*•·–—‣▪◦]\s|\(?\d{1,3}[.)]\s|[a-z][.)]\s")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
# Code points in the full lines of a text that was broken to a width; shorter ones are a poem's.
_SHORTEST_WRAPPED, _LONGEST_WRAPPED = 45, 120


def is_list_item(words: str) -> bool:
    """Whether the line is one of a list."""
    return bool(_LIST_ITEM.match(words))


def ends_sentence(words: str) -> bool:
    """Whether the line ends as a sentence does."""
    return bool(_SENTENCE_END.search(words))


def joined(text: str, lines: list[Line]) -> list[Line]:
    """The lines with those made one that only a narrow page or a verse has parted."""
    width = _page_width(lines)
    if width:
        return _merge(text, lines, lambda upper, lower: _is_full(upper, lower, width))
    if _is_verse(lines):
        return _merge(text, lines, lambda upper, lower: not is_list_item(lower.words))
    return lines


def _is_full(upper: Line, lower: Line, width: int) -> bool:
    """Whether the first word of ``lower`` would not have fitted on the line above it."""
    return len(upper.words) + 1 + len(lower.words.split(None, 1)[0]) > width and not is_list_item(
        lower.words
    )


def _tight_pairs(lines: list[Line]) -> list[tuple[Line, Line]]:
    return [(a, b) for a, b in pairwise(lines) if not b.gap]


def _page_width(lines: list[Line]) -> int:
    """The width in code points that the text was broken to, or 0 where each line is a paragraph."""
    pairs = _tight_pairs(lines)
    if len(pairs) < 2:
        return 0
    lengths = sorted(len(line.words) for line in lines)
    width = lengths[min(len(lengths) - 1, int(0.98 * len(lengths)))]
    if not _SHORTEST_WRAPPED <= width <= _LONGEST_WRAPPED:
        return 0
    full = sum(_is_full(upper, lower, width) for upper, lower in pairs)
    return width if full >= 0.85 * len(pairs) else 0


def _is_verse(lines: list[Line]) -> bool:
    """Whether the text is set in short lines that run on, as a poem is."""
    pairs = _tight_pairs(lines)
    if len(pairs) < 2 or len(pairs) < 0.5 * (len(lines) - 1):
        return False
    lengths = sorted(len(line.words) for line in lines)
    running = sum(not ends_sentence(upper.words) for upper, _ in pairs)
    return lengths[int(0.9 * len(lengths))] <= 80 and running >= 0.4 * len(pairs)


def _merge(text: str, lines: list[Line], belong: Callable[[Line, Line], bool]) -> list[Line]:
    groups: list[list[Line]] = []
    for line in lines:
        upper = groups[-1][-1] if groups else line
        if groups and not line.gap and upper.look == line.look and belong(upper, line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [group[0] if len(group) == 1 else _as_one(text, group) for group in groups]


def _as_one(text: str, group: list[Line]) -> Line:
    position = TextPosition(group[0].position.start, group[-1].position.end)
    return replace(group[0], position=position, words=position.of(text))
