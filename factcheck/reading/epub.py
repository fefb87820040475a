"""Electronic books (EPUB): the text of their chapters in reading order, with its notes and links."""

import posixpath
import re
from dataclasses import replace
from urllib.parse import unquote, urldefrag

from lxml import etree, html
from lxml.html import HtmlElement

from factcheck.errors import UnreadableFile
from factcheck.reading.archive import Archive
from factcheck.reading.asides import day_of
from factcheck.reading.cleaning import clean
from factcheck.reading.encodings import decode
from factcheck.reading.manuscript import MAX_CHARACTERS, Reading
from factcheck.reading.notices import listed
from factcheck.reading.web import parsed, read_every_paragraph
from factcheck.reading.xml_names import attribute, child, local_name

_CONTAINER = "META-INF/container.xml"
_LOCKS = "META-INF/encryption.xml"
_TEXT = frozenset(["application/xhtml+xml", "text/html"])
_UNSETTABLE = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]")
_MOST_TAGS = 1_500_000  # in all chapters together
_MOST_NAMED, _LONGEST_NAME = 5, 50  # of chapters that could not be read


class _Book:
    """An open book: its table of parts, and in which order they are read."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        container = archive.parsed(_CONTAINER)
        self._package = next((attribute(e, "full-path") for e in container.iter("{*}rootfile")), "")
        self.root = archive.parsed(self._package)
        self._folder = posixpath.dirname(self._package)

    def told(self, name: str) -> str:
        """What the book says of itself under that name, empty where it says nothing."""
        found = next(self.root.iter(f"{{*}}{name}"), None)
        return clean("".join(map(str, found.itertext()))).strip() if found is not None else ""

    def chapters(self) -> list[str]:
        """The names of the parts that hold text, in reading order; its table of contents is none."""
        manifest, spine = child(self.root, "manifest"), child(self.root, "spine")
        if manifest is None or spine is None:
            raise self.archive.damaged()
        items = {attribute(item, "id"): item for item in manifest if local_name(item) == "item"}
        wanted = [items.get(attribute(itemref, "idref")) for itemref in spine]
        return [
            self.path(attribute(item, "href"))
            for item in wanted
            if item is not None
            and attribute(item, "media-type") in _TEXT
            and "nav" not in attribute(item, "properties").split()
        ]

    def path(self, href: str, folder: str | None = None) -> str:
        """The name of the part that an address in the book means."""
        base = self._folder if folder is None else folder
        return posixpath.normpath(posixpath.join(base, unquote(href)))


def read_epub(data: bytes, file_name: str) -> Reading:
    """The text of a book; ``UnreadableFile`` where it is damaged, locked, or holds none."""
    archive = Archive(data, file_name, "a program for electronic books")
    _refuse_locked(archive)
    book = _Book(archive)
    whole = html.document_fromstring("<html><body></body></html>")
    body = next(whole.iter("body"))
    missing: list[str] = []
    tags = letters = 0
    for name in dict.fromkeys(book.chapters()):
        try:
            source = archive.read(name)
            tags += source.count(b"<")
            letters += len(source)
            if tags > _MOST_TAGS or letters > 20 * MAX_CHARACTERS:
                raise archive.bomb()
            chapter = parsed(clean(decode(source, name)), name)
        except UnreadableFile:
            if tags > _MOST_TAGS or letters > 20 * MAX_CHARACTERS:
                raise
            missing.append(name)
            continue
        body.append(_with_addresses(chapter, book, name))
    reading = read_every_paragraph(whole, _told_of(missing))
    return replace(reading, title=book.told("title"), published=day_of(book.told("date")))


def _with_addresses(chapter: HtmlElement, book: _Book, name: str) -> HtmlElement:
    """The body of a chapter, its places and the links to them called by names that hold in the whole book."""
    body = next(chapter.iter("body"), chapter)
    for element in body.iter(etree.Element):
        if place := element.get("id") or element.get("name"):
            element.set("id", _settable(f"{name}#{place}"))
        address, fragment = urldefrag(element.get("href") or "")
        if fragment and ":" not in address:
            target = book.path(address, posixpath.dirname(name)) if address else name
            element.set("href", _settable(f"#{target}#{fragment}"))
    body.tag = "section"
    return body


def _settable(name: str) -> str:
    """The name without what an attribute cannot hold."""
    return _UNSETTABLE.sub("", name)


def _refuse_locked(archive: Archive) -> None:
    """Refuse a book whose chapters are encrypted; that its typefaces are is no hindrance."""
    if _LOCKS not in archive.names():
        return
    locked = [attribute(e, "URI") for e in archive.parsed(_LOCKS).iter("{*}CipherReference")]
    if any(name.lower().endswith((".xhtml", ".html", ".htm", ".xml")) for name in locked):
        raise UnreadableFile(
            f"“{archive.file_name}” is protected against copying, so its text cannot be read. Ask the publisher for a "
            "copy without that protection."
        )


def _told_of(missing: list[str]) -> list[str]:
    if not missing:
        return []
    more = [f"{len(missing) - _MOST_NAMED:,} more"] if len(missing) > _MOST_NAMED else []
    shown = [" ".join(clean(name).split())[-_LONGEST_NAME:] for name in missing[:_MOST_NAMED]]
    names = listed([*(f"“{name}”" for name in shown), *more])
    return [f"The book is damaged: these parts of it are missing in the text: {names}."]
