"""Word files: the text as it stands when every tracked change is accepted, and what its author put beside it."""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from factcheck.errors import UnreadableFile
from factcheck.model.article import RemarkOrigin, Role
from factcheck.reading.archive import Archive
from factcheck.reading.asides import Aside, day_of, reading_of, web_link
from factcheck.reading.manuscript import Reading
from factcheck.reading.notices import (
    told_of_break,
    told_of_missing,
    told_of_tracked,
    told_of_unread,
)
from factcheck.reading.paragraph import Look, Paragraph, spaced
from factcheck.reading.word_paragraphs import Paragraphs
from factcheck.reading.word_runs import Runs
from factcheck.reading.word_styles import Style, read_styles
from factcheck.reading.xml_names import attribute, local_name

_MAIN_PARTS = ("word/document.xml", "word/document2.xml", "word/document22.xml")
_ORIGINS = {"footnote": RemarkOrigin.FOOTNOTE, "endnote": RemarkOrigin.ENDNOTE}


class _Document:
    """The parts of one Word file, read one after the other; ``missing`` names those that could not be."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._names = archive.names()
        self._main = next((name for name in _MAIN_PARTS if name in self._names), "")
        if not self._main:
            raise archive.not_word()
        self.missing: list[str] = []
        self.breaks_off = ""  # the last words, where the text is damaged after them
        self.asides: list[Aside] = []
        self.tracked: Counter[str] = Counter()
        self.unread: Counter[str] = Counter()
        self._body, self._is_cut = archive.parsed_as_far_as_whole(self._main)
        styles = self._part("word/styles.xml", "its styles")
        self._styles: dict[str, Style] = {} if styles is None else read_styles(styles)

    def body(self) -> list[Paragraph]:
        """The paragraphs of the text, the empty ones too, then its foot- and endnotes in the order of their marks."""
        reader = self._reader(self._main)
        paragraphs = spaced(list(reader.below(self._body)))
        self.breaks_off = paragraphs[-1].text if self._is_cut and paragraphs else ""
        self._keep(reader)
        for kind in _ORIGINS:
            paragraphs += self._notes(kind, [note for k, note in reader.runs.notes if k == kind])
        return paragraphs

    def take_up_comments(self) -> None:
        """Take up the comments that are on the text."""
        root = self._part("word/comments.xml", "its comments")
        for comment in root if root is not None else ():
            if local_name(comment) != "comment":
                continue
            reader = self._reader("word/comments.xml")
            words = "\n".join(p.text.strip() for p in reader.below(comment) if p.text.strip())
            identity, author = attribute(comment, "id"), attribute(comment, "author")
            links = [aside.link for aside in reader.runs.asides]
            self.asides.append(
                Aside(
                    f"comment {identity}",
                    words,
                    RemarkOrigin.COMMENT,
                    author,
                    day_of(attribute(comment, "date")),
                    links[0] if len(links) == 1 else "",
                )
            )

    def _notes(self, kind: str, wanted: list[str]) -> Iterator[Paragraph]:
        """The paragraphs of the notes of one kind that the text refers to."""
        part = f"word/{kind}s.xml"
        root = self._part(part, f"its {kind}s") if wanted else None
        there = {attribute(note, "id"): note for note in (root if root is not None else ())}
        for number, identity in enumerate(dict.fromkeys(wanted), 1):
            if identity not in there:
                continue
            reader = self._reader(part)
            paragraphs = [p for p in reader.below(there[identity]) if p.text.strip()]
            links = [aside.link for aside in reader.runs.asides]
            link = links[0] if len(links) == 1 else ""
            words = "\n".join(paragraph.text.strip() for paragraph in paragraphs)
            name = f"{kind} {identity}"
            self.asides.append(Aside(name, words, _ORIGINS[kind], link=link, number=number))
            reader.runs.asides.clear()  # its links are the note's
            self._keep(reader)
            for paragraph in paragraphs:
                marks = tuple(mark for mark in paragraph.marks if mark.name.startswith("comment"))
                yield Paragraph(paragraph.text, Look(Role.BODY), marks=marks)

    def _reader(self, part: str) -> Paragraphs:
        return Paragraphs(self._styles, Runs(self._links(part)))

    def _keep(self, reader: Paragraphs) -> None:
        self.asides += reader.runs.asides
        self.tracked += reader.runs.tracked
        self.unread += reader.runs.unread

    def _links(self, part: str) -> dict[str, str]:
        """The web addresses that a part refers to, by their id in it."""
        folder, _, name = part.rpartition("/")
        root = self._part(f"{folder}/_rels/{name}.rels", "its links")
        found = {
            attribute(r, "Id"): web_link(attribute(r, "Target"))
            for r in (root if root is not None else ())
        }
        return {identity: link for identity, link in found.items() if link}

    def _part(self, name: str, called: str) -> etree._Element | None:
        """The root of a part that the text can do without; None where it is not there or damaged, which is noted."""
        if name not in self._names:
            return None
        try:
            return self._archive.parsed(name)
        except UnreadableFile:
            if called not in self.missing:
                self.missing.append(called)
            return None


def read_word(data: bytes, file_name: str) -> Reading:
    """The text of a Word file; ``UnreadableFile`` where it is damaged, incomplete or a zip bomb."""
    document = _Document(Archive(data, file_name))
    paragraphs = document.body()
    document.take_up_comments()
    notes = [
        *([told_of_break(document.breaks_off)] if document.breaks_off else []),
        *told_of_missing(document.missing),
        *told_of_tracked(document.tracked),
        *told_of_unread(document.unread),
    ]
    return reading_of(paragraphs, document.asides, notes)
