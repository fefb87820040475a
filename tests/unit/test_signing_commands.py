"""The commands of sign-off on a casebook: what is open, a stage passed, a signed article opened again."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.cli import main
from factcheck.model.detected import BlockFacts
from factcheck.model.evidence import Source
from factcheck.model.verdict import Rating
from factcheck.storage import Casebook
from tests.unit.storage.makers import added, do, now


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A casebook with one article that detection has gone through."""
    path = tmp_path / "desk.casebook"
    with closing(Casebook.open(path)) as book:
        case = added(book)
        facts = [BlockFacts(case.draft.id, block.position) for block in case.blocks]
        do(book, case, case.propose([], [], now("program"), facts))
    return path


def settle(path: Path) -> str:
    """Every claim of the article verified with a source, and the rest read; its id."""
    with closing(Casebook.open(path)) as book:
        case = book.load(book.articles(1)[0].article.id)
        for claim in case.claims():
            do(book, case, case.attach(claim.id, Source(case.article.id, "Register"), now()))
            do(book, case, case.rate(claim.id, Rating.VERIFIED, now()))
        do(book, case, case.read([sentence.id for sentence in case.sentences], now()))
        return case.article.id


def run(place: Path, command: str, *more: str) -> int:
    with closing(Casebook.open(place, read_only=True)) as book:
        identity = book.articles(1)[0].article.id
    return main([command, identity, "--casebook", str(place), *more])


def test_the_gate_lists_what_is_open_and_says_so_by_its_status(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(place, "gate") == 1
    told = capsys.readouterr().out
    assert "Not checked." in told and "are open." in told
    settle(place)
    assert run(place, "gate") == 0
    assert "nothing is open" in capsys.readouterr().out


def test_the_gate_tells_machines_where(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(place, "gate", "--json") == 1
    told = json.loads(capsys.readouterr().out)
    with closing(Casebook.open(place, read_only=True)) as book:
        case = book.load(told["article"]["id"])
    for point in told["open"]:
        if point["claim"]:
            claim = case.claim(point["claim"])
            assert (point["start"], point["end"]) == (claim.position.start, claim.position.end)
    assert {point["kind"] for point in told["open"]} >= {"claim"}
    assert told["signed"] == []


def test_an_article_with_open_points_is_not_signed_off(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(place, "sign-off", "--by", "Mira") == 1
    assert "open" in capsys.readouterr().out
    assert run(place, "reopen", "--why", "no reason") == 2
    assert "is not signed off" in capsys.readouterr().err


def test_signed_locked_opened_again(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settle(place)
    assert run(place, "sign-off", "--by", "Mira", "--stage", "editor") == 2
    assert "next stage" in capsys.readouterr().err
    assert run(place, "sign-off", "--by", "Mira", "--stage", "checker") == 0
    assert "signed off by Mira as checker" in capsys.readouterr().out
    assert run(place, "verdict", "1", "x") == 2
    refusal = capsys.readouterr().err
    assert "Mira signed the article off as checker" in refusal and "Traceback" not in refusal
    assert run(place, "reopen", "--why", "The mayor rang.", "--by", "Jonas") == 0
    assert run(place, "verdict", "1", "x") == 0
    assert run(place, "gate") == 1
    assert "Contradicted, and still in the text." in capsys.readouterr().out


def test_nobody_signs_and_nothing_is_opened_without_a_reason(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settle(place)
    assert run(place, "sign-off", "--by", "  ") == 2
    assert "Say who signs" in capsys.readouterr().err
    assert run(place, "sign-off", "--by", "Mira") == 0
    assert run(place, "reopen", "--why", " ") == 2
    assert "Say why" in capsys.readouterr().err
