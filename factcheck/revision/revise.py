"""What became of every claim of a draft in the next one."""

from collections.abc import Iterable, Iterator, Sequence

from factcheck.model.anchoring import find_verbatim
from factcheck.model.article import Block, Draft
from factcheck.model.claim import Claim
from factcheck.model.fate import Fate, FateKind, Revision
from factcheck.model.text import Anchor, TextPosition, anchor_at
from factcheck.revision.beside import touching
from factcheck.revision.comparing import Comparison, Drafts, Found
from factcheck.revision.likeness import likeness
from factcheck.revision.standing import Standing
from factcheck.revision.version import Version, names_in
from factcheck.revision.words import level

GONE = "its words are no longer there"
TAKEN = "its words are those of another claim now"
TORN = "the sentence around it is another"
ELSEWHERE = "stands elsewhere"
OTHERWISE = "says the same in other words"
_CUT = (FateKind.CHANGED, "its words are cut otherwise")
_FLOOR = 0.25  # of likeness, below which the words of a claim are not there any more
_RANKS = (FateKind.SAME, FateKind.MOVED, FateKind.REWORDED, FateKind.CHANGED)


def revise(
    old: Draft,
    old_blocks: Sequence[Block],
    claims: Iterable[Claim],
    new: Draft,
    new_blocks: Sequence[Block],
) -> Revision:
    """The fate of each claim of the old draft, in the order of its text, and what differs between the drafts."""
    names = names_in(old.text, new.text)
    drafts = Drafts(Version(old, old_blocks, names), Version(new, new_blocks, names))
    told = sorted(claims, key=lambda claim: claim.in_text_order)
    standing = Standing(drafts)
    fates = [_fate(drafts, standing, claim) for claim in told]
    return Revision(tuple(_without_twins(fates)), tuple(drafts.differences()), tuple(drafts.same))


def _fate(drafts: Drafts, standing: Standing, claim: Claim) -> Fate:
    found = drafts.found(claim.position)
    if found is None:
        return _elsewhere(drafts, claim)
    if (stays := drafts.to_the_letter(claim.position)) is not None:
        if lost := standing.lost(claim, found):
            return _as_fate(drafts, claim, FateKind.CHANGED, stays, lost)
        kind, reason = _kept(claim, claim.text, found)
        return _as_fate(drafts, claim, kind, stays, reason)
    compared = drafts.compared(found.old, found.new)
    first, last = _span_of(compared, claim)
    span = compared.new_span(first, last)
    if first == last or span is None or _is_another(compared, (first, last), span):
        return _elsewhere(drafts, claim)
    place = _place(drafts, compared, claim, (first, last), span)
    kind, reason = _judged(compared, (first, last), found)
    if kind is FateKind.SAME and (lost := standing.lost(claim, found)):
        kind, reason = FateKind.CHANGED, lost
    if kind is FateKind.SAME:
        kind, reason = _kept(claim, place.of(drafts.new.text), found)
    if kind.keeps_verdict and _cuts_a_word(compared, claim, (first, last)):
        kind, reason = (kind, reason) if place.of(drafts.new.text) == claim.text else _CUT
    return _as_fate(drafts, claim, kind, place, reason)


def _judged(compared: Comparison, span: tuple[int, int], found: Found) -> tuple[FateKind, str]:
    """Whether the words of a span are changed by what differs in them or beside them, and by what; else the same."""
    first, last = span
    inside = [
        run
        for run in compared.substance
        if (run.old[0] < last and first < run.old[1]) or first < run.old[0] == run.old[1] < last
    ]
    beside = [run for run in touching(compared, first, last) if run not in inside]
    if inside:
        return FateKind.CHANGED, compared.reason(inside)
    if not found.is_whole:
        return FateKind.CHANGED, TORN
    if beside:
        return FateKind.CHANGED, f"{compared.reason(beside)} beside it"
    return FateKind.SAME, ""


