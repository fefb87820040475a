"""The article held against itself, from the text alone: what detection reads, and what the rules make of it."""

import json
from collections.abc import Iterable
from functools import cache

import pytest

from benchmarks.texts import DATA
from factcheck import workflow
from factcheck.cli.lines import detect_lines
from tests.unit.consistency import (
    ages_cases,
    calendar_cases,
    changes_cases,
    conversions_cases,
    ordinals_cases,
    quantifiers_cases,
    repeats_cases,
    sums_cases,
)
from tests.unit.consistency.right_articles import ARTICLES
from tests.unit.consistency.subjects import plain

LABELLED = DATA / "consistency" / "consistency.jsonl"
# The kinds of the labelled set whose rules are held to it here.
KINDS = frozenset(
    {
        "weekday-date",
        "impossible-date",
        "date-order",
        "relative-date",
        "duration",
        "age-birthdate",
        "age-anniversary",
        "repeat-number",
        "magnitude",
        "headline-body",
        "quote-match",
        "ordinal",
        "since-contradiction",
        "sum-total",
        "count-list",
        "percent-sum",
        "percent-of",
        "rate",
        "percent-change",
        "percent-points",
        "direction",
        "unit-conversion",
        "currency-conversion",
    }
)
FAMILIES = {
    "calendar": calendar_cases,
    "ages": ages_cases,
    "repeats": repeats_cases,
    "ordinals": ordinals_cases,
    "quantifiers": quantifiers_cases,
    "changes": changes_cases,
    "conversions": conversions_cases,
    "sums": sums_cases,
}

needs_labelled = pytest.mark.skipif(
    not LABELLED.exists(), reason=f"the labelled texts are not at {LABELLED} (set FACTCHECK_DATA)"
)


@cache
def detector() -> workflow.Detector:
    return workflow.in_this_process()


def conflicts_in(texts: Iterable[tuple[str, str | None]]) -> list[set[str]]:
    """What is said of each conflict, text by text, as the command line prints it."""
    rows = [json.dumps({"text": text, "published": published}) for text, published in texts]
    told = detect_lines((row.encode() for row in rows), detector())
    return [{f["message"] for f in line["findings"] if f["verdict"] == "conflict"} for line in told]


@pytest.mark.parametrize("family", FAMILIES)
def test_conflicts_are_found_in_plain_text(family: str) -> None:
    cases = FAMILIES[family].CONFLICTS
    found = conflicts_in((plain(text), published) for text, published, _ in cases)
    missed = [case for case, messages in zip(cases, found, strict=True) if not messages]
    assert len(missed) <= 0.03 * len(cases), missed


@pytest.mark.parametrize("family", FAMILIES)
def test_look_alikes_are_no_conflict(family: str) -> None:
    cases = FAMILIES[family].INNOCENT
    found = conflicts_in((plain(text), published) for text, published in cases)
    alarms = [pair for pair in zip(cases, found, strict=True) if pair[1]]
    assert not alarms


def test_whole_articles_that_agree_raise_nothing() -> None:
    found = conflicts_in(ARTICLES)
    assert not [pair for pair in zip(ARTICLES, found, strict=True) if pair[1]]


@needs_labelled
def test_the_labelled_conflicts_are_caught_without_a_false_alarm() -> None:
    lines = LABELLED.read_text(encoding="utf-8").splitlines()
    gold = [row for row in map(json.loads, lines) if row["kind"] in KINDS]
    found = conflicts_in((row["text"], row.get("dct")) for row in gold)
    told = list(zip(gold, found, strict=True))
    assert not [row["id"] for row, messages in told if row["expect"] == "ok" and messages]
    hard = [pair for pair in told if pair[0]["expect"] == "conflict" and not pair[0].get("soft")]
    assert not [row["id"] for row, messages in hard if not messages]
