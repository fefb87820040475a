"""Puts what was read from a file together: article, draft and blocks."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePath

from factcheck.errors import UnreadableFile
from factcheck.model.article import Article, Block, DateOrigin, Draft, Manuscript, Remark, Role
from factcheck.reading.blocks import Part, find_parts
from factcheck.reading.dates import date_inside, date_of_line
from factcheck.reading.paragraph import Line

MAX_CHARACTERS = 6_000_000  # twice a text of 500,000 words
_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Reading:
    """What a format's reader found in a file: its text, its lines, and what it says of its origin.

    ``remarks`` are what the author put beside the text, ``notes`` sentences on what was left out or is missing.
    """

    text: str
    lines: list[Line]
    published: date | None = None
    site_name: str = ""
    title: str = ""
    remarks: tuple[Remark, ...] = ()
    notes: tuple[str, ...] = ()


def manuscript(reading: Reading, file_name: str, file_format: str, now: datetime) -> Manuscript:
    """The manuscript of ``reading``; ``UnreadableFile`` where there is no text or too much of it."""
    if not reading.lines:
        raise UnreadableFile(
            f"“{file_name}” holds no text. Choose a file with an article in it, or paste the text."
        )
    refuse_too_long(reading.text, file_name)
    parts = find_parts(reading.text, reading.lines, reading.site_name)
    published, origin = _published(reading, parts)
    article = Article(_title(reading, parts, file_name), now, published, origin)
    draft = Draft(article.id, 1, reading.text, file_name, file_format, now)
    blocks = tuple(Block(draft.id, position, role) for position, role in parts)
    return Manuscript(article, draft, blocks, reading.remarks, reading.notes)


def refuse_too_long(text: str, file_name: str) -> None:
    """Raise ``UnreadableFile`` where the text is longer than the program takes."""
    if len(text) > MAX_CHARACTERS:
        raise UnreadableFile(
            f"“{file_name}” is too long: {len(text):,} characters. The program takes texts of up to "
            f"{MAX_CHARACTERS:,} characters, about a million words; cut it into parts and drop those here."
        )


def _published(reading: Reading, parts: list[Part]) -> tuple[date | None, DateOrigin]:
    if reading.published is not None:
        return reading.published, DateOrigin.FILE
    for position, role in parts:
        if role is Role.DATELINE:
            words = position.of(reading.text)
            if day := date_of_line(words) or date_inside(words):
                return day, DateOrigin.TEXT
    return None, DateOrigin.NONE


def _title(reading: Reading, parts: list[Part], file_name: str) -> str:
    """The headline, else the title the file gives itself, else the text's first words."""
    headline = next((p.of(reading.text) for p, role in parts if role is Role.HEADLINE), "")
    title = " ".join((headline or reading.title).split())
    if title:
        return _shortened(title)
    first = next((p.of(reading.text) for p, role in parts if role is not Role.BOILERPLATE), "")
    return _shortened(" ".join(first[: 4 * _LONGEST_TITLE].split()), 80) or PurePath(file_name).stem


def _shortened(title: str, longest: int = _LONGEST_TITLE) -> str:
    if len(title) <= longest:
        return title
    return title[:longest].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
