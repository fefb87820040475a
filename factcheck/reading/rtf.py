"""Rich text (RTF): the text as it stands when every tracked change is accepted, and what stands beside it.

Libraries that read it give plain text: deleted words and all, without notes, comments and headings.
"""

from factcheck.errors import UnreadableFile
from factcheck.reading.asides import reading_of
from factcheck.reading.manuscript import Reading
from factcheck.reading.notices import told_of_break, told_of_tracked, told_of_unread
from factcheck.reading.paragraph import spaced
from factcheck.reading.rtf_groups import Group, Groups
from factcheck.reading.rtf_page import Page
from factcheck.reading.rtf_tokens import Token, page_of_charset, page_of_number, tokens

_DEEPEST = 1_000  # groups inside one another
_ENDS = {"par": "paragraph", "sect": "paragraph", "page": "paragraph", "cell": "cell",
         "nestcell": "paragraph", "row": "row", "nestrow": "paragraph"}  # fmt: skip
_CHARACTERS = {
    "tab": "\t", "line": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": "\u2003",
    "enspace": "\u2002", "qmspace": "\u2005", "zwj": "\u200d", "zwnj": "\u200c",
    "ltrmark": "\u200e", "rtlmark": "\u200f",
}  # fmt: skip
_SIGNS = {"~": "\u00a0", "_": "\u2011", "\\": "\\", "{": "{", "}": "}", "\t": "\t"}
_PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}


def read_rtf(data: bytes, file_name: str) -> Reading:
    """The text of a rich-text file; ``UnreadableFile`` where it holds none or is nested as no text is."""
    reader = _Reader(file_name)
    for token in tokens(data):
        reader.take(token)
        if reader.is_over:
            break
    page = reader.finished()
    paragraphs = spaced(page.finished())
    last = paragraphs[-1].text if paragraphs else ""
    notes = [
        *([told_of_break(last)] if last and not reader.is_over else []),
        *told_of_tracked(page.tracked),
        *told_of_unread(page.unread),
    ]
    return reading_of([*paragraphs, *page.notes()], page.asides, notes)


class _Reader:
    """Where the reading of a file has got to."""

    def __init__(self, file_name: str) -> None:
        self._file_name = file_name
        self._codepage = "cp1252"
        self._bytes = bytearray()  # of one stretch of text, since a letter may take two
        self._to_skip = 0  # code points that stand for those who cannot read the one before
        self.groups = Groups()
        self.page = Page()
        self.is_over = False

    def take(self, token: Token) -> None:
        """Take up the next token."""
        group = self.groups.now
        if token.kind == "bytes":
            self._take_bytes(token.data, group)
            return
        if token.kind != "word" or token.word != "u" or not self._to_skip:
            self._flush(group)
        match token.kind:
            case "{":
                self._to_skip = 0
                if self.groups.depth >= _DEEPEST:
                    raise UnreadableFile(
                        f"“{self._file_name}” was not opened: its parts lie inside one another more than a thousand "
                        "deep, as in no text. Ask whoever sent it for the text itself."
                    )
                self.groups.open()
            case "}":
                self._to_skip = 0
                self.page.close(self.groups.close())
                self.is_over = self.groups.depth == 0
            case "sign":
                self._take_sign(token.word, group)
            case _:
                self._take_word(token.word, token.number, group)

    def finished(self) -> Page:
        """The page, with the last words of a file that breaks off."""
        self._flush(self.groups.now)
        return self.page

    def _take_bytes(self, data: bytes, group: Group) -> None:
        if self._to_skip:
            skipped = min(self._to_skip, len(data))
            self._to_skip -= skipped
            data = data[skipped:]
        if data and group.takes_bytes:
            self._bytes += data

    def _flush(self, group: Group) -> None:
        """Hand the bytes gathered on as text."""
        if self._bytes:
            page = self.groups.page_of_font(group.font) or self._codepage
            self._take_text(self._bytes.decode(page, "replace"), group)
            self._bytes.clear()

    def _take_text(self, text: str, group: Group) -> None:
        if group.destination in {"", "footnote"}:
            if not group.is_hidden:
                self.page.add(text, group)
        else:
            self.groups.add(text)

    def _take_sign(self, sign: str, group: Group) -> None:
        if sign == "*":
            self.groups.now.is_optional = True
        elif sign in "\r\n":
            self._end("paragraph", group)
        elif sign in _SIGNS:
            self._take_text(_SIGNS[sign], group)

    def _take_word(self, word: str, number: int | None, group: Group) -> None:
        if word == "u":
            self._take_text(self.page.character(number or 0), group)
            self._to_skip = group.stand_ins
        elif word in _CHARACTERS:
            self._take_text(_CHARACTERS[word], group)
        elif word in _ENDS:
            self._end(_ENDS[word], group)
        elif word == "ansicpg":
            self._codepage = page_of_number(number)
        elif word in _PAGES:
            self._codepage = _PAGES[word]
        elif word == "fcharset":
            self.groups.set_page_of_font(page_of_charset(number))
        else:
            self.groups.obey(word, number)
            self.page.obey(word, number, self.groups.now)

    def _end(self, what: str, group: Group) -> None:
        if group.destination in {"", "footnote"}:
            self.page.end(what, group, self.groups.style(group))
        elif what == "paragraph":
            self.groups.add("\n")
