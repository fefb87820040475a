"""Damages a file: a few bytes, whole tokens, its end; of a packed one also what is inside."""

import random
import re
import zipfile
from collections.abc import Callable
from io import BytesIO

_TOKEN = re.compile(rb"<[^<>]{0,200}>|\\[a-z]+-?\d* ?|[{}]|\"[^\"]{0,80}\"|\w+|\s+|.", re.DOTALL)
_NUMBERS = [
    b"0",
    b"-1",
    b"1",
    b"2",
    b"255",
    b"65536",
    b"4294967296",
    b"-99999999999",
    b"1e9",
    b"",
    b"x",
    b"\xff\xfe",
]
_ODDITIES = [
    b"\0", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\xed\xa0\x80", b"&#xD800;", b"&#0;", b"&#1114112;", b"&amp;", b"&lol9;",
    b"]]>", b"<![CDATA[", b"<!--", b"-->", b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>", b"&b;", b"<?x y?>",
    b"<w:p>", b"</w:p>", b"<w:tbl><w:tr><w:tc>", b"<w:commentRangeStart w:id='0'/>", b"<w:footnoteReference w:id='1'/>",
    b"<text:note>", b"<text:s text:c='999999999'/>", b"<office:annotation>", b"<table:table-row>",
    b"{", b"}", b"\\'", b"\\u-1?", b"\\bin9", b"{\\footnote ", b"{\\*\\annotation ", b"\\row ", b"\\cell ", b"\\uc9 ",
    b"[", b"]", b"(", b"*", b"> ", b"- ", b"`", b"|", b"[^1]", b"\n\n", b"\t", b"\r", b"---\n", b"<div>", b"<a href='#n1'>",
    b"--b\n", b"Content-Type: multipart/alternative; boundary=b\n\n", b"=?utf-8?b?/w==?=", b"=ZZ", b"charset=utf-7",
    b" obj\n", b"endobj", b"stream\n", b"\xcc\x81" * 20, "\u202e\u2067\u2028".encode(),
]  # fmt: skip

Mutation = Callable[[bytes, random.Random], bytes]


def damaged(data: bytes, chance: random.Random) -> bytes:
    """``data`` with one to six faults; of a zip file, nearly always in one of its parts."""
    if data.startswith(b"PK") and chance.random() < 0.9:
        return _inside(data, chance)
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        data = chance.choice(_MUTATIONS)(data, chance)
    return data


def _inside(data: bytes, chance: random.Random) -> bytes:
    """The zip file with faults in one of its parts, or with a part gone, twice, or in the place of another."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    index = chance.randrange(len(parts))
    name, content = parts[index]
    match chance.randrange(10):
        case 0:
            del parts[index]
        case 1:
            parts[index] = (name, chance.choice(parts)[1])
        case _:
            for _ in range(chance.choice((1, 1, 2, 3, 6))):
                content = chance.choice(_MUTATIONS)(content, chance)
            parts[index] = (name, content)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return buffer.getvalue()


def _place(data: bytes, chance: random.Random) -> int:
    return chance.randrange(len(data) + 1)


def _flipped(data: bytes, chance: random.Random) -> bytes:
    if not data:
        return data
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: _place(data, chance)]


def _without(data: bytes, chance: random.Random) -> bytes:
    at = _place(data, chance)
    return data[:at] + data[at + chance.randrange(1, 200) :]


def _put_in(data: bytes, chance: random.Random) -> bytes:
    at, odd = _place(data, chance), chance.choice(_ODDITIES)
    return data[:at] + odd * chance.choice((1, 1, 1, 2, 50, 3000)) + data[at:]


def _repeated(data: bytes, chance: random.Random) -> bytes:
    at = _place(data, chance)
    piece = data[at : at + chance.randrange(1, 400)]
    return data[:at] + piece * chance.choice((2, 2, 3, 40, 400)) + data[at:]


def _renumbered(data: bytes, chance: random.Random) -> bytes:
    places = list(re.finditer(rb"-?\d+", data))
    if not places:
        return data
    found = chance.choice(places)
    return data[: found.start()] + chance.choice(_NUMBERS) + data[found.end() :]


def _tokens_moved(data: bytes, chance: random.Random) -> bytes:
    tokens = _TOKEN.findall(data)
    if len(tokens) < 2:
        return data
    for _ in range(chance.randrange(1, 6)):
        one, other = chance.randrange(len(tokens)), chance.randrange(len(tokens))
        match chance.randrange(3):
            case 0:
                tokens[one], tokens[other] = tokens[other], tokens[one]
            case 1:
                tokens[one] = tokens[other]
            case _:
                tokens[one] = b""
    return b"".join(tokens)


_MUTATIONS: tuple[Mutation, ...] = (
    _flipped, _cut, _without, _put_in, _put_in, _repeated, _renumbered, _tokens_moved, _tokens_moved,
)  # fmt: skip
