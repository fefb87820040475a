"""One verdict committed through the casebook, against one row committed by bare sqlite3 with synchronous=FULL."""

import sqlite3
import statistics
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from factcheck import workflow
from factcheck.model.change import Stamp
from factcheck.model.claim import ClaimKind
from factcheck.model.text import TextPosition
from factcheck.model.verdict import Rating
from factcheck.reading import read_text
from factcheck.storage import Casebook

ROUNDS = 400


def measure() -> dict[str, float]:
    """Median milliseconds of both, taken in turns in one process."""
    with tempfile.TemporaryDirectory() as folder:
        book = Casebook.open(Path(folder) / "a.casebook")
        bare = _bare(Path(folder) / "bare.db")
        stamp = Stamp("bench", datetime.now(UTC))
        text = "\n\n".join(f"Paragraph {i} has {i} words." for i in range(ROUNDS))
        manuscript = read_text(text, datetime.now(UTC))
        case = book.load(workflow.file_away(manuscript, book, stamp))
        ids = []
        for i in range(ROUNDS):
            start = text.index(f"Paragraph {i} ")
            place = TextPosition(start, start + 12)
            change = case.mark(place, stamp, ClaimKind.QUANTITY)
            book.write(change)
            case.apply(change)
            ids.append(change.claim_id)
        ours, theirs = [], []
        for i, claim_id in enumerate(ids):
            start_time = time.perf_counter()
            change = case.rate(claim_id, Rating.VERIFIED, stamp)
            book.write(change)
            case.apply(change)
            ours.append(time.perf_counter() - start_time)
            start_time = time.perf_counter()
            bare.execute("BEGIN IMMEDIATE")
            bare.execute(
                "INSERT INTO verdicts VALUES (?, 'verified', 'bench', ?)", (i, str(stamp.at))
            )
            bare.execute("COMMIT")
            theirs.append(time.perf_counter() - start_time)
        book.close()
        bare.close()
    return {"ours_ms": 1000 * statistics.median(ours), "bare_ms": 1000 * statistics.median(theirs)}


def _bare(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE verdicts (claim, rating, checker, decided)")
    return connection
