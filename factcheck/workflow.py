"""From a file to a report, on one page; the window and the command line both use it.

file ──read──▶ Manuscript ──file_away──▶ Casebook ──detect──▶ proposals ──a person──▶ verdicts ──▶ report
"""

import hashlib
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import FileNotKept, NothingNew
from factcheck.model.article import Block, DateOrigin, Draft, Manuscript, Sentence
from factcheck.model.case import Case
from factcheck.model.change import Change, Stamp, Verb
from factcheck.model.claim import Claim
from factcheck.model.detected import DetectedBlock
from factcheck.model.evidence import FileState, KeptFile, Source, SourceForm
from factcheck.model.fate import Difference, Fate, FateKind, Revision
from factcheck.model.finding import Finding
from factcheck.model.remarks import handed_on, taken_up
from factcheck.model.revising import as_next_draft, newcomers, revised
from factcheck.model.rulebook import NO_RULES, Rulebook
from factcheck.model.text import TextPosition, trimmed
from factcheck.report.occasion import Occasion
from factcheck.storage import Casebook, InVault, Progress, Vault, weak_links

if TYPE_CHECKING:
    from factcheck.consistency.entities import Entity
    from factcheck.consistency.subject import Subject

STILL_GONE = "its words have not come back"
PROGRAM = "program"  # who proposed, in the record; a verdict is always a person's

Detector = Callable[[Draft, Sequence[Block], date | None], Iterator[DetectedBlock]]
LATEST_VERDICTS = 500  # of a desk, that scores are fitted to


def read(path: Path, published: date | None = None) -> Manuscript:
    """A file as a manuscript; a date given by a person wins over the file's. UnreadableFile in plain words."""
    from factcheck.reading import read_file

    return dated(read_file(path, datetime.now(UTC)), published)


def read_pasted(text: str, html: str = "", published: date | None = None) -> Manuscript:
    """Pasted text as a manuscript, by its markup where the clipboard had some."""
    from factcheck.reading import read_rich_text, read_text

    now = datetime.now(UTC)
    return dated(read_rich_text(html, now) if html else read_text(text, now), published)


def dated(manuscript: Manuscript, published: date | None) -> Manuscript:
    """The manuscript with the publication date a person gave, where she gave one."""
    if published is None:
        return manuscript
    article = replace(manuscript.article, published=published, published_from=DateOrigin.PERSON)
    return replace(manuscript, article=article)


def file_away(
    manuscript: Manuscript, casebook: Casebook, stamp: Stamp, path: Path | None = None
) -> str:
    """The id of the manuscript's article in the casebook: the one with the same text, or a new one.

    The file it was read from, where it was in one, is kept in the vault beside it.
    """
    known = casebook.same_text(manuscript.draft.sha256)
    if known is not None:
        _take_up_remarks(manuscript, casebook, known, stamp)
        return known
    file = None
    if path is not None:
        there = casebook.vault.keep_at_once(path)
        file = kept_as(there, manuscript.draft.id, manuscript.article.id, path)
    casebook.add(manuscript, stamp, file)
    return manuscript.article.id


def _take_up_remarks(
    manuscript: Manuscript, casebook: Casebook, article_id: str, stamp: Stamp
) -> None:
    """Put what the author has since written beside a text that is known on its claims."""
    if not manuscript.remarks:
        return
    case = casebook.load(article_id)
    if case.text == manuscript.draft.text:  # else it is an earlier draft
        blocks = tuple(case.blocks)
        known = replace(manuscript, article=case.article, draft=case.draft, blocks=blocks)
        edits = tuple(taken_up(case, known, case.claims()))
        if edits:
            casebook.write(Change(Verb.PROPOSE, article_id, edits, replace(stamp, by=PROGRAM)))


