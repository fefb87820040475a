"""PDF files: the text of their pages as paragraphs; never their date of making, which is not one of publication."""

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from pypdfium2 import raw

from factcheck.errors import UnreadableFile
from factcheck.reading.manuscript import MAX_CHARACTERS, Reading
from factcheck.reading.paragraph import set_text
from factcheck.reading.pdf_layout import paragraphs_of
from factcheck.reading.pdf_lines import PdfPage, page_of, unmapped_share

_MOST_UNMAPPED = 0.2  # of the letters


def read_pdf(data: bytes, file_name: str) -> Reading:
    """The text of a PDF; ``UnreadableFile`` where it is locked, damaged, or only pictures of pages."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise _not_opened(file_name) from error
    try:
        pages = _pages(document)
    except pdfium.PdfiumError as error:
        raise _damaged(file_name) from error
    finally:
        document.close()
    if not any(page.lines for page in pages):
        raise UnreadableFile(
            f"“{file_name}” holds only pictures of its pages, no text. Run a text recognition (OCR) over it, "
            "or paste the text here."
        )
    if unmapped_share(pages) > _MOST_UNMAPPED:
        raise UnreadableFile(
            f"“{file_name}” does not say which letters its signs stand for, so its text cannot be read. "
            "Run a text recognition (OCR) over it, or paste the text here."
        )
    setting = set_text(paragraphs_of(pages))
    return Reading(setting.text, setting.lines)


def _pages(document: pdfium.PdfDocument) -> list[PdfPage]:
    """The pages, up to the length at which the text is refused anyhow."""
    pages = []
    letters = 0
    for number in range(len(document)):
        page = document[number]
        pages.append(page_of(page, number))
        page.close()
        letters += sum(len(line.words) for line in pages[-1].lines)
        if letters > MAX_CHARACTERS:
            break
    return pages


def _not_opened(file_name: str) -> UnreadableFile:
    if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD:
        return UnreadableFile(
            "This PDF is protected by a password. Open it in its own program, save a copy without one, and drop that here."
        )
    return _damaged(file_name)


def _damaged(file_name: str) -> UnreadableFile:
    return UnreadableFile(
        f"“{file_name}” is damaged and cannot be read as a PDF. Ask for another copy, or paste the text here."
    )
