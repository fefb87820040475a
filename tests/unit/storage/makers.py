"""Manuscripts and casebooks for the tests of the casebook."""

from datetime import UTC, datetime, timedelta
from itertools import count

from factcheck.model.article import Article, Block, Draft, Manuscript, Role, Sentence
from factcheck.model.case import Case
from factcheck.model.change import Change, Stamp
from factcheck.model.claim import Claim, ClaimKind, Priority, Reason, Slot
from factcheck.model.text import TextPosition, anchor_at, trimmed
from factcheck.storage import Casebook

TEXT = (
    "Library reopens after flood\n"
    "Photo: Town archive\n"
    "The library lost 4,200 books when the river rose in May 2019. "
    "It was the worst flood since 1954.\n"
    "“Half the maps were saved,” said the librarian. The roof cost £310,000.\n"
    "Read more: five walks by the river\n"
)
ROLES = (Role.HEADLINE, Role.CREDIT, Role.BODY, Role.BODY, Role.BOILERPLATE)

_minutes = count()


def now(by: str = "Mira") -> Stamp:
    """A stamp a minute after the last one."""
    return Stamp(by, datetime(2026, 5, 4, 9, 0, tzinfo=UTC) + timedelta(minutes=next(_minutes)))


def lines_of(text: str) -> list[TextPosition]:
    """Where each line that holds words stands."""
    places, start = [], 0
    for line in text.splitlines(keepends=True):
        place = trimmed(text, TextPosition(start, start + len(line)))
        places += [place] if len(place) else []
        start += len(line)
    return places


def manuscript(
    text: str = TEXT,
    title: str = "Library reopens after flood",
    file_name: str = "flood.txt",
    roles: tuple[Role, ...] = ROLES,
) -> Manuscript:
    """An article with fresh ids, one block a line."""
    at = now().at
    article = Article(title, at)
    draft = Draft(article.id, 1, text, file_name, "text", at)
    blocks = tuple(
        Block(draft.id, place, roles[index % len(roles)])
        for index, place in enumerate(lines_of(text))
    )
    return Manuscript(article, draft, blocks)


def claim_on(draft: Draft, place: TextPosition, priority: Priority = Priority.HIGH) -> Claim:
    """A claim as the program proposes it."""
    return Claim(
        draft.id,
        anchor_at(draft.text, place),
        (ClaimKind.QUANTITY, ClaimKind.EVENT_ACTION),
        priority,
        "How many, by whose count?",
        (Reason("claims_quantity", "a number with what it counts"),),
        (Slot("what", "books"), Slot("when", "May 2019")),
        0.75,
    )


def found_in(draft: Draft) -> tuple[list[Claim], list[Sentence]]:
    """A sentence a line, and a claim on it and one on its first half."""
    claims, sentences = [], []
    for place in lines_of(draft.text):
        sentences.append(Sentence(draft.id, place))
        half = trimmed(draft.text, TextPosition(place.start, place.start + len(place) // 2))
        claims += [claim_on(draft, place), claim_on(draft, half, Priority.LOW)]
    return claims, sentences


def added(casebook: Casebook, what: Manuscript | None = None, found: bool = True) -> Case:
    """The case of an article that was added and, if ``found``, analysed."""
    what = what or manuscript()
    casebook.add(what, now())
    case = casebook.load(what.article.id)
    if found:
        do(casebook, case, case.propose(*found_in(case.draft), now()))
    return case


def do(casebook: Casebook, case: Case, *changes: Change) -> None:
    """The changes, written first and then performed, as a window does it."""
    for change in changes:
        casebook.write(change)
        case.apply(change)
