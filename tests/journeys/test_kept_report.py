"""A report of fixed records, compared with the one kept: no word of it changes unnoticed.

``FACTCHECK_KEEP=1`` in the environment keeps the report as it is now; read the difference before it is committed.
"""

import csv
import json
import os
import re
from collections.abc import Callable
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

from factcheck.model.case import Case
from factcheck.model.change import Change
from factcheck.model.claim import ClaimKind, Priority
from factcheck.model.evidence import SourceQuality, Stance
from factcheck.model.overview import LogEntry, LogHead
from factcheck.model.verdict import Rating
from factcheck.report.occasion import Occasion
from factcheck.report.write import write_report
from tests.makers import CHECKER, TOWN_TEXT, make_case, make_claim, make_sentence, make_source

KEPT = Path(__file__).parent.parent / "data" / "kept-report.txt"
CLAIMS = (
    make_claim("opened in 1931", kinds=(ClaimKind.DATE_TIME,), priority=Priority.HIGH),
    make_claim(
        "the oldest in the county",
        kinds=(ClaimKind.ORDINAL_SUPERLATIVE,),
        priority=Priority.HIGH,
        question="Which bridges in the county are older?",
    ),
    make_claim("It carries 14,000 cars a day", kinds=(ClaimKind.QUANTITY,)),
    make_claim("the mayor, Ida Bruun", kinds=(ClaimKind.ROLE_TITLE,), priority=Priority.LOW),
)


def checked() -> tuple[Case, Occasion]:
    """The town article with a verdict of each sort, and the occasion of its report."""
    sentences = [make_sentence(TOWN_TEXT, "It carries 14,000 cars a day.")]
    case = make_case(claims=CLAIMS, sentences=sentences)
    changes = []
    steps: tuple[Callable[[], Change], ...] = (
        lambda: case.rate(CLAIMS[0].id, Rating.VERIFIED, CHECKER),
        lambda: case.attach(CLAIMS[0].id, make_source(), CHECKER, locator="entry 12"),
        lambda: case.rate(CLAIMS[2].id, Rating.CONTRADICTED, CHECKER),
        lambda: case.write_note(CLAIMS[2].id, "The count of May says 11,200.", CHECKER),
        lambda: case.attach(
            CLAIMS[2].id,
            make_source("Traffic count", quality=SourceQuality.SECONDARY, id="source2"),
            CHECKER,
            Stance.CONTRADICTS,
        ),
        lambda: case.rate(CLAIMS[3].id, Rating.WAITING, CHECKER, "the town hall"),
    )
    for make in steps:
        changes.append(make())
        case.apply(changes[-1])
    history = tuple(LogEntry(n, change, f"{n:064x}") for n, change in enumerate(changes, 1))
    made = datetime(2026, 3, 5, 16, 0, tzinfo=UTC)
    head = LogHead(len(history), history[-1].sha256)
    return case, Occasion(made, "City desk", "Ada Checker", history, head)


def test_the_web_page_says_what_the_kept_one_says(tmp_path: Path) -> None:
    case, occasion = checked()
    write_report(case, occasion, tmp_path / "report.html")
    page = (tmp_path / "report.html").read_text("utf-8")
    body = re.sub(r"(?s)<(style|script|title)\b.*?</\1>", "", page)
    lines = unescape(re.sub(r"<[^>]+>", "\n", body)).splitlines()
    words = "\n".join(" ".join(line.split()) for line in lines if line.strip()) + "\n"
    if os.environ.get("FACTCHECK_KEEP"):
        KEPT.write_text(words, "utf-8")
    assert words == KEPT.read_text("utf-8")


def test_table_and_json_tell_the_same_verdicts(tmp_path: Path) -> None:
    case, occasion = checked()
    write_report(case, occasion, tmp_path / "report.csv")
    write_report(case, occasion, tmp_path / "report.json")
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    kept = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert len(rows) == 1 + len(CLAIMS) == 1 + len(kept["claims"])
    for claim in CLAIMS:
        assert sum(claim.text in row for row in rows) == 1
        (told,) = [c for c in kept["claims"] if c["id"] == claim.id]
        assert kept["article"]["text"][told["start"] : told["end"]] == claim.text
