"""The paragraphs of a web page in the order of its source, each with the element it stands in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from factcheck.model.article import Role
from factcheck.reading.paragraph import Look, Mark
from factcheck.reading.web_notes import LINK_NAME, NOTE_NAME

_PARAGRAPHS = frozenset(
    [
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
        "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section",
        "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    ]
)  # fmt: skip
_UNSEEN = frozenset(
    [
        "audio", "button", "canvas", "datalist", "embed", "head", "iframe", "input", "map",
        "math", "meta", "noscript", "object", "option", "rp", "rt", "script", "select", "style",
        "svg", "template", "textarea", "title", "video",
    ]
)  # fmt: skip
_FARTHEST = 8  # elements between a paragraph and its table’s row
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE
)
_SPACES = re.compile(r"[ \t\n\r\f]+")  # those that a browser shows as one; a no-break space stays
_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
_AROUND_BREAK = re.compile(r"[ \t]*\n[ \t]*")
_AGAIN = re.compile(r"  +")
_MARK = "\ufdd0"  # no character; stands for one mark while white space is put in order
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_NOT_BOLD = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.IGNORECASE)
_CREDIT = re.compile(
    r"credit|photographer|copyright|image-?source|photo-?by|attribution", re.IGNORECASE
)
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:caption|cutline|wp-caption-text|MsoCaption|thumbcaption)", re.IGNORECASE
)
_SUBHEADING = re.compile(
    r"sub-?title|sub-?head(?:line|ing)?|standfirst|(?:^|[\s_-])de[ck]k?(?:$|[\s_-])|MsoSubtitle",
    re.IGNORECASE,
)
_PULL_QUOTE = re.compile(r"pull-?_?quote", re.IGNORECASE)
_HEADING = re.compile(r"h([1-6])")


@dataclass(slots=True)
class Piece:
    """A paragraph of the page: its words, the element they stand in, how many of them are links."""

    element: HtmlElement
    words: str
    look: Look
    linked: int  # code points without white space
    gap: bool = True
    marks: tuple[Mark, ...] = ()

    @property
    def letters(self) -> int:
        return len("".join(self.words.split()))

    @property
    def is_mostly_links(self) -> bool:
        return self.linked > 0.5 * self.letters


@dataclass(slots=True)
class _Gathering:
    """The words since the last paragraph ended."""

    runs: list[str] = field(default_factory=list)
    marks: list[tuple[str, bool]] = field(default_factory=list)  # name, and whether it opens
    linked: int = 0
    bold: int = 0

    def add(self, text: str, in_link: bool, is_bold: bool, kept_as_is: bool) -> None:
        text = text.replace(_MARK, "")
        self.runs.append(text if kept_as_is else _SPACES.sub(" ", text))
        solid = len("".join(text.split()))
        self.linked += solid * in_link
        self.bold += solid * is_bold

    def mark(self, name: str, *, opens: bool) -> None:
        """Note that something of that name begins or ends here."""
        self.runs.append(_MARK)
        self.marks.append((name, opens))


def pieces(root: HtmlElement) -> list[Piece]:
    """Every paragraph that a reader of the page can see, with marks for the links and notes that were named in it."""
    walk = _Walk()
    # Not recursive: a page may nest its elements deeper than Python's stack.
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start":
            walk.enter(element)
        elif event == "end":
            walk.leave(element)
        if event != "start" and element is not root and element.tail:
            walk.add(element.tail)
    walk.finish()
    return walk.found


class _Walk:
    """Where a walk through the page has got to, and the paragraphs it has passed."""

    def __init__(self) -> None:
        self.found: list[Piece] = []
        self._gathering = _Gathering()
        self._owners: list[HtmlElement] = []
        self._bold = [False]
        self._unseen = self._links = self._as_is = 0  # elements of that kind around this place

    def enter(self, element: HtmlElement) -> None:
        tag = tag_of(element)
        note = element.get(NOTE_NAME)
        if self._unseen or note or tag in _UNSEEN or _is_hidden(element):
            if note and not self._unseen:
                self._gathering.mark(note, opens=False)
            self._unseen += 1
            return
        if _stands_alone(element, tag):
            self.finish()
            self._owners.append(element)
        if link := element.get(LINK_NAME):
            self._gathering.mark(link, opens=True)
        self._links += tag == "a"
        self._as_is += tag == "pre"
        self._bold.append(_is_bold(element, tag, self._bold[-1]))
        if tag == "br":
            self._gathering.runs.append("\n")
        if element.text:
            self.add(element.text)

    def leave(self, element: HtmlElement) -> None:
        if self._unseen:
            self._unseen -= 1
            return
        tag = tag_of(element)
        if link := element.get(LINK_NAME):
            self._gathering.mark(link, opens=False)
        if _stands_alone(element, tag):
            self.finish()
            self._owners.pop()
        self._links -= tag == "a"
        self._as_is -= tag == "pre"
        self._bold.pop()

    def add(self, text: str) -> None:
        """Take up text that stands at this place."""
        if not self._unseen:
            self._gathering.add(text, self._links > 0, self._bold[-1], self._as_is > 0)

    def finish(self) -> None:
        """End the paragraph here; two line breaks in it part it as well."""
        gathered, self._gathering = self._gathering, _Gathering()
        if not self._owners:
            return
        element = self._owners[-1]
        names = iter(gathered.marks)
        for words in _BLANK_LINE.split("".join(gathered.runs)):
            seen, marks = _without_marks(_AROUND_BREAK.sub("\n", _AGAIN.sub(" ", words)), names)
            if not seen:
                if marks and self.found:
                    self.found[-1].marks += tuple(
                        mark._replace(offset=len(self.found[-1].words)) for mark in marks
                    )
                continue
            letters = len("".join(seen.split()))
            look = look_of(element, gathered.bold >= 0.9 * letters)
            gap = look.role is not Role.CREDIT
            self.found.append(Piece(element, seen, look, gathered.linked, gap, marks))


def _without_marks(words: str, names: Iterator[tuple[str, bool]]) -> tuple[str, tuple[Mark, ...]]:
    """The words without the signs that stand for marks and without white space at either end, and the marks."""
    if _MARK not in words:
        return words.strip(), ()
    first, *rest = words.split(_MARK)
    seen = first.lstrip()
    marks = []
    for stretch, (name, opens) in zip(
        rest, names, strict=False
    ):  # the other names are the next stretch’s
        marks.append(Mark(len(seen), name, opens))
        at_space = not seen or seen[-1] in " \n"
        seen += stretch.lstrip(" ") if at_space else stretch
    length = len(seen.rstrip())
    return seen.rstrip(), tuple(mark._replace(offset=min(mark.offset, length)) for mark in marks)


def tag_of(element: HtmlElement) -> str:
    """The element's name in small letters, without a namespace; empty for a comment."""
    return (
        element.tag.rpartition("}")[2].rpartition(":")[2].lower()
        if isinstance(element.tag, str)
        else ""
    )


