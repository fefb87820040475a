"""What an author put beside her words, kept as her sources: on claims of their own until detection finds better ones.

The claims made here stand in the casebook from the moment an article is filed, so that no source is lost if the
program is closed before detection has come so far. Once it has looked at their part of the text, each hands its
evidence on to the claims it was meant for and goes; where there is none, it stays and is checked like any other.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from factcheck.model.article import Block, Manuscript, Remark, Sentence
from factcheck.model.case import Case
from factcheck.model.change import Change, Edit, Record
from factcheck.model.claim import Claim, ClaimKind, Priority, Proposer, Reason
from factcheck.model.days import MONTHS
from factcheck.model.evidence import Evidence, Source, SourceForm
from factcheck.model.shelf import Shelf
from factcheck.model.text import TextPosition, anchor_at, trimmed

REASON = Reason("author", "the author put a source here")

_QUESTION = "Does the author’s source say so?"
_LOCATOR = "author’s "  # begins the locator of what came with the text
_LONGEST_TITLE = 160
_MOST_BLOCKS = 40  # a remark on more of them is one on the whole text, and stands at its beginning
_LINK = re.compile(r"https?://[^\s<>\"“”]+[^\s<>\"“”.,;:!?)\]’']")


def records_of(manuscript: Manuscript) -> list[Record]:
    """A claim, a source and the evidence between them for everything the author put beside the text."""
    sources: dict[tuple[str, str], Source] = {}
    claims: dict[TextPosition, Claim] = {}
    evidence: list[Evidence] = []
    seen: set[tuple[str, str, str]] = set()
    for remark in manuscript.remarks:
        made = _source(manuscript.article.id, remark)
        source = sources.setdefault((made.title, made.reference), made)
        locator, passage = _locator(remark), _passage(remark, source)
        for place, is_silent in _places(manuscript, remark.position):
            claim = claims.setdefault(place, _claim(manuscript, place, is_silent))
            if (claim.id, source.id, locator) not in seen:
                seen.add((claim.id, source.id, locator))
                item = Evidence(claim.id, source.id, locator=locator, passage=passage)
                evidence.append(item)
    return [*sources.values(), *claims.values(), *evidence]


def handed_on(case: Case, proposed: Change) -> list[Edit]:
    """What follows from a proposal: evidence of remarks on the claims it was meant for, their own claims gone."""
    new = [edit.after for edit in proposed.edits if isinstance(edit.after, Claim)]
    sentences = [edit.after for edit in proposed.edits if isinstance(edit.after, Sentence)]
    places = [claim.position for claim in new] + [s.position for s in sentences]
    if not places:
        return []
    whole = TextPosition(min(p.start for p in places), max(p.end for p in places))
    shelf = Shelf(case.draft.id)
    for claim in new:
        shelf.put(claim)
    for sentence in sentences:
        shelf.put(sentence)
    replaced = {claim.id for claim in new}
    edits: list[Edit] = []
    for waiting in case.claims_over(whole):
        if waiting.id in replaced or not _is_waiting(case, waiting):
            continue
        there = [c for c in case.claims_over(waiting.position) if c.id not in replaced]
        candidates = [*there, *shelf.claims_over(waiting.position)]
        candidates = [claim for claim in candidates if REASON not in claim.reasons]
        is_analysed = case.sentences_over(waiting.position) or shelf.sentences_over(
            waiting.position
        )
        if candidates and is_analysed:
            edits += _handed_to(case, waiting, meant(waiting.position, candidates))
    return edits


def taken_up(case: Case, manuscript: Manuscript, claims: Sequence[Claim]) -> Iterator[Edit]:
    """What the author put beside a text that is known, or a new draft of it, on these claims or on claims of its own.

    Sources that are known stay as they are, and none is put on a claim twice.
    """
    records = records_of(manuscript)
    known = {(s.title, s.reference): s for s in case.sources}
    source_of = {}
    for source in (record for record in records if isinstance(record, Source)):
        source_of[source.id] = known.get((source.title, source.reference), source)
        if source_of[source.id] is source:
            yield Edit(None, source)
    own = {record.id: record for record in records if isinstance(record, Claim)}
    used: dict[str, None] = {}
    for evidence in (record for record in records if isinstance(record, Evidence)):
        source = source_of[evidence.source_id]
        place = own[evidence.claim_id].position
        over = [claim for claim in claims if claim.position.overlaps(place)]
        for target in meant(place, over) if over else [own[evidence.claim_id]]:
            if any(e.source_id == source.id for e in case.evidence(target.id)):
                continue
            used |= {target.id: None}
            again = Evidence(
                target.id, source.id, locator=evidence.locator, passage=evidence.passage
            )
            yield Edit(None, again)
    for claim_id in used:
        if claim_id in own:
            yield Edit(None, own[claim_id])


def _source(article_id: str, remark: Remark) -> Source:
    words = " ".join(remark.text.split())
    links = _LINK.findall(words)
    link = remark.link or (links[0] if len(links) == 1 else "")
    title = _shortened(words or link)
    if link:
        return Source(article_id, title, SourceForm.URL, link)
    return Source(article_id, title)


def _shortened(title: str) -> str:
    if len(title) <= _LONGEST_TITLE:
        return title
    return title[:_LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


def _passage(remark: Remark, source: Source) -> str:
    """The whole remark where its source’s title shows only the beginning of it."""
    return "" if " ".join(remark.text.split()) in (source.title, "") else remark.text.strip()


def _locator(remark: Remark) -> str:
    number = f" {remark.number}" if remark.number else ""
    told = f"{_LOCATOR}{remark.origin.value}{number}"
    by = ", ".join(filter(None, [remark.author, _day(remark.written)]))
    return f"{told} ({by})" if by else told


def _day(day: date | None) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}" if day is not None else ""


def _places(manuscript: Manuscript, position: TextPosition) -> list[tuple[TextPosition, bool]]:
    """The words of each block that the remark is on, and whether detection leaves that block out."""
    text = manuscript.draft.text
    blocks = _blocks_over(manuscript.blocks, position)
    places = []
    for block in blocks if len(blocks) <= _MOST_BLOCKS else blocks[:1]:
        start = max(position.start, block.position.start)
        place = trimmed(text, TextPosition(start, min(position.end, block.position.end)))
        if len(place):
            places.append((place, not block.role.holds_claims))
    if not places and manuscript.blocks:  # it is on no words, but on the white space after a block
        block = _last_block(manuscript.blocks, position.start)
        places.append((block.position, not block.role.holds_claims))
    return places


def _last_block(blocks: Sequence[Block], offset: int) -> Block:
    """The block that begins before ``offset``, or the first one."""
    return blocks[max(0, bisect_right(blocks, offset, key=lambda b: b.position.start) - 1)]


def _blocks_over(blocks: Sequence[Block], position: TextPosition) -> list[Block]:
    first = max(0, bisect_right(blocks, position.start, key=lambda b: b.position.start) - 1)
    over: list[Block] = []
    for block in blocks[first:]:
        if block.position.start >= position.end:
            break
        if block.position.overlaps(position):
            over.append(block)
    return over


def _claim(manuscript: Manuscript, place: TextPosition, is_silent: bool) -> Claim:
    # What the program marks in a silent part is not shown; what the author put there must be.
    proposer = Proposer.PERSON if is_silent else Proposer.PROGRAM
    anchor = anchor_at(manuscript.draft.text, place)
    kinds, reasons = (ClaimKind.EVENT_ACTION,), (REASON,)
    draft = manuscript.draft.id
    return Claim(draft, anchor, kinds, Priority.MEDIUM, _QUESTION, reasons, (), 1.0, proposer)


def _is_waiting(case: Case, claim: Claim) -> bool:
    """Whether the claim was made of a remark and nobody has done anything to it since."""
    return (
        claim.reasons == (REASON,)
        and claim.proposer is Proposer.PROGRAM
        and case.verdict(claim.id) is None
        and case.note(claim.id) is None
        and all(evidence.locator.startswith(_LOCATOR) for evidence in case.evidence(claim.id))
    )


def meant(place: TextPosition, claims: list[Claim]) -> list[Claim]:
    """Of the claims at the place: the innermost around it, else the outermost inside it, else the one most of it."""
    around = [claim for claim in claims if claim.position.contains(place)]
    if around:
        return [min(around, key=lambda claim: len(claim.position))]
    inside = [claim for claim in claims if place.contains(claim.position)]
    if inside:
        return _outermost(inside)
    return [max(claims, key=lambda claim: (_shared(place, claim.position), -len(claim.position)))]


def _outermost(claims: list[Claim]) -> list[Claim]:
    outer: list[Claim] = []
    for claim in sorted(claims, key=lambda claim: claim.in_text_order):
        if not outer or not outer[-1].position.contains(claim.position):
            outer.append(claim)
    return outer


def _shared(place: TextPosition, other: TextPosition) -> int:
    return min(place.end, other.end) - max(place.start, other.start)


def _handed_to(case: Case, waiting: Claim, targets: list[Claim]) -> list[Edit]:
    """The evidence of ``waiting`` on the first target, a copy of it on each other, and ``waiting`` gone."""
    edits: list[Edit] = []
    for evidence in case.evidence(waiting.id):
        edits.append(Edit(evidence, replace(evidence, claim_id=targets[0].id)))
        source, locator, passage = evidence.source_id, evidence.locator, evidence.passage
        edits += [
            Edit(None, Evidence(other.id, source, locator=locator, passage=passage))
            for other in targets[1:]
        ]
    return [*edits, Edit(waiting, None)]
