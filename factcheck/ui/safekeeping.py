"""Looks after the open casebook while nobody has to think of it: backups behind the work, and a word on risky folders."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from factcheck.errors import FactcheckError
from factcheck.storage import look_after, warning_of_place
from factcheck.ui.session import Session
from factcheck.ui.settings import Settings
from factcheck.ui.tasks import Tasks

SETTLE = 4_000  # milliseconds after a casebook was opened until it is looked after
EVERY = 15 * 60_000  # milliseconds of work between two backups


class Safekeeping(QObject):
    """Makes a backup soon after opening, every quarter of an hour of work, and when the window is closed."""

    def __init__(
        self, session: Session, settings: Settings, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._tasks = tasks
        self._path: Path | None = None
        self._has_work = False
        self._has_failed = False
        self._first = QTimer(self, interval=SETTLE, singleShot=True)
        self._first.timeout.connect(self._begin)
        self._again = QTimer(self, interval=EVERY)
        self._again.timeout.connect(self._go_on)
        session.recorded.connect(self._on_recorded)
        session.opened.connect(self._on_opened)

    def start(self) -> None:
        """Look after the casebook from now on."""
        self._path = self._session.casebook.path
        self._has_work = self._has_failed = False
        self._first.start()
        self._again.start()

    def stop(self) -> None:
        """Start nothing more."""
        self._first.stop()
        self._again.stop()
        self._path = None

    def finish(self) -> None:
        """Make the last backup of a casebook that was worked in and is closed by now."""
        path, has_work = self._path, self._has_work
        self.stop()
        if path is not None and has_work and not self._session.read_only_reason:
            try:
                list(look_after(path, datetime.now(UTC)))
            except FactcheckError:
                return  # nobody is there to be told; the next opening makes one

    def _on_recorded(self) -> None:
        self._has_work = True

    def _on_opened(self) -> None:
        if self._path is not None and self._session.casebook.path != self._path:
            self.start()

    def _begin(self) -> None:
        path = self._session.casebook.path
        if not self._settings.knows_place(path):
            self._tasks.start(
                _look_at_place(path), on_progress=lambda told: self._on_place(path, told)
            )
        self._make_backup()

    def _go_on(self) -> None:
        if self._has_work:
            self._make_backup()

    def _make_backup(self) -> None:
        if self._session.read_only_reason:
            return
        self._has_work = False
        path = self._session.casebook.path
        self._tasks.start(look_after(path, datetime.now(UTC)), on_failed=self._on_failed)

    def _on_place(self, path: Path, told: str) -> None:
        if told:
            self._settings.know_place(path)
            self._session.noted.emit(told)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, FactcheckError):
            raise error  # our bug: on to the hook that shows it
        if not self._has_failed:  # once a sitting is enough
            self._has_failed = True
            self._session.told.emit(str(error))


def _look_at_place(path: Path) -> Iterator[str]:
    yield warning_of_place(path)
