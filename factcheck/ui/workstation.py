"""The composition root: makes the window's objects and connects them, what is seen first before the rest."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from factcheck.errors import FactcheckError
from factcheck.model.change import Change, Verb
from factcheck.storage import Casebook
from factcheck.ui.actions import Actions
from factcheck.ui.look import ProgramLook
from factcheck.ui.main_window import MainWindow
from factcheck.ui.safekeeping import Safekeeping
from factcheck.ui.session import Session
from factcheck.ui.settings import Settings
from factcheck.ui.start import StartPage
from factcheck.ui.status_line import StatusLine
from factcheck.ui.tasks import Tasks
from factcheck.ui.top_bar import TopBar

if TYPE_CHECKING:
    from factcheck.ui.workplace import Workplace

_SIGNED = "Verdicts are signed “{}”. Preferences changes the name."
_NOT_RECORDED = (
    "A note is not recorded, so the window stays open. Closing it again leaves without the note."
)
FIRST_PAINT = 30  # milliseconds left to the window to paint itself before the rest is made


class Workstation(QObject):
    """The window with everything in it, on one casebook."""

    def __init__(self, casebook: Casebook, settings: Settings, keeps_backups: bool = True) -> None:
        super().__init__()
        self.settings = settings
        self.look = ProgramLook(settings, self)
        self.session = Session(casebook, settings.checker, self)
        self.tasks = Tasks(self)
        self.safekeeping = Safekeeping(self.session, settings, self.tasks, self)
        self._keeps_backups = keeps_backups
        self.window = MainWindow(settings)
        self.actions = Actions(self.window, settings)
        theme = self.look.theme
        self.top = TopBar(self.actions, theme)
        self.start = StartPage(self.session, theme, self.actions, settings, self.tasks)
        self.status = StatusLine(self.session, theme)
        for part in (self.top, self.start, self.status):
            self.look.dress(part)
        self.window.place(self.top, self.start, self.status)
        self._painting = QTimer(self, interval=FIRST_PAINT, singleShot=True)
        self._painting.timeout.connect(self._furnish)
        self._is_shut = False
        self._article_left = ""
        self._was_held_open = False
        self._has_told_name = settings.is_checker_named
        self._connect()
        self._show_page()

    @cached_property
    def workplace(self) -> "Workplace":
        """The page of the open article and all its commands, made when first asked for."""
        from factcheck.ui.workplace import Workplace

        made = Workplace(
            *(self.window, self.session, self.settings, self.tasks, self.actions),
            *(self.look, self.start, self.status),
            parent=self,
        )
        self.actions.enable(self.session)
        return made

    def show(self) -> None:
        """Put the window on the screen; then make the rest, and start the language process behind it."""
        self.window.show()
        self._painting.start()

    def open_files(self, paths: list[Path]) -> None:
        """Read articles into the casebook and show the last."""
        self.workplace.filing.open_files(paths)

    def offer_rescue(self, casebook: Path) -> None:
        """Ask what to do with a casebook that is damaged."""
        self.workplace.restoring.offer_rescue(casebook)

    def tell(self, sentence: str) -> None:
        """Show a sentence that must not be missed."""
        self.workplace.questions.tell(sentence)

    def shut(self) -> None:
        """Record what is half written, and end every job and process."""
        self._is_shut = True
        self._painting.stop()
        self.session.close_case()
        self.tasks.cancel_all()
        if "workplace" in self.__dict__:
            self.workplace.worker.stop()
        self.tasks.stop_all()
        self.session.casebook.close()
        self.window.hide()  # nobody waits for what is left to do
        self.safekeeping.finish()

    def _may_close(self) -> bool:
        """Whether nothing written would be lost; who closes twice lets it go."""
        if self._is_shut or "workplace" not in self.__dict__:
            return True
        detail = self.workplace.detail
        if detail.commit_all():
            return True
        if self._was_held_open:
            detail.give_up_notes()
            return True
        self._was_held_open = True
        self.session.told.emit(_NOT_RECORDED)
        return False

    def _furnish(self) -> None:
        if not self._is_shut:
            self.workplace.worker.start()
            if self._keeps_backups:
                self.safekeeping.start()

    def _connect(self) -> None:
        session = self.session
        session.opened.connect(self._show_page)
        session.changed.connect(self._on_changed)
        session.selection_changed.connect(self._enable)
        session.steps.changed.connect(self._enable)
        session.told.connect(self.status.say)
        self.start.article_chosen.connect(self._open_article)
        self.start.claim_chosen.connect(self._open_claim)
        self.start.removal_asked.connect(self._remove)
        self.start.file_chosen.connect(lambda name: self.open_files([Path(name)]))
        self.window.may_close = self._may_close
        self.window.closed.connect(self.shut)

    def _enable(self, _: object = None) -> None:
        if not self._is_shut:
            self.actions.enable(self.session)

    def _show_page(self) -> None:
        session = self.session
        if session.has_case:
            self._article_left = session.case.article.id
            self.window.show_article()
            self._name_article()
        elif not self._is_shut:
            self.window.show_start()
            self.top.set_title(f"Casebook: {session.casebook.path.stem}")
            self.window.setWindowTitle("Factcheck")
            self.start.refresh(self._article_left)
            self._article_left = ""
            self.start.setFocus()
        self._enable()

    def _name_article(self) -> None:
        title, draft = self.session.case.article.title, self.session.case.draft
        self.top.set_title(f"{title}  ·  draft {draft.number}")
        self.window.setWindowTitle(f"{title} – Factcheck")

    def _on_changed(self, change: Change) -> None:
        self._was_held_open = False
        if change.verb is Verb.SET_TITLE:
            self._name_article()
        if change.verb is Verb.RATE and not self._has_told_name:
            self._has_told_name = True
            self.session.told.emit(_SIGNED.format(change.stamp.by))

    def _open_article(self, article_id: str) -> None:
        self.workplace.filing.open_known(article_id)

    def _open_claim(self, article_id: str, claim_id: str) -> None:
        self.workplace.filing.open_known(article_id)
        self.session.select(claim_id)

    def _remove(self, article_id: str) -> None:
        try:
            title = self.session.casebook.load(article_id).article.title
        except FactcheckError as error:
            self.tell(str(error))
            return
        self.workplace.filing.remove_known(article_id, title)
