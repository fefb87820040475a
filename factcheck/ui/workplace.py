"""Everything an open article needs: its panels, the commands on it, and the search for its claims.

It is made after the start page has been painted, or when an article is opened, whichever comes first: its modules
take longer to load than the start page takes to appear.
"""

from PySide6.QtCore import QObject, Signal

from factcheck.detection.worker import LanguageWorker
from factcheck.errors import FactcheckError
from factcheck.model.change import Change, Verb
from factcheck.ui.actions import Actions
from factcheck.ui.analysis import Analysis
from factcheck.ui.article import ArticleView
from factcheck.ui.claims import ClaimsPanel
from factcheck.ui.commands import Commands
from factcheck.ui.commands.asking import Asking
from factcheck.ui.commands.deciding import Deciding
from factcheck.ui.commands.drafting import Drafting
from factcheck.ui.commands.filing import Filing
from factcheck.ui.commands.looking import Looking
from factcheck.ui.commands.moving import Moving
from factcheck.ui.commands.recording import Recording
from factcheck.ui.commands.restoring import Restoring
from factcheck.ui.commands.settling import Settling
from factcheck.ui.commands.signing import Signing
from factcheck.ui.desk import Desk
from factcheck.ui.detail import DetailPanel
from factcheck.ui.drafts import Differing, DraftPanel
from factcheck.ui.findings import FindingsPanel
from factcheck.ui.gate import GatePanel
from factcheck.ui.holding import Holding
from factcheck.ui.look import ProgramLook
from factcheck.ui.main_window import MainWindow
from factcheck.ui.names import NamesPanel
from factcheck.ui.numbers import numbers_of
from factcheck.ui.palette import CommandPalette, KeySheet
from factcheck.ui.questions import Questions
from factcheck.ui.session import Session
from factcheck.ui.settings import Settings
from factcheck.ui.sights import Sights
from factcheck.ui.sources_sheet import SourcesPanel
from factcheck.ui.start import StartPage
from factcheck.ui.status_line import StatusLine
from factcheck.ui.tasks import Tasks

KEPT_SELECTION = "selected"
# the lists beside the article
CLAIMS, DRAFT, FINDINGS, NAMES = "Claims", "Draft", "Findings", "Names"
SOURCES, PRINT = "Sources", "To print"


