"""Finding, zooming, colours, help: nothing here changes a record."""

from collections.abc import Callable
from typing import Protocol

from factcheck.ui.session import Session
from factcheck.ui.settings import Settings
from factcheck.ui.theme import ColourSet

ZOOMS = (50, 60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
_TURN = (ColourSet.LIGHT, ColourSet.DARK, ColourSet.CONTRAST)


class Window(Protocol):
    """What the window can show over or beside the article."""

    def find_in_article(self) -> None: ...

    def find_next(self) -> None: ...

    def find_previous(self) -> None: ...

    def find_in_claims(self) -> None: ...

    def toggle_opinions(self) -> None: ...

    def search_all(self) -> None: ...

    def show_claims(self) -> None: ...

    def show_drafts(self) -> None: ...

    def show_findings(self) -> None: ...

    def show_names(self) -> None: ...

    def show_sources(self) -> None: ...

    def show_gate(self) -> None: ...

    def open_palette(self) -> None: ...

    def open_key_sheet(self) -> None: ...

    def open_preferences(self) -> None: ...

    def open_manual(self) -> None: ...

    def open_about(self) -> None: ...

    def toggle_focus(self) -> None: ...

    def set_article_zoom(self, percent: int) -> None: ...


class Looking:
    """The View and Help menus, and the searches."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        window: Window,
        use_colours: Callable[[ColourSet], None],
    ) -> None:
        self._session = session
        self._settings = settings
        self._window = window
        self._use_colours = use_colours

    def find_in_article(self) -> None:
        self._window.find_in_article()

    def find_next(self) -> None:
        self._window.find_next()

    def find_previous(self) -> None:
        self._window.find_previous()

    def find_in_claims(self) -> None:
        self._window.find_in_claims()

    def toggle_opinions(self) -> None:
        self._window.toggle_opinions()

    def search_all(self) -> None:
        self._window.search_all()

    def show_claims(self) -> None:
        self._window.show_claims()

    def show_drafts(self) -> None:
        if self._session.case.draft.number == 1:
            self._session.told.emit("This is the first draft: New draft takes the next one.")
        else:
            self._window.show_drafts()

    def show_findings(self) -> None:
        self._window.show_findings()

    def show_names(self) -> None:
        self._window.show_names()

    def show_sources(self) -> None:
        self._window.show_sources()

    def show_gate(self) -> None:
        self._window.show_gate()

    def show_palette(self) -> None:
        self._window.open_palette()

    def show_key_sheet(self) -> None:
        self._window.open_key_sheet()

    def show_preferences(self) -> None:
        self._window.open_preferences()

    def show_manual(self) -> None:
        self._window.open_manual()

    def show_about(self) -> None:
        self._window.open_about()

    def toggle_focus(self) -> None:
        self._window.toggle_focus()

    def zoom_in(self) -> None:
        now = self._settings.article_zoom
        self._zoom(next((zoom for zoom in ZOOMS if zoom > now), ZOOMS[-1]))

    def zoom_out(self) -> None:
        now = self._settings.article_zoom
        self._zoom(next((zoom for zoom in reversed(ZOOMS) if zoom < now), ZOOMS[0]))

    def zoom_reset(self) -> None:
        self._zoom(100)

    def next_colours(self) -> None:
        """Light, dark, contrast, and round again."""
        now = self._settings.colour_set
        after = _TURN[(_TURN.index(now) + 1) % len(_TURN)] if now in _TURN else ColourSet.DARK
        self._settings.colour_set = after
        self._use_colours(after)

    def _zoom(self, percent: int) -> None:
        self._settings.article_zoom = percent
        self._window.set_article_zoom(percent)
        self._session.told.emit(f"Article at {percent} percent.")
