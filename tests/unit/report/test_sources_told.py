"""What reports say of a source beside its title."""

import csv
import io
import json
from dataclasses import replace
from datetime import date

from factcheck.model.evidence import SourceKind
from factcheck.model.quality import weakest_links
from factcheck.model.standard import Standard
from factcheck.model.verdict import Rating
from factcheck.report.as_csv import render_csv
from factcheck.report.as_html import about_source, render_html
from factcheck.report.as_json import render_json
from tests.makers import CHECKER, do, make_case, make_claim, make_source
from tests.unit.report.occasions import make_occasion

CLAIM = make_claim()
CLERK = replace(
    make_source("A clerk of the court"),
    kind=SourceKind.PERSON,
    dated=date(2026, 3, 1),
    contact="555 0100",
    is_confidential=True,
    origin="The court’s register",
)


def test_every_format_tells_what_a_source_is_and_whom_it_repeats() -> None:
    case = make_case(claims=[CLAIM])
    do(case, case.attach(CLAIM.id, CLERK, CHECKER, locator="call of 1 March"))
    occasion = make_occasion()
    told = ["person", "primary", "confidential", "of 1 March 2026"]
    assert about_source(CLERK) == [*told, "repeats The court’s register", "contact 555 0100"]
    page = render_html(case, occasion)
    assert "person, primary, confidential, of 1 March 2026, repeats The court’s register" in page
    (source,) = json.loads(render_json(case, occasion))["sources"]
    assert source["kind"] == "person"
    assert source["dated"] == "2026-03-01"
    assert source["confidential"] is True
    assert (source["contact"], source["origin"]) == ("555 0100", "The court’s register")
    table = render_csv(case, occasion).removeprefix("\ufeff")
    (row,) = csv.DictReader(io.StringIO(table, newline=""))
    assert row["sources"] == (
        "A clerk of the court | supports | primary | person | confidential | of 2026-03-01"
        " | repeats The court’s register | call of 1 March | 555 0100"
    )


def test_a_source_of_which_nothing_is_known_says_nothing_more() -> None:
    assert about_source(make_source()) == ["primary"]


def test_weak_links_stand_in_the_page_and_for_machines() -> None:
    case = make_case(claims=[CLAIM])
    do(case, case.attach(CLAIM.id, CLERK, CHECKER), case.rate(CLAIM.id, Rating.VERIFIED, CHECKER))
    occasion = replace(make_occasion(), links=tuple(weakest_links(case, Standard())))
    page = render_html(case, occasion)
    assert "Weakest links" in page
    assert "A source is named without a page, paragraph or time: A clerk of the court." in page
    (link,) = json.loads(render_json(case, occasion))["weak_links"]
    assert (link["claim"], link["weakness"]) == (CLAIM.id, "no-locator")
    assert link["source"] == CLERK.id
    assert "Weakest links" not in render_html(case, make_occasion())
