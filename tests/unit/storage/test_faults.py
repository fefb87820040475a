"""The disk fills, the process is killed, others write too: what was told to be kept is kept."""

import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from factcheck.errors import CasebookError, NotRecorded
from factcheck.model.article import Role
from factcheck.model.change import Change
from factcheck.model.verdict import Rating
from factcheck.storage import Casebook, opening
from tests.unit.storage.makers import added, do, found_in, manuscript, now

KILLS = 200
KILLS_A_CASEBOOK = 20
ROOT = Path(__file__).parents[3]


def is_whole(path: Path) -> None:
    """Every page, index, reference and log entry of the casebook holds."""
    with closing(sqlite3.connect(path)) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        for words in ("claims_search", "articles_search"):
            plain.execute(f"INSERT INTO {words} ({words}, rank) VALUES ('integrity-check', 1)")
    with closing(Casebook.open(path)) as casebook:
        assert casebook.check() == []


def has(plain: sqlite3.Connection, told: str) -> bool:
    """Whether what a writer said it had written is in the file."""
    what, key, value = told.split(" ")
    query = {
        "article": "SELECT count(*) = CAST(? AS INTEGER) FROM claims JOIN drafts ON drafts.id = draft_id"
        " WHERE article_id = ?",
        "verdict": "SELECT rating = ? FROM verdicts WHERE claim_id = ?",
        "note": "SELECT change LIKE '%' || ? || '%' FROM log WHERE verb = 'note' AND claim_id = ?",
        "change": "SELECT number = ? FROM log WHERE json_extract(change, '$.id') = ?",
    }[what]
    return bool(plain.execute(query, (value, key)).fetchone() == (1,))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs fork and SIGKILL")
def test_two_hundred_kills_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    chance = random.Random(20260504)
    acknowledged = 0
    with subprocess.Popen(
        [sys.executable, "-m", "tests.unit.storage.writer_to_kill"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as killer:
        assert killer.stdin is not None
        assert killer.stdout is not None
        for kill in range(KILLS):
            path = tmp_path / f"{kill // KILLS_A_CASEBOOK}.casebook"
            if kill % KILLS_A_CASEBOOK == 0:
                Casebook.open(path).close()
            print(f"{chance.uniform(1, 60):.2f} {path}", file=killer.stdin, flush=True)
            told = list(iter(killer.stdout.readline, "killed\n"))
            assert all(line == "open \n" or not line.startswith("open") for line in told)
            with closing(sqlite3.connect(path)) as plain:
                lines = [line.rstrip() for line in told if not line.startswith("open")]
                assert [line for line in lines if not has(plain, line)] == []
                acknowledged += len(lines)
            is_whole(path)
        killer.stdin.close()
    assert acknowledged


@contextmanager
def small_disk(tmp_path: Path, kibibytes: int) -> Iterator[Path]:
    disk = tmp_path / "small"
    disk.mkdir()
    if shutil.which("mount") is None or not sys.platform.startswith("linux"):
        pytest.skip("a small disk can only be made on Linux")
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={kibibytes}k", "tmpfs", disk],
        capture_output=True,
        check=False,
    )
    if made.returncode:
        pytest.skip("a small disk can only be mounted by root")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "-l", disk], check=True)


def test_a_full_disk_refuses_the_change_and_takes_it_when_there_is_room(tmp_path: Path) -> None:
    with small_disk(tmp_path, 3000) as disk, closing(Casebook.open(disk / "desk.casebook")) as book:
        case = added(book)
        ballast = disk / "ballast"
        with ballast.open("wb", buffering=0) as filling, pytest.raises(OSError):
            while True:
                filling.write(b"\0" * 4096)
        changes: list[Change] = []
        with pytest.raises(NotRecorded, match="The disk is full: make room and try again"):
            for number in range(2000):
                change = case.write_note(case.claims()[0].id, f"Note {number}. " * 200, now())
                do(book, case, change)
                changes.append(change)
        head, refused = book.head(), change
        assert set(book.load(case.article.id).records()) == set(case.records())
        with pytest.raises(NotRecorded, match="disk is full"):
            book.add(manuscript("A line of words.\n" * 20_000), now())
        assert len(book.articles(5)) == 1
        ballast.unlink()
        assert book.write(refused).number == head.number + 1
        book.close()
        is_whole(disk / "desk.casebook")


def test_no_room_for_a_new_casebook_is_told(tmp_path: Path) -> None:
    with small_disk(tmp_path, 40) as disk:
        with pytest.raises(CasebookError, match="The disk is full") as told:
            Casebook.open(disk / "desk.casebook", exclusive=True)
        assert "sqlite" not in str(told.value).lower()
        assert not (disk / "desk.casebook.lock").exists()


def test_a_file_that_may_not_grow_keeps_what_it_has(casebook: Casebook, path: Path) -> None:
    case = added(casebook)
    pages = casebook._connection.execute("PRAGMA page_count").fetchone()[0]
    casebook._connection.execute(f"PRAGMA max_page_count = {pages + 1}")
    book = manuscript("A line of words.\n" * 5_000, roles=(Role.BODY,))
    entries = casebook.head()
    with pytest.raises(NotRecorded, match="The disk is full"):
        casebook.add(book, now())
    with pytest.raises(NotRecorded, match="The disk is full"):
        casebook.write(case.propose(found_in(book.draft)[0], [], now()))
    assert casebook.head() == entries
    assert casebook.counts() == (1, 10)
    casebook._connection.execute("PRAGMA max_page_count = 1000000")
    casebook.add(book, now())
    casebook.close()
    is_whole(path)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit to set on Windows")
