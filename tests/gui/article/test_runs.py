"""What is painted for a claim stands exactly under its words."""

import pytest
from pytestqt.qtbot import QtBot

from factcheck.model.claim import ClaimKind
from factcheck.ui.article import ArticleView
from factcheck.ui.article.runs import Run
from tests.gui.article.conftest import Open
from tests.gui.article.pointing import page_of, point_on, words_rect
from tests.makers import make_claim

WORDS = "the oldest in the county"


def runs_on(view: ArticleView, words: str) -> list[Run]:
    page = page_of(view)
    return [
        run
        for index in range(len(page))
        for row in page.laid(index).rows
        for run in row
        if run.placed.claim.text == words
    ]


@pytest.mark.parametrize(
    "before",
    [
        "The bridge is ",
        "🙂🙂🙂 The bridge is ",
        "👩🏽\u200d🚒 and 🇳🇴: the bridge is ",
        "The\u00a0bridge\u00a0is\u00a0",
        "הגשר is ",
        "The bridge (اضافة) is ",
        "\ufffc\u2028 it is ",
        "A line.\n \n\u00a0\n🙂\nIt is ",
        "E\u0301te\u0301: it is ",
    ],
)
def test_nothing_before_a_claim_shifts_its_line(open_text: Open, before: str) -> None:
    text = f"{before}{WORDS}."
    view = open_text(text, [make_claim(WORDS, of=text)])
    (run,) = runs_on(view, WORDS)
    expected = words_rect(view, WORDS)
    assert run.left == pytest.approx(expected.left(), abs=2)
    assert run.right == pytest.approx(expected.right(), abs=3)


def test_a_claim_that_runs_against_the_line_is_covered_whole(open_text: Open) -> None:
    text = "The sign says הגשר הישן today."
    view = open_text(text, [make_claim("says הגשר הישן", of=text)])
    page = page_of(view)
    covered = sum(run.right - run.left for run in runs_on(view, "says הגשר הישן"))
    start, _ = page.positions.range_of(make_claim("says", of=text).position)
    whole = words_rect(view, "says הגשר הישן today").width()
    assert start == 9
    assert 0 < covered < whole


def test_a_claim_over_two_lines_has_a_run_on_each_and_no_space_at_the_end(open_text: Open) -> None:
    text = "It was the second reported closure of the bridge since the county took it over in 1931."
    view = open_text(text, [make_claim(text[:-1], of=text)])
    first, second = runs_on(view, text[:-1])
    assert (first.line, second.line) == (0, 1)
    assert (first.begins, first.ends, second.begins, second.ends) == (True, False, False, True)
    page = page_of(view)
    end_of_first = page.laid(0).lines[0].place.of(text).rstrip()
    assert first.right == pytest.approx(words_rect(view, end_of_first).right(), abs=3)


def test_runs_follow_the_lines_when_the_window_grows_narrow(qtbot: QtBot, open_text: Open) -> None:
    text = "It was the second reported closure of the bridge since the county took it over in 1931."
    view = open_text(text, [make_claim(text[:-1], of=text)])
    view.resize(360, 700)
    qtbot.waitUntil(lambda: len(runs_on(view, text[:-1])) > 2)


def test_claims_in_claims_lie_on_levels(open_text: Open) -> None:
    text = "The mayor said the bridge is the oldest in the county and safe."
    claims = [
        make_claim(text, of=text, kinds=(ClaimKind.ATTRIBUTION,)),
        make_claim("the bridge is the oldest in the county", of=text),
        make_claim("oldest", of=text),
    ]
    view = open_text(text, claims)
    placed = page_of(view).laid(0).placed
    assert [(one.claim.text, one.level) for one in placed] == [
        (text, 2),
        ("the bridge is the oldest in the county", 1),
        ("oldest", 0),
    ]


def test_the_innermost_claim_is_found_under_the_pointer(open_text: Open) -> None:
    text = "The mayor said the bridge is the oldest in the county and safe."
    view = open_text(text, [make_claim(text, of=text), make_claim("oldest", of=text)])
    inner = next(c for c in page_of(view).case.claims() if c.text == "oldest")
    assert view.pane.claim_under(point_on(view, "oldest").toPointF()) == inner.id
    assert view.pane.claim_under(point_on(view, "safe").toPointF()) != inner.id
