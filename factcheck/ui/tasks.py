"""Runs a job, which is a generator, off the GUI thread and calls back on it."""

import threading
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from typing_extensions import override

Job = Iterator[Any]
Callback = Callable[[Any], None]


class Task(QObject):
    """A job under way. It lives on the GUI thread; its callbacks come in order, and none after a cancel."""

    finished = Signal()  # done, failed or cancelled: the job's thread is free again
    _progressed = Signal(object)
    _done = Signal()
    _failed = Signal(object)
    _ended = Signal()

    def __init__(
        self,
        on_done: Callable[[], None] | None,
        on_failed: Callback | None,
        on_progress: Callback | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._on_done = on_done
        self._on_failed = on_failed
        self._on_progress = on_progress
        # bound methods of an object of this thread: Qt queues what another thread emits
        self._progressed.connect(self._deliver_progress)
        self._done.connect(self._deliver_done)
        self._failed.connect(self._deliver_failure)
        self._ended.connect(self.finished)

    @property
    def is_cancelled(self) -> bool:
        return self._stop.is_set()

    def cancel(self) -> None:
        """End the job at its next item; nothing of it is delivered any more."""
        self._stop.set()

    def _deliver_progress(self, item: object) -> None:
        if self._on_progress is not None and not self.is_cancelled:
            self._on_progress(item)

    def _deliver_done(self) -> None:
        if self._on_done is not None and not self.is_cancelled:
            self._on_done()

    def _deliver_failure(self, error: Exception) -> None:
        if self._on_failed is not None and not self.is_cancelled:
            self._on_failed(error)


class _Runnable(QRunnable):
    """Drives a job in a thread of the pool; it holds the task's bound signals and nothing else of it."""

    def __init__(self, job: Job, task: Task) -> None:
        super().__init__()
        self.setAutoDelete(False)  # Python keeps it until the task has ended
        self._job = job
        self._stop = task._stop
        self._progressed = task._progressed.emit
        self._done = task._done.emit
        self._failed = task._failed.emit
        self._ended = task._ended.emit

    @override
    def run(self) -> None:
        try:
            for item in self._job:
                if self._stop.is_set():
                    break
                self._progressed(item)
            else:
                self._done()
        except Exception as error:
            self._failed(error)
        finally:
            close = getattr(self._job, "close", None)
            if close is not None:
                close()
            self._ended()


class Tasks(QObject):
    """Every job of the window, so that closing it can cancel and wait for them all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._running: dict[Task, _Runnable] = {}

    def start(
        self,
        job: Job,
        *,
        on_done: Callable[[], None] | None = None,
        on_failed: Callback | None = None,
        on_progress: Callback | None = None,
    ) -> Task:
        """Run ``job`` to its end, calling back on the GUI thread for every item it yields."""
        task = Task(on_done, on_failed, on_progress, self)
        task.finished.connect(lambda: self._forget(task))
        runnable = _Runnable(job, task)
        self._running[task] = runnable
        self._pool.start(runnable)
        return task

    def stop_all(self) -> None:
        """Cancel every job and wait until its thread is free."""
        for task in self._running:
            task.cancel()
        self._pool.waitForDone()

    @property
    def is_idle(self) -> bool:
        return not self._running

    def _forget(self, task: Task) -> None:
        self._running.pop(task, None)
        task.deleteLater()
