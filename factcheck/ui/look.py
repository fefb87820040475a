"""The colours in force, and everything that is to follow when they change."""

from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from factcheck.ui.settings import Settings
from factcheck.ui.style import style_sheet
from factcheck.ui.theme import ColourSet, Theme, palette, theme_for


class Dressed(Protocol):
    """A part of the window that is drawn in the theme's colours."""

    def set_theme(self, theme: Theme) -> None: ...


class ProgramLook(QObject):
    """One theme for the whole program, changed everywhere at once."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._parts: list[Dressed] = []
        self.theme = theme_for(settings.colour_set)
        self._dress_program()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def dress(self, part: Dressed) -> None:
        """Let ``part`` follow every change of colours."""
        self._parts.append(part)

    def use(self, choice: ColourSet) -> None:
        """Draw everything in another set of colours."""
        theme = theme_for(choice)
        if theme == self.theme:
            return
        self.theme = theme
        self._dress_program()
        for part in self._parts:
            part.set_theme(theme)

    def _follow_system(self) -> None:
        if self._settings.colour_set is ColourSet.SYSTEM:
            self.use(ColourSet.SYSTEM)

    def _dress_program(self) -> None:
        _program().setPalette(palette(self.theme))
        _program().setStyleSheet(style_sheet(self.theme))


def _program() -> QApplication:
    program = QApplication.instance()
    assert isinstance(program, QApplication)
    return program
