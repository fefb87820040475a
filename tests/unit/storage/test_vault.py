"""Files of the vault: kept whole and once, looked at, and never half there."""

import errno
import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from factcheck.errors import FileNotKept
from factcheck.model.evidence import FileState
from factcheck.storage import vault as module
from factcheck.storage.vault import InVault, Progress, Vault
from tests.unit.storage.test_faults import ROOT, small_disk

LEDGER = b"Row 4: 221 million\n"


@pytest.fixture
def vault(path: Path) -> Vault:
    return Vault(path)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    file = tmp_path / "Ledger 2024.PDF"
    file.write_bytes(LEDGER)
    return file


def refused(vault: Vault, path: Path) -> str:
    """The one sentence with which a file is refused; nothing of it is left in the vault."""
    before = all_files(vault)
    with pytest.raises(FileNotKept) as told:
        vault.keep_at_once(path)
    assert all_files(vault) == before
    sentence = str(told.value)
    assert sentence.endswith(".") and "\n" not in sentence and "Errno" not in sentence
    return sentence


def at_its_end(keeping: Iterable[Progress | InVault]) -> InVault:
    *_, kept = keeping
    assert isinstance(kept, InVault)
    return kept


def all_files(vault: Vault) -> list[Path]:
    return sorted(path for path in vault.folder.rglob("*") if path.is_file())


def test_a_file_is_kept_under_its_digest_and_may_only_be_read(vault: Vault, ledger: Path) -> None:
    kept = vault.keep_at_once(ledger)
    digest = hashlib.sha256(LEDGER).hexdigest()
    assert (kept.sha256, kept.size) == (digest, len(LEDGER))
    place = vault.path_of(digest)
    assert place == vault.folder / digest[:2] / f"{digest}.pdf"
    assert vault.folder.name == "desk.vault"
    assert place.read_bytes() == LEDGER
    assert not place.stat().st_mode & 0o222
    assert vault.state(digest) is FileState.WHOLE


def test_the_same_content_lies_there_once(vault: Vault, ledger: Path, tmp_path: Path) -> None:
    again = tmp_path / "copy of it.txt"
    again.write_bytes(LEDGER)
    assert vault.keep_at_once(ledger) == vault.keep_at_once(again)
    assert len(all_files(vault)) == 1


def test_the_original_may_go_or_change(vault: Vault, ledger: Path) -> None:
    kept = vault.keep_at_once(ledger)
    ledger.write_bytes(b"Row 4: 212 million\n")
    assert vault.path_of(kept.sha256).read_bytes() == LEDGER
    ledger.unlink()
    assert vault.state(kept.sha256) is FileState.WHOLE


def test_a_changed_or_missing_file_is_told_and_put_right_when_kept_again(
    vault: Vault, ledger: Path
) -> None:
    kept = vault.keep_at_once(ledger)
    place = vault.path_of(kept.sha256)
    place.chmod(0o644)
    place.write_bytes(LEDGER.replace(b"221", b"212"))
    assert vault.state(kept.sha256) is FileState.CHANGED
    with pytest.raises(FileNotKept, match="not as it was kept"):
        vault.path_of(kept.sha256)
    vault.keep_at_once(ledger)
    assert vault.path_of(kept.sha256).read_bytes() == LEDGER
    place.unlink()
    assert vault.state(kept.sha256) is FileState.MISSING
    with pytest.raises(FileNotKept, match="missing"):
        vault.path_of(kept.sha256)
    vault.keep_at_once(ledger)
    assert vault.state(kept.sha256) is FileState.WHOLE


def test_progress_is_told_and_a_cancel_leaves_nothing(vault: Vault, tmp_path: Path) -> None:
    large = tmp_path / "interview.wav"
    large.write_bytes(os.urandom(3 * module._PIECE + 7))
    keeping = vault.keep(large)
    first = next(keeping)
    assert first == Progress(module._PIECE, 3 * module._PIECE + 7)
    assert len(all_files(vault)) == 1
    keeping.close()
    assert all_files(vault) == []
    *steps, kept = vault.keep(large)
    assert steps[-1] == Progress(3 * module._PIECE + 7, 3 * module._PIECE + 7)
    assert isinstance(kept, InVault) and kept.size == 3 * module._PIECE + 7


