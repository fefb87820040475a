"""Counts claims by state and text that was read, following each change instead of counting all again."""

from bisect import bisect_right
from collections import Counter

from factcheck.model.article import Block, Sentence
from factcheck.model.case import Case
from factcheck.model.change import Change
from factcheck.model.claim import Claim
from factcheck.model.coverage import Coverage, Tally
from factcheck.model.text import TextPosition
from factcheck.model.verdict import State, Verdict, state_of


class RunningCount:
    """The tally and coverage of a case; ``follow`` costs what the change touches, not what the case holds."""

    def __init__(self) -> None:
        self._states: Counter[State] = Counter()
        self._speaking: list[TextPosition] = []
        self._ends: list[int] = []
        self._read = self._total = 0

    @property
    def tally(self) -> Tally:
        n = self._states
        return Tally(
            n[State.VERIFIED],
            n[State.CONTRADICTED],
            n[State.UNVERIFIABLE],
            n[State.AUTHORS_WORD],
            n[State.WAITING],
            n[State.OPEN],
            n[State.NOT_A_CLAIM],
        )

    @property
    def coverage(self) -> Coverage:
        return Coverage(self._read, self._total)

    def count(self, case: Case) -> None:
        """Count everything anew."""
        self._states = Counter()
        for claim in case.claims():
            self._add(case, claim, case.verdict(claim.id), 1)
        self._speaking = [block.position for block in case.blocks if block.role.holds_claims]
        self._ends = [position.end for position in self._speaking]
        self._total = sum(len(position) for position in self._speaking)
        self._read = sum(self._weight(sentence) for sentence in case.sentences)

    def follow(self, case: Case, change: Change) -> None:
        """Count what ``change``, just performed on ``case``, made different."""
        if any(isinstance(edit.record, Block) for edit in change.edits):
            self.count(case)  # a part with another role can bring claims or hide them
            return
        claims: dict[str, tuple[Claim | None, Claim | None]] = {}
        verdicts: dict[str, tuple[Verdict | None, Verdict | None]] = {}
        for edit in change.edits:
            match edit.before, edit.after:
                case (Sentence() | None as unread, Sentence() | None as read):
                    self._read += self._weight(read) - self._weight(unread)
                case (Claim() | None as old, Claim() | None as new):
                    claims[edit.record.id] = (old, new)
                case (Verdict() | None as given, Verdict() | None as now):
                    assert isinstance(edit.record, Verdict)
                    verdicts[edit.record.claim_id] = (given, now)
                case _:
                    pass
        for claim_id in claims.keys() | verdicts.keys():
            here = case.claim(claim_id) if case.has_claim(claim_id) else None
            there = case.verdict(claim_id)
            before, after = claims.get(claim_id, (here, here))
            verdict_before, verdict_after = verdicts.get(claim_id, (there, there))
            self._add(case, before, verdict_before, -1)
            self._add(case, after, verdict_after, 1)

    def _add(self, case: Case, claim: Claim | None, verdict: Verdict | None, by: int) -> None:
        if claim is None or case.is_muted(claim):
            return
        if claim.is_checkable or verdict is not None:  # as in Case.tally
            self._states[state_of(verdict)] += by

    def _weight(self, sentence: Sentence | None) -> int:
        """The code points a read sentence counts for: as far as it lies in the first part that ends after its start."""
        if sentence is None or not sentence.is_read:
            return 0
        row = bisect_right(self._ends, sentence.position.start)
        if row == len(self._speaking):
            return 0
        here, there = self._speaking[row], sentence.position
        return max(0, min(here.end, there.end) - max(here.start, there.start))
