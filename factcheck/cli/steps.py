"""The commands themselves: each takes its options and returns an exit status."""

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from factcheck import workflow
from factcheck.cli.lines import detect_lines
from factcheck.cli.printing import one_line, print_articles, print_claims, print_summary
from factcheck.errors import CasebookError, FactcheckError, NoSuchRecord
from factcheck.model.article import Block, Draft
from factcheck.model.case import Case
from factcheck.model.change import Change, Stamp
from factcheck.model.claim import Claim
from factcheck.model.detected import DetectedBlock
from factcheck.model.evidence import KeptFile, Source, SourceForm, SourceQuality, Stance
from factcheck.model.quality import shortfall
from factcheck.model.standard import Standard, WhenShort
from factcheck.model.verdict import STATE_LETTERS, STATE_NAMES, Rating, State, Waits
from factcheck.storage import Casebook, default_casebook

DONE, NEEDS_A_PERSON, NOT_DONE = 0, 1, 2

RATINGS = {STATE_LETTERS[State(rating.value)].lower(): rating for rating in Rating} | {
    rating.value: rating for rating in Rating
}
OPEN = ("0", "open")


def check(options: argparse.Namespace) -> int:
    """Read an article, file it in the casebook with its claims, and write the reports asked for."""
    _refuse_places(options.report)  # before anything is filed
    manuscript = workflow.read(options.file, options.published)
    for note in manuscript.notes:
        print(note, file=sys.stderr)
    stamp = stamp_of(options)
    with casebook_of(options, may_make=True) as casebook:
        article_id = workflow.file_away(manuscript, casebook, stamp, options.file)
        case = casebook.load(article_id)
        if options.published and case.article.published != options.published:
            change = case.set_published(options.published, stamp)
            casebook.write(change)
            case.apply(change)
        detect_with_progress(casebook, case, stamp)
        print_summary(case, casebook, workflow.findings_of(case))
        for path in options.report:
            _write_report(casebook, case, path, options)
    return DONE


def detect(options: argparse.Namespace) -> int:
    """Print what detection finds, for machines; nothing is stored."""
    if options.lines is None and options.file is None:
        raise FactcheckError("Name a file, or a file of lines with --lines.")
    if options.lines is not None:
        return _detect_lines(options.lines, options.casebook)

    def detector(
        draft: Draft, blocks: Sequence[Block], published: date | None
    ) -> Iterator[DetectedBlock]:
        # loads the language once the file was read, so that a wrong name is answered at once
        return _telling(_detector(options.casebook))(draft, blocks, published)

    document = workflow.detect_file(options.file, options.published, detector)
    if options.json:
        print(json.dumps(document, ensure_ascii=False))
        return DONE
    for claim in document["claims"]:
        print(f"{claim['priority']:6}  {claim['kinds'][0]:20}  {one_line(claim['text'])}")
    for finding in document["findings"]:
        print(f"{finding['verdict']}: {finding['message']} {finding['arithmetic']}")
    return DONE


def verdict(options: argparse.Namespace) -> int:
    """Record a person's verdict on a claim, with a note and sources."""
    stamp = stamp_of(options)
    with casebook_of(options) as casebook:
        case = casebook.load(casebook.find_article(in_letters(options.article)))
        number, claim = _find_claim(case, options.claim)
        sources = [
            _source(given, SourceQuality(options.rank), case, casebook) for given in options.source
        ]  # refused before any writing

        changes: list[Change] = []

        def plan(change: Change) -> None:
            if change.edits:
                case.apply(change)
                changes.append(change)

        if options.rating in OPEN:
            plan(case.take_back(claim.id, stamp))
        else:
            plan(case.rate(claim.id, RATINGS[options.rating], stamp, *_waiting(options)))
        if options.note is not None:
            plan(case.write_note(claim.id, options.note, stamp))
        for source, kept in sources:
            stance, where = _stance(options), options.locator
            plan(case.attach(claim.id, source, stamp, stance, where, kept=kept))
        _tell_shortfall(case, claim, casebook.standard() or Standard())
        casebook.write_all(changes)
        print(f"{number}  {STATE_NAMES[case.state(claim.id)]}  {one_line(claim.text)}")
    return DONE


def _waiting(options: argparse.Namespace) -> tuple[str, Waits, date | None]:
    """Whom the claim waits for, why and until when; parked where only a day is named."""
    unsaid = Waits.PARKED if options.until and not options.waiting_for else Waits.UNSAID
    return options.waiting_for, Waits(options.why or unsaid), options.until


def _tell_shortfall(case: Case, claim: Claim, standard: Standard) -> None:
    """Refuse or warn, as the desk says, where a claim is verified on less than the desk asks."""
    if case.state(claim.id) is not State.VERIFIED:
        return
    told = shortfall(case, claim.id, standard)
    if told and standard.when_short is WhenShort.REFUSE:
        raise FactcheckError(f"Not recorded. {told}")
    if told:
        print(told, file=sys.stderr)


def report(options: argparse.Namespace) -> int:
    """Write the verdict report of an article in the casebook."""
    _refuse_places(options.out)
    with casebook_of(options) as casebook:
        case = casebook.load(casebook.find_article(in_letters(options.article)))
        for path in options.out:
            _write_report(casebook, case, path, options, options.public)
    return DONE


