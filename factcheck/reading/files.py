"""Opens the file a person chose: looks at what it really is and hands it to the reader of that format."""

import os
import re
import stat
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from factcheck.errors import UnreadableFile
from factcheck.model.article import Manuscript
from factcheck.reading.archive import SAVE_AS
from factcheck.reading.manuscript import MAX_CHARACTERS, Reading, manuscript
from factcheck.reading.plain import read_plain, read_plain_text

FORMATS = (
    ("Plain text", (".txt", ".text", ".md")),
    ("Word", (".docx", ".docm")),
    ("Web page", (".html", ".htm", ".xhtml")),
    ("PDF", (".pdf",)),
)
SUFFIXES = tuple(suffix for _, suffixes in FORMATS for suffix in suffixes)
MAX_BYTES = 100 * 2**20
AT_ONCE = 200_000  # bytes; plain text of this length is read in some 20 milliseconds

_MAX_TEXT_BYTES = 4 * MAX_CHARACTERS
_WEB_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHER_KINDS = (
    (b"{\\rtf", "a rich-text file (RTF)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"SQLite format 3\0", "a database, perhaps a casebook"),
    (b"\x1f\x8b", "a packed archive"),
    (b"7z\xbc\xaf", "a packed archive"),
    (b"Rar!", "a packed archive"),
    (b"BZh", "a packed archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"ID3", "a sound recording"),
    (b"OggS", "a sound recording"),
    (b"%!PS", "a PostScript file"),
)


def read_file(path: Path, now: datetime) -> Manuscript:
    """The manuscript in the file; ``UnreadableFile`` says in one sentence why there is none."""
    data = _bytes_of(path)
    name = shown_name(path)
    if not data:
        raise UnreadableFile(f"“{name}” is empty. Choose a file with an article in it.")
    file_format = _format(data, path)
    if file_format in {"txt", "html"} and len(data) > _MAX_TEXT_BYTES:
        raise _too_large(name, len(data), _MAX_TEXT_BYTES)
    return manuscript(_reader(file_format)(data, name), name, file_format, now)


def is_read_at_once(path: Path) -> bool:
    """Whether the file is read, or refused, within a blink: plain text of an article's length."""
    try:
        data = _bytes_of(path, AT_ONCE)
        return len(data) < AT_ONCE and _format(data, path) == "txt"
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


def _format(data: bytes, path: Path) -> str:
    """The format's name, by what the file holds and, where that does not tell, by its ending."""
    ending = path.suffix.lower()
    _refuse_other_kinds(data, shown_name(path))
    is_page = bool(_WEB_PAGE.match(data[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")))
    if b"%PDF-" in data[:1024] or (ending == ".pdf" and not is_page):
        return "pdf"
    if data.startswith(b"PK\x03\x04") or (ending in {".docx", ".docm"} and not is_page):
        return "docx"
    if is_page or ending in {".html", ".htm", ".xhtml"}:
        return "html"
    return "txt"


def _reader(file_format: str) -> Callable[[bytes, str], Reading]:
    # Each reader brings a library of its own; nobody must wait for four of them to come up.
    match file_format:
        case "pdf":
            from factcheck.reading.pdf import read_pdf

            return read_pdf
        case "docx":
            from factcheck.reading.word import read_word

            return read_word
        case "html":
            from factcheck.reading.web import read_web

            return read_web
    return read_plain


def _refuse_other_kinds(data: bytes, name: str) -> None:
    """Say by name what cannot be a text, where the first bytes tell."""
    if data.startswith(_OLD_OFFICE):
        raise _old_office(data, name)
    for mark, kind in _OTHER_KINDS:
        if data.startswith(mark):
            raise UnreadableFile(f"“{name}” is {kind}, not a text this program reads. {SAVE_AS}")


def _old_office(data: bytes, name: str) -> UnreadableFile:
    if _ENCRYPTED in data:
        return UnreadableFile(
            "This Word file is protected by a password. Open it in Word, save a copy without one, and drop that here."
        )
    return UnreadableFile(
        f"“{name}” is in the format of an old Office program. Open it there, save it as .docx, and drop that here."
    )


def _too_large(name: str, size: int, limit: int) -> UnreadableFile:
    return UnreadableFile(
        f"“{name}” is too large: {size / 2**20:,.0f} MB, where {limit / 2**20:,.0f} MB is the most. The program takes "
        f"texts of up to {MAX_CHARACTERS:,} characters, about a million words; cut it into parts and drop those here."
    )
