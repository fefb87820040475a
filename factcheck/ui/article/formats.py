"""What each part of an article looks like: face, size, line and colour by role."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat

from factcheck.model.article import Role
from factcheck.ui.theme import BODY, CAPTION, CROSSHEAD, HEADLINE, SUBHEADING, Theme, serif

PART_NAMES = {
    Role.HEADLINE: "Headline",
    Role.SUBHEADING: "Subheading",
    Role.CAPTION: "Caption",
    Role.CREDIT: "Credit",
    Role.DATELINE: "Dateline",
    Role.BODY: "Body",
    Role.PULLQUOTE: "Pull quote",
    Role.CROSSHEAD: "Crosshead",
    Role.BOILERPLATE: "Boilerplate",
}


@dataclass(frozen=True, slots=True)
class Style:
    """Pixels at 100 %: size of the face, fixed height of the line, space kept before and after."""

    size: float
    line: float
    colour: str = "ink"
    weight: QFont.Weight = QFont.Weight.Normal
    before: float = 12
    after: float = 12
    spaced: int = 100  # percent


STYLES = {
    Role.HEADLINE: Style(HEADLINE, 38, weight=QFont.Weight.DemiBold),
    Role.SUBHEADING: Style(SUBHEADING, 30, "ink_2"),
    Role.BODY: Style(BODY, 30),
    Role.PULLQUOTE: Style(SUBHEADING, 30, "ink_2", before=16, after=16),
    Role.CROSSHEAD: Style(CROSSHEAD, 30, weight=QFont.Weight.DemiBold, before=20, after=8),
    Role.CAPTION: Style(CAPTION, 23, "ink_2", before=16, after=16),
    Role.DATELINE: Style(BODY * 0.84, 30, "ink_2", spaced=106),
    Role.CREDIT: Style(13.5, 23, "boilerplate"),
    Role.BOILERPLATE: Style(13.5, 23, "boilerplate"),
}


class Formats:
    """The text formats of one colour set and zoom (1.0 at 100 %), made once."""

    def __init__(self, theme: Theme, zoom: float) -> None:
        self.zoom = zoom
        self._blocks = {role: _block_format(style, zoom) for role, style in STYLES.items()}
        self._words = {role: _char_format(style, zoom, theme) for role, style in STYLES.items()}

    def paragraph(self, role: Role) -> QTextBlockFormat:
        return self._blocks[role]

    def words(self, role: Role) -> QTextCharFormat:
        return self._words[role]

    def line_height(self, role: Role) -> float:
        return STYLES[role].line * self.zoom

    def em(self, role: Role) -> float:
        return STYLES[role].size * self.zoom


def _block_format(style: Style, zoom: float) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setLineHeight(style.line * zoom, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    made.setTopMargin(style.before * zoom)
    made.setBottomMargin(style.after * zoom)
    return made


def _char_format(style: Style, zoom: float, theme: Theme) -> QTextCharFormat:
    font = serif(style.size * zoom, weight=style.weight)
    if style.spaced != 100:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, style.spaced)
    made = QTextCharFormat()
    made.setFont(font)
    if style.colour != "ink":  # ink is the palette's, so that body text needs no new format
        made.setForeground(theme.colour(style.colour))
    return made
