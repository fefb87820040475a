"""Performs the edits of a change on the tables of a casebook, inside the caller's transaction."""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from factcheck.errors import ArticleSigned
from factcheck.model.change import Change
from factcheck.storage.faults import ChangedElsewhere
from factcheck.storage.table import Row, RowEdit

_SIGNED = """
SELECT stage, "by" FROM sign_offs WHERE article_id = ?1 AND draft_id =
    (SELECT id FROM drafts WHERE article_id = ?1 ORDER BY number DESC LIMIT 1)
ORDER BY number DESC LIMIT 1"""
_SAME_PLACE = {
    name: f'SELECT 1 FROM {name} WHERE draft_id = :draft_id AND start = :start AND "end" = :end'
    for name in ("sentences", "claims", "facts")
}


def perform(connection: sqlite3.Connection, edits: Iterable[RowEdit]) -> None:
    """Every edit in order. ChangedElsewhere where a row is not in the file as the edit says it was."""
    for statement, group in groupby(_statements(edits), key=itemgetter(0)):
        rows = [row for _, row in group]
        if len(rows) == 1:
            done = connection.execute(statement, rows[0]).rowcount
        else:
            done = connection.executemany(statement, rows).rowcount
        if done != len(rows):
            raise ChangedElsewhere(statement)


def refuse_doubles(connection: sqlite3.Connection, edits: Iterable[RowEdit]) -> None:
    """ChangedElsewhere where a proposed sentence, claim or block of facts is in the file already: another program looked first."""
    for table, before, after in edits:
        query = _SAME_PLACE.get(table.name)
        if query is None or before is not None or after is None:
            continue
        row = dict(zip(table.columns, after, strict=True))
        if connection.execute(query, row).fetchone() is not None:
            raise ChangedElsewhere(query)


def refuse_signed(connection: sqlite3.Connection, change: Change) -> None:
    """ArticleSigned where the change is to an article whose latest draft somebody has signed off."""
    if change.verb.passes_lock:
        return
    signed = connection.execute(_SIGNED, (change.article_id,)).fetchone()
    if signed is not None:
        stage, by = signed
        raise ArticleSigned(
            f"Nothing was changed: {by} signed the article off as {stage.lower()}."
            " Open it again first, from the Article menu or with factcheck reopen."
        )


def _statements(edits: Iterable[RowEdit]) -> Iterator[tuple[str, Row]]:
    for table, before, after in edits:
        if after is not None and before is not None:
            if before != after:
                yield table.update(before, after)
        elif after is not None:
            yield table.insert, after
        elif before is not None:
            yield table.delete, before
