"""Copies the file that a source is into the vault, off the GUI thread."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from factcheck.errors import FactcheckError
from factcheck.storage import InVault, Progress, Vault
from factcheck.ui.tasks import Task, Tasks


class Keeping(QObject):
    """The copy of one file at a time; that of a file named before it is called off."""

    done = Signal()
    went_on = Signal(int)  # percent
    refused = Signal(str)  # why a file cannot be kept, in a sentence

    def __init__(self, vault: Vault, parent: QObject) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        self.sha256 = ""  # empty until the file is there
        self.there: InVault | None = None  # what was copied now
        self.refusal = ""
        self._vault = vault
        self._tasks = Tasks(self)
        self._task: Task | None = None

    def know(self, path: Path, sha256: str) -> None:
        """Take a file for what it was when it was recorded: it is not copied again."""
        self.path, self.sha256 = path, sha256

    def begin(self, path: Path) -> None:
        """Copy this file, unless it is the one already."""
        if path == self.path:
            return
        if self._task is not None:
            self._task.cancel()
        self.sha256, self.there, self.refusal, self.path = "", None, "", path
        self._task = self._tasks.start(
            self._vault.keep(path),
            on_progress=lambda item: self._take(path, item),
            on_failed=lambda error: self._refuse(path, error),
        )

    def stop(self) -> None:
        """End the copying, and wait for it to end."""
        self._tasks.stop_all()

    def _take(self, path: Path, item: Progress | InVault) -> None:
        if path != self.path:
            return
        if isinstance(item, InVault):
            self.there, self.sha256 = item, item.sha256
            self.done.emit()
        else:
            self.went_on.emit(100 * item.done // max(1, item.total))

    def _refuse(self, path: Path, error: Exception) -> None:
        if not isinstance(error, FactcheckError):
            raise error  # our bug: on to the hook that shows it
        if path == self.path:
            self.path, self.refusal = None, str(error)
            self.refused.emit(self.refusal)
