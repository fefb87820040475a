"""What the View and Help menus show: searches, palette, sheet, preferences, manual."""

from collections.abc import Callable

from factcheck.model.finding import Finding
from factcheck.ui.actions import Actions
from factcheck.ui.article import ArticleView
from factcheck.ui.claims import ClaimsPanel
from factcheck.ui.desk import Desk
from factcheck.ui.dialogs import AboutDialog, ManualDialog
from factcheck.ui.drafts import DraftPanel
from factcheck.ui.findings import FindingsPanel
from factcheck.ui.gate import GatePanel
from factcheck.ui.main_window import MainWindow
from factcheck.ui.names import NamesPanel
from factcheck.ui.palette import CommandPalette, KeySheet
from factcheck.ui.preferences import PreferencesDialog
from factcheck.ui.session import Session
from factcheck.ui.settings import Settings
from factcheck.ui.sources_sheet import SourcesPanel
from factcheck.ui.start import StartPage
from factcheck.ui.theme import Theme, has_own_fonts


class Sights:
    """Opens each of them over or beside the article."""

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        settings: Settings,
        actions: Actions,
        desk: Desk,
        theme: Callable[[], Theme],
        apply_settings: Callable[[], None],
    ) -> None:
        self._window = window
        self._session = session
        self._settings = settings
        self._actions = actions
        self._desk = desk
        self._theme = theme
        self._apply_settings = apply_settings
        self._manual: ManualDialog | None = None

    def show_in(
        self,
        start: StartPage,
        article: ArticleView,
        claims: ClaimsPanel,
        drafts: DraftPanel,
        findings: FindingsPanel,
        names: NamesPanel,
        sources: SourcesPanel,
        gate: GatePanel,
        palette: CommandPalette,
        sheet: KeySheet,
    ) -> None:
        """The panels that are searched and the veils that are opened."""
        self._start, self._article = start, article
        self._claims, self._drafts = claims, drafts
        self._findings, self._names, self._gate = findings, names, gate
        self._sources = sources
        self._palette, self._sheet = palette, sheet

    def find_in_article(self) -> None:
        self._article.show_find()

    def find_next(self) -> None:
        self._article.find_next()

    def find_previous(self) -> None:
        self._article.find_previous()

    def find_in_claims(self) -> None:
        self._window.show_side(self._claims)
        self._claims.focus_search()

    def toggle_opinions(self) -> None:
        shown = self._claims.toggle_opinions()
        self._session.told.emit(f"Opinions are {'shown in' if shown else 'left out of'} the list.")

    def show_claims(self) -> None:
        """The list of claims, with the keyboard in it."""
        self._window.show_side(self._claims)
        self._claims.focus_list()

    def show_drafts(self) -> None:
        """What the draft made of the claims of the one before, with the keyboard in the list."""
        self._window.show_side(self._drafts)
        self._drafts.focus_list()

    def show_findings(self) -> None:
        """The list of findings, with the keyboard in it."""
        self._window.show_side(self._findings)
        self._findings.focus_list()

    def show_names(self) -> None:
        """The list of names, with the keyboard in it."""
        self._window.show_side(self._names)
        self._names.focus_list()

    def show_sources(self) -> None:
        """The sources, with the keyboard in their list."""
        self._window.show_side(self._sources)
        self._sources.focus_list()

    def show_gate(self) -> None:
        """What is open before print, with the keyboard in it."""
        self._window.show_side(self._gate)
        self._gate.focus_list()

    def show_finding(self, finding: Finding) -> None:
        """One finding in the list and in the article; the keyboard stays where it is."""
        self._window.show_side(self._findings)
        self._findings.show_finding(finding)

    def search_all(self) -> None:
        """The start page's search, over every article of the casebook."""
        if self._session.has_case:
            self._session.close_case()
        self._start.focus_search()

    def open_palette(self) -> None:
        self._palette.open()

    def open_key_sheet(self) -> None:
        self._sheet.open()

    def open_preferences(self) -> None:
        shown = (self._settings, self._actions, self._desk, self._theme())
        dialog = PreferencesDialog(*shown, self._window)
        dialog.applied.connect(self._apply_settings)
        dialog.applied.connect(lambda: dialog.set_theme(self._theme()))
        dialog.exec()
        dialog.deleteLater()

    def open_manual(self) -> None:
        if self._manual is None:
            self._manual = ManualDialog(self._window, self._theme(), self._actions)
        self._manual.show_manual(self._theme(), self._actions)
        self._manual.show()
        self._manual.raise_()
        self._manual.activateWindow()

    def open_about(self) -> None:
        AboutDialog(self._window, self._theme(), has_own_fonts()).exec()

    def toggle_focus(self) -> None:
        self._window.toggle_focus()

    def set_article_zoom(self, percent: int) -> None:
        self._article.set_zoom(percent)