def _cuts_a_word(compared: Comparison, claim: Claim, span: tuple[int, int]) -> bool:
    """Whether the claim begins or ends inside what is compared as one word: “4 May”, “per cent”."""
    first, last = compared.sides.old[span[0]], compared.sides.old[span[1] - 1]
    return first.start < claim.position.start or claim.position.end < last.end


def _kept(claim: Claim, words: str, found: Found) -> tuple[FateKind, str]:
    if words != claim.text:
        return FateKind.REWORDED, OTHERWISE
    return (FateKind.MOVED, ELSEWHERE) if found.is_moved else (FateKind.SAME, "")


def _as_fate(
    drafts: Drafts, claim: Claim, kind: FateKind, place: TextPosition | None, reason: str
) -> Fate:
    after = None if place is None else anchor_at(drafts.new.text, place)
    return Fate(drafts.new.draft.id, claim.draft_id, claim.id, kind, claim.anchor, after, reason)


def _elsewhere(drafts: Drafts, claim: Claim) -> Fate:
    """A claim whose sentence is gone: changed where its very words stand in one new sentence, else gone too."""
    if sum(word.isalnum() for word in claim.text.split()) > 1:
        places = find_verbatim(drafts.new.text, claim.text)
        free = [p for p in places if all(map(drafts.is_new, drafts.new.at(p)))]
        if len(free) == 1:
            return _as_fate(drafts, claim, FateKind.CHANGED, free[0], TORN)
    return _as_fate(drafts, claim, FateKind.GONE, None, GONE)


def _span_of(compared: Comparison, claim: Claim) -> tuple[int, int]:
    """The claim's words among those of its sentences; empty where it has none."""
    place = claim.position
    inside = [
        index
        for index, word in enumerate(compared.sides.old)
        if word.start < place.end and place.start < word.end
    ]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _is_another(compared: Comparison, old: tuple[int, int], new: tuple[int, int]) -> bool:
    """Whether hardly anything of the claim is left in the words that stand in its place."""
    before, after = compared.sides.old[slice(*old)], compared.sides.new[slice(*new)]
    if likeness(before, after) >= _FLOOR:
        return False
    return len(before) > 2 or len(after) > 2 * len(before) + 1


def _place(
    drafts: Drafts,
    compared: Comparison,
    claim: Claim,
    old: tuple[int, int],
    new: tuple[int, int],
) -> TextPosition:
    """Where the new words stand, with the marks before and behind them that the claim had."""
    before, after = compared.sides.old[slice(*old)], compared.sides.new[slice(*new)]
    start, end = after[0].start, after[-1].end
    head = drafts.old.text[claim.position.start : before[0].start]
    tail = drafts.old.text[before[-1].end : claim.position.end]
    text = drafts.new.text
    at = text.find(claim.text, start, end)
    if at >= 0 and _cuts_a_word(compared, claim, old):
        return TextPosition(at, at + len(claim.text))
    for mark in reversed(head):
        if start and level(text[start - 1]) == level(mark):
            start -= 1
    for mark in tail:
        if end < len(text) and level(text[end]) == level(mark):
            end += 1
    return TextPosition(start, end)


def _without_twins(fates: Sequence[Fate]) -> Iterator[Fate]:
    """The fates, where two claims ended on the same words only the one that kept more of its own."""
    best: dict[TextPosition, Fate] = {}
    for fate in fates:
        if fate.after is None:
            continue
        other = best.get(fate.after.position)
        if other is None or _worth(fate) < _worth(other):
            best[fate.after.position] = fate
    for fate in fates:
        if fate.after is None or best[fate.after.position] is fate:
            yield fate
        else:
            yield Fate(
                fate.draft_id,
                fate.old_draft_id,
                fate.claim_id,
                FateKind.GONE,
                fate.before,
                None,
                TAKEN,
            )


def _worth(fate: Fate) -> tuple[int, int]:
    length: Anchor = fate.before
    return _RANKS.index(fate.kind), -len(length.position)
