"""What is opened, what is refused, and what is only read, each told in one sentence."""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from factcheck.errors import CasebookError, CasebookReadOnly
from factcheck.model.verdict import Rating
from factcheck.storage import CASEBOOK_SUFFIX, Casebook, opening, schema
from tests.unit.storage.makers import added, do, manuscript, now

OTHER_WINDOW = (
    "The casebook is open in another window. You can read; verdicts need that window closed."
)


@contextmanager
def read_only_disk(folder: Path) -> Iterator[Path]:
    """What is in the folder on a disk that cannot be written to; skips where none can be made."""
    disk = folder.with_name(f"{folder.name}-disk")
    disk.mkdir()
    if shutil.which("mount") is None or not sys.platform.startswith("linux"):
        pytest.skip("a read-only disk can only be made on Linux")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", disk], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a read-only disk can only be mounted by root")
    try:
        shutil.copytree(folder, disk, dirs_exist_ok=True)
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        yield disk
    finally:
        subprocess.run(["umount", "-l", disk], check=True)


def refused(path: Path, **how: bool) -> str:
    """The one sentence with which the file is refused."""
    with pytest.raises(CasebookError) as told:
        Casebook.open(path, **how)
    sentence = str(told.value)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    assert "sqlite" not in sentence.lower()
    return sentence


def test_a_casebook_is_made_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "desk" / f"2026 – é%20#?{CASEBOOK_SUFFIX}"
    with closing(Casebook.open(path)) as casebook:
        added(casebook)
        assert casebook.read_only_reason == ""
    with closing(Casebook.open(path)) as again:
        assert again.counts() == (1, 10)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_an_empty_file_becomes_a_casebook(path: Path) -> None:
    path.touch()
    with closing(Casebook.open(path)) as casebook:
        assert casebook.check() == []


def test_writing_is_durable_in_every_mode(path: Path) -> None:
    with closing(Casebook.open(path)) as casebook:
        settings = {
            name: casebook._connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
    }


def test_opening_a_casebook_that_is_up_to_date_loads_nothing_heavy(path: Path) -> None:
    Casebook.open(path).close()
    program = (
        "import sys; from pathlib import Path; from factcheck.storage import Casebook;"
        "Casebook.open(Path(sys.argv[1]), exclusive=True).close();"
        "print({'sqlite_utils', 'numpy', 'click'} & set(sys.modules))"
    )
    command = [sys.executable, "-c", program, str(path)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "set()\n"


def test_what_is_no_casebook_is_refused_and_left_alone(tmp_path: Path, path: Path) -> None:
    assert refused(tmp_path).endswith("is a folder, not a casebook.")
    for content in (b"Dear editor,\n", b"PK\3\4" + os.urandom(4000), b"\0" * 4096, b"S"):
        path.write_bytes(content)
        assert refused(path) == "desk.casebook is not a casebook, and was left as it is."
        assert path.read_bytes() == content
    path.unlink()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE birds (name TEXT)")
    before = path.read_bytes()
    assert "a database of another program" in refused(path)
    assert "a database of another program" in refused(path, read_only=True)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_refused_without_waiting_for_it(path: Path) -> None:
    os.mkfifo(path)
    assert "is not a file" in refused(path)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "cannot be" in refused(tmp_path / "file" / "deeper" / "desk.casebook")
    assert "cannot be opened" in refused(tmp_path / ("x" * 300))


def test_a_casebook_that_is_not_there_cannot_be_read(path: Path) -> None:
    assert refused(path, read_only=True).startswith("There is no casebook desk.casebook in")
    assert not path.exists()


@pytest.mark.parametrize("keep", [0.3, 0.7, 0.97])
def test_a_casebook_cut_short_is_called_damaged(path: Path, keep: float) -> None:
    with closing(Casebook.open(path)) as casebook:
        added(casebook)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * keep)])
    assert "is damaged" in refused(path)
    assert "is damaged" in refused(path, read_only=True)


def test_garbage_in_a_casebook_is_told_in_words(path: Path) -> None:
    with closing(Casebook.open(path)) as casebook:
        article = added(casebook, manuscript("A line of words.\n" * 400)).article.id
    whole = bytearray(path.read_bytes())
    whole[4096:] = os.urandom(len(whole) - 4096)
    path.write_bytes(whole)
    with (
        pytest.raises(CasebookError, match="is damaged"),
        closing(Casebook.open(path)) as casebook,
    ):
        casebook.load(article)


