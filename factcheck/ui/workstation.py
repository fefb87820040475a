"""Makes the window's objects and connects them."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from factcheck.detection.worker import LanguageWorker
from factcheck.errors import FactcheckError
from factcheck.model.article import Block
from factcheck.model.change import Change, Verb
from factcheck.model.claim import Claim
from factcheck.storage import Casebook
from factcheck.ui.actions import Actions
from factcheck.ui.analysis import Analysis
from factcheck.ui.article import ArticleView
from factcheck.ui.claims import ClaimsPanel
from factcheck.ui.commands import Commands
from factcheck.ui.commands.deciding import Deciding
from factcheck.ui.commands.filing import Filing
from factcheck.ui.commands.looking import Looking
from factcheck.ui.commands.moving import Moving
from factcheck.ui.commands.recording import Recording
from factcheck.ui.detail import DetailPanel
from factcheck.ui.main_window import MainWindow
from factcheck.ui.palette import CommandPalette, KeySheet
from factcheck.ui.questions import Questions
from factcheck.ui.session import Session
from factcheck.ui.settings import Settings
from factcheck.ui.sights import Sights
from factcheck.ui.start import StartPage
from factcheck.ui.status_line import StatusLine
from factcheck.ui.style import style_sheet
from factcheck.ui.tasks import Tasks
from factcheck.ui.theme import ColourSet, palette, theme_for
from factcheck.ui.top_bar import TopBar

KEPT_SELECTION = "selected"


class Workstation(QObject):
    """The window with everything in it, on one casebook."""

    ready = Signal()  # the open article has been looked through

    def __init__(self, casebook: Casebook, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self._theme = theme_for(settings.colour_set)
        self._apply_theme_to_program()
        self.session = Session(casebook, settings.checker, self)
        self.tasks = Tasks(self)
        self.worker = LanguageWorker()
        self.analysis = Analysis(self.session, self.tasks, self.worker.detect, self)
        self.window = MainWindow(settings)
        self.actions = Actions(self.window, settings)
        self._make_panels()
        self._bind_commands()
        self._connect()
        self._on_opened()

    def show(self) -> None:
        """Put the window on the screen, and then start the language process behind it."""
        self.window.show()
        QTimer.singleShot(0, self.worker.start)

    def open_files(self, paths: list[Path]) -> None:
        self.filing.open_files(paths)

    def shut(self) -> None:
        """Record what is half written, and end every job and process."""
        self.session.close_case()
        self.tasks.cancel_all()
        self.worker.stop()
        self.tasks.stop_all()
        self.session.casebook.close()

    # How the parts are made and connected

    def _make_panels(self) -> None:
        session, theme, actions = self.session, self._theme, self.actions
        self.top = TopBar(actions, theme)
        self.start = StartPage(session, theme, actions, self.settings, self.tasks)
        self.article = ArticleView(session, theme, actions)
        self.claims = ClaimsPanel(session, theme, actions)
        self.detail = DetailPanel(session, theme, actions)
        self.status = StatusLine(session, theme)
        self.window.place(self.top, self.start, self.article, self.claims, self.detail, self.status)
        self.palette = CommandPalette(self.window, session, theme, actions)
        self.sheet = KeySheet(self.window, theme, actions)
        for panel in (self.article, self.claims, self.detail):
            for widget in panel.reading_widgets():
                actions.add_reading_keys(widget)
        self.article.set_zoom(self.settings.article_zoom)

    def _bind_commands(self) -> None:
        questions = Questions(self.window, lambda: self._theme)
        sights = Sights(
            *(self.window, self.session, self.settings, self.actions),
            theme=lambda: self._theme,
            apply_settings=self.apply_settings,
        )
        sights.show_in(self.start, self.article, self.claims, self.palette, self.sheet)
        self.filing = Filing(
            self.session,
            self.settings,
            self.tasks,
            self.analysis,
            questions,
            self.status,
            self.window.close,
        )
        panels = (self.article, self.claims, self.detail)
        self.actions.bind(
            Commands(
                Moving(self.session, self.claims, panels),
                Deciding(self.session, self.detail.ask_waiting_for),
                Recording(self.session, self.detail, questions, self.article),
                self.filing,
                Looking(self.session, self.settings, sights, self.use_colours),
            )
        )
        self.questions = questions

    def _connect(self) -> None:
        session = self.session
        session.opened.connect(self._on_opened)
        session.closing.connect(self._on_closing)
        session.changed.connect(self._on_changed)
        session.selection_changed.connect(lambda _: self.actions.enable(session))
        session.undo_stack.indexChanged.connect(lambda _: self.actions.enable(session))
        session.place_wanted.connect(self.article.go_to)
        session.failed.connect(self.questions.tell)
        session.told.connect(self.status.say)
        self.start.article_chosen.connect(self.filing.open_known)
        self.start.claim_chosen.connect(self._open_claim)
        self.start.removal_asked.connect(self._remove)
        self.start.file_chosen.connect(lambda name: self.filing.open_files([Path(name)]))
        self.window.files_dropped.connect(self.filing.open_files)
        self.window.closed.connect(self.shut)
        self.analysis.began.connect(self._on_analysis_began)
        self.analysis.progressed.connect(lambda percent: self.status.set_progress(percent, 100))
        self.analysis.ended.connect(self._on_analysis_ended)
        self.analysis.problem.connect(self.status.say)
        self.status.stop_asked.connect(self.analysis.stop)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def _on_opened(self) -> None:
        session = self.session
        if session.has_case:
            article = session.case.article
            self.window.show_article()
            self.top.set_title(f"{article.title}  ·  draft {session.case.draft.number}")
            self.window.setWindowTitle(f"{article.title} – Factcheck")
            self._restore_view(article.id)
            self.article.setFocus()
        else:
            self.window.show_start()
            self.top.set_title(f"Casebook: {session.casebook.path.stem}")
            self.window.setWindowTitle("Factcheck")
            self.start.refresh()
            self.start.setFocus()
        self._count_claims()
        self.actions.enable(session)
        if session.has_case and not self.analysis.is_running:
            self.ready.emit()

    def _on_closing(self) -> None:
        """Record what is half written, and keep where the checker was."""
        self.detail.commit_pending()
        case = self.session.case
        view = {**self.article.view_state(), **self.claims.view_state()}
        view[KEPT_SELECTION] = self.session.selected
        if not self.session.read_only_reason:
            try:
                self.session.casebook.keep_view(case.article.id, view)
            except FactcheckError as error:
                self.session.failed.emit(str(error))

    def _restore_view(self, article_id: str) -> None:
        try:
            view = self.session.casebook.view(article_id)
        except FactcheckError:  # where one was is a comfort; the article itself was read
            return
        if view:
            self.claims.restore_view(view)
            self.session.select(str(view.get(KEPT_SELECTION, "")))
            self.article.restore_view(view)

    def _on_changed(self, change: Change) -> None:
        if any(isinstance(edit.record, Claim | Block) for edit in change.edits):
            self._count_claims()
        if change.verb is Verb.SET_TITLE:
            article = self.session.case.article
            self.top.set_title(f"{article.title}  ·  draft {self.session.case.draft.number}")
        if change.verb is Verb.SET_ROLE and not self.analysis.is_running:
            self.analysis.start()  # a part that was silent may hold claims now

    def _count_claims(self) -> None:
        session = self.session
        self.window.set_claim_count(len(session.case.claims()) if session.has_case else 0)

    def _on_analysis_began(self) -> None:
        self.claims.set_looking(True)
        self.status.set_progress(0, 100)

    def _on_analysis_ended(self) -> None:
        self.claims.set_looking(False)
        self.status.clear_progress()
        if self.session.has_case:
            self.ready.emit()

    def _open_claim(self, article_id: str, claim_id: str) -> None:
        self.filing.open_known(article_id)
        self.session.select(claim_id)

    def _remove(self, article_id: str) -> None:
        title = self.session.casebook.load(article_id).article.title
        self.filing.remove_known(article_id, title)

    # Colours and preferences

    def use_colours(self, choice: ColourSet) -> None:
        """Draw everything in another set of colours, at once."""
        self._theme = theme_for(choice)
        self._apply_theme_to_program()
        for part in (
            *(self.top, self.start, self.article, self.claims, self.detail, self.status),
            *(self.palette, self.sheet),
        ):
            part.set_theme(self._theme)

    def apply_settings(self) -> None:
        """Take over what the preferences say."""
        self.session.checker = self.settings.checker
        self.actions.read_keys()
        self.article.set_zoom(self.settings.article_zoom)
        self.use_colours(self.settings.colour_set)

    def _follow_system(self) -> None:
        if self.settings.colour_set is ColourSet.SYSTEM:
            self.use_colours(ColourSet.SYSTEM)

    def _apply_theme_to_program(self) -> None:
        program = QApplication.instance()
        assert isinstance(program, QApplication)
        program.setPalette(palette(self._theme))
        program.setStyleSheet(style_sheet(self._theme))
