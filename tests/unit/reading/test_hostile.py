"""Files that were made to do harm do none: nothing is unpacked, expanded or fetched, and a sentence says why."""

import socket
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from time import perf_counter
from typing import NoReturn

import pytest

from factcheck.errors import UnreadableFile
from factcheck.reading import read_file
from factcheck.reading.archive import Archive
from tests.fuzz.promises import NOW, kept
from tests.unit.reading.books import epub_bytes, odt_bytes, odt_xml, packed
from tests.unit.reading.files import paragraph, saved, word_bytes

SECRET = "the words of another file"
SENTENCE = "The council voted for the new bridge on Tuesday."


def complaint(path: Path) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_file(path, NOW)
    return str(caught.value)


def text_of(path: Path) -> str:
    """The text of a file, or what is said instead of it."""
    try:
        found = read_file(path, NOW)
    except UnreadableFile as refusal:
        return str(refusal)
    return found.draft.text + str(found.remarks) + str(found.notes)


def with_document_type(entities: str) -> dict[str, bytes]:
    """Files of every format with XML in it, in which these entities are declared and one is asked for."""
    kind = f"<!DOCTYPE d [{entities}]>"
    word = f'{kind}<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>one &b; two</w:t></w:r></w:p></w:body></w:document>'
    open_document = odt_xml("<text:p>one &b; two</text:p>").replace("?>", f"?>{kind}", 1)
    flat = odt_xml("<text:p>one &b; two</text:p>", flat=True).replace("?>", f"?>{kind}", 1)
    page = f"{kind}<html><body><h1>x</h1><p>one &b; two</p></body></html>"
    package = f'{kind}<package xmlns:dc="dc"><metadata><dc:title>&b;</dc:title></metadata><manifest/><spine/></package>'
    styles = word_bytes(paragraph(SENTENCE), parts={"word/comments.xml": f"{kind}<c>&b;</c>"})
    return {
        "a.docx": packed({"word/document.xml": word}),
        "b.docx": styles,
        "a.odt": odt_bytes(parts={"content.xml": open_document}),
        "a.fodt": flat.encode(),
        "a.epub": epub_bytes(page),
        "b.epub": epub_bytes("<p>x</p>", parts={"OPS/book.opf": package}),
        "a.html": page.encode(),
        "a.md": page.encode(),
    }


NAMES = sorted(with_document_type(""))


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        pytest.fail("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("name", NAMES)
def test_another_file_is_never_drawn_in(tmp_path: Path, name: str) -> None:
    secret = saved(tmp_path, "secret.txt", SECRET)
    for entities in (
        f'<!ENTITY b SYSTEM "{secret.as_uri()}">',
        f'<!ENTITY % p SYSTEM "{secret.as_uri()}"> %p; <!ENTITY b "x">',
        '<!ENTITY b SYSTEM "http://example.invalid/b">',
    ):
        path = saved(tmp_path, name, with_document_type(entities)[name])
        kept(path)
        assert SECRET not in text_of(path)


@pytest.mark.parametrize("name", NAMES)
def test_entities_that_grow_to_billions_are_not_expanded(tmp_path: Path, name: str) -> None:
    laughs = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10 if i else "lol"}">' for i in range(12))
    path = saved(tmp_path, name, with_document_type(laughs + '<!ENTITY b "&a11;">')[name])
    start = perf_counter()
    kept(path)
    assert perf_counter() - start < 5
    assert len(text_of(path)) < 10_000


@pytest.mark.parametrize(
    ("name", "bomb"),
    [
        ("a.docx", lambda: word_bytes(" " * 40 * 2**20)),
        ("b.docx", lambda: word_bytes("<w:p/>" * 1_600_000)),
        ("a.odt", lambda: odt_bytes(" " * 40 * 2**20)),
        ("b.odt", lambda: odt_bytes("<text:p/>" * 1_600_000)),
        ("a.fodt", lambda: odt_xml("<text:p/>" * 1_600_000, flat=True).encode()),
        ("a.epub", lambda: epub_bytes("x" * 40 * 2**20)),
        ("b.epub", lambda: epub_bytes(parts={"OPS/book.opf": " " * 40 * 2**20})),
    ],
)
def test_a_bomb_does_not_go_off(tmp_path: Path, name: str, bomb: Callable[[], bytes]) -> None:
    path = saved(tmp_path, name, bomb())
    start = perf_counter()
    kept(path)
    assert perf_counter() - start < 5
    assert "far larger than any text" in complaint(path) or name == "a.epub"


