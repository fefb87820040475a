"""What ``factcheck revise`` prints for machines: schema factcheck/revise/1."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from factcheck.model.article import Draft
from factcheck.model.case import Case
from factcheck.model.fate import Fate
from factcheck.model.text import Anchor

SCHEMA = "factcheck/revise/1"
NEW = "new"

Replaced = Mapping[str, list[dict[str, str]]]  # by claim: old words and those in their place


def revise_document(before: Draft, case: Case, replaced: Replaced) -> dict[str, Any]:
    """The object that ``factcheck revise ARTICLE NEWFILE --json`` prints: every claim and its fate."""
    claims = [_claim(case, fate, replaced) for fate in fates_in_order(case)]
    claims += [
        {
            "claim": claim.id,
            "fate": NEW,
            "reason": "",
            "old": None,
            "new": _place(claim.anchor),
            "replaced": [],
            "verdict": None,
            "rating": None,
        }
        for claim in case.claims()
        if case.fate(claim.id) is None
    ]
    return {
        "schema": SCHEMA,
        "article": {"id": case.article.id, "title": case.article.title},
        "old": _draft(before),
        "new": _draft(case.draft),
        "counts": dict(Counter(claim["fate"] for claim in claims)),
        "claims": claims,
    }


def fates_in_order(case: Case) -> list[Fate]:
    """The fates of the claims that this draft took over, in the order of the old text; those of muted claims left out."""
    shown = [*case.claims(), *case.drawer()]
    fates = [fate for claim in shown if (fate := case.fate(claim.id)) is not None]
    return sorted(fates, key=lambda fate: (fate.before.position, fate.claim_id))


def _claim(case: Case, fate: Fate, replaced: Replaced) -> dict[str, Any]:
    verdict = case.verdict(fate.claim_id)
    told = fate.dropped or verdict
    return {
        "claim": fate.claim_id,
        "fate": fate.kind.value,
        "reason": fate.reason,
        "old": _place(fate.before),
        "new": None if fate.after is None else _place(fate.after),
        "replaced": replaced.get(fate.claim_id, []),
        "verdict": None if told is None else "dropped" if fate.dropped is not None else "kept",
        "rating": None if told is None else told.rating.value,
    }


def _place(anchor: Anchor) -> dict[str, Any]:
    here = anchor.position
    return {"text": anchor.quote.exact, "start": here.start, "end": here.end}


def _draft(draft: Draft) -> dict[str, Any]:
    return {"draft": draft.number, "file_name": draft.file_name, "sha256": draft.sha256}
