"""The whole case as JSON: schema factcheck/report/1, offsets in code points, times in ISO 8601."""

import json
from typing import Any

from factcheck.model.case import Case
from factcheck.model.claim import Claim
from factcheck.model.correction import Correction
from factcheck.model.evidence import Source
from factcheck.model.finding import Finding
from factcheck.model.overview import LogEntry
from factcheck.model.quality import WeakLink
from factcheck.model.text import TextPosition
from factcheck.report.occasion import Occasion
from factcheck.report.outline import NumberedClaim, outline

SCHEMA = "factcheck/report/1"


def render_json(case: Case, occasion: Occasion) -> str:
    """The case as one object; half a surrogate pair, which no file can hold, stands as its escape."""
    plan = outline(case)
    tally, coverage = case.tally(), case.coverage()
    content = {
        "schema": SCHEMA,
        "made": occasion.local(occasion.made).isoformat(),
        "version": "public" if occasion.is_public else "internal",
        "desk": occasion.desk,
        "by": occasion.by,
        "record": {"entry": occasion.head.number, "sha256": occasion.head.sha256},
        "article": _article(case),
        "counts": {
            "claims": tally.total,
            "verified": tally.verified,
            "contradicted": tally.contradicted,
            "unverifiable": tally.unverifiable,
            "authors-word": tally.authors_word,
            "waiting": tally.waiting,
            "open": tally.unchecked,
            "not-a-claim": tally.dismissed,
        },
        "coverage": {"read": coverage.read, "total": coverage.total},
        "claims": [_claim(case, entry) for entry in plan.claims],
        "sign_offs": [
            {
                "stage": signed.stage,
                "by": signed.by,
                "at": signed.at.isoformat(),
                "text_sha256": signed.text_sha256,
                "record": {"entry": signed.entry, "sha256": signed.head},
            }
            for signed in case.sign_offs()
        ],
        "findings": [_finding(case, finding) for finding in occasion.findings],
        "weak_links": [_weak_link(link) for link in occasion.links],
        "sources": [_source(source) for source in case.sources],
        "history": [_entry(entry) for entry in occasion.history],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _article(case: Case) -> dict[str, Any]:
    article, draft = case.article, case.draft
    return {
        "id": article.id,
        "title": article.title,
        "added": article.added.isoformat(),
        "published": article.published.isoformat() if article.published else None,
        "published_from": article.published_from.value,
        "draft": draft.number,
        "file_name": draft.file_name,
        "format": draft.format,
        "read": draft.read.isoformat(),
        "text": draft.text,
        "sha256": draft.sha256,
        "blocks": [{"role": b.role.value, **place(b.position)} for b in case.blocks],
        "sentences": [
            {
                **place(s.position),
                "read_by": s.read_by,
                "read_at": s.read_at.isoformat() if s.read_at else None,
                "read_how": s.read_how.value if s.read_how else None,
            }
            for s in case.sentences
        ],
    }


def _claim(case: Case, entry: NumberedClaim) -> dict[str, Any]:
    claim = entry.claim
    verdict, note = case.verdict(claim.id), case.note(claim.id)
    return {
        "number": entry.number,
        **marked(claim),
        "proposer": claim.proposer.value,
        "state": entry.state.value,
        "verdict": {
            "rating": verdict.rating.value,
            "checker": verdict.checker,
            "decided": verdict.decided.isoformat(),
            "waiting_for": verdict.waiting_for,
            "waits": verdict.waits.value or None,
            "until": verdict.until.isoformat() if verdict.until else None,
        }
        if verdict
        else None,
        "note": {
            "text": note.text,
            "checker": note.checker,
            "written": note.written.isoformat(),
        }
        if note
        else None,
        "correction": _correction(case.correction(claim.id)),
        "evidence": [
            {
                "source": evidence.source_id,
                "stance": evidence.stance.value,
                "locator": evidence.locator,
                "passage": evidence.passage,
            }
            for evidence in case.evidence(claim.id)
        ],
    }


def _correction(correction: Correction | None) -> dict[str, Any] | None:
    """The parts that are written; ``of`` is who said it, where another took it down."""
    if correction is None:
        return None
    return {
        part.value: {
            "text": entry.text,
            "by": entry.by,
            "at": entry.at.isoformat(),
            "of": entry.of or None,
        }
        for part, entry in correction.entries
    }


def marked(claim: Claim) -> dict[str, Any]:
    """A claim as every JSON of the program writes it, whatever has been decided about it."""
    slots: dict[str, str] = {}
    for slot in claim.slots:
        slots[slot.name] = f"{slots[slot.name]}; {slot.value}" if slot.name in slots else slot.value
    return {
        "id": claim.id,
        **place(claim.position),
        "text": claim.text,
        "kinds": [kind.value for kind in claim.kinds],
        "checkworthiness": claim.checkworthiness,
        "priority": claim.priority.value,
        "why": [{"detector": r.detector, "reason": r.reason} for r in claim.reasons],
        "question": claim.question,
        "slots": slots,
    }


def finding_object(finding: Finding) -> dict[str, Any]:
    """A finding as every JSON of the program writes it."""
    return {
        "kind": finding.kind.value,
        "verdict": finding.outcome.value,
        "rule": finding.rule,
        "spans": [place(position) for position in finding.places],
        "claims": list(finding.claims),
        "message": finding.message,
        "arithmetic": finding.arithmetic,
        "advice": finding.advice,
    }


def _finding(case: Case, finding: Finding) -> dict[str, Any]:
    said = case.explanation(finding.key)
    told = {"note": said.note, "by": said.by, "at": said.at.isoformat()} if said else None
    return {**finding_object(finding), "explained": told}


def _weak_link(link: WeakLink) -> dict[str, Any]:
    return {
        "claim": link.claim.id,
        "weakness": link.weakness.value,
        "words": f"{link.words}.",
        "source": link.source_id or None,
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "id": source.id,
        "title": source.title,
        "form": source.form.value,
        "reference": source.reference,
        "quality": source.quality.value,
        "accessed": source.accessed.isoformat() if source.accessed else None,
        "sha256": source.sha256,
        "kind": source.kind.value,
        "dated": source.dated.isoformat() if source.dated else None,
        "contact": source.contact,
        "confidential": source.is_confidential,
        "origin": source.origin,
    }


def _entry(entry: LogEntry) -> dict[str, Any]:
    change = entry.change
    return {
        "entry": entry.number,
        "sha256": entry.sha256,
        "change": change.id,
        "verb": change.verb.value,
        "by": change.stamp.by,
        "at": change.stamp.at.isoformat(),
        "claim": change.claim_id or None,
        "undoes": change.undoes or None,
    }


def place(position: TextPosition) -> dict[str, int]:
    """A stretch of text as start and end in code points, end exclusive."""
    return {"start": position.start, "end": position.end}
