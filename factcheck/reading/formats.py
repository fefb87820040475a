"""Which formats there are, and which one a file is in: by what it holds and, where that does not tell, by its ending."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO

from factcheck.errors import UnreadableFile
from factcheck.reading.archive import SAVE_AS
from factcheck.reading.manuscript import Reading
from factcheck.reading.plain import read_plain

FORMATS = (
    ("Plain text", (".txt", ".text")),
    ("Markdown", (".md", ".markdown")),
    ("Word", (".docx", ".docm")),
    ("OpenDocument", (".odt", ".fodt")),
    ("Rich text", (".rtf",)),
    ("Web page", (".html", ".htm", ".xhtml")),
    ("PDF", (".pdf",)),
    ("Electronic book", (".epub",)),
    ("E-mail", (".eml",)),
)
SUFFIXES = tuple(suffix for _, suffixes in FORMATS for suffix in suffixes)

_FORMAT_OF = {
    ".md": "md", ".markdown": "md", ".docx": "docx", ".docm": "docx", ".odt": "odt", ".rtf": "rtf",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".pdf": "pdf", ".epub": "epub", ".eml": "eml",
}  # fmt: skip
_WEB_PAGE = re.compile(
    # a comment ends at its first end, else there would be a million ways to read twenty of them
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:(?><!--.*?-->)\s*)*+<(?:!doctype\s+html|html)\b",
    re.I | re.S,
)
_FLAT_OPEN_DOCUMENT = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?<office:document\b[^>]*opendocument\.text\""
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MAIL_OF_OUTLOOK = "__substg1.0_".encode("utf-16-le")
_OTHER_KINDS = (
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


def format_of(data: bytes, ending: str, name: str) -> str:
    """The format's name; ``UnreadableFile`` where the first bytes tell that it is no text."""
    _refuse_other_kinds(data, name)
    by_ending = _FORMAT_OF.get(ending, "txt")
    is_page = bool(_WEB_PAGE.match(data[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")))
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if b"%PDF-" in data[:1024] or (by_ending == "pdf" and not is_page):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _packed_format(data) or (by_ending if by_ending in {"odt", "epub"} else "docx")
    if _FLAT_OPEN_DOCUMENT.match(data[:8192]):
        return "odt"
    if by_ending == "eml" or (by_ending != "txt" and not is_page):
        return by_ending
    return "html" if is_page else "txt"


def reader_of(file_format: str) -> Callable[[bytes, str], Reading]:
    """What reads a file of that format. Each brings a library of its own, and nobody must wait for all of them."""
    match file_format:
        case "pdf":
            from factcheck.reading.pdf import read_pdf as reader
        case "docx":
            from factcheck.reading.word import read_word as reader
        case "odt":
            from factcheck.reading.odt import read_odt as reader
        case "rtf":
            from factcheck.reading.rtf import read_rtf as reader
        case "md":
            from factcheck.reading.markdown import read_markdown as reader
        case "epub":
            from factcheck.reading.epub import read_epub as reader
        case "eml":
            from factcheck.reading.mail import read_mail as reader
        case "html":
            from factcheck.reading.web import read_web as reader
        case _:
            return read_plain
    return reader


def _packed_format(data: bytes) -> str:
    """What a zip file says it is; empty where it says nothing of a text, or cannot be unpacked."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return ""
    if "META-INF/container.xml" in names:
        return "epub"
    is_text = b"opendocument.text" in data[:120]  # how the packed form begins, by its standard
    return "odt" if "content.xml" in names and is_text else ""


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
    if _MAIL_OF_OUTLOOK in data:
        return UnreadableFile(
            f"“{name}” is a message as Outlook keeps it. Save it there as text or HTML, and drop that here."
        )
    return UnreadableFile(
        f"“{name}” is in the format of an old Office program. Open it there, save it as .docx, and drop that here."
    )
