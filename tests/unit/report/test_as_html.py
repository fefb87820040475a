import re
from datetime import date

import pytest

from factcheck.model.article import Role
from factcheck.model.case import Case
from factcheck.model.claim import ClaimKind, Priority
from factcheck.model.evidence import SourceForm, SourceQuality, Stance
from factcheck.model.overview import LogHead
from factcheck.model.verdict import STATE_NAMES, Rating
from factcheck.report.as_html import render_html, web_link
from tests.makers import (
    CHECKER,
    TOWN_TEXT,
    do,
    make_article,
    make_case,
    make_claim,
    make_source,
    rated,
)
from tests.unit.report.occasions import make_occasion
from tests.unit.report.page import Page

HOSTILE = "</style><script>alert('x')</script>\"'><img src=x onerror=alert(1)>"


def town_case() -> Case:
    """A case with a claim in every state, and one of them with source and note."""
    words = (
        *("nine weeks", "Ferries will run", "1931", "oldest in the county"),
        *("14,000 cars a day", "no other choice", "the mayor, Ida Bruun"),
    )
    claims = [
        make_claim(
            w, kinds=(ClaimKind.QUANTITY,), priority=Priority.HIGH, question=f"Who says “{w}”?"
        )
        for w in words
    ]
    case = make_case(claims=claims)
    for claim, rating in zip(case.claims(), Rating, strict=False):
        do(
            case,
            case.rate(claim.id, rating, CHECKER, "the author" if rating is Rating.WAITING else ""),
        )
    wrong = case.claims()[1]
    source = make_source(form=SourceForm.URL, reference="https://example.org/bridges?a=1&b=2")
    do(
        case,
        case.attach(wrong.id, source, CHECKER, Stance.CONTRADICTS, "page 4", "closed on Sundays"),
        case.write_note(wrong.id, "No ferry runs on Sundays.", CHECKER),
    )
    return case


def test_the_page_says_what_was_decided_by_whom_and_why() -> None:
    words = Page(render_html(town_case(), make_occasion())).words
    assert "Three of six claims are checked." in words
    assert "Ada Checker, 4 March 2026, 09:30" in words
    assert "Register of bridges, primary, contradicts, page 4. closed on Sundays" in words
    assert "No ferry runs on Sundays." in words
    assert "waiting for the author" in words
    assert "Ask: Who says “the mayor, Ida Bruun”?" in words
    assert "record entry 318, fingerprint 7c1e 90ab 44d2" in words


def test_decisions_come_before_open_claims_and_these_before_verified_ones() -> None:
    html = render_html(town_case(), make_occasion())
    headings = re.findall(r'scope="rowgroup"><h3>(.*?)</h3>', html)
    assert headings == [
        "To decide",
        "Not checked, high priority",
        "Verified",
        "Marked, but not a claim",
    ]
    table = html[html.index('<table class="claims">') :]
    order = [int(number) for number in re.findall(r'<tr id="claim-(\d+)"', table)]
    assert order == [2, 3, 4, 5, 7, 1, 6]


def test_claims_to_change_stand_on_the_cover() -> None:
    html = render_html(town_case(), make_occasion())
    must_change = html[html.index('id="must-change"') : html.index('id="article"')]
    assert "Ferries will run" in must_change
    assert "No ferry runs on Sundays." in must_change
    assert "nine weeks" not in must_change


def test_every_mark_has_a_name_for_those_who_do_not_see_it() -> None:
    page = Page(render_html(town_case(), make_occasion()))
    names = [str(svg.get("aria-label")) for svg in page.having("svg")]
    assert len(names) > 20
    assert all(any(state in name for state in STATE_NAMES.values()) for name in names)
    assert all(svg.get("role") == "img" for svg in page.having("svg"))


def test_the_page_has_headings_and_a_table_that_can_be_read_aloud() -> None:
    page = Page(render_html(town_case(), make_occasion()))
    assert len(page.having("h1")) == 1
    assert len(page.having("h2")) == 8
    assert all(th.get("scope") in {"col", "row", "rowgroup"} for th in page.having("th"))
    assert page.having("html")[0]["lang"] == "en"
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    targets = {str(a["href"])[1:] for a in page.having("a") if str(a["href"]).startswith("#")}
    assert targets <= set(ids)


