"""Opens the file that a source was, as it was: the original, or the copy kept in the vault where that has changed."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from factcheck.model.evidence import Source, SourceForm
from factcheck.storage import Progress
from factcheck.ui.detail.references import LINK_SCHEMES
from factcheck.ui.session import Session
from factcheck.ui.tasks import Task, Tasks
from factcheck.workflow import Opening, opening_of

# What a desktop would run, not show; a casebook from elsewhere must not start a program here.
_PROGRAMS = frozenset(
    [
        ".appimage",
        ".bat",
        ".cmd",
        ".com",
        ".command",
        ".cpl",
        ".desktop",
        ".exe",
        ".hta",
        ".jar",
        ".js",
        ".jse",
        ".lnk",
        ".msi",
        ".ps1",
        ".pif",
        ".reg",
        ".scf",
        ".scr",
        ".sh",
        ".url",
        ".vbe",
        ".vbs",
        ".wsf",
        ".wsh",
    ]
)
_SLOW = 20  # megabytes from which it is said that a file is looked at


class SourceOpener(QObject):
    """Looks at the file of a source off the GUI thread, then has the desktop show it."""

    told = Signal(str)  # what is amiss, in a sentence

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = Tasks(self)
        self._task: Task | None = None
        session.closing.connect(self.stop)

    def open(self, source: Source) -> None:
        """Show a link or file in the program the desktop has for it."""
        if self._task is not None:
            self._task.cancel()
        if source.form is not SourceForm.FILE:
            self._tell(open_link(source.reference))
            return
        session = self._session
        kept, vault = session.case.kept_file(source.id), session.casebook.vault
        if kept is not None and kept.size > _SLOW << 20:
            self._tell(f"Looking whether {kept.name} is still as it was…")
        job = opening_of(source, kept, vault)
        self._task = self._tasks.start(job, on_progress=self._take)

    def stop(self) -> None:
        """End the looking, and wait for it to end."""
        self._tasks.stop_all()

    def _take(self, item: Progress | Opening) -> None:
        if isinstance(item, Opening):
            trouble = open_file(item.path) if item.path is not None else ""
            self._tell(trouble or item.told)

    def _tell(self, sentence: str) -> None:
        if sentence:
            self.told.emit(sentence)


def open_file(path: Path) -> str:
    """Have the desktop show a file; a sentence where that failed or would run a program, else empty."""
    if path.suffix.lower() in _PROGRAMS:
        return f"{path.name} is a program, which is not started from here."
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        return ""
    return f"Nothing on this computer opens {path.name}."


def open_link(reference: str) -> str:
    """Have the desktop show a web address; a sentence where that failed or it is none, else empty."""
    url = QUrl(reference)
    if url.scheme().lower() not in LINK_SCHEMES:
        # a casebook from elsewhere must not start a program here
        return f"Only web addresses are opened, and this is none: {reference}."
    if QDesktopServices.openUrl(url):
        return ""
    return f"Nothing on this computer opens {reference}."
