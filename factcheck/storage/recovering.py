"""Saves what can be read of a damaged casebook into a new one, and fills its gaps from the record.

The damaged file is never written to: all reading is done on a copy. A row that people ever touched stands in the
record in full, so that it can be had from there where its own page is spoilt.
"""

import json
import shutil
import sqlite3
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import CasebookError, FileNotKept
from factcheck.model.change import Stamp, Verb
from factcheck.storage import log
from factcheck.storage.casebook import Casebook
from factcheck.storage.faults import UnreadableRow, told_when_reading
from factcheck.storage.mending import mend_contents, mend_head
from factcheck.storage.opening import connect
from factcheck.storage.rows import TABLE_OF
from factcheck.storage.salvage import RowDict, rows_of
from factcheck.storage.table import Table
from factcheck.storage.vault import Vault

_REFERENCES = {
    "article_id": "articles",
    "draft_id": "drafts",
    "old_draft_id": "drafts",
    "claim_id": "claims",
    "source_id": "sources",
}
_UNTOLD = "SELECT id FROM articles WHERE id NOT IN (SELECT article_id FROM log)"
_NO_REFERENCE = ("log",)  # its entries name articles that may be gone
_NAMES = {"log": "entries of the record", "view_state": "reading places"}

Found = dict[str, dict[str, RowDict]]  # rows by table and key


@dataclass(frozen=True, slots=True)
class Saved:
    """What came out of a damaged casebook; ``amiss`` says in sentences what is lost or doubtful."""

    articles: int
    claims: int
    entries: int
    files: int
    from_record: int
    amiss: tuple[str, ...]


def recover(damaged: Path, out: Path, stamp: Stamp) -> Iterator[str | Saved]:
    """A new casebook at ``out``; what is being read, and as the last item what was saved.

    CasebookError where nothing can be, and nothing is left at ``out`` then.
    """
    damaged, out = damaged.absolute(), out.absolute()
    if out.exists():
        raise CasebookError(f"There is a file {out.name} already; name another.")
    with tempfile.TemporaryDirectory(prefix="casebook-") as folder:
        copy = _copied(damaged, Path(folder))
        with closing(_opened(copy, damaged)) as source:
            found: Found = {}
            for name in _names():
                yield f"Reading {_NAMES.get(name, name)}…"
                found[name] = _by_key(name, rows_of(source, name))
    from_record = _fill_from_record(found)
    lost = _without_nonsense(found) + _without_parents(found)
    if not found["articles"]:
        raise CasebookError(
            f"Nothing could be saved of {damaged.name}: no article in it can be read."
            " A backup of it is what is left."
        )
    yield "Writing what was read…"
    try:
        saved = _written(found, out, damaged, stamp, from_record, lost)
    except BaseException:
        for more in ("", "-wal", "-shm"):
            out.with_name(out.name + more).unlink(missing_ok=True)
        raise
    yield saved


def _names() -> list[str]:
    return [*(table.name for table in TABLE_OF.values()), "log", "view_state"]


def _copied(damaged: Path, folder: Path) -> Path:
    copy = folder / "copy.casebook"
    try:
        shutil.copyfile(damaged, copy)
        wal = damaged.with_name(damaged.name + "-wal")
        if wal.exists():
            shutil.copyfile(wal, copy.with_name(copy.name + "-wal"))
    except OSError as error:
        raise CasebookError(f"{damaged.name} cannot be read: {error.strerror}.") from error
    return copy


def _opened(copy: Path, damaged: Path) -> sqlite3.Connection:
    """A connection to the copy; where SQLite cannot read its beginning, that of a new casebook is put there."""
    with told_when_reading(damaged):
        for mend in (None, mend_head, mend_contents):
            if mend is not None:
                mend(copy)
            try:
                return _tried(copy)
            except (sqlite3.DatabaseError, UnicodeDecodeError):
                continue
        raise CasebookError(
            f"Nothing could be saved of {damaged.name}: the part that says where everything stands is destroyed."
            " A backup of it is what is left."
        )


def _tried(copy: Path) -> sqlite3.Connection:
    connection = connect(copy.as_uri())
    try:
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        connection.execute(
            "PRAGMA writable_schema = ON"
        )  # reads on past a rule that makes no sense
        (there,) = connection.execute(
            "SELECT count(*) FROM sqlite_master WHERE name IN ('articles', 'log')"
        ).fetchone()
        if not there:
            raise sqlite3.DatabaseError("no table of ours")
    except BaseException:
        connection.close()
        raise
    return connection


def _by_key(name: str, rows: Iterable[RowDict]) -> dict[str, RowDict]:
    key = "number" if name == "log" else _key(name)
    return {str(row[key]): row for row in rows if row.get(key) is not None}


def _key(name: str) -> str:
    table = next((table for table in TABLE_OF.values() if table.name == name), None)
    return "article_id" if table is None else table.columns[0]


def _fill_from_record(found: Found) -> int:
    """How many rows were had from the record: lost ones, and those that are not as it says."""
    wanted: dict[str, dict[str, RowDict | None]] = defaultdict(dict)
    gone: set[str] = set()
    tables = {table.name: table for table in TABLE_OF.values()}
    for row in sorted(found["log"].values(), key=lambda row: int(row["number"] or 0)):
        if row["verb"] == Verb.REMOVE_ARTICLE:
            gone.add(str(row["article_id"]))
        for table, before, after in _edits(row, tables):
            key = str((after or before or {}).get(table.columns[0]))
            wanted[table.name][key] = after
    filled = 0
    for name, rows in wanted.items():
        for key, said in rows.items():
            there = found[name].get(key)
            if said is None:
                found[name].pop(key, None)
            elif there is None or any(there.get(column) != said[column] for column in said):
                found[name][key] = (there or {}) | said
                filled += 1
    for article_id in gone:
        found["articles"].pop(article_id, None)
    return filled


