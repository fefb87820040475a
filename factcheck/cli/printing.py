"""What the commands print: for a person at a terminal, or as JSON."""

import json
from collections.abc import Sequence
from datetime import date

from factcheck.model.case import Case
from factcheck.model.claim import KIND_NAMES, Priority
from factcheck.model.finding import OUTCOME_NAMES, Finding, Outcome, counted_outcome
from factcheck.model.verdict import STATE_NAMES
from factcheck.storage import Casebook


def print_summary(case: Case, casebook: Casebook, findings: Sequence[Finding]) -> None:
    """Print what an article is, how far its checking has come, and what it says against itself."""
    tally = case.tally()
    high = sum(
        claim.priority is Priority.HIGH and case.state(claim.id).counts and claim.is_checkable
        for claim in case.claims()
    )
    published = case.article.published
    print(case.article.title)
    print(f"  published   {published or 'not given; --published YYYY-MM-DD says when'}")
    print(f"  words       {len(case.text.split())}")
    print(f"  claims      {tally.total}, {high} of high priority")
    print(f"  checked     {tally.settled} of {tally.total}")
    print(f"  casebook    {casebook.path}")
    print(f"  article     {case.article.id}")
    waiting = [f for f in findings if case.explanation(f.key) is None]
    counts = (counted_outcome(sum(f.outcome is o for f in waiting), o) for o in Outcome)
    print(f"  findings    {', '.join(counts)}")
    for finding in waiting:
        if finding.outcome is not Outcome.CONSISTENT:
            print(f"    {OUTCOME_NAMES[finding.outcome]:8}  {finding.message}")


def print_articles(casebook: Casebook, as_json: bool) -> None:
    """Print a line an article, last touched first; as JSON, one list of objects."""
    total, _ = casebook.counts()
    summaries = casebook.articles(max(1, total))
    if as_json:
        rows = [
            {
                "id": summary.article.id,
                "title": summary.article.title,
                "published": _iso(summary.article.published),
                "draft": summary.draft_number,
                "file": summary.file_name,
                "claims": summary.tally.total,
                "checked": summary.tally.settled,
                "contradicted": summary.tally.contradicted,
                "read": summary.coverage.percent,
                "touched": summary.touched.isoformat(),
            }
            for summary in summaries
        ]
        print(json.dumps(rows, ensure_ascii=False))
        return
    for summary in summaries:
        progress = f"{summary.tally.settled} of {summary.tally.total}"
        day = summary.article.published or "no date"
        print(f"{summary.article.id}  {day!s:10}  {progress:>12}  {summary.article.title}")
    if not summaries:
        print("The casebook holds no articles yet. factcheck check FILE adds one.")


def print_claims(case: Case, as_json: bool) -> None:
    """Print a line a claim in text order, numbered from 1; as JSON, one list of objects."""
    if as_json:
        rows = [
            {
                "number": number,
                "id": claim.id,
                "text": claim.text,
                "kinds": [kind.value for kind in claim.kinds],
                "priority": claim.priority.value,
                "state": case.state(claim.id).value,
                "question": claim.question,
            }
            for number, claim in enumerate(case.claims(), 1)
        ]
        print(json.dumps(rows, ensure_ascii=False))
        return
    for number, claim in enumerate(case.claims(), 1):
        state = STATE_NAMES[case.state(claim.id)]
        print(
            f"{number:4}  {state:21}  {claim.priority:6}  {KIND_NAMES[claim.kind]:20}  "
            f"{one_line(claim.text)}"
        )
    if not case.claims():
        print("Nothing in this article is marked as a claim.")


def one_line(text: str, width: int = 100) -> str:
    """The text without line breaks, cut to ``width`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1] + "…"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
