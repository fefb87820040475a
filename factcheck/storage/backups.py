"""Copies of a casebook, made while it is in use, kept by count and age, and put back when a person asks.

They lie in a folder beside it, ``desk.backups/``, and are casebooks themselves. Files of the vault are in none of them:
those never change, and one that any entry of the record names is never swept.
"""

import re
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from factcheck.errors import CasebookDamaged, CasebookError, NoBackup
from factcheck.storage.faults import told_when_backing_up
from factcheck.storage.first_tables import APPLICATION_ID
from factcheck.storage.opening import CASEBOOK_SUFFIX, connect

BACKUPS_SUFFIX = ".backups"
NEWEST = 6  # kept, whatever their day
DAYS = 14  # of as many days with work in them, the last backup of each is kept
PAGES_A_STEP = 2_000  # between two looks at whether to go on
PATIENCE = 10.0  # seconds that others may hold up a casebook that is put back

_FORM = "%Y-%m-%d %H.%M.%S.%f"
_NAME = re.compile(r"(\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.\d{3}) UTC( before a restore)?\Z")
_PART = ".part"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy as it lies there: ``made`` is in UTC, ``size`` in bytes."""

    path: Path
    made: datetime
    size: int
    is_before_restore: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup holds."""

    articles: int
    claims: int
    entries: int


def folder_of(casebook: Path) -> Path:
    """Where the backups of a casebook lie."""
    is_usual = casebook.suffix == CASEBOOK_SUFFIX
    return casebook.with_name((casebook.stem if is_usual else casebook.name) + BACKUPS_SUFFIX)


def backups_of(casebook: Path) -> list[Backup]:
    """The backups that are there, newest first."""
    try:
        found = list(folder_of(casebook).iterdir())
    except OSError:
        return []
    made = [_as_backup(path) for path in found if path.suffix == CASEBOOK_SUFFIX]
    return sorted((one for one in made if one is not None), key=lambda b: b.made, reverse=True)


def contents_of(backup: Backup) -> Contents:
    """What a backup holds; CasebookDamaged where it cannot be read."""
    with told_when_backing_up(backup.path), closing(_plainly(backup.path)) as copy:
        articles, claims = copy.execute("SELECT articles, claims FROM totals").fetchone()
        return Contents(articles, claims, _entries(copy))


def is_due(casebook: Path) -> bool:
    """Whether the record has gone on since the newest backup."""
    newest = next(iter(backups_of(casebook)), None)
    with told_when_backing_up(casebook), closing(_reading(casebook)) as now:
        entries = _entries(now)
    if newest is None:
        return entries > 0
    try:
        return contents_of(newest).entries != entries
    except CasebookError:
        return True


def back_up(
    casebook: Path,
    now: datetime,
    go_on: Callable[[], bool] = lambda: True,
    before_restore: bool = False,
) -> Backup | None:
    """The casebook as it is at this moment, copied whole by SQLite; None where ``go_on`` said to stop.

    Others may read and write meanwhile. NoBackup, in one sentence, where it failed; no half copy is left.
    """
    folder = folder_of(casebook)
    stamp = f"{now.astimezone(UTC).strftime(_FORM)[:-3]} UTC"
    target = folder / f"{stamp}{' before a restore' * before_restore}{CASEBOOK_SUFFIX}"
    part = target.with_suffix(_PART)
    with told_when_backing_up(casebook):
        folder.mkdir(exist_ok=True)
        _refuse_a_full_disk(casebook, folder)
        try:
            with closing(_reading(casebook)) as source, closing(sqlite3.connect(part)) as copy:
                source.execute("BEGIN")  # one state of the file, however long the copying takes
                source.execute("SELECT count(*) FROM log").fetchone()
                source.backup(copy, pages=PAGES_A_STEP, progress=_stopping(go_on))
            part.replace(target)
        except _Stopped:
            return None
        finally:
            part.unlink(missing_ok=True)
        return Backup(target, _moment(stamp), target.stat().st_size, before_restore)


def thin(casebook: Path) -> list[Path]:
    """The backups removed, so that the newest and the last of each of the latest days are left."""
    there = backups_of(casebook)
    kept = {backup.path for backup in there[:NEWEST]}
    last_of_day: dict[object, Backup] = {}
    for backup in there:  # newest first
        last_of_day.setdefault(backup.made.astimezone().date(), backup)
    kept |= {backup.path for backup in list(last_of_day.values())[:DAYS]}
    removed = [backup.path for backup in there if backup.path not in kept]
    for path in [*removed, *_cut_short(casebook)]:
        try:
            path.unlink()
        except OSError:
            continue  # it is looked at: the next time will do
    return removed