def test_a_part_that_is_larger_than_it_says_is_not_unpacked_further() -> None:
    data = packed({"word/document.xml": "x" * 5_000_000})
    # the list of parts says a hundred bytes, of which a careless reader makes a buffer
    small = data.replace((5_000_000).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    with pytest.raises(UnreadableFile, match="is damaged"):
        Archive(small, "a.docx").read("word/document.xml")


def test_a_packed_file_under_a_password_says_so(tmp_path: Path) -> None:
    data = bytearray(word_bytes(paragraph(SENTENCE)))
    at = -1
    while (at := data.find(b"PK\x01\x02", at + 1)) >= 0:
        data[at + 8] |= 1  # “encrypted”, in the list of parts
    assert "is protected by a password" in complaint(saved(tmp_path, "a.docx", bytes(data)))


def test_a_part_that_two_names_share_is_read_once(tmp_path: Path) -> None:
    buffer = BytesIO(word_bytes(paragraph(SENTENCE)))
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("word/styles.xml", "<oops")
    assert kept(saved(tmp_path, "a.docx", buffer.getvalue())) == "read in part"


NESTED: dict[str, Callable[[int], bytes]] = {
    "a.docx": lambda n: word_bytes("<w:tbl><w:tr><w:tc>" * n + paragraph(SENTENCE)),
    "a.odt": lambda n: odt_bytes("<table:table><table:table-row><table:table-cell>" * n),
    "a.fodt": lambda n: odt_xml("<text:section>" * n, flat=True).encode(),
    "a.html": lambda n: b"<table><tr><td>" * n + SENTENCE.encode(),
    "a.epub": lambda n: epub_bytes("<table><tr><td>" * n + SENTENCE),
    "a.rtf": lambda n: b"{\\rtf1 " + b"{\\trowd\\intbl " * n + SENTENCE.encode(),
    "a.md": lambda n: b"> " * n + SENTENCE.encode(),
    "b.md": lambda n: b"<div>" * n + SENTENCE.encode(),
    "a.eml": lambda n: b"From: a@example.org\nContent-Type: text/html\n\n" + b"<table><tr><td>" * n,
}


@pytest.mark.parametrize("depth", [150, 10_000])
@pytest.mark.parametrize("name", sorted(NESTED))
def test_tables_in_tables_in_tables(tmp_path: Path, name: str, depth: int) -> None:
    start = perf_counter()
    kept(saved(tmp_path, name, NESTED[name](depth)))
    assert perf_counter() - start < 5


def test_32767_comments_in_open_document_and_rich_text(tmp_path: Path) -> None:
    many = 32_767
    annotations = "".join(
        f"w{i} <office:annotation><text:p>c{i}</text:p></office:annotation> " for i in range(many)
    )
    rich = "".join(f"w{i} {{\\*\\annotation c{i}}} " for i in range(many))
    for name, data in (
        ("a.odt", odt_bytes(f"<text:p>{annotations}</text:p>")),
        ("a.rtf", f"{{\\rtf1 {rich}}}".encode()),
    ):
        start = perf_counter()
        found = read_file(saved(tmp_path, name, data), NOW)
        assert perf_counter() - start < 20
        assert [remark.text for remark in found.remarks] == [f"c{i}" for i in range(many)]
        assert found.remarks[-1].position.of(found.draft.text) == f"w{many - 1}"


def test_word_without_the_parts_it_refers_to(tmp_path: Path) -> None:
    reference = '<w:r><w:footnoteReference w:id="1"/><w:commentReference w:id="7"/></w:r>'
    path = saved(
        tmp_path, "a.docx", word_bytes(paragraph(f"<w:r><w:t>{SENTENCE}</w:t></w:r>{reference}"))
    )
    assert kept(path) == "read"
