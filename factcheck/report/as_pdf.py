"""The verdict report as A4 pages: the same page as the HTML, with running head, foot and page numbers."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from factcheck.errors import ReportFailed
from factcheck.model.case import Case
from factcheck.report.as_html import set_page
from factcheck.report.occasion import Occasion
from factcheck.report.typefaces import Typeface, typefaces
from factcheck.resource_files import resource

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcherResponse  # type: ignore[import-untyped]


def render_pdf(case: Case, occasion: Occasion) -> bytes:
    """The report as a tagged PDF with text that can be searched in every script."""
    # WeasyPrint and the libraries it loads cost half a second and 40 MB: only whoever wants a PDF pays
    try:
        from weasyprint import HTML  # type: ignore[import-untyped]
    except (ImportError, OSError) as error:
        raise ReportFailed(
            "The PDF could not be made because the Pango library is missing. Install it (on Debian: "
            "apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0), or write the report as .html."
        ) from error
    cuts = typefaces()
    sheet = [*(cut.rule for cut in cuts), resource("report", "paged.css").read_text("utf-8")]
    html = set_page(case, occasion, "\n".join(sheet))
    # half a surrogate pair would stop Pango; as on the page that is written to a file, it becomes "?"
    html = html.encode("utf-8", "replace").decode("utf-8")
    page = HTML(string=html, url_fetcher=_only(cuts))
    pdf = page.write_pdf(pdf_tags=True)
    assert isinstance(pdf, bytes)
    return pdf


def _only(cuts: list[Typeface]) -> "Callable[[str], URLFetcherResponse]":
    """Fetches the report's own font files and refuses all else, the network before all."""
    from weasyprint.urls import URLFetcherResponse

    allowed = {cut.address: cut.path for cut in cuts}

    def fetch(url: str) -> URLFetcherResponse:
        if url not in allowed:
            raise ValueError(f"a report loads nothing from {url}")
        return URLFetcherResponse(url, allowed[url].read_bytes())

    return fetch
