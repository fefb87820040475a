"""Corrections as rows."""

from factcheck.model.correction import Correction, CorrectionPart, Entry
from factcheck.storage.table import Row, as_moment, made_table, moment

_OF_ENTRY = ("", "_by", "_at", "_of")


def _correction_row(correction: Correction) -> Row:
    cells: list[str | None] = []
    for part in CorrectionPart:
        entry = correction.part(part)
        cells += (
            [None, None, None, None]
            if entry is None
            else [entry.text, entry.by, moment(entry.at), entry.of]
        )
    return (correction.claim_id, *cells, correction.id)


def _correction(claim_id: str, *cells: str | None) -> Correction:
    *written, id_ = cells
    finding, proposal, answer, decision = (
        _entry(*written[start : start + 4]) for start in range(0, len(written), 4)
    )
    return Correction(claim_id, finding, proposal, answer, decision, str(id_))


def _entry(text: str | None, by: str | None, at: str | None, of: str | None) -> Entry | None:
    if text is None or at is None:
        return None
    return Entry(text, by or "", as_moment(at), of or "")


CORRECTIONS = made_table(
    "corrections",
    " ".join(
        ["claim_id", *(part.value + end for part in CorrectionPart for end in _OF_ENTRY), "id"]
    ),
    _correction_row,
    _correction,
)
