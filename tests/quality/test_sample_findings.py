"""The sample article against itself: what was planted is found, what only looks wrong is left alone."""

from pathlib import Path

import pytest

from factcheck import workflow
from factcheck.model.finding import Finding, Outcome
from factcheck.resource_files import resource

PLANTED = {
    "headline-body": ("nine weeks", "eight weeks"),
    "ordinal": ("second", "first"),
    "sum-total": ("8.4 million", "4.2 million"),
    "percent-change": ("25 percent", "1,200"),
    "age-birthdate": ("62", "1961"),
    "unit-conversion": ("24 miles", "31 kilometers"),
    "name-spelling": ("Ida Bruun", "Bruhn"),
    "weekday-date": ("Wednesday, June 16", "June 14"),
}


@pytest.fixture(scope="module")
def found() -> tuple[str, list[Finding]]:
    """The text of the sample, and all that it says against itself or that agrees."""
    manuscript = workflow.read(Path(resource("samples", "harbour-bridge.txt")))
    published = manuscript.article.published
    detector = workflow.in_this_process()
    blocks = list(detector(manuscript.draft, manuscript.blocks, published))
    return manuscript.draft.text, workflow.findings_in(manuscript, blocks)


def test_every_planted_contradiction_is_found_at_its_place(
    found: tuple[str, list[Finding]],
) -> None:
    text, findings = found
    conflicts = {f.rule: f for f in findings if f.outcome is Outcome.CONFLICT}
    assert set(conflicts) == set(PLANTED)
    for rule, (first, second) in PLANTED.items():
        words = [place.of(text) for place in conflicts[rule].places]
        assert any(first in one for one in words), (rule, words)
        told = " ".join(words) + conflicts[rule].message + conflicts[rule].arithmetic
        assert second in told or rule == "weekday-date", (rule, told)


def test_nothing_that_is_right_is_called_a_contradiction(found: tuple[str, list[Finding]]) -> None:
    _, findings = found
    assert sum(f.outcome is Outcome.CONFLICT for f in findings) == len(PLANTED)
    assert [f.rule for f in findings if f.outcome is Outcome.ASK] == []
    right = {f.rule for f in findings if f.outcome is Outcome.CONSISTENT}
    assert {"weekday-date", "sum-total"} <= right  # the dateline, and the council's vote
