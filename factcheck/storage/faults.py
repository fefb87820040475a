"""What SQLite complains of, in words for the person at the screen."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.errors import CasebookDamaged, CasebookError, NoBackup, NotRecorded

FULL = "The disk is full"
BUSY = "Another program has been writing to the casebook for too long"
DISK_FAULT = "The disk reported an error"
NO_ACCESS = "The casebook can no longer be written to"

_WHY_NOT_RECORDED = {
    sqlite3.SQLITE_FULL: f"{FULL}: make room and try again.",
    sqlite3.SQLITE_BUSY: f"{BUSY}: try again.",
    sqlite3.SQLITE_LOCKED: f"{BUSY}: try again.",
    sqlite3.SQLITE_IOERR: f"{DISK_FAULT}: it may be full or failing.",
    sqlite3.SQLITE_READONLY: f"{NO_ACCESS}: check the disk and the permissions of its folder.",
    sqlite3.SQLITE_CANTOPEN: f"{NO_ACCESS}: check the disk and the permissions of its folder.",
    sqlite3.SQLITE_PERM: f"{NO_ACCESS}: check the disk and the permissions of its folder.",
    sqlite3.SQLITE_CONSTRAINT: (
        "It was changed by another program after it was opened here: open the article again."
    ),
}

_WHY_NOT_READ = {
    sqlite3.SQLITE_BUSY: f"{BUSY}; try again.",
    sqlite3.SQLITE_LOCKED: f"{BUSY}; try again.",
    sqlite3.SQLITE_IOERR: f"{DISK_FAULT} while the casebook was read.",
    sqlite3.SQLITE_CANTOPEN: "The casebook cannot be opened; check that its folder can be reached.",
    sqlite3.SQLITE_PERM: "You have no permission to open the casebook.",
    sqlite3.SQLITE_FULL: f"{FULL}; make room and open the casebook again.",
    sqlite3.SQLITE_READONLY: "The casebook lies where nothing can be written.",
}

_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_NO_TEXT = "Could not decode to UTF-8"  # Python's own, which has no code


class UnreadableRow(Exception):
    """A row holds what no program of this kind wrote; never leaves this package."""


class ChangedElsewhere(Exception):
    """A record is not in the file as this program last saw it; never leaves this package."""


def primary_code(error: sqlite3.Error) -> int:
    """SQLite's result code without its details; 0 where the error came from Python's own checks."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def is_damage(error: sqlite3.Error) -> bool:
    """Whether SQLite says of a file, or Python of a text in it, that it is not what was written."""
    return primary_code(error) in _DAMAGE or str(error).startswith(_NO_TEXT)


def damaged(path: Path) -> CasebookDamaged:
    """The error for a casebook that SQLite, or this program, cannot make sense of."""
    return CasebookDamaged(
        f"The casebook {path.name} is damaged and was left as it is. Restore a backup of it, or save what can still be"
        f" read: factcheck recover {path.name} OUT.casebook."
    )


@contextmanager
def as_written() -> Iterator[None]:
    """Turns into UnreadableRow that a row’s values make no record: a date that is none, a kind nobody knows."""
    try:
        yield
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise UnreadableRow from error


@contextmanager
def told_when_reading(path: Path) -> Iterator[None]:
    """Turns what goes wrong with the file into a CasebookError; a fault of ours passes through."""
    try:
        yield
    except sqlite3.Error as error:
        code = primary_code(error)
        if is_damage(error):
            raise damaged(path) from error
        if code not in _WHY_NOT_READ:
            raise
        raise CasebookError(_WHY_NOT_READ[code]) from error
    except (UnreadableRow, UnicodeDecodeError) as error:  # the latter where SQLite quotes no text
        raise damaged(path) from error


@contextmanager
def told_when_writing(path: Path) -> Iterator[None]:
    """Turns what goes wrong with the file into NotRecorded; a fault of ours passes through."""
    try:
        yield
    except sqlite3.Error as error:
        code = primary_code(error)
        if is_damage(error):
            raise NotRecorded(f"The change was not recorded. {damaged(path)}") from error
        if code not in _WHY_NOT_RECORDED:
            raise
        raise NotRecorded(_not_recorded(_WHY_NOT_RECORDED[code])) from error
    except (UnreadableRow, UnicodeDecodeError) as error:
        raise NotRecorded(f"The change was not recorded. {damaged(path)}") from error
    except ChangedElsewhere as error:
        why = _WHY_NOT_RECORDED[sqlite3.SQLITE_CONSTRAINT]
        raise NotRecorded(_not_recorded(why)) from error
    except UnicodeEncodeError as error:
        why = "It holds half a character (a lone surrogate), which no file can keep: remove it."
        raise NotRecorded(_not_recorded(why)) from error


@contextmanager
def told_when_backing_up(path: Path) -> Iterator[None]:
    """Turns what goes wrong with the copies of a casebook into NoBackup, and a damaged one into CasebookDamaged."""
    try:
        yield
    except sqlite3.Error as error:
        code = primary_code(error)
        if is_damage(error):
            raise damaged(path) from error
        if code == sqlite3.SQLITE_FULL:
            raise NoBackup(f"There is no room for a backup of {path.name}.") from error
        if code not in _WHY_NOT_READ:
            raise
        raise NoBackup(f"No backup was made or put back. {_WHY_NOT_READ[code]}") from error
    except UnicodeDecodeError as error:
        raise damaged(path) from error
    except OSError as error:
        why = error.strerror or str(error)
        raise NoBackup(f"No backup was made or put back: {why}.") from error


def _not_recorded(why: str) -> str:
    return f"The change was not recorded; all before it is safe. {why}"
