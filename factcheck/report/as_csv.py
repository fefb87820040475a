"""The claims as a table for spreadsheet programs: one row a claim."""

import csv
import io
from collections.abc import Iterable

from factcheck.model.case import Case
from factcheck.model.claim import KIND_NAMES
from factcheck.model.correction import CorrectionPart
from factcheck.model.evidence import SOURCE_KIND_NAMES, SourceKind
from factcheck.model.verdict import STATE_NAMES
from factcheck.report.occasion import Occasion
from factcheck.report.outline import NumberedClaim, Part, outline

COLUMNS = (
    *("number", "state", "claim", "kinds", "priority", "question", "sources", "note"),
    *("checker", "decided", "waiting for", "part", "start", "end"),
    *("finding", "proposal", "answer", "decision", "waits", "until"),
)
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def render_csv(case: Case, occasion: Occasion) -> str:
    """The table with a byte-order mark, without which spreadsheet programs take UTF-8 for something else.

    Such programs run a cell that begins with = + - @ or a tab as a formula, and an article or a web page can hold
    one that sends data away. Such a cell gets an apostrophe before it, which the programs show as "this is text".
    """
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for part in outline(case).parts:
        for entry in part.claims:
            writer.writerow(as_text(_row(case, part, entry, occasion)))
    return "\ufeff" + table.getvalue()


def as_text(cells: Iterable[str]) -> list[str]:
    """The cells, with an apostrophe before those that a spreadsheet program would run."""
    return [f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA_STARTS) else cell for cell in cells]


def _row(case: Case, part: Part, entry: NumberedClaim, occasion: Occasion) -> list[str]:
    claim = entry.claim
    verdict, note = case.verdict(claim.id), case.note(claim.id)
    return [
        str(entry.number),
        STATE_NAMES[entry.state],
        claim.text,
        ", ".join(KIND_NAMES[kind] for kind in claim.kinds),
        claim.priority.value,
        claim.question,
        "\n".join(_sources(case, claim.id)),
        note.text if note else "",
        verdict.checker if verdict else "",
        occasion.local(verdict.decided).isoformat(timespec="seconds") if verdict else "",
        verdict.waiting_for if verdict else "",
        part.name,
        str(claim.position.start),
        str(claim.position.end),
        *_correction(case, claim.id, occasion),
        verdict.waits.value if verdict else "",
        verdict.until.isoformat() if verdict and verdict.until else "",
    ]


def _correction(case: Case, claim_id: str, occasion: Occasion) -> Iterable[str]:
    """A cell a part of the correction: the words, and under them who wrote them when."""
    correction = case.correction(claim_id)
    for part in CorrectionPart:
        entry = None if correction is None else correction.part(part)
        at = "" if entry is None else occasion.local(entry.at).isoformat(timespec="seconds")
        yield "" if entry is None else f"{entry.text}\n({entry.who}, {at})"


def _sources(case: Case, claim_id: str) -> Iterable[str]:
    """Each piece of evidence on a line: title, what it says, how near it is, what it is, where in it, the words, the address."""
    for evidence in case.evidence(claim_id):
        source = case.source(evidence.source_id)
        cells = [
            source.title,
            evidence.stance.value,
            source.quality.value,
            "" if source.kind is SourceKind.OTHER else SOURCE_KIND_NAMES[source.kind],
            "confidential" if source.is_confidential else "",
            f"of {source.dated.isoformat()}" if source.dated else "",
            f"repeats {source.origin}" if source.origin else "",
            evidence.locator or "no locator",
            f"“{evidence.passage}”" if evidence.passage else "",
            source.reference,
            source.contact,
        ]
        yield " | ".join(cell for cell in cells if cell)
