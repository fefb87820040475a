"""Tells the record in sentences: who did what, and when."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from factcheck.model.article import Article, Block, Sentence
from factcheck.model.change import Change, Record, Verb
from factcheck.model.claim import Claim
from factcheck.model.correction import Correction, CorrectionPart, parts_that_differ
from factcheck.model.evidence import Evidence, Source
from factcheck.model.finding import ConfirmedSpelling, Explanation
from factcheck.model.overview import LogEntry
from factcheck.model.signoff import Reopening, SignOff
from factcheck.model.verdict import STATE_NAMES, Rating, Verdict, Waits, state_of
from factcheck.report.outline import Outline
from factcheck.report.wording import counted, quoted, short_day

_PARTS = {
    CorrectionPart.FINDING: "what was found wrong in",
    CorrectionPart.PROPOSAL: "a proposal for other words in",
    CorrectionPart.ANSWER: "the author’s answer on",
    CorrectionPart.DECISION: "the editor’s decision on",
}
_MERGED = frozenset({Verb.PROPOSE, Verb.READ})


@dataclass(frozen=True, slots=True)
class Deed:
    """One line of the record: the entries it stands for, when, who, and what was done as the rest of a sentence."""

    first: int
    last: int
    at: datetime
    by: str
    what: str


def told(history: Sequence[LogEntry], plan: Outline) -> list[Deed]:
    """The record's entries as deeds in order; runs of proposals and of readings by one hand become one deed."""
    teller = _Teller(history, plan)
    return [teller.deed(run) for run in _runs(history)]


def _runs(history: Sequence[LogEntry]) -> list[list[LogEntry]]:
    undone = {entry.change.undoes for entry in history}
    runs: list[list[LogEntry]] = []
    for entry in history:
        if runs and _belong_together(runs[-1][-1], entry, undone):
            runs[-1].append(entry)
        else:
            runs.append([entry])
    return runs


def _belong_together(one: LogEntry, other: LogEntry, undone: set[str]) -> bool:
    """Whether two entries can be told as one; what was undone, or undoes, keeps its own line and number."""
    first, second = one.change, other.change
    return (
        first.verb is second.verb
        and first.verb in _MERGED
        and first.stamp.by == second.stamp.by
        and other.number == one.number + 1
        and not any(change.undoes or change.id in undone for change in (first, second))
    )


class _Teller:
    """Puts changes into words with the numbers the claims have in this report."""

    def __init__(self, history: Sequence[LogEntry], plan: Outline) -> None:
        self._entry_of = {entry.change.id: entry for entry in history}
        self._numbers = plan.numbers()
        self._claims = {entry.claim.id: entry.claim for entry in plan.claims}
        self._sources = {
            record.id: record.title
            for entry in history
            for record in _records(entry.change)
            if isinstance(record, Source)
        }
        self._told: dict[Verb, Callable[[Change], str]] = {
            Verb.ADD_ARTICLE: lambda change: "added the article",
            Verb.RATE: self._rated,
            Verb.TAKE_BACK: self._about("took back the verdict on {}"),
            Verb.NOTE: self._noted,
            Verb.CORRECT: self._corrected,
            Verb.ADD_SOURCE: self._added_source,
            Verb.REVISE_SOURCE: self._about("corrected a source of {}"),
            Verb.REMOVE_SOURCE: self._about("took a source off {}"),
            Verb.MARK: self._about("marked {} by hand"),
            Verb.REDRAW: self._about("changed the borders of {}"),
            Verb.SPLIT: self._about("split {} in two"),
            Verb.JOIN: self._about("joined another claim to {}"),
            Verb.CHANGE_KIND: self._about("changed the kind of {}"),
            Verb.CHANGE_PRIORITY: self._prioritised,
            Verb.CHANGE_QUESTION: self._about("changed the question to {}"),
            Verb.REMEMBER: self._about("had the words of {} not marked again"),
            Verb.FORGET: self._about("had the words of {} marked again"),
            Verb.EXPLAIN: self._explained,
            Verb.REOPEN_FINDING: lambda change: f"opened a finding again{self._there(change)}",
            Verb.CONFIRM_SPELLING: lambda change: f"confirmed the spelling {_spelling(change)}",
            Verb.DOUBT_SPELLING: lambda change: f"took back the spelling {_spelling(change)}",
            Verb.REVISE: _revised,
            Verb.KEEP_VERDICT: self._about("kept the verdict on {}: the same claim after all"),
            Verb.ATTACH_AGAIN: self._about("attached {} again"),
            Verb.SIGN_OFF: _signed_off,
            Verb.REOPEN: _reopened,
            Verb.SET_ROLE: _set_role,
            Verb.SET_DATE: _set_date,
            Verb.SET_TITLE: _set_title,
        }

    def deed(self, run: Sequence[LogEntry]) -> Deed:
        first, last = run[0], run[-1]
        stamp = last.change.stamp
        what = self._what(run)
        return Deed(first.number, last.number, stamp.at, stamp.by, what)

    def _what(self, run: Sequence[LogEntry]) -> str:
        changes = [entry.change for entry in run]
        change = changes[0]
        if change.undoes:
            return self._undid(change)
        if change.verb is Verb.PROPOSE:
            return _proposed(run)
        if change.verb in (Verb.READ, Verb.UNREAD):
            return _read(changes)
        return self._told[change.verb](change)

    def _undid(self, change: Change) -> str:
        undone = self._entry_of.get(change.undoes)
        if undone is None:
            return "undid an earlier step"
        if before := self._entry_of.get(undone.change.undoes):
            return f"did again what entry {before.number:,} had done"
        return f"undid entry {undone.number:,}"

    def _about(self, words: str) -> Callable[[Change], str]:
        return lambda change: words.format(self._claim(change))

    def _claim(self, change: Change) -> str:
        claim = self._claims.get(change.claim_id)
        if claim is not None:
            return f"claim {self._numbers[claim.id]} ({quoted(claim.text, 50)})"
        for record in _records(change):
            if isinstance(record, Claim):
                return f"the claim {quoted(record.text, 50)}"
        return "a claim that is no longer there"

    def _rated(self, change: Change) -> str:
        claim = self._claim(change)
        verdict = next((r for r in _records(change) if isinstance(r, Verdict)), None)
        match verdict:
            case Verdict(rating=Rating.NOT_A_CLAIM):
                return f"put {claim} aside as not a claim"
            case Verdict(rating=Rating.WAITING, waits=Waits.UNSAID, waiting_for=who):
                return f"set {claim} to waiting" + (f" for {who}" if who else "")
            case Verdict(rating=Rating.WAITING, waiting=waiting):
                return f"set {claim} to waiting: {waiting.words}"
            case Verdict(rating=Rating.AUTHORS_WORD):
                return f"left {claim} on the author’s word only"
            case Verdict():
                return f"rated {claim} {STATE_NAMES[state_of(verdict)]}"
        return f"confirmed the verdict on {claim}"

    def _noted(self, change: Change) -> str:
        gone = bool(change.edits) and all(edit.after is None for edit in change.edits)
        return f"{'removed the note on' if gone else 'wrote a note on'} {self._claim(change)}"

    def _corrected(self, change: Change) -> str:
        claim = self._claim(change)
        for edit in change.edits:
            if isinstance(edit.record, Correction):
                before, after = _correction(edit.before), _correction(edit.after)
                part = parts_that_differ(before, after)[0]
                said = None if after is None else after.part(part)
                if said is None:
                    return f"removed {_PARTS[part]} {claim}"
                of = f", as {said.of} gave it" if said.of else ""
                return f"wrote {_PARTS[part]} {claim}{of}: {quoted(said.text, 80)}"
        return f"changed the correction of {claim}"

    def _explained(self, change: Change) -> str:
        said = next((r for r in _records(change) if isinstance(r, Explanation)), None)
        why = f": {quoted(said.note, 80)}" if said is not None and said.note else ""
        return f"explained a finding{self._there(change)}{why}"

    def _there(self, change: Change) -> str:
        return f" on {self._claim(change)}" if change.claim_id else ""

    def _added_source(self, change: Change) -> str:
        evidence = next((r for r in _records(change) if isinstance(r, Evidence)), None)
        title = self._sources.get(evidence.source_id, "") if evidence else ""
        return f"added {f'the source {quoted(title, 60)}' if title else 'a source'} to {self._claim(change)}"

    def _prioritised(self, change: Change) -> str:
        claim = next((r for r in _records(change) if isinstance(r, Claim)), None)
        to = f" to {claim.priority.value}" if claim else ""
        return f"changed the priority of {self._claim(change)}{to}"


