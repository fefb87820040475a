"""Holds a casebook against its own record: what is damaged, what was changed behind the program's back, in sentences.

The record tells, entry by entry, every row that was ever written: in full, or by its seal. Replayed, it leaves the
seals of the rows that must be in the tables now, and no others may be there.
"""

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from factcheck.model.change import Verb
from factcheck.model.evidence import FileState, KeptFile
from factcheck.storage import log, schema
from factcheck.storage.rows import TABLE_OF
from factcheck.storage.table import Row, Table
from factcheck.storage.vault import Progress, Vault

_MOST_TOLD = 20  # of what SQLite itself finds amiss
_CHECKS_SEARCH = (3, 44)  # the SQLite whose own check covers the full-text tables
_OF_DRAFTS = "draft_id IN (SELECT id FROM drafts WHERE article_id = ?)"
_SCOPES = {  # how a table's rows are found that belong to an article, by the first of these columns it has
    "article_id": "article_id = ?",
    "draft_id": _OF_DRAFTS,
    "claim_id": f"claim_id IN (SELECT id FROM claims WHERE {_OF_DRAFTS})",
}
_SEARCHED = ("claims_search", "articles_search")
_ENTRIES = "SELECT number, verb, change FROM log WHERE article_id = ? ORDER BY number"


def problems(connection: sqlite3.Connection) -> Iterator[str]:
    """What is wrong, each in a sentence; nothing where every page, table, reference, row and entry holds."""
    with _any_text(connection):
        for part in (_record, _rows, _references, _counts, _schema, _pages, _search):
            try:
                yield from part(connection)
            except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
                yield f"The file is damaged: {' '.join(str(error).split())}."


def has_other_tables(connection: sqlite3.Connection) -> bool:
    """Whether a table, index or guard of the file is not as the program makes it."""
    try:
        return any(True for _ in _schema(connection))
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return True


def unsealed(connection: sqlite3.Connection) -> int:
    """How many rows an earlier version recorded by number alone, so that they cannot be held against the record."""
    query = """
    SELECT coalesce(sum(many.value), 0) FROM log, json_each(log.change, '$.digest.records') AS many
    WHERE json_extract(log.change, '$.digest.sha256') IS NOT NULL"""
    return int(connection.execute(query).fetchone()[0])


def files(vault: Vault, kept_files: Iterable[KeptFile]) -> Iterator[Progress | str]:
    """What is wrong with the files of the vault, each in a sentence, and how far they are looked at."""
    for kept in kept_files:
        state = FileState.MISSING
        for step in vault.look(kept.sha256):
            if isinstance(step, Progress):
                yield step
            else:
                state = step
        if state is not FileState.WHOLE:
            how = "is missing from" if state is FileState.MISSING else "was changed in"
            yield f"The file {kept.name} {how} {vault.folder.name}."


# What SQLite can tell


def _pages(connection: sqlite3.Connection) -> Iterator[str]:
    for (told,) in connection.execute(f"PRAGMA integrity_check({_MOST_TOLD})"):
        if told != "ok":
            yield f"The file is damaged: {' '.join(told.replace('*** in database main ***', '').split())}."


def _references(connection: sqlite3.Connection) -> Iterator[str]:
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"A record in {table} refers to one in {parent} that is missing."


def _schema(connection: sqlite3.Connection) -> Iterator[str]:
    """Tables, indexes and guards that are not as the steps of the schema make them."""
    made, there = _schema_made(), _schema_of(connection)
    for name, sql in made.items():
        if name not in there:
            yield f"The file’s own rule or table “{name}” is missing."
        elif there[name] != sql:
            yield f"The file’s own rule or table “{name}” was changed."
    for name in there.keys() - made.keys():
        yield f"The file has a rule or table “{name}” that is not the program’s."


@cache
def _schema_made() -> dict[str, str]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        fresh.execute("BEGIN")
        schema.migrate(fresh, schema.STEPS)
        return _schema_of(fresh)


def _schema_of(connection: sqlite3.Connection) -> dict[str, str]:
    query = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    return {
        name: sql
        for name, sql in connection.execute(query)
        # SQLite words its own tables as its version pleases
        if not name.startswith(("sqlite_", "_sqlite", *(f"{table}_" for table in _SEARCHED)))
    }


def _search(connection: sqlite3.Connection) -> Iterator[str]:
    """Full-text tables that do not hold the words they should; tried on a copy, since to ask is to write."""
    if sqlite3.sqlite_version_info >= _CHECKS_SEARCH:
        return
    with closing(sqlite3.connect("", isolation_level=None)) as copy:
        connection.backup(copy)
        for table in _SEARCHED:
            try:
                copy.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
            except (sqlite3.DatabaseError, UnicodeDecodeError):
                yield f"The words to search by in {table} are not those of the casebook."


# The record itself


def _record(connection: sqlite3.Connection) -> Iterator[str]:
    """The first entry that was tampered with, the end of the record, and the order of the articles made from it."""
    yield from log.faults(connection)
    number, sha256 = connection.execute(
        "SELECT coalesce(max(number), 0), coalesce((SELECT sha256 FROM log ORDER BY number DESC LIMIT 1), '') FROM log"
    ).fetchone()
    entries, last = connection.execute("SELECT entries, last FROM totals").fetchone()
    if number < entries:
        yield f"Entry {number + 1} of the record is missing: {entries} were written."
    elif (number, sha256) != (entries, last):
        yield f"Entry {number} of the record is not the one that was written last."
    turns = log.turns(connection)
    for article_id, turn in connection.execute("SELECT id, turn FROM articles"):
        if turns.get(article_id) != turn:
            yield f"The place of the article {article_id} on the start page is not the record’s."


