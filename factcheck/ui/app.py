"""Starts the window: arguments, fonts, the casebook, and the hook that shows our own bugs."""

import argparse
import os
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import NoReturn

from PySide6.QtCore import QEvent, QObject, QSettings, QTimer
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication

from factcheck import __version__
from factcheck.errors import CasebookDamaged, FactcheckError
from factcheck.resource_files import resource
from factcheck.storage import CASEBOOK_SUFFIX, Casebook, default_casebook
from factcheck.ui.overriding import override
from factcheck.ui.screen import has_screen
from factcheck.ui.settings import Settings
from factcheck.ui.theme import INTERFACE, load_fonts, sans
from factcheck.ui.workstation import Workstation

NOT_DONE = 2


def main(arguments: list[str]) -> int:
    """Open the window, or do its whole work off-screen; returns the exit status."""
    options = _options(arguments)
    if options.unattended:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    elif not has_screen():
        print(
            "There is no screen to open the window on. factcheck check FILE works without one.",
            file=sys.stderr,
        )
        return NOT_DONE
    settings = _settings(options)
    program = make_program(settings)
    try:
        casebook, said, damaged = open_casebook(_casebooks(options, settings))
    except FactcheckError as error:
        print(error, file=sys.stderr)
        return NOT_DONE
    if not options.unattended:
        settings.casebook = casebook.path
    return _run(program, casebook, settings, options, said, damaged)


def open_casebook(paths: Iterable[Path]) -> tuple[Casebook, str, Path | None]:
    """The first casebook that opens, and what there is to say: why those before it do not, or why it only reads.

    The path is that of the first one where it is damaged, so that help can be offered.

    CasebookError, saying what is wrong with the first, where none opens.
    """
    refusals: list[FactcheckError] = []
    damaged: Path | None = None
    for path in paths:
        try:
            casebook = Casebook.open(path, exclusive=True)
        except FactcheckError as error:
            if not refusals and isinstance(error, CasebookDamaged):
                damaged = path
            refusals.append(error)
            continue
        if refusals:
            said = f"{refusals[0]} The casebook {path.name} is open instead."
            return casebook, said, damaged
        return casebook, casebook.read_only_reason, None
    raise refusals[0]


def _casebooks(options: argparse.Namespace, settings: Settings) -> list[Path]:
    """The casebook to open, then those to open in its place so that there is a window to work in."""
    if options.unattended:
        return [options.casebook or options.unattended / f"unattended{CASEBOOK_SUFFIX}"]
    usual = default_casebook()
    spare = [usual.with_stem(f"{usual.stem} {number}") for number in range(2, 10)]
    return list(dict.fromkeys([options.casebook or settings.casebook, usual, *spare]))


def make_program(settings: Settings) -> QApplication:
    """The one QApplication, with the program's fonts and base style."""
    if settings.interface_zoom != 100:
        os.environ["QT_SCALE_FACTOR"] = str(settings.interface_zoom / 100)
    program = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(program, QApplication)
    program.setApplicationName("factcheck")
    program.setApplicationDisplayName("Factcheck")
    program.setApplicationVersion(__version__)
    program.setDesktopFileName("factcheck")
    program.setStyle("Fusion")
    load_fonts()
    program.setFont(sans(INTERFACE))
    program.setWindowIcon(QIcon(str(resource("icons", "factcheck.svg"))))
    return program


def _run(
    program: QApplication,
    casebook: Casebook,
    settings: Settings,
    options: argparse.Namespace,
    said: str,
    damaged: Path | None,
) -> int:
    workstation = Workstation(casebook, settings, keeps_backups=not options.unattended)
    hook = _CrashHook(workstation)
    sys.excepthook = hook
    if options.unattended:
        from factcheck.ui.unattended import work_unattended  # it loads the report writers

        return work_unattended(workstation, options.files[0], options.unattended)
    opener = _FileOpener(workstation)
    program.installEventFilter(opener)
    workstation.show()
    if said:
        QTimer.singleShot(0, workstation, lambda: workstation.tell(said))
    if damaged is not None:
        QTimer.singleShot(0, workstation, lambda: workstation.offer_rescue(damaged))
    if options.files:
        workstation.open_files(options.files)
    return program.exec()


class _FileOpener(QObject):
    """Opens what the desktop hands to the running program, as macOS does with a double click."""

    def __init__(self, workstation: Workstation) -> None:
        super().__init__(workstation)
        self._workstation = workstation

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FileOpen and isinstance(event, QFileOpenEvent):
            self._workstation.open_files([Path(event.file())])
            return True
        return super().eventFilter(watched, event)


class _CrashHook:
    """Shows the trace of a bug of ours and offers to copy it; the window goes on."""

    def __init__(self, workstation: Workstation) -> None:
        self._workstation = workstation
        self._is_showing = False

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._workstation.window.close()
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        print(text, file=sys.stderr)
        if self._is_showing or QApplication.platformName() == "offscreen":
            return  # a bug in a paint event would open a dialog at every frame
        self._is_showing = True
        from factcheck.ui.dialogs import CrashDialog  # what only a fault needs is loaded for it

        CrashDialog(text, self._workstation.window).exec()
        self._is_showing = False


class _Parser(argparse.ArgumentParser):
    """A parser whose refusals are one sentence, as the command line's are."""

    def error(self, message: str) -> NoReturn:
        self.exit(NOT_DONE, f"{message[:1].upper()}{message[1:]}. See factcheck --help.\n")


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = _Parser(prog="factcheck", description="Open the fact-checker’s workstation.")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="articles to open")
    parser.add_argument("--casebook", type=Path, metavar="FILE", help="the casebook to work in")
    parser.add_argument(
        "--unattended",
        type=Path,
        metavar="FOLDER",
        help="without a screen: analyse FILE, store it, and write report and picture to FOLDER",
    )
    options = parser.parse_args(arguments)
    if options.unattended and len(options.files) != 1:
        parser.error("--unattended needs one FILE")
    casebooks = [path for path in options.files if path.suffix == CASEBOOK_SUFFIX]
    if casebooks and options.casebook is None:
        options.casebook = casebooks[0]
    options.files = [path.absolute() for path in options.files if path not in casebooks]
    return options


def _settings(options: argparse.Namespace) -> Settings:
    if options.unattended:
        # nothing of the person's own settings is read or changed by a run nobody watches
        path = options.unattended / "unattended.ini"
        return Settings(QSettings(str(path), QSettings.Format.IniFormat))
    return Settings(
        QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "factcheck", "factcheck")
    )
