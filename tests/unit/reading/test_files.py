"""Whatever is dropped on the window gets an article or one plain sentence."""

import os
import random
import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import NoReturn

import pytest
from lxml import etree

from factcheck.errors import UnreadableFile
from factcheck.model.article import Role
from factcheck.reading import FORMATS, MAX_BYTES, SUFFIXES, read_file, read_rich_text, read_text
from tests.unit.reading.books import epub_bytes, odt_bytes, odt_xml
from tests.unit.reading.files import LOCKED_PDF, paragraph, pdf_bytes, saved, word_bytes

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
SENTENCE = (
    "The council voted for the new bridge on Tuesday, after a debate that went on until midnight."
)


def complaint(path: Path) -> str:
    """What the person is told about the file: one sentence or two, no trace of the machinery."""
    with pytest.raises(UnreadableFile) as caught:
        read_file(path, NOW)
    said = str(caught.value)
    assert said.endswith(".") and "\n" not in said and len(said) < 320
    assert not any(word in said for word in ("Error", "Traceback", "None", "Exception", "errno"))
    return said


def test_what_a_manuscript_says_of_its_file(tmp_path: Path) -> None:
    read = read_file(
        saved(tmp_path, "bridge.txt", f"A headline\r\n\r\n{SENTENCE}\r\n\r\n{SENTENCE}"), NOW
    )
    assert read.draft.file_name == "bridge.txt"
    assert read.draft.format == "txt"
    assert read.draft.number == 1
    assert read.draft.read == read.article.added == NOW
    assert read.draft.article_id == read.article.id
    assert read.draft.text == f"A headline\n\n{SENTENCE}\n\n{SENTENCE}"


def test_every_format_has_a_name_for_the_file_dialog() -> None:
    assert set(SUFFIXES) >= {
        ".txt",
        ".md",
        ".docx",
        ".odt",
        ".rtf",
        ".html",
        ".pdf",
        ".epub",
        ".eml",
    }
    assert {"Word", "OpenDocument", "Rich text", "Electronic book"} <= {name for name, _ in FORMATS}
    assert all(suffix in SUFFIXES for _, suffixes in FORMATS for suffix in suffixes)


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.docx", "a.pdf", "a"])
def test_an_empty_file(tmp_path: Path, name: str) -> None:
    assert f"“{name}” is empty." in complaint(saved(tmp_path, name, b""))


@pytest.mark.parametrize("content", [b" \r\n\t\n", b"\xef\xbb\xbf", b"\0\0\0\0", "\u2028\u00a0\n"])
def test_a_file_of_nothing_but_white_space(tmp_path: Path, content: bytes | str) -> None:
    assert "holds no text" in complaint(saved(tmp_path, "a.txt", content))


def test_a_folder(tmp_path: Path) -> None:
    assert f"“{tmp_path.name}” is a folder. Choose one of the files in it." in complaint(tmp_path)


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    said = complaint(tmp_path / "gone.txt")
    assert said == "There is no file “gone.txt”. Check the name and the folder."


def test_a_name_that_is_not_in_unicode_is_shown_as_far_as_it_can_be(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text(SENTENCE, "utf-8")
    assert read_file(path, NOW).draft.file_name == "caf\ufffd.txt"
    assert "“caf\ufffd.txt” is empty." in complaint(saved(path.parent, path.name, b""))


def test_a_file_one_may_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = saved(tmp_path, "secret.txt", SENTENCE)
    monkeypatch.setattr(Path, "open", refuse)
    assert "You are not allowed to read “secret.txt”." in complaint(path)


def test_a_drive_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    path = saved(tmp_path, "far.txt", SENTENCE)
    monkeypatch.setattr(Path, "open", fail)
    assert "“far.txt” could not be read (Input/output error)." in complaint(path)


def test_a_name_that_no_file_can_have() -> None:
    assert "could not be read" in complaint(Path("a\0b.txt"))


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "is no ordinary file" in complaint(tmp_path / "pipe.txt")


@pytest.mark.parametrize("name", ["big.txt", "big.pdf", "big.docx", "big.html"])
def test_200_megabytes_are_refused_unread(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_opening(*_: object, **__: object) -> None:
        pytest.fail("the file was opened")

    path = tmp_path / name
    with path.open("wb") as stream:
        stream.truncate(200 * 2**20)
    monkeypatch.setattr(Path, "open", no_opening)
    said = complaint(path)
    assert "200 MB, where 100 MB is the most" in said
    assert "6,000,000 characters, about a million words" in said
    assert MAX_BYTES == 100 * 2**20


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"word " * 1_300_000, "too long: 6,500,000 characters"),
        (b"word.\n" * 1_083_334, "too long: 6,500,004 characters"),
        (b"word " * 6_291_456, "too large: 30 MB, where 23 MB"),
    ],
)
def test_a_text_longer_than_the_program_takes(tmp_path: Path, content: bytes, said: str) -> None:
    assert said in complaint(saved(tmp_path, "long.txt", content))


