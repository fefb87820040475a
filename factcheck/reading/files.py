"""Opens the file a person chose: looks at what it really is and hands it to the reader of that format."""

import os
import stat
from datetime import datetime
from pathlib import Path

from factcheck.errors import UnreadableFile
from factcheck.model.article import Manuscript
from factcheck.reading.archive import SAVE_AS
from factcheck.reading.formats import format_of, reader_of
from factcheck.reading.manuscript import MAX_CHARACTERS, manuscript
from factcheck.reading.plain import read_plain_text

MAX_BYTES = 100 * 2**20
AT_ONCE = 200_000  # bytes; plain text of this length is read in some 20 milliseconds

_MAX_TEXT_BYTES = 4 * MAX_CHARACTERS
_UNPACKED = frozenset(["txt", "html", "md"])  # whose bytes are nearly all text


def read_file(path: Path, now: datetime) -> Manuscript:
    """The manuscript in the file; ``UnreadableFile`` says in one sentence why there is none."""
    data = _bytes_of(path)
    name = shown_name(path)
    if not data:
        raise UnreadableFile(f"“{name}” is empty. Choose a file with an article in it.")
    file_format = format_of(data, path.suffix.lower(), name)
    if file_format in _UNPACKED and len(data) > _MAX_TEXT_BYTES:
        raise _too_large(name, len(data), _MAX_TEXT_BYTES)
    return manuscript(reader_of(file_format)(data, name), name, file_format, now)


def is_read_at_once(path: Path) -> bool:
    """Whether the file is read, or refused, within a blink: plain text of an article's length."""
    try:
        data = _bytes_of(path, AT_ONCE)
        kind = format_of(data, path.suffix.lower(), shown_name(path))
        return len(data) < AT_ONCE and kind == "txt"
    except UnreadableFile:
        return True


def shown_name(path: Path) -> str:
    """The file's name as letters; bytes in it that are none become replacement characters."""
    return os.fsencode(path.name or str(path)).decode("utf-8", "replace")


def read_text(text: str, now: datetime, file_name: str = "pasted text") -> Manuscript:
    """The manuscript in pasted plain text."""
    return manuscript(read_plain_text(text, file_name), file_name, "txt", now)


def read_rich_text(html: str, now: datetime, file_name: str = "pasted text") -> Manuscript:
    """The manuscript in pasted formatted text, every paragraph of it."""
    from factcheck.reading.web import read_fragment

    return manuscript(read_fragment(html, file_name), file_name, "html", now)


def _bytes_of(path: Path, most: int = MAX_BYTES) -> bytes:
    """The first ``most`` bytes of the file, after making sure that it is one and not too large."""
    name = shown_name(path)
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise UnreadableFile(f"“{name}” is a folder. Choose one of the files in it.")
        if not stat.S_ISREG(found.st_mode):
            raise UnreadableFile(f"“{name}” is no ordinary file. Choose a document.")
        if found.st_size > MAX_BYTES:
            raise _too_large(name, found.st_size, MAX_BYTES)
        if path.with_name(path.name + "-wal").exists():
            # closing it again would drop the locks of a casebook that is open in this very program
            raise UnreadableFile(f"“{name}” is a database in use, perhaps a casebook. {SAVE_AS}")
        with path.open("rb") as stream:
            return stream.read(most)
    except FileNotFoundError as error:
        raise UnreadableFile(
            f"There is no file “{name}”. Check the name and the folder."
        ) from error
    except PermissionError as error:
        raise UnreadableFile(
            f"You are not allowed to read “{name}”. Ask its owner for access, or copy it to a folder of yours."
        ) from error
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        reason = getattr(error, "strerror", None) or "its name is not valid"
        raise UnreadableFile(
            f"“{name}” could not be read ({reason}). Copy it to this computer and try again."
        ) from error


def _too_large(name: str, size: int, limit: int) -> UnreadableFile:
    return UnreadableFile(
        f"“{name}” is too large: {size / 2**20:,.0f} MB, where {limit / 2**20:,.0f} MB is the most. The program takes "
        f"texts of up to {MAX_CHARACTERS:,} characters, about a million words; cut it into parts and drop those here."
    )
