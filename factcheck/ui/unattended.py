"""The whole job with nobody at the screen: the real window, off-screen, from a file to its report and a picture."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEventLoop, QTimer

from factcheck.errors import FactcheckError
from factcheck.report.write import write_report
from factcheck.ui.workstation import Workstation
from factcheck.workflow import occasion

DONE, NEEDS_A_PERSON, NOT_DONE = 0, 1, 2
_FAULT = "The program has a fault and gave up; what it was stands above."
SETTLE = 400  # milliseconds for the window to lay itself out before its picture is taken


def work_unattended(workstation: Workstation, article: Path, folder: Path) -> int:
    """Analyse and store ``article``, write report.html, report.pdf and window.png to ``folder``; the exit status."""
    session = workstation.session
    try:
        if failures := _look_through(workstation, article):
            raise FactcheckError(failures[0])
        # why it was cut short was told when it was
        is_cut_short = bool(session.case.unanalysed())
        _write(workstation, folder)
    except FactcheckError as error:
        print(error, file=sys.stderr)
        return NOT_DONE
    finally:
        workstation.window.close()
    return NEEDS_A_PERSON if is_cut_short else DONE


def _look_through(workstation: Workstation, article: Path) -> list[str]:
    """Read the article and look for its claims; what went wrong, in sentences."""
    session, place = workstation.session, workstation.workplace
    failures: list[str] = []
    # an event loop of its own, since QApplication.quit would close the window first
    loop = QEventLoop()

    def give_up(sentence: str) -> None:
        failures.append(sentence)
        loop.quit()

    def is_through() -> bool:
        return session.has_case and not place.analysis.is_running

    session.failed.disconnect(place.questions.tell)
    session.noted.disconnect(place.questions.tell)
    session.noted.connect(lambda sentence: print(sentence, file=sys.stderr))
    session.failed.connect(give_up)
    place.analysis.problem.connect(lambda sentence: print(sentence, file=sys.stderr))
    place.ready.connect(lambda: loop.quit() if is_through() else None)
    with _faults_told_to(give_up):
        workstation.show()
        workstation.open_files([article])
        loop.exec()
    return failures


@contextmanager
def _faults_told_to(give_up: Callable[[str], None]) -> Iterator[None]:
    """Within it a fault of the program's own ends the work, once the hook has shown it."""
    show = sys.excepthook

    def show_and_give_up(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        show(kind, error, trace)
        give_up(_FAULT)

    sys.excepthook = show_and_give_up
    try:
        yield
    finally:
        sys.excepthook = show


def _write(workstation: Workstation, folder: Path) -> None:
    session, case = workstation.session, workstation.session.case
    if claims := case.claims():
        session.select(claims[0].id)
    _let_pass(SETTLE)
    tally = case.tally()
    print(f"{case.article.title}")
    print(f"  words     {len(case.text.split())}")
    print(f"  claims    {tally.total}, none checked yet: a verdict is a person's")
    made = occasion(session.casebook, case, session.checker, workstation.settings.desk)
    for name in ("report.html", "report.pdf"):
        write_report(case, made, folder / name)
        print(f"  report    {(folder / name).absolute()}")
    picture = folder / "window.png"
    if not workstation.window.grab().save(str(picture)):
        raise FactcheckError(f"The picture of the window could not be written to {picture}.")
    print(f"  picture   {picture.absolute()}")
    print(f"  casebook  {session.casebook.path}")


def _let_pass(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
