"""The texts that people write on a claim: its note, and the parts of its correction."""

from collections.abc import Callable
from dataclasses import dataclass

from factcheck.model.case import Case
from factcheck.model.change import Change, Stamp
from factcheck.model.correcting import write_part
from factcheck.model.correction import PART_NAMES, CorrectionPart, Entry


@dataclass(frozen=True, slots=True)
class Written:
    """One such text: what it is called, what invites to write it, how it is read and how it is recorded."""

    name: str
    hint: str
    read: Callable[[Case, str], str]
    write: Callable[[Case, str, str, Stamp], Change]


def _note(case: Case, claim_id: str) -> str:
    note = case.note(claim_id)
    return note.text if note is not None else ""


def _write_note(case: Case, claim_id: str, text: str, stamp: Stamp) -> Change:
    return case.write_note(claim_id, text, stamp)


NOTE = Written("Note", "Write a note", _note, _write_note)
_HINTS = {
    CorrectionPart.FINDING: "What is wrong",
    CorrectionPart.PROPOSAL: "The words to print instead",
    CorrectionPart.ANSWER: "What the author says to it",
    CorrectionPart.DECISION: "What is to be done",
}


def part_of_correction(part: CorrectionPart) -> Written:
    """A part of a claim's correction; who gave an answer stays named where only its wording is mended."""

    def read(case: Case, claim_id: str) -> str:
        entry = entry_of(case, claim_id, part)
        return entry.text if entry is not None else ""

    def write(case: Case, claim_id: str, text: str, stamp: Stamp) -> Change:
        entry = entry_of(case, claim_id, part)
        return write_part(case, claim_id, part, text, stamp, entry.of if entry is not None else "")

    return Written(PART_NAMES[part], _HINTS[part], read, write)


def entry_of(case: Case, claim_id: str, part: CorrectionPart) -> Entry | None:
    """The part of the claim's correction as it is recorded; None where nobody wrote it."""
    correction = case.correction(claim_id)
    return None if correction is None else correction.part(part)
