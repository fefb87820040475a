"""The fates of claims as rows: what a new draft made of each claim of the one before."""

import json
from datetime import date, datetime

from factcheck.model.fate import Fate, FateKind
from factcheck.model.text import Anchor, TextPosition, TextQuote
from factcheck.model.verdict import Rating, Verdict, Waits
from factcheck.storage.table import Row, Table, Value, canonical

Dropped = dict[str, str]


def _row(fate: Fate) -> Row:
    about = (fate.id, fate.draft_id, fate.old_draft_id, fate.claim_id, fate.kind.value, fate.reason)
    return (*about, *_anchor_row(fate.before), *_anchor_row(fate.after), _dropped_row(fate.dropped))


def _anchor_row(anchor: Anchor | None) -> tuple[Value, ...]:
    if anchor is None:
        return (None,) * 5
    here, quote = anchor.position, anchor.quote
    return (here.start, here.end, quote.exact, quote.prefix, quote.suffix)


def _dropped_row(verdict: Verdict | None) -> str:
    if verdict is None:
        return ""
    told = {
        "id": verdict.id,
        "rating": verdict.rating.value,
        "checker": verdict.checker,
        "decided": verdict.decided.isoformat(),
        "waiting_for": verdict.waiting_for,
    }
    if verdict.waits is not Waits.UNSAID:  # left out otherwise, as in rows from before it was asked
        told["waits"] = verdict.waits.value
    if verdict.until is not None:
        told["until"] = verdict.until.isoformat()
    return canonical(told)


def _fate(
    id_: str,
    draft_id: str,
    old_draft_id: str,
    claim_id: str,
    kind: str,
    reason: str,
    *rest: str | int | None,
) -> Fate:
    before, after, dropped = _anchor(rest[:5]), _anchor(rest[5:10]), rest[10]
    if before is None:
        raise ValueError("a fate is that of a claim with a place")
    verdict = None if not dropped else _verdict(claim_id, json.loads(str(dropped)))
    about = (draft_id, old_draft_id, claim_id, FateKind(kind))
    return Fate(*about, before, after, reason, verdict, id_)


def _anchor(values: tuple[str | int | None, ...]) -> Anchor | None:
    start, end, exact, prefix, suffix = values
    if not isinstance(start, int) or not isinstance(end, int):
        return None
    return Anchor(TextPosition(start, end), TextQuote(str(exact), str(prefix), str(suffix)))


def _verdict(claim_id: str, told: Dropped) -> Verdict:
    rating = Rating(told["rating"])
    decided = datetime.fromisoformat(told["decided"])
    until = date.fromisoformat(told["until"]) if "until" in told else None
    waiting = (told["waiting_for"], Waits(told.get("waits", "")), until)
    return Verdict(claim_id, rating, told["checker"], decided, *waiting, told["id"])


FATES = Table(
    "fates",
    (
        *("id", "draft_id", "old_draft_id", "claim_id", "kind", "reason"),
        *("old_start", "old_end", "old_text", "old_prefix", "old_suffix"),
        *("start", "end", "text", "prefix", "suffix", "dropped"),
    ),
    _row,
    _fate,
)
