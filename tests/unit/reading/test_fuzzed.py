"""Files that once broke a reader are answered with an article or a sentence, and so is every file cut short."""

import zipfile
from io import BytesIO
from pathlib import Path

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


def test_half_characters_in_damaged_xml(tmp_path: Path) -> None:
    text = odt_xml("<text:p>one</text:p>").encode().replace(b"one", b"one \xed\xa0\x80 two")
    mimetype = b"application/vnd.oasis.opendocument.text"
    path = saved(tmp_path, "a.odt", zipped({"mimetype": mimetype, "content.xml": text}))
    assert kept(path) == "read in part"
