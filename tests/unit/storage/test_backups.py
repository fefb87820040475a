"""Backups: made while others write, kept by count and age, put back whole."""

import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from factcheck.errors import CasebookDamaged, NoBackup
from factcheck.model.verdict import Rating
from factcheck.storage import Casebook, backups
from factcheck.storage.backups import back_up, backups_of, contents_of, is_due, restore, thin
from tests.unit.storage.makers import added, do, manuscript, now
from tests.unit.storage.test_faults import ROOT, is_whole, small_disk

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


def test_a_backup_is_a_casebook_with_all_that_was_recorded(casebook: Casebook, path: Path) -> None:
    case = added(casebook)
    made = back_up(path, NOON)
    assert made is not None
    assert made.path.parent.name == "desk.backups"
    do(casebook, case, case.rate(case.claims()[0].id, Rating.VERIFIED, now()))
    assert contents_of(made) == backups.Contents(1, 10, 2)
    assert backups_of(path) == [made]
    assert made.made == NOON
    assert [file.name for file in made.path.parent.iterdir()] == [made.path.name]
    is_whole(made.path)


def test_a_backup_is_due_once_the_record_has_gone_on(casebook: Casebook, path: Path) -> None:
    assert not is_due(path)
    case = added(casebook)
    assert is_due(path)
    back_up(path, NOON)
    assert not is_due(path)
    do(casebook, case, case.set_title("Now", now()))
    assert is_due(path)


