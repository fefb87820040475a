"""What the command line prints for machines: schema factcheck/detect/1."""

from collections.abc import Iterable, Sequence
from typing import Any

from factcheck.model.article import Manuscript
from factcheck.model.detected import DetectedBlock, Quotation
from factcheck.model.finding import Finding
from factcheck.model.text import TextPosition
from factcheck.report.as_json import finding_object, marked, place

SCHEMA = "factcheck/detect/1"


def detect_document(
    manuscript: Manuscript, detected: Iterable[DetectedBlock], findings: Iterable[Finding] = ()
) -> dict[str, Any]:
    """The object that ``factcheck detect FILE --json`` prints: the article and everything found in it."""
    found = list(detected)
    article, draft = manuscript.article, manuscript.draft
    sentences = sorted(position for block in found for position in block.sentences)
    return {
        "schema": SCHEMA,
        "article": {
            "title": article.title,
            "published": article.published.isoformat() if article.published else None,
            "text": draft.text,
            "sha256": draft.sha256,
            "blocks": [
                {"role": block.role.value, **place(block.position)} for block in manuscript.blocks
            ],
            "sentences": [place(position) for position in sentences],
        },
        **_found(found, findings),
    }


def detect_line(
    id: Any, detected: Iterable[DetectedBlock], findings: Iterable[Finding] = ()
) -> dict[str, Any]:
    """The object that ``factcheck detect --lines`` prints for one line; ``id`` comes back as it was given."""
    found = list(detected)
    worth = max((c.checkworthiness for block in found for c in block.claims), default=0.0)
    return {"id": id, "checkworthiness": worth, **_found(found, findings)}


def _found(detected: Sequence[DetectedBlock], findings: Iterable[Finding]) -> dict[str, Any]:
    """Claims, findings, dates, quantities, quotations and names, each in the order of the text."""
    claims = sorted((c for block in detected for c in block.claims), key=lambda c: c.in_text_order)
    times = sorted((t for block in detected for t in block.times), key=lambda t: t.position)
    quantities = sorted(
        (q for block in detected for q in block.quantities), key=lambda q: q.position
    )
    quotations = sorted(
        (q for block in detected for q in block.quotations), key=lambda q: q.position
    )
    names = sorted((n for block in detected for n in block.names), key=lambda n: n.position)
    return {
        "claims": [marked(claim) for claim in claims],
        "findings": [finding_object(finding) for finding in findings],
        "dates": [{**place(time.position), "value": time.value} for time in times],
        "quantities": [{**place(q.position), "value": q.value, "unit": q.unit} for q in quantities],
        "quotations": [_quotation(quotation) for quotation in quotations],
        "names": [{**place(name.position), "kind": name.kind.value} for name in names],
    }


def _quotation(quotation: Quotation) -> dict[str, Any]:
    return {
        **place(quotation.position),
        "speaker": _place_or_none(quotation.speaker),
        "cue": _place_or_none(quotation.cue),
    }


def _place_or_none(position: TextPosition | None) -> dict[str, int] | None:
    return place(position) if position is not None else None
