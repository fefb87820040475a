"""The inside of an OpenDocument paragraph: its words, what is bold, and the marks of comments, notes and links."""

import re
from collections import Counter

from lxml import etree

from factcheck.model.article import RemarkOrigin
from factcheck.reading.asides import Aside, day_of, web_link
from factcheck.reading.gathered import Gathered
from factcheck.reading.odt_styles import Styles
from factcheck.reading.xml_names import attribute, child, local_name

_SPACES = re.compile(r"[ \t\r\n]+")  # which the format takes for one; a no-break space stays
_MOST_SPACES = 200  # in a row, whatever a file says
_CHARACTERS = {"tab": "\t", "line-break": "\n"}
_LEFT_OUT = frozenset(
    ["ruby-text", "note-citation", "image", "desc", "title", "tracked-changes", "script"]
)


class Runs:
    """Gathers the insides of paragraphs; ``deletions`` are the ids of changes that took words out."""

    def __init__(self, styles: Styles, deletions: frozenset[str]) -> None:
        self._styles = styles
        self._deletions = deletions
        self._deleting: set[str] = set()  # those of them that this place lies in
        self._named = 0
        self.asides: list[Aside] = []
        self.notes: list[tuple[RemarkOrigin, str, etree._Element]] = []  # kind, name and body
        self.tracked: Counter[str] = Counter()
        self.unread: Counter[str] = Counter()

    def gather(self, element: etree._Element, gathered: Gathered, bold: bool) -> None:
        """Take up what is in ``element``, a paragraph or a part of one."""
        self._add(element.text, gathered, bold)
        for piece in element:
            self._gather_piece(piece, local_name(piece), gathered, bold)
            self._add(piece.tail, gathered, bold)

    def _add(self, text: str | None, gathered: Gathered, bold: bool) -> None:
        if text and not self._deleting:
            gathered.add(_SPACES.sub(" ", text), bold)

    def take_links(self, first: int) -> list[str]:
        """The links among the asides from ``first`` on, which are asides no more."""
        later = self.asides[first:]
        self.asides[first:] = [aside for aside in later if aside.origin is not RemarkOrigin.LINK]
        return [aside.link for aside in later if aside.origin is RemarkOrigin.LINK]

    def note_change(self, element: etree._Element) -> None:
        """Take note of a tracked change that begins, ends or is at this place."""
        change = attribute(element, "change-id")
        is_deletion = change in self._deletions
        if local_name(element) == "change-end":
            self._deleting.discard(change)
            return
        self.tracked["deletion" if is_deletion else "insertion"] += 1
        if is_deletion and local_name(element) == "change-start":
            self._deleting.add(change)  # a flat file keeps the words in their place

    def _gather_piece(
        self, piece: etree._Element, name: str, gathered: Gathered, bold: bool
    ) -> None:
        if name == "s":
            said = attribute(piece, "c")
            count = int(said) if said.isascii() and said.isdigit() and len(said) < 5 else 1
            gathered.add(" " * min(count, _MOST_SPACES), bold)
        elif name in _CHARACTERS:
            gathered.add(_CHARACTERS[name], bold)
        elif name == "span":
            self.gather(piece, gathered, self._styles.is_bold(attribute(piece, "style-name"), bold))
        elif name == "a":
            self._gather_link(piece, gathered, bold)
        elif name == "note":
            self._take_note(piece, gathered)
        elif name == "annotation":
            self._take_comment(piece, gathered)
        elif name == "annotation-end":
            gathered.mark(f"comment {attribute(piece, 'name')}", opens=False)
        elif name in {"change", "change-start", "change-end"}:
            self.note_change(piece)
        elif name == "text-box":
            gathered.boxes.append(piece)
        elif name in {"object", "object-ole"}:
            self.unread["embedded object"] += 1
        elif name and name not in _LEFT_OUT:
            self.gather(piece, gathered, bold)

    def _gather_link(self, element: etree._Element, gathered: Gathered, bold: bool) -> None:
        link = web_link(attribute(element, "href"))
        name = self._new_name("link")
        if link:
            self.asides.append(Aside(name, link, RemarkOrigin.LINK, link=link))
            gathered.mark(name, opens=True)
        self.gather(element, gathered, bold)
        if link:
            gathered.mark(name, opens=False)

    def _take_note(self, element: etree._Element, gathered: Gathered) -> None:
        is_endnote = attribute(element, "note-class") == "endnote"
        kind = RemarkOrigin.ENDNOTE if is_endnote else RemarkOrigin.FOOTNOTE
        body = child(element, "note-body")
        name = self._new_name("note")
        if body is not None:
            self.notes.append((kind, name, body))
            gathered.mark(name, opens=False)

    def _take_comment(self, element: etree._Element, gathered: Gathered) -> None:
        given = attribute(element, "name")
        name = f"comment {given}" if given else self._new_name("comment at a point")
        gathered.mark(name, opens=True)
        author, moment = child(element, "creator"), child(element, "date")
        words = [" ".join("".join(map(str, p.itertext())).split()) for p in element.iter("{*}p")]
        links = [web_link(attribute(link, "href")) for link in element.iter("{*}a")]
        self.asides.append(
            Aside(
                name,
                "\n".join(filter(None, words)),
                RemarkOrigin.COMMENT,
                (author.text or "") if author is not None else "",
                day_of((moment.text or "") if moment is not None else ""),
                links[0] if len(links) == 1 else "",
            )
        )

    def _new_name(self, kind: str) -> str:
        self._named += 1
        return f"{kind} {self._named}"
