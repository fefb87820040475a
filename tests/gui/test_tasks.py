"""Jobs: every item on the GUI thread and in order, none after a cancel, and an error handed over."""

import threading
from collections.abc import Iterator

from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from factcheck.ui.tasks import Task, Tasks, _drive


def test_items_arrive_on_the_gui_thread_in_order_and_then_the_end(qtbot: QtBot) -> None:
    tasks = Tasks()
    seen: list[tuple[int, bool]] = []
    done: list[bool] = []
    gui = QThread.currentThread()

    def job() -> Iterator[int]:
        assert threading.current_thread() is not threading.main_thread()
        yield from range(200)

    tasks.start(
        job(),
        on_progress=lambda item: seen.append((item, QThread.currentThread() is gui)),
        on_done=lambda: done.append(len(seen) == 200),
    )
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert seen == [(number, True) for number in range(200)]
    assert done == [True]


def test_nothing_is_delivered_after_a_cancel_and_the_job_is_closed(qtbot: QtBot) -> None:
    tasks = Tasks()
    seen: list[int] = []
    closed = threading.Event()
    go_on = threading.Event()

    def job() -> Iterator[int]:
        try:
            yield 1
            go_on.wait(5)
            yield 2
            yield 3
        finally:
            closed.set()

    task = tasks.start(job(), on_progress=seen.append, on_done=lambda: seen.append(-1))
    qtbot.waitUntil(lambda: seen == [1])
    task.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert seen == [1]
    assert closed.is_set()


def test_a_job_that_is_cancelled_before_its_turn_is_not_begun() -> None:
    begun: list[bool] = []

    def job() -> Iterator[int]:
        begun.append(True)
        yield 1

    task = Task(None, None, None)
    task.cancel()
    _drive(job(), task, lambda _task, _message: None)
    assert begun == []


def test_an_error_reaches_the_caller_as_it_was_raised(qtbot: QtBot) -> None:
    tasks = Tasks()
    errors: list[Exception] = []

    def job() -> Iterator[int]:
        yield 1
        raise KeyError("lost")

    tasks.start(job(), on_failed=errors.append)
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert isinstance(errors[0], KeyError)


def test_stopping_all_waits_for_every_thread(qtbot: QtBot) -> None:
    tasks = Tasks()
    ended = []

    def job() -> Iterator[int]:
        try:
            while True:
                yield 1
        finally:
            ended.append(True)

    for _ in range(3):
        tasks.start(job())
    tasks.stop_all()
    assert len(ended) == 3
    qtbot.waitUntil(lambda: tasks.is_idle)


def test_an_error_that_nobody_waits_for_reaches_the_hook(qtbot: QtBot) -> None:
    tasks = Tasks()

    def job() -> Iterator[int]:
        yield 1
        raise KeyError("lost")

    with qtbot.capture_exceptions() as raised:
        tasks.start(job())
        qtbot.waitUntil(lambda: tasks.is_idle)
        qtbot.waitUntil(lambda: bool(raised))
    assert [kind for kind, *_ in raised] == [KeyError]
