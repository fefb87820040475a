"""How late a 10 ms timer of the window is while 100,000 words are analysed, against the same window idle."""

import statistics
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.texts import text_of
from benchmarks.windows import workstation

WORDS = 100_000
IDLE_SECONDS = 20
TICK_MS = 10


def measure() -> dict[str, float]:
    """p99 and maximum lateness in milliseconds, idle and under analysis, and how long the analysis took."""
    from PySide6.QtCore import QEventLoop, Qt, QTimer

    with TemporaryDirectory() as folder, workstation() as made:
        article = Path(folder) / "book.txt"
        article.write_text(text_of(WORDS), "utf-8")
        late: list[float] = []
        last = time.perf_counter()

        def tick() -> None:
            nonlocal last
            now = time.perf_counter()
            late.append(1000 * (now - last) - TICK_MS)
            last = now

        timer = QTimer()
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.setInterval(TICK_MS)
        timer.timeout.connect(tick)

        def lateness(run: "QEventLoop") -> tuple[float, float]:
            nonlocal last
            late.clear()
            last = time.perf_counter()
            timer.start()
            run.exec()
            timer.stop()
            return statistics.quantiles(late, n=100)[98], max(late)

        loop = QEventLoop()
        # warm: the language is loaded, the sample analysed once
        made.workplace.filing.open_sample()
        made.workplace.ready.connect(
            lambda: loop.quit() if not made.workplace.analysis.is_running else None
        )
        loop.exec()
        wait = QEventLoop()
        QTimer.singleShot(1000 * IDLE_SECONDS, wait.quit)
        idle = lateness(wait)
        began = QEventLoop()
        made.workplace.analysis.began.connect(began.quit)
        made.open_files([article])
        began.exec()
        started = time.perf_counter()
        busy = lateness(loop)
        return {
            "idle_p99": idle[0],
            "idle_max": idle[1],
            "busy_p99": busy[0],
            "busy_max": busy[1],
            "seconds": time.perf_counter() - started,
            "claims": len(made.session.case.claims()),
        }
