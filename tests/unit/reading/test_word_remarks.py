"""What an author put beside her words in Word comes with them, on the very words, and nothing is lost unsaid."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import UnreadableFile
from factcheck.model.article import Manuscript, RemarkOrigin
from factcheck.reading import read_file
from factcheck.reading.manuscript import manuscript
from factcheck.reading.word import read_word
from tests.unit.reading.files import comments, on, paragraph, run, saved, word_bytes

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
LONG = (
    "The council voted for the new bridge on Tuesday, after a debate that went on until midnight."
)
RELS = """<Relationships xmlns="r"><Relationship Id="r1" Target="https://example.org/minutes" TargetMode="External"/>
<Relationship Id="r2" Target="mailto:desk@example.org" TargetMode="External"/></Relationships>"""


def read(*body: str, parts: dict[str, str] | None = None) -> Manuscript:
    return manuscript(read_word(word_bytes(*body, parts=parts), "a.docx"), "a.docx", "docx", NOW)


def remarks(found: Manuscript) -> list[tuple[str, str]]:
    """The words each remark is on, and what it says."""
    return [(remark.position.of(found.draft.text), remark.text) for remark in found.remarks]


def note(kind: str, number: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def notes(kind: str, *written: str) -> dict[str, str]:
    inside = "".join(
        f'<w:{kind} w:id="{number}">{paragraph(words)}</w:{kind}>'
        for number, words in enumerate(written, 1)
    )
    return {f"word/{kind}s.xml": f"<w:{kind}s NAMESPACES>{inside}</w:{kind}s>"}


def test_a_comment_is_on_the_words_it_was_put_on() -> None:
    body = paragraph(run("The bridge cost ") + on(0, "nine million crowns") + run(" in the end."))
    found = read(paragraph(LONG), body, parts=comments("Town accounts 2025, page 14"))
    assert remarks(found) == [("nine million crowns", "Town accounts 2025, page 14")]
    (remark,) = found.remarks
    assert (remark.origin, remark.author, remark.written) == (
        RemarkOrigin.COMMENT, "A. Roe", date(2026, 5, 3),
    )  # fmt: skip
    assert found.draft.text == f"{LONG}\n\nThe bridge cost nine million crowns in the end."


def test_a_comment_may_reach_over_paragraphs_and_be_nested_in_another() -> None:
    first = paragraph(
        run("It opened ") + '<w:commentRangeStart w:id="0"/>' + on(1, "in 1931") + run(" and")
    )
    last = paragraph(run("closed soon") + '<w:commentRangeEnd w:id="0"/>' + run(" after."))
    found = read(first, last, parts=comments("From the archive", "Or 1932?"))
    assert remarks(found) == [
        ("in 1931", "Or 1932?"),
        ("in 1931 and\n\nclosed soon", "From the archive"),
    ]


def test_a_comment_at_a_point_is_on_the_sentence_before_it() -> None:
    reference = '<w:r><w:commentReference w:id="0"/></w:r>'
    found = read(
        paragraph(run("It rained. The bridge opened in 1931.") + reference + run(" Then it fell.")),
        parts=comments("From the archive"),
    )
    assert remarks(found) == [("The bridge opened in 1931.", "From the archive")]


def test_a_comment_on_deleted_words_stays_with_the_sentence() -> None:
    deleted = f'<w:del w:id="9">{on(0, "six")}</w:del>'
    found = read(
        paragraph(run("The bridge cost ") + deleted + run("nine million.")), parts=comments("Six?")
    )
    assert found.draft.text == "The bridge cost nine million."
    assert remarks(found) == [("The bridge cost", "Six?")]


def test_a_comment_that_stands_nowhere_is_found_at_the_beginning_and_told() -> None:
    found = read(paragraph(LONG), paragraph(LONG), parts=comments("Ask the harbour master"))
    assert remarks(found) == [(LONG, "Ask the harbour master")]
    assert found.remarks[0].position.start == 0
    assert found.notes == (
        "A comment stands at no place of the text; you find it at its beginning: “Ask the harbour master”.",
    )


def test_footnotes_are_on_what_stands_before_their_marks_and_still_in_the_text() -> None:
    body = paragraph(
        run("It rained. The bridge opened in 1931,") + note("footnote", 1)
        + run(" cost nine million") + note("footnote", 2) + note("endnote", 1) + run(" and fell.")
    )  # fmt: skip
    found = read(
        body,
        parts=notes("footnote", "Archive, box 7.", "Accounts.")
        | notes("endnote", "Hear the tape."),
    )
    assert remarks(found) == [
        ("The bridge opened in 1931,", "Archive, box 7."),
        ("cost nine million", "Accounts."),
        ("cost nine million", "Hear the tape."),
    ]
    assert [(r.origin.value, r.number) for r in found.remarks] == [
        ("footnote", 1), ("footnote", 2), ("endnote", 1),
    ]  # fmt: skip
    assert found.draft.text.endswith("Archive, box 7.\n\nAccounts.\n\nHear the tape.")


def test_footnotes_in_tables_are_on_their_cells() -> None:
    cells = (run("Bridge"), run("9 million") + note("footnote", 1))
    row = "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells)
    found = read(
        paragraph(LONG), f"<w:tbl><w:tr>{row}</w:tr></w:tbl>", parts=notes("footnote", "Accounts.")
    )
    assert remarks(found) == [("Bridge\t9 million", "Accounts.")]


def test_a_comment_in_a_footnote_is_on_the_words_of_the_footnote() -> None:
    inside = {
        "word/footnotes.xml": "<w:footnotes NAMESPACES><w:footnote w:id='1'>"
        + paragraph(run("See ") + on(0, "box 7") + run("."))
        + "</w:footnote></w:footnotes>"
    }
    found = read(paragraph(run(LONG) + note("footnote", 1)), parts=inside | comments("Not box 8?"))
    assert remarks(found) == [(LONG, "See box 7."), ("box 7", "Not box 8?")]


def test_links_to_pages_are_sources_and_others_are_not() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://a.example/x" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("in May")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = paragraph(
        f'<w:hyperlink w:id="r1">{run("the minutes")}</w:hyperlink>{run(", written ")}{field}{run(", by ")}'
        f'<w:hyperlink w:id="r2">{run("the desk")}</w:hyperlink>{run(" and ")}'
        f'<w:hyperlink w:anchor="top">{run("others")}</w:hyperlink>{run(".")}'
    )
    found = read(body, parts={"word/_rels/document.xml.rels": RELS})
    assert found.draft.text == "the minutes, written in May, by the desk and others."
    assert remarks(found) == [
        ("the minutes", "https://example.org/minutes"),
        ("in May", "https://a.example/x"),
    ]
    assert {remark.origin for remark in found.remarks} == {RemarkOrigin.LINK}


def test_the_link_in_a_footnote_is_the_footnotes() -> None:
    inside = notes("footnote", f'<w:hyperlink w:id="r1">{run("the minutes")}</w:hyperlink>')
    found = read(
        paragraph(run(LONG) + note("footnote", 1)),
        parts=inside | {"word/_rels/footnotes.xml.rels": RELS},
    )
    assert [(r.text, r.link) for r in found.remarks] == [
        ("the minutes", "https://example.org/minutes")
    ]


def test_tracked_changes_are_taken_as_accepted_and_that_is_said() -> None:
    row = (
        f'<w:tr><w:trPr><w:del w:id="5"/></w:trPr><w:tc>{paragraph("an old figure")}</w:tc></w:tr>'
    )
    found = read(
        paragraph(
            run("The bridge cost ") + f'<w:ins w:id="1">{run("nine")}</w:ins>'
            + '<w:del w:id="2"><w:r><w:delText>six</w:delText></w:r></w:del>' + run(" million.")
        ),
        f"<w:tbl>{row}</w:tbl>",
    )  # fmt: skip
    assert found.draft.text == "The bridge cost nine million."
    assert found.notes == (
        "The tracked changes were taken as accepted: 1 insertion kept and 2 deletions left out. "
        "To have them refused, refuse them in the file and open it again.",
    )
    assert read(paragraph(LONG)).notes == ()


def test_what_is_no_text_is_named() -> None:
    chart = "<w:r><w:drawing><a:graphic xmlns:a='a'><c:chart xmlns:c='c'/></a:graphic></w:drawing></w:r>"
    found = read(paragraph(run(LONG) + chart), paragraph(chart))
    assert found.notes == ("2 charts were not read; check what is in there in the file itself.",)


@pytest.mark.parametrize("part", ["comments", "styles", "footnotes"])
def test_a_part_that_is_damaged_costs_that_part_alone(part: str) -> None:
    broken = {f"word/{part}.xml": "<w:broken NAMESPACES><"}
    found = read(paragraph(run(LONG) + note("footnote", 1)), parts=broken)
    assert found.draft.text == LONG
    assert found.notes == (
        f"The file is damaged: its {part} could not be read. The text itself could.",
    )


def test_a_text_that_breaks_off_says_where(tmp_path: Path) -> None:
    found = read_file(
        saved(tmp_path, "a.docx", word_bytes(paragraph(LONG), "<w:p><w:r><w:t>And then </w:oops>")),
        NOW,
    )
    assert found.draft.text == f"{LONG}\n\nAnd then"
    assert found.notes[0] == (
        "The file is damaged: its text could be read up to “And then”, and what follows is missing. "
        "Ask for another copy."
    )


def test_32767_comments_in_one_paragraph_are_all_on_their_words() -> None:
    count = 32_767
    body = paragraph("".join(on(number, f"w{number}") for number in range(count)))
    found = read(body, parts=comments(*(f"c{number}" for number in range(count))))
    assert len(found.remarks) == count
    assert remarks(found)[-1] == (f"w{count - 1}", f"c{count - 1}")


def test_tables_nested_deeper_than_any_text_are_refused_in_a_sentence(tmp_path: Path) -> None:
    nested = "<w:tbl><w:tr><w:tc>" * 10_000 + paragraph(LONG) + "</w:tc></w:tr></w:tbl>" * 10_000
    with pytest.raises(UnreadableFile, match="lie inside one another more than two hundred deep"):
        read(nested)
    deep = "<w:tbl><w:tr><w:tc>" * 80 + paragraph(LONG) + "</w:tc></w:tr></w:tbl>" * 80
    assert read(deep).draft.text == LONG


_PIECES = st.lists(
    st.tuples(st.text("ab .\n\u00a0", max_size=6), st.booleans()), min_size=1, max_size=8
)


@given(st.lists(_PIECES, min_size=1, max_size=4))
def test_every_commented_stretch_lies_on_its_own_words(
    paragraphs: list[list[tuple[str, bool]]],
) -> None:
    number = 0
    body, expected = [], []
    for pieces in paragraphs:
        runs = run("x")
        for words, commented in pieces:
            solid = words.strip()
            if commented and solid:
                runs += on(number, words)
                expected.append((solid, f"c{number}"))
                number += 1
            else:
                runs += run(words)
        body.append(paragraph(runs + run("y")))
    found = read(*body, parts=comments(*(f"c{i}" for i in range(number))))
    assert remarks(found) == expected
