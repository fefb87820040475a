"""Web pages: the article without what stands around it, with its headline, captions and notes. Never goes online."""

import re

from lxml import etree, html
from lxml.html import HtmlElement

from factcheck.errors import UnreadableFile
from factcheck.reading.cleaning import clean
from factcheck.reading.encodings import decode
from factcheck.reading.manuscript import Reading
from factcheck.reading.paragraph import Paragraph, set_text
from factcheck.reading.web_article import article_pieces, extracted_text, headline_of
from factcheck.reading.web_dates import published_on
from factcheck.reading.web_pieces import Piece, pieces

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_FRAGMENT = re.compile(r"<!--\s*StartFragment\s*-->(.*)<!--\s*EndFragment\s*-->", re.DOTALL)


def read_web(data: bytes, file_name: str) -> Reading:
    """The article on a web page; ``UnreadableFile`` where the page holds none."""
    markup = _decoded(data, file_name)
    root = _parsed(markup, file_name)
    found = article_pieces(root, pieces(root), extracted_text(markup))
    if not found:
        raise UnreadableFile(
            f"No article was found in “{file_name}”. Open it in a browser, copy the text of the article, and paste it here."
        )
    setting = set_text(_paragraphs(found))
    site = root.xpath("string(//meta[@property='og:site_name']/@content)")
    site_name, title = clean(str(site)).strip(), headline_of(root)
    return Reading(setting.text, setting.lines, published_on(root), site_name, title)


def read_fragment(markup: str, file_name: str) -> Reading:
    """Every paragraph of a piece of formatted text, as it lies on the clipboard."""
    inside = _FRAGMENT.search(markup)
    root = _parsed(f"<div>{inside[1]}</div>" if inside else markup, file_name)
    setting = set_text(_paragraphs(pieces(root)))
    return Reading(setting.text, setting.lines)


def _paragraphs(found: list[Piece]) -> list[Paragraph]:
    return [Paragraph(piece.words, piece.look, piece.gap) for piece in found]


def _decoded(data: bytes, file_name: str) -> str:
    """The page's source. What it says of its encoding counts only where it is not plainly UTF-8."""
    declared = _CHARSET.search(data[:4096])
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        if declared:
            name = declared[1].decode("ascii").lower()
            # Browsers read both names as Windows' code page, and so do the pages' writers.
            name = "cp1252" if name in {"iso-8859-1", "latin1", "us-ascii", "ascii"} else name
            if not name.startswith(("utf-8", "utf8", "utf-16", "utf-32")):
                try:
                    return clean(data.decode(name, "replace"))
                except LookupError:
                    pass
    return clean(decode(data, file_name))


def _parsed(markup: str, file_name: str) -> HtmlElement:
    parser = html.HTMLParser(no_network=True, remove_pis=True, encoding="utf-8")
    source = _DECLARATION.sub("", markup, count=1).encode("utf-8", "replace")
    try:
        return html.document_fromstring(source, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile(
            f"“{file_name}” holds no text. Open it in a browser, copy the text of the article, and paste it here."
        ) from error
