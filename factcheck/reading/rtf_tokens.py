"""Rich text cut into its tokens, and the encodings that its bytes may be in."""

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\'(?P<hex>[0-9a-fA-F]{2})"
    rb"|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\(?P<sign>[^a-zA-Z])"
    rb"|(?P<brace>[{}])"
    rb"|[\r\n\0]+"
    rb"|(?P<text>[^\\{}\r\n\0]+)"
)
_PAGE_OF_CHARSET = {
    0: "cp1252", 1: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk",
    136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256",
    186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_PAGE_OF_NUMBER = {65001: "utf-8", 10000: "mac_roman", 10007: "mac_cyrillic", 708: "cp1256"}


class Token(NamedTuple):
    """A brace, a control word with its number, a control sign, or bytes of text."""

    kind: str  # "{", "}", "word", "sign", "bytes"
    word: str = ""
    number: int | None = None
    data: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens of rich text; raw data that it holds is passed over."""
    at = 0
    while at < len(data):
        found = _TOKEN.match(data, at)
        if found is None:  # a backslash at the very end
            return
        at = found.end()
        match found.lastgroup:
            case "hex":
                yield Token("bytes", data=bytes.fromhex(found["hex"].decode()))
            case "word" | "number":
                word = found["word"].decode()
                number = None if found["number"] is None else int(found["number"])
                if word == "bin":
                    at += max(0, number or 0)
                yield Token("word", word, number)
            case "sign":
                yield Token("sign", found["sign"].decode("latin-1"))
            case "brace":
                yield Token(found["brace"].decode())
            case "text":
                yield Token("bytes", data=found["text"])


def page_of_charset(number: int | None) -> str:
    """The encoding of a font with that character set; empty where it is that of the whole file."""
    return _PAGE_OF_CHARSET.get(number or 0, "")


def page_of_number(number: int | None) -> str:
    """The encoding that a file names by the number of its code page; Windows' Western one where it is unknown."""
    name = _PAGE_OF_NUMBER.get(number or 0) or f"cp{number}"
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name