def test_a_casebook_without_one_of_its_tables_is_called_damaged(path: Path) -> None:
    Casebook.open(path).close()
    with closing(sqlite3.connect(path)) as other:
        other.execute("DROP TABLE evidence")
    assert "is damaged" in refused(path)


def test_a_newer_casebook_is_refused_and_left_alone(path: Path) -> None:
    with closing(Casebook.open(path)) as casebook:
        added(casebook)
    with closing(sqlite3.connect(path)) as newer, newer:
        newer.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('casebook', 'casebook_999', '2031-01-01')"
        )
    assert "a newer version of this program" in refused(path)
    assert "a newer version of this program" in refused(path, read_only=True)


def test_an_older_casebook_is_copied_then_brought_up_to_date(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Casebook.open(path)) as casebook:
        case = added(casebook)

    def casebook_next(db: object) -> None:
        db.conn.execute("ALTER TABLE articles ADD COLUMN desk TEXT")  # type: ignore[attr-defined]

    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, casebook_next))
    assert "must be opened once for writing" in refused(path, read_only=True)
    with closing(Casebook.open(path)) as casebook:
        assert casebook._connection.execute("SELECT desk FROM articles").fetchone() == (None,)
        assert set(casebook.load(case.article.id).records()) == set(case.records())
    monkeypatch.undo()
    assert "newer" in refused(path)
    copy = path.with_name("desk before casebook_next.casebook")
    with closing(Casebook.open(copy)) as before:
        assert before.check() == []
        assert set(before.load(case.article.id).records()) == set(case.records())
    assert {file.name for file in path.parent.iterdir()} == {path.name, copy.name}


def test_a_step_that_fails_leaves_the_casebook_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Casebook.open(path).close()
    before = path.read_bytes()

    def casebook_next(db: object) -> None:
        db.conn.execute("CREATE TABLE half_done (x)")  # type: ignore[attr-defined]
        raise KeyError("a fault in the step")

    with monkeypatch.context() as patched:
        patched.setattr(schema, "STEPS", (*schema.STEPS, casebook_next))
        with pytest.raises(KeyError):
            Casebook.open(path)
    assert path.read_bytes() == before
    Casebook.open(path).close()


def test_a_second_window_may_only_read(path: Path) -> None:
    first = Casebook.open(path, exclusive=True)
    case = added(first)
    second = Casebook.open(path, exclusive=True)
    assert first.read_only_reason == ""
    assert second.read_only_reason == OTHER_WINDOW
    assert set(second.load(case.article.id).records()) == set(case.records())
    with pytest.raises(CasebookReadOnly, match="open in another window"):
        second.write(case.set_title("Mine", now()))
    with pytest.raises(CasebookReadOnly):
        second.keep_view(case.article.id, {"scroll": 1})
    do(first, case, case.set_title("Still first", now()))
    assert second.load(case.article.id).article.title == "Still first"
    first.close()
    third = Casebook.open(path, exclusive=True)
    assert third.read_only_reason == ""
    second.close()
    third.close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_casebook_has_one_window_whatever_it_is_called_by(path: Path) -> None:
    link = path.with_name("link.casebook")
    first = Casebook.open(path, exclusive=True)
    try:
        link.symlink_to(path)
    except OSError:
        pytest.skip("links cannot be made here")
    second = Casebook.open(link, exclusive=True)
    assert second.read_only_reason == OTHER_WINDOW
    second.close()
    first.close()


def test_the_command_line_writes_beside_a_window(path: Path) -> None:
    window = Casebook.open(path, exclusive=True)
    case = added(window)
    with closing(Casebook.open(path)) as beside:
        assert beside.read_only_reason == ""
        do(beside, case, case.rate(case.claims()[0].id, Rating.VERIFIED, now()))
    assert set(window.load(case.article.id).records()) == set(case.records())
    do(window, case, case.rate(case.claims()[1].id, Rating.VERIFIED, now()))
    window.close()


