"""Looks for the claims of the open article in the background and hands them to the session as they come."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from factcheck import workflow
from factcheck.errors import FactcheckError
from factcheck.model.article import Block
from factcheck.model.detected import DetectedBlock
from factcheck.ui.session import Session
from factcheck.ui.tasks import Task, Tasks

# What was found is recorded in small helpings with time between them: each is a transaction and a change of every
# panel on the GUI thread, and the window is to answer a key at once while a book is read.
HELPING = 24  # claims
PAUSE = 25  # milliseconds
HELPINGS_BEHIND = (
    60  # a longer queue makes the helpings larger, so that the claims keep up with the reading
)


class Analysis(QObject):
    """One run of detection over the blocks of the open case that have not been looked at."""

    began = Signal()
    progressed = Signal(int)  # percent
    ended = Signal()
    problem = Signal(str)  # a detector that failed, or why there is no detection at all

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        detector: workflow.Detector,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._detector = detector
        self._task: Task | None = None
        self._waiting: deque[DetectedBlock] = deque()
        self._told: set[str] = set()
        self._start = self._end = 0
        self._share = -1
        self._pump = QTimer(self)
        self._pump.setInterval(PAUSE)
        self._pump.timeout.connect(self._record_helping)
        session.opened.connect(self._on_opened)

    @property
    def is_running(self) -> bool:
        """Whether claims are being looked for, or some that were found are not yet recorded."""
        return self._task is not None or self._pump.isActive()

    def start(self, blocks: Sequence[Block] | None = None) -> None:
        """Look for claims in ``blocks``, or in all that were not yet looked at."""
        self.stop()
        if not self._session.has_case or self._session.read_only_reason:
            return
        case = self._session.case
        chosen = case.unanalysed() if blocks is None else list(blocks)
        if not chosen:
            return
        self._told.clear()
        self._share = -1
        self._start, self._end = chosen[0].position.start, max(1, chosen[-1].position.end)
        job: Iterator[DetectedBlock] = workflow.detect(case, self._detector, chosen)
        self.began.emit()
        self._task = self._tasks.start(
            job, on_done=self._on_done, on_failed=self._on_failed, on_progress=self._on_found
        )

    def start_again(self) -> None:
        """Look through the whole article; claims that are there already stay as they are."""
        if self._session.has_case:
            self.start([b for b in self._session.case.blocks if b.role.is_analysed])

    def stop(self) -> None:
        """End the run; what was found so far is kept, the rest is looked for when the article is opened again."""
        if not self.is_running:
            return
        self._cancel()
        self._record(list(self._waiting))
        self._end_run()

    def _on_opened(self) -> None:
        if self.is_running:
            self._cancel()
            self._end_run()
        self.start()

    def _on_found(self, found: DetectedBlock) -> None:
        is_first = not self._waiting and not self._pump.isActive()
        self._waiting.append(found)
        for sentence in found.problems:
            if sentence not in self._told:
                self._told.add(sentence)
                self.problem.emit(sentence)
        share = 100 * (found.position.end - self._start) // max(1, self._end - self._start)
        if share != self._share:
            self._share = share
            self.progressed.emit(min(100, share))
        if is_first:
            self._pump.start()
            self._record_helping()

    def _record_helping(self) -> None:
        """Record some of what is waiting; when all is and nothing more will come, the run is over."""
        size = max(HELPING, sum(len(b.claims) for b in self._waiting) // HELPINGS_BEHIND)
        helping: list[DetectedBlock] = []
        while self._waiting and size > 0:
            helping.append(self._waiting.popleft())
            size -= 1 + len(helping[-1].claims)
        if not self._record(helping):
            self._cancel()
            self._end_run()
        elif not self._waiting and self._task is None:
            self._end_run()

    def _record(self, found: list[DetectedBlock]) -> bool:
        if not found or not self._session.has_case:
            return True
        stamp = replace(self._session.stamp(), by=workflow.PROGRAM)
        return self._session.propose(workflow.proposal(self._session.case, found, stamp))

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _end_run(self) -> None:
        self._pump.stop()
        self._waiting.clear()
        self.ended.emit()

    def _on_done(self) -> None:
        self._task = None
        if not self._pump.isActive():
            self._end_run()

    def _on_failed(self, error: Exception) -> None:
        self._on_done()
        if not isinstance(error, FactcheckError):
            raise error  # our bug: on to the hook that shows it
        self.problem.emit(str(error))