def test_500_000_words_are_read(tmp_path: Path) -> None:
    line = " ".join([SENTENCE] * 6)
    words = (line + "\n\n") * 5000
    read = read_file(saved(tmp_path, "book.txt", words), NOW)
    assert len(read.blocks) == 5000
    assert len(words.split()) > 500_000


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a"])
def test_raw_data_under_the_name_of_a_text(tmp_path: Path, name: str) -> None:
    assert "holds no readable text" in complaint(
        saved(tmp_path, name, random.Random(7).randbytes(9000))
    )


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n", "is a picture"),
        (b"\xff\xd8\xff\xe0", "is a picture"),
        (b"SQLite format 3\0", "is a database, perhaps a casebook"),
        (b"\x1f\x8b\x08", "is a packed archive"),
    ],
)
def test_files_of_other_kinds_are_named(tmp_path: Path, start: bytes, kind: str) -> None:
    assert kind in complaint(saved(tmp_path, "a.txt", start + b"\0" * 50))


def test_mixed_encodings_in_one_file(tmp_path: Path) -> None:
    mixed = "“One” é\n\n".encode() + "“Two” é\n\n".encode("cp1252") + b"Three\0\n"
    assert (
        read_file(saved(tmp_path, "a.txt", mixed), NOW).draft.text
        == "“One” é\n\n“Two” é\n\nThree\n"
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-8-sig"])
def test_encodings_from_file_to_block(tmp_path: Path, encoding: str) -> None:
    text = f"Café opens\r\n\r\n“{SENTENCE}”\r\n\r\n{SENTENCE}"
    read = read_file(saved(tmp_path, "a.txt", text.encode(encoding)), NOW)
    assert [block.position.of(read.draft.text) for block in read.blocks] == [
        "Café opens", f"“{SENTENCE}”", SENTENCE,
    ]  # fmt: skip


def test_the_content_counts_more_than_the_ending(tmp_path: Path) -> None:
    word = word_bytes(paragraph(SENTENCE))
    page = f"<!DOCTYPE html><html><body><p>{SENTENCE}</p></body></html>"
    pdf = pdf_bytes(f"<p>{SENTENCE}</p>")
    assert read_file(saved(tmp_path, "a.txt", word), NOW).draft.format == "docx"
    assert read_file(saved(tmp_path, "b.docx", page), NOW).draft.format == "html"
    assert read_file(saved(tmp_path, "c", pdf), NOW).draft.format == "pdf"
    assert read_file(saved(tmp_path, "d.md", f"# {SENTENCE}"), NOW).draft.format == "md"
    rich, text = "{\\rtf1 " + SENTENCE + "}", odt_bytes(f"<text:p>{SENTENCE}</text:p>")
    book, mail = epub_bytes(f"<p>{SENTENCE}</p>"), f"From: a@example.org\n\n{SENTENCE}"
    assert read_file(saved(tmp_path, "e.docx", rich), NOW).draft.format == "rtf"
    assert read_file(saved(tmp_path, "f.docx", text), NOW).draft.format == "odt"
    assert (
        read_file(
            saved(tmp_path, "g.txt", odt_xml("<text:p>x</text:p>", flat=True)), NOW
        ).draft.format
        == "odt"
    )
    assert read_file(saved(tmp_path, "h.zip", book), NOW).draft.format == "epub"
    assert read_file(saved(tmp_path, "i.eml", mail), NOW).draft.format == "eml"


def test_a_damaged_word_file(tmp_path: Path) -> None:
    whole = word_bytes(*[paragraph(f"{SENTENCE} {i}") for i in range(500)])
    for broken in (
        whole[: len(whole) // 2],
        whole[:200] + b"\0" * 400 + whole[600:],
        b"no zip at all",
    ):
        assert "“a.docx” is damaged and cannot be read." in complaint(
            saved(tmp_path, "a.docx", broken)
        )


def test_a_word_file_that_lacks_its_text(tmp_path: Path) -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/styles.xml", "<styles/>")
    assert "is damaged" in complaint(saved(tmp_path, "a.docx", buffer.getvalue()))


def test_a_word_file_whose_xml_is_broken(tmp_path: Path) -> None:
    broken = word_bytes("<w:p><w:oops")
    assert "is damaged" in complaint(saved(tmp_path, "a.docx", broken))


def test_archives_that_are_no_word_file(tmp_path: Path) -> None:
    for member, kind in (
        ("xl/workbook.xml", "a spreadsheet"),
        ("ppt/presentation.xml", "a presentation"),
        ("content.xml", "an OpenDocument file"),
        ("photo.jpg", "a packed archive"),
    ):
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr(member, "x")
        assert f"“a.zip” is {kind}" in complaint(saved(tmp_path, "a.zip", buffer.getvalue()))


def refuse(*_: object) -> NoReturn:
    pytest.fail("the bomb went off")


@pytest.mark.parametrize("size", [3 * 2**20, 40 * 2**20])
def test_a_zip_bomb_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    bomb = saved(tmp_path, "a.docx", word_bytes(" " * size))
    monkeypatch.setattr(zipfile.ZipFile, "open", refuse)
    assert "far larger than any text" in complaint(bomb)


def test_a_word_file_of_nothing_but_parts_is_not_taken_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tags = random.Random(3).choices(["<w:p/>", "<w:r/>", "<w:t/>", "<w:i/>"], k=1_600_000)
    monkeypatch.setattr(etree, "fromstring", refuse)
    bomb = saved(tmp_path, "a.docx", word_bytes("".join(tags)))
    assert "far larger than any text" in complaint(bomb)


def test_the_parts_of_a_word_file_are_counted_in_the_encoding_it_may_have(tmp_path: Path) -> None:
    text = f"<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p></w:body></w:document>"

    def member(declared: str, encoding: str) -> Path:
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            declaration = f"<?xml version='1.0' encoding='{declared}'?>"
            archive.writestr("word/document.xml", (declaration + text).encode(encoding))
        return saved(tmp_path, "a.docx", buffer.getvalue())

    assert read_file(member("UTF-16", "utf-16"), NOW).draft.text == SENTENCE
    assert read_file(member("UTF-8", "utf-8-sig"), NOW).draft.text == SENTENCE
    assert "is damaged" in complaint(member("IBM037", "cp037"))


def test_a_bomb_of_entities_does_not_go_off(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10 if i else "lol"}">' for i in range(12))
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f"<!DOCTYPE d [{entities}]><d><body><p><r><t>one &a11; two</t></r></p></body></d>",
        )
    said = complaint(saved(tmp_path, "a.docx", buffer.getvalue()))
    assert "is damaged" in said or "holds no text" in said


def test_a_word_file_under_a_password(tmp_path: Path) -> None:
    locked = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000 + "EncryptedPackage".encode("utf-16-le")
    )
    assert complaint(saved(tmp_path, "a.docx", locked)) == (
        "This Word file is protected by a password. Open it in Word, save a copy without one, and drop that here."
    )


