"""The inside of a Word paragraph: its words, what is set in bold, and the marks of comments, notes and links."""

import re
from collections import Counter
from dataclasses import dataclass, field

from lxml import etree

from factcheck.model.article import RemarkOrigin
from factcheck.reading.asides import Aside, web_link
from factcheck.reading.gathered import Gathered
from factcheck.reading.word_styles import Style, is_on
from factcheck.reading.xml_names import attribute, child, local_name

LEFT_OUT = frozenset(
    # Instructions of fields, pronunciation above East Asian words; and what older Word versions are shown in place
    # of a newer drawing, which would say everything twice.
    ["delText", "instrText", "rt", "Fallback", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr"]
)
TAKEN_OUT = frozenset(["del", "moveFrom"])
_PUT_IN = frozenset(["ins", "moveTo"])
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_UNREAD = {"chart": "chart", "relIds": "diagram", "OLEObject": "embedded file"}
_HYPERLINK = re.compile(r"HYPERLINK\s+\"?([^\s\"]+)")


@dataclass(slots=True)
class _Field:
    """A field that has begun: its instruction, and the link it turned out to be."""

    instruction: list[str] = field(default_factory=list)
    link: str = ""


class Runs:
    """Gathers the runs of one part of a Word file; ``links`` are the addresses that it refers to by id."""

    def __init__(self, links: dict[str, str]) -> None:
        self._links = links
        self._fields: list[_Field] = []
        self.asides: list[Aside] = []  # the links, in order
        self.notes: list[tuple[str, str]] = []  # kind and id, in the order they are referred to
        self.tracked: Counter[str] = Counter()
        self.unread: Counter[str] = Counter()

    def gather(self, element: etree._Element, gathered: Gathered, style: Style) -> None:
        """Take up what is in ``element``, a paragraph or a part of one."""
        for piece in element:
            name = local_name(piece)
            if name == "r":
                self._gather_run(piece, gathered, style)
            elif name == "txbxContent":
                gathered.boxes.append(piece)
            elif name in {"commentRangeStart", "commentRangeEnd"}:
                opens = name.endswith("Start")
                gathered.mark(f"comment {attribute(piece, 'id')}", opens=opens)
            elif name in TAKEN_OUT:
                self._pass_over(piece, gathered)
            elif name in {"hyperlink", "fldSimple"}:
                self._gather_link(piece, gathered, style)
            elif name in _UNREAD:
                self.unread[_UNREAD[name]] += 1
            elif name not in LEFT_OUT:
                self.tracked["insertion"] += name in _PUT_IN and len(piece) > 0
                self.gather(piece, gathered, style)

    def _gather_run(self, run: etree._Element, gathered: Gathered, style: Style) -> None:
        properties = child(run, "rPr")
        if properties is not None and is_on(properties, "vanish"):
            return
        bold = is_on(properties, "b", style.bold)
        for piece in run:
            name = local_name(piece)
            if name == "t":
                gathered.add(piece.text or "", bold)
            elif name in _CHARACTERS:
                gathered.add(_CHARACTERS[name], bold)
            elif name in {"footnoteReference", "endnoteReference"}:
                kind, identity = name.removesuffix("Reference"), attribute(piece, "id")
                self.notes.append((kind, identity))
                gathered.mark(f"{kind} {identity}", opens=False)
            elif name == "commentReference":
                gathered.mark(f"comment {attribute(piece, 'id')}", opens=False)
            elif name == "fldChar":
                self._turn_field(attribute(piece, "fldCharType"), gathered)
            elif name == "instrText" and self._fields:
                self._fields[-1].instruction.append(piece.text or "")
            elif name not in LEFT_OUT:
                self.gather(piece, gathered, style)

    def _pass_over(self, deleted: etree._Element, gathered: Gathered) -> None:
        """Leave deleted words out, but not the ends of comments that lie among them."""
        self.tracked["deletion"] += len(deleted) > 0
        for piece in deleted.iter():
            name = local_name(piece)
            if name.startswith("comment"):
                opens = name == "commentRangeStart"
                gathered.mark(f"comment {attribute(piece, 'id')}", opens=opens)

    def _gather_link(self, element: etree._Element, gathered: Gathered, style: Style) -> None:
        found = _HYPERLINK.search(attribute(element, "instr"))
        address = found[1] if found else self._links.get(attribute(element, "id"), "")
        name = self._opened(web_link(address), gathered)
        self.gather(element, gathered, style)
        if name:
            gathered.mark(name, opens=False)

    def _opened(self, link: str, gathered: Gathered) -> str:
        """The name of the link that begins here; empty where there is none."""
        if not link:
            return ""
        name = f"link {len(self.asides)}"
        self.asides.append(Aside(name, link, RemarkOrigin.LINK, link=link))
        gathered.mark(name, opens=True)
        return name

    def _turn_field(self, turn: str, gathered: Gathered) -> None:
        """Follow a field from its beginning over its instruction to its end."""
        if turn == "begin":
            self._fields.append(_Field())
        elif turn == "separate" and self._fields:
            found = _HYPERLINK.search("".join(self._fields[-1].instruction))
            self._fields[-1].link = self._opened(web_link(found[1]) if found else "", gathered)
        elif turn == "end" and self._fields and (name := self._fields.pop().link):
            gathered.mark(name, opens=False)
