"""Word files: paragraphs with what their styles say, insertions kept, deletions left out."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from factcheck.model.article import Role
from factcheck.reading.archive import Archive
from factcheck.reading.manuscript import Reading
from factcheck.reading.paragraph import Look, Paragraph, set_text
from factcheck.reading.word_styles import (
    PLAIN_STYLE,
    Style,
    attribute,
    child,
    is_on,
    local_name,
    read_styles,
    styled,
)

_LEFT_OUT = frozenset(
    # Deleted and moved-away text, instructions of fields, pronunciation above East Asian words; and what
    # older Word versions are shown in place of a newer drawing, which would say everything twice.
    [
        "del",
        "moveFrom",
        "delText",
        "instrText",
        "rt",
        "Fallback",
        "pPr",
        "rPr",
        "tblPr",
        "trPr",
        "tcPr",
        "sectPr",
    ]
)
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_EMPTY = Paragraph("")
_LONGEST_ROW = 300  # code points; a table row of short cells is read as one line


@dataclass(slots=True)
class _Gathered:
    """A paragraph while its runs are gathered."""

    pieces: list[str] = field(default_factory=list)
    bold: int = 0  # code points
    boxes: list[etree._Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.pieces)


class _Document:
    """The parts of one Word file that its text is in."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._names = archive.names()
        main = next((name for name in _MAIN_PARTS if name in self._names), "")
        if not main:
            raise archive.not_word()
        self.body = archive.parsed(main)
        self._styles: dict[str, Style] = {}
        if "word/styles.xml" in self._names:
            self._styles = read_styles(archive.parsed("word/styles.xml"))
        self._notes: list[tuple[str, str]] = []  # kind and id, in the order they are referred to

    def paragraphs(self, parent: etree._Element) -> Iterator[Paragraph]:
        """The paragraphs below ``parent`` in order, the empty ones too."""
        pending = ""
        for element in parent:
            name = local_name(element)
            if name == "p" and not len(element) and not pending:
                yield _EMPTY
            elif name == "p":
                paragraph, boxes, runs_on = self._paragraph(element, pending)
                pending = paragraph.text if runs_on else ""
                if not runs_on:
                    yield paragraph
                for box in boxes:
                    yield from self.paragraphs(box)
            elif name == "tr":
                yield from self._row(element)
            elif name not in _LEFT_OUT:
                yield from self.paragraphs(element)
        if pending:
            yield Paragraph(pending)

    def _paragraph(
        self, element: etree._Element, before: str
    ) -> tuple[Paragraph, list[etree._Element], bool]:
        """The paragraph, the text boxes anchored in it, and whether its end was deleted."""
        gathered = _Gathered([before] if before else [])
        properties = child(element, "pPr")
        style = self._style(properties)
        self._gather(element, gathered, style)
        mark = child(properties, "rPr") if properties is not None else None
        runs_on = mark is not None and (
            child(mark, "del") is not None or child(mark, "moveFrom") is not None
        )
        letters = len("".join(gathered.text.split()))
        bold = letters > 0 and gathered.bold >= 0.9 * letters
        look = Look(style.role, style.level, bold)
        return Paragraph(gathered.text, look), gathered.boxes, runs_on

    def _style(self, properties: etree._Element | None) -> Style:
        if properties is None:
            return self._styles.get("", PLAIN_STYLE)
        named = child(properties, "pStyle")
        identity = attribute(named, "val") if named is not None else ""
        return styled(self._styles, identity, properties)

    def _gather(self, element: etree._Element, gathered: _Gathered, style: Style) -> None:
        for piece in element:
            name = local_name(piece)
            if name == "r":
                self._gather_run(piece, gathered, style)
            elif name == "txbxContent":
                gathered.boxes.append(piece)
            elif name not in _LEFT_OUT:
                self._gather(piece, gathered, style)

    def _gather_run(self, run: etree._Element, gathered: _Gathered, style: Style) -> None:
        properties = child(run, "rPr")
        if properties is not None and is_on(properties, "vanish"):
            return
        start = len(gathered.pieces)
        for piece in run:
            name = local_name(piece)
            if name == "t":
                gathered.pieces.append(piece.text or "")
            elif name in _CHARACTERS:
                gathered.pieces.append(_CHARACTERS[name])
            elif name in {"footnoteReference", "endnoteReference"}:
                self._notes.append((name.removesuffix("Reference"), attribute(piece, "id")))
            elif name not in _LEFT_OUT:
                self._gather(piece, gathered, style)
        if is_on(properties, "b", style.bold):
            gathered.bold += sum(len("".join(piece.split())) for piece in gathered.pieces[start:])

    def _row(self, row: etree._Element) -> Iterator[Paragraph]:
        """A table row as one line where its cells are short, else cell by cell."""
        cells = [
            [paragraph for paragraph in self.paragraphs(cell) if paragraph.text.strip()]
            for cell in row
            if local_name(cell) not in _LEFT_OUT
        ]
        words = [paragraph.text.strip() for cell in cells for paragraph in cell]
        short = sum(map(len, words)) <= _LONGEST_ROW
        if short and len(words) > 1 and all(len(cell) <= 1 for cell in cells):
            yield Paragraph("\t".join(words), Look(Role.BODY))
        else:
            for cell in cells:
                yield from cell

    def notes(self) -> Iterator[Paragraph]:
        """The footnotes and endnotes that the text refers to, in that order."""
        for kind in ("footnote", "endnote"):
            name = f"word/{kind}s.xml"
            wanted = [note for found, note in self._notes if found == kind]
            if not wanted or name not in self._names:
                continue
            there = {attribute(note, "id"): note for note in self._archive.parsed(name)}
            for note in wanted:
                if note in there:
                    for paragraph in self.paragraphs(there[note]):
                        yield Paragraph(paragraph.text, Look(Role.BODY))


_MAIN_PARTS = ("word/document.xml", "word/document2.xml", "word/document22.xml")


def read_word(data: bytes, file_name: str) -> Reading:
    """The text of a Word file; ``UnreadableFile`` where it is damaged, incomplete or a zip bomb."""
    document = _Document(Archive(data, file_name))
    body = _spaced(list(document.paragraphs(document.body)))
    text, lines = set_text([*body, *document.notes()])
    return Reading(text, lines)


def _spaced(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs that hold text. Where a writer parts them by empty ones, those say where a gap is."""
    empty = sum(not paragraph.text.strip() for paragraph in paragraphs)
    by_hand = empty >= 0.3 * max(1, len(paragraphs) - empty)
    spaced = []
    gap = True
    for paragraph in paragraphs:
        if paragraph.text.strip():
            spaced.append(Paragraph(paragraph.text, paragraph.look, gap or not by_hand))
            gap = False
        else:
            gap = True
    return spaced
