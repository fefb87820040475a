"""Makes the real window on a casebook of its own, for the measures that need one."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.texts import ROOT

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if TYPE_CHECKING:
    from factcheck.ui.workstation import Workstation


@contextmanager
def workstation() -> "Iterator[Workstation]":
    """The window, shown, on a casebook that was there before, as on any day but the first; closed at the end."""
    from PySide6.QtCore import QSettings

    from factcheck.storage import Casebook
    from factcheck.ui.app import make_program
    from factcheck.ui.settings import Settings
    from factcheck.ui.workstation import Workstation

    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(
            QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        )
        make_program(settings)
        book = Path(folder) / "a.casebook"
        newest = max((ROOT / "tests" / "data").glob("casebook-v*.casebook"))  # of today’s schema
        shutil.copy(newest, book)
        made = Workstation(Casebook.open(book, exclusive=True), settings)
        made.show()
        yield made
        made.window.close()
