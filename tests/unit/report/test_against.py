"""What a report says of the article against itself."""

import json

import pytest

from factcheck.model.case import Case
from factcheck.model.claim import ClaimKind
from factcheck.model.coverage import Coverage, Tally
from factcheck.model.explaining import explain
from factcheck.model.finding import Finding, FindingKind, Outcome
from factcheck.report.against import against_itself, conflicts_told, open_conflicts
from factcheck.report.as_html import render_html
from factcheck.report.as_json import render_json
from factcheck.report.occasion import Occasion
from factcheck.report.outline import outline
from factcheck.report.summary import summarised, summary
from tests.makers import CHECKER, TOWN_TEXT, make_case, make_claim, place_of
from tests.unit.report.occasions import HEAD, MADE
from tests.unit.report.page import Page

OPENED = make_claim("opened in 1931", kinds=(ClaimKind.DATE_TIME,))


def finding(outcome: Outcome, *words: str, claims: tuple[str, ...] = ()) -> Finding:
    places = tuple(place_of(TOWN_TEXT, one) for one in words)
    kind, message = FindingKind.SUMS, f"{' and '.join(words)}: told."
    return Finding(
        "made-up", kind, outcome, message, places, "4 + 5 = 9", claims=claims, key=words[0]
    )


WRONG = finding(Outcome.CONFLICT, "nine weeks", "opened in 1931", claims=(OPENED.id,))
ODD = finding(Outcome.ASK, "14,000 cars")
RIGHT = finding(Outcome.CONSISTENT, "opened in 1931", claims=(OPENED.id,))
ALL = (WRONG, ODD, RIGHT)


@pytest.fixture
def case() -> Case:
    return make_case(claims=[OPENED])


def occasion(*findings: Finding) -> Occasion:
    return Occasion(MADE, "Town desk", "Ada Checker", (), HEAD, findings=findings)


def test_a_place_is_told_with_its_part_its_claim_and_the_words_around_it(case: Case) -> None:
    (told, *_) = against_itself(case, outline(case), ALL)
    headline, paragraph = told.places
    assert (headline.part, headline.words, headline.number) == ("Headline", "nine weeks", 0)
    assert paragraph.part.startswith("Paragraph")
    assert (paragraph.words, paragraph.number) == ("opened in 1931", 1)
    around = f"{paragraph.before}{paragraph.words}{paragraph.after}"
    assert around.strip("… ") in TOWN_TEXT


def test_the_page_has_a_section_with_every_conflict_and_its_sum(case: Case) -> None:
    page = Page(render_html(case, occasion(*ALL)))
    words = page.words.split("The article against itself")[1].split("The article, with")[0]
    assert WRONG.message in words and "4 + 5 = 9" in words
    assert ODD.message in words
    assert "One sum or date in the text agrees" in words
    assert RIGHT.message in words


def test_without_findings_there_is_no_such_section(case: Case) -> None:
    assert 'id="against-itself"' not in render_html(case, occasion())


def test_the_cover_says_how_often_the_article_contradicts_itself(case: Case) -> None:
    assert "The article contradicts itself in one place." in summarised(case, ALL).sentences
    assert conflicts_told(2) == "The article contradicts itself in two places."
    assert "contradicts itself" not in str(summarised(case, (ODD, RIGHT)))


def test_an_article_that_contradicts_itself_is_not_ready_whatever_else_is_done() -> None:
    done, read = Tally(verified=2), Coverage(40, 40)
    assert summary(done, 0, read).outcome == "Every claim is verified."
    assert summary(done, 0, read, conflicts=1).outcome == "Not ready to print."


def test_an_explained_conflict_says_by_whom_and_why_and_counts_no_more(case: Case) -> None:
    case.apply(explain(case, WRONG, "Two <closures>.", CHECKER))
    assert open_conflicts(case, ALL) == 0
    page = render_html(case, occasion(*ALL))
    assert "Two &lt;closures&gt;." in page
    assert f"Explained by {CHECKER.by}" in Page(page).words
    assert [one.finding for one in against_itself(case, outline(case), ALL)] == list(ALL)


def test_json_has_the_findings_with_what_was_said_of_them(case: Case) -> None:
    case.apply(explain(case, WRONG, "Two closures.", CHECKER))
    kept = json.loads(render_json(case, occasion(*ALL)))
    wrong, odd, _ = kept["findings"]
    assert wrong["explained"]["note"] == "Two closures."
    assert odd["explained"] is None
    assert [TOWN_TEXT[s["start"] : s["end"]] for s in wrong["spans"]] == [
        "nine weeks",
        "opened in 1931",
    ]
    assert wrong["claims"] == [OPENED.id]