class Workplace(QObject):
    """The page of the open article, connected to the session, the start page and the status line."""

    ready = Signal()  # the open article has been looked through

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        settings: Settings,
        tasks: Tasks,
        actions: Actions,
        look: ProgramLook,
        start: StartPage,
        status: StatusLine,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.window, self.session, self.settings, self.tasks = window, session, settings, tasks
        self.actions, self.look, self.start, self.status = actions, look, start, status
        self._looks_again: set[Verb] = set()
        self.worker = LanguageWorker()
        self.desk = Desk(session, tasks, self.worker, self)
        self.analysis = Analysis(session, tasks, self.desk.find_claims, self)
        self.holding = Holding(session, tasks, self)
        self._make_panels()
        self._bind_commands()
        self._connect()

    def _make_panels(self) -> None:
        session, theme, actions = self.session, self.look.theme, self.actions
        self.article = ArticleView(session, theme, actions)
        self.claims = ClaimsPanel(session, theme, actions)
        self.drafts = DraftPanel(session, theme, actions)
        self.differing = Differing(session, self.tasks, self)
        self.findings = FindingsPanel(session, self.holding, theme)
        self.names = NamesPanel(session, self.holding, theme)
        self.sources = SourcesPanel(session, theme)
        self.gate = GatePanel(session, self.holding, theme, actions)
        self.detail = DetailPanel(session, theme, actions, holding=self.holding)
        self.article.follow_findings(self.holding)
        lists = {
            CLAIMS: self.claims,
            DRAFT: self.drafts,
            FINDINGS: self.findings,
            NAMES: self.names,
            SOURCES: self.sources,
            PRINT: self.gate,
        }
        self.window.place_article(self.article, lists, self.detail)
        self.window.set_shown(self.drafts, False)
        self.palette = CommandPalette(self.window, session, theme, actions)
        self.sheet = KeySheet(self.window, theme, actions)
        self.lists = (
            *(self.claims, self.drafts, self.findings, self.names),
            *(self.sources, self.gate),
        )
        panels = (self.article, *self.lists, self.detail)
        for part in (*panels, self.palette, self.sheet):
            self.look.dress(part)
        for panel in panels:
            for widget in panel.reading_widgets():
                actions.add_reading_keys(widget)
        self.article.set_zoom(self.settings.article_zoom)

    def _bind_commands(self) -> None:
        session, settings, look = self.session, self.settings, self.look
        self.questions = Questions(self.window, lambda: look.theme)
        self.sights = Sights(
            *(self.window, session, settings, self.actions, self.desk),
            theme=lambda: look.theme,
            apply_settings=self.apply_settings,
        )
        self.sights.show_in(
            *(self.start, self.article, self.claims, self.drafts, self.findings, self.names),
            *(self.sources, self.gate, self.palette, self.sheet),
        )
        self.filing = Filing(
            *(session, settings, self.tasks, self.analysis, self.questions, self.status),
            self.window.close,
        )
        self.restoring = Restoring(
            *(session, settings, self.tasks, self.questions, self.status, self.window.close)
        )
        self.drafting = Drafting(
            *(session, settings, self.tasks, self.questions, self.status, self.drafts),
            self.filing.open_files,
            self.sights.show_drafts,
        )
        moving = Moving(
            session,
            self.claims,
            (self.article, *self.lists, self.detail),
            self.holding,
            self.sights.show_finding,
        )
        self.actions.bind(
            Commands(
                moving,
                Deciding(session, self.detail.ask_waiting_for, settings, moving.next_open),
                Recording(session, self.detail, self.questions, self.article),
                Settling(
                    session,
                    self.holding,
                    lambda finding: self.questions.why_settled(finding.message),
                ),
                Signing(
                    *(session, self.gate, self.sights.show_gate),
                    *(self.questions.may_sign, self.questions.why_reopened),
                ),
                self.drafting,
                self.filing,
                Asking(session, settings, self.questions),
                self.restoring,
                Looking(session, settings, self.sights, look.use),
            ),
            first=self.detail.commit_pending,
        )

    def _connect(self) -> None:
        session = self.session
        session.opened.connect(self._on_opened)
        session.closing.connect(self._on_closing)
        session.changed.connect(self._on_changed)
        numbers_of(session).changed.connect(self._count_claims)
        session.place_wanted.connect(self.article.go_to)
        session.place_shown.connect(self.article.show_place)
        session.failed.connect(self.questions.tell)
        session.damaged.connect(self.restoring.offer_rescue)
        session.noted.connect(self.questions.tell)
        self.drafts.counted.connect(self._count_changes)
        self.window.tabs.currentChanged.connect(
            lambda _: self.differing.want(self.window.tabs.currentWidget() is self.drafts)
        )
        self.differing.changed.connect(lambda: self.article.show_differences(self.differing.shown))
        self.findings.counted.connect(
            lambda count: self.window.set_count(self.findings, FINDINGS, count)
        )
        self.names.counted.connect(lambda count: self.window.set_count(self.names, NAMES, count))
        self.sources.counted.connect(
            lambda count: self.window.set_count(self.sources, SOURCES, count)
        )
        self.gate.counted.connect(lambda count: self.window.set_count(self.gate, PRINT, count))
        self.detail.finding_followed.connect(self.sights.show_finding)
        self.article.findings_margin.chosen.connect(self.sights.show_finding)
        self.analysis.began.connect(self._on_analysis_began)
        self.analysis.progressed.connect(lambda percent: self.status.set_progress(percent, 100))
        self.analysis.ended.connect(self._on_analysis_ended)
        self.analysis.problem.connect(self.status.say)
        self.status.stop_asked.connect(self.analysis.stop)
        self.window.files_dropped.connect(self.drafting.take_dropped)

    def apply_settings(self) -> None:
        """Take over what the preferences say."""
        self.session.checker = self.settings.checker
        self.actions.read_keys()
        self.start.read_keys()
        self.article.set_zoom(self.settings.article_zoom)
        self.look.use(self.settings.colour_set)

    def _on_opened(self) -> None:
        self._looks_again.clear()
        if not self.session.has_case:
            return
        self._restore_view(self.session.case.article.id)
        self.article.setFocus()
        if not self.analysis.is_running:
            self.holding.look()
            self.ready.emit()

    def _on_closing(self) -> None:
        """Keep where the checker was."""
        view = {**self.article.view_state(), **self.claims.view_state()}
        view[KEPT_SELECTION] = self.session.selected
        if not self.session.read_only_reason:
            try:
                self.session.casebook.keep_view(self.session.case.article.id, view)
            except FactcheckError as error:
                self.session.failed.emit(str(error))

    def _restore_view(self, article_id: str) -> None:
        try:
            view = self.session.casebook.view(article_id)
        except FactcheckError:  # where one was is a comfort; the article itself was read
            return
        if view:
            self.claims.restore_view(view)
            self.article.restore_view(view)
            self.session.select(str(view.get(KEPT_SELECTION, "")))

    def _on_changed(self, change: Change) -> None:
        # a part that was silent may hold claims now, and a date gives "Wednesday" and "last year" their days
        if change.verb in (Verb.SET_ROLE, Verb.SET_DATE):
            self._looks_again.add(change.verb)
            self._look_again()

    def _look_again(self) -> None:
        """Look for claims anew where a change since the last look calls for it, once the look under way is over."""
        if self.analysis.is_running or not self._looks_again or not self.session.has_case:
            return
        everywhere = Verb.SET_DATE in self._looks_again
        self._looks_again.clear()
        if everywhere:
            self.analysis.start_again()
        else:
            self.analysis.start()

    def _count_changes(self, count: int) -> None:
        """The draft's number and how much of it is to be checked on its tab; none for a first draft."""
        number = self.session.case.draft.number
        self.window.set_shown(self.drafts, number > 1)
        name = f"{DRAFT} {number}"
        self.window.tabs.setTabText(
            self.window.tabs.indexOf(self.drafts),
            f"{name}  {count:,} to check" if count else name,
        )

    def _count_claims(self) -> None:
        self.window.set_count(self.claims, CLAIMS, len(numbers_of(self.session)))

    def _on_analysis_began(self) -> None:
        self.claims.set_looking(True)
        self.drafts.set_looking(True)
        self.findings.set_looking(True)
        self.names.set_looking(True)
        self.actions.is_looking = True
        self.actions.enable(self.session)
        self.status.set_progress(0, 100)

    def _on_analysis_ended(self) -> None:
        self.claims.set_looking(False)
        self.drafts.set_looking(False)
        self.findings.set_looking(False)
        self.names.set_looking(False)
        self.actions.is_looking = False
        self.actions.enable(self.session)
        self.status.clear_progress()
        self._look_again()
        if self.session.has_case and not self.analysis.is_running:
            self.holding.look()
            self.ready.emit()
