"""Works out in the background what differs between the open draft and the one before it, while that is shown."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, Signal

from factcheck import workflow
from factcheck.errors import FactcheckError
from factcheck.model.article import Block, Draft
from factcheck.model.fate import Difference
from factcheck.model.revising import draft_before
from factcheck.ui.session import Session
from factcheck.ui.tasks import Task, Tasks


class Differing(QObject):
    """The differences of the open draft; none while they are not wanted, or for a first draft."""

    changed = Signal()

    def __init__(self, session: Session, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._task: Task | None = None
        self._is_wanted = False
        self._known: tuple[Difference, ...] | None = None
        session.opened.connect(self._on_opened)

    @property
    def shown(self) -> tuple[Difference, ...]:
        """What is to be shown in the article now."""
        return self._known if self._is_wanted and self._known is not None else ()

    def want(self, wanted: bool) -> None:
        """Show the differences from now on, or no longer."""
        if wanted != self._is_wanted:
            self._is_wanted = wanted
            self._look()
            self.changed.emit()

    def _on_opened(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._known = None
        self._look()
        self.changed.emit()

    def _look(self) -> None:
        """Work them out, where they are wanted and not known yet."""
        session = self._session
        if not self._is_wanted or self._known is not None or self._task is not None:
            return
        if not session.has_case or not (before := draft_before(session.case)):
            return
        try:
            old = session.casebook.draft(before)
        except FactcheckError as error:
            session.failed.emit(str(error))
            return
        case = session.case
        self._task = self._tasks.start(
            _between(old, (case.draft, list(case.blocks))), on_progress=self._on_found
        )

    def _on_found(self, found: tuple[Difference, ...]) -> None:
        self._task = None
        self._known = found
        self.changed.emit()


def _between(
    old: tuple[Draft, Sequence[Block]], new: tuple[Draft, Sequence[Block]]
) -> Iterator[tuple[Difference, ...]]:
    yield workflow.differences(old, new)