def list_(options: argparse.Namespace) -> int:
    """List the articles of the casebook, or the claims of one of them."""
    with casebook_of(options) as casebook:
        if options.article:
            print_claims(
                casebook.load(casebook.find_article(in_letters(options.article))), options.json
            )
        else:
            print_articles(casebook, options.json)
    return DONE


def detect_with_progress(casebook: Casebook, case: Case, stamp: Stamp) -> None:
    """Find and record the claims in what is not yet analysed; a terminal sees how far it is."""
    blocks = case.unanalysed()
    if not blocks:
        return
    detector = workflow.in_this_process(casebook.rules())
    total = blocks[-1].position.end
    shows = sys.stderr.isatty()
    problems: dict[str, None] = {}
    for found in workflow.propose_all(casebook, case, detector, stamp):
        problems |= dict.fromkeys(found.problems)
        if shows:
            share = 100 * found.position.end // max(1, total)
            print(f"\rLooking for claims… {share} %", end="", file=sys.stderr, flush=True)
    if shows:
        print("\r\033[K", end="", file=sys.stderr)
    for problem in problems:
        print(problem, file=sys.stderr)


def _detector(path: Path | None) -> workflow.Detector:
    """What detects by the rules and the verdicts of the casebook that was named; by the program's own where none was."""
    if path is None:
        return workflow.in_this_process()
    with closing(Casebook.open(path, read_only=True)) as casebook:
        rules, judged = casebook.rules(), casebook.judged(workflow.LATEST_VERDICTS)
    return workflow.calibrated(workflow.in_this_process(rules), judged)


def _telling(detector: workflow.Detector) -> workflow.Detector:
    """The same detector, which says on standard error what it had to leave out, each thing once."""
    told: set[str] = set()

    def telling(
        draft: Draft, blocks: Sequence[Block], published: date | None
    ) -> Iterator[DetectedBlock]:
        for found in detector(draft, blocks, published):
            for problem in found.problems:
                if problem not in told:
                    told.add(problem)
                    print(problem, file=sys.stderr)
            yield found

    return telling


def _detect_lines(path: Path, casebook: Path | None) -> int:
    try:
        # binary, so that one line in a wrong encoding costs that line alone
        file = sys.stdin.buffer if str(path) == "-" else path.open("rb")
    except OSError as error:
        raise FactcheckError(f"{path.name} could not be opened: {error.strerror}.") from error
    status = DONE
    with file:
        for row in detect_lines(file, _detector(casebook)):
            print(json.dumps(row, ensure_ascii=False), flush=sys.stdout.isatty())
            if "error" in row:
                status = NEEDS_A_PERSON
    return status


def _refuse_places(paths: Sequence[Path]) -> None:
    """Refuse the first of the paths where no report can be put; the report writers are loaded for some only."""
    if paths:
        from factcheck.report.write import refuse_place

        for path in paths:
            refuse_place(path)


def _write_report(
    casebook: Casebook,
    case: Case,
    path: Path,
    options: argparse.Namespace,
    is_public: bool = False,
) -> None:
    from factcheck.report.write import write_report

    made = workflow.occasion(casebook, case, options.by, options.desk)
    write_report(case, replace(made, is_public=is_public), path)
    print(f"  report      {path}")


def _find_claim(case: Case, name: str) -> tuple[int, Claim]:
    claims = case.claims()
    for number, claim in enumerate(claims, 1):
        if name in (str(number), claim.id):
            return number, claim
    raise NoSuchRecord(
        f"The article has no claim {name}; its claims are numbered 1 to {len(claims)}."
        if claims
        else "The article has no claims."
    )


def _source(
    given: str, rank: SourceQuality, case: Case, casebook: Casebook
) -> tuple[Source, KeptFile | None]:
    """The article's source of that name, or a new one: a link, words, or a file, of which the vault keeps a copy."""
    for known in case.sources:
        if given in (known.title, known.reference):
            return known, None
    form = SourceForm.TEXT
    if given.startswith(("http://", "https://")):
        form = SourceForm.URL
    elif Path(given).is_file():
        source, kept = workflow.file_source(case.article.id, Path(given), casebook.vault)
        return replace(source, quality=rank), kept
    reference = given if form is SourceForm.URL else ""
    return Source(case.article.id, given, form, reference, rank), None


def _stance(options: argparse.Namespace) -> Stance:
    return Stance.CONTRADICTS if options.rating in ("x", "contradicted") else Stance.SUPPORTS


def stamp_of(options: argparse.Namespace) -> Stamp:
    """Now, by whoever signs; refused where that is nobody."""
    if not options.by.strip():
        raise FactcheckError("Say who signs: --by NAME.")
    return Stamp(options.by, datetime.now(UTC))


def in_letters(name: str) -> str:
    """A file name as the casebook has it, in which bytes that are no letters were replaced."""
    return os.fsencode(name).decode("utf-8", "replace")


@contextmanager
def casebook_of(options: argparse.Namespace, may_make: bool = False) -> Iterator[Casebook]:
    """The casebook that was named, or the person's own; only who may make one gets a new one."""
    path: Path = options.casebook or default_casebook()
    if not may_make and not path.exists():
        raise CasebookError(
            f"There is no casebook {path.name} in {path.absolute().parent}."
            " factcheck check FILE makes one."
        )
    casebook = Casebook.open(path)
    try:
        yield casebook
    finally:
        casebook.close()
