"""Every edit that has to do with a new draft: taking it, keeping a verdict after all, attaching again what was gone.

As with a case, each verb returns a ``Change`` and performs nothing. A case that has a new draft is loaded afresh.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from factcheck.model.article import Block, Draft, Manuscript, ReadHow, Sentence
from factcheck.model.case import Case
from factcheck.model.change import Change, Edit, Stamp, Verb
from factcheck.model.claim import Claim, Proposer
from factcheck.model.detected import BlockFacts, Name, Quantity, Quotation, TimeExpression
from factcheck.model.evidence import KeptFile
from factcheck.model.fate import Fate, FateKind, Revision
from factcheck.model.remarks import taken_up
from factcheck.model.text import TextPosition, anchor_at, trimmed
from factcheck.model.verdict import State

_ENOUGH = 0.5  # of two claims' words together that they must share to be one claim drawn otherwise


def as_next_draft(case: Case, manuscript: Manuscript) -> Manuscript:
    """The manuscript as the next draft of the case's article."""
    draft = replace(manuscript.draft, article_id=case.article.id, number=case.draft.number + 1)
    return replace(manuscript, article=case.article, draft=draft)


def draft_before(case: Case) -> str:
    """The id of the draft that a case's claims came from; empty for a first draft, or where none of them did."""
    fates = (case.fate(claim.id) for claim in (*case.claims(), *case.drawer()))
    return max((fate.old_draft_id for fate in fates if fate is not None), default="")


def revised(
    case: Case,
    manuscript: Manuscript,
    revision: Revision,
    stamp: Stamp,
    kept: KeptFile | None = None,
) -> Change:
    """The next draft with its parts, and every claim in it by its fate: same id, sources and note.

    A claim changed in substance loses its verdict, which its fate keeps; one that is gone stays as it was in the old
    draft. What was read and is the same stays read, and a part that is the same stays the part of the page it was.
    """
    draft, places = manuscript.draft, _Places(case.draft, manuscript, revision)
    roles = {at.id: b.role for b in case.blocks if (at := places.block(b.position))}
    edits = [Edit(None, draft)]
    edits += [Edit(None, replace(b, role=roles.get(b.id, b.role))) for b in manuscript.blocks]
    edits += [Edit(None, kept)] if kept is not None else []
    carried: list[Claim] = []
    for fate in revision.fates:
        claim = case.claim(fate.claim_id)
        verdict = case.verdict(claim.id)
        if fate.after is not None:
            there = replace(claim, draft_id=draft.id, anchor=fate.after)
            carried.append(there)
            edits.append(Edit(claim, there))
        if fate.kind is FateKind.CHANGED and verdict is not None:
            edits.append(Edit(verdict, None))
        edits.append(Edit(None, fate.dropping(verdict)))
    lost = [fate for fate in revision.fates if not fate.kind.keeps_verdict]
    edits += _carried_over(case, places, draft, lost)
    edits += taken_up(case, manuscript, carried)
    return case.change(Verb.REVISE, edits, stamp)


def keep_verdict(case: Case, claim_id: str, stamp: Stamp) -> Change:
    """The verdict on the old words given to the new ones, by who says that they are the same claim after all."""
    fate = case.fate(claim_id)
    if fate is None or fate.dropped is None:
        raise ValueError("no verdict of this claim was dropped")
    was = fate.dropped
    change = case.rate(claim_id, was.rating, stamp, was.waiting_for, was.waits, was.until)
    return replace(change, verb=Verb.KEEP_VERDICT)


def attach_again(case: Case, claim_id: str, position: TextPosition, stamp: Stamp) -> Change:
    """A claim from the drawer on words of this draft; its verdict stays where they are the very words it had.

    What the program proposed on exactly these words, and nobody has worked on, gives way to it.
    """
    claim, fate = case.claim(claim_id), case.fate(claim_id)
    place = trimmed(case.text, position)
    if claim.draft_id == case.draft.id or fate is None or not len(place):
        raise ValueError("only a claim that is gone is attached again, and only to words")
    after = replace(claim, draft_id=case.draft.id, anchor=anchor_at(case.text, place))
    kind = FateKind.MOVED if after.text == claim.text else FateKind.CHANGED
    verdict = case.verdict(claim_id)
    told = replace(fate, kind=kind, after=after.anchor, reason=f"attached again by {stamp.by}")
    edits = [Edit(claim, after), Edit(fate, told.dropping(verdict))]
    if kind is FateKind.CHANGED and verdict is not None:
        edits.append(Edit(verdict, None))
    edits += [
        Edit(there, None) for there in case.claims_over(place) if _gives_way(case, there, place)
    ]
    return case.change(Verb.ATTACH_AGAIN, edits, stamp, claim_id)


def _gives_way(case: Case, claim: Claim, place: TextPosition) -> bool:
    return claim.position == place and _is_untouched(case, claim) and case.fate(claim.id) is None


def _is_untouched(case: Case, claim: Claim) -> bool:
    """Whether the program proposed the claim and nobody has worked on it."""
    return (
        claim.proposer is Proposer.PROGRAM
        and case.verdict(claim.id) is None
        and case.note(claim.id) is None
        and case.correction(claim.id) is None
        and not case.evidence(claim.id)
    )


