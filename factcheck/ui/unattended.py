"""The whole job with nobody at the screen: the real window, off-screen, from a file to its report and a picture."""

import sys
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
    failures: list[str] = []
    session = workstation.session
    place = workstation.workplace
    session.failed.disconnect(place.questions.tell)
    session.failed.connect(failures.append)
    # an event loop of its own, since QApplication.quit would close the window first
    loop = QEventLoop()
    session.failed.connect(loop.quit)
    report_fault = sys.excepthook

    def give_up(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        report_fault(kind, error, trace)
        failures.append(_FAULT)
        loop.quit()

    sys.excepthook = give_up
    place.analysis.problem.connect(lambda sentence: print(sentence, file=sys.stderr))
    workstation.show()

    def is_through() -> bool:
        return session.has_case and not place.analysis.is_running

    place.ready.connect(lambda: loop.quit() if is_through() else None)
    workstation.open_files([article])
    loop.exec()
    try:
        if failures:
            raise FactcheckError(failures[0])
        # why it was cut short was told when it was
        is_cut_short = bool(session.case.unanalysed())
        _write(workstation, folder)
    except FactcheckError as error:
        print(error, file=sys.stderr)
        return NOT_DONE
    finally:
        sys.excepthook = report_fault
        workstation.window.close()
    return NEEDS_A_PERSON if is_cut_short else DONE


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
