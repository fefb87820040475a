"""Forks writers and kills them: for each line of standard input, one writer that lives so many milliseconds.

A line holds the time and the casebook's path. The writer prints a line for each write that returned; when it is dead,
"killed" is printed. Forking spares two hundred starts of Python.
"""

import os
import signal
import sys
import time
from itertools import cycle
from pathlib import Path

from factcheck.model.evidence import Source
from factcheck.model.verdict import Rating
from factcheck.storage import Casebook
from tests.unit.storage.makers import added, do, found_in, now


def say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def write_for_ever(path: Path) -> None:
    casebook = Casebook.open(path, exclusive=True)
    say(f"open {casebook.read_only_reason}")
    while True:
        case = added(casebook)
        say(f"article {case.article.id} {len(found_in(case.draft)[0])}")
        for claim, rating in zip(case.claims(), cycle(Rating), strict=False):
            rated = case.rate(claim.id, rating, now())
            do(casebook, case, rated)
            say(f"verdict {claim.id} {rating.value}")
            note = case.write_note(claim.id, f"Said on {claim.id}", now())
            do(casebook, case, note)
            say(f"note {claim.id} {note.id}")
            attached = case.attach(claim.id, Source(case.article.id, "Ledger"), now())
            do(casebook, case, attached)
            say(f"change {attached.id} {casebook.head().number}")


for line in sys.stdin:
    milliseconds, target = line.rstrip("\n").split(" ", 1)
    writer = os.fork()
    if writer == 0:
        write_for_ever(Path(target))
    time.sleep(float(milliseconds) / 1000)
    os.kill(writer, signal.SIGKILL)
    os.waitpid(writer, 0)
    say("killed")
