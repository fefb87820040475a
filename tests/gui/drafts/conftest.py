"""The town article with its second draft open: one claim changed, one new, one gone, the others the same."""

import pytest

from factcheck import workflow
from factcheck.model.article import Draft, Manuscript
from factcheck.model.case import Case
from factcheck.model.claim import Claim
from factcheck.model.text import anchor_at
from factcheck.model.verdict import Rating
from factcheck.storage import Casebook
from factcheck.ui.session import Session
from tests.gui.conftest import PROGRAM
from tests.makers import (
    CHECKER,
    TOWN_ROLES,
    TOWN_TEXT,
    make_article,
    make_blocks,
    make_claim,
    place_of,
)

CARS = "It carries 14,000 cars a day"
FERRIES = "every ten minutes"
NEW_CARS = "It carries 15,000 cars a day"
ADDED = "A pilot was hurt in May."
SECOND = TOWN_TEXT.replace("14,000", "15,000").replace(
    "Ferries will run every ten minutes\n\n", f"{ADDED}\n\n"
)


def second_draft(text: str = SECOND) -> Manuscript:
    draft = Draft("other", 1, text, "bridge-2.txt", "text", CHECKER.at, id="draft2")
    blocks = make_blocks(text, TOWN_ROLES, draft_id="draft2")
    named = tuple(type(b)(b.draft_id, b.position, b.role, id=f"new{b.id}") for b in blocks)
    return Manuscript(make_article(id="other"), draft, named)


def claim_on(case: Case, words: str) -> Claim:
    return next(claim for claim in (*case.claims(), *case.drawer()) if claim.text == words)


@pytest.fixture
def session(casebook: Casebook) -> Session:
    """The session of Ada Checker in the second draft; cars and ferries had been verified."""
    case = casebook.load("article")
    for words in (CARS, FERRIES):
        change = case.rate(claim_on(case, words).id, Rating.VERIFIED, CHECKER)
        casebook.write(change)
        case.apply(change)
    case = workflow.revise(casebook, case, second_draft(), CHECKER)
    there = anchor_at(SECOND, place_of(SECOND, "hurt in May"))
    like = make_claim(CARS)
    new = Claim(case.draft.id, there, like.kinds, like.priority)
    casebook.write(case.propose([new], [], PROGRAM))
    opened = Session(casebook, CHECKER.by)
    opened.open("article")
    return opened