def _records(change: Change) -> list[object]:
    return [edit.record for edit in change.edits]


def _correction(record: Record | None) -> Correction | None:
    return record if isinstance(record, Correction) else None


def _proposed(entries: Iterable[LogEntry]) -> str:
    counts: Counter[str] = Counter()
    for entry in entries:
        counts.update(dict(entry.digested))
        for record in _records(entry.change):
            counts["claims"] += isinstance(record, Claim)
            counts["sentences"] += isinstance(record, Sentence)
    claims, sentences = counts["claims"], counts["sentences"]
    return f"marked {counted(claims, 'claim')} in {counted(sentences, 'sentence')}"


def _read(changes: Sequence[Change]) -> str:
    sentences = sum(isinstance(r, Sentence) for change in changes for r in _records(change))
    if changes[0].verb is Verb.READ:
        return f"read {counted(sentences, 'sentence')}"
    return f"marked {counted(sentences, 'sentence')} as unread"


def _spelling(change: Change) -> str:
    said = next((r for r in _records(change) if isinstance(r, ConfirmedSpelling)), None)
    return quoted(said.spelling, 60) if said is not None else "of a name"


def _signed_off(change: Change) -> str:
    signed = next((r for r in _records(change) if isinstance(r, SignOff)), None)
    return f"signed the article off as {signed.stage.lower()}" if signed else "signed it off"


def _reopened(change: Change) -> str:
    said = next((r for r in _records(change) if isinstance(r, Reopening)), None)
    return f"opened the article again: {quoted(said.reason, 80)}" if said else "opened it again"


def _set_role(change: Change) -> str:
    block = next((r for r in _records(change) if isinstance(r, Block)), None)
    return f"set a part of the text as {block.role.value}" if block else "set the role of a part"


def _set_date(change: Change) -> str:
    article = next((r for r in _records(change) if isinstance(r, Article)), None)
    if article is None or article.published is None:
        return "removed the publication date"
    return f"set the publication date to {short_day(article.published)}"


def _set_title(change: Change) -> str:
    article = next((r for r in _records(change) if isinstance(r, Article)), None)
    return f"titled the article “{article.title}”" if article else "changed the title"


def _revised(change: Change) -> str:
    dropped = sum(isinstance(edit.before, Verdict) for edit in change.edits)
    verdicts = "1 verdict was" if dropped == 1 else f"{dropped or 'no'} verdicts were"
    return f"took a new draft; {verdicts} dropped, their claims changed in substance"
