"""The vault: the files behind sources and articles, as they were, each once, under its SHA-256.

It is a folder beside the casebook, ``desk.vault/3f/3f9a….pdf``. A file is whole and on the disk before any record
names it, so that a process killed in between leaves a file nobody names, never a name without its file.
"""

import hashlib
import os
import re
import stat
import time
from collections.abc import Collection, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from factcheck.errors import FileNotKept
from factcheck.model.evidence import FileState
from factcheck.model.identity import new_id
from factcheck.storage.opening import CASEBOOK_SUFFIX
from factcheck.storage.vault_faults import changed_meanwhile, told_of_source, told_of_vault

VAULT_SUFFIX = ".vault"
UNNAMED_FOR = 24 * 3600.0  # seconds a file may lie there before any record names it

_PIECE = 1 << 20
_PART = ".part"
_SUFFIX = re.compile(r"\.[a-z0-9]{1,12}\Z")
_NAME = re.compile(r"([0-9a-f]{64})(\.[a-z0-9]{1,12})?\Z")
_MAY_BE_READ = 0o444


@dataclass(frozen=True, slots=True)
class Progress:
    """How many bytes of how many are through."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class InVault:
    """A file that is in the vault now."""

    sha256: str
    size: int


class Vault:
    """The files of one casebook. Any process may add to it at any time; what is there never changes."""

    def __init__(self, casebook: Path) -> None:
        self._casebook = casebook
        is_usual = casebook.suffix == CASEBOOK_SUFFIX
        self.folder = casebook.with_name(
            (casebook.stem if is_usual else casebook.name) + VAULT_SUFFIX
        )

    def keep(self, path: Path) -> Generator[Progress | InVault, None, None]:
        """Copy a file in; how far it is, and what it is now as the last item. FileNotKept in one sentence.

        Closed before its end it leaves nothing behind.
        """
        self._refuse_the_casebook(path)
        with told_of_source(path):
            source = _opened(path)
        with source:
            part = self._new_part(path)
            try:
                kept = yield from self._copied(source, path, part)
                with told_of_vault(path):
                    self._put(part, kept, path.suffix)
            finally:
                part.unlink(missing_ok=True)
        yield kept

    def keep_at_once(self, path: Path) -> InVault:
        """What ``keep`` ends with, without a stop on the way."""
        *_, kept = self.keep(path)
        assert isinstance(kept, InVault)
        return kept

    def look(self, sha256: str) -> Iterator[Progress | FileState]:
        """Read a file of the vault to its end; how far that is, and as the last item whether it is as it was."""
        path = self._find(sha256)
        if path is None:
            yield FileState.MISSING
            return
        running = hashlib.sha256()
        try:
            with path.open("rb") as file:
                total = os.fstat(file.fileno()).st_size
                while piece := file.read(_PIECE):
                    running.update(piece)
                    yield Progress(file.tell(), total)
        except OSError:
            yield FileState.MISSING
            return
        yield FileState.WHOLE if running.hexdigest() == sha256 else FileState.CHANGED

    def state(self, sha256: str) -> FileState:
        """Whether a file is in the vault as it was when it was kept; it is read to its end."""
        *_, state = self.look(sha256)
        assert isinstance(state, FileState)
        return state

    def path_of(self, sha256: str) -> Path:
        """Where the file lies, to be read only; FileNotKept where it is missing or no longer as it was."""
        path, state = self._find(sha256), self.state(sha256)
        if path is None or state is FileState.MISSING:
            raise FileNotKept(f"The file is missing from {self.folder.name}.")
        if state is FileState.CHANGED:
            raise FileNotKept(f"The file in {self.folder.name} is not as it was kept.")
        return path

    def place_of(self, sha256: str) -> Path | None:
        """Where the file lies, unread; None where there is none."""
        return self._find(sha256)

    def unreferenced(self, named: Collection[str]) -> list[Path]:
        """What lies in the vault for nothing: files that are not among ``named``, and copies cut short."""
        return [
            path
            for path in self._files()
            if path.suffix == _PART or ((found := _NAME.match(path.name)) and found[1] not in named)
        ]

    def sweep(self, named: Collection[str], older_than: float = UNNAMED_FOR) -> int:
        """How many files that nobody names were removed; one that came a moment ago may be named in the next."""
        removed = 0
        for path in self.unreferenced(named):
            try:
                if time.time() - path.stat().st_mtime >= older_than:
                    _remove(path)
                    removed += 1
            except OSError:
                continue  # another program has it open, or was faster
        return removed

    # How a file is put there

    def _refuse_the_casebook(self, path: Path) -> None:
        """To open a casebook beside SQLite and close it again would drop the locks that keep it whole."""
        real = Path(os.path.realpath(path))
        if real.suffix.startswith(CASEBOOK_SUFFIX) or any(
            _is_same(path, self._casebook.with_name(self._casebook.name + more))
            for more in ("", "-wal", "-shm")
        ):
            raise FileNotKept(f"{path.name} is a casebook, which cannot be a source.")

    def _new_part(self, path: Path) -> Path:
        with told_of_vault(path):
            self.folder.mkdir(parents=True, exist_ok=True)
            return self.folder / f"{new_id()}{_PART}"

    def _copied(
        self, source: IO[bytes], path: Path, part: Path
    ) -> Generator[Progress, None, InVault]:
        before = os.fstat(source.fileno())
        running, done = hashlib.sha256(), 0
        with told_of_vault(path):
            target = part.open("xb")
        with target:
            while True:
                with told_of_source(path):
                    piece = source.read(_PIECE)
                if not piece:
                    break
                running.update(piece)
                done += len(piece)
                with told_of_vault(path):
                    _write(target, piece)
                yield Progress(done, max(done, before.st_size))
            with told_of_vault(path):
                target.truncate(done)
                target.flush()
                os.fsync(target.fileno())
        after = os.fstat(source.fileno())
        if done != before.st_size or _marks(before) != _marks(after):
            raise changed_meanwhile(path)
        return InVault(running.hexdigest(), done)

    def _put(self, part: Path, kept: InVault, suffix: str) -> None:
        """The copy under its name; one that is there already and whole stays, one that is not is replaced."""
        there = self._find(kept.sha256)
        if there is not None and self.state(kept.sha256) is FileState.WHOLE:
            os.utime(there)  # so that no sweep takes it before a record names it anew
            return
        ending = suffix.lower() if _SUFFIX.match(suffix.lower()) and suffix != _PART else ""
        target = there or self.folder / kept.sha256[:2] / f"{kept.sha256}{ending}"
        target.parent.mkdir(exist_ok=True)
        part.chmod(_MAY_BE_READ)
        if there is not None:
            there.chmod(0o644)  # Windows replaces no file that may only be read
        part.replace(target)
        _sync_folder(target.parent)
        _sync_folder(self.folder)

    def _find(self, sha256: str) -> Path | None:
        if not _NAME.match(sha256):
            return None
        shelf = self.folder / sha256[:2]
        try:
            paths = sorted(path for path in shelf.iterdir() if path.name.startswith(sha256))
        except OSError:
            return None
        return next((path for path in paths if _NAME.match(path.name)), None)

    def _files(self) -> Iterator[Path]:
        try:
            shelves = [self.folder, *(path for path in self.folder.iterdir() if path.is_dir())]
            for shelf in shelves:
                yield from (path for path in shelf.iterdir() if path.is_file())
        except OSError:
            return  # there is no vault, or its disk is gone


def _opened(path: Path) -> IO[bytes]:
    """The file, open for reading. What is no file is refused; a pipe put in its place is not waited for."""
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise FileNotKept(f"{path.name} is a folder; attach the files in it one by one.")
    if not stat.S_ISREG(mode):
        raise FileNotKept(f"{path.name} is not a file that can be kept.")
    handle = os.open(path, flags)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise FileNotKept(f"{path.name} is not a file that can be kept.")
    return os.fdopen(handle, "rb")


def _write(target: IO[bytes], piece: bytes) -> None:
    """The piece, or a hole where it holds nothing but zeros: an empty stretch costs no room."""
    if piece.count(0) == len(piece):
        target.seek(len(piece), os.SEEK_CUR)
    else:
        target.write(piece)


def _marks(found: os.stat_result) -> tuple[int, int]:
    return found.st_size, found.st_mtime_ns


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False


def _remove(path: Path) -> None:
    path.chmod(0o644)  # Windows removes no file that may only be read
    path.unlink()


def _sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    except OSError:
        pass  # some network folders cannot
    finally:
        os.close(handle)