def revise(
    casebook: Casebook,
    case: Case,
    manuscript: Manuscript,
    stamp: Stamp,
    path: Path | None = None,
) -> Case:
    """The case with the manuscript as its next draft, every claim followed into it. NothingNew where the text is the same.

    The file it was read from, where it was in one, is kept in the vault. What is new in it is still to be detected.
    """
    following = next_draft(case, manuscript)
    fates = what_became(case, following, earlier_drafts(casebook, case))
    return record_draft(casebook, case, following, fates, stamp, path)


def next_draft(case: Case, manuscript: Manuscript) -> Manuscript:
    """The manuscript as the next draft of a case. NothingNew where the text is the same."""
    if manuscript.draft.sha256 == case.draft.sha256:
        raise NothingNew(
            f"{manuscript.draft.file_name or 'The text'} has the text of draft {case.draft.number} of"
            f" “{case.article.title}”, so there is nothing new to check."
        )
    return as_next_draft(case, manuscript)


Earlier = Mapping[str, tuple[Draft, Sequence[Block]]]  # by their ids, with their parts


def earlier_drafts(casebook: Casebook, case: Case) -> Earlier:
    """The drafts in which the claims in a case’s drawer stood."""
    return {id_: casebook.draft(id_) for id_ in {claim.draft_id for claim in case.drawer()}}


def record_draft(
    casebook: Casebook,
    case: Case,
    following: Manuscript,
    fates: Revision,
    stamp: Stamp,
    path: Path | None = None,
) -> Case:
    """The case as it is once the draft and the fates of its claims are in the casebook."""
    kept = None
    if path is not None:
        there = casebook.vault.keep_at_once(path)
        kept = kept_as(there, following.draft.id, case.article.id, path)
    casebook.write(revised(case, following, fates, stamp, kept))
    return casebook.load(case.article.id)


def differences(
    old: tuple[Draft, Sequence[Block]], new: tuple[Draft, Sequence[Block]]
) -> tuple[Difference, ...]:
    """What differs between two drafts with their parts, in the order of the new one."""
    from factcheck.revision.revise import revise as follow

    return follow(*old, (), *new).differences


def what_became(case: Case, following: Manuscript, earlier: Earlier) -> Revision:
    """What the next draft makes of the claims of a case; those that were gone are looked for again."""
    from factcheck.revision.revise import revise as follow

    draft, blocks = following.draft, following.blocks
    claims = [record for record in case.records() if isinstance(record, Claim)]
    here = [claim for claim in claims if claim.draft_id == case.draft.id]
    found = follow(case.draft, case.blocks, here, draft, blocks)
    taken = {fate.after.position for fate in found.fates if fate.after is not None}
    again: list[Fate] = []
    for old_id, (old, old_blocks) in earlier.items():
        gone = [claim for claim in case.drawer() if claim.draft_id == old_id]
        for fate in follow(old, old_blocks, gone, draft, blocks).fates:
            free = fate.after is not None and fate.after.position not in taken
            taken |= {fate.after.position} if fate.after is not None else set()
            still = replace(fate, kind=FateKind.GONE, after=None, reason=STILL_GONE)
            again.append(fate if free else still)
    return replace(found, fates=(*found.fates, *again))


def in_this_process(rules: Rulebook = NO_RULES) -> Detector:
    """A detector that follows a desk's rules and runs here; the window uses a process of its own."""
    from factcheck.detection.desk_rules import components_of
    from factcheck.detection.detect import find_claims
    from factcheck.detection.pipeline import load_language

    language = load_language(more=components_of(rules.in_force))

    def detector(
        draft: Draft, blocks: Sequence[Block], published: date | None
    ) -> Iterator[DetectedBlock]:
        return find_claims(draft, blocks, published, language, rules)

    return detector


