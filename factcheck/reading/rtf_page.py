"""The page that rich text describes: its paragraphs and tables, its notes, comments and links."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from factcheck.model.article import RemarkOrigin, Role
from factcheck.reading.asides import Aside, web_link
from factcheck.reading.gathered import Gathered
from factcheck.reading.paragraph import Look, Paragraph, row_of
from factcheck.reading.rtf_groups import Group
from factcheck.reading.word_styles import PLAIN_STYLE, Style

_HYPERLINK = re.compile(r"HYPERLINK\s+\"?([^\s\"]+)")


@dataclass(slots=True)
class _Stretch:
    """Paragraphs while they are read: of the page, or of one note."""

    name: str = ""  # of the note
    origin: RemarkOrigin = RemarkOrigin.FOOTNOTE
    paragraphs: list[Paragraph] = field(default_factory=list)
    cells: list[list[Paragraph]] = field(default_factory=list)
    cell: list[Paragraph] = field(default_factory=list)
    gathered: Gathered = field(default_factory=Gathered)
    boxes: list[Paragraph] = field(
        default_factory=list
    )  # of the text boxes anchored in the paragraph


class Page:
    """Takes up text and the ends of its paragraphs."""

    def __init__(self) -> None:
        self._stretches = [_Stretch()]
        self._notes: list[_Stretch] = []
        self._high = 0  # the first half of a character that is told in two
        self._told: dict[str, str] = {}  # of the comment that comes next: who, when, on which words
        self._field_link = ""
        self._named = 0
        self._was: tuple[bool, bool] = (False, False)
        self.asides: list[Aside] = []
        self.tracked: Counter[str] = Counter()
        self.unread: Counter[str] = Counter()

    def character(self, number: int) -> str:
        """The character of that number; empty after the first half of one."""
        code = number & 0xFFFF
        high, self._high = self._high, 0
        if 0xD800 <= code < 0xDC00:
            self._high = code
            return ""
        if 0xDC00 <= code < 0xE000:
            return chr(0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)) if high else "\ufffd"
        return chr(code)

    def add(self, text: str, group: Group) -> None:
        """Take up text as it stands when every change is accepted."""
        now = (group.is_deleted, group.is_inserted)
        if now != self._was:
            self.tracked["deletion"] += group.is_deleted
            self.tracked["insertion"] += group.is_inserted and not group.is_deleted
            self._was = now
        if not group.is_deleted:
            self._here.gathered.add(text, group.is_bold)

    def end(self, what: str, group: Group, style: Style) -> None:
        """End a paragraph, a cell or a row of a table."""
        here = self._here
        if what == "paragraph" and group.is_deleted:
            return  # its end was taken out: the next one goes on with it
        if what != "row" or here.gathered.text.strip():
            paragraph = here.gathered.paragraph(style)
            here.gathered = Gathered()
            whole = here.cell if group.in_table or what == "cell" else here.paragraphs
            whole += [paragraph, *here.boxes]
            here.boxes = []
        if what == "cell":
            here.cells.append(here.cell)
            here.cell = []
        elif what == "row" or (here.cells and not group.in_table):
            self._end_row(here)

    def obey(self, word: str, number: int | None, group: Group) -> None:
        """Do what a control word says of the page."""
        if word == "footnote" and group.opened == "footnote":
            name = self._new_name("note")
            self._here.gathered.mark(name, opens=False)
            self._stretches.append(_Stretch(name))
        elif word == "ftnalt":
            self._here.origin = RemarkOrigin.ENDNOTE
        elif word == "shptxt" and group.opened == "shptxt":
            self._stretches.append(_Stretch())
        elif word == "fldrslt" and self._field_link:
            link, self._field_link = self._field_link, ""
            group.link = self._new_name("link")
            self.asides.append(Aside(group.link, link, RemarkOrigin.LINK, link=link))
            self._here.gathered.mark(group.link, opens=True)
        elif word == "objdata":
            self.unread["embedded file"] += 1

    def close(self, group: Group) -> None:
        """End what ends with the group."""
        if group.link:
            self._here.gathered.mark(group.link, opens=False)
        said = "".join(group.kept).strip() if group.opened else ""
        match group.opened:
            case "footnote" if len(self._stretches) > 1:
                note = self._stretches.pop()
                self._finish(note)
                self._notes.append(note)
            case "fldinst":
                found = _HYPERLINK.search(said)
                self._field_link = web_link(found[1]) if found else ""
            case "shptxt" if len(self._stretches) > 1:
                box = self._stretches.pop()
                self._finish(box)
                self._here.boxes += box.paragraphs
            case "atrfstart" | "atrfend":
                self._here.gathered.mark(f"comment {said}", opens=group.opened == "atrfstart")
            case "annotation":
                self._take_comment(said)
            case "atnauthor" | "atnref" | "atndate":
                self._told[group.opened] = said

    def finished(self) -> list[Paragraph]:
        """The paragraphs of the page, the empty ones too, once all is read."""
        while len(self._stretches) > 1:  # the file breaks off in a note
            note = self._stretches.pop()
            self._finish(note)
            self._notes.append(note)
        self._finish(self._here)
        return self._here.paragraphs

    def notes(self) -> Iterator[Paragraph]:
        """The paragraphs of the footnotes, then of the endnotes, each sort in the order of the text."""
        for origin in (RemarkOrigin.FOOTNOTE, RemarkOrigin.ENDNOTE):
            found = [note for note in self._notes if note.origin is origin]
            for number, note in enumerate(found, 1):
                told = [p for p in note.paragraphs if p.text.strip()]
                words = "\n".join(paragraph.text.strip() for paragraph in told)
                self.asides.append(Aside(note.name, words, origin, number=number))
                for paragraph in told:
                    yield Paragraph(paragraph.text, Look(Role.BODY), marks=paragraph.marks)

    @property
    def _here(self) -> _Stretch:
        return self._stretches[-1]

    def _new_name(self, kind: str) -> str:
        self._named += 1
        return f"{kind} {self._named}"

    def _take_comment(self, words: str) -> None:
        """Take up a comment, on the words that its number names or at this place."""
        told, self._told = self._told, {}
        name = f"comment {told['atnref']}" if "atnref" in told else self._new_name("comment here")
        self._here.gathered.mark(name, opens=False)
        author, written = told.get("atnauthor", ""), _day(told.get("atndate", ""))
        self.asides.append(Aside(name, words, RemarkOrigin.COMMENT, author, written))

    def _finish(self, stretch: _Stretch) -> None:
        """End the paragraph and the table that the stretch breaks off in."""
        if stretch.gathered.text.strip() or stretch.gathered.marks:
            target = stretch.cell if stretch.cells else stretch.paragraphs
            target.append(stretch.gathered.paragraph(PLAIN_STYLE))
            stretch.gathered = Gathered()
        self._end_row(stretch)
        stretch.paragraphs += stretch.boxes

    @staticmethod
    def _end_row(stretch: _Stretch) -> None:
        cells = [*stretch.cells, *([stretch.cell] if stretch.cell else [])]
        stretch.paragraphs += row_of(cells)
        stretch.cells, stretch.cell = [], []


def _day(packed: str) -> date | None:
    """The day in a moment as Word packs it into a number, None where there is none."""
    if not packed.isascii() or not packed.isdigit() or len(packed) > 10:
        return None
    bits = int(packed)
    try:
        return date(1900 + (bits >> 20 & 0x1FF), bits >> 16 & 0xF, bits >> 11 & 0x1F)
    except ValueError:
        return None
