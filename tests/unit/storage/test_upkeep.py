"""Upkeep: a backup where one is due, fewer old ones, and nothing left in the vault that nobody names."""

import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from factcheck.model.evidence import KeptFile, Source, SourceForm
from factcheck.storage import Casebook
from factcheck.storage.backups import NEWEST, backups_of
from factcheck.storage.upkeep import look_after
from factcheck.storage.vault import UNNAMED_FOR
from tests.unit.storage.makers import added, do, now

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


def test_a_backup_is_made_once_until_the_record_goes_on(casebook: Casebook, path: Path) -> None:
    case = added(casebook)
    (made,) = look_after(path, NOON)
    assert list(look_after(path, NOON + timedelta(hours=1))) == []
    do(casebook, case, case.set_title("Now", now()))
    (again,) = look_after(path, NOON + timedelta(hours=2))
    assert backups_of(path) == [again, made]


def test_old_backups_go(casebook: Casebook, path: Path) -> None:
    case = added(casebook)
    for minute in range(NEWEST + 4):
        do(casebook, case, case.set_title(f"Title {minute}", now()))
        list(look_after(path, NOON + timedelta(minutes=minute)))
    assert len(backups_of(path)) == NEWEST


@pytest.fixture
def vault_files(casebook: Casebook, tmp_path: Path) -> list[Path]:
    """In use, detached again, and never attached; all of them old."""
    case, files = added(casebook), []
    for name in ("used", "detached", "never"):
        file = tmp_path / f"{name}.txt"
        file.write_text(name, encoding="utf-8")
        there = casebook.vault.keep_at_once(file)
        files.append(casebook.vault.path_of(there.sha256))
        os.utime(files[-1], (time.time() - 2 * UNNAMED_FOR,) * 2)
        if name == "never":
            continue
        source = Source(case.article.id, name, SourceForm.FILE, str(file), sha256=there.sha256)
        kept = KeptFile(case.article.id, source.id, file.name, there.sha256, there.size)
        attached = case.attach(case.claims()[0].id, source, now(), kept=kept)
        do(casebook, case, attached)
        if name == "detached":
            do(casebook, case, attached.inverse(now()))
    return files


def test_what_no_entry_ever_named_is_swept_and_the_rest_stays(
    casebook: Casebook, path: Path, vault_files: list[Path]
) -> None:
    list(look_after(path, NOON))
    assert [file.exists() for file in vault_files] == [True, True, False]
    assert [said for said in casebook.verify() if isinstance(said, str)] == []
