"""What the styles of an OpenDocument file say of a paragraph: its role, its level, whether it is bold."""

import re
from collections.abc import Iterable
from dataclasses import replace

from lxml import etree

from factcheck.reading.word_styles import Style, style_named
from factcheck.reading.xml_names import attribute, child

_DEEPEST = 12  # styles that one may rest on, so that a circle ends
_ESCAPED = re.compile(r"_([0-9a-f]{1,4})_")
_BOLD = frozenset(["bold", "600", "700", "800", "900"])
_CAPTIONS = frozenset(
    ["illustration", "figure", "drawing", "table"]
)  # what is set under such a thing


class Styles:
    """The styles of a file by their names; what a paragraph's does not say, that which it rests on does."""

    def __init__(self) -> None:
        self._of_paragraphs: dict[str, Style] = {}
        self._is_bold: dict[str, bool] = {}

    def take(self, element: etree._Element) -> None:
        """Take up a style of the file."""
        name = attribute(element, "name")
        weight = attribute(child(element, "text-properties"), "font-weight")
        if attribute(element, "family") == "text" and weight:
            self._is_bold[name] = weight in _BOLD
        elif attribute(element, "family") == "paragraph" and name:
            shown = attribute(element, "display-name") or _plain(name)
            self._of_paragraphs[name] = replace(
                style_named("caption" if shown.lower() in _CAPTIONS else shown),
                bold=weight in _BOLD,
                based_on=attribute(element, "parent-style-name"),
            )

    def is_bold(self, name: str, around: bool) -> bool:
        """Whether a stretch of text in that style is bold, among words that are so or not."""
        return self._is_bold.get(name, around)

    def paragraph(self, name: str) -> Style:
        """What holds for a paragraph of that style."""
        style = below = self._named(name)
        for _ in range(_DEEPEST):
            if style.role or style.level or not below.based_on:
                break
            below = self._named(below.based_on)
            style = replace(
                style, role=below.role, level=below.level, bold=style.bold or below.bold
            )
        return style

    def _named(self, name: str) -> Style:
        """The style as the file has it, or what its name alone says."""
        return self._of_paragraphs.get(name) or style_named(_plain(name))


def read_styles(roots: Iterable[etree._Element]) -> Styles:
    """The styles in the parts of a file."""
    styles = Styles()
    for root in roots:
        for element in root.iter("{*}style"):
            styles.take(element)
    return styles


def _plain(name: str) -> str:
    """A style's name without the escapes that stand for spaces and signs in it."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), name)
