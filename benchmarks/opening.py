"""From the start of the process to a window on the screen, ours and a bare one."""

import time
from datetime import datetime

STARTED = time.time()


def ours() -> dict[str, float]:
    """Seconds until the first paint of the start page, imports and casebook included."""
    from benchmarks.windows import workstation

    with workstation() as made:
        _paint(made.window)
        return {"seconds": time.time() - _process_start()}


def bare() -> dict[str, float]:
    """The same for a QMainWindow with a read-only text edit in it."""
    import os

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit

    program = QApplication([])
    program.setStyle("Fusion")
    window = QMainWindow()
    edit = QTextEdit()
    edit.setReadOnly(True)
    edit.setPlainText("A window.")
    window.setCentralWidget(edit)
    window.resize(1440, 900)
    window.show()
    _paint(window)
    return {"seconds": time.time() - _process_start()}


def _paint(window: object) -> None:
    from PySide6.QtWidgets import QApplication, QWidget

    assert isinstance(window, QWidget)
    QApplication.processEvents()
    window.grab()


def _process_start() -> float:
    """When this process was started, in seconds since 1970."""
    import os
    from pathlib import Path

    fields = Path("/proc/self/stat").read_text().rsplit(")", 1)[1].split()
    ticks = int(fields[19]) / os.sysconf("SC_CLK_TCK")
    uptime = float(Path("/proc/uptime").read_text().split()[0])
    return datetime.now().timestamp() - (uptime - ticks)
