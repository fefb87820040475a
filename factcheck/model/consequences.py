"""What an edit brings with it: sentences read or unread again, sentences cut where parts of the page are."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from factcheck.model.article import Block, ReadHow, Role, Sentence
from factcheck.model.change import Edit, Stamp
from factcheck.model.claim import Claim
from factcheck.model.correction import Correction, Entry
from factcheck.model.evidence import KeptFile, Source
from factcheck.model.identity import new_id
from factcheck.model.shelf import Shelf
from factcheck.model.text import TextPosition, trimmed
from factcheck.model.verdict import Verdict


def reading_after(
    edits: Iterable[Edit], shelf: Shelf, is_muted: Callable[[Claim], bool], stamp: Stamp
) -> list[Edit]:
    """What edits to claims and verdicts do to sentences: read once every claim to check in one has a verdict, else no longer.

    A sentence somebody marked as read by hand stays read.
    """
    claims: dict[str, Claim | None] = {}
    verdicts: dict[str, Verdict | None] = {}
    places: list[TextPosition] = []
    for edit in edits:
        for record in (edit.before, edit.after):
            if isinstance(record, Claim):
                claims[record.id] = record if record is edit.after else claims.get(record.id)
                places.append(record.position)
            elif isinstance(record, Verdict):
                verdicts[record.claim_id] = record if record is edit.after else None
                if shelf.has_claim(record.claim_id):
                    places.append(shelf.claim(record.claim_id).position)

    def has_verdict(claim_id: str) -> bool:
        return verdicts.get(claim_id, shelf.verdicts.get(claim_id)) is not None

    sentences = {s.id: s for place in places for s in shelf.sentences_over(place)}
    found = []
    for sentence in sentences.values():
        kept = [c for c in shelf.claims_over(sentence.position) if c.id not in claims]
        come = [c for c in claims.values() if c and c.position.overlaps(sentence.position)]
        here = [claim for claim in (*kept, *come) if not is_muted(claim)]
        decided = [claim for claim in here if has_verdict(claim.id)]
        is_done = bool(decided) and all(c in decided or not c.is_checkable for c in here)
        found += _read_or_unread(sentence, is_done, stamp)
    return found


def parts_recast(
    blocks: Iterable[Block], text: str, position: TextPosition, role: Role
) -> list[Edit]:
    """What gives the words at ``position`` another role; a block that sticks out is cut at their borders."""
    edits: list[Edit] = []
    for block in [b for b in blocks if b.position.overlaps(position)]:
        inside = trimmed(text, _common(block.position, position))
        if block.role is role or not len(inside):
            continue
        edits.append(Edit(block, replace(block, position=inside, role=role)))
        for rest in _around(block.position, inside):
            if len(rest := trimmed(text, rest)):
                edits.append(Edit(None, Block(block.draft_id, rest, block.role)))
    return edits


def sentences_cut(edits: Iterable[Edit], shelf: Shelf, text: str) -> list[Edit]:
    """What cuts sentences where recast parts begin and end, so that none lies in two parts; each piece stays as read."""
    found = []
    for edit in edits:
        if not isinstance(edit.before, Block) or not isinstance(edit.after, Block):
            continue
        inside = edit.after.position
        for sentence in shelf.sentences_over(inside):
            pieces = [_common(sentence.position, inside), *_around(sentence.position, inside)]
            pieces = [piece for piece in pieces if len(trimmed(text, piece))]
            if len(pieces) > 1:
                found.append(Edit(sentence, replace(sentence, position=pieces[0])))
                found += [
                    Edit(None, replace(sentence, position=p, id=new_id())) for p in pieces[1:]
                ]
    return found


def _common(a: TextPosition, b: TextPosition) -> TextPosition:
    return TextPosition(max(a.start, b.start), min(a.end, b.end))


def _around(outer: TextPosition, inner: TextPosition) -> list[TextPosition]:
    """What of ``outer`` lies before and after ``inner``; empty stretches too."""
    return [
        TextPosition(outer.start, max(outer.start, inner.start)),
        TextPosition(min(outer.end, inner.end), outer.end),
    ]


def _read_or_unread(sentence: Sentence, is_done: bool, stamp: Stamp) -> list[Edit]:
    if is_done and not sentence.is_read:
        return [Edit(sentence, sentence.marked_read(stamp.by, stamp.at, ReadHow.VERDICT))]
    if not is_done and sentence.read_how is ReadHow.VERDICT:
        return [Edit(sentence, sentence.marked_unread())]
    return []


def keeping_after(
    before: KeptFile | None, source: Source | None, kept: KeptFile | None = None
) -> list[Edit]:
    """What becomes of the file kept of a source: another in its place, or none where the source is another or gone."""
    after: KeptFile | None
    if kept is not None:
        after = kept if before is None else replace(kept, id=before.id)
    else:
        stays = before is not None and source is not None and before.sha256 == source.sha256
        after = before if stays else None
    return [] if before == after else [Edit(before, after)]


def corrections_joined(
    claim_id: str, mine: Correction | None, other: Correction | None
) -> list[Edit]:
    """What becomes of the corrections of two claims that are joined: each part of both is kept, one under the other."""
    if other is None:
        return []
    if mine is None:
        return [Edit(other, replace(other, claim_id=claim_id))]
    joined = replace(
        mine,
        finding=_entries_joined(mine.finding, other.finding),
        proposal=_entries_joined(mine.proposal, other.proposal),
        answer=_entries_joined(mine.answer, other.answer),
        decision=_entries_joined(mine.decision, other.decision),
    )
    return [Edit(mine, joined), Edit(other, None)]


def _entries_joined(mine: Entry | None, other: Entry | None) -> Entry | None:
    """Both texts; signed by the hand of the later one."""
    if mine is None or other is None:
        return mine or other
    later = max(mine, other, key=lambda entry: entry.at)
    return replace(later, text=f"{mine.text}\n{other.text}")
