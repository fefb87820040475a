"""Of an electronic book the chapters are read in their order, with notes that may lie in another of its parts."""

from datetime import UTC, date, datetime

import pytest

from factcheck.errors import UnreadableFile
from factcheck.model.article import Manuscript
from factcheck.reading.epub import read_epub
from factcheck.reading.manuscript import manuscript
from tests.unit.reading.books import epub_bytes, packed

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
LONG = (
    "The council voted for the new bridge on Tuesday, after a debate that went on until midnight."
)
SAYS = "<dc:title>The Bridge</dc:title><dc:date>2021-03-04</dc:date>"


def read(*chapters: str, parts: dict[str, str] | None = None, says: str = "") -> Manuscript:
    data = epub_bytes(*chapters, parts=parts, says=says)
    return manuscript(read_epub(data, "a.epub"), "a.epub", "epub", NOW)


def test_chapters_in_reading_order_without_the_table_of_contents() -> None:
    found = read(
        f"<h1>One</h1><p>{LONG}</p>",
        f"<h1>Two</h1><p>{LONG}&nbsp;And&mdash;more.</p><figure><figcaption>The old bridge</figcaption></figure>",
        says=SAYS,
    )
    assert [(b.role.value, b.position.of(found.draft.text)) for b in found.blocks] == [
        ("headline", "One"),
        ("body", LONG),
        ("crosshead", "Two"),
        ("body", f"{LONG}\u00a0And—more."),
        ("caption", "The old bridge"),
    ]
    assert found.article.published == date(2021, 3, 4)


def test_notes_in_the_chapter_and_in_another_part() -> None:
    found = read(
        '<p>It opened in 1931<sup><a epub:type="noteref" href="#n1">1</a></sup> and cost nine million'
        '<a href="c1.xhtml#n2" id="back2">2</a>, as <a href="https://example.org/m">the minutes</a> say.</p>'
        '<aside epub:type="footnote" id="n1"><p>Archive, box 7.</p></aside>',
        '<p id="n2"><a href="c0.xhtml#back2">2</a> Accounts.</p>',
    )
    text = found.draft.text
    assert text.startswith(
        "It opened in 1931 and cost nine million, as the minutes say.\n\nArchive, box 7."
    )
    assert [(r.position.of(text), r.text) for r in found.remarks] == [
        ("It opened in 1931", "Archive, box 7."),
        ("and cost nine million", "Accounts."),
        ("the minutes", "https://example.org/m"),
    ]


def test_a_chapter_that_cannot_be_read_is_named_and_the_others_are_read() -> None:
    data = epub_bytes(f"<p>{LONG}</p>", f"<p>{LONG}</p>")
    broken = data.replace(b"OPS/c1.xhtml", b"OPS/x1.xhtml")
    found = manuscript(read_epub(broken, "a.epub"), "a.epub", "epub", NOW)
    assert found.draft.text == LONG
    assert found.notes == (
        "The book is damaged: these parts of it are missing in the text: “OPS/c1.xhtml”.",
    )


def test_addresses_that_no_attribute_can_hold() -> None:
    found = read(f'<p id="a&#1;b">{LONG}</p><p>See <a href="%00.html#x%01&#2;y">there</a>.</p>')
    assert found.draft.text == f"{LONG}\n\nSee there."


def test_a_part_with_an_endless_name_is_named_in_short() -> None:
    parts = {"META-INF/container.xml": '<c><rootfile full-path="a.opf"/></c>', "a.opf": (
        '<package><manifest><item id="a" href="ok.html" media-type="text/html"/>'
        f'<item id="b" href="{"x" * 5000}\n.html" media-type="text/html"/></manifest>'
        '<spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
    ), "ok.html": f"<p>{LONG}</p>"}  # fmt: skip
    found = manuscript(read_epub(packed(parts), "a.epub"), "a.epub", "epub", NOW)
    assert len(found.notes[0]) < 200 and "\n" not in found.notes[0]


def test_a_book_that_is_protected_against_copying() -> None:
    locks = '<encryption><CipherReference URI="OPS/{}"/></encryption>'
    with pytest.raises(UnreadableFile, match="protected against copying"):
        read(f"<p>{LONG}</p>", parts={"META-INF/encryption.xml": locks.format("c0.xhtml")})
    fonts = read(f"<p>{LONG}</p>", parts={"META-INF/encryption.xml": locks.format("a.otf")})
    assert fonts.draft.text == LONG


@pytest.mark.parametrize(
    "parts",
    [
        {"META-INF/container.xml": "<container/>"},
        {"META-INF/container.xml": '<c><rootfile full-path="gone.opf"/></c>'},
        {"META-INF/container.xml": '<c><rootfile full-path="a.opf"/></c>', "a.opf": "<package/>"},
        {"META-INF/container.xml": "<oops"},
    ],
)
def test_a_book_that_lacks_its_parts(parts: dict[str, str]) -> None:
    with pytest.raises(UnreadableFile, match="is damaged"):
        read_epub(packed(parts), "a.epub")


def test_a_book_whose_chapters_together_are_too_much() -> None:
    chapter = "<i/>" * 400_000
    with pytest.raises(UnreadableFile, match="far larger than any text"):
        read(*[chapter] * 5)
