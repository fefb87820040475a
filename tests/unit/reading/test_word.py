"""What a Word file says is read as a reader of its final version sees it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from factcheck.model.article import DateOrigin, Role
from factcheck.reading import read_file
from tests.unit.reading.files import paragraph, run, saved, word_bytes

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
LONG = (
    "The council voted for the new bridge on Tuesday, after a debate that went on until midnight."
)


def read(folder: Path, *body: str, parts: dict[str, str] | None = None) -> list[tuple[str, str]]:
    found = read_file(saved(folder, "a.docx", word_bytes(*body, parts=parts)), NOW)
    return [(block.role.value, block.position.of(found.draft.text)) for block in found.blocks]


def test_styles_name_the_roles_whatever_the_language_of_word(tmp_path: Path) -> None:
    assert read(
        tmp_path,
        paragraph("Town builds a bridge.", "berschrift1"),
        paragraph("It is the third one, and the town pays for it.", "Untertitel"),
        paragraph("The old bridge in May", "Beschriftung"),
        paragraph(LONG),
        paragraph("A long quarrel.", "Ours"),
        paragraph(LONG),
        paragraph("Circular", "Circle"),
    ) == [
        ("headline", "Town builds a bridge."),
        ("subheading", "It is the third one, and the town pays for it."),
        ("caption", "The old bridge in May"),
        ("body", LONG),
        ("crosshead", "A long quarrel."),
        ("body", LONG),
        ("body", "Circular"),
    ]


def test_a_short_bold_paragraph_is_a_crosshead(tmp_path: Path) -> None:
    bold = paragraph(run("What it costs", "<w:b/>"))
    found = read(
        tmp_path, paragraph("Town builds a bridge"), paragraph(LONG), bold, paragraph(LONG)
    )
    assert found[2] == ("crosshead", "What it costs")


def test_insertions_are_kept_and_deletions_dropped(tmp_path: Path) -> None:
    words = (
        run("The bridge cost ")
        + f'<w:ins w:id="1">{run("nine")}</w:ins>'
        + '<w:del w:id="2"><w:r><w:delText>six</w:delText></w:r></w:del>'
        + f'<w:moveFrom w:id="3">{run(" once")}</w:moveFrom>'
        + f'<w:moveTo w:id="4">{run(" million")}</w:moveTo>'
        + run(", the town said on Tuesday.")
    )
    assert read(tmp_path, paragraph(words)) == [
        ("body", "The bridge cost nine million, the town said on Tuesday.")
    ]


def test_a_deleted_paragraph_end_joins_two_paragraphs(tmp_path: Path) -> None:
    joined = read(
        tmp_path,
        paragraph("The council voted ", properties='<w:rPr><w:del w:id="1"/></w:rPr>'),
        paragraph("for the new bridge on Tuesday."),
    )
    assert joined == [("body", "The council voted for the new bridge on Tuesday.")]


def test_links_fields_tabs_and_soft_breaks(tmp_path: Path) -> None:
    words = (
        f"<w:hyperlink>{run('The council')}</w:hyperlink>"
        + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        + "<w:r><w:t xml:space='preserve"
        + "'> voted on 9</w:t><w:noBreakHyphen/><w:t>12</w:t><w:tab/><w:t>May.</w:t></w:r>"
        + run("secret", "<w:vanish/>")
    )
    assert read(tmp_path, paragraph(words)) == [("body", "The council voted on 9\u201112\tMay.")]


def test_text_boxes_and_tables_are_read_in_their_place(tmp_path: Path) -> None:
    box = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>"
        f"{paragraph('In the box the mayor says that all is well.')}"
        "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>"
        f"{paragraph('In the box the mayor says that all is well.')}"
        "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    row = (
        "<w:tr>"
        + "".join(f"<w:tc>{paragraph(c)}</w:tc>" for c in ("Bridge", "9 million"))
        + "</w:tr>"
    )
    wide = f"<w:tr><w:tc>{paragraph(LONG)}{paragraph(LONG)}</w:tc></w:tr>"
    assert [words for _, words in read(
        tmp_path, paragraph(run(LONG) + box), f"<w:tbl>{row}{wide}</w:tbl>", paragraph(LONG)
    )] == [
        LONG, "In the box the mayor says that all is well.", "Bridge\t9 million", LONG, LONG, LONG,
    ]  # fmt: skip


def test_footnotes_follow_the_text(tmp_path: Path) -> None:
    notes = (
        "<w:footnotes NAMESPACES>"
        f'<w:footnote w:id="7">{paragraph("The minutes of 3 May say so.")}</w:footnote>'
        f'<w:footnote w:id="8">{paragraph("Nothing refers to this one.")}</w:footnote></w:footnotes>'
    )
    referring = paragraph(run(LONG) + '<w:r><w:footnoteReference w:id="7"/></w:r>')
    found = read(tmp_path, referring, paragraph(LONG), parts={"word/footnotes.xml": notes})
    assert found == [("body", LONG), ("body", LONG), ("body", "The minutes of 3 May say so.")]


def test_the_day_a_file_was_made_is_not_the_day_of_publication(tmp_path: Path) -> None:
    core = (
        '<cp:coreProperties xmlns:cp="a" xmlns:dcterms="b"><dcterms:created>2020-01-15T00:00:00Z'
        "</dcterms:created></cp:coreProperties>"
    )
    data = word_bytes(paragraph(LONG), parts={"docProps/core.xml": core})
    assert read_file(saved(tmp_path, "a.docx", data), NOW).article.published_from is DateOrigin.NONE


@pytest.mark.parametrize(
    "odd", ["Crème “brûlée”\u00a0– 9\u202f%", "👩🏽‍🚀 first", "قال رئيس البلدية"]
)
def test_no_letter_is_changed(tmp_path: Path, odd: str) -> None:
    assert read(tmp_path, paragraph(odd)) == [(Role.BODY.value, odd)]
