"""What a claim waits for, in words, and as the gate and the reports tell it."""

import json
from datetime import date

import pytest

from factcheck.model.gate import open_points
from factcheck.model.verdict import Rating, Waiting, Waits
from factcheck.report.as_html import render_html
from factcheck.report.as_json import render_json
from tests.makers import CHECKER, do, make_case, make_claim
from tests.unit.report.occasions import make_occasion
from tests.unit.report.page import Page

CLAIM = make_claim("opened in 1931")
DAY = date(2026, 5, 8)


@pytest.mark.parametrize(
    ("waiting", "words"),
    [
        (Waiting(), "waiting"),
        (Waiting("the town hall"), "waiting for the town hall"),
        (Waiting("the author", Waits.AUTHOR), "asked the author"),
        (Waiting("Ola Berg", Waits.AUTHOR), "asked the author, Ola Berg"),
        (Waiting("", Waits.SOURCE), "asked a source"),
        (Waiting("the county", Waits.SOURCE, DAY), "asked the county, until 8 May 2026"),
        (Waiting("the mayor", Waits.DISPUTED), "disputed by the mayor"),
        (Waiting("", Waits.PARKED, DAY), "parked until 8 May 2026"),
        (Waiting("the census", Waits.PARKED, DAY), "parked until 8 May 2026, for the census"),
    ],
)
def test_the_words_name_whom_why_and_until_when(waiting: Waiting, words: str) -> None:
    assert waiting.words == words


def test_gate_and_reports_tell_why_a_claim_waits() -> None:
    case = make_case(claims=[CLAIM])
    parked = case.rate(CLAIM.id, Rating.WAITING, CHECKER, "", Waits.PARKED, DAY)
    do(case, parked)
    told = [point.words for point in open_points(case, []) if point.claim_id == CLAIM.id]
    assert told == ["Parked until 8 May 2026."]
    words = Page(render_html(case, make_occasion(parked))).words
    assert "parked until 8 May 2026" in words
    assert "set claim 1 (“opened in 1931”) to waiting: parked until 8 May 2026" in words
    (claim,) = json.loads(render_json(case, make_occasion()))["claims"]
    assert (claim["verdict"]["waits"], claim["verdict"]["until"]) == ("parked", "2026-05-08")
