"""Looks up what is typed on the start page, once the typing pauses."""

from PySide6.QtCore import QObject, QTimer, Signal

from factcheck.ui.session import Session
from factcheck.ui.start.looking_up import Found, look_up_words
from factcheck.ui.start.rows import tell_or_raise
from factcheck.ui.tasks import Task, Tasks

PAUSE = 150  # milliseconds after the last letter before a search begins


class Seeking(QObject):
    """One search at a time; a later one puts the earlier away."""

    found = Signal(str, object)  # the words, and the Found

    def __init__(self, session: Session, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._task: Task | None = None
        self._words = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(lambda: self.begin(self._words))

    def begin_soon(self, words: str) -> None:
        """Look these up unless others follow at once."""
        self._words = words
        self._pause.start()

    def begin(self, words: str) -> None:
        """Look these up now."""
        self.stop()
        self._task = self._tasks.start(
            look_up_words(self._session.casebook.path, words),
            on_progress=lambda found: self._tell(words, found),
            on_failed=lambda error: tell_or_raise(error, self._session.failed),
        )

    def stop(self) -> None:
        self._pause.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _tell(self, words: str, found: Found) -> None:
        self._task = None
        self.found.emit(words, found)