def calibrated(detector: Detector, judged: Sequence[tuple[float, bool]]) -> Detector:
    """The detector with its scores fitted to a desk's own verdicts, for output.

    A casebook keeps the scores as they came, so that they can be fitted again when there are more verdicts.
    """
    from factcheck.detection.calibration import calibration

    fitted = calibration(judged)

    def detector_of_the_desk(
        draft: Draft, blocks: Sequence[Block], published: date | None
    ) -> Iterator[DetectedBlock]:
        for block in detector(draft, blocks, published):
            claims = (replace(c, checkworthiness=fitted(c.checkworthiness)) for c in block.claims)
            yield replace(block, claims=tuple(claims))

    return detector_of_the_desk


def detect(case: Case, detector: Detector, blocks: Sequence[Block]) -> Iterator[DetectedBlock]:
    """What the detector finds in the given blocks of a case, block by block."""
    return detector(case.draft, blocks, case.article.published)


def proposal(case: Case, found: Iterable[DetectedBlock], stamp: Stamp) -> Change:
    """The change that adds what detection found to the case, and hands the author’s sources on to it."""
    found = list(found)
    sentences = [Sentence(case.draft.id, p) for block in found for p in _adjoining(case, block)]
    claims = [claim for block in found for claim in _not_there_yet(case, block)]
    facts = [block.facts(case.draft.id) for block in found]
    change = case.propose(claims, sentences, stamp, facts)
    return replace(change, edits=(*change.edits, *handed_on(case, change)))


def _not_there_yet(case: Case, block: DetectedBlock) -> Iterable[Claim]:
    """The claims of a block; where it is read for the first time in a new draft, those that came with it left out."""
    is_first_look = case.draft.number > 1 and not case.has_facts(block.position)
    return newcomers(case, block.claims) if is_first_look else block.claims


def _adjoining(case: Case, block: DetectedBlock) -> Iterator[TextPosition]:
    """The block's sentences, each reaching to the next, so that a text whose sentences are all read is read whole.

    Where none was told apart, as in a language that is not English, the block is one: somebody has to read it.
    """
    starts = [block.position.start, *(sentence.start for sentence in block.sentences[1:])]
    ends = [*starts[1:], block.position.end]
    if block.sentences:
        yield from map(TextPosition, starts, ends)
        return
    here = case.block_at(block.position.start)
    if here is not None and here.role.holds_claims and len(trimmed(case.text, block.position)):
        yield block.position


def propose_all(
    casebook: Casebook,
    case: Case,
    detector: Detector,
    stamp: Stamp,
    blocks: Sequence[Block] | None = None,
) -> Iterator[DetectedBlock]:
    """Detect and record in ``blocks``, or what is not yet analysed; each block is on disk when it is yielded."""
    for found in detect(case, detector, case.unanalysed() if blocks is None else blocks):
        change = proposal(case, [found], replace(stamp, by=PROGRAM))
        if change.edits:
            casebook.write(change)
            case.apply(change)
        yield found


def held_against_itself(case: Case) -> Iterator[Finding]:
    """What the article of a case says against itself and what agrees, rule by rule."""
    from factcheck.consistency.hold import hold_against_itself

    return hold_against_itself(subject_of(case))


def subject_of(case: Case) -> "Subject":
    """The article of a case with everything detection found in it, as the rules of consistency look at it."""
    from factcheck.consistency.subject import Subject

    sentences = [sentence.position for sentence in case.sentences]
    published = case.article.published
    return Subject(case.text, case.blocks, sentences, case.facts(), case.claims(), published)


def entities_of(case: Case) -> "list[Entity]":
    """Every person, organisation and place of a case, in the order of first mention, with what the text says of each."""
    from factcheck.consistency.entities import entities

    return entities(subject_of(case))


def findings_of(case: Case) -> list[Finding]:
    """The same in the order to look at it: what cannot be right, then questions, then what agrees."""
    return sorted(held_against_itself(case), key=attrgetter("in_order"))


