"""What an OpenDocument text says is read as a reader of its final version sees it, with what stands beside it."""

from datetime import UTC, date, datetime

import pytest

from factcheck.errors import UnreadableFile
from factcheck.model.article import Manuscript
from factcheck.reading.manuscript import manuscript
from factcheck.reading.odt import read_odt
from tests.unit.reading.books import odt_bytes, odt_xml, packed

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
LONG = (
    "The council voted for the new bridge on Tuesday, after a debate that went on until midnight."
)


def read(*body: str, parts: dict[str, str] | None = None) -> Manuscript:
    return manuscript(read_odt(odt_bytes(*body, parts=parts), "a.odt"), "a.odt", "odt", NOW)


def blocks(found: Manuscript) -> list[tuple[str, str]]:
    return [(block.role.value, block.position.of(found.draft.text)) for block in found.blocks]


def remarks(found: Manuscript) -> list[tuple[str, str]]:
    return [(r.position.of(found.draft.text), r.text) for r in found.remarks]


def p(inside: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


def h(inside: str, level: int) -> str:
    return f'<text:h text:outline-level="{level}">{inside}</text:h>'


def note(words: str, kind: str = "footnote") -> str:
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>1</text:note-citation>'
        f"<text:note-body>{p(words)}</text:note-body></text:note>"
    )


def comment(words: str, name: str = "") -> str:
    named = f' office:name="{name}"' if name else ""
    return (
        f"<office:annotation{named}><dc:creator>A. Roe</dc:creator><dc:date>2026-05-03T09:00:00</dc:date>"
        f"{p(words)}</office:annotation>"
    )


def test_headings_and_styles_name_the_roles() -> None:
    found = read(
        h("Town builds a bridge.", 1), p("It is the third one, and the town pays.", "P1"),
        p("The old bridge in May", "Illustration"), p(LONG), h("A long quarrel.", 2), p(LONG),
        p("What it costs", "P2"), p(LONG), p('<text:span text:style-name="T1">Who pays</text:span>'),
        p(LONG),
    )  # fmt: skip
    assert blocks(found) == [
        ("headline", "Town builds a bridge."),
        ("subheading", "It is the third one, and the town pays."),
        ("caption", "The old bridge in May"),
        ("body", LONG),
        ("crosshead", "A long quarrel."),
        ("body", LONG),
        ("crosshead", "What it costs"),
        ("body", LONG),
        ("crosshead", "Who pays"),
        ("body", LONG),
    ]


def test_white_space_is_what_the_format_says() -> None:
    inside = 'one\n   two<text:s text:c="2"/>three<text:tab/>four<text:line-break/>five\u00a0six'
    assert read(p(inside), p(LONG)).draft.text.startswith("one two  three\tfour\nfive\u00a0six")


def test_a_million_spaces_in_a_row_are_not_made() -> None:
    assert len(read(p('a<text:s text:c="9999999999"/>b<text:s text:c="9999"/>c')).draft.text) < 300


def test_comments_notes_and_links_stand_on_their_words() -> None:
    found = read(
        p(f"It rained. The bridge opened in 1931{note('Archive, box 7.')} and cost "
          f'{comment("Accounts, page 14", "c1")}nine <text:span>million</text:span><office:annotation-end office:name="c1"/>'
          f', as <text:a xlink:href="https://example.org/m">the minutes</text:a> say.{comment("Which ones?")}'
          f"{note('Hear the tape.', 'endnote')}"),
        p(LONG),
    )  # fmt: skip
    assert remarks(found) == [
        ("The bridge opened in 1931", "Archive, box 7."),
        ("and cost nine million, as the minutes say.", "Which ones?"),
        ("and cost nine million, as the minutes say.", "Hear the tape."),
        ("nine million", "Accounts, page 14"),
        ("the minutes", "https://example.org/m"),
    ]
    assert found.remarks[3].author == "A. Roe"
    assert found.remarks[3].written == date(2026, 5, 3)
    assert found.draft.text.endswith(f"{LONG}\n\nArchive, box 7.\n\nHear the tape.")


def test_tracked_changes_are_taken_as_accepted() -> None:
    changes = (
        '<text:tracked-changes><text:changed-region text:id="d"><text:deletion>'
        f"{p('six')}</text:deletion></text:changed-region>"
        '<text:changed-region text:id="i"><text:insertion/></text:changed-region></text:tracked-changes>'
    )
    packed_away = (
        'It cost <text:change-start text:change-id="i"/>nine<text:change-end text:change-id="i"/>'
        '<text:change text:change-id="d"/> million.'
    )
    in_place = (
        'It cost <text:change-start text:change-id="i"/>nine<text:change-end text:change-id="i"/>'
        '<text:change-start text:change-id="d"/>six<text:change-end text:change-id="d"/> million.'
    )
    for body in (packed_away, in_place):
        found = read(changes, p(body))
        assert found.draft.text == "It cost nine million."
        assert "1 insertion kept and 1 deletion left out" in found.notes[0]


def test_lists_tables_and_text_boxes_are_read_in_their_place() -> None:
    row = "".join(
        f"<table:table-cell>{p(words)}</table:table-cell>" for words in ("Bridge", "9 million")
    )
    box = f"<draw:frame><draw:text-box>{p('In the box the mayor is content.')}</draw:text-box></draw:frame>"
    found = read(
        p(LONG + box),
        f"<text:list><text:list-item>{p('First')}</text:list-item></text:list>",
        f"<table:table><table:table-row>{row}</table:table-row></table:table>",
        f"<text:table-of-content>{p('Contents')}</text:table-of-content>",
    )
    assert found.draft.text.split("\n\n") == [
        LONG, "In the box the mayor is content.", "First", "Bridge\t9 million",
    ]  # fmt: skip


def test_a_flat_file_is_read_like_a_packed_one() -> None:
    body = (h("Town builds a bridge", 1), p(LONG))
    flat = manuscript(read_odt(odt_xml(*body, flat=True).encode(), "a.fodt"), "a.fodt", "odt", NOW)
    assert blocks(flat) == blocks(read(*body))


def test_a_file_under_a_password() -> None:
    locked = packed(
        {"META-INF/manifest.xml": "<m><encryption-data/></m>", "encrypted-package": "x"}
    )
    with pytest.raises(UnreadableFile, match="is protected by a password"):
        read_odt(locked, "a.odt")


def test_a_damaged_part_is_told_and_the_text_read() -> None:
    found = read(p(LONG), parts={"styles.xml": "<oops"})
    assert found.draft.text == LONG
    assert found.notes == (
        "The file is damaged: its styles could not be read. The text itself could.",
    )
    cut = odt_xml(p(LONG), p("And then"))[: -len("</text:p></office:text></office:body></office:document-content>")]  # fmt: skip
    broken = read(parts={"content.xml": cut})
    assert "could be read up to “And then”" in broken.notes[0]
