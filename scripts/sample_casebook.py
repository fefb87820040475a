"""Makes a small casebook of the schema of today: python -m scripts.sample_casebook OUT.

A file made so is kept in tests/data for each released schema, so that every later program is seen to open it; the
vault with the article's file comes with it.
"""

import sys
import tempfile
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

from factcheck.model.article import Article, Block, DateOrigin, Draft, Manuscript, Role, Sentence
from factcheck.model.case import Case
from factcheck.model.change import Change, Stamp
from factcheck.model.claim import Claim, ClaimKind, Priority, Reason, Slot
from factcheck.model.correcting import write_part
from factcheck.model.correction import CorrectionPart
from factcheck.model.detected import (
    BlockFacts,
    Name,
    NameKind,
    Quantity,
    Quotation,
    TimeExpression,
)
from factcheck.model.evidence import KeptFile, Source, SourceForm, SourceKind, SourceQuality, Stance
from factcheck.model.explaining import confirm_spelling, explain
from factcheck.model.finding import Finding, FindingKind, Outcome
from factcheck.model.overview import LogHead
from factcheck.model.quality import standard_set
from factcheck.model.rule import DeskRule, RuleForm
from factcheck.model.rulebook import Rulebook
from factcheck.model.signing import reopen, sign_off, stages_set
from factcheck.model.signoff import USUAL_STAGES
from factcheck.model.standard import Standard
from factcheck.model.text import TextPosition, anchor_at
from factcheck.model.verdict import Rating, Waits
from factcheck.storage import Casebook
from factcheck.workflow import revise

HEADLINE = "Tram line to the harbour carries its millionth passenger"
CREDIT = "Photo: Ulla Brandt"
FIRST = "The line, opened on 3 June 2024, is the first built in the city since 1958."
SECOND = "It cost 212 million kroner, 14 per cent more than planned."
THIRD = "“Nobody believed in it,” said the councillor, Per Holm."
FOURTH = "Read more: your guide to the harbour \N{SAILBOAT}"
FIFTH = "A second line is planned."
TEXT = f"{HEADLINE}\n{CREDIT}\n\n{FIRST} {SECOND}\n\n{THIRD}\n\n{FOURTH}\n"

_hours = count()


def stamp(by: str = "Mira Lund") -> Stamp:
    """An hour after the last one."""
    return Stamp(by, datetime(2026, 5, 4, 8, 0, tzinfo=UTC) + timedelta(hours=next(_hours)))


def place(words: str) -> TextPosition:
    """Where the words stand in the sample's text."""
    start = TEXT.index(words)
    return TextPosition(start, start + len(words))


def claim(
    draft: Draft, words: str, kinds: tuple[ClaimKind, ...], priority: Priority, question: str
) -> Claim:
    """A claim as detection would propose it."""
    reasons = (Reason("claims_sample", f"chosen for the sample: “{words[:20]}…”"),)
    slots = (Slot("what", words.split(maxsplit=1)[0]),)
    anchor = anchor_at(TEXT, place(words))
    return Claim(draft.id, anchor, kinds, priority, question, reasons, slots, 0.8)


def manuscript() -> Manuscript:
    """The article of the sample, as it is read."""
    at = stamp().at
    article = Article(HEADLINE, at, date(2026, 5, 3), DateOrigin.FILE)
    draft = Draft(article.id, 1, TEXT, "tram.txt", "text", at)
    roles = {
        HEADLINE: Role.HEADLINE,
        CREDIT: Role.CREDIT,
        f"{FIRST} {SECOND}": Role.BODY,
        THIRD: Role.BODY,
        FOURTH: Role.BOILERPLATE,
    }
    blocks = tuple(Block(draft.id, place(words), role) for words, role in roles.items())
    return Manuscript(article, draft, blocks)


def proposed(case: Case) -> Change:
    """What detection would propose for the sample."""
    draft = case.draft
    claims = (
        claim(
            draft,
            FIRST,
            (ClaimKind.ORDINAL_SUPERLATIVE, ClaimKind.DATE_TIME),
            Priority.HIGH,
            "Was no line opened between 1958 and 2024?",
        ),
        claim(
            draft,
            "212 million kroner",
            (ClaimKind.QUANTITY,),
            Priority.HIGH,
            "What do the accounts say?",
        ),
        claim(
            draft,
            "14 per cent more than planned",
            (ClaimKind.CHANGE_COMPARISON, ClaimKind.QUANTITY),
            Priority.MEDIUM,
            "More than which plan?",
        ),
        claim(draft, THIRD, (ClaimKind.QUOTATION,), Priority.LOW, "Is it on the recording?"),
        claim(draft, FOURTH, (ClaimKind.EVENT_ACTION,), Priority.LOW, ""),
    )
    words = (HEADLINE, FIRST, SECOND, THIRD)
    sentences = [Sentence(draft.id, place(line)) for line in words]
    return case.propose(claims, sentences, stamp(), facts(case))


def facts(case: Case) -> list[BlockFacts]:
    """What detection would read in the two paragraphs of the sample."""
    figures = BlockFacts(
        case.draft.id,
        place(f"{FIRST} {SECOND}"),
        times=(TimeExpression(place("3 June 2024"), "2024-06-03"),),
        quantities=(Quantity(place("14 per cent"), 14.0, "percent"),),
    )
    said = BlockFacts(
        case.draft.id,
        place(THIRD),
        quotations=(
            Quotation(place("“Nobody believed in it,”"), place("Per Holm"), place("said")),
        ),
        names=(Name(place("Per Holm"), NameKind.PERSON),),
    )
    return [figures, said]


