"""What an author put beside her text is in the casebook with it, and on the claims once they are found."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from factcheck import workflow
from factcheck.model.article import Block, Draft, Manuscript, Remark, RemarkOrigin
from factcheck.model.case import Case
from factcheck.model.detected import DetectedBlock
from factcheck.storage import Casebook
from tests.makers import (
    CHECKER,
    TOWN_ROLES,
    TOWN_TEXT,
    make_article,
    make_blocks,
    make_claim,
    make_draft,
    place_of,
)


def sources(case: Case) -> dict[str, list[str]]:
    return {
        claim.text: [case.source(e.source_id).title for e in case.evidence(claim.id)]
        for claim in case.claims()
    }


def two_claims(_: Draft, blocks: Sequence[Block], __: date | None) -> Iterator[DetectedBlock]:
    """Stands for a detector that marks two claims, each in its block."""
    for block in blocks:
        words = block.position.of(TOWN_TEXT)
        claims = [make_claim(w) for w in ("opened in 1931", "14,000 cars a day") if w in words]
        yield DetectedBlock(block.position, (block.position,), tuple(claims))


def test_sources_outlast_the_program_and_come_to_their_claims(tmp_path: Path) -> None:
    path = tmp_path / "desk.casebook"
    remarks = (
        Remark(place_of(TOWN_TEXT, "1931"), "Town archive", RemarkOrigin.COMMENT),
        Remark(place_of(TOWN_TEXT, "Ida Bruun"), "https://a.example", RemarkOrigin.LINK),
    )
    blocks = tuple(make_blocks(TOWN_TEXT, TOWN_ROLES))
    casebook = Casebook.open(path)
    filed = workflow.file_away(
        Manuscript(make_article(), make_draft(), blocks, remarks), casebook, CHECKER
    )
    casebook.close()  # before anything was looked for

    casebook = Casebook.open(path)
    case = casebook.load(filed)
    assert sources(case) == {"1931": ["Town archive"], "Ida Bruun": ["https://a.example"]}
    for _ in workflow.propose_all(casebook, case, two_claims, CHECKER):
        pass
    expected = {
        "opened in 1931": ["Town archive"],
        "14,000 cars a day": [],
        "Ida Bruun": ["https://a.example"],
    }
    assert sources(case) == expected == sources(casebook.load(filed))
    assert casebook.check() == []
    casebook.close()


def test_what_is_written_beside_a_known_text_later_comes_to_its_claims_too(tmp_path: Path) -> None:
    blocks = tuple(make_blocks(TOWN_TEXT, TOWN_ROLES))
    casebook = Casebook.open(tmp_path / "desk.casebook")
    clean = Manuscript(make_article(), make_draft(), blocks)
    case = casebook.load(workflow.file_away(clean, casebook, CHECKER))
    for _ in workflow.propose_all(casebook, case, two_claims, CHECKER):
        pass
    remarks = (
        Remark(place_of(TOWN_TEXT, "1931"), "Town archive", RemarkOrigin.COMMENT),
        Remark(place_of(TOWN_TEXT, "14,000 cars a day"), "Count of May", RemarkOrigin.COMMENT),
        Remark(place_of(TOWN_TEXT, "Ida Bruun"), "https://a.example", RemarkOrigin.LINK),
    )
    again = Manuscript(make_article(id="other"), make_draft(id="other draft"), blocks, remarks)
    for _ in range(2):  # nothing comes twice
        assert workflow.file_away(again, casebook, CHECKER) == case.article.id
        assert sources(casebook.load(case.article.id)) == {
            "opened in 1931": ["Town archive"],
            "14,000 cars a day": ["Count of May"],
            "Ida Bruun": ["https://a.example"],
        }
    assert casebook.check() == []
    casebook.close()
