"""What rich text says is read as a reader of its final version sees it, with what stands beside it."""

from datetime import UTC, date, datetime

import pytest

from factcheck.errors import UnreadableFile
from factcheck.model.article import Manuscript
from factcheck.reading.manuscript import manuscript
from factcheck.reading.rtf import read_rtf

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
LONG = (
    "The council voted for the new bridge on Tuesday, after a debate that went on until midnight."
)
HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Serif;}{\f1\fcharset204 Cyr;}{\f2\fcharset128 Kanji;}}"
    r"{\colortbl;\red1\green2\blue3;}{\stylesheet{\ql Normal;}{\s1\outlinelevel0 heading 1;}{\s2 Subtitle;}"
    r"{\s3 caption;}{\s4\outlinelevel1 Our own;}{\*\cs9 Emphasis;}}{\info{\title No part of it}}"
)


def read(*body: str) -> Manuscript:
    data = (HEAD + "".join(body) + "}").encode("latin-1")
    return manuscript(read_rtf(data, "a.rtf"), "a.rtf", "rtf", NOW)


def remarks(found: Manuscript) -> list[tuple[str, str]]:
    return [(r.position.of(found.draft.text), r.text) for r in found.remarks]


def p(inside: str, style: str = "") -> str:
    return rf"\pard\plain{style} {inside}\par" + "\n"


def test_styles_and_bold_lines_name_the_roles() -> None:
    found = read(
        p("Town builds a bridge.", r"\s1"), p("It is the third one, and the town pays.", r"\s2"),
        p("The old bridge in May", r"\s3"), p(LONG), p("A long quarrel.", r"\s4"), p(LONG),
        p(r"{\b What it costs}"), p(LONG),
    )  # fmt: skip
    assert [(b.role.value, b.position.of(found.draft.text)) for b in found.blocks] == [
        ("headline", "Town builds a bridge."),
        ("subheading", "It is the third one, and the town pays."),
        ("caption", "The old bridge in May"),
        ("body", LONG),
        ("crosshead", "A long quarrel."),
        ("body", LONG),
        ("crosshead", "What it costs"),
        ("body", LONG),
    ]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (r"Caf\'e9 \ldblquote so\rdblquote\~9\_12 \emdash  \{x\} \\", "Café “so”\u00a09\u201112 — {x} \\"),
        (r"\u1052?\u1086?\u1089?\u1090?, \u-10179?\u-8704?.", "Мост, 😀."),
        (r"\uc2\u1052 ??\uc0\u1086 x", "Моx"),
        (r"{\f1 \'cc\'ee\'f1\'f2} {\f2 \'93\'fa\'96\'7b}", "Мост 日本"),
        (r"one{\v secret} two{\*\unknown words} three\-x", "one two threex"),
        (r"one\line two\tab three", "one\ntwo\tthree"),
        (r"{\pict\wmetafile8 0102ABCD}one{\object{\*\objdata 00ff}{\result{\pict 00}}}", "one"),
        ("one\\bin4 }}}}two", "onetwo"),
    ],
)  # fmt: skip
def test_signs(typed: str, shown: str) -> None:
    assert read(p(typed), p(LONG)).draft.text == f"{shown}\n\n{LONG}"


def test_paragraphs_as_a_mac_ends_them() -> None:
    assert read("\\pard One.\\\nTwo.\\\n").draft.text == "One.\n\nTwo."


def test_comments_notes_and_links_stand_on_their_words() -> None:
    found = read(
        p(
            r"It rained. The bridge opened in 1931{\super\chftn}{\footnote\pard\plain\chftn Archive, box 7.}"
            r" and cost {\*\atrfstart 1}nine million{\*\atrfend 1}{\*\atnid AR}{\*\atnauthor A. Roe}\chatn"
            r"{\*\annotation{\*\atnref 1}{\*\atndate 132454976}\pard\plain Accounts, page 14},"
            r' as {\field{\*\fldinst HYPERLINK "https://example.org/m"}{\fldrslt {\ul the minutes}}} say.'
            r"{\*\atnauthor B. Roe}\chatn{\*\annotation Which ones?}{\footnote\ftnalt Hear the tape.}"
        ),
        p(LONG),
    )
    assert remarks(found) == [
        ("The bridge opened in 1931", "Archive, box 7."),
        ("and cost nine million, as the minutes say.", "Which ones?"),
        ("and cost nine million, as the minutes say.", "Hear the tape."),
        ("nine million", "Accounts, page 14"),
        ("the minutes", "https://example.org/m"),
    ]
    assert [r.author for r in found.remarks] == ["", "B. Roe", "", "A. Roe", ""]
    assert found.remarks[3].written == date(2026, 5, 3)
    assert [r.origin.value for r in found.remarks[:3]] == ["footnote", "comment", "endnote"]
    assert found.draft.text.endswith(f"{LONG}\n\nArchive, box 7.\n\nHear the tape.")


def test_tracked_changes_are_taken_as_accepted() -> None:
    found = read(p(r"It cost {\deleted six}{\revised nine} million."))
    assert found.draft.text == "It cost nine million."
    assert "1 insertion kept and 1 deletion left out" in found.notes[0]


def test_tables_and_text_boxes_are_read_in_their_place() -> None:
    found = read(
        p(LONG + r"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt\pard In the box.\par}}{\shprslt{\*\do\dptxbx}}}"),
        r"\trowd\cellx1\cellx2\pard\intbl Bridge\cell 9 million\cell\row",
        r"\trowd\cellx1\cellx2\pard\intbl Tunnel\cell none\cell\row",
        p(LONG),
    )  # fmt: skip
    assert found.draft.text.split("\n\n") == [
        LONG, "In the box.", "Bridge\t9 million", "Tunnel\tnone", LONG,
    ]  # fmt: skip


def test_a_file_that_breaks_off_says_where() -> None:
    cut = (HEAD + p(LONG) + "And then").encode()
    found = manuscript(read_rtf(cut, "a.rtf"), "a.rtf", "rtf", NOW)
    assert found.draft.text == f"{LONG}\n\nAnd then"
    assert "could be read up to “And then”" in found.notes[0]


def test_braces_without_end_are_refused_in_a_sentence() -> None:
    with pytest.raises(UnreadableFile, match="inside one another more than a thousand deep"):
        read_rtf(b"{\\rtf1" + b"{" * 2_000_000, "a.rtf")


@pytest.mark.parametrize(
    "odd",
    [b"{\\rtf1 }}}} x", b"{\\rtf1\\", b"{\\rtf1\\'", b"{\\rtf1\\u", b"{\\rtf1\\bin99999999 x", b"{\\rtf1{\\footnote",
     b"{\\rtf1{\\field{\\*\\fldinst HYPERLINK", b"{\\rtf1\\ansicpg99999 x\\'ff", b"{\\rtf1\\row\\cell\\row",
     b"{\\rtf1{\\stylesheet{\\s-1 a;}}\\s99 x", b"{\\rtf1{\\*\\annotation", b"{\\rtf1\\u-999999999 x"],
)  # fmt: skip
def test_odd_files_raise_nothing_of_their_own(odd: bytes) -> None:
    read_rtf(odd, "a.rtf")