def test_a_backup_is_one_state_of_a_casebook_that_is_written_to(
    casebook: Casebook, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = added(casebook)
    monkeypatch.setattr(backups, "PAGES_A_STEP", 1)
    stopped: list[str] = []

    def write_meanwhile() -> bool:
        do(casebook, case, case.set_title(f"Title {len(stopped)}", now()))
        stopped.append("")
        return True

    made = back_up(path, NOON, write_meanwhile)
    assert made is not None and len(stopped) > 10
    assert contents_of(made).entries == 2
    is_whole(made.path)
    assert casebook.head().number == 2 + len(stopped)


def test_a_backup_called_off_leaves_nothing(
    casebook: Casebook, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    added(casebook)
    monkeypatch.setattr(backups, "PAGES_A_STEP", 1)
    assert back_up(path, NOON, lambda: False) is None
    assert list(backups.folder_of(path).iterdir()) == []


def test_the_newest_and_the_last_of_each_day_are_kept(casebook: Casebook, path: Path) -> None:
    added(casebook)
    local_noon = datetime(2026, 5, 4, 12, 0).astimezone()
    for day in range(20):
        for minute in (0, 10, 20):
            back_up(path, local_noon - timedelta(days=day) + timedelta(minutes=minute))
    removed = thin(path)
    left = [backup.made for backup in backups_of(path)]
    days = [local_noon - timedelta(days=day) + timedelta(minutes=20) for day in range(14)]
    newest = [
        local_noon - timedelta(days=day) + timedelta(minutes=minute)
        for day in (0, 1)
        for minute in (20, 10, 0)
    ]
    assert left == sorted({*days, *newest}, reverse=True)
    assert len(removed) == 60 - len(left)
    assert thin(path) == []


def test_a_strangers_file_among_the_backups_is_left(casebook: Casebook, path: Path) -> None:
    added(casebook)
    back_up(path, NOON)
    stranger = backups.folder_of(path) / "mine.casebook"
    stranger.write_bytes(b"")
    thin(path)
    assert stranger.exists()
    assert len(backups_of(path)) == 1


def test_a_casebook_is_put_back_and_what_was_there_is_a_backup(path: Path) -> None:
    with closing(Casebook.open(path)) as casebook:
        case = added(casebook)
        before = set(case.records())
        made = back_up(path, NOON)
        do(casebook, case, case.rate(case.claims()[0].id, Rating.VERIFIED, now()))
        after = set(case.records())
    assert made is not None
    restore(path, made, NOON + timedelta(hours=1))
    with closing(Casebook.open(path)) as casebook:
        assert set(casebook.load(case.article.id).records()) == before
    is_whole(path)
    newest = backups_of(path)[0]
    assert newest.is_before_restore
    restore(path, newest, NOON + timedelta(hours=2))
    with closing(Casebook.open(path)) as casebook:
        assert set(casebook.load(case.article.id).records()) == after
    is_whole(path)


def test_another_program_that_reads_goes_on_and_sees_what_was_put_back(path: Path) -> None:
    with closing(Casebook.open(path)) as casebook:
        case = added(casebook)
        made = back_up(path, NOON)
        do(casebook, case, case.set_title("Later", now()))
    assert made is not None
    with closing(Casebook.open(path, read_only=True)) as reader:
        assert reader.load(case.article.id).article.title == "Later"
        restore(path, made, NOON)
        assert reader.load(case.article.id).article.title == "Library reopens after flood"
    is_whole(path)


def test_a_damaged_casebook_is_put_aside(path: Path) -> None:
    with closing(Casebook.open(path)) as casebook:
        case = added(casebook)
        made = back_up(path, NOON)
    assert made is not None
    spoilt = b"\0" * 512 + path.read_bytes()[512:-4096]
    path.write_bytes(spoilt)
    restore(path, made, NOON)
    with closing(Casebook.open(path)) as casebook:
        assert set(casebook.load(case.article.id).records()) == set(case.records())
    (aside,) = path.parent.glob("desk damaged *.casebook")
    assert aside.read_bytes() == spoilt


def test_a_damaged_backup_is_refused_and_nothing_changes(path: Path) -> None:
    with closing(Casebook.open(path)) as casebook:
        added(casebook)
        made = back_up(path, NOON)
    assert made is not None
    whole, copy = path.read_bytes(), bytearray(made.path.read_bytes())
    copy[8192:20000] = b"\xa5" * (20000 - 8192)
    made.path.write_bytes(copy)
    with pytest.raises((NoBackup, CasebookDamaged), match="damaged"):
        restore(path, made, NOON)
    assert path.read_bytes() == whole
    made.path.write_bytes(b"Dear editor,\n" * 100)
    with pytest.raises((NoBackup, CasebookDamaged)):
        restore(path, made, NOON)
    assert path.read_bytes() == whole


def test_a_program_that_holds_the_casebook_stops_the_restore_in_words(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Casebook.open(path)) as casebook:
        added(casebook)
        made = back_up(path, NOON)
    assert made is not None
    monkeypatch.setattr(backups, "PATIENCE", 0.2)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NoBackup, match="Another program is at the casebook"):
            restore(path, made, NOON)
        other.execute("ROLLBACK")
    is_whole(path)


def test_no_room_for_a_backup_is_told(tmp_path: Path) -> None:
    with small_disk(tmp_path, 1000) as disk, closing(Casebook.open(disk / "a.casebook")) as book:
        added(book)
        (disk / "ballast").write_bytes(b"\1" * 400_000)
        with pytest.raises(NoBackup, match=r"There is no room for a backup of a\.casebook"):
            back_up(disk / "a.casebook", NOON)
        assert backups_of(disk / "a.casebook") == []


def test_a_backup_is_made_in_another_thread_while_the_window_writes(
    casebook: Casebook, path: Path
) -> None:
    case = added(casebook)
    made: list[object] = []
    thread = threading.Thread(
        target=lambda: made.extend(back_up(path, NOON + timedelta(seconds=n)) for n in range(10))
    )
    thread.start()
    count = 0
    while thread.is_alive():
        do(casebook, case, case.set_title(f"Title {count}", now()))
        count += 1
    thread.join()
    assert len(made) == len(backups_of(path)) == 10
    for backup in backups_of(path):
        is_whole(backup.path)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs SIGKILL")
def test_a_kill_while_a_backup_is_put_back_leaves_the_one_or_the_other(path: Path) -> None:
    program = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from factcheck.storage import backups_of, restore
path = Path(sys.argv[1])
plain = [backup for backup in backups_of(path) if not backup.is_before_restore]
for number in range(10_000):
    restore(path, plain[number % 2], datetime.now(UTC))
    print("restored", flush=True)
"""
    text = "A row of words, 19 of them.\n" * 400
    with closing(Casebook.open(path)) as casebook:
        case = added(casebook, manuscript(text))
        back_up(path, NOON)
        for claim in case.claims()[:30]:
            do(casebook, case, case.rate(claim.id, Rating.VERIFIED, now()))
        back_up(path, NOON + timedelta(hours=1))
    chance = random.Random(20260504)
    seen = set()
    for _ in range(10):
        with subprocess.Popen(
            [sys.executable, "-c", program, str(path)],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
        ) as restorer:
            assert restorer.stdout is not None
            restorer.stdout.readline()
            time.sleep(chance.uniform(0, 0.15))
            restorer.send_signal(signal.SIGKILL)
        with closing(Casebook.open(path)) as casebook:
            seen.add(casebook.head().number)
            assert casebook.check() == []
    assert seen <= {2, 32}
