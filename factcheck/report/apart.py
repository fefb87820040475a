"""Writes a report in a process of its own: setting a PDF takes seconds in which a window must not stall."""

import multiprocessing
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

from factcheck.errors import ReportFailed
from factcheck.model.case import Case
from factcheck.report.occasion import Occasion

LOOK_AGAIN = 0.05  # seconds


def write_report_apart(case: Case, occasion: Occasion, path: Path) -> Iterator[float]:
    """Seconds gone by while the report is written, ending when it is there; closing this stops the writing."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(
        target=_write, args=(there, case, occasion, path), name="report", daemon=True
    )
    start = time.monotonic()
    process.start()
    there.close()
    try:
        while not here.poll(LOOK_AGAIN):
            yield time.monotonic() - start
        answer = here.recv()
    except EOFError:
        raise ReportFailed(
            f"{path.name} could not be written: the writing stopped by itself. Nothing else is lost."
        ) from None
    except GeneratorExit:
        process.terminate()
        raise
    finally:
        process.join()
        here.close()
    if isinstance(answer, ReportFailed):
        raise answer


def _write(answers: Connection, case: Case, occasion: Occasion, path: Path) -> None:
    from factcheck.report.write import write_report

    try:
        write_report(case, occasion, path)
    except ReportFailed as error:
        answers.send(error)
    else:
        answers.send(None)
