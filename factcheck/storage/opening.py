"""Opens the file of a casebook: makes it, brings it up to date, or says in one sentence why it cannot be opened."""

import errno
import os
import shutil
import sqlite3
import stat
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import CasebookError
from factcheck.storage import schema
from factcheck.storage.faults import damaged, primary_code, told_when_reading
from factcheck.storage.first_tables import APPLICATION_ID
from factcheck.storage.locking import WindowLock

CASEBOOK_SUFFIX = ".casebook"
BUSY_SECONDS = 5.0
OPENING_SECONDS = 20.0  # how long a casebook that others are at is tried before it is refused
TRY_AGAIN = 0.05

ASKED = "The casebook was opened for reading only."
OTHER_WINDOW = (
    "The casebook is open in another window. You can read; verdicts need that window closed."
)
NO_WRITING = (
    "The casebook lies where nothing can be written. You can read; verdicts need a copy of it"
    " in a folder of your own."
)

_SMALLEST_PAGE = 512  # bytes; no SQLite file is shorter
_NO_WRITING = (
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
)


@dataclass(frozen=True)
class OpenFile:
    """A connection to a casebook of today's schema, and why nothing may be written, if so."""

    connection: sqlite3.Connection
    read_only_reason: str = ""
    lock: WindowLock | None = None
    copy: tempfile.TemporaryDirectory[str] | None = None

    def close(self) -> None:
        self.connection.close()
        if self.lock is not None:
            self.lock.release()
        if self.copy is not None:
            self.copy.cleanup()


def open_file(path: Path, *, read_only: bool, exclusive: bool) -> OpenFile:
    """The casebook at ``path``; CasebookError, in one sentence, for anything that is none."""
    _refuse_what_is_no_file(path)
    if not path.exists():
        _make_room(path, read_only)
    reason, lock = ASKED if read_only else "", None
    if exclusive and not read_only:
        reason, lock = _as_only_window(path)
    try:
        with told_when_reading(path):
            return _opened(path, reason, lock)
    except BaseException:
        if lock is not None:
            lock.release()
        raise


def _opened(path: Path, reason: str, lock: WindowLock | None) -> OpenFile:
    if not reason:
        try:
            return OpenFile(_patiently(path), "", lock)
        except sqlite3.OperationalError as error:
            if primary_code(error) not in _NO_WRITING or not _has_content(path):
                raise
    if lock is not None:
        lock.release()
    connection, copy = _open_to_read(path)
    try:
        _check(connection, path)
        if schema.pending(connection, schema.STEPS):
            raise CasebookError(
                f"The casebook {path.name} is from an earlier version and must be opened once"
                " for writing before it can be read."
            )
    except BaseException:
        connection.close()
        raise
    return OpenFile(connection, reason or NO_WRITING, None, copy)


def _refuse_what_is_no_file(path: Path) -> None:
    """Refuse a folder, a device, and what is too short for SQLite or may not be read.

    Without opening it: closing a file drops every lock this process holds on it, those of an open casebook
    too. Another program would then take itself for the last one there and throw its newest verdicts away.
    """
    try:
        found = path.stat()
    except FileNotFoundError:
        return
    except OSError as error:
        raise CasebookError(f"{path.name} cannot be opened: {error.strerror}.") from error
    if stat.S_ISDIR(found.st_mode):
        raise CasebookError(f"{path.name} is a folder, not a casebook.")
    if not stat.S_ISREG(found.st_mode):
        raise CasebookError(f"{path.name} is not a file, so it is no casebook.")
    if not os.access(path, os.R_OK):
        raise CasebookError(f"{path.name} cannot be opened: {os.strerror(errno.EACCES)}.")
    if 0 < found.st_size < _SMALLEST_PAGE:  # SQLite would take it for an empty file and fill it
        raise _no_casebook(path)


def _no_casebook(path: Path) -> CasebookError:
    return CasebookError(f"{path.name} is not a casebook, and was left as it is.")


