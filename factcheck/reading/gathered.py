"""A paragraph of an office file while the stretches it is made of are gathered."""

from dataclasses import dataclass, field

from lxml import etree

from factcheck.reading.paragraph import Look, Mark, Paragraph
from factcheck.reading.word_styles import Style


@dataclass(slots=True)
class Gathered:
    """The words so far, how many of them are bold, and what begins or ends between them."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0  # code points
    bold: int = 0  # code points that are no white space
    boxes: list[etree._Element] = field(default_factory=list)  # text boxes anchored here
    marks: list[Mark] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    def add(self, text: str, is_bold: bool = False) -> None:
        self.pieces.append(text)
        self.length += len(text)
        if is_bold:
            self.bold += len("".join(text.split()))

    def mark(self, name: str, *, opens: bool) -> None:
        """Note that something of that name begins or ends here."""
        self.marks.append(Mark(self.length, name, opens))

    def paragraph(self, style: Style) -> Paragraph:
        """What was gathered as a paragraph in that style, which stands out where nearly all of it is bold."""
        text = self.text
        letters = len("".join(text.split()))
        bold = letters > 0 and self.bold >= 0.9 * letters
        return Paragraph(text, Look(style.role, style.level, bold), True, tuple(self.marks))
