"""OpenDocument texts: the text as it stands when every tracked change is accepted, and what stands beside it."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from factcheck.errors import UnreadableFile
from factcheck.model.article import RemarkOrigin, Role
from factcheck.reading.archive import Archive, parsed_alone
from factcheck.reading.asides import Aside, reading_of
from factcheck.reading.gathered import Gathered
from factcheck.reading.manuscript import Reading
from factcheck.reading.notices import (
    told_of_break,
    told_of_missing,
    told_of_tracked,
    told_of_unread,
)
from factcheck.reading.odt_runs import Runs
from factcheck.reading.odt_styles import Styles, read_styles
from factcheck.reading.paragraph import Look, Paragraph, row_of, spaced
from factcheck.reading.xml_names import attribute, child, local_name

_PARAGRAPHS = frozenset(["p", "h"])
_LEFT_OUT = frozenset(
    # what was deleted, tables of contents and lists of pictures, forms, numbers that the text counts with
    [
        *("tracked-changes", "table-of-content", "illustration-index", "table-index"),
        *("object-index", "user-index", "forms", "sequence-decls", "variable-decls"),
    ]
)


class _Text:
    """The text of one file, read from its beginning to its end."""

    def __init__(self, root: etree._Element, styles: Styles) -> None:
        self._styles = styles
        self.runs = Runs(styles, _deletions(root))

    def below(self, parent: etree._Element) -> Iterator[Paragraph]:
        """The paragraphs below ``parent`` in order, the empty ones too."""
        for element in parent:
            name = local_name(element)
            if name in _PARAGRAPHS:
                paragraph, gathered = self._paragraph(element)
                yield paragraph
                for box in gathered.boxes:
                    yield from self.below(box)
            elif name == "table-row":
                yield from row_of(self.below(cell) for cell in element)
            elif name in {"change", "change-start", "change-end"}:
                self.runs.note_change(element)
            elif name not in _LEFT_OUT:
                yield from self.below(element)

    def notes(self) -> Iterator[Paragraph]:
        """The paragraphs of the footnotes, then of the endnotes, each sort in the order of the text."""
        for origin in (RemarkOrigin.FOOTNOTE, RemarkOrigin.ENDNOTE):
            found = [(name, body) for kind, name, body in self.runs.notes if kind is origin]
            for number, (name, body) in enumerate(found, 1):
                first_link = len(self.runs.asides)
                paragraphs = [p for p in self.below(body) if p.text.strip()]
                links = self.runs.take_links(first_link)
                words = "\n".join(paragraph.text.strip() for paragraph in paragraphs)
                link = links[0] if len(links) == 1 else ""
                self.runs.asides.append(Aside(name, words, origin, link=link, number=number))
                for paragraph in paragraphs:
                    yield Paragraph(paragraph.text, Look(Role.BODY), marks=paragraph.marks)

    def _paragraph(self, element: etree._Element) -> tuple[Paragraph, Gathered]:
        style = self._styles.paragraph(attribute(element, "style-name"))
        gathered = Gathered()
        self.runs.gather(element, gathered, style.bold)
        if local_name(element) == "h" and not style.level:
            said = attribute(element, "outline-level")
            style = replace(style, level=int(said) if said in set("123456789") else 1)
        return gathered.paragraph(style), gathered


def read_odt(data: bytes, file_name: str) -> Reading:
    """The text of an OpenDocument file, packed or flat; ``UnreadableFile`` where it is damaged or locked."""
    missing: list[str] = []
    is_cut = False
    if data.startswith(b"PK"):
        archive = Archive(data, file_name, "LibreOffice")
        _refuse_locked(archive)
        root, is_cut = archive.parsed_as_far_as_whole("content.xml")
        roots = [root]
        if "styles.xml" in archive.names():
            try:
                roots.append(archive.parsed("styles.xml"))
            except UnreadableFile:
                missing.append("its styles")
    else:
        root = parsed_alone(data, file_name, "LibreOffice")
        roots = [root]
    text = _Text(root, read_styles(roots))
    body = child(child(root, "body"), "text")
    if body is None:
        raise UnreadableFile(f"“{file_name}” is an OpenDocument file, but it holds no text.")
    paragraphs = spaced(list(text.below(body)))
    breaks_off = [told_of_break(paragraphs[-1].text)] if is_cut and paragraphs else []
    paragraphs += text.notes()
    notes = [
        *breaks_off,
        *told_of_missing(missing),
        *told_of_tracked(text.runs.tracked),
        *told_of_unread(text.runs.unread),
    ]
    return reading_of(paragraphs, text.runs.asides, notes)


def _refuse_locked(archive: Archive) -> None:
    """Refuse a file under a password, which its list of parts tells."""
    name = "META-INF/manifest.xml"
    if name in archive.names() and b"encryption-data" in archive.read(name):
        raise UnreadableFile(
            f"“{archive.file_name}” is protected by a password. Open it in LibreOffice, save a copy without one, "
            "and drop that here."
        )


def _deletions(root: etree._Element) -> frozenset[str]:
    """The ids of the tracked changes that are deletions."""
    regions = (e for e in root.iter("{*}changed-region"))
    return frozenset(
        attribute(region, "id") for region in regions if child(region, "deletion") is not None
    )
