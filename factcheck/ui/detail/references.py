"""What somebody typed or dropped as a source: a link, a file, or words."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from PySide6.QtCore import QMimeData, QUrl

from factcheck.model.evidence import SourceForm

LINK_SCHEMES = ("http", "https", "ftp")
_SCHEME = re.compile(r"(?i)(https?|ftp)://\S+\Z")
_BARE = re.compile(r"(?i)(www\.\S+|doi\.org/\S+|[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}/\S*)\Z")
_DOI = re.compile(r"(?i)(doi:\s*)?(10\.\d{4,9}/\S+)\Z")


def as_link(text: str) -> str:
    """The text as a whole link, with its scheme; empty where it is none."""
    text = text.strip()
    if _SCHEME.match(text):
        return text
    if doi := _DOI.match(text):
        return f"https://doi.org/{doi[2]}"
    return f"https://{text}" if _BARE.match(text) else ""


def as_file(text: str) -> Path | None:
    """The file that the text names, or None where there is none; a file's link counts too."""
    text = text.strip().strip("\"'")
    if not text:
        return None
    if text.startswith("file://"):
        text = QUrl(text).toLocalFile()
    path = Path(text).expanduser()
    try:
        return path if path.is_absolute() and path.is_file() else None
    except OSError:  # a name longer than any file's
        return None


def name_of(reference: str, form: SourceForm) -> str:
    """A title for a source that was given none: the file's name, or the link's site and last part."""
    if form is SourceForm.FILE:
        return Path(reference).name
    parts = urlsplit(reference)
    last = [part for part in parts.path.split("/") if part][-1:]
    return ", ".join([parts.netloc.removeprefix("www."), *last])


def dropped(data: QMimeData) -> str:
    """The first file or link among dropped things; empty where there is neither."""
    for url in data.urls():
        if url.isLocalFile():
            return url.toLocalFile()
        if url.scheme() in LINK_SCHEMES:
            return url.toString()
    text = data.text() if data.hasText() else ""
    return as_link(text)