def test_a_disk_that_fails_is_told_and_nothing_is_written_half(path: Path) -> None:
    program = """
import resource, sys
from pathlib import Path
from factcheck.errors import NotRecorded
from factcheck.storage import Casebook
from tests.unit.storage.makers import added, manuscript, now
casebook = Casebook.open(Path(sys.argv[1]))
added(casebook)
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, resource.RLIM_INFINITY))
try:
    casebook.add(manuscript("A line of words. " * 60_000), now())
except NotRecorded as error:
    print(error)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
added(casebook)
"""
    (told,) = run_at_once((program, str(path)))
    assert told == (
        "The change was not recorded; all before it is safe."
        " The disk reported an error: it may be full or failing.\n"
    )
    with closing(Casebook.open(path)) as casebook:
        assert casebook.counts() == (2, 20)
    is_whole(path)


def test_a_casebook_locked_by_another_program_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.05)
    with closing(Casebook.open(path)) as casebook:
        case = added(casebook)
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotRecorded, match="Another program has been writing"):
            casebook.write(case.set_title("Now", now()))
        assert casebook.load(case.article.id).article.title == case.article.title
        with pytest.raises(CasebookError, match="Another program has been writing"):
            Casebook.open(path)
        other.execute("ROLLBACK")
        other.close()
        do(casebook, case, case.set_title("Now", now()))


def run_at_once(*programs: tuple[str, ...]) -> list[str]:
    """What programs started together print; none of them may fail."""
    running = [
        subprocess.Popen(
            [sys.executable, "-c", *program],
            cwd=ROOT,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for program in programs
    ]
    told = [process.communicate() for process in running]
    assert [(process.returncode, err) for process, (_, err) in zip(running, told, strict=True)] == [
        (0, "")
    ] * len(running)
    return [out for out, _ in told]


WRITING = """
import sys
from pathlib import Path
from factcheck.model.verdict import Rating
from factcheck.storage import Casebook
from tests.unit.storage.makers import added, do, now
casebook = Casebook.open(Path(sys.argv[1]))
case = added(casebook)
for number in range(400):
    claim = case.claims()[number % 5]
    do(casebook, case, case.rate(claim.id, list(Rating)[number % 6], now()))
    do(casebook, case, case.write_note(claim.id, f"{number}", now()))
print(case.article.id)
"""


def test_two_programs_write_at_once_and_nothing_is_lost(path: Path) -> None:
    first, second = run_at_once((WRITING, str(path)), (WRITING, str(path)))
    with closing(Casebook.open(path)) as casebook:
        for article in (first.strip(), second.strip()):
            case = casebook.load(article)
            claim = case.claims()[4]
            note = case.note(claim.id)
            assert note is not None
            assert note.text == "399"
            assert len(casebook.history(article)) == 2 + 800
            rated = casebook.history(article, claim.id)
            assert len(rated) == 160
        assert casebook.head().number == 2 * 802
    is_whole(path)


def test_programs_that_make_the_same_casebook_at_once_all_get_it(path: Path) -> None:
    making = """
import sys
from pathlib import Path
from factcheck.storage import Casebook
print(Casebook.open(Path(sys.argv[1])).check())
"""
    assert run_at_once(*[(making, str(path))] * 4) == ["[]\n"] * 4


def test_a_verdict_is_one_short_transaction(casebook: Casebook) -> None:
    case = added(casebook)
    do(casebook, case, case.rate(case.claims()[0].id, Rating.VERIFIED, now()))
    statements: list[str] = []
    casebook._connection.set_trace_callback(statements.append)
    do(casebook, case, case.rate(case.claims()[1].id, Rating.VERIFIED, now()))
    begun = [" ".join(text.split()[:3]) for text in statements if not text.startswith("--")]
    assert list(dict.fromkeys(begun)) == [  # a trigger has its statement traced twice
        "BEGIN IMMEDIATE",
        'SELECT stage, "by"',  # whether the article is signed off
        "INSERT INTO verdicts",
        "UPDATE sentences SET",
        "SELECT number, sha256,",
        "INSERT INTO log",
        "COMMIT",
    ]


def test_of_changes_that_belong_together_all_are_recorded_or_none(casebook: Casebook) -> None:
    case = added(casebook)
    claim = case.claims()[0]
    before = casebook.head()
    rated = case.rate(claim.id, Rating.VERIFIED, now())
    case.apply(rated)
    with pytest.raises(NotRecorded, match="half a character"):
        casebook.write_all([rated, case.write_note(claim.id, "caf\ud83d", now())])
    assert casebook.head() == before
    assert casebook.load(case.article.id).verdict(claim.id) is None
    noted = case.write_note(claim.id, "café", now())
    assert [entry.change for entry in casebook.write_all([rated, noted])] == [rated, noted]
    assert casebook.load(case.article.id).note(claim.id) is not None
    assert casebook.check() == []
