"""A new draft through the command line: every claim followed, every verdict kept or dropped, what is new found."""

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli import main
from factcheck.storage import Casebook

FIRST = """\
Council votes to move the market

BRACKWATER — The town council voted 9 to 4 on Tuesday to move the weekly market to the old station yard.

“It was the only place left,” said the market clerk, Nora Lindqvist, 58.

Traders paid £120,000 in rent last year, up 20 percent on 2019.

The market was founded in 1764 by a guild of weavers.

A fire destroyed 40 stalls in 2003.
"""
SECOND = """\
Council votes to move the market

BRACKWATER — The town council voted 9 to 4 on Tuesday to move the weekly market to the old station yard.

The market was founded in 1764 by a guild of weavers.

“It was the only place left,” market clerk Nora Lindqvist, 58, said.

Traders paid £120,000 in rent last year, up 25 percent on 2019.

The mayor, Ole Brandt, abstained from the vote in May.
"""


def run(*arguments: str | Path) -> int:
    return main([str(argument) for argument in arguments])


@pytest.fixture
def book(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A casebook with the first draft, every claim of it verified."""
    path, article = tmp_path / "desk.casebook", tmp_path / "market.txt"
    article.write_text(FIRST, "utf-8")
    (tmp_path / "market-2.txt").write_text(SECOND, "utf-8")
    assert run("check", article, "--published", "2026-03-05", "--casebook", path) == 0
    capsys.readouterr()
    run("list", "market.txt", "--json", "--casebook", path)
    for number, _ in enumerate(json.loads(capsys.readouterr().out), 1):
        run("verdict", "market.txt", str(number), "v", "--casebook", path)
    capsys.readouterr()
    return path


def fate_of(document: dict[str, Any], words: str) -> dict[str, Any]:
    """The fate of the shortest claim that has these words in either draft."""
    found = [
        claim
        for claim in document["claims"]
        if words in (claim["old"] or claim["new"])["text"]
        or words in (claim["new"] or {}).get("text", "")
    ]
    return min(found, key=lambda claim: len((claim["old"] or claim["new"])["text"]))


def test_every_claim_s_fate_is_told_and_recorded(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    second = book.parent / "market-2.txt"
    assert run("revise", "market.txt", second, "--json", "--casebook", book) == 0
    document = json.loads(capsys.readouterr().out)

    assert document["schema"] == "factcheck/revise/1"
    assert (document["old"]["draft"], document["new"]["draft"]) == (1, 2)
    for side, text in (("old", FIRST), ("new", SECOND)):
        for claim in document["claims"]:
            if (place := claim[side]) is not None:
                assert text[place["start"] : place["end"]] == place["text"]
    rise = fate_of(document, "20 percent")
    assert (rise["fate"], rise["reason"]) == ("changed", "number")
    assert (rise["verdict"], rise["rating"]) == ("dropped", "verified")
    assert rise["replaced"] == [{"old": "20", "new": "25"}]
    assert fate_of(document, "40 stalls")["fate"] == "gone"
    assert fate_of(document, "1764")["fate"] in ("moved", "same")
    assert fate_of(document, "9 to 4")["verdict"] == "kept"
    mayor = fate_of(document, "Ole Brandt")
    assert (mayor["fate"], mayor["old"], mayor["verdict"]) == ("new", None, None)
    assert sum(document["counts"].values()) == len(document["claims"])

    assert run("list", "market.txt", "--json", "--casebook", book) == 0
    states = {claim["id"]: claim["state"] for claim in json.loads(capsys.readouterr().out)}
    for claim in document["claims"]:
        if claim["new"] is not None:
            kept = claim["verdict"] == "kept"
            assert states[claim["claim"]] == ("verified" if kept else "open"), claim
    with closing(Casebook.open(book)) as casebook:
        assert casebook.check() == []


def test_a_person_reads_what_changed_and_the_same_draft_is_refused(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    second = book.parent / "market-2.txt"
    assert run("revise", "market.txt", second, "--casebook", book) == 0
    printed = capsys.readouterr().out
    assert "draft 2" in printed
    assert "verified → not checked" in printed
    assert "up 25 percent on 2019" in printed

    assert run("revise", "market.txt", second, "--casebook", book) == 2
    refusal = capsys.readouterr().err
    assert refusal.startswith("market-2.txt has the text of draft 2 of “Council votes")
    assert refusal.count("\n") == 1