def newcomers(case: Case, claims: Iterable[Claim]) -> Iterator[Claim]:
    """Of what detection found in a new draft, what is not there already: the claims of the old draft drawn otherwise.

    One whose sentence was taken over word for word was found before, or left out by a person. One that is the same
    as a claim changed in substance brings that its new question and kind.
    """
    taken: set[str] = set()
    for claim in claims:
        there = [c for c in case.claims_over(claim.position) if case.fate(c.id) is not None]
        if any(c.position == claim.position for c in there):
            yield claim
            continue
        near = [c for c in there if _overlap(c.position, claim.position) >= _ENOUGH]
        if any(s.position.contains(claim.position) for s in case.sentences_over(claim.position)):
            continue
        if not near:
            yield claim
            continue
        nearest = max(near, key=lambda c: _overlap(c.position, claim.position))
        if nearest.id not in taken and case.state(nearest.id) is State.OPEN:
            taken.add(nearest.id)
            yield replace(claim, anchor=nearest.anchor)


def _overlap(one: TextPosition, other: TextPosition) -> float:
    """The code points in both, of those in either."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return max(0, both) / (len(one) + len(other) - both)


# What is the same stays read


def _carried_over(
    case: Case, places: "_Places", draft: Draft, lost: Sequence[Fate]
) -> Iterator[Edit]:
    """The sentences that are the same, and what was read in parts of which nothing changed."""
    changed = sorted(fate.before.position for fate in lost if fate.old_draft_id == case.draft.id)
    for sentence in case.sentences:
        there = places.sentence(sentence.position)
        if there is None:
            continue
        again = Sentence(draft.id, there)
        by, at, how = sentence.read_by, sentence.read_at, sentence.read_how
        stays = how is ReadHow.KEY or not _touched(changed, sentence.position)
        if at is not None and how is not None and stays:
            again = again.marked_read(by, at, how)
        yield Edit(None, again)
    for facts in case.facts():
        block = places.block(facts.position)
        if block is not None and not _touched(changed, facts.position):
            moved = _facts_at(facts, draft, block.position)
            yield from () if moved is None else (Edit(None, moved),)


def _touched(changed: Sequence[TextPosition], place: TextPosition) -> bool:
    """Whether one of the sorted places begins in ``place``."""
    index = bisect_left(changed, place.start, key=lambda position: position.start)
    return index < len(changed) and changed[index].start < place.end


class _Places:
    """Where stretches of the old draft stand in the new one, to the letter."""

    def __init__(self, old: Draft, manuscript: Manuscript, revision: Revision) -> None:
        self._old = old.text
        self._new = manuscript.draft.text
        self._same = revision.same
        self._blocks = sorted(manuscript.blocks, key=lambda block: block.position)

    def _there(self, place: TextPosition) -> TextPosition | None:
        index = bisect_right(self._same, place.start, key=lambda pair: pair[0].start) - 1
        if index < 0 or not self._same[index][0].contains(place):
            return None
        here, there = self._same[index]
        return place.shifted(there.start - here.start)

    def block(self, place: TextPosition) -> Block | None:
        """The block that stands in the new draft as one stood in the old."""
        there = self._there(place)
        block = None if there is None else self._block_at(there.start)
        return block if block is not None and block.position == there else None

    def sentence(self, place: TextPosition) -> TextPosition | None:
        """A sentence of the old draft in the new one, reaching to the next, or to the end of its block."""
        there = self._there(trimmed(self._old, place))
        block = None if there is None or not len(there) else self._block_at(there.start)
        if there is None or block is None or not block.position.contains(there):
            return None
        end = there.end
        while end < block.position.end and self._new[end].isspace():
            end += 1
        return TextPosition(there.start, end)

    def _block_at(self, offset: int) -> Block | None:
        index = bisect_right(self._blocks, offset, key=lambda block: block.position.start) - 1
        return self._blocks[index] if index >= 0 else None


def _facts_at(facts: BlockFacts, draft: Draft, place: TextPosition) -> BlockFacts | None:
    """The facts of a block at its new place; None where one of them lies outside the block."""
    by = place.start - facts.position.start
    inner = [time.position for time in facts.times]
    inner += [quantity.position for quantity in facts.quantities]
    inner += [name.position for name in facts.names]
    for quotation in facts.quotations:
        inner += [
            p for p in (quotation.position, quotation.speaker, quotation.cue) if p is not None
        ]
    if not all(facts.position.contains(position) for position in inner):
        return None

    def there(position: TextPosition | None) -> TextPosition | None:
        return None if position is None else position.shifted(by)

    return BlockFacts(
        draft.id,
        place,
        tuple(TimeExpression(t.position.shifted(by), t.value) for t in facts.times),
        tuple(Quantity(q.position.shifted(by), q.value, q.unit) for q in facts.quantities),
        tuple(
            Quotation(q.position.shifted(by), there(q.speaker), there(q.cue))
            for q in facts.quotations
        ),
        tuple(Name(n.position.shifted(by), n.kind) for n in facts.names),
    )
