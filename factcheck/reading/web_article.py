"""Which paragraphs of a web page are the article: its text, its headline, its captions and notes."""

import re
from collections import Counter
from dataclasses import replace
from itertools import groupby, islice

from lxml.html import HtmlElement

from factcheck.model.article import Role
from factcheck.reading.boilerplate import is_boilerplate
from factcheck.reading.dates import is_date_line
from factcheck.reading.paragraph import Look
from factcheck.reading.web_pieces import Piece, names_of, nearest, tag_of

_AROUND = frozenset({"nav", "footer", "aside", "form", "menu"})
_AROUND_NAMES = re.compile(
    r"(?:^|[\s_-])(?:share|sharing|social|related|recommend\w*|newsletter|promo\w*|advert\w*|ads?|sponsor\w*|"
    r"subscri\w+|comments?|sidebar|breadcrumbs?|cookie\w*|tags?|toc|more-from|read-?more|most-read|trending|"
    r"author-bio|navbox|mw-editsection|catlinks|infobox|navigation|menu|footer)(?:$|[\s_-])",
    re.IGNORECASE,
)
_PROSE = frozenset(
    {"p", "blockquote", "li", "h2", "h3", "h4", "h5", "h6", "td", "dd", "pre", "div"}
)
_WINDOW = (
    200_000  # code points looked ahead for a paragraph; the extracted text is in the page's order
)
_STEP = 4_000  # code points; what lies further on than that is not where the page goes on
_FARTHEST = 100  # elements looked out from a paragraph; a crafted page nests thousands
_TABLE_RULE = frozenset("|-: ")
_SHORTEST_NOTE = 40
_ABOVE = 8  # pieces above the text among which the picture that opens an article has its caption


def article_pieces(root: HtmlElement, found: list[Piece], extracted: str) -> list[Piece]:
    """The pieces that make the article, headline first, none where the page holds no article.

    ``extracted`` is what an extractor takes for the article's text.
    """
    body = _body(found, extracted)
    if not body:
        return []
    headline = _headline(root, found, body)
    body = [index for index in body if headline is None or found[index].words != headline.words]
    if not body:
        return [headline] if headline else []
    chosen = set(body) | _belonging(found, body)
    before = _standfirsts(found, headline, body[0])
    rest = [
        replace(piece, look=replace(piece.look, level=max(2, piece.look.level)))
        if piece.look.level
        else piece
        for piece in (found[index] for index in sorted(chosen))
    ]
    return [*([headline] if headline else []), *before, *rest]


def headline_of(root: HtmlElement) -> str:
    """The title that the page gives the article for others to show, else that of the page itself."""
    shown = root.xpath("string(//meta[@property='og:title' or @name='twitter:title']/@content)")
    return " ".join(str(shown or root.xpath("string(//title)")).split())


def extracted_text(markup: str) -> str:
    """The text of the article on a page as plain lines, empty where none was found."""
    # Imported here: it takes half a second, and a window that shows no web page needs none of it.
    from trafilatura import extract

    return extract(markup, include_comments=False, include_tables=True) or ""


def _body(found: list[Piece], extracted: str) -> list[int]:
    """The indexes of the pieces that are the article's text."""
    lines = ["".join(_unmarked(line).split()) for line in extracted.splitlines()]
    whole = "".join(lines)
    paragraphs = set(lines)
    rows = _row_keys(found)
    body = []
    at = 0
    for index, piece in enumerate(found):
        key = "".join(piece.words.split())
        if rows.get(index) in paragraphs:
            body.append(index)
            continue
        place = whole.find(key, at, at + _WINDOW)
        # A few words may occur anywhere; what is no paragraph of its own must go on where the last one ended.
        if key in paragraphs or (place >= 0 and (len(key) >= _SHORTEST_NOTE or place == at > 0)):
            body.append(index)
            if 0 <= place <= at + _STEP:
                at = place + len(key)
    if any(not found[index].is_mostly_links for index in body):
        return body
    # A page of one or two paragraphs is too little for the extractor to judge by.
    return [
        index
        for index, piece in enumerate(found)
        if not piece.is_mostly_links
        and not _is_around(piece.element)
        and not is_boilerplate(piece.words)
    ]


