"""Two programs that look through one article: what the second finds is refused, not kept twice."""

from pathlib import Path

import pytest

from factcheck.errors import NotRecorded
from factcheck.model.article import Manuscript
from factcheck.storage import Casebook
from tests.makers import (
    CHECKER,
    TOWN_TEXT,
    make_article,
    make_blocks,
    make_claim,
    make_draft,
    make_sentence,
)


def test_claims_found_by_two_programs_are_kept_once(tmp_path: Path) -> None:
    first = Casebook.open(tmp_path / "desk.casebook")
    manuscript = Manuscript(make_article(), make_draft(), tuple(make_blocks(TOWN_TEXT)))
    first.add(manuscript, CHECKER)
    second = Casebook.open(tmp_path / "desk.casebook")
    here, there = first.load("article"), second.load("article")
    words = "It carries 14,000 cars a day."
    for case, book, name in ((here, first, "a"), (there, second, "b")):
        claims = [make_claim("14,000 cars", id=f"claim-{name}")]
        sentences = [make_sentence(TOWN_TEXT, words, id=f"sentence-{name}")]
        change = case.propose(claims, sentences, CHECKER)
        if book is first:
            book.write(change)
        else:
            with pytest.raises(NotRecorded, match="open the article again"):
                book.write(change)
    assert [claim.id for claim in second.load("article").claims()] == ["claim-a"]
    first.close()
    second.close()