def restore(casebook: Path, backup: Backup, now: datetime) -> None:
    """The backup in the casebook's place; what was there before is a backup itself by then.

    The casebook is written in one transaction, so that another program never sees half of it. One that is too
    damaged to be backed up is put aside under another name.
    """
    with told_when_backing_up(backup.path), closing(_plainly(backup.path)) as source:
        if source.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise NoBackup(f"The backup of {backup.made:%Y-%m-%d} is damaged itself; take another.")
        _keep_present(casebook, now)
        with (
            told_when_backing_up(casebook),
            closing(sqlite3.connect(casebook, timeout=0, isolation_level=None)) as target,
        ):
            target.execute("PRAGMA synchronous = FULL")
            source.backup(target, pages=PAGES_A_STEP, progress=_patiently())


def put_aside(casebook: Path, now: datetime) -> Path:
    """The casebook under another name, with what SQLite keeps beside it, so that its place is free."""
    stamp = now.astimezone().strftime("%Y-%m-%d %H.%M.%S")
    aside = casebook.with_name(f"{casebook.stem} damaged {stamp}{casebook.suffix}")
    with told_when_backing_up(casebook):
        casebook.replace(aside)
        for more in ("-wal", "-shm"):
            beside = casebook.with_name(casebook.name + more)
            if beside.exists():
                beside.replace(aside.with_name(aside.name + more))
    return aside


class _Stopped(Exception):
    """The copying was called off; never leaves this module."""


def _keep_present(casebook: Path, now: datetime) -> None:
    if not casebook.exists():
        return
    try:
        back_up(casebook, now, before_restore=True)
        with closing(_reading(casebook)) as present:
            if present.execute("PRAGMA quick_check(1)").fetchone() == ("ok",):
                return
    except (CasebookDamaged, sqlite3.DatabaseError):
        pass  # no copy of it can be made: the file itself is put aside
    put_aside(casebook, now)


def _as_backup(path: Path) -> Backup | None:
    match = _NAME.match(path.stem)
    if match is None:
        return None
    try:
        return Backup(path, _moment(match[1]), path.stat().st_size, bool(match[2]))
    except (OSError, ValueError):
        return None


def _moment(stamp: str) -> datetime:
    return datetime.strptime(stamp.removesuffix(" UTC"), _FORM).replace(tzinfo=UTC)


def _cut_short(casebook: Path) -> Iterable[Path]:
    """What a killed process left of a backup; one that is being made now is younger."""
    an_hour_ago = time.time() - 3600
    for path in folder_of(casebook).glob(f"*{_PART}*"):
        try:
            if path.stat().st_mtime < an_hour_ago:
                yield path
        except OSError:
            continue


def _refuse_a_full_disk(casebook: Path, folder: Path) -> None:
    size = casebook.stat().st_size
    if shutil.disk_usage(folder).free < 2 * size:
        raise NoBackup(
            f"There is no room for a backup of {casebook.name}: it needs {max(1, size >> 20)} MB."
        )


def _stopping(go_on: Callable[[], bool]) -> Callable[[int, int, int], None]:
    def look(_status: int, _remaining: int, _total: int) -> None:
        if not go_on():
            raise _Stopped

    return look


def _patiently() -> Callable[[int, int, int], None]:
    """Ends the waiting for others, which Python would do for ever."""
    latest = time.monotonic() + PATIENCE

    def look(status: int, _remaining: int, _total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            if time.monotonic() > latest:
                raise NoBackup(
                    "Another program is at the casebook, so nothing was put back; close it first."
                )
            time.sleep(0.05)

    return look


def _reading(casebook: Path) -> sqlite3.Connection:
    return connect(f"{casebook.as_uri()}?mode=ro")


def _plainly(backup: Path) -> sqlite3.Connection:
    """A backup, which nobody writes to: SQLite leaves no files beside it."""
    connection = connect(f"{backup.as_uri()}?mode=ro&immutable=1")
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        if application != APPLICATION_ID:
            raise NoBackup(f"{backup.name} is no casebook.")
    except BaseException:
        connection.close()
        raise
    return connection


def _entries(connection: sqlite3.Connection) -> int:
    (number,) = connection.execute("SELECT coalesce(max(number), 0) FROM log").fetchone()
    return int(number)