def _row_keys(found: list[Piece]) -> dict[int, str]:
    """For each piece in a row of a table of several cells: the words of the whole row."""
    keys: dict[int, str] = {}
    numbered = enumerate(found)
    for row, group in groupby(numbered, key=lambda pair: nearest(pair[1].element, "tr")):
        together = list(group)
        if row is not None and len(together) > 1:
            key = "".join("".join(piece.words.split()) for _, piece in together)
            keys |= dict.fromkeys((index for index, _ in together), key)
    return keys


def _unmarked(line: str) -> str:
    """A line of extracted text without the signs that stand for lists and tables in it."""
    if not line.startswith("|"):
        return line.removeprefix("- ")
    return "" if set(line) <= _TABLE_RULE else line.replace("|", " ")


def _headline(root: HtmlElement, found: list[Piece], body: list[int]) -> Piece | None:
    """The headline as it stands on the page, else as the page names it elsewhere; None where it does neither."""
    shown = _letters(headline_of(root))
    headings = [
        (index, piece)
        for index, piece in enumerate(found)
        if piece.look.level == 1 and not _is_around(piece.element)
    ]
    for _, piece in headings:
        if shown and (_letters(piece.words) in shown or shown in _letters(piece.words)):
            return replace(piece, look=Look(Role.HEADLINE))
    for index, piece in headings:
        if index <= body[0] or index in body:
            return replace(piece, look=Look(Role.HEADLINE))
    for piece in found[: body[0] + 3]:
        if shown and _letters(piece.words) == shown:
            return replace(piece, look=Look(Role.HEADLINE))
    named = str(root.xpath("string(//meta[@property='og:title']/@content)")).strip()
    return Piece(root, named, Look(Role.HEADLINE), 0) if named else None


def _letters(words: str) -> str:
    return "".join(char for char in words.lower() if char.isalnum())


def _standfirsts(found: list[Piece], headline: Piece | None, first: int) -> list[Piece]:
    """What stands between headline and text and is named or set as a subheading."""
    above = next(
        (i for i, piece in enumerate(found[:first]) if headline and piece.words == headline.words),
        None,
    )
    if above is None:
        return []
    return [
        replace(piece, look=Look(Role.SUBHEADING))
        for piece in found[above + 1 : first]
        if (piece.look.role is Role.SUBHEADING or piece.look.level == 2)
        and not piece.is_mostly_links
        and not _is_around(piece.element)
        and not is_boilerplate(piece.words)
    ]


def _belonging(found: list[Piece], body: list[int]) -> set[int]:
    """Pieces the extractor left out that are the article's all the same: its captions, prose beside its own."""
    home = _home(found, body)
    if home is None:
        return set()
    named = (outer for outer in home.iterancestors() if outer.tag in {"article", "main"})
    page = next(named, home.getparent())
    belonging = set()
    for index in range(max(0, body[0] - _ABOVE), len(found)):
        piece = found[index]
        if piece.look.role in {Role.CAPTION, Role.CREDIT}:
            wanted = index <= body[-1] and page in islice(piece.element.iterancestors(), _FARTHEST)
        else:
            beside = _is_alike(piece.element.getparent(), home)
            wanted = beside and (_is_prose(piece) if index > body[0] else is_date_line(piece.words))
        if wanted and not _is_around(piece.element, page):
            belonging.add(index)
    return belonging


def _home(found: list[Piece], body: list[int]) -> HtmlElement | None:
    """The element that most of the article's paragraphs stand in."""
    letters: Counter[HtmlElement] = Counter()
    for index in body:
        if (parent := found[index].element.getparent()) is not None:
            letters[parent] += found[index].letters
    return letters.most_common(1)[0][0] if letters else None


def _is_alike(element: HtmlElement | None, home: HtmlElement) -> bool:
    """Whether the element is the article's own or another stretch of it, which the page calls the same."""
    if element is None or element is home:
        return element is home
    name = home.get("class")
    return bool(name) and element.get("class") == name and element.tag == home.tag


def _is_prose(piece: Piece) -> bool:
    return (
        tag_of(piece.element) in _PROSE
        and not piece.is_mostly_links
        and not is_boilerplate(piece.words)
        and (piece.letters >= _SHORTEST_NOTE or piece.look.level > 0)
    )


def _is_around(element: HtmlElement, page: HtmlElement | None = None) -> bool:
    """Whether the element stands in a part of the page that surrounds articles; looked for below ``page``."""
    for outer in (element, *islice(element.iterancestors(), _FARTHEST)):
        if outer is page or outer.tag in {"body", "article", "main"}:
            return False
        if outer.tag in _AROUND or _AROUND_NAMES.search(names_of(outer)):
            return True
    return False