def _counts(connection: sqlite3.Connection) -> Iterator[str]:
    told = connection.execute("SELECT articles, claims FROM totals").fetchall()
    there = connection.execute(
        "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM claims)"
    ).fetchall()
    if told != there:
        yield "The numbers of articles and claims are not those of the tables."


# The rows, against the record


@dataclass
class _Expected:
    """The seals of the rows that must be there, by table; a row that was never sealed counts below nought."""

    seals: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    written: dict[str, int] = field(default_factory=dict)  # by which entry
    unsealed: Counter[str] = field(
        default_factory=Counter
    )  # rows of which only the number is known
    unreadable: int = 0  # the first entry that makes no sense

    def clear(self) -> None:
        self.seals.clear()
        self.unsealed.clear()


def _rows(connection: sqlite3.Connection) -> Iterator[str]:
    tables = list(TABLE_OF.values())
    of_desk = [table for table in tables if table.name != "articles" and _scope(table) is None]
    found: Counter[str] = Counter()
    desk = _Expected()
    for (article_id,) in connection.execute("SELECT DISTINCT article_id FROM log").fetchall():
        article = _Expected()
        _replay(connection, article_id, article, desk, {table.name for table in of_desk})
        if article.unreadable:
            yield f"Entry {article.unreadable} of the record makes no sense."
        for table in tables:
            if table in of_desk:
                continue
            rows = _rows_of(connection, table, article_id)
            count, told = _compared(table, rows, article)
            found[table.name] += count
            yield from told
    for table in of_desk:
        yield from _compared(table, _rows_of(connection, table, None), desk)[1]
    for table in tables:
        if table not in of_desk:
            (there,) = connection.execute(f"SELECT count(*) FROM {table.name}").fetchone()
            if there != found[table.name]:
                yield (
                    f"{_many(there - found[table.name])} in {table.name}: of no article that the record knows."
                )


def _replay(
    connection: sqlite3.Connection,
    article_id: str,
    article: _Expected,
    desk: _Expected,
    of_desk: set[str],
) -> None:
    """Note what the entries about an article made and took away, of its own rows and of the desk's."""
    named = {table.name: table for table in TABLE_OF.values()}
    for number, verb, change in connection.execute(_ENTRIES, (article_id,)):
        try:
            content = json.loads(change)
            if verb == Verb.REMOVE_ARTICLE:
                article.clear()
                continue
            for edit in content["edits"]:
                expected = desk if edit["table"] in of_desk else article
                _note_edit(named[edit["table"]], edit, number, expected)
            _note_digest(content.get("digest", {}), number, article)
        except (ValueError, KeyError, TypeError, AttributeError):
            article.unreadable = article.unreadable or number


def _note_edit(table: Table, edit: dict[str, Any], number: int, expected: _Expected) -> None:
    before, after = edit["before"], edit["after"]
    seals = expected.seals[table.name]
    if before is not None:
        seals[table.seal(before)] -= 1
    if after is not None:
        seal = table.seal((before or {}) | after)
        seals[seal] += 1
        expected.written[seal] = number


def _note_digest(digest: dict[str, Any], number: int, expected: _Expected) -> None:
    if "sha256" in digest:  # of an earlier version, which did not seal rows
        expected.unsealed.update(digest["records"])
    for table, seals in digest.get("gone", {}).items():
        expected.seals[table].subtract(seals)
    for table, seals in digest.get("made", {}).items():
        expected.seals[table].update(seals)
        expected.written.update(dict.fromkeys(seals, number))


def _compared(table: Table, rows: Iterator[Row], expected: _Expected) -> tuple[int, list[str]]:
    """How many rows there are, and what is wrong with them: too many, too few, or not as they were written."""
    wanted = expected.seals[table.name]
    count, strangers = 0, []
    for row in rows:
        count += 1
        seal = _seal(table, row)
        if wanted[seal] > 0:
            wanted[seal] -= 1
        else:
            strangers.append(str(row[0]))
    missing = [seal for seal, times in wanted.items() if times > 0]
    entry = min((expected.written[seal] for seal in missing), default=0)
    if expected.unsealed[table.name] and not missing:
        strangers = strangers[expected.unsealed[table.name] :]
    if missing and strangers:
        return count, [
            f"{_many(len(missing))} in {table.name}: not as entry {entry} of the record wrote it, see {strangers[0]}."
        ]
    if missing:
        return count, [
            f"{_many(len(missing))} in {table.name}: gone, though entry {entry} of the record wrote it."
        ]
    if strangers:
        return count, [
            f"{_many(len(strangers))} in {table.name}: no entry of the record wrote it, see {strangers[0]}."
        ]
    return count, []


def _seal(table: Table, row: Row) -> str:
    """The seal of a row; none of one that holds what no record can, such as bytes where words should be."""
    try:
        return table.seal(table.as_dict(row))
    except TypeError:
        return ""


def _scope(table: Table) -> str | None:
    return next((where for column, where in _SCOPES.items() if column in table.columns), None)


def _rows_of(connection: sqlite3.Connection, table: Table, article_id: str | None) -> Iterator[Row]:
    query = f"SELECT {table.selected} FROM {table.name}"
    if article_id is None:
        return connection.execute(query)
    where = "id = ?" if table.name == "articles" else _scope(table)
    return connection.execute(f"{query} WHERE {where}", (article_id,))


def _many(count: int) -> str:
    return "1 record" if count == 1 else f"{count} records"


@contextmanager
def _any_text(connection: sqlite3.Connection) -> Iterator[None]:
    """Text that is no UTF-8 is read with its faults, which then show, and does not stop the reading."""
    before: Callable[[bytes], Any] | type = connection.text_factory
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    try:
        yield
    finally:
        connection.text_factory = before