def decisions(case: Case) -> list[Change]:
    """What people decided about the sample's claims, each made as the case stands by then."""
    first, cost, rise, quote, *_ = case.claims()
    ledger = Source(
        case.article.id,
        "City accounts 2024, table 9",
        SourceForm.URL,
        "https://example.org/accounts-2024",
        SourceQuality.PRIMARY,
        date(2026, 5, 4),
        kind=SourceKind.DATA_SET,
        dated=date(2025, 3, 31),
    )
    book = Source(
        case.article.id,
        "A history of the city's trams",
        SourceForm.TEXT,
        quality=SourceQuality.SECONDARY,
        kind=SourceKind.DOCUMENT,
        contact="library@city.example",
        is_confidential=True,
        origin="Annual report of the tramways, 1958",
    )
    made: list[Change] = []

    def do(change: Change) -> None:
        case.apply(change)
        made.append(change)

    do(case.attach(cost.id, ledger, stamp(), Stance.CONTRADICTS, "row 4", "221 million"))
    do(case.write_note(cost.id, "Digits swapped: 221, not 212.", stamp()))
    do(case.rate(cost.id, Rating.CONTRADICTED, stamp()))
    do(write_part(case, cost.id, CorrectionPart.FINDING, "The accounts say 221 million.", stamp()))
    do(write_part(case, cost.id, CorrectionPart.PROPOSAL, "221 million kroner", stamp()))
    do(write_part(case, cost.id, CorrectionPart.ANSWER, "Yes, change it.", stamp(), "Ulla Brandt"))
    do(write_part(case, cost.id, CorrectionPart.DECISION, "Change it.", stamp("Jonas Vik")))
    do(case.attach(first.id, book, stamp("Jonas Vik"), Stance.SUPPORTS, "p. 212"))
    do(case.rate(first.id, Rating.VERIFIED, stamp("Jonas Vik")))
    asked = (Rating.WAITING, stamp("Jonas Vik"), "Per Holm", Waits.SOURCE, date(2026, 5, 8))
    do(case.rate(quote.id, *asked))
    do(case.rate(rise.id, Rating.UNVERIFIABLE, stamp()))
    do(made[-1].inverse(stamp()))
    do(case.mark(place("its millionth passenger"), stamp(), ClaimKind.QUANTITY))
    (link,) = [one for one in case.records() if isinstance(one, Claim) and one.text == FOURTH]
    do(case.remember(link.id, stamp()))
    finding = Finding(
        "sample",
        FindingKind.CHANGES,
        Outcome.ASK,
        "What was planned is not said.",
        (cost.position, rise.position),
        "212 ÷ 1.14 = 186 million",
        claims=(cost.id, rise.id),
        key="5a" * 16,
    )
    do(explain(case, finding, "The plan is in table 7.", stamp()))
    do(confirm_spelling(case, "Per Holm", stamp()))
    do(sign_off(case, "Checker", LogHead(1, "5a" * 32), stamp()))
    do(reopen(case, "The cost is corrected in the next draft.", stamp("Jonas Vik")))
    return made


def rules() -> list[Change]:
    """What the sample's desk says about detection."""
    sources = DeskRule(
        "Unnamed sources",
        RuleForm.WORDS,
        "sources close to\nsenior official",
        ClaimKind.ATTRIBUTION,
        Priority.HIGH,
        "A source without a name needs the editor’s consent.",
    )
    book = Rulebook()
    said = [book.write(sources, stamp()), book.switch("claims_roles", False, stamp("Jonas Vik"))]
    return [*said, stages_set((), USUAL_STAGES, stamp()), standard_set(None, Standard(), stamp())]


def next_draft() -> Manuscript:
    """The sample's article with one more paragraph, as it is read later."""
    at = stamp().at
    more = f"{TEXT}\n{FIFTH}\n"
    article = Article(HEADLINE, at, date(2026, 5, 3), DateOrigin.FILE)
    draft = Draft(article.id, 1, more, "tram-2.txt", "text", at)
    blocks = [Block(draft.id, block.position, block.role) for block in manuscript().blocks]
    start = more.index(FIFTH)
    blocks.append(Block(draft.id, TextPosition(start, start + len(FIFTH)), Role.BODY))
    return Manuscript(article, draft, tuple(blocks))


def kept(sample: Manuscript, casebook: Casebook) -> KeptFile:
    """The file of the sample's article, now in the vault."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / sample.draft.file_name
        file.write_text(TEXT, encoding="utf-8")
        there = casebook.vault.keep_at_once(file)
    return KeptFile(sample.article.id, sample.draft.id, file.name, there.sha256, there.size)


def make(path: Path) -> None:
    """Write the sample casebook."""
    casebook = Casebook.open(path)
    sample = manuscript()
    casebook.add(sample, stamp(), kept(sample, casebook))
    casebook.write(proposed(casebook.load(sample.article.id)))
    for change in decisions(casebook.load(sample.article.id)):
        casebook.write(change)
    for change in rules():
        casebook.write(change)
    revise(casebook, casebook.load(sample.article.id), next_draft(), stamp())
    casebook.keep_view(sample.article.id, {"scroll": 0.25})
    casebook.close()


if __name__ == "__main__":
    make(Path(sys.argv[1]))
