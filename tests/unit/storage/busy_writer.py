"""Forks writers that do everything a desk does, and kills them: for each line of input, one that lives so many milliseconds.

A line holds the time and the casebook's path. A writer opens the casebook, which may bring it up to date, and then adds
articles, judges claims, attaches files, makes backups and sweeps, in an order of chance; it prints a line for whatever
has returned. When it is dead, "killed" is printed.
"""

import os
import random
import signal
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from factcheck.model.case import Case
from factcheck.model.change import Change
from factcheck.model.evidence import KeptFile, Source, SourceForm
from factcheck.model.verdict import Rating
from factcheck.storage import Casebook
from factcheck.storage.backups import back_up, thin
from tests.unit.storage.makers import added, do, found_in, now


def say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def attach(
    casebook: Casebook, case: Case, claim_id: str, folder: Path, chance: random.Random
) -> None:
    file = folder / f"scan {os.getpid()}.pdf"
    file.write_bytes(chance.randbytes(chance.choice((100, 5_000, 3_000_000))))
    there = casebook.vault.keep_at_once(file)
    source = Source(case.article.id, "Scan", SourceForm.FILE, str(file), sha256=there.sha256)
    kept = KeptFile(case.article.id, source.id, file.name, there.sha256, there.size)
    attached = case.attach(claim_id, source, now(), kept=kept)
    do(casebook, case, attached)
    say(f"file {attached.id} {there.sha256}")


def write_for_ever(path: Path) -> None:
    chance = random.Random(os.getpid())
    casebook = Casebook.open(path, exclusive=True)
    say(f"open {casebook.read_only_reason}")
    case = added(casebook)
    say(f"article {case.article.id} {len(found_in(case.draft)[0])}")
    done: list[Change] = []
    while True:
        claim = chance.choice(case.claims())
        match chance.randrange(8):
            case 0:
                attach(casebook, case, claim.id, path.parent, chance)
            case 1:
                made = back_up(path, datetime.now(UTC))
                thin(path)
                name = made.path.name if made is not None else "none"
                say(f"backup {name.replace(' ', '_')} 1")
            case 2 if done:
                back = done.pop().inverse(now())
                do(casebook, case, back)
                say(f"change {back.id} {casebook.head().number}")
            case 3:
                casebook.vault.sweep(casebook.files_named(), older_than=0.0)
            case 4:
                case = added(casebook)
                done.clear()
                say(f"article {case.article.id} {len(found_in(case.draft)[0])}")
            case _:
                rated = case.rate(claim.id, chance.choice(list(Rating)), now())
                do(casebook, case, rated)
                done.append(rated)
                say(f"change {rated.id} {casebook.head().number}")


if __name__ == "__main__":
    for line in sys.stdin:
        milliseconds, target = line.rstrip("\n").split(" ", 1)
        writer = os.fork()
        if writer == 0:
            write_for_ever(Path(target))
        time.sleep(float(milliseconds) / 1000)
        os.kill(writer, signal.SIGKILL)
        os.waitpid(writer, 0)
        say("killed")
