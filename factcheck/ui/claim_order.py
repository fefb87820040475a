"""Keeps claims in an order, and tells which of them a change brought, took or moved."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from factcheck.model.article import Block
from factcheck.model.case import Case
from factcheck.model.change import Change
from factcheck.model.claim import Claim
from factcheck.model.evidence import Evidence
from factcheck.model.verdict import Note, Verdict

Key = tuple[Any, ...]  # comparable with the others of its order, and of one claim only


class SortedIds:
    """Ids of claims in the order of their keys; finding one costs a bisection."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._keys: list[Key] = []
        self._key_of: dict[str, Key] = {}

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, claim_id: str) -> bool:
        return claim_id in self._key_of

    @property
    def ids(self) -> Sequence[str]:
        return self._ids

    def key_of(self, claim_id: str) -> Key:
        return self._key_of[claim_id]

    def row_of(self, claim_id: str) -> int:
        """The claim's row from 0; -1 where it is not among them."""
        key = self._key_of.get(claim_id)
        return -1 if key is None else bisect_left(self._keys, key)

    def row_for(self, key: Key) -> int:
        """The row a claim with this key would get."""
        return bisect_left(self._keys, key)

    def fill(self, ids: Sequence[str], keys: Sequence[Key]) -> None:
        """Hold these ids instead; they come in the order of their keys."""
        self._ids, self._keys = list(ids), list(keys)
        self._key_of = dict(zip(ids, keys, strict=True))

    def insert(self, row: int, arrivals: Sequence[tuple[Key, str]]) -> None:
        """Put ids that belong side by side before ``row``."""
        self._keys[row:row] = [key for key, _ in arrivals]
        self._ids[row:row] = [claim_id for _, claim_id in arrivals]
        self._key_of.update((claim_id, key) for key, claim_id in arrivals)

    def remove(self, first: int, last: int) -> None:
        """Take the rows from ``first`` to ``last``, both included."""
        for claim_id in self._ids[first : last + 1]:
            del self._key_of[claim_id]
        del self._ids[first : last + 1]
        del self._keys[first : last + 1]

    def rekey(self, claim_id: str, key: Key) -> bool:
        """Give a claim another key where that leaves it in its row; False, and nothing done, where not."""
        row = self.row_of(claim_id)
        if row > 0 and self._keys[row - 1] >= key:
            return False
        if row + 1 < len(self._keys) and self._keys[row + 1] <= key:
            return False
        self._keys[row] = self._key_of[claim_id] = key
        return True

    def runs_of(self, claim_ids: Iterable[str]) -> list[tuple[int, int]]:
        """The rows of these ids as runs of neighbours, the last run first, so that each can be taken."""
        rows = sorted(row for row in map(self.row_of, claim_ids) if row >= 0)
        runs: list[tuple[int, int]] = []
        for row in rows:
            if runs and row == runs[-1][1] + 1:
                runs[-1] = (runs[-1][0], row)
            else:
                runs.append((row, row))
        return runs[::-1]

    def places_for(
        self, arrivals: Iterable[tuple[Key, str]]
    ) -> Iterator[tuple[int, list[tuple[Key, str]]]]:
        """Where these go, as runs that belong side by side; each is found after the one before was put in."""
        waiting = sorted(arrivals)
        at = 0
        while at < len(waiting):
            row = self.row_for(waiting[at][0])
            follower = self._keys[row] if row < len(self._keys) else None
            end = at + 1
            while end < len(waiting) and (follower is None or waiting[end][0] < follower):
                end += 1
            yield row, waiting[at:end]
            at = end


@dataclass(slots=True)
class Turnover:
    """What a change did to the claims: those it brought, took, moved, and those it altered in place."""

    come: list[Claim] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    moved: list[Claim] = field(default_factory=list)
    touched: set[str] = field(default_factory=set)

    @property
    def reorders(self) -> bool:
        return bool(self.come or self.gone or self.moved)


def turnover(change: Change, case: Case, listed: SortedIds) -> Turnover:
    """What ``change``, just performed on ``case``, means for a list of its claims."""
    told = Turnover()
    roles_changed = False
    for edit in change.edits:
        match edit.before, edit.after:
            case None, Claim() as claim:
                if not case.is_muted(claim):
                    told.come.append(claim)
            case Claim() as claim, None:
                told.gone.append(claim.id)
            case Claim() as before, Claim() as after:
                told.touched.add(after.id)
                if before.in_text_order != after.in_text_order and after.id in listed:
                    told.moved.append(after)
            case (Block(), _) | (None, Block()):
                roles_changed = True
            case _:
                if isinstance(edit.record, Verdict | Note | Evidence):
                    told.touched.add(edit.record.claim_id)
    if roles_changed:
        # a silent part hides what the program marked in it, and a speaking one brings it back
        claims = case.claims()
        there = {claim.id for claim in claims}
        told.come = [claim for claim in claims if claim.id not in listed]
        told.gone = [claim_id for claim_id in listed.ids if claim_id not in there]
    return told
