"""Articles and casebooks in, reports out."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from os.path import realpath
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from factcheck import workflow
from factcheck.errors import CasebookDamaged, FactcheckError
from factcheck.model.article import Manuscript
from factcheck.report.apart import write_report_apart
from factcheck.resource_files import resource
from factcheck.storage import Casebook
from factcheck.ui.analysis import Analysis
from factcheck.ui.session import Session
from factcheck.ui.settings import Settings
from factcheck.ui.tasks import Task, Tasks

SAMPLE = "harbour-bridge.txt"
LOOK_AGAIN = 150  # milliseconds
_LONGEST_TITLE = 70  # code points in the name of a file, so that “public” is not cut off


class FileAsker(Protocol):
    """Questions about files; None or an empty list where the person put them away."""

    def articles(self, folder: Path) -> Sequence[Path]: ...

    def pasted(self) -> tuple[str, str, date | None] | None: ...

    def casebook(self, folder: Path, new: bool) -> Path | None: ...

    def report(self, folder: Path, name: str) -> Path | None: ...

    def may_remove(self, title: str) -> bool: ...

    def report_written(self, path: Path) -> None: ...


class Busy(Protocol):
    """Where a long job says that it is under way."""

    def show_busy(self, sentence: str, stop: Callable[[], None]) -> None: ...

    def clear_busy(self) -> None: ...


class Filing:
    """What the File menu does, and dropped files and the command line with it."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        tasks: Tasks,
        analysis: Analysis,
        ask: FileAsker,
        busy: Busy,
        close: Callable[[], object],
    ) -> None:
        self._session = session
        self._settings = settings
        self._tasks = tasks
        self._analysis = analysis
        self._ask = ask
        self._busy = busy
        self._close = close

    # Articles

    def open_article(self) -> None:
        self.open_files(self._ask.articles(self._settings.folder))

    def open_files(self, paths: Sequence[Path]) -> None:
        """Read files one after the other into the casebook and show the last; each that fails says why."""
        if not paths:
            return
        if self._refused():
            return
        task = self._tasks.start(
            _read_all(paths),
            on_progress=lambda read: None if read is None else self._on_read(read),
            on_done=self._busy.clear_busy,
            on_failed=self._on_job_failed,
        )
        names = paths[0].name if len(paths) == 1 else f"{len(paths)} files"
        self._busy.show_busy(f"Reading {names}…", lambda: self._give_up(task))

    def paste_article(self) -> None:
        if self._refused() or (pasted := self._ask.pasted()) is None:
            return
        text, html, published = pasted
        try:
            self._file_away(workflow.read_pasted(text, html, published))
        except FactcheckError as error:
            self._session.failed.emit(str(error))

    def open_sample(self) -> None:
        self.open_files([resource("samples", SAMPLE)])

    def open_known(self, article_id: str) -> None:
        """Show an article that is in the casebook."""
        try:
            self._session.open(article_id)
        except FactcheckError as error:
            self._session.failed.emit(str(error))

    def show_start(self) -> None:
        if self._session.has_case:
            self._session.close_case()

    def remove_article(self) -> None:
        if self._session.has_case:
            article = self._session.case.article
            self.remove_known(article.id, article.title)

    def remove_known(self, article_id: str, title: str) -> None:
        """Take an article out of the casebook once the person has said so twice."""
        if self._refused() or not self._ask.may_remove(title):
            return
        if self._session.has_case and self._session.case.article.id == article_id:
            self._session.close_case()
        try:
            self._session.casebook.remove(article_id, self._session.stamp())
        except FactcheckError as error:
            self._session.failed.emit(str(error))
        self._session.opened.emit()

    # Casebooks

    def open_casebook(self) -> None:
        self._use(self._ask.casebook(self._settings.casebook.parent, new=False))

    def new_casebook(self) -> None:
        self._use(self._ask.casebook(self._settings.casebook.parent, new=True))

    # The report

    def write_report(self) -> None:
        """Write the report in a process of its own, so that verdicts can go on meanwhile."""
        self._write_report(is_public=False)

    def write_public_report(self) -> None:
        """The same without what is to stay at the desk: confidential sources, contacts, notes, the record."""
        self._write_report(is_public=True)

    def _write_report(self, is_public: bool) -> None:
        open_case = self._session.case
        title = open_case.article.title
        name = f"{title[:_LONGEST_TITLE].rstrip()}, public" if is_public else title
        path = self._ask.report(self._settings.folder, name)
        if path is None:
            return
        self._settings.folder = path.parent
        case = open_case.copy()
        try:
            occasion = workflow.occasion(
                self._session.casebook, case, self._settings.checker, self._settings.desk
            )
        except FactcheckError as error:
            self._session.failed.emit(str(error))
            return
        task = self._tasks.start(
            write_report_apart(case, replace(occasion, is_public=is_public), path),
            on_done=lambda: self._on_report_written(path),
            on_failed=self._on_job_failed,
        )
        self._busy.show_busy(f"Writing {path.name}…", lambda: self._give_up(task))

    # The rest of the menu

    def analyse(self) -> None:
        self._analysis.start_again()

    def stop_analysis(self) -> None:
        if self._analysis.is_running:
            self._analysis.stop()
            self._session.told.emit(
                "Stopped. The rest is looked for when the article is opened again."
            )

    def quit(self) -> None:
        self._close()

    def _refused(self) -> bool:
        """Say why nothing can be added, where nothing can."""
        reason = self._session.read_only_reason
        if reason:
            self._session.failed.emit(reason)
        return bool(reason)

    def _give_up(self, task: Task) -> None:
        task.cancel()
        self._busy.clear_busy()
        self._session.told.emit("Stopped. Nothing was changed.")

    def _on_read(self, read: tuple[Path, Manuscript | FactcheckError]) -> None:
        path, result = read
        if isinstance(result, FactcheckError):
            self._session.failed.emit(str(result))
            return
        if path.parent != resource("samples"):
            self._settings.remember_recent(path)
            self._settings.folder = path.parent
        self._file_away_when_free(result, path)

    def _file_away_when_free(self, manuscript: Manuscript, path: Path) -> None:
        """File it once no question is being answered: the answer would go to another article than was asked about."""
        if QApplication.activeModalWidget() or QApplication.activePopupWidget():
            QTimer.singleShot(LOOK_AGAIN, lambda: self._file_away_when_free(manuscript, path))
        else:
            self._file_away(manuscript, path)

    def _file_away(self, manuscript: Manuscript, path: Path | None = None) -> None:
        session = self._session
        try:
            article_id = workflow.file_away(manuscript, session.casebook, session.stamp(), path)
            session.open(article_id)
        except FactcheckError as error:
            session.failed.emit(str(error))
            return
        if article_id != manuscript.article.id:
            session.told.emit("This text is in the casebook already; here it is as you left it.")
        elif manuscript.notes:
            session.noted.emit("\n\n".join(manuscript.notes))

    def _use(self, path: Path | None) -> None:
        if path is None or realpath(path) == realpath(self._session.casebook.path):
            return  # by a link too: opening it twice would lock this window out of it
        try:
            casebook = Casebook.open(path, exclusive=True)
        except CasebookDamaged:
            self._session.damaged.emit(path)
            return
        except FactcheckError as error:
            self._session.failed.emit(str(error))
            return
        self._session.use(casebook)
        self._settings.casebook = path
        if casebook.read_only_reason:
            self._session.told.emit(casebook.read_only_reason)

    def _on_report_written(self, path: Path) -> None:
        self._busy.clear_busy()
        self._ask.report_written(path)

    def _on_job_failed(self, error: Exception) -> None:
        self._busy.clear_busy()
        if not isinstance(error, FactcheckError):
            raise error  # our bug: on to the hook that shows it
        self._session.failed.emit(str(error))


def _read_all(paths: Sequence[Path]) -> Iterator[Any]:
    """Each file with its manuscript, or with the reason why it is none; None while one is waited for."""
    from factcheck.reading.apart import read_apart  # only who opens a file waits for the readers

    with closing(read_apart(paths)) as reading:
        yield from reading
