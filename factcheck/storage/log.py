"""The record of every change: each entry carries the SHA-256 of itself and of the entry before it."""

import hashlib
import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from factcheck.model.change import Change, Edit, Stamp, Verb
from factcheck.model.overview import LogEntry, LogHead
from factcheck.model.trail import Trail
from factcheck.storage.faults import as_written
from factcheck.storage.rows import (
    ARTICLES,
    DRAFTS,
    KEPT_FILES,
    TABLE_NAMED,
    VERDICTS,
)
from factcheck.storage.table import RowEdit, Table, as_moment, canonical, moment

BY_DIGEST = frozenset({Verb.ADD_ARTICLE, Verb.PROPOSE, Verb.REVISE})  # may hold a whole book
_IN_FULL = (ARTICLES, KEPT_FILES, VERDICTS)  # what is written out all the same

STEPS_KEPT = 200  # that can be undone after a restart

_LAST = "SELECT number, sha256, article_id FROM log ORDER BY number DESC LIMIT 1"
_COLUMNS = 'number, article_id, claim_id, verb, "by", at, change, previous, sha256'
_APPEND = f"INSERT INTO log ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"


def append(connection: sqlite3.Connection, change: Change, content: str) -> LogEntry:
    """The entry of a change that ``encode`` gave ``content``, after the last one, in the caller's transaction."""
    last = connection.execute(_LAST).fetchone()
    number, previous, article_id = (last[0] + 1, last[1], last[2]) if last else (1, "", "")
    entry = (
        number,
        change.article_id,
        change.claim_id,
        change.verb.value,
        change.stamp.by,
        moment(change.stamp.at),
        content,
    )
    sha256 = seal(previous, *entry)
    connection.execute(_APPEND, (*entry, previous, sha256))
    if article_id != change.article_id or change.verb is Verb.ADD_ARTICLE:
        # the order of the articles changes only when work moves from one to another
        turn = "UPDATE articles SET turn = ? WHERE id = ?"
        connection.execute(turn, (number, change.article_id))
    return LogEntry(number, change, sha256)


def append_event(
    connection: sqlite3.Connection,
    verb: Verb,
    stamp: Stamp,
    told: dict[str, str | int],
    article_id: str = "",
) -> LogEntry:
    """The entry of what happened to the casebook, or to an article, as a whole, with what there is to tell of it."""
    change = Change(verb, article_id, (), stamp)
    content = {"id": change.id, "edits": [], verb.value: told}
    return append(connection, change, canonical(content))


def head(connection: sqlite3.Connection) -> LogHead:
    """The last entry's number and SHA-256; 0 and "" while there is none."""
    last = connection.execute(_LAST).fetchone()
    return LogHead(last[0], last[1]) if last else LogHead(0, "")


def entries(
    connection: sqlite3.Connection, article_id: str, claim_id: str = ""
) -> Iterator[LogEntry]:
    """The entries about an article, or about one of its claims, oldest first; of a new draft, if it dropped its verdict."""
    query = f"SELECT {_COLUMNS} FROM log WHERE article_id = ?"
    values = [article_id]
    if claim_id:
        query += " AND (claim_id = ? OR verb = ? AND instr(change, ?))"
        values += [claim_id, Verb.REVISE.value, f'"claim_id":{canonical(claim_id)}']
    yield from map(_entry, connection.execute(f"{query} ORDER BY number", values))


def trail(connection: sqlite3.Connection, article_id: str) -> Trail:
    """The steps that people took on an article, the latest ones; none from before one whose rows the log only seals."""
    no_steps = [verb.value for verb in Verb if not verb.is_step]
    query = (
        f"SELECT {_COLUMNS} FROM log WHERE article_id = ?"
        f" AND verb NOT IN ({', '.join('?' * len(no_steps))}) ORDER BY number DESC LIMIT ?"
    )
    rows = connection.execute(query, (article_id, *no_steps, 2 * STEPS_KEPT)).fetchall()
    made = Trail()
    for entry in map(_entry, reversed(rows)):
        if entry.digested:
            made.end_here()
        else:
            made.take(entry.change)
    return Trail(made.done[-STEPS_KEPT:], made.undone[-STEPS_KEPT:])


def entries_sealed(connection: sqlite3.Connection, digits: str) -> Iterator[LogEntry]:
    """The entries whose SHA-256 begins with these digits, whatever spaces stand between them."""
    begins = "".join(digits.split()).lower()
    query = f"SELECT {_COLUMNS} FROM log WHERE substr(sha256, 1, ?) = ? ORDER BY number"
    if begins:
        yield from map(_entry, connection.execute(query, (len(begins), begins)))


