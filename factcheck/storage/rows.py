"""Records as rows: which table each lies in, its columns, and the way there and back."""

import json
from collections.abc import Iterable
from datetime import date

from factcheck.model.article import Article, Block, DateOrigin, Draft, ReadHow, Role, Sentence
from factcheck.model.change import Edit, Record
from factcheck.model.claim import Claim, ClaimKind, Priority, Proposer, Reason, Slot
from factcheck.model.correction import Correction
from factcheck.model.detected import (
    BlockFacts,
    Name,
    NameKind,
    Quantity,
    Quotation,
    TimeExpression,
)
from factcheck.model.evidence import Evidence, KeptFile, Source, Stance
from factcheck.model.fate import Fate
from factcheck.model.finding import ConfirmedSpelling, Explanation
from factcheck.model.rule import DeskRule, HouseRule, RuleForm, SwitchedOff
from factcheck.model.signoff import Reopening, SignOff, Stage
from factcheck.model.standard import Standard
from factcheck.model.text import Anchor, TextPosition, TextQuote
from factcheck.model.verdict import Note, Rating, Verdict, Waits
from factcheck.storage.correction_rows import CORRECTIONS
from factcheck.storage.fate_rows import FATES
from factcheck.storage.signing_rows import REOPENINGS, SIGN_OFFS, STAGES
from factcheck.storage.source_rows import SOURCES, STANDARDS
from factcheck.storage.table import Row, RowEdit, Table, as_moment, canonical, made_table, moment


def as_rows(edits: Iterable[Edit]) -> list[RowEdit]:
    """The edits as rows, in the same order."""
    made = []
    for edit in edits:
        table, before, after = TABLE_OF[type(edit.record)], edit.before, edit.after
        made.append(
            RowEdit(
                table,
                None if before is None else table.to_row(before),
                None if after is None else table.to_row(after),
            )
        )
    return made


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _article_row(article: Article) -> Row:
    published = None if article.published is None else article.published.isoformat()
    origin = article.published_from.value
    return (article.id, article.title, moment(article.added), published, origin)


def article_from(id_: str, title: str, added: str, published: str | None, origin: str) -> Article:
    """The article of a row of ``articles``."""
    return Article(title, as_moment(added), _day(published), DateOrigin(origin), id_)


def _draft_row(draft: Draft) -> Row:
    read, digest = moment(draft.read), draft.sha256
    place = (draft.id, draft.article_id, draft.number)
    return (*place, draft.file_name, draft.format, read, digest, draft.text)


def draft_from(
    id_: str, article_id: str, number: int, file: str, form: str, read: str, _: str, text: str
) -> Draft:
    """The draft of a row of ``drafts``."""
    return Draft(article_id, number, text, file, form, as_moment(read), id_)


def _block_row(block: Block) -> Row:
    here = block.position
    return (block.id, block.draft_id, here.start, here.end, block.role.value)


def _block(id_: str, draft_id: str, start: int, end: int, role: str) -> Block:
    return Block(draft_id, TextPosition(start, end), Role(role), id_)


def _sentence_row(sentence: Sentence) -> Row:
    here, how = sentence.position, sentence.read_how
    read_at = None if sentence.read_at is None else moment(sentence.read_at)
    place = (sentence.id, sentence.draft_id, here.start, here.end)
    return (*place, sentence.read_by, read_at, None if how is None else how.value)


def _sentence(
    id_: str, draft_id: str, start: int, end: int, by: str, at: str | None, how: str | None
) -> Sentence:
    read_at = None if at is None else as_moment(at)
    read_how = None if how is None else ReadHow(how)
    return Sentence(draft_id, TextPosition(start, end), by, read_at, read_how, id_)


def _claim_row(claim: Claim) -> Row:
    here, quote = claim.anchor.position, claim.anchor.quote
    reasons = [{"detector": r.detector, "reason": r.reason} for r in claim.reasons]
    slots = [{"name": s.name, "value": s.value} for s in claim.slots]
    return (
        claim.id,
        claim.draft_id,
        here.start,
        here.end,
        quote.exact,
        quote.prefix,
        quote.suffix,
        ",".join(claim.kinds),
        claim.priority.value,
        claim.question,
        canonical(reasons),
        canonical(slots) if slots else "[]",
        claim.checkworthiness,
        claim.proposer.value,
    )


def kinds_from(text: str) -> tuple[ClaimKind, ...]:
    """The kinds of a claim, most telling first."""
    return tuple(map(ClaimKind, text.split(",")))