def _edits(
    entry: RowDict, tables: dict[str, Table]
) -> Iterator[tuple[Table, RowDict | None, RowDict | None]]:
    """The rows an entry holds in full, before and after; none of one that cannot be read any more."""
    try:
        for edit in json.loads(str(entry["change"]))["edits"]:
            table, before, after = tables[edit["table"]], edit["before"], edit["after"]
            whole = None if after is None else (before or {}) | after
            yield table, before, whole
    except (ValueError, KeyError, TypeError, AttributeError):
        return


def _without_nonsense(found: Found) -> Counter[str]:
    """How many rows of each table were let go, since what stands in them is no record any more."""
    lost: Counter[str] = Counter()
    for name, rows in found.items():
        for key in [key for key, row in rows.items() if not _makes_sense(name, row)]:
            del rows[key]
            lost[name] += 1
    return lost


def _makes_sense(name: str, row: RowDict) -> bool:
    table = next((table for table in TABLE_OF.values() if table.name == name), None)
    if any(isinstance(value, bytes) for value in row.values()):
        return False
    try:
        if table is not None:
            table.from_dict({column: row[column] for column in table.columns if column in row})
        elif name == "log":
            log.entry_of(row)
        else:
            json.loads(str(row["view"]))
    except (ValueError, TypeError, KeyError, AttributeError, UnreadableRow):
        return False
    return True


def _without_parents(found: Found) -> Counter[str]:
    """How many rows of each table were let go, since what they belong to is lost."""
    lost: Counter[str] = Counter()
    goes_on = True
    while goes_on:  # what belongs to a row that was let go is let go too
        goes_on = False
        for name in _names():
            for key in [key for key, row in found[name].items() if _is_orphan(name, row, found)]:
                del found[name][key]
                lost[name] += 1
                goes_on = True
    return lost


def _is_orphan(name: str, row: RowDict, found: Found) -> bool:
    if name == "articles":
        return not any(draft["article_id"] == row["id"] for draft in found["drafts"].values())
    return name not in _NO_REFERENCE and any(
        row.get(column) not in (None, "") and str(row[column]) not in found[parent]
        for column, parent in _REFERENCES.items()
    )


def _written(
    found: Found, out: Path, damaged: Path, stamp: Stamp, from_record: int, lost: Counter[str]
) -> Saved:
    Casebook.open(out).close()
    with closing(connect(out.as_uri())) as target, told_when_reading(out):
        target.execute("PRAGMA foreign_keys = ON")
        target.execute("BEGIN IMMEDIATE")
        guards = _guards_off(target)
        for name in _names():
            lost[name] += _inserted(target, name, found[name])
        for sql in guards:
            target.execute(sql)
        for article_id, turn in log.turns(target).items():
            target.execute("UPDATE articles SET turn = ? WHERE id = ?", (turn, article_id))
        for (article_id,) in target.execute(_UNTOLD).fetchall():
            log.append_event(target, Verb.RECOVER, stamp, {"file": damaged.name}, article_id)
        log.append_event(target, Verb.RECOVER, stamp, {"file": damaged.name})
        target.execute("COMMIT")
    with closing(Casebook.open(out)) as casebook:
        articles, claims = casebook.counts()
        files, missing = _files_taken_over(casebook, Vault(damaged))
        told = [
            f"{count} {_NAMES.get(name, name.replace('_', ' '))} could not be saved."
            for name, count in lost.items()
            if count
        ]
        entries = len(found["log"]) - lost["log"]
        problems = [*told, *missing, *casebook.check()]
        return Saved(articles, claims, entries, files, from_record, tuple(problems))


def _guards_off(target: sqlite3.Connection) -> list[str]:
    """The guards of the record, taken off so that one with gaps can be put in; their wording, to put them back."""
    guards = target.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name = 'log_only_grows'"
    ).fetchall()
    for name, _ in guards:
        target.execute(f"DROP TRIGGER {name}")
    return [sql for _, sql in guards]


def _inserted(target: sqlite3.Connection, name: str, rows: dict[str, RowDict]) -> int:
    """How many rows could not be put in, such as one that says nothing where something must be said."""
    columns = {column for _, column, *_ in target.execute(f"PRAGMA table_info({name})")}
    refused = 0
    order = sorted(rows.values(), key=lambda row: (_number(row), str(row.get("id", ""))))
    for row in order:
        kept = {column: value for column, value in row.items() if column in columns}
        names = ", ".join(f'"{column}"' for column in kept)
        marks = ", ".join("?" * len(kept))
        try:
            target.execute(f"INSERT INTO {name} ({names}) VALUES ({marks})", (*kept.values(),))
        except sqlite3.IntegrityError:
            refused += 1
    return refused


def _number(row: RowDict) -> int:
    number = row.get("number")
    return number if isinstance(number, int) else 1 << 62


def _files_taken_over(casebook: Casebook, vault: Vault) -> tuple[int, list[str]]:
    """How many files of the damaged casebook's vault are in the new one's too, and which are not."""
    taken, missing = 0, []
    for kept in casebook.kept_files():
        try:
            casebook.vault.keep_at_once(vault.path_of(kept.sha256))
            taken += 1
        except FileNotKept:
            missing.append(f"The file {kept.name} is missing or changed in {vault.folder.name}.")
    return taken, missing
