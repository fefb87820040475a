"""Small makers of records, so that a test names only what it is about."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from factcheck.model.article import Article, Block, DateOrigin, Draft, ReadHow, Role, Sentence
from factcheck.model.case import Case
from factcheck.model.change import Change, Record, Stamp
from factcheck.model.claim import Claim, ClaimKind, Priority, Reason
from factcheck.model.evidence import Source, SourceForm, SourceQuality
from factcheck.model.text import TextPosition, anchor_at
from factcheck.model.verdict import Rating

MORNING = datetime(2026, 3, 4, 8, 30, tzinfo=UTC)
CHECKER = Stamp("Ada Checker", MORNING)

TOWN_TEXT = (
    "Harbour bridge to close for nine weeks\n"
    "Ferries will run every ten minutes\n\n"
    "The bridge, opened in 1931, is the oldest in the county. It carries 14,000 cars a day.\n\n"
    "“We have no other choice,” said the mayor, Ida Bruun.\n\n"
    "Read more"
)
TOWN_ROLES = (Role.HEADLINE, Role.SUBHEADING, Role.BODY, Role.BODY, Role.BOILERPLATE)


def place_of(text: str, words: str, nth: int = 0) -> TextPosition:
    """Where the words stand in the text for the ``nth`` time, counted from 0."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return TextPosition(start, start + len(words))


def make_article(
    title: str = "Harbour bridge to close for nine weeks",
    published: date | None = date(2026, 3, 3),
    id: str = "article",
) -> Article:
    origin = DateOrigin.NONE if published is None else DateOrigin.FILE
    return Article(title, MORNING, published, origin, id=id)


def make_draft(text: str = TOWN_TEXT, number: int = 1, id: str = "draft") -> Draft:
    return Draft("article", number, text, "bridge.txt", "text", MORNING, id=id)


def make_blocks(text: str, roles: Iterable[Role] = (), draft_id: str = "draft") -> list[Block]:
    """One block a line that holds words, in the roles given; body where they run out."""
    remaining = iter(roles)
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            at = start + line.index(words)
            place = TextPosition(at, at + len(words))
            role = next(remaining, Role.BODY)
            blocks.append(Block(draft_id, place, role, id=f"block{len(blocks) + 1:03}"))
        start += len(line) + 1
    return blocks


def make_sentence(text: str, words: str, id: str = "", read: bool = False) -> Sentence:
    place = place_of(text, words)
    sentence = Sentence("draft", place, id=id or f"sentence{place.start:05}")
    if read:
        return sentence.marked_read(CHECKER.by, CHECKER.at, ReadHow.KEY)
    return sentence


def make_claim(
    text: str = "oldest in the county",
    of: str = TOWN_TEXT,
    kinds: tuple[ClaimKind, ...] = (ClaimKind.EVENT_ACTION,),
    priority: Priority = Priority.MEDIUM,
    question: str = "",
    nth: int = 0,
    id: str = "",
) -> Claim:
    """A claim on these words, the ``nth`` time they stand in the text ``of`` its draft."""
    place = place_of(of, text, nth)
    return Claim(
        "draft",
        anchor_at(of, place),
        kinds,
        priority,
        question,
        reasons=(Reason("claims_test", f"“{text}” was asked for by a test"),),
        checkworthiness=0.5,
        id=id or f"claim{place.start:05}-{place.end:05}",
    )


def make_source(
    title: str = "Register of bridges",
    form: SourceForm = SourceForm.TEXT,
    reference: str = "",
    quality: SourceQuality = SourceQuality.PRIMARY,
    id: str = "source",
) -> Source:
    return Source("article", title, form, reference, quality, id=id)


def make_case(
    text: str = TOWN_TEXT,
    roles: Iterable[Role] = TOWN_ROLES,
    claims: Iterable[Claim] = (),
    sentences: Iterable[Sentence] = (),
    article: Article | None = None,
    more: Iterable[Record] = (),
) -> Case:
    """A case on ``text``, one block a line, with these records in it."""
    records: list[Record] = [*make_blocks(text, roles), *sentences, *claims, *more]
    return Case(article or make_article(), make_draft(text), records)


def do(case: Case, *changes: Change) -> list[Change]:
    """The changes, after the case has performed them."""
    for change in changes:
        case.apply(change)
    return list(changes)


def rated(case: Case, claim: Claim, rating: Rating, stamp: Stamp = CHECKER) -> Change:
    """The change that rated the claim, already performed."""
    change = case.rate(claim.id, rating, stamp)
    case.apply(change)
    return change
