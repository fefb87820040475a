"""Every format tells the finding, the proposal, the answer and the decision, each with its hand and hour."""

import csv
import io
import json
from datetime import timedelta

from factcheck.model.case import Case
from factcheck.model.change import Change, Stamp
from factcheck.model.correcting import write_part
from factcheck.model.correction import CorrectionPart
from factcheck.model.verdict import Rating
from factcheck.report.as_csv import render_csv
from factcheck.report.as_html import render_html
from factcheck.report.as_json import render_json
from tests.makers import CHECKER, do, make_case, make_claim
from tests.unit.report.occasions import make_occasion
from tests.unit.report.page import Page

CLAIM = make_claim("opened in 1931")
EDITOR = Stamp("Eva Editor", CHECKER.at + timedelta(hours=1))


def corrected() -> tuple[Case, list[Change]]:
    case = make_case(claims=[CLAIM])
    changes = do(case, case.rate(CLAIM.id, Rating.CONTRADICTED, CHECKER))
    for part, text, stamp, of in (
        (CorrectionPart.FINDING, "The plaque says <1932>.", CHECKER, ""),
        (CorrectionPart.PROPOSAL, "opened in 1932", CHECKER, ""),
        (CorrectionPart.ANSWER, "=Agreed", CHECKER, "Ola Author"),
        (CorrectionPart.DECISION, "Change it.", EDITOR, ""),
    ):
        changes += do(case, write_part(case, CLAIM.id, part, text, stamp, of))
    return case, changes


def test_what_must_change_shows_proposal_answer_and_decision() -> None:
    case, changes = corrected()
    page = Page(render_html(case, make_occasion(*changes)))
    must_change = page.words.split("Must change", 2)[-1].split("The article, with")[0]
    for told in (
        "Checker’s finding The plaque says <1932>. Ada Checker, 4 March 2026, 09:30",
        "Proposed words opened in 1932 Ada Checker",
        "Author’s answer =Agreed Ola Author, taken down by Ada Checker",
        "Editor’s decision Change it. Eva Editor, 4 March 2026, 10:30",
    ):
        assert told in must_change
    assert "No note says what is wrong" not in page.words
    assert "Eva Editor wrote the editor’s decision on claim 1" in page.words


def test_a_correction_without_finding_still_asks_what_is_wrong() -> None:
    case = make_case(claims=[CLAIM])
    do(case, case.rate(CLAIM.id, Rating.CONTRADICTED, CHECKER))
    do(case, write_part(case, CLAIM.id, CorrectionPart.PROPOSAL, "opened in 1932", CHECKER))
    words = Page(render_html(case, make_occasion())).words
    assert "No note says what is wrong." in words


def test_a_correction_of_a_claim_that_is_not_wrong_stands_in_the_table() -> None:
    case = make_case(claims=[CLAIM])
    do(case, write_part(case, CLAIM.id, CorrectionPart.PROPOSAL, "completed in 1931", CHECKER))
    assert "Proposed words completed in 1931" in Page(render_html(case, make_occasion())).words


def test_the_table_has_a_cell_a_part_that_no_spreadsheet_runs() -> None:
    case, _ = corrected()
    text = render_csv(case, make_occasion()).removeprefix("\ufeff")
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    assert row["proposal"] == "opened in 1932\n(Ada Checker, 2026-03-04T09:30:00+01:00)"
    assert row["answer"].startswith("'=Agreed\n(Ola Author, taken down by Ada Checker, ")
    assert row["decision"].endswith("(Eva Editor, 2026-03-04T10:30:00+01:00)")


def test_json_keeps_the_parts_apart() -> None:
    case, _ = corrected()
    (claim,) = json.loads(render_json(case, make_occasion()))["claims"]
    assert list(claim["correction"]) == ["finding", "proposal", "answer", "decision"]
    assert claim["correction"]["answer"] == {
        "text": "=Agreed",
        "by": "Ada Checker",
        "at": "2026-03-04T08:30:00+00:00",
        "of": "Ola Author",
    }
    other = make_case(claims=[CLAIM])
    (claim,) = json.loads(render_json(other, make_occasion()))["claims"]
    assert claim["correction"] is None
