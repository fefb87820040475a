"""Performs the edits of a change on the tables of a casebook, inside the caller's transaction."""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby

from factcheck.model.change import Edit
from factcheck.model.evidence import Evidence
from factcheck.storage.faults import ChangedElsewhere
from factcheck.storage.rows import TABLE_OF, Row


def perform(connection: sqlite3.Connection, edits: Iterable[Edit]) -> None:
    """Every edit in order. ChangedElsewhere where a record is not in the file as the edit says it was."""
    for statement, group in groupby(_statements(edits), key=lambda step: step[0]):
        rows = [row for _, row in group]
        if len(rows) == 1:
            done = connection.execute(statement, rows[0]).rowcount
        else:
            done = connection.executemany(statement, rows).rowcount
        if done != len(rows):
            raise ChangedElsewhere(statement)


def _statements(edits: Iterable[Edit]) -> Iterator[tuple[str, Row]]:
    for edit in edits:
        table, before, after = TABLE_OF[type(edit.record)], edit.before, edit.after
        if before is None:
            yield table.insert, table.to_row(after)
        elif after is None:
            yield table.delete, table.to_row(before)
        elif _goes_last(edit):
            yield table.delete, table.to_row(before)
            yield table.insert, table.to_row(after)
        else:
            yield table.update, table.to_row(after) + table.to_row(before)


def _goes_last(edit: Edit) -> bool:
    """Evidence that comes to another claim stands after what that claim had, as it does in memory."""
    before, after = edit.before, edit.after
    return (
        isinstance(before, Evidence)
        and isinstance(after, Evidence)
        and before.claim_id != after.claim_id
    )
