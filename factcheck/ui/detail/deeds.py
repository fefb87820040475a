"""What was done to a claim, in words, from the entries of the record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from factcheck.model.change import Change, Record, Verb
from factcheck.model.claim import KIND_NAMES, Claim
from factcheck.model.correction import Correction, CorrectionPart, parts_that_differ
from factcheck.model.evidence import Source
from factcheck.model.identity import made_at
from factcheck.model.overview import LogEntry
from factcheck.model.verdict import Note, Rating, Verdict, Waits
from factcheck.ui.when import time_words

_ONE_SITTING = timedelta(minutes=10)  # notes written within it are told once
_LONGEST_TITLE = 60


@dataclass(frozen=True, slots=True)
class Deed:
    """One line of a claim's history: when, and what was done by whom. ``at`` is None where nobody knows."""

    at: datetime | None
    words: str

    def told(self, now: datetime) -> str:
        """The deed with its time on the desk's own clock."""
        return self.words if self.at is None else f"{time_words(self.at, now)} {self.words}"


def deeds(claim: Claim, entries: Sequence[LogEntry]) -> list[Deed]:
    """The history of a claim, oldest first; how it came to be marked is the first line."""
    by_id = {entry.change.id: entry.change for entry in entries}
    changes = _without_repeats([entry.change for entry in entries])
    told = [Deed(change.stamp.at, _words(change, by_id)) for change in changes]
    if not any(change.verb is Verb.MARK and not change.undoes for change in changes):
        told.insert(0, Deed(made_at(claim.id), _marking(claim)))
    return told


def _marking(claim: Claim) -> str:
    """Who marked it, which its reasons keep whatever a person changed in it since."""
    by_hand = (r.reason for r in claim.reasons if r.detector == "person")
    return next(by_hand, "marked by the program" if claim.reasons else "marked by hand")


def _without_repeats(changes: Sequence[Change]) -> list[Change]:
    """The changes; of notes that one hand wrote in one sitting only the last."""
    kept: list[Change] = []
    for change in changes:
        if kept and _goes_on(kept[-1], change):
            kept[-1] = change
        else:
            kept.append(change)
    return kept


def _goes_on(one: Change, other: Change) -> bool:
    return (
        one.verb is other.verb is Verb.NOTE
        and not one.undoes
        and not other.undoes
        and one.stamp.by == other.stamp.by
        and other.stamp.at - one.stamp.at < _ONE_SITTING
        and all(edit.after is not None for edit in other.edits)
    )


def _words(change: Change, by_id: dict[str, Change]) -> str:
    who = change.stamp.by
    if not change.undoes:
        return f"{_what(change)} by {who}"
    undone = by_id.get(change.undoes)
    if undone is None:
        return f"a step undone by {who}"
    if undone.undoes:
        first = by_id.get(undone.undoes)
        return f"done again by {who}: {_what(first)}" if first else f"a step done again by {who}"
    return f"undone by {who}: {_what(undone)}"


def _what(change: Change) -> str:
    match change.verb:
        case Verb.RATE:
            return _rated(change)
        case Verb.NOTE:
            return _noted(change)
        case Verb.CORRECT:
            return _corrected(change)
        case Verb.ADD_SOURCE:
            return _with_source("source added", change)
        case Verb.REMOVE_SOURCE:
            return _with_source("source removed", change)
        case Verb.CHANGE_KIND | Verb.CHANGE_PRIORITY:
            return _revised(change)
        case _:
            return _PLAIN.get(change.verb, "changed")


_PLAIN = {
    Verb.TAKE_BACK: "verdict taken back",
    Verb.REVISE_SOURCE: "source corrected",
    Verb.MARK: "marked",
    Verb.REDRAW: "borders moved",
    Verb.SPLIT: "split",
    Verb.JOIN: "joined with another claim",
    Verb.CHANGE_QUESTION: "question changed",
    Verb.REMEMBER: "put aside, and its words not to be marked again",
    Verb.FORGET: "its words to be marked again",
    Verb.EXPLAIN: "a finding on it explained",
    Verb.REOPEN_FINDING: "a finding on it opened again",
    Verb.REVISE: "verdict dropped with a new draft",
    Verb.KEEP_VERDICT: "verdict kept, the same claim after all",
    Verb.ATTACH_AGAIN: "attached again",
}
_RATED = {
    Rating.VERIFIED: "verified",
    Rating.CONTRADICTED: "contradicted",
    Rating.UNVERIFIABLE: "found impossible to verify",
    Rating.AUTHORS_WORD: "left on the author’s word",
    Rating.NOT_A_CLAIM: "put aside as not a claim",
}


_PARTS = {
    CorrectionPart.FINDING: "checker’s finding",
    CorrectionPart.PROPOSAL: "proposal",
    CorrectionPart.ANSWER: "author’s answer",
    CorrectionPart.DECISION: "editor’s decision",
}


def _rated(change: Change) -> str:
    for edit in change.edits:
        match edit.after:
            case Verdict(rating=Rating.WAITING, waits=Waits.UNSAID, waiting_for=whom):
                return f"set to wait for {whom}" if whom else "set to waiting"
            case Verdict(rating=Rating.WAITING, waiting=waiting):
                return f"set to waiting ({waiting.words})"
            case Verdict(rating=rating):
                return _RATED[rating]
            case _:
                pass
    return "rated"


def _noted(change: Change) -> str:
    for edit in change.edits:
        match edit.before, edit.after:
            case None, Note():
                return "note written"
            case Note(), None:
                return "note removed"
            case _:
                pass
    return "note changed"


def _corrected(change: Change) -> str:
    """Which part of the correction was written, worded anew or removed; one change is about one part."""
    for edit in change.edits:
        if isinstance(edit.record, Correction):
            before, after = _correction(edit.before), _correction(edit.after)
            part = parts_that_differ(before, after)[0]
            if after is None or after.part(part) is None:
                return f"{_PARTS[part]} removed"
            is_new = before is None or before.part(part) is None
            return f"{_PARTS[part]} {'written' if is_new else 'changed'}"
    return "correction changed"


def _correction(record: Record | None) -> Correction | None:
    return record if isinstance(record, Correction) else None


def _with_source(words: str, change: Change) -> str:
    titles = [e.record.title for e in change.edits if isinstance(e.record, Source)]
    if not titles:
        return words
    title = titles[0]
    shown = title if len(title) <= _LONGEST_TITLE else title[:_LONGEST_TITLE].rstrip() + "…"
    return f"{words} (“{shown}”)"


def _revised(change: Change) -> str:
    for edit in change.edits:
        if isinstance(edit.after, Claim):
            if change.verb is Verb.CHANGE_KIND:
                return f"kind set to {KIND_NAMES[edit.after.kind]}"
            return f"priority set to {edit.after.priority.value}"
    return "changed"
