import builtins
import logging
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pytest

from factcheck.errors import ReportFailed
from factcheck.model.article import Role
from factcheck.model.case import Case
from factcheck.model.evidence import SourceForm
from factcheck.model.verdict import Rating
from factcheck.report.as_pdf import render_pdf
from factcheck.report.typefaces import typefaces
from tests.makers import CHECKER, do, make_article, make_case, make_claim, make_source, rated
from tests.unit.report.occasions import make_occasion

TEXT = (
    "The bridge reopens 🎉\n\n"
    "“هذا أقدم جسر في المدينة” said the mayor, and the flag of the office flew.\n\n"
    "The toll rose to 12 crowns in 1931."
)


@pytest.fixture(scope="module")
def case() -> Case:
    claims = [make_claim(words, of=TEXT) for words in ("أقدم جسر", "12 crowns", "the mayor")]
    case = make_case(TEXT, [Role.HEADLINE], claims, article=make_article("The bridge reopens"))
    rated(case, claims[1], Rating.CONTRADICTED)
    source = make_source(form=SourceForm.URL, reference="http://127.0.0.1:9/should-not-be-asked")
    do(case, case.attach(claims[1].id, source, CHECKER, locator="page 3"))
    return case


@pytest.fixture(scope="module")
def pdf(case: Case) -> bytes:
    return render_pdf(case, make_occasion())


def words_of(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def test_every_page_has_its_number_its_draft_and_the_fingerprint(pdf: bytes) -> None:
    pages = words_of(pdf)
    assert len(pages) >= 2
    for number, words in enumerate(pages, start=1):
        assert f"page {number} of {len(pages)}" in words
        line = " ".join(words.split())
        assert "Draft 1 27 words record entry 318, fingerprint 7c1e 90ab 44d2" in line
        assert "Verdict report internal version" in line
        assert "Town desk 4 March 2026, 12:05" in line


def test_words_can_be_searched_in_every_script(pdf: bytes) -> None:
    words = " ".join(" ".join(words_of(pdf)).split())
    assert "flag of the office flew" in words  # fl and ffi are ligatures in many faces
    assert any(form in words for form in ("المدينة", "ةنيدملا"))
    assert "12 crowns" in words
    assert "🎉" in words


def test_the_pages_are_tagged_and_named(pdf: bytes) -> None:
    document = pypdfium2.PdfDocument(pdf)
    assert document.get_metadata_dict()["Title"] == "Verdict report: The bridge reopens"
    assert document.is_tagged()
    width, height = document[0].get_size()
    assert (round(width), round(height)) == (595, 842)
    document.close()


def test_headings_make_the_outline(pdf: bytes) -> None:
    document = pypdfium2.PdfDocument(pdf)
    titles = [bookmark.get_title() for bookmark in document.get_toc()]
    document.close()
    assert titles[0] == "The bridge reopens"
    assert "Must change" in titles
    assert "The article, with every claim numbered" in titles


def test_nothing_is_asked_of_the_network(
    case: Case, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(*args: Any, **kwargs: Any) -> None:
        raise AssertionError("a report opened a connection")

    monkeypatch.setattr("socket.socket.connect", refuse)
    with caplog.at_level(logging.ERROR, logger="weasyprint"):
        assert render_pdf(case, make_occasion()).startswith(b"%PDF")
    assert caplog.records == []


def test_the_style_sheet_has_nothing_weasyprint_does_not_know(
    case: Case, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        render_pdf(case, make_occasion())
    said = [record.getMessage() for record in caplog.records]
    assert [words for words in said if ".notdef glyph" not in words] == []


def test_missing_libraries_are_told_in_a_sentence(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without_pango(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without_pango)
    with pytest.raises(ReportFailed, match=r"Pango library is missing.*\.html"):
        render_pdf(case, make_occasion())


def test_the_faces_of_the_report_are_installed() -> None:
    assert {(face.family, face.weight, face.style) for face in typefaces()} >= {
        ("Report Serif", 400, "normal"),
        ("Report Sans", 400, "normal"),
        ("Report Sans", 600, "normal"),
    }
