"""The notes and links of formatted text on a page: where each stands, and what it says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from factcheck.model.article import RemarkOrigin
from factcheck.reading.asides import Aside, web_link

NOTE_NAME = "data-note-name"  # set on a reference, whose own words are then passed over
LINK_NAME = "data-link-name"

_COMMENT_SIGN, _COMMENT = "msocomanchor", "msocomtxt"  # Word's classes
_SIGN = re.compile(r"[\[(]?(?:\d{1,4}|[ivxlc]{1,6}|[a-z]|[*†‡§¶]{1,3})[\])]?[.:]?", re.IGNORECASE)
_NOTE_KIND = re.compile(r"(?:foot|end|rear)?note(?!d)|\bfn|ftn", re.IGNORECASE)
_BLOCKS = frozenset(["aside", "blockquote", "dd", "div", "li", "p", "section", "td"])
_LONGEST_BACK_SIGN = 8
_MOST = 40_000


@dataclass(slots=True)
class _Link:
    """A link to a place of the same page."""

    element: HtmlElement
    target: HtmlElement
    at: int  # which of the page's elements each is
    target_at: int


def take_notes(root: HtmlElement) -> list[Aside]:
    """The notes that the text refers to. Their signs are taken out of the page, and each reference gets a name."""
    links = list(_inner_links(root))
    back_to = {id(link.target) for link in links if link.target_at < link.at}
    asides: list[Aside] = []
    numbers: dict[int, str] = {}  # by the note’s element
    for link in links:
        if _COMMENT_SIGN in (link.element.get("class") or ""):
            asides.append(_comment(link, f"comment {len(asides) + 1}"))
        elif link.target_at > link.at and _is_reference(link, back_to):
            block = _block_of(link.target)
            name = numbers.get(id(block))
            if name is None:
                name = numbers[id(block)] = f"note {len(numbers) + 1}"
                _hide_signs(block)
                words = " ".join(_words(block).split())
                asides.append(Aside(name, words, RemarkOrigin.FOOTNOTE, number=len(numbers)))
            link.element.set(NOTE_NAME, name)
    return asides


def _comment(link: _Link, name: str) -> Aside:
    """A comment as Word puts it on the clipboard, which is then passed over in the text."""
    around = (link.target, *link.target.iterancestors())
    block = next((e for e in around if _COMMENT in (e.get("class") or "")), _block_of(link.target))
    words = " ".join(_words(block).split())
    block.set("hidden", "hidden")
    link.element.set(NOTE_NAME, name)
    return Aside(name, words, RemarkOrigin.COMMENT)


def take_links(root: HtmlElement) -> list[Aside]:
    """The links to pages of the web, each of which gets a name."""
    asides: list[Aside] = []
    for element in root.iter("a"):
        link = web_link(element.get("href") or "")
        if link and NOTE_NAME not in element.attrib:
            name = f"link {len(asides)}"
            element.set(LINK_NAME, name)
            asides.append(Aside(name, link, RemarkOrigin.LINK, link=link))
    return asides


def _inner_links(root: HtmlElement) -> Iterator[_Link]:
    """The links that lead from one place of the page to another."""
    place: dict[str, tuple[HtmlElement, int]] = {}
    leading: list[tuple[HtmlElement, str, int]] = []
    for at, element in enumerate(root.iter()):
        if not isinstance(element.tag, str):
            continue
        for name in (element.get("id"), element.get("name")):
            if name:
                place.setdefault(name, (element, at))
        href = element.get("href") or ""
        if element.tag == "a" and href.startswith("#") and len(leading) < _MOST:
            leading.append((element, href[1:], at))
    for element, name, at in leading:
        if name in place:
            yield _Link(element, *place[name][:1], at, place[name][1])


def _is_reference(link: _Link, back_to: set[int]) -> bool:
    """Whether the link is the sign of a note: short, and what it leads to is called one or leads back to it."""
    sign = " ".join(str(link.element.text_content()).split())
    if not _SIGN.fullmatch(sign):
        return False
    around = [link.element, link.element.getparent()]
    leads_back = any(id(element) in back_to for element in around if element is not None)
    block = _block_of(link.target)
    return leads_back or any(_is_called_note(e) for e in (link.element, link.target, block))


def _is_called_note(element: HtmlElement) -> bool:
    """Whether the page calls the element a note or a reference to one."""
    names = (element.get("{http://www.idpf.org/2007/ops}type"), element.get("epub:type"),
             element.get("role"), element.get("class"), element.get("id"))  # fmt: skip
    return any(_NOTE_KIND.search(name) for name in names if name)


def _block_of(element: HtmlElement) -> HtmlElement:
    """The paragraph or list item that the element is, or stands in."""
    block = element
    while block.tag not in _BLOCKS:
        outer = block.getparent()
        if outer is None or outer.tag in {"body", "html"}:
            return element
        block = outer
    return block


def _hide_signs(block: HtmlElement) -> None:
    """Pass over the links that lead back to the text, and the note’s own number where that is a link."""
    for link in list(block.iter("a")):
        sign = " ".join(str(link.text_content()).split())
        if (link.get("href") or "").startswith("#") and len(sign) <= _LONGEST_BACK_SIGN:
            for element in link.iter(etree.Element):
                element.set("hidden", "hidden")


def _words(block: HtmlElement) -> str:
    """The words of the block without those that are hidden."""
    words: list[str] = []
    for element in block.iter(etree.Element):
        if element.get("hidden") is None:
            words.append(element.text or "")
        outer = element.getparent()
        if element is not block and outer is not None and outer.get("hidden") is None:
            words.append(element.tail or "")
    return " ".join(words)
