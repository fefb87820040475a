"""Reads members of a zip file without letting a crafted one fill the memory."""

import codecs
import zipfile
import zlib
from io import BytesIO

from lxml import etree

from factcheck.errors import UnreadableFile

SAVE_AS = (
    "Open it in the program that made it, save it as Word, PDF or plain text, and drop that here."
)

_LARGEST_MEMBER = 60 * 2**20  # bytes of one part, unpacked; a text of 500,000 words has some 20 MB
_UNSUSPICIOUS = 2 * 2**20  # bytes; a smaller part may be packed as tightly as it likes
_TIGHTEST = 150  # how many times larger than packed a big part may become
_MOST_MEMBERS = 20_000
_MOST_TAGS = 1_500_000  # each costs a hundred bytes; a million words have half as many
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_KINDS = (
    ("word/", ""),
    ("xl/", "a spreadsheet"),
    ("ppt/", "a presentation"),
    ("content.xml", "an OpenDocument file"),
    ("META-INF/container.xml", "an electronic book"),
    ("", "a packed archive"),
)


class Archive:
    """An open zip file that hands out its members whole, or says in words why it does not."""

    def __init__(self, data: bytes, file_name: str) -> None:
        self.file_name = file_name
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise self.damaged() from error
        if len(self._zip.filelist) > _MOST_MEMBERS:
            raise self._bomb()

    def names(self) -> set[str]:
        """The names of all members."""
        return set(self._zip.namelist())

    def read(self, name: str) -> bytes:
        """The bytes of a member; ``UnreadableFile`` where it is missing, damaged or far too large."""
        try:
            member = self._zip.getinfo(name)
            packed, size = member.compress_size, member.file_size
            if size > _LARGEST_MEMBER or (size > _UNSUSPICIOUS and size > _TIGHTEST * packed):
                raise self._bomb()
            with self._zip.open(member) as stream:
                data = stream.read(size + 1)
        except (
            KeyError,
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            RuntimeError,  # a member under a password, or packed in a way Python does not know
            ValueError,
        ) as error:
            raise self.damaged() from error
        return data

    def parsed(self, name: str) -> etree._Element:
        """The root of a member that is XML; ``UnreadableFile`` where it is damaged or has far too many parts."""
        try:
            return self._root(self._markup(name))
        except etree.XMLSyntaxError as error:
            raise self._unparsed(error) from error

    def parsed_as_far_as_whole(self, name: str) -> tuple[etree._Element, bool]:
        """The root of a member that is XML, and whether it breaks off; ``UnreadableFile`` where there are no words in it."""
        data = self._markup(name)
        try:
            return self._root(data), False
        except etree.XMLSyntaxError as error:
            if _is_too_deep(error):
                raise self._unparsed(error) from error
            is_crafted = b"<!DOCTYPE" in data or data.startswith(_WIDE_MARKS)
            root = None if is_crafted else self._root(data, recover=True)
            if root is None or not any(str(words).strip() for words in root.itertext()):
                raise self.damaged() from error
            return root, True

    def _markup(self, name: str) -> bytes:
        data = self.read(name)
        if data.count(b"<") > _MOST_TAGS:
            raise self._bomb()
        return data

    def _root(self, data: bytes, *, recover: bool = False) -> etree._Element:
        # The two encodings that such a file may have. In any other a tag could begin without that byte.
        encoding = None if data.startswith(_WIDE_MARKS) else "utf-8"
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            encoding=encoding,
            recover=recover,
        )
        return etree.fromstring(data, parser)

    def _unparsed(self, error: etree.XMLSyntaxError) -> UnreadableFile:
        if _is_too_deep(error):
            return UnreadableFile(
                f"“{self.file_name}” was not opened: its parts lie inside one another more than two hundred deep, "
                "as in no text. Ask whoever sent it for the text itself."
            )
        return self.damaged()

    def not_word(self) -> UnreadableFile:
        """What to say of a zip file in which there is no Word text: what else it is, or that it is damaged."""
        names = self.names()
        kind = next(kind for start, kind in _KINDS if any(name.startswith(start) for name in names))
        if not kind:
            return self.damaged()
        return UnreadableFile(
            f"“{self.file_name}” is {kind}, not a text this program reads. {SAVE_AS}"
        )

    def damaged(self) -> UnreadableFile:
        """What to say of a file that cannot be unpacked or lacks a part."""
        return UnreadableFile(
            f"“{self.file_name}” is damaged and cannot be read. Open it in Word, where it may be repaired, "
            "save it anew, and drop that here."
        )

    def _bomb(self) -> UnreadableFile:
        return UnreadableFile(
            f"“{self.file_name}” was not opened: unpacked it would be far larger than any text. "
            "Ask whoever sent it for the text itself."
        )


def _is_too_deep(error: etree.XMLSyntaxError) -> bool:
    return "Excessive depth" in str(error)