def test_what_is_no_file_is_refused(vault: Vault, tmp_path: Path) -> None:
    assert refused(vault, tmp_path) == (
        f"{tmp_path.name} is a folder; attach the files in it one by one."
    )
    assert refused(vault, tmp_path / "gone.pdf") == ("gone.pdf is not there any more.")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_refused_without_waiting_for_it(vault: Vault, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refused(vault, tmp_path / "pipe") == "pipe is not a file that can be kept."


def test_a_file_that_cannot_be_read_is_told(
    vault: Vault, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(os, "open", refuse)
    assert refused(vault, ledger) == "Ledger 2024.PDF could not be read: Permission denied."


@pytest.mark.parametrize("name", ["other.casebook", "other.casebook-wal", "other.casebook-shm"])
def test_a_casebook_is_no_source_by_whatever_name(vault: Vault, tmp_path: Path, name: str) -> None:
    other = tmp_path / name
    other.write_bytes(b"SQLite format 3\0")
    link = tmp_path / "innocent.pdf"
    link.symlink_to(other)
    assert "is a casebook" in refused(vault, other)
    assert "is a casebook" in refused(vault, link)


def test_the_open_casebook_is_no_source_under_a_second_name(vault: Vault, path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0")
    os.link(path, path.with_name("innocent.pdf"))
    assert "is a casebook" in refused(vault, path.with_name("innocent.pdf"))


def test_a_file_that_is_written_to_meanwhile_is_refused(vault: Vault, tmp_path: Path) -> None:
    growing = tmp_path / "recording.wav"
    growing.write_bytes(os.urandom(2 * module._PIECE))
    keeping = vault.keep(growing)
    next(keeping)
    with growing.open("ab") as more:
        more.write(b"still recording")
    with pytest.raises(FileNotKept, match=r"recording\.wav changed while it was copied"):
        list(keeping)
    assert all_files(vault) == []


def test_a_file_cut_short_meanwhile_is_refused(vault: Vault, tmp_path: Path) -> None:
    shrinking = tmp_path / "recording.wav"
    shrinking.write_bytes(os.urandom(3 * module._PIECE))
    keeping = vault.keep(shrinking)
    next(keeping)
    os.truncate(shrinking, module._PIECE)
    with pytest.raises(FileNotKept, match="changed while it was copied"):
        list(keeping)
    assert all_files(vault) == []


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be removed there")
def test_a_file_removed_meanwhile_is_kept_whole(vault: Vault, tmp_path: Path) -> None:
    vanishing = tmp_path / "mail.eml"
    content = os.urandom(2 * module._PIECE)
    vanishing.write_bytes(content)
    keeping = vault.keep(vanishing)
    next(keeping)
    vanishing.unlink()
    kept = at_its_end(keeping)
    assert vault.path_of(kept.sha256).read_bytes() == content


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="counts blocks as Linux does")
def test_a_file_of_holes_is_kept_as_one(vault: Vault, tmp_path: Path) -> None:
    """Five gigabytes of nothing, as a reserved recording is, cost no five gigabytes again."""
    sparse = tmp_path / "reserved.wav"
    with sparse.open("wb") as file:
        file.write(b"RIFF")
        file.truncate(5 << 30)
    begun = vault.keep(sparse)
    for step in begun:
        assert isinstance(step, Progress)
        if step.done > 64 << 20:
            break
    (part,) = all_files(vault)
    assert part.stat().st_blocks * 512 < 4 << 20
    begun.close()
    small = tmp_path / "small.wav"
    with small.open("wb") as file:
        file.write(b"RIFF")
        file.truncate(64 << 20)
    kept = vault.keep_at_once(small)
    place = vault.path_of(kept.sha256)
    assert place.stat().st_size == 64 << 20
    assert place.stat().st_blocks * 512 < 4 << 20


def test_a_full_disk_is_told_and_costs_nothing_that_was_kept(tmp_path: Path) -> None:
    with small_disk(tmp_path, 3000) as disk:
        vault = Vault(disk / "desk.casebook")
        small = tmp_path / "small.pdf"
        small.write_bytes(LEDGER)
        kept = vault.keep_at_once(small)
        large = tmp_path / "large.wav"
        large.write_bytes(os.urandom(5 << 20))
        assert refused(vault, large) == (
            "large.wav could not be kept: the disk is full. Make room and try again."
        )
        assert vault.state(kept.sha256) is FileState.WHOLE


def test_a_vault_that_cannot_be_made_is_told(vault: Vault, ledger: Path) -> None:
    vault.folder.write_text("a file where the folder should be", encoding="utf-8")
    assert "the casebook’s vault cannot be written to" in refused(vault, ledger)


def test_a_sweep_takes_what_nobody_names_and_leaves_what_is_fresh(
    vault: Vault, ledger: Path, tmp_path: Path
) -> None:
    named = vault.keep_at_once(ledger).sha256
    other = tmp_path / "other.txt"
    other.write_bytes(b"nobody ever named this")
    vault.keep_at_once(other)
    cut_short = vault.folder / "0123.part"
    cut_short.write_bytes(b"half")
    stranger = vault.folder / "read me.txt"
    stranger.write_bytes(b"not ours")
    assert len(vault.unreferenced({named})) == 2
    assert vault.sweep({named}) == 0
    long_ago = time.time() - 2 * module.UNNAMED_FOR
    for path in all_files(vault):
        path.chmod(0o644)
        os.utime(path, (long_ago, long_ago))
    assert vault.sweep({named}) == 2
    assert all_files(vault) == sorted([vault.path_of(named), stranger])


def test_what_is_kept_again_is_fresh_for_the_sweep(vault: Vault, ledger: Path) -> None:
    place = vault.path_of(vault.keep_at_once(ledger).sha256)
    os.utime(place, (0, 0))
    vault.keep_at_once(ledger)
    assert vault.sweep(set()) == 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs SIGKILL")
def test_a_kill_while_files_are_kept_leaves_no_half_file_under_a_digest(
    path: Path, tmp_path: Path
) -> None:
    program = """
import os, sys
from pathlib import Path
from factcheck.storage.vault import Vault
vault, file = Vault(Path(sys.argv[1])), Path(sys.argv[2])
while True:
    file.write_bytes(os.urandom(300_000))
    print(vault.keep_at_once(file).sha256, flush=True)
"""
    chance, told = random.Random(20260504), set()
    for _ in range(8):
        with subprocess.Popen(
            [sys.executable, "-c", program, str(path), str(tmp_path / "take.wav")],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        ) as keeper:
            assert keeper.stdout is not None
            told.add(keeper.stdout.readline().strip())
            time.sleep(chance.uniform(0, 0.03))
            keeper.send_signal(signal.SIGKILL)
            told.update(line.strip() for line in keeper.stdout if line.endswith("\n"))
    vault = Vault(path)
    assert {vault.state(sha256) for sha256 in told} == {FileState.WHOLE}
    for file in all_files(vault):
        assert file.suffix == ".part" or vault.state(file.stem) is FileState.WHOLE
