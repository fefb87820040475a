"""One window to a casebook: a lock the operating system holds and drops when the process ends, however it ends."""

import os
import sys
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class WindowLock:
    """Held while a window has a casebook open for writing."""

    def __init__(self, path: Path, file: IO[bytes]) -> None:
        self._path = path
        self._file = file

    @classmethod
    def take(cls, casebook: Path) -> "WindowLock | None":
        """The lock beside ``casebook``; None while another window holds it. OSError where no file can be made."""
        path = casebook.with_name(casebook.name + ".lock")
        while True:
            file = path.open("ab")
            try:
                _lock(file)
            except (BlockingIOError, PermissionError):
                file.close()
                return None
            if _is_still_at(path, file):
                return cls(path, file)
            file.close()  # its last holder removed it in between

    def release(self) -> None:
        """Let another window have the casebook, and leave no file behind; once only, since it may be another's by then."""
        if self._file.closed:
            return
        if sys.platform == "win32":  # an open file cannot be removed there
            self._file.close()
            try:
                self._path.unlink(missing_ok=True)
            except PermissionError:
                return  # another window has taken it by now
        else:
            self._path.unlink(missing_ok=True)
            self._file.close()


def _is_still_at(path: Path, file: IO[bytes]) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False