def faults(connection: sqlite3.Connection) -> list[str]:
    """A sentence on the first entry that is not as it was written; empty when the chain holds."""
    previous, expected = "", 1
    for row in connection.execute(f"SELECT {_COLUMNS} FROM log ORDER BY number"):
        *entry, said_previous, sha256 = row
        if entry[0] != expected:
            return [f"Entry {expected} of the record is missing."]
        if said_previous != previous or sha256 != _seal_of(previous, entry):
            return [f"Entry {expected} of the record is not as it was written."]
        previous, expected = sha256, expected + 1
    return []


def turns(connection: sqlite3.Connection) -> dict[str, int]:
    """Of each article the entry at which work last moved to it, which is its turn on the start page."""
    moved, before = {}, ""
    for number, article_id, verb in connection.execute(
        "SELECT number, article_id, verb FROM log ORDER BY number"
    ):
        if article_id != before or verb == Verb.ADD_ARTICLE:
            moved[article_id] = number
        before = article_id
    return moved


def seal(
    previous: str,
    number: int,
    article_id: str,
    claim_id: str,
    verb: str,
    by: str,
    at: str,
    change: str,
) -> str:
    """The SHA-256 of the previous entry's seal followed by this entry as canonical JSON."""
    entry = (
        f'{{"article_id":{canonical(article_id)},"at":{canonical(at)},"by":{canonical(by)},'
        f'"change":{change},"claim_id":{canonical(claim_id)},"number":{number},'
        f'"verb":{canonical(verb)}}}'
    )
    return hashlib.sha256((previous + entry).encode()).hexdigest()


def _seal_of(previous: str, entry: list[Any]) -> str:
    """The seal of an entry as it stands in the file; none where it holds bytes in the place of words."""
    try:
        return seal(previous, *entry)
    except TypeError:
        return ""


def encode(change: Change, edits: Iterable[RowEdit]) -> str:
    """The change as canonical JSON: each row before and after, or of what may be a book the seals of the rows."""
    content: dict[str, Any] = {"id": change.id, "edits": []}
    if change.undoes:
        content["undoes"] = change.undoes
    if change.follows:
        content["follows"] = change.follows
    counts: Counter[str] = Counter()
    made: dict[str, list[str]] = defaultdict(list)
    gone: dict[str, list[str]] = defaultdict(list)
    for edit in edits:
        table = edit.table
        if not _is_digested(change.verb, table):
            content["edits"].append(_as_dict(edit))
            continue
        counts[table.name] += 1
        if edit.before is not None:
            gone[table.name].append(table.seal(table.as_dict(edit.before)))
        if edit.after is not None:
            made[table.name].append(table.seal(table.as_dict(edit.after)))
    if counts:
        content["digest"] = {"records": counts, "made": made, "gone": gone}
    return canonical(content)


def entry_of(row: Mapping[str, Any]) -> LogEntry:
    """The entry of a row by the names of its columns; UnreadableRow where it makes none."""
    return _entry(tuple(row[name.strip('"')] for name in _COLUMNS.split(", ")))


def _entry(row: tuple[Any, ...]) -> LogEntry:
    number, article, claim, verb, by, at, change, _, sha256 = row
    with as_written():
        stamp = Stamp(by, as_moment(at))
        content = json.loads(change)
        digested = tuple(content.get("digest", {}).get("records", {}).items())
        done = _change(content, Verb(verb), article, claim, stamp)
    return LogEntry(number, done, sha256, digested)


def _change(
    content: dict[str, Any], verb: Verb, article_id: str, claim_id: str, stamp: Stamp
) -> Change:
    """The change an entry holds; of records kept as a digest there is nothing in it."""
    edits = tuple(_edit(edit) for edit in content["edits"])
    undoes, follows = content.get("undoes", ""), content.get("follows", "")
    return Change(verb, article_id, edits, stamp, claim_id, undoes, follows, content["id"])


def _is_digested(verb: Verb, table: Table) -> bool:
    return table is DRAFTS or (verb in BY_DIGEST and table not in _IN_FULL)


def _as_dict(edit: RowEdit) -> dict[str, Any]:
    """The whole row before, and after it what changed; the whole row after where there was none before."""
    table = edit.table
    before = None if edit.before is None else table.as_dict(edit.before)
    after = None if edit.after is None else table.as_dict(edit.after)
    if before is not None and after is not None:
        after = {column: value for column, value in after.items() if value != before[column]}
    return {"table": table.name, "before": before, "after": after}


def _edit(content: dict[str, Any]) -> Edit:
    table = TABLE_NAMED[content["table"]]
    before, after = content["before"], content["after"]
    return Edit(
        None if before is None else table.from_dict(before),
        None if after is None else table.from_dict((before or {}) | after),
    )
