"""One article's records, and every edit a person can make to them.

Each verb returns a ``Change`` and performs nothing; ``apply`` performs one. So what can be done to a case is the
list of methods here, and undo is a change like any other.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from factcheck.model.article import (
    SILENT_ROLES,
    Article,
    Block,
    DateOrigin,
    Draft,
    ReadHow,
    Role,
    Sentence,
)
from factcheck.model.change import Change, DeskRecord, Edit, Record, Stamp, Verb
from factcheck.model.claim import Claim, ClaimKind, Priority, Proposer, Reason
from factcheck.model.consequences import (
    corrections_joined,
    keeping_after,
    parts_recast,
    reading_after,
    sentences_cut,
)
from factcheck.model.correction import Correction
from factcheck.model.coverage import Coverage, Tally
from factcheck.model.detected import BlockFacts
from factcheck.model.evidence import Evidence, KeptFile, Source, Stance
from factcheck.model.fate import Fate
from factcheck.model.finding import ConfirmedSpelling, Explanation
from factcheck.model.rule import HouseRule
from factcheck.model.shelf import Shelf
from factcheck.model.signoff import Reopening, SignOff
from factcheck.model.text import TextPosition, anchor_at, trimmed
from factcheck.model.verdict import Note, Rating, State, Verdict, Waits, state_of


class Case:
    """The records of one article and one draft of it, held in memory and in text order."""

    def __init__(self, article: Article, draft: Draft, records: Iterable[Record] = ()) -> None:
        self.article = article
        self.draft = draft
        self._shelf = Shelf(draft.id)
        for record in records:
            self._shelf.put(record)

    # What is there

    @property
    def text(self) -> str:
        return self.draft.text

    @property
    def blocks(self) -> list[Block]:
        return self._shelf.blocks

    @property
    def sentences(self) -> list[Sentence]:
        return self._shelf.sentences

    def claims(self) -> list[Claim]:
        """Every claim in text order, those dismissed too; none that the program marked in a silent part."""
        return [claim for claim in self._shelf.claims if not self.is_muted(claim)]

    def claim(self, claim_id: str) -> Claim:
        return self._shelf.claim(claim_id)

    def has_claim(self, claim_id: str) -> bool:
        return self._shelf.has_claim(claim_id)

    def fate(self, claim_id: str) -> Fate | None:
        """What this draft made of a claim of the one before; None of a claim that is new in it."""
        return self._shelf.fates.get(claim_id)

    def drawer(self) -> list[Claim]:
        """The claims of earlier drafts whose words this one no longer has, as they stood there."""
        return sorted(self._shelf.drawer.values(), key=lambda claim: claim.in_text_order)

    def verdict(self, claim_id: str) -> Verdict | None:
        return self._shelf.verdicts.get(claim_id)

    def state(self, claim_id: str) -> State:
        return state_of(self.verdict(claim_id))

    def note(self, claim_id: str) -> Note | None:
        return self._shelf.notes.get(claim_id)

    def correction(self, claim_id: str) -> Correction | None:
        return self._shelf.corrections.get(claim_id)

    def evidence(self, claim_id: str) -> list[Evidence]:
        """What bears on the claim, in the order it was added."""
        return self._shelf.evidence_of(claim_id)

    def source(self, source_id: str) -> Source:
        return self._shelf.sources[source_id]

    def kept_file(self, owner_id: str) -> KeptFile | None:
        """The file that the vault keeps of a source, or of the draft."""
        return self._shelf.kept.get(owner_id)

    @property
    def sources(self) -> list[Source]:
        return sorted(self._shelf.sources.values(), key=lambda source: source.id)

    def facts(self) -> list[BlockFacts]:
        """What detection read beside claims, of the parts as they are cut now."""
        known = self._shelf.facts
        return [known[block.position] for block in self.blocks if block.position in known]

    def has_facts(self, position: TextPosition) -> bool:
        """Whether detection has read the part that stands exactly here."""
        return position in self._shelf.facts

    def explanation(self, key: str) -> Explanation | None:
        """Why a finding with this key is settled, where somebody said so."""
        return self._shelf.explanations.get(key)

    def confirmed_spelling(self, spelling: str) -> ConfirmedSpelling | None:
        """Who confirmed that a name is spelled so, where somebody did."""
        return self._shelf.confirmed.get(spelling)

    def sign_offs(self) -> list[SignOff]:
        """The stages that this draft has passed, in the order it passed them."""
        return sorted(self._shelf.sign_offs.values(), key=lambda signed: signed.id)

    def reopenings(self) -> list[Reopening]:
        """When the article was opened again after a sign-off, oldest first."""
        return sorted(self._shelf.reopenings.values(), key=lambda reopened: reopened.id)

    def claims_at(self, offset: int) -> list[Claim]:
        """The claims that cover the code point at ``offset``, innermost first."""
        here = TextPosition(offset, offset + 1)
        covering = [c for c in self.claims_over(here) if c.position.overlaps(here)]
        return sorted(covering, key=lambda claim: (len(claim.position), claim.position.start))

    def claims_over(self, position: TextPosition) -> list[Claim]:
        """The claims that share a code point with ``position``, in text order."""
        return [claim for claim in self._shelf.claims_over(position) if not self.is_muted(claim)]

    def sentences_over(self, position: TextPosition) -> list[Sentence]:
        """The sentences that share a code point with ``position``, in text order."""
        return self._shelf.sentences_over(position)

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the code point at ``offset``."""
        return self._shelf.block_at(offset)

    def is_open(self, claim_id: str) -> bool:
        """Whether work is left on the claim; none is on an opinion that nobody decided on."""
        waits = self.claim(claim_id).is_checkable or self.verdict(claim_id) is not None
        return waits and self.state(claim_id).is_open

    def tally(self) -> Tally:
        """How many claims are in each state, without the opinions that nobody decided on."""
        counted = (c for c in self.claims() if c.is_checkable or self.verdict(c.id) is not None)
        return Tally.of(self.state(claim.id) for claim in counted)

    def coverage(self) -> Coverage:
        """How much of the text that can hold claims has been looked at, in code points."""
        return Coverage.of(self.blocks, self.sentences)

    def unanalysed(self) -> list[Block]:
        """The blocks that detection reads and has not reached yet."""
        known = self._shelf.facts
        return [b for b in self.blocks if b.role.is_analysed and b.position not in known]

    def is_muted(self, claim: Claim) -> bool:
        """Whether the program marked the claim in a part that holds none, so that nobody sees it."""
        if claim.proposer is Proposer.PERSON:
            return False
        block = self.block_at(claim.position.start)
        return block is not None and block.role in SILENT_ROLES

    # What the program proposes

    def propose(
        self,
        claims: Iterable[Claim],
        sentences: Iterable[Sentence],
        stamp: Stamp,
        facts: Iterable[BlockFacts] = (),
    ) -> Change:
        """Claims, sentences and facts as detection found them; what a person did to a claim or sentence stays as it is.

        Where detection looks again, it may word a claim anew that nobody has touched, and adds none beside words that
        somebody has drawn otherwise.
        """
        edits = [Edit(None, s) for s in sentences if not self.sentences_over(s.position)]
        for claim in claims:
            there = self._shelf.claims_at(claim.position)
            if not there and not self._is_drawn_by_hand(claim.position):
                edits.append(Edit(None, claim))
            elif there and there[0].proposer is Proposer.PROGRAM and not self.verdict(there[0].id):
                edits.append(Edit(there[0], replace(claim, id=there[0].id)))
        for read in facts:
            known = self._shelf.facts.get(read.position)
            edits.append(Edit(known, read if known is None else replace(read, id=known.id)))
        return self.change(Verb.PROPOSE, edits, stamp)

    def _is_drawn_by_hand(self, position: TextPosition) -> bool:
        """Whether detection has been here before and a person has drawn a claim over these words since."""
        return bool(self.sentences_over(position)) and any(
            claim.proposer is Proposer.PERSON for claim in self._shelf.claims_over(position)
        )

    # What a person decides

    def rate(
        self,
        claim_id: str,
        rating: Rating,
        stamp: Stamp,
        waiting_for: str = "",
        waits: Waits = Waits.UNSAID,
        until: date | None = None,
    ) -> Change:
        """The claim's verdict, new or in place of the last; its sentences are read once nothing in them lacks one."""
        before = self.verdict(claim_id)
        after = Verdict(claim_id, rating, stamp.by, stamp.at, waiting_for, waits, until)
        if before is not None:
            after = replace(after, id=before.id)
        return self.change(
            Verb.RATE, self._and_reading([Edit(before, after)], stamp), stamp, claim_id
        )

    def take_back(self, claim_id: str, stamp: Stamp) -> Change:
        """The claim not checked again; a sentence that only its verdicts had read is unread again."""
        before = self.verdict(claim_id)
        edits = self._and_reading([Edit(before, None)] if before is not None else [], stamp)
        return self.change(Verb.TAKE_BACK, edits, stamp, claim_id)

    def dismiss(self, claim_id: str, stamp: Stamp) -> Change:
        """The claim put aside as no claim at all; it leaves the counts and can be taken back."""
        return self.rate(claim_id, Rating.NOT_A_CLAIM, stamp)

    def remember(self, claim_id: str, stamp: Stamp) -> Change:
        """The claim put aside, and a house rule by which its words are not marked again in any article."""
        claim = self.claim(claim_id)
        rule = HouseRule(claim.text, claim.kind, stamp.by, stamp.at)
        dismissed = self.state(claim_id) is State.NOT_A_CLAIM
        edits = () if dismissed else self.dismiss(claim_id, stamp).edits
        return self.change(Verb.REMEMBER, [*edits, Edit(None, rule)], stamp, claim_id)

    def write_note(self, claim_id: str, text: str, stamp: Stamp) -> Change:
        """The claim's note; an empty one removes it."""
        before = self.note(claim_id)
        after = Note(claim_id, text, stamp.by, stamp.at) if text.strip() else None
        if before is not None and after is not None:
            after = replace(after, id=before.id)
        edits = [] if before is None and after is None else [Edit(before, after)]
        return self.change(Verb.NOTE, edits, stamp, claim_id)

    def attach(
        self,
        claim_id: str,
        source: Source,
        stamp: Stamp,
        stance: Stance = Stance.SUPPORTS,
        locator: str = "",
        passage: str = "",
        kept: KeptFile | None = None,
    ) -> Change:
        """The source as evidence on the claim; a source new to the article is added with it, and its file if kept."""
        evidence = Evidence(claim_id, source.id, stance, locator, passage)
        edits = [] if source.id in self._shelf.sources else [Edit(None, source)]
        edits += keeping_after(self.kept_file(source.id), source, kept)
        return self.change(Verb.ADD_SOURCE, [*edits, Edit(None, evidence)], stamp, claim_id)

    def revise_evidence(
        self, evidence: Evidence, source: Source, stamp: Stamp, kept: KeptFile | None = None
    ) -> Change:
        """Evidence and its source as corrected; both keep their ids. ``kept`` is another file that it is now."""
        pairs: list[tuple[Record, Record]] = [
            (self._shelf.evidence[evidence.id], evidence),
            (self._shelf.sources[source.id], source),
        ]
        edits = [Edit(before, after) for before, after in pairs if before != after]
        edits += keeping_after(self.kept_file(source.id), source, kept)
        return self.change(Verb.REVISE_SOURCE, edits, stamp, evidence.claim_id)

    def detach(self, evidence_id: str, stamp: Stamp) -> Change:
        """The evidence taken off its claim, and its source off the article where nothing else rests on it."""
        evidence = self._shelf.evidence[evidence_id]
        edits = [Edit(evidence, None)]
        if not any(
            other.source_id == evidence.source_id and other.id != evidence_id
            for other in self._shelf.evidence.values()
        ):
            edits.append(Edit(self._shelf.sources[evidence.source_id], None))
            edits += keeping_after(self.kept_file(evidence.source_id), None)
        return self.change(Verb.REMOVE_SOURCE, edits, stamp, evidence.claim_id)

    def mark(
        self,
        position: TextPosition,
        stamp: Stamp,
        kind: ClaimKind = ClaimKind.EVENT_ACTION,
        priority: Priority = Priority.MEDIUM,
    ) -> Change:
        """A new claim on words a person chose."""
        claim = self._marked(trimmed(self.text, position), stamp, kind, priority)
        edits = self._and_reading([Edit(None, claim)], stamp)
        return self.change(Verb.MARK, edits, stamp, claim.id)

    def redraw(self, claim_id: str, position: TextPosition, stamp: Stamp) -> Change:
        """The claim with other borders. A verdict on other words than these is taken back with it."""
        before = self.claim(claim_id)
        after = before.moved(anchor_at(self.text, position))
        edits = self._and_reading([Edit(before, after), *self._verdict_removed(claim_id)], stamp)
        return self.change(Verb.REDRAW, edits, stamp, claim_id)

    def split(self, claim_id: str, at: int, stamp: Stamp) -> Change:
        """The claim as two, before and from the code point ``at``; the first keeps id, note and sources."""
        whole = self.claim(claim_id)
        first = trimmed(self.text, TextPosition(whole.position.start, at))
        second = trimmed(self.text, TextPosition(at, whole.position.end))
        if not len(first) or not len(second):
            raise ValueError("a claim is split inside its words")
        rest = Edit(None, self._marked(second, stamp, whole.kind, whole.priority))
        kept = Edit(whole, whole.moved(anchor_at(self.text, first)))
        edits = self._and_reading([kept, rest, *self._verdict_removed(claim_id)], stamp)
        return self.change(Verb.SPLIT, edits, stamp, claim_id)

    def join(self, claim_id: str, other_id: str, stamp: Stamp) -> Change:
        """The two claims and the words between them as one; note and sources of both stay on it."""
        first, second = self.claim(claim_id), self.claim(other_id)
        span = TextPosition(
            min(first.position.start, second.position.start),
            max(first.position.end, second.position.end),
        )
        kinds = first.kinds + tuple(kind for kind in second.kinds if kind not in first.kinds)
        joined = replace(first.moved(anchor_at(self.text, span)), kinds=kinds)
        edits = [Edit(first, joined), *self._verdict_removed(claim_id)]
        edits += self._verdict_removed(other_id)
        edits += [Edit(e, replace(e, claim_id=claim_id)) for e in self.evidence(other_id)]
        edits += self._notes_joined(claim_id, other_id)
        edits += corrections_joined(claim_id, self.correction(claim_id), self.correction(other_id))
        edits = self._and_reading([*edits, Edit(second, None)], stamp)
        return self.change(Verb.JOIN, edits, stamp, claim_id)

    def change_kind(self, claim_id: str, kind: ClaimKind, stamp: Stamp) -> Change:
        """The claim with ``kind`` as its most telling kind."""
        before = self.claim(claim_id)
        kinds = (kind, *(other for other in before.kinds[1:] if other is not kind))
        return self._revised(before, replace(before, kinds=kinds), Verb.CHANGE_KIND, stamp)

    def change_priority(self, claim_id: str, priority: Priority, stamp: Stamp) -> Change:
        before = self.claim(claim_id)
        return self._revised(
            before, replace(before, priority=priority), Verb.CHANGE_PRIORITY, stamp
        )

    def change_question(self, claim_id: str, question: str, stamp: Stamp) -> Change:
        before = self.claim(claim_id)
        return self._revised(
            before, replace(before, question=question), Verb.CHANGE_QUESTION, stamp
        )

    def read(self, sentence_ids: Iterable[str], stamp: Stamp) -> Change:
        """The sentences as read, with nothing more to check in them than is marked."""
        edits: list[Edit] = []
        for sentence in map(self._shelf.sentence, sentence_ids):
            if not sentence.is_read:
                edits.append(Edit(sentence, sentence.marked_read(stamp.by, stamp.at, ReadHow.KEY)))
        return self.change(Verb.READ, edits, stamp)

    def unread(self, sentence_ids: Iterable[str], stamp: Stamp) -> Change:
        """The sentences as nobody had looked at them."""
        sentences = [self._shelf.sentence(sentence_id) for sentence_id in sentence_ids]
        edits = [Edit(s, s.marked_unread()) for s in sentences if s.is_read]
        return self.change(Verb.UNREAD, edits, stamp)

    def set_role(self, position: TextPosition, role: Role, stamp: Stamp) -> Change:
        """The words at ``position`` in another role; blocks and sentences that stick out are cut at their borders."""
        edits = parts_recast(self.blocks, self.text, position, role)
        edits += sentences_cut(edits, self._shelf, self.text)
        return self.change(Verb.SET_ROLE, edits, stamp)

    def set_published(self, day: date | None, stamp: Stamp) -> Change:
        """The article with its publication date given by a person, or none."""
        origin = DateOrigin.NONE if day is None else DateOrigin.PERSON
        after = replace(self.article, published=day, published_from=origin)
        return self.change(Verb.SET_DATE, [Edit(self.article, after)], stamp)

    def set_title(self, title: str, stamp: Stamp) -> Change:
        """The article under another title."""
        after = replace(self.article, title=title)
        return self.change(Verb.SET_TITLE, [Edit(self.article, after)], stamp)

    # How a change is made and performed

    def apply(self, change: Change) -> None:
        """Perform ``change`` in memory."""
        for edit in change.edits:
            if isinstance(edit.record, Article):
                self.article = edit.after if isinstance(edit.after, Article) else self.article
            elif not isinstance(edit.record, DeskRecord):  # which is the desk's, not the case's
                self._shelf.replace(edit.before, edit.after)

    def copy(self) -> "Case":
        """The case as it stands now, for work that goes on beside further edits."""
        return Case(self.article, self.draft, self._shelf.records())

    def records(self) -> Iterator[Record]:
        """Every record of the case, so that each stands after those it refers to."""
        yield self.article
        yield self.draft
        yield from self._shelf.records()

    def change(self, verb: Verb, edits: Iterable[Edit], stamp: Stamp, claim_id: str = "") -> Change:
        """The change that makes these edits to the case; those that change nothing are left out."""
        kept = tuple(edit for edit in edits if edit.before != edit.after)
        return Change(verb, self.article.id, kept, stamp, claim_id)

    def _revised(self, before: Claim, after: Claim, verb: Verb, stamp: Stamp) -> Change:
        after = replace(after, proposer=Proposer.PERSON)
        return self.change(verb, [Edit(before, after)], stamp, before.id)

    def _verdict_removed(self, claim_id: str) -> list[Edit]:
        verdict = self.verdict(claim_id)
        return [Edit(verdict, None)] if verdict is not None else []

    def _notes_joined(self, claim_id: str, other_id: str) -> list[Edit]:
        mine, other = self.note(claim_id), self.note(other_id)
        if other is None:
            return []
        if mine is None:
            return [Edit(other, replace(other, claim_id=claim_id))]
        return [Edit(mine, replace(mine, text=f"{mine.text}\n{other.text}")), Edit(other, None)]

    def _marked(
        self, words: TextPosition, stamp: Stamp, kind: ClaimKind, priority: Priority
    ) -> Claim:
        return Claim(
            self.draft.id,
            anchor_at(self.text, words),
            (kind,),
            priority,
            reasons=(Reason("person", f"marked by {stamp.by}"),),
            checkworthiness=1.0,
            proposer=Proposer.PERSON,
        )

    def _and_reading(self, edits: list[Edit], stamp: Stamp) -> list[Edit]:
        """The edits, and what they do to the sentences their claims lie in."""
        return [*edits, *reading_after(edits, self._shelf, self.is_muted, stamp)]
