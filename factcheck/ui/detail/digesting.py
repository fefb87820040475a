"""Reads the file that a source is to its end, off the GUI thread, for its SHA-256."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from factcheck.ui.detail.references import digest
from factcheck.ui.tasks import Tasks


class Digesting(QObject):
    """The digest of one file at a time; a file named before it is forgotten."""

    done = Signal()
    refused = Signal(str)  # the name of a file that cannot be read

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        self.sha256 = ""  # empty until the file is read
        self._tasks = Tasks(self)

    def begin(self, path: Path) -> None:
        """Read this file, unless it is the one already."""
        if path == self.path:
            return
        self.sha256, self.path = "", path
        self._tasks.start(
            digest(path),
            on_progress=lambda item: self._take(path, item),
            on_failed=lambda error: self._refuse(path, error),
        )

    def stop(self) -> None:
        """End the reading, and wait for it to end."""
        self._tasks.stop_all()

    def _take(self, path: Path, item: str) -> None:
        if item and path == self.path:
            self.sha256 = item
            self.done.emit()

    def _refuse(self, path: Path, error: Exception) -> None:
        if not isinstance(error, OSError):
            raise error  # our bug: on to the hook that shows it
        if path == self.path:
            self.path = None
            self.refused.emit(path.name)
