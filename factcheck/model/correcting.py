"""Every edit that a person can make to the correction of a claim."""

from dataclasses import replace

from factcheck.model.case import Case
from factcheck.model.change import Change, Edit, Stamp, Verb
from factcheck.model.correction import Correction, CorrectionPart, Entry


def write_part(
    case: Case, claim_id: str, part: CorrectionPart, text: str, stamp: Stamp, of: str = ""
) -> Change:
    """The claim's correction with this part as it is worded now; an empty one removes it. ``of`` is who said it."""
    before = case.correction(claim_id)
    entry = Entry(text, stamp.by, stamp.at, of) if text.strip() else None
    there = before.part(part) if before is not None else None
    if entry is not None and there is not None and (there.text, there.of) == (text, of):
        entry = there
    if before is None:
        edits = [] if entry is None else [Edit(None, _with(Correction(claim_id), part, entry))]
    else:
        after = _with(before, part, entry)
        edits = [Edit(before, after if after.entries else None)]
    return case.change(Verb.CORRECT, edits, stamp, claim_id)


def _with(correction: Correction, part: CorrectionPart, entry: Entry | None) -> Correction:
    match part:
        case CorrectionPart.FINDING:
            return replace(correction, finding=entry)
        case CorrectionPart.PROPOSAL:
            return replace(correction, proposal=entry)
        case CorrectionPart.ANSWER:
            return replace(correction, answer=entry)
        case CorrectionPart.DECISION:
            return replace(correction, decision=entry)