def _claim(
    id_: str,
    draft_id: str,
    start: int,
    end: int,
    exact: str,
    prefix: str,
    suffix: str,
    kinds: str,
    priority: str,
    question: str,
    reasons: str,
    slots: str,
    checkworthiness: float,
    proposer: str,
) -> Claim:
    return Claim(
        draft_id,
        Anchor(TextPosition(start, end), TextQuote(exact, prefix, suffix)),
        kinds_from(kinds),
        Priority(priority),
        question,
        tuple(Reason(r["detector"], r["reason"]) for r in json.loads(reasons)),
        tuple(Slot(s["name"], s["value"]) for s in json.loads(slots)) if slots != "[]" else (),
        checkworthiness,
        Proposer(proposer),
        id_,
    )


def _verdict_row(verdict: Verdict) -> Row:
    rating, decided = verdict.rating.value, moment(verdict.decided)
    about = (verdict.claim_id, rating, verdict.checker)
    until = None if verdict.until is None else verdict.until.isoformat()
    return (*about, decided, verdict.waiting_for, verdict.id, verdict.waits.value, until)


def _verdict(
    claim_id: str,
    rating: str,
    checker: str,
    decided: str,
    waiting_for: str,
    id_: str,
    waits: str,
    until: str | None,
) -> Verdict:
    made = (Rating(rating), checker, as_moment(decided), waiting_for)
    return Verdict(claim_id, *made, Waits(waits), _day(until), id_)


def _note_row(note: Note) -> Row:
    return (note.claim_id, note.text, note.checker, moment(note.written), note.id)


def _note(claim_id: str, text: str, checker: str, written: str, id_: str) -> Note:
    return Note(claim_id, text, checker, as_moment(written), id_)


def _evidence_row(evidence: Evidence) -> Row:
    between = (evidence.id, evidence.claim_id, evidence.source_id)
    return (*between, evidence.stance.value, evidence.locator, evidence.passage)


def _evidence(
    id_: str, claim_id: str, source_id: str, stance: str, locator: str, passage: str
) -> Evidence:
    return Evidence(claim_id, source_id, Stance(stance), locator, passage, id_)


def _kept_file_row(kept: KeptFile) -> Row:
    return (kept.id, kept.article_id, kept.owner_id, kept.name, kept.sha256, kept.size)


def _kept_file(
    id_: str, article_id: str, owner_id: str, name: str, sha256: str, size: int
) -> KeptFile:
    return KeptFile(article_id, owner_id, name, sha256, size, id_)


def _desk_rule_row(rule: DeskRule) -> Row:
    written = (rule.id, rule.name, rule.form.value, rule.content)
    return (*written, rule.kind.value, rule.priority.value, rule.reason, int(rule.is_on))


def _desk_rule(
    id_: str, name: str, form: str, content: str, kind: str, priority: str, reason: str, is_on: int
) -> DeskRule:
    means = (ClaimKind(kind), Priority(priority), reason, bool(is_on))
    return DeskRule(name, RuleForm(form), content, *means, id_)


def _house_rule_row(rule: HouseRule) -> Row:
    return (rule.id, rule.words, rule.kind.value, rule.by, moment(rule.made))


def _house_rule(id_: str, words: str, kind: str, by: str, made: str) -> HouseRule:
    return HouseRule(words, ClaimKind(kind), by, as_moment(made), id_)


def _switched_off_row(off: SwitchedOff) -> Row:
    return (off.id, off.detector, off.by, moment(off.at))


def _switched_off(id_: str, detector: str, by: str, at: str) -> SwitchedOff:
    return SwitchedOff(detector, by, as_moment(at), id_)


def _place(position: TextPosition) -> list[int]:
    return [position.start, position.end]


def _place_or_none(position: TextPosition | None) -> list[int] | None:
    return None if position is None else _place(position)


def _as_place(there: list[int] | None) -> TextPosition | None:
    return None if there is None else TextPosition(*there)


def _facts_row(facts: BlockFacts) -> Row:
    times = [[*_place(t.position), t.value] for t in facts.times]
    quantities = [[*_place(q.position), q.value, q.unit] for q in facts.quantities]
    quotations = [
        [*_place(q.position), _place_or_none(q.speaker), _place_or_none(q.cue)]
        for q in facts.quotations
    ]
    names = [[*_place(n.position), n.kind.value] for n in facts.names]
    lists = (canonical(one) for one in (times, quantities, quotations, names))
    return (facts.id, facts.draft_id, facts.position.start, facts.position.end, *lists)


