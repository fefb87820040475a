"""Looks for the claims of the open article in the background and hands them to the session as they come."""

import time
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, Signal

from factcheck import workflow
from factcheck.errors import FactcheckError
from factcheck.model.article import Block
from factcheck.model.detected import DetectedBlock
from factcheck.ui.session import Session
from factcheck.ui.tasks import Task, Tasks

# Seconds between two writings of what was found. The first come at once, so that work can begin; later ones are
# rarer, since each is a transaction on the GUI thread and the window is to stay quick while a book is read.
PAUSES = (0.0, 0.15, 0.3, 0.6)
LONGEST_PAUSE = 1.2
CLAIMS_AT_ONCE = 400


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
        self._waiting: list[DetectedBlock] = []
        self._told: set[str] = set()
        self._writings = 0
        self._last_writing = 0.0
        self._start = self._end = 0
        session.opened.connect(self._on_opened)

    @property
    def is_running(self) -> bool:
        return self._task is not None

    def start(self, blocks: Sequence[Block] | None = None) -> None:
        """Look for claims in ``blocks``, or in all that were not yet looked at."""
        self.stop()
        if not self._session.has_case or self._session.read_only_reason:
            return
        case = self._session.case
        chosen = case.unanalysed() if blocks is None else list(blocks)
        if not chosen:
            return
        self._waiting.clear()
        self._told.clear()
        self._writings, self._last_writing = 0, 0.0
        self._start, self._end = chosen[0].position.start, max(1, chosen[-1].position.end)
        job: Iterator[DetectedBlock] = workflow.detect(case, self._detector, chosen)
        self.began.emit()
        self._task = self._tasks.start(
            job, on_done=self._on_done, on_failed=self._on_failed, on_progress=self._on_found
        )

    def start_again(self) -> None:
        """Look through the whole article; claims that are there already stay as they are."""
        if self._session.has_case:
            self.start([b for b in self._session.case.blocks if b.role.holds_claims])

    def stop(self) -> None:
        """End the run; what was found so far is kept, the rest is looked for when the article is opened again."""
        if self._task is None:
            return
        self._task.cancel()
        self._task = None
        self._write()
        self.ended.emit()

    def _on_opened(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self._waiting.clear()
            self.ended.emit()
        self.start()

    def _on_found(self, found: DetectedBlock) -> None:
        self._waiting.append(found)
        for sentence in found.problems:
            if sentence not in self._told:
                self._told.add(sentence)
                self.problem.emit(sentence)
        pause = PAUSES[self._writings] if self._writings < len(PAUSES) else LONGEST_PAUSE
        many = sum(len(block.claims) for block in self._waiting) >= CLAIMS_AT_ONCE
        if many or time.monotonic() - self._last_writing >= pause:
            self._write()
        share = 100 * (found.position.end - self._start) // max(1, self._end - self._start)
        self.progressed.emit(min(100, share))

    def _write(self) -> None:
        found, self._waiting = self._waiting, []
        if found and self._session.has_case:
            stamp = self._session.stamp()
            if not self._session.propose(workflow.proposal(self._session.case, found, stamp)):
                if self._task is not None:
                    self._task.cancel()
                    self._task = None
                    self.ended.emit()
                return
        self._writings += 1
        self._last_writing = time.monotonic()

    def _on_done(self) -> None:
        self._write()
        self._task = None
        self.ended.emit()

    def _on_failed(self, error: Exception) -> None:
        self._write()
        self._task = None
        self.ended.emit()
        if isinstance(error, FactcheckError):
            self.problem.emit(str(error))
        else:
            raise error  # our bug: on to the hook that shows it
