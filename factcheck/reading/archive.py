"""Reads members of a zip file without letting a crafted one fill the memory."""

import codecs
import re
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
_ENCRYPTED = 0x1  # a flag of a member
_MOST_MEMBERS = 20_000
_MOST_TAGS = 1_500_000  # each costs a hundred bytes; a million words have half as many
_REFERENCE = re.compile(r"&#([xX][0-9a-fA-F]{1,12}|[0-9]{1,12});")
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_KINDS = (
    ("word/", ""),
    ("xl/", "a spreadsheet"),
    ("ppt/", "a presentation"),
    ("content.xml", "an OpenDocument file of another kind than text"),
    ("", "a packed archive"),
)


class Archive:
    """An open zip file that hands out its members whole, or says in words why it does not."""

    def __init__(self, data: bytes, file_name: str, program: str = "Word") -> None:
        self.file_name = file_name
        self._program = program
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise self.damaged() from error
        if len(self._zip.filelist) > _MOST_MEMBERS:
            raise _bomb(self.file_name)

    def names(self) -> set[str]:
        """The names of all members."""
        return set(self._zip.namelist())

    def read(self, name: str) -> bytes:
        """The bytes of a member; ``UnreadableFile`` where it is missing, damaged or far too large."""
        try:
            member = self._zip.getinfo(name)
            packed, size = member.compress_size, member.file_size
            if member.flag_bits & _ENCRYPTED:
                raise UnreadableFile(
                    f"“{self.file_name}” is protected by a password. Open it in {self._program}, save a copy without "
                    "one, and drop that here."
                )
            if size > _LARGEST_MEMBER or (size > _UNSUSPICIOUS and size > _TIGHTEST * packed):
                raise _bomb(self.file_name)
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
        return parsed_alone(self.read(name), self.file_name, self._program)

    def parsed_as_far_as_whole(self, name: str) -> tuple[etree._Element, bool]:
        """The root of a member that is XML, and whether it breaks off; ``UnreadableFile`` where there are no words in it."""
        data = self.read(name)
        try:
            return parsed_alone(data, self.file_name, self._program), False
        except UnreadableFile as error:
            # A part with a document type is none that an office program wrote.
            is_crafted = b"<!DOCTYPE" in data or data.startswith(_WIDE_MARKS)
            is_syntax = isinstance(error.__cause__, etree.XMLSyntaxError)
            if is_crafted or not is_syntax or _is_too_deep(error.__cause__):
                raise
            root = _recovered(data)
            if root is None:
                raise
            return root, True

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
        return _damaged(self.file_name, self._program)

    def bomb(self) -> UnreadableFile:
        """What to say of a file that is far larger than any text."""
        return _bomb(self.file_name)


def parsed_alone(data: bytes, file_name: str, program: str) -> etree._Element:
    """The root of XML; ``UnreadableFile`` where it is damaged or has far too many parts."""
    if data.count(b"<") > _MOST_TAGS:
        raise _bomb(file_name)
    try:
        return _root(data)
    except etree.XMLSyntaxError as error:
        if _is_too_deep(error):
            raise UnreadableFile(
                f"“{file_name}” was not opened: its parts lie inside one another more than two hundred deep, "
                "as in no text. Ask whoever sent it for the text itself."
            ) from error
        raise _damaged(file_name, program) from error


def _root(data: bytes, *, recover: bool = False) -> etree._Element:
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


def _recovered(data: bytes) -> etree._Element | None:
    """The root of damaged XML as far as it goes; None where there are no words in it."""
    # Recovering, the parser lets halves of characters pass, and fails when they are asked for.
    letters = _REFERENCE.sub(_whole, data.decode("utf-8", "replace")).encode()
    try:
        root = _root(letters, recover=True)
    except etree.XMLSyntaxError:
        return None
    has_words = root is not None and any(str(words).strip() for words in root.itertext())
    return root if has_words else None


def _whole(reference: re.Match[str]) -> str:
    """The reference to a character, where it is not to half of one."""
    digits = reference[1]
    code = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
    return "\ufffd" if 0xD800 <= code < 0xE000 else reference[0]


def _is_too_deep(error: BaseException | None) -> bool:
    return "Excessive depth" in str(error)


def _damaged(file_name: str, program: str) -> UnreadableFile:
    return UnreadableFile(
        f"“{file_name}” is damaged and cannot be read. Open it in {program}, where it may be repaired, "
        "save it anew, and drop that here."
    )


def _bomb(file_name: str) -> UnreadableFile:
    return UnreadableFile(
        f"“{file_name}” was not opened: unpacked it would be far larger than any text. "
        "Ask whoever sent it for the text itself."
    )
