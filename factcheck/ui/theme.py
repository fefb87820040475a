"""Colours, fonts and sizes of the window, from one table of tokens."""

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from factcheck.model.claim import KindFamily
from factcheck.model.finding import Outcome
from factcheck.model.verdict import State
from factcheck.resource_files import resource

SERIF = "Source Serif Pro"
SANS = "Source Sans Pro"

# design sizes in pixels at 100 %
HEADLINE, SUBHEADING, BODY, CROSSHEAD, CAPTION = 32, 20, 18, 19, 15
INTERFACE, MENU, LABEL, SMALL = 14, 13.5, 13, 11.5


class ColourSet(StrEnum):
    """What the preferences offer; SYSTEM follows the desktop between light and dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


_OF_OUTCOME = {
    Outcome.CONFLICT: "contradicted",
    Outcome.ASK: "unverifiable",
    Outcome.CONSISTENT: "verified",
}


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours: ``theme.colour("ink")``; the names are the keys of resources/theme.json."""

    name: str
    tokens: dict[str, str]

    def colour(self, token: str) -> QColor:
        return QColor(self.tokens[token])

    def of_state(self, state: State) -> QColor:
        """The colour of a state's mark; an open ring is drawn in the edge colour."""
        if state is State.OPEN:
            return self.colour("edge")
        if state is State.NOT_A_CLAIM:
            return self.colour("dismissed")
        return self.colour(state.value.replace("-", "_"))

    def of_outcome(self, outcome: Outcome) -> QColor:
        """The colour of a finding’s mark."""
        return self.colour(_OF_OUTCOME[outcome])

    def of_family(self, family: KindFamily) -> QColor:
        """The colour of a kind family's line."""
        return self.colour(f"line_{family.value}")

    def ground_of(self, state: State) -> QColor | None:
        """The ground under a claim's words, for the two states that have one."""
        if state in (State.CONTRADICTED, State.UNVERIFIABLE):
            return self.colour(f"{state.value}_ground")
        return None


@cache
def _tables() -> dict[str, dict[str, str]]:
    tables: dict[str, dict[str, str]] = json.loads(resource("theme.json").read_text("utf-8"))
    return tables


def theme_named(name: str) -> Theme:
    """The theme light, dark or contrast; KeyError for any other name."""
    return Theme(name, _tables()[name])


def theme_for(choice: ColourSet) -> Theme:
    """The theme a preference asks for, following the desktop where it says so."""
    if choice is not ColourSet.SYSTEM:
        return theme_named(choice.value)
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return theme_named("dark" if dark else "light")


def load_fonts() -> bool:
    """Register the program's faces; False where one is missing and the system's stand in."""
    import font_source_sans_pro
    import font_source_serif_pro

    cuts = {
        font_source_serif_pro: ("Regular", "It", "Semibold", "SemiboldIt", "Bold"),
        font_source_sans_pro: ("Regular", "It", "Semibold", "Bold"),
    }
    whole = True
    for package, names in cuts.items():
        folder = Path(package.__file__).parent
        for name in names:
            files = list(folder.rglob(f"Source*Pro-{name}.ttf"))
            whole &= bool(files) and QFontDatabase.addApplicationFont(str(files[0])) != -1
    return whole


def has_own_fonts() -> bool:
    """Whether the program's faces are registered, so that nothing stands in for them."""
    return {SERIF, SANS} <= set(QFontDatabase.families())


def serif(
    pixels: float, *, weight: QFont.Weight = QFont.Weight.Normal, italic: bool = False
) -> QFont:
    """The article's voice."""
    font = _font([SERIF, "Noto Serif", "DejaVu Serif", "serif"], pixels, weight)
    font.setItalic(italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def sans(pixels: float = INTERFACE, *, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The program's voice."""
    return _font([SANS, "Noto Sans", "DejaVu Sans", "sans-serif"], pixels, weight)


def figures(font: QFont) -> QFont:
    """The same face with figures of one width, for counts and sums."""
    font = QFont(font)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _font(families: list[str], pixels: float, weight: QFont.Weight) -> QFont:
    font = QFont()
    font.setFamilies(families)
    font.setPixelSize(max(1, round(pixels)))
    font.setWeight(weight)
    return font


def palette(theme: Theme) -> QPalette:
    """The Qt palette of a theme, by the roles design and Fusion agree on."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: "chrome",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Base: "raised",
        QPalette.ColorRole.AlternateBase: "unread",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.PlaceholderText: "ink_3",
        QPalette.ColorRole.Button: "raised",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.BrightText: "contradicted",
        QPalette.ColorRole.Highlight: "selection",
        QPalette.ColorRole.HighlightedText: "ink",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.LinkVisited: "accent",
        QPalette.ColorRole.Accent: "accent",
        QPalette.ColorRole.Mid: "edge",
        QPalette.ColorRole.Light: "raised",
        QPalette.ColorRole.Midlight: "separator",
        QPalette.ColorRole.Dark: "edge",
        QPalette.ColorRole.Shadow: "edge",
        QPalette.ColorRole.ToolTipBase: "raised",
        QPalette.ColorRole.ToolTipText: "ink",
    }
    for role, token in roles.items():
        made.setColor(role, theme.colour(token))
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("ink_3"))
    return made
