"""A change: one step a person took, or the program proposed, that can be undone."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from factcheck.model.article import Article, Block, Draft, Sentence
from factcheck.model.claim import Claim
from factcheck.model.correction import Correction
from factcheck.model.detected import BlockFacts
from factcheck.model.evidence import Evidence, KeptFile, Source
from factcheck.model.fate import Fate
from factcheck.model.finding import ConfirmedSpelling, Explanation
from factcheck.model.identity import new_id
from factcheck.model.rule import DeskRule, HouseRule, SwitchedOff
from factcheck.model.signoff import Reopening, SignOff, Stage
from factcheck.model.standard import Standard
from factcheck.model.verdict import Note, Verdict

CaseRecord = (
    Article
    | Draft
    | Block
    | Sentence
    | BlockFacts
    | Claim
    | Fate
    | Verdict
    | Note
    | Correction
    | Source
    | Evidence
    | KeptFile
    | Explanation
    | ConfirmedSpelling
    | SignOff
    | Reopening
)
DeskRecord = DeskRule | HouseRule | SwitchedOff | Stage | Standard
Record = CaseRecord | DeskRecord


class Verb(StrEnum):
    """What was done, as the log names it."""

    RESTORE = "restore"  # a backup put in the casebook's place
    RECOVER = "recover"  # what could be saved of a damaged casebook
    ADD_ARTICLE = "add-article"
    PROPOSE = "propose"
    RATE = "rate"
    TAKE_BACK = "take-back"
    NOTE = "note"
    CORRECT = "correct"
    ADD_SOURCE = "add-source"
    REVISE_SOURCE = "revise-source"
    REMOVE_SOURCE = "remove-source"
    MARK = "mark"
    REDRAW = "redraw"
    SPLIT = "split"
    JOIN = "join"
    CHANGE_KIND = "change-kind"
    CHANGE_PRIORITY = "change-priority"
    CHANGE_QUESTION = "change-question"
    READ = "read"
    UNREAD = "unread"
    SET_ROLE = "set-role"
    SET_DATE = "set-date"
    SET_TITLE = "set-title"
    REMOVE_ARTICLE = "remove-article"
    REMEMBER = "remember"
    FORGET = "forget"
    WRITE_RULE = "write-rule"
    DELETE_RULE = "delete-rule"
    SWITCH_RULE = "switch-rule"
    EXPLAIN = "explain"
    REOPEN_FINDING = "reopen-finding"
    CONFIRM_SPELLING = "confirm-spelling"
    DOUBT_SPELLING = "doubt-spelling"
    REVISE = "revise"
    KEEP_VERDICT = "keep-verdict"
    ATTACH_AGAIN = "attach-again"
    SIGN_OFF = "sign-off"
    REOPEN = "reopen"
    SET_STAGES = "set-stages"
    SET_STANDARD = "set-standard"

    @property
    def is_step(self) -> bool:
        """Whether it is a step of a person’s that can be undone; a sign-off is taken back by opening again alone."""
        return self not in (Verb.ADD_ARTICLE, Verb.PROPOSE, Verb.SIGN_OFF, Verb.REOPEN)

    @property
    def passes_lock(self) -> bool:
        """Whether it may be done to an article that is signed off."""
        return self in (Verb.SIGN_OFF, Verb.REOPEN, Verb.REVISE, Verb.SET_STAGES, Verb.SET_STANDARD)


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who did a thing and when; ``at`` is in UTC."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Edit:
    """One record before and after; None where it did not exist or no longer does. Never both."""

    before: Record | None
    after: Record | None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("an edit needs a record before or after it")
        if self.before is not None and self.after is not None and self.before.id != self.after.id:
            raise ValueError("an edit keeps the id of its record")

    @property
    def record(self) -> Record:
        """The record as it is after the edit, or was before a removal."""
        record = self.after if self.after is not None else self.before
        assert record is not None
        return record

    def inverse(self) -> "Edit":
        return Edit(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Change:
    """One step: every record it touches, before and after.

    ``claim_id`` is the claim it is about, or empty; ``article_id`` is empty where a step concerns the whole desk.
    ``undoes`` is the id of the change that it takes back, and ``follows`` of the one that it goes on with as one step.
    """

    verb: Verb
    article_id: str
    edits: tuple[Edit, ...]
    stamp: Stamp
    claim_id: str = ""
    undoes: str = ""
    follows: str = ""
    id: str = field(default_factory=new_id)

    def inverse(self, stamp: Stamp) -> "Change":
        """The change that puts everything back, made by ``stamp``; it names the change it undoes."""
        return replace(
            self,
            edits=tuple(edit.inverse() for edit in reversed(self.edits)),
            stamp=stamp,
            undoes=self.id,
            follows="",
            id=new_id(),
        )

    def followed_by(self, other: "Change") -> "Change":
        """One change that does what both did, under the id of ``other``; records that end as they began drop out."""
        edits = {edit.record.id: edit for edit in self.edits}
        for edit in other.edits:
            first = edits.pop(edit.record.id, None)
            before = edit.before if first is None else first.before
            if before != edit.after:
                edits[edit.record.id] = Edit(before, edit.after)
        return replace(other, edits=tuple(edits.values()))
