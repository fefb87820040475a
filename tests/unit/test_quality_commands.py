"""What the desk asks of sources, on the command line: verdicts warned of and refused, weak links at the gate."""

from contextlib import closing
from pathlib import Path

import pytest

from factcheck import workflow
from factcheck.cli import main
from factcheck.model.evidence import FileState
from factcheck.model.quality import Weakness, standard_set
from factcheck.model.standard import Standard, WhenShort
from factcheck.model.verdict import State
from factcheck.storage import Casebook, file_states, file_states_at_sight
from tests.unit.storage.makers import added, now
from tests.unit.test_signing_commands import place, run, settle

__all__ = ["place"]  # the fixture, taken over as it is


def say(place: Path, standard: Standard) -> None:
    """Let the desk ask this of sources."""
    with closing(Casebook.open(place)) as book:
        book.write(standard_set(book.standard(), standard, now()))


def first_state(place: Path) -> State:
    with closing(Casebook.open(place, read_only=True)) as book:
        case = book.load(book.articles(1)[0].article.id)
        return case.state(case.claims()[0].id)


def test_a_verdict_on_too_little_is_recorded_with_a_warning(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(place, "verdict", "1", "v", "--source", "A neighbour") == 0
    told = capsys.readouterr()
    assert told.err == (
        "One source supports this claim; the desk asks for a primary one, or 2 that do not repeat"
        " each other.\n"
    )
    assert first_state(place) is State.VERIFIED


def test_a_primary_source_needs_no_warning(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ("verdict", "1", "v", "--source", "Register", "--rank", "primary")
    assert run(place, *command) == 0
    assert capsys.readouterr().err == ""


def test_a_strict_desk_refuses_in_one_sentence_and_nothing_is_written(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    say(place, Standard(when_short=WhenShort.REFUSE))
    assert run(place, "verdict", "1", "v", "--note", "Sure of it.") == 2
    told = capsys.readouterr().err
    assert "Not recorded. Nothing supports this claim yet" in told
    assert len(told.strip().splitlines()) == 1
    assert first_state(place) is State.OPEN
    assert run(place, "verdict", "1", "x") == 0


def test_weak_links_stop_an_article_at_the_gate_where_the_desk_says_so(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settle(place)
    assert run(place, "gate") == 0
    capsys.readouterr()
    say(place, Standard(gates=True))
    assert run(place, "gate") == 1
    assert "It stands on one source alone." in capsys.readouterr().out
    assert run(place, "sign-off") == 1


def test_a_kept_file_that_was_changed_or_is_gone_is_a_weak_link(tmp_path: Path) -> None:
    path = tmp_path / "ledger.txt"
    path.write_text("4,200 books", "utf-8")
    with closing(Casebook.open(tmp_path / "desk.casebook")) as book:
        case = added(book)
        case_id = case.article.id
    command = ["verdict", case_id, "1", "v", "--source", str(path), "--rank", "primary"]
    command += ["--locator", "p. 1", "--casebook", str(tmp_path / "desk.casebook")]
    assert main(command) == 0
    with closing(Casebook.open(tmp_path / "desk.casebook")) as book:
        case = book.load(case_id)
        (source,) = case.sources
        assert file_states(case, book.vault) == {source.id: FileState.WHOLE}
        assert workflow.occasion(book, case, "Mira").links == ()
        kept = book.vault.place_of(source.sha256)
        assert kept is not None
        kept.chmod(0o600)
        kept.write_text("9,999 books", "utf-8")
        assert file_states(case, book.vault) == {source.id: FileState.CHANGED}
        (link,) = workflow.occasion(book, case, "Mira").links
        assert (link.weakness, link.source_id) == (Weakness.FILE_CHANGED, source.id)
        kept.write_text("many more books than there were", "utf-8")
        assert file_states_at_sight(case, book.vault) == {source.id: FileState.CHANGED}
        kept.unlink()
        assert file_states(case, book.vault) == {source.id: FileState.MISSING}
        assert file_states_at_sight(case, book.vault) == {source.id: FileState.MISSING}
