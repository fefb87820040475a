"""Web pages: the article without what stands around it, with its headline, captions and notes. Never goes online."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from lxml import etree, html
from lxml.html import HtmlElement

from factcheck.errors import UnreadableFile
from factcheck.model.article import Role
from factcheck.reading.asides import reading_of
from factcheck.reading.cleaning import clean
from factcheck.reading.encodings import decode
from factcheck.reading.manuscript import Reading
from factcheck.reading.paragraph import Look, Paragraph, row_of, set_text
from factcheck.reading.web_article import article_pieces, extracted_text, headline_of
from factcheck.reading.web_dates import published_on
from factcheck.reading.web_notes import take_links, take_notes
from factcheck.reading.web_pieces import Piece, nearest, pieces

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_FRAGMENT_START = re.compile(r"<!--\s{0,9}StartFragment\s{0,9}-->")
_FRAGMENT_END = re.compile(r"<!--\s{0,9}EndFragment\s{0,9}-->")


def read_web(data: bytes, file_name: str) -> Reading:
    """The article on a web page; ``UnreadableFile`` where the page holds none."""
    markup = _decoded(data, file_name)
    root = parsed(markup, file_name)
    found = article_pieces(root, pieces(root), extracted_text(markup))
    if not found:
        raise UnreadableFile(
            f"No article was found in “{file_name}”. Open it in a browser, copy the text of the article, and paste it here."
        )
    setting = set_text(_with_rows(found))
    site = root.xpath("string(//meta[@property='og:site_name']/@content)")
    site_name, title = clean(str(site)).strip(), headline_of(root)
    return Reading(setting.text, setting.lines, published_on(root), site_name, title)


def read_fragment(markup: str, file_name: str) -> Reading:
    """Every paragraph of a piece of formatted text, as it lies on the clipboard, with its notes and links."""
    start = _FRAGMENT_START.search(markup)
    ends = [found.start() for found in _FRAGMENT_END.finditer(markup)]
    inside = markup[start.end() : ends[-1]] if start and ends else ""
    return read_every_paragraph(parsed(f"<div>{inside}</div>" if inside else markup, file_name))


def read_every_paragraph(root: HtmlElement, notes: Sequence[str] = ()) -> Reading:
    """Every paragraph below ``root``, with the notes and links in it; ``notes`` are told with them."""
    asides = [*take_notes(root), *take_links(root)]
    found = [_in_list(piece) for piece in pieces(root)]
    return reading_of(_with_rows(found), asides, notes)


def _with_rows(found: list[Piece]) -> Iterator[Paragraph]:
    """The paragraphs of the pieces; the short cells of a table row make one."""
    for row, together in groupby(found, key=lambda piece: nearest(piece.element, "tr")):
        paragraphs = list(together)
        if row is None or any(piece.look.level for piece in paragraphs):
            yield from _paragraphs(paragraphs)
            continue
        cells = groupby(paragraphs, key=lambda piece: nearest(piece.element, "td", "th"))
        yield from row_of(_paragraphs(list(cell)) for _, cell in cells)


def _in_list(piece: Piece) -> Piece:
    """The piece, which is none of the text's titles where it is an item of a list."""
    is_item = nearest(piece.element, "li") is not None and not piece.look.level
    return replace(piece, look=Look(Role.BODY)) if is_item else piece


def _paragraphs(found: list[Piece]) -> list[Paragraph]:
    return [Paragraph(piece.words, piece.look, piece.gap, piece.marks) for piece in found]


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
                except (LookupError, ValueError):
                    pass
    return clean(decode(data, file_name))


def parsed(markup: str, file_name: str) -> HtmlElement:
    """The root of the page; ``UnreadableFile`` where there is nothing in it or it is nested as no text is."""
    parser = html.HTMLParser(no_network=True, remove_pis=True, encoding="utf-8", huge_tree=True)
    source = _DECLARATION.sub("", markup, count=1).encode("utf-8", "replace")
    try:
        root = html.document_fromstring(source, parser=parser)
        if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
            raise UnreadableFile(
                f"“{file_name}” was not opened: its parts lie inside one another thousands deep, as in no text. "
                "Open it in a browser, copy the text of the article, and paste it here."
            )
        return root
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile(
            f"“{file_name}” holds no text. Open it in a browser, copy the text of the article, and paste it here."
        ) from error
