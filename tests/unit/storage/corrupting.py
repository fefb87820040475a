"""Spoils casebooks and vaults in every way, and tells whether it was noticed.

What may stay unnoticed: bytes that hold nothing. SQLite leaves free pages, gaps between the rows of a page and some
numbers of its own in the file's head, and words its own tables as it likes: no row, rule or search changes with them. So a spoilt file that nobody
complains of must give the very same rows and rules, read by plain SQLite, as the whole one. Where a reader left off
(``view_state``) and the day of a migration are no part of the record and are not looked at.
"""

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from factcheck.errors import CasebookError
from factcheck.storage import Casebook
from factcheck.storage.rows import TABLE_OF
from tests.unit.storage.test_log import tamper

Spoil = Callable[[Path, random.Random], None]
READ = [*(table.name for table in TABLE_OF.values()), "log", "totals"]


def content_of(path: Path) -> dict[str, Any] | None:
    """Every row of the record and every rule of the file; None where SQLite cannot read them."""
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as plain:
            plain.text_factory = bytes
            rules = plain.execute(
                "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE '%sqlite%'"
                " AND name NOT LIKE '%\\_search\\_%' ESCAPE '\\' ORDER BY name"
            ).fetchall()
            rows = {
                name: plain.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall() for name in READ
            }
    except (sqlite3.Error, UnicodeDecodeError):
        return None
    return {"rules": rules} | rows


def complaints(path: Path) -> list[str]:
    """What a person hears of a casebook that she verifies and works in; any other error is ours and comes through."""
    told = []
    try:
        with closing(Casebook.open(path, read_only=True)) as casebook:
            told += [said for said in casebook.verify() if isinstance(said, str)]
    except CasebookError as error:
        told.append(str(error))
    for read in (_look_through, _search, _write):
        try:
            with closing(Casebook.open(path)) as casebook:
                read(casebook)
        except CasebookError as error:
            told.append(str(error))
    assert all(said.endswith(".") and "\n" not in said for said in told), told
    return told


def noticed(whole: Path, copy: Path, spoil: Spoil, chance: random.Random) -> bool | None:
    """Whether somebody complains of a copy so spoilt; None where nothing of the record changed."""
    for path in (copy, copy.with_name(copy.name + "-wal"), copy.with_name(copy.name + "-shm")):
        path.unlink(missing_ok=True)
    shutil.copy(whole, copy)
    vault, spoilt_vault = whole.with_suffix(".vault"), copy.with_suffix(".vault")
    shutil.rmtree(spoilt_vault, ignore_errors=True)
    shutil.copytree(vault, spoilt_vault)
    before, files = content_of(copy), contents_of(spoilt_vault)
    spoil(copy, chance)
    after = content_of(copy)
    same = before == after and files == contents_of(spoilt_vault)
    if complaints(copy):
        return True
    return None if same else False


def contents_of(vault: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in vault.rglob("*") if path.is_file()}


def _look_through(casebook: Casebook) -> None:
    casebook.counts()
    casebook.rules()
    for summary in casebook.articles(50):
        case = casebook.load(summary.article.id)
        casebook.history(case.article.id)
        casebook.view(case.article.id)
    casebook.history("")


def _search(casebook: Casebook) -> None:
    casebook.search_claims("library books", 5)
    casebook.articles(5, search="flood")


def _write(casebook: Casebook) -> None:
    for summary in casebook.articles(1):
        casebook.keep_view(summary.article.id, {"scroll": 1})


# The ways to spoil a file


def flip(path: Path, chance: random.Random) -> None:
    """One to eight bytes anywhere."""
    size = path.stat().st_size
    with path.open("r+b") as file:
        for _ in range(chance.choice((1, 1, 2, 8))):
            at = chance.randrange(size)
            file.seek(at)
            (byte,) = file.read(1)
            file.seek(at)
            file.write(bytes([byte ^ (1 << chance.randrange(8))]))


def scribble(path: Path, chance: random.Random) -> None:
    """Random bytes over a stretch of up to two pages."""
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(chance.randrange(size))
        file.write(chance.randbytes(chance.randrange(1, 8192)))


def cut(path: Path, chance: random.Random) -> None:
    """The end of the file gone."""
    os.truncate(path, chance.randrange(path.stat().st_size))


def edit_row(path: Path, chance: random.Random) -> None:
    """One value of one row, by plain SQL."""
    table = chance.choice(list(TABLE_OF.values()))
    column, key = chance.choice(table.columns), table.columns[0]
    with closing(sqlite3.connect(path)) as plain, plain:
        rows = plain.execute(f'SELECT "{key}", "{column}" FROM {table.name}').fetchall()
        if rows:
            name, value = chance.choice(rows)
            other = value + 1 if isinstance(value, int | float) else f"{value or ''}x"
            plain.execute(
                f'UPDATE {table.name} SET "{column}" = ? WHERE "{key}" = ?', (other, name)
            )


def take_row(path: Path, chance: random.Random) -> None:
    """One row gone, by plain SQL."""
    table = chance.choice(list(TABLE_OF.values()))
    key = table.columns[0]
    with closing(sqlite3.connect(path)) as plain, plain:
        rows = plain.execute(f'SELECT "{key}" FROM {table.name}').fetchall()
        if rows:
            plain.execute(f'DELETE FROM {table.name} WHERE "{key}" = ?', chance.choice(rows))


def _entries(path: Path) -> int:
    with closing(sqlite3.connect(path)) as plain:
        return int(plain.execute("SELECT max(number) FROM log").fetchone()[0])


def edit_entry(path: Path, chance: random.Random) -> None:
    """One value of one entry of the record."""
    column = chance.choice(("article_id", "claim_id", "verb", '"by"', "at", "change", "previous"))
    number = 1 + chance.randrange(_entries(path))
    tamper(path, f"UPDATE log SET {column} = {column} || ' ' WHERE number = {number}")


def take_entry(path: Path, chance: random.Random) -> None:
    tamper(path, f"DELETE FROM log WHERE number = {1 + chance.randrange(_entries(path))}")


def cut_record(path: Path, chance: random.Random) -> None:
    tamper(path, f"DELETE FROM log WHERE number > {chance.randrange(_entries(path))}")


def swap_entries(path: Path, chance: random.Random) -> None:
    first, second = chance.sample(range(1, _entries(path) + 1), 2)
    tamper(
        path,
        f"UPDATE log SET number = -1 WHERE number = {first}",
        f"UPDATE log SET number = {first} WHERE number = {second}",
        f"UPDATE log SET number = {second} WHERE number = -1",
    )


def spoil_vault(path: Path, chance: random.Random) -> None:
    """A file of the vault changed, cut, gone, or in another's place."""
    files = sorted(file for file in path.with_suffix(".vault").rglob("*") if file.is_file())
    file, other = chance.sample(files, 2)
    for one in files:
        one.chmod(0o644)
    match chance.randrange(4):
        case 0:
            flip(file, chance)
        case 1:
            cut(file, chance)
        case 2:
            file.unlink()
        case _:
            file.write_bytes(other.read_bytes())


WAYS: tuple[Spoil, ...] = (
    *(flip, flip, flip, scribble, cut, edit_row, edit_row, take_row),
    *(edit_entry, take_entry, cut_record, swap_entries, spoil_vault, spoil_vault),
)
