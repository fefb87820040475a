"""Runs a job, which is a generator, off the GUI thread and calls back on it."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

Job = Iterator[Any]
Callback = Callable[[Any], None]


@dataclass(eq=False, slots=True)
class Task:
    """A job under way. Its callbacks come on the GUI thread, in order, and none after a cancel."""

    on_done: Callable[[], None] | None
    on_failed: Callback | None
    on_progress: Callback | None
    _stop: threading.Event = field(default_factory=threading.Event)

    @property
    def is_cancelled(self) -> bool:
        return self._stop.is_set()

    def cancel(self) -> None:
        """End the job at its next item; nothing of it is delivered any more."""
        self._stop.set()


@dataclass(frozen=True, slots=True)
class _Item:
    """Something a job yielded, on its way to the GUI thread."""

    value: object


@dataclass(frozen=True, slots=True)
class _End:
    """The end of a job: with its error, or with whether it came to its end by itself."""

    error: Exception | None
    is_whole: bool


class Tasks(QObject):
    """Every job of the window, so that closing it can cancel and wait for them all.

    The one Qt object that threads touch is this one, which outlives them: an object a job, deleted when the job
    ends, has its last reference dropped in one thread or the other and takes the process with it.
    """

    _arrived = Signal(object, object)  # a Task and an _Item or _End

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: dict[Task, threading.Thread] = {}
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        job: Job,
        *,
        on_done: Callable[[], None] | None = None,
        on_failed: Callback | None = None,
        on_progress: Callback | None = None,
    ) -> Task:
        """Run ``job`` to its end, calling back on the GUI thread for every item it yields.

        An error that nobody waits for is raised there.
        """
        task = Task(on_done, on_failed, on_progress)
        arguments = (job, task, self._arrived.emit)
        thread = threading.Thread(target=_drive, args=arguments, name="job", daemon=True)
        self._running[task] = thread
        thread.start()
        return task

    def cancel_all(self) -> None:
        """Cancel every job without waiting for it."""
        for task in self._running:
            task.cancel()

    def stop_all(self) -> None:
        """Cancel every job and wait until its thread is free."""
        self.cancel_all()
        for thread in self._running.values():
            thread.join()

    @property
    def is_idle(self) -> bool:
        return not self._running

    def _deliver(self, task: Task, message: _Item | _End) -> None:
        if isinstance(message, _End):
            self._running.pop(task).join()  # it has sent its last message
        if task.is_cancelled:
            return
        match message:
            case _Item(value) if task.on_progress is not None:
                task.on_progress(value)
            case _End(Exception() as error, _):
                if task.on_failed is None:
                    raise error  # on to the hook that shows our own bugs
                task.on_failed(error)
            case _End(None, True) if task.on_done is not None:
                task.on_done()


def _drive(job: Job, task: Task, send: Callable[[Task, _Item | _End], None]) -> None:
    """Run a job to its end in this thread, sending on what it yields."""
    error: Exception | None = None
    is_whole = False
    try:
        # one that was cancelled before its turn is not begun
        for item in () if task.is_cancelled else job:
            if task.is_cancelled:
                break
            send(task, _Item(item))
        else:
            is_whole = True
    except Exception as raised:
        error = raised
    finally:
        close = getattr(job, "close", None)
        if close is not None:
            close()
        send(task, _End(error, is_whole))
