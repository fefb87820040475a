"""Files that once broke a reader are answered with an article or a sentence, and so is every file cut short."""

import zipfile
from io import BytesIO
from pathlib import Path
from time import perf_counter

import pytest

from tests.fuzz.promises import kept
from tests.fuzz.seeds import seeds
from tests.unit.reading.books import odt_xml
from tests.unit.reading.files import saved

FORMATS = sorted(seeds())


@pytest.mark.parametrize("name", FORMATS)
def test_a_whole_file_is_read(tmp_path: Path, name: str) -> None:
    assert kept(saved(tmp_path, name, seeds()[name])).startswith("read")


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_cut_at_every_tenth_byte(tmp_path: Path, name: str) -> None:
    whole = seeds()[name]
    outcomes = {kept(saved(tmp_path, name, whole[:end])) for end in range(10, len(whole), 10)}
    assert outcomes <= {"read", "read in part", "refused"}


@pytest.mark.parametrize(
    ("name", "part"), [("a.docx", "word/document.xml"), ("a.odt", "content.xml")]
)
def test_the_text_of_a_packed_file_cut_at_every_tenth_byte(
    tmp_path: Path, name: str, part: str
) -> None:
    with zipfile.ZipFile(BytesIO(seeds()[name])) as archive:
        parts = {member: archive.read(member) for member in archive.namelist()}
    outcomes = []
    for end in range(0, len(parts[part]), 10):
        cut = {m: content[:end] if m == part else content for m, content in parts.items()}
        outcomes.append(kept(saved(tmp_path, name, zipped(cut))))
    assert outcomes[0] == "refused"  # nothing of it is there
    assert set(outcomes[len(outcomes) * 3 // 4 :]) == {"read in part"}


def zipped(parts: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize("half", [b"\xed\xa0\x80", b"&#xD800;", b"&#57343;"])
def test_half_characters_in_damaged_xml(tmp_path: Path, half: bytes) -> None:
    text = odt_xml("<text:p>one</text:p>").encode().replace(b"one", b"one " + half + b" two")
    mimetype = b"application/vnd.oasis.opendocument.text"
    path = saved(tmp_path, "a.odt", zipped({"mimetype": mimetype, "content.xml": text}))
    assert kept(path) == "read in part"


@pytest.mark.parametrize(
    "line",
    [
        "(" + "AP/" * 60, "Photo: " + "U.S. " * 20, "AP/-" * 60, "By " + "Al-" * 300, "<!---->" * 500 + "x",
        "<!--StartFragment-->" * 20_000, "© 2020 " * 200, "NEW YORK — " * 200,
    ],
    ids=range(8),
)  # fmt: skip
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.eml", "a.html"])
def test_a_line_with_many_readings_takes_no_time(tmp_path: Path, name: str, line: str) -> None:
    head = "From: a@example.org\n\n" if name == "a.eml" else ""
    start = perf_counter()
    kept(saved(tmp_path, name, f"{head}{line}\n\nThe council voted for the bridge."))
    assert perf_counter() - start < 5


def test_a_page_of_many_deep_elements_takes_no_time(tmp_path: Path) -> None:
    page = "<p>a <b>b</b><div><section>" * 1000 + "x" * 40
    start = perf_counter()
    kept(saved(tmp_path, "a.html", f"<html><body>{page}"))
    assert perf_counter() - start < 5


@pytest.mark.parametrize("name", ["u\0tf-8", "idna", "undefined", "hex", "punycode", "no-such"])
def test_an_encoding_whose_name_is_none(tmp_path: Path, name: str) -> None:
    head = f'From: a@example.org\nSubject: =?{name}?q?Br=FCcke?=\nContent-Type: text/plain; charset="{name}"'
    mail = f"{head}\n\nThe bridge is open, caf\xe9 and all.".encode("latin-1")
    assert kept(saved(tmp_path, "a.eml", mail)) == "read"
    page = f'<html><meta charset="{name}"><p>The bridge is open, caf\xe9 and all.</p>'
    assert kept(saved(tmp_path, "a.html", page.encode("latin-1"))) == "read"
