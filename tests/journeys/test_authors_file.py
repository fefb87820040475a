"""An author's own Word file through the command line: her comments and notes come out as sources on the claims."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.cli import main
from factcheck.storage import Casebook
from tests.unit.reading.files import comments, on, paragraph, run, saved, word_bytes


def test_comments_and_footnotes_are_sources_and_tracked_changes_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    footnote = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    tracked = f'<w:ins w:id="8">{run("nine")}</w:ins><w:del w:id="9"><w:r><w:delText>six</w:delText></w:r></w:del>'
    body = (
        paragraph("Town builds a bridge", "berschrift1"),
        paragraph(run("The old bridge was opened in 1931.") + footnote),
        paragraph(run("It carries ") + on(0, "14,000 cars a day") + run(", the mayor said on Tuesday.")),
        paragraph(run("It will cost ") + tracked + run(" million crowns.")),
        paragraph(on(1, "So it goes.")),
    )  # fmt: skip
    notes = {"word/footnotes.xml": "<w:footnotes NAMESPACES><w:footnote w:id='1'>"
             + paragraph("Town archive, box 7.") + "</w:footnote></w:footnotes>"}  # fmt: skip
    said = comments("Count of May, https://example.org/count", "From a song")
    path = saved(tmp_path, "bridge.docx", word_bytes(*body, parts=notes | said))
    book = tmp_path / "desk.casebook"

    assert main(["check", str(path), "--casebook", str(book)]) == 0
    assert "taken as accepted: 1 insertion kept and 1 deletion left out" in capsys.readouterr().err

    assert main(["list", "bridge.docx", "--json", "--casebook", str(book)]) == 0
    assert json.loads(capsys.readouterr().out)
    with closing(Casebook.open(book)) as casebook:
        case = casebook.load(casebook.find_article("bridge.docx"))
        given = {
            case.source(evidence.source_id).title: (claim.text, evidence.locator)
            for claim in case.claims()
            for evidence in case.evidence(claim.id)
        }
        assert casebook.check() == []
    count, words = "Count of May, https://example.org/count", "14,000 cars a day"
    assert words in given[count][0] or given[count][0] in words
    assert given[count][1] == "author’s comment (A. Roe, 3 May 2026)"
    assert "1931" in given["Town archive, box 7."][0]
    assert given["Town archive, box 7."][1] == "author’s footnote 1"
    assert given["From a song"][0] == "So it goes."  # no claim is there, so its words are marked