def _facts(
    id_: str,
    draft_id: str,
    start: int,
    end: int,
    times: str,
    quantities: str,
    quotations: str,
    names: str,
) -> BlockFacts:
    at = TextPosition
    return BlockFacts(
        draft_id,
        at(start, end),
        tuple(TimeExpression(at(s, e), value) for s, e, value in json.loads(times)),
        tuple(Quantity(at(s, e), value, unit) for s, e, value, unit in json.loads(quantities)),
        tuple(
            Quotation(at(s, e), _as_place(speaker), _as_place(cue))
            for s, e, speaker, cue in json.loads(quotations)
        ),
        tuple(Name(at(s, e), NameKind(kind)) for s, e, kind in json.loads(names)),
        id_,
    )


def _explanation_row(said: Explanation) -> Row:
    return (said.id, said.article_id, said.key, said.note, said.by, moment(said.at))


def _explanation(id_: str, article_id: str, key: str, note: str, by: str, at: str) -> Explanation:
    return Explanation(article_id, key, note, by, as_moment(at), id_)


def _spelling_row(said: ConfirmedSpelling) -> Row:
    return (said.id, said.article_id, said.spelling, said.by, moment(said.at))


def _spelling(id_: str, article_id: str, spelling: str, by: str, at: str) -> ConfirmedSpelling:
    return ConfirmedSpelling(article_id, spelling, by, as_moment(at), id_)


ARTICLES = made_table(
    "articles", "id title added published published_from", _article_row, article_from
)
DRAFTS = made_table(
    "drafts",
    "id article_id number file_name format read sha256 text",
    _draft_row,
    draft_from,
)
BLOCKS = made_table("blocks", "id draft_id start end role", _block_row, _block)
SENTENCES = made_table(
    "sentences", "id draft_id start end read_by read_at read_how", _sentence_row, _sentence
)
CLAIMS = made_table(
    "claims",
    "id draft_id start end text prefix suffix kinds priority question reasons slots"
    " checkworthiness proposer",
    _claim_row,
    _claim,
)
VERDICTS = Table(
    "verdicts",
    ("claim_id", "rating", "checker", "decided", "waiting_for", "id", "waits", "until"),
    _verdict_row,
    _verdict,
    later={"waits": "", "until": None},
)
NOTES = made_table("notes", "claim_id text checker written id", _note_row, _note)
EVIDENCE = made_table(
    "evidence", "id claim_id source_id stance locator passage", _evidence_row, _evidence
)
DESK_RULES = made_table(
    "desk_rules",
    "id name form content kind priority reason is_on",
    _desk_rule_row,
    _desk_rule,
)
HOUSE_RULES = made_table("house_rules", "id words kind by made", _house_rule_row, _house_rule)
SWITCHED_OFF = made_table("switched_off", "id detector by at", _switched_off_row, _switched_off)
FACTS = made_table(
    "facts", "id draft_id start end times quantities quotations names", _facts_row, _facts
)
EXPLANATIONS = made_table(
    "explanations", "id article_id key note by at", _explanation_row, _explanation
)
CONFIRMED_SPELLINGS = made_table(
    "confirmed_spellings", "id article_id spelling by at", _spelling_row, _spelling
)
KEPT_FILES = made_table(
    "kept_files", "id article_id owner_id name sha256 size", _kept_file_row, _kept_file
)

TABLE_OF: dict[type[Record], Table] = {
    Article: ARTICLES,
    Draft: DRAFTS,
    Block: BLOCKS,
    Sentence: SENTENCES,
    Claim: CLAIMS,
    Fate: FATES,
    Verdict: VERDICTS,
    Note: NOTES,
    Correction: CORRECTIONS,
    Source: SOURCES,
    Evidence: EVIDENCE,
    KeptFile: KEPT_FILES,
    DeskRule: DESK_RULES,
    HouseRule: HOUSE_RULES,
    SwitchedOff: SWITCHED_OFF,
    BlockFacts: FACTS,
    Explanation: EXPLANATIONS,
    ConfirmedSpelling: CONFIRMED_SPELLINGS,
    Stage: STAGES,
    SignOff: SIGN_OFFS,
    Reopening: REOPENINGS,
    Standard: STANDARDS,
}
TABLE_NAMED = {table.name: table for table in TABLE_OF.values()}
