"""Tells what the article says against itself: each finding with its places, its sum, and who explained it."""

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.model.case import Case
from factcheck.model.finding import Explanation, Finding, Outcome
from factcheck.model.text import TextPosition
from factcheck.report.outline import Outline
from factcheck.report.wording import number, opening

_AROUND = 30  # code points shown on either side of a place


@dataclass(frozen=True, slots=True)
class ToldPlace:
    """One place of a finding: the part it lies in, its words between those around them, its claim's number or 0."""

    part: str
    before: str
    words: str
    after: str
    number: int


@dataclass(frozen=True, slots=True)
class Told:
    """A finding as a report tells it."""

    finding: Finding
    places: tuple[ToldPlace, ...]
    explanation: Explanation | None


def against_itself(case: Case, plan: Outline, findings: Sequence[Finding]) -> list[Told]:
    """The findings in their order, those that were explained after the others of their outcome."""
    told = [_told(case, plan, finding) for finding in findings]
    return sorted(told, key=lambda one: (one.finding.outcome.rank, one.explanation is not None))


def open_conflicts(case: Case, findings: Sequence[Finding]) -> int:
    """How many conflicts nobody has explained."""
    return sum(
        finding.outcome is Outcome.CONFLICT and case.explanation(finding.key) is None
        for finding in findings
    )


def conflicts_told(conflicts: int) -> str:
    """The sentence about them on the cover; empty where there is none."""
    if conflicts == 0:
        return ""
    places = "one place" if conflicts == 1 else f"{number(conflicts)} places"
    return f"The article contradicts itself in {places}."


def agreed(told: Sequence[Told]) -> str:
    """How much was held against each other and agrees, as the end of the section says it."""
    right = sum(one.finding.outcome is Outcome.CONSISTENT for one in told)
    if right == 1:
        return "One sum or date in the text agrees with itself:"
    return f"{opening(right)} sums and dates in the text agree with each other:"


def _told(case: Case, plan: Outline, finding: Finding) -> Told:
    places = tuple(_place(case, plan, finding, position) for position in finding.places)
    return Told(finding, places, case.explanation(finding.key))


def _place(case: Case, plan: Outline, finding: Finding, position: TextPosition) -> ToldPlace:
    text = case.text
    part = next((p for p in plan.parts if p.position.contains(position)), None)
    around = TextPosition(0, len(text)) if part is None else part.position
    start = max(around.start, position.start - _AROUND)
    end = min(around.end, position.end + _AROUND)
    before, after = text[start : position.start], text[position.end : end]
    if start > around.start:
        before = "… " + before.partition(" ")[2]
    if end < around.end:
        after = after.rpartition(" ")[0] + " …"
    numbers = plan.numbers()
    here = [
        numbers[claim_id]
        for claim_id in finding.claims
        if claim_id in numbers and case.claim(claim_id).position.overlaps(position)
    ]
    name = "" if part is None else part.name
    return ToldPlace(name, before, position.of(text), after, here[0] if here else 0)