def findings_in(manuscript: Manuscript, found: Sequence[DetectedBlock]) -> list[Finding]:
    """The same of a text that is in no casebook."""
    from factcheck.consistency.hold import hold_against_itself
    from factcheck.consistency.subject import Subject

    draft = manuscript.draft
    sentences = [sentence for block in found for sentence in block.sentences]
    claims = [claim for block in found for claim in block.claims]
    facts = [block.facts(draft.id) for block in found]
    published = manuscript.article.published
    subject = Subject(draft.text, manuscript.blocks, sentences, facts, claims, published)
    return sorted(hold_against_itself(subject), key=attrgetter("in_order"))


def file_source(article_id: str, path: Path, vault: Vault) -> tuple[Source, KeptFile]:
    """A file as a source, and the copy of it that the vault now keeps. FileNotKept where none can be made."""
    try:
        reference = str(path.absolute())
        reference.encode()
    except UnicodeEncodeError as error:
        raise FileNotKept(
            f"The name of {path.name}, or of its folder, holds bytes that are no letters; rename it and add it again."
        ) from error
    there = vault.keep_at_once(path)
    source = Source(article_id, path.name, SourceForm.FILE, reference, sha256=there.sha256)
    return source, kept_as(there, source.id, article_id, path)


def kept_as(there: InVault, owner_id: str, article_id: str, path: Path) -> KeptFile:
    """The record of a file in the vault, as the one a source is or a draft was read from."""
    name = path.name.encode("utf-8", "replace").decode()
    return KeptFile(article_id, owner_id, name, there.sha256, there.size)


@dataclass(frozen=True, slots=True)
class Opening:
    """Which file shows what a source was when it was attached; None where none does. ``told`` says what is amiss."""

    path: Path | None
    told: str = ""


def opening_of(source: Source, kept: KeptFile | None, vault: Vault) -> Iterator[Progress | Opening]:
    """Look at the file of a source, and at the kept copy where it is not as it was: how far, then what to open."""
    original = Path(source.reference)
    is_there = original.is_file()
    if kept is None:
        gone = f"The file is no longer where it was: {original}. The record of it stays."
        yield Opening(original) if is_there else Opening(None, gone)
        return
    if is_there and (yield from _is_as_it_was(original, kept)):
        yield Opening(original)
        return
    what = f"{kept.name} {'has changed since it was attached' if is_there else 'is no longer where it was'}"
    state = FileState.MISSING
    for step in vault.look(kept.sha256):
        if isinstance(step, Progress):
            yield step
        else:
            state = step
    if state is FileState.WHOLE:
        yield Opening(vault.place_of(kept.sha256), f"{what}; this is the copy that was kept.")
    else:
        found = "has been changed too" if state is FileState.CHANGED else "is missing"
        yield Opening(None, f"{what}, and the copy of it in {vault.folder.name} {found}.")


def _is_as_it_was(path: Path, kept: KeptFile) -> Generator[Progress, None, bool]:
    running = hashlib.sha256()
    try:
        if path.stat().st_size != kept.size:
            return False
        with path.open("rb") as file:
            while piece := file.read(1 << 20):
                running.update(piece)
                yield Progress(file.tell(), kept.size)
    except OSError:
        return False
    return running.hexdigest() == kept.sha256


def occasion(casebook: Casebook, case: Case, by: str, desk: str = "") -> Occasion:
    """What a report must know beside the case: when and by whom it is made, and the record behind it."""
    return Occasion(
        made=datetime.now().astimezone(),
        findings=tuple(findings_of(case)),
        desk=desk,
        by=by,
        links=tuple(weak_links(casebook, case)),
        history=tuple(casebook.history(case.article.id)),
        head=casebook.head(),
    )


def detect_file(path: Path, published: date | None, detector: Detector) -> dict[str, Any]:
    """The object that ``factcheck detect FILE --json`` prints."""
    from factcheck.report.machine import detect_document

    manuscript = read(path, published)
    article = manuscript.article
    found = list(detector(manuscript.draft, manuscript.blocks, article.published))
    return detect_document(manuscript, found, findings_in(manuscript, found))