def nearest(element: HtmlElement, *tags: str) -> HtmlElement | None:
    """The element itself or the innermost around it that is called so, not far out; None where there is none."""
    around = islice(element.iterancestors(), _FARTHEST)
    return next((outer for outer in (element, *around) if outer.tag in tags), None)


def names_of(element: HtmlElement) -> str:
    """The class, id and meaning that the page gives to the element."""
    return " ".join(element.get(name) or "" for name in ("class", "id", "itemprop"))


def look_of(element: HtmlElement, bold: bool = False) -> Look:
    """What the page says of a paragraph by its elements and their classes."""
    tag, names = tag_of(element), names_of(element)
    inside = [element, *islice(element.iterancestors(), 5)]
    tags = {tag_of(outer) for outer in inside}
    if tags & {"figure", "figcaption"} and _CREDIT.search(names) and tag != "figure":
        return Look(Role.CREDIT)
    if "figcaption" in tags or tag == "caption" or _CAPTION.search(names):
        return Look(Role.CAPTION)
    if any(_PULL_QUOTE.search(names_of(outer)) for outer in inside):
        return Look(Role.PULLQUOTE)
    if _SUBHEADING.search(names) and tag not in {"div", "section", "header", "article"}:
        return Look(Role.SUBHEADING)
    heading = _HEADING.fullmatch(tag)
    if "MsoTitle" in names:
        return Look(level=1)
    return Look(level=int(heading[1]) if heading else 0, stands_out=bold)


def _stands_alone(element: HtmlElement, tag: str) -> bool:
    """Whether the element is set as a paragraph; a credit inside a caption is kept apart from it."""
    return tag in _PARAGRAPHS or (
        tag in {"span", "small", "cite", "em", "i"}
        and bool(_CREDIT.search(names_of(element)))
        and any(tag_of(outer) in {"figure", "figcaption"} for outer in element.iterancestors())
    )


def _is_hidden(element: HtmlElement) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def _is_bold(element: HtmlElement, tag: str, around: bool) -> bool:
    style = element.get("style") or ""
    if _NOT_BOLD.search(style):
        return False
    return around or tag in {"b", "strong"} or bool(_BOLD.search(style))