def test_a_window_that_was_killed_leaves_no_lock(path: Path) -> None:
    program = (
        "import os, sys; from pathlib import Path; from factcheck.storage import Casebook;"
        "book = Casebook.open(Path(sys.argv[1]), exclusive=True);"
        "print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as window:
        assert window.stdout is not None
        assert window.stdout.readline() == "open\n"
        with closing(Casebook.open(path, exclusive=True)) as second:
            assert second.read_only_reason == OTHER_WINDOW
        window.kill()
        window.wait()
    assert path.with_name("desk.casebook.lock").exists()
    with closing(Casebook.open(path, exclusive=True)) as third:
        assert third.read_only_reason == ""


def test_reading_only_is_kept_to_when_asked_for(path: Path) -> None:
    with closing(Casebook.open(path)) as casebook:
        case = added(casebook)
    with closing(Casebook.open(path, read_only=True)) as reader:
        assert reader.read_only_reason == "The casebook was opened for reading only."
        assert set(reader.load(case.article.id).records()) == set(case.records())
        with pytest.raises(CasebookReadOnly):
            reader.add(manuscript(), now())
        with pytest.raises(CasebookReadOnly):
            reader.remove(case.article.id, now())
        assert reader.check() == []


@pytest.mark.parametrize("exclusive", [True, False])
@pytest.mark.parametrize("killed", [True, False])
def test_a_casebook_on_a_read_only_disk_can_be_read(
    tmp_path: Path, exclusive: bool, killed: bool
) -> None:
    """Also when its last writer was killed and its last changes stand in the -wal file."""
    folder, aside = tmp_path / "desk", tmp_path / "aside"
    casebook = Casebook.open(folder / "desk.casebook")
    case = added(casebook)
    if killed:
        shutil.copytree(folder, aside)
        (aside / "desk.casebook-shm").unlink()
    casebook.close()
    with read_only_disk(aside if killed else folder) as disk:
        with closing(Casebook.open(disk / "desk.casebook", exclusive=exclusive)) as reader:
            assert reader.read_only_reason == opening.NO_WRITING
            assert set(reader.load(case.article.id).records()) == set(case.records())
            with pytest.raises(CasebookReadOnly, match="nothing can be written"):
                reader.write(case.set_title("No", now()))
        assert "cannot be" in refused(disk / "new.casebook", exclusive=exclusive)
        assert "cannot be" in refused(disk / "a" / "new.casebook", exclusive=exclusive)


def test_permissions_are_told(path: Path) -> None:
    with closing(Casebook.open(path)) as casebook:
        added(casebook)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("permissions bind nobody here: root, or a disk without them")
    assert "cannot be opened: Permission denied" in refused(path)
    path.chmod(0o400)
    with closing(Casebook.open(path)) as reader:
        assert reader.read_only_reason == opening.NO_WRITING
        assert reader.counts() == (1, 10)
    path.chmod(0o600)
    path.parent.chmod(0o500)
    for exclusive in (True, False):
        with closing(Casebook.open(path, exclusive=exclusive)) as reader:
            assert reader.read_only_reason == opening.NO_WRITING
            assert reader.counts() == (1, 10)
        assert "cannot be" in refused(path.with_name("new.casebook"), exclusive=exclusive)
    path.parent.chmod(0o700)


def test_a_casebook_that_is_being_made_is_waited_for(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite says at once, whatever its timeout, that a file is busy which another program turns into a WAL."""
    tried: list[float] = []
    really_open = opening._open_to_write

    def busy_at_first(where: Path) -> sqlite3.Connection:
        tried.append(time.monotonic())
        if len(tried) < 4:
            error = sqlite3.OperationalError("database is locked")
            error.sqlite_errorcode = sqlite3.SQLITE_BUSY
            raise error
        return really_open(where)

    monkeypatch.setattr(opening, "_open_to_write", busy_at_first)
    with closing(Casebook.open(path)) as casebook:
        added(casebook)
    assert len(tried) == 4
    assert tried[-1] - tried[0] >= 3 * opening.TRY_AGAIN * 0.9


def test_sqlite_itself_does_not_wait_while_a_casebook_is_being_made(path: Path) -> None:
    """What the waiting is for: who reads a new file cannot make it a WAL while another does, and is told at once."""
    with (
        closing(opening.connect(path.as_uri())) as one,
        closing(opening.connect(path.as_uri())) as other,
    ):
        for connection in (one, other):
            connection.execute("BEGIN")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        one.execute("PRAGMA user_version = 0")  # the first write: a lock that leaves readers in
        begun = time.monotonic()
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("PRAGMA user_version = 0")
        assert time.monotonic() - begun < opening.BUSY_SECONDS / 2


def test_a_casebook_that_stays_busy_is_given_up_in_words(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_: Path) -> sqlite3.Connection:
        error = sqlite3.OperationalError("database is locked")
        error.sqlite_errorcode = sqlite3.SQLITE_BUSY
        raise error

    monkeypatch.setattr(opening, "_open_to_write", busy)
    monkeypatch.setattr(opening, "OPENING_SECONDS", 0.2)
    begun = time.monotonic()
    with pytest.raises(CasebookError, match="Another program has been writing"):
        Casebook.open(path)
    assert 0.2 <= time.monotonic() - begun < 5
