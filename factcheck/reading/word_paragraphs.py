"""The paragraphs of one part of a Word file: of its body, of its notes, of its comments."""

from collections.abc import Iterator

from lxml import etree

from factcheck.reading.gathered import Gathered
from factcheck.reading.paragraph import Mark, Paragraph, row_of
from factcheck.reading.word_runs import LEFT_OUT, TAKEN_OUT, Runs
from factcheck.reading.word_styles import Style, styled
from factcheck.reading.xml_names import attribute, child, local_name

_EMPTY = Paragraph("")
_CELL_DELETED = "cellDel"


class Paragraphs:
    """Reads paragraphs by the styles of the file; ``runs`` keeps what was found inside them."""

    def __init__(self, styles: dict[str, Style], runs: Runs) -> None:
        self._styles = styles
        self.runs = runs

    def below(self, parent: etree._Element) -> Iterator[Paragraph]:
        """The paragraphs below ``parent`` in order, the empty ones too."""
        pending = Gathered()
        for element in parent:
            name = local_name(element)
            if name == "p" and not len(element) and not pending.pieces:
                yield _EMPTY
            elif name == "p":
                paragraph, gathered, runs_on = self._paragraph(element, pending)
                pending = gathered if runs_on else Gathered()
                if not runs_on:
                    yield paragraph
                for box in gathered.boxes:
                    yield from self.below(box)
                gathered.boxes = []
            elif name == "tr":
                yield from self._row(element)
            elif name in {"commentRangeStart", "commentRangeEnd"}:
                opens = name == "commentRangeStart"
                yield Paragraph("", marks=(Mark(0, f"comment {attribute(element, 'id')}", opens),))
            elif name not in LEFT_OUT and name not in TAKEN_OUT:
                yield from self.below(element)
        if pending.pieces:
            yield Paragraph(pending.text, marks=tuple(pending.marks))

    def _paragraph(
        self, element: etree._Element, before: Gathered
    ) -> tuple[Paragraph, Gathered, bool]:
        """The paragraph, what was gathered of it, and whether its end was deleted."""
        gathered = before
        properties = child(element, "pPr")
        style = styled(self._styles, attribute(child(properties, "pStyle"), "val"), properties)
        self.runs.gather(element, gathered, style)
        mark = child(properties, "rPr")
        runs_on = any(child(mark, name) is not None for name in TAKEN_OUT)
        return gathered.paragraph(style), gathered, runs_on

    def _row(self, row: etree._Element) -> Iterator[Paragraph]:
        """A table row as one line where its cells are short, else cell by cell; none where it was deleted."""
        properties = child(row, "trPr")
        if child(properties, "del") is not None:
            self.runs.tracked["deletion"] += 1
            return
        self.runs.tracked["insertion"] += child(properties, "ins") is not None
        cells = [
            list(self.below(cell))
            for cell in row
            if local_name(cell) not in LEFT_OUT
            and child(child(cell, "tcPr"), _CELL_DELETED) is None
        ]
        yield from row_of(cells)