def test_the_page_loads_nothing() -> None:
    html = render_html(town_case(), make_occasion())
    page = Page(html)
    assert not [
        tag for tag, attributes in page.tags if "src" in attributes or tag in {"link", "script"}
    ]
    assert "url(" not in html
    assert "@import" not in html
    links = [a for a in page.having("a") if not str(a["href"]).startswith("#")]
    assert [(a["href"], a["rel"]) for a in links] == [
        ("https://example.org/bridges?a=1&b=2", "noopener noreferrer")
    ]


def test_hostile_words_in_any_field_stay_words() -> None:
    text = f"Headline {HOSTILE}\nA body {HOSTILE}"
    claim = make_claim("A body", of=text, question=HOSTILE)
    wrong = make_claim("Headline", of=text)
    case = make_case(text, [Role.HEADLINE], [claim, wrong], article=make_article(HOSTILE))
    rated(case, wrong, Rating.CONTRADICTED)
    source = make_source(HOSTILE, SourceForm.URL, f"javascript:{HOSTILE}")
    note = case.write_note(wrong.id, HOSTILE, CHECKER)
    attach = case.attach(wrong.id, source, CHECKER, locator=HOSTILE, passage=HOSTILE)
    do(case, note, attach)
    page = Page(render_html(case, make_occasion(note, attach, desk=HOSTILE, by=HOSTILE)))
    assert page.article == text
    assert not page.having("script")
    assert not page.having("img")
    assert not [a for a in page.having("a") if not str(a["href"]).startswith("#")]
    assert page.words.count("onerror") > 10


@pytest.mark.parametrize(
    "reference",
    ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "http://[", "https:", ""],
)
def test_only_pages_of_the_web_become_links(reference: str) -> None:
    assert web_link(make_source(form=SourceForm.URL, reference=reference)) == ""


def test_a_source_without_a_place_in_it_is_warned_of() -> None:
    claim = make_claim()
    case = make_case(claims=[claim])
    source = make_source(quality=SourceQuality.UNRANKED)
    do(case, case.attach(claim.id, source, CHECKER), rated(case, claim, Rating.VERIFIED))
    words = Page(render_html(case, make_occasion())).words
    assert "Register of bridges, no locator." in words
    assert "primary" not in words


def test_a_case_without_claims_is_still_a_report() -> None:
    page = Page(render_html(make_case(), make_occasion(head=LogHead(0, ""))))
    assert page.article == TOWN_TEXT
    assert "No claims are marked in this article." in page.words
    assert "Nothing is recorded yet." in page.words
    assert "fingerprint" not in page.words
    assert "Checked bynobody yet" in page.words


def test_a_finished_case_has_nothing_that_must_change() -> None:
    text = "The bridge is old."
    claim = make_claim("bridge is old", of=text)
    case = make_case(text, [Role.BODY], [claim])
    rated(case, claim, Rating.VERIFIED)
    words = Page(render_html(case, make_occasion())).words
    assert "The one claim is checked." in words
    assert "Must change" not in words
    assert "To decide" not in words


def test_an_unknown_publication_date_is_not_made_up() -> None:
    case = make_case(article=make_article(published=None))
    assert "Publishednot known" in Page(render_html(case, make_occasion())).words


def test_a_long_article_gets_its_overview_in_columns() -> None:
    long = "\n".join(f"Paragraph {n} of the story." for n in range(60))
    assert 'class="pair long"' in render_html(make_case(long, []), make_occasion())
    assert 'class="pair long"' not in render_html(make_case(), make_occasion())


def test_the_day_a_source_was_looked_at_is_told() -> None:
    claim = make_claim()
    case = make_case(claims=[claim])
    seen = make_source()
    seen = type(seen)(seen.article_id, seen.title, accessed=date(2026, 3, 1), sha256="ab" * 32)
    do(case, case.attach(claim.id, seen, CHECKER, locator="page 1"))
    words = Page(render_html(case, make_occasion())).words
    assert "accessed 1 March 2026." in words
    assert f"SHA-256 {'ab' * 32}" in words