def _has_content(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def _make_room(path: Path, read_only: bool) -> None:
    if read_only:
        raise CasebookError(f"There is no casebook {path.name} in {path.parent}.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CasebookError(
            f"The folder {path.parent} cannot be made: {error.strerror}."
        ) from error


def _as_only_window(path: Path) -> tuple[str, WindowLock | None]:
    try:
        lock = WindowLock.take(path)
    except OSError as error:
        if not _has_content(path):
            raise CasebookError(f"A casebook cannot be made in {path.parent}.") from error
        return NO_WRITING, None
    return ("", lock) if lock is not None else (OTHER_WINDOW, None)


def _patiently(path: Path) -> sqlite3.Connection:
    """A connection to write by, tried again while others are at the file.

    SQLite does not wait where waiting might never end, as when two programs make the same casebook at once: it says
    at once that the file is busy.
    """
    latest = time.monotonic() + OPENING_SECONDS
    while True:
        try:
            return _open_to_write(path)
        except sqlite3.OperationalError as error:
            if primary_code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > latest:
                raise
            time.sleep(TRY_AGAIN)


def _open_to_write(path: Path) -> sqlite3.Connection:
    connection = connect(f"{path.as_uri()}?mode=rwc")
    try:
        _check(connection, path)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("BEGIN IMMEDIATE")
        # a file that may only be read lets a transaction begin, and refuses the first write
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        changed = _bring_up_to_date(connection, path)
        connection.execute("COMMIT" if changed else "ROLLBACK")
    except BaseException:
        connection.close()  # which takes back what was begun
        raise
    return connection


def _bring_up_to_date(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether there was anything to bring up to date, now done in the caller's transaction."""
    waiting = schema.pending(connection, schema.STEPS)
    if not waiting:
        return False
    if schema.applied(connection):
        _keep_copy(path, waiting[0])
    schema.migrate(connection, schema.STEPS)
    return True


def _keep_copy(path: Path, step: str) -> None:
    """The casebook as it was, beside itself, under a name that says which step came after it."""
    target = path.with_name(f"{path.stem} before {step}{path.suffix}")
    part = target.with_name(target.name + ".part")
    try:
        with (
            closing(connect(f"{path.as_uri()}?mode=ro")) as source,
            closing(sqlite3.connect(part)) as copy,
        ):
            source.backup(copy)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _open_to_read(
    path: Path,
) -> tuple[sqlite3.Connection, tempfile.TemporaryDirectory[str] | None]:
    """A reading connection, wherever the file lies; with a copy where only a copy can be read whole."""
    uri = path.as_uri()
    try:
        return _readable(connect(f"{uri}?mode=ro"), path), None
    except sqlite3.OperationalError as error:
        if primary_code(error) not in _NO_WRITING:
            raise
    wal = path.with_name(path.name + "-wal")
    if not _has_content(wal):
        return _readable(connect(f"{uri}?mode=ro&immutable=1"), path), None
    # what was written last stands in the -wal file, which SQLite cannot use where it cannot write
    copy = tempfile.TemporaryDirectory(prefix="casebook-")
    twin = Path(copy.name) / path.name
    shutil.copyfile(path, twin)
    shutil.copyfile(wal, twin.with_name(wal.name))
    return _readable(connect(twin.as_uri()), path), copy


def connect(uri: str) -> sqlite3.Connection:
    """A connection in which only what is begun is a transaction, and which waits for others a while."""
    return sqlite3.connect(
        uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, cached_statements=256
    )


def _readable(connection: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error as error:
        connection.close()
        if primary_code(error) == sqlite3.SQLITE_NOTADB:
            raise _no_casebook(path) from error
        raise
    return connection


def _check(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a SQLite file that is no casebook, one from a newer program, and one with tables missing."""
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
    except sqlite3.DatabaseError as error:
        if primary_code(error) == sqlite3.SQLITE_NOTADB:
            raise _no_casebook(path) from error
        raise
    try:
        _check_tables(connection, application, path)
    except sqlite3.OperationalError as error:
        if primary_code(error) == sqlite3.SQLITE_ERROR:  # a name that is not what it was
            raise damaged(path) from error
        raise


def _check_tables(connection: sqlite3.Connection, application: int, path: Path) -> None:
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if application == 0 and not tables:
        return  # new, or its making was cut short
    if application != APPLICATION_ID:
        raise CasebookError(f"{path.name} is a database of another program, not a casebook.")
    known = [step.__name__ for step in schema.STEPS]
    steps = schema.applied(connection)
    if not set(known).issuperset(steps):
        raise CasebookError(
            f"The casebook {path.name} was written by a newer version of this program;"
            " update the program to open it."
        )
    to_come = schema.tables_after(known[len(steps) :])
    if steps != known[: len(steps)] or to_come & tables:
        raise damaged(path)  # it forgot, or mistook, which steps it has behind it
    if schema.tables_after(steps) - tables:
        raise damaged(path)