def test_a_word_file_of_the_nineties(tmp_path: Path) -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000
    assert "format of an old Office program" in complaint(saved(tmp_path, "a.doc", old))


def test_a_damaged_pdf(tmp_path: Path) -> None:
    for broken in (
        b"%PDF-1.7\nnothing more",
        b"no pdf",
        b"%PDF-1.4\n" + random.Random(1).randbytes(3000),
    ):
        assert "“a.pdf” is damaged" in complaint(saved(tmp_path, "a.pdf", broken))


def test_a_pdf_under_a_password(tmp_path: Path) -> None:
    assert complaint(saved(tmp_path, "a.pdf", LOCKED_PDF)) == (
        "This PDF is protected by a password. Open it in its own program, save a copy without one, and drop that here."
    )


def test_a_pdf_of_scanned_pages(tmp_path: Path) -> None:
    scan = pdf_bytes("<div style='width: 5cm; height: 5cm; background: #333'></div>")
    assert "holds only pictures of its pages" in complaint(saved(tmp_path, "a.pdf", scan))


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><nav><ul><li><a href='/'>Home</a></li><li><a href='/n'>News</a></li></ul></nav></body></html>",
        "<html><head><title>x</title></head><body></body></html>",
        "<html><script>var a = 1</script></html>",
        "<html>",
    ],
)
def test_a_page_without_an_article(tmp_path: Path, page: str) -> None:
    assert "No article was found in “a.html”." in complaint(saved(tmp_path, "a.html", page))


def test_pasted_text_and_pasted_formatted_text() -> None:
    plain = read_text(f"A headline\r\n\r\n{SENTENCE}\r\n\r\n{SENTENCE}", NOW)
    rich = read_rich_text(f"<h1>A headline</h1><p>{SENTENCE}</p><p>{SENTENCE}</p>", NOW)
    assert plain.draft.text == rich.draft.text
    assert [b.role for b in plain.blocks] == [b.role for b in rich.blocks] == [
        Role.HEADLINE, Role.BODY, Role.BODY,
    ]  # fmt: skip
    assert plain.draft.file_name == rich.draft.file_name == "pasted text"


@pytest.mark.parametrize("nothing", ["", " \n", "\ufeff"])
def test_pasting_nothing(nothing: str) -> None:
    with pytest.raises(UnreadableFile, match="holds no text"):
        read_text(nothing, NOW)
    with pytest.raises(UnreadableFile, match="holds no text"):
        read_rich_text(nothing, NOW)
