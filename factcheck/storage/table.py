"""A table of the casebook: its columns, the statements that write a row, and the row as the record holds it."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, NamedTuple

from factcheck.model.change import Record

Value = str | int | float | None
Row = tuple[Value, ...]

canonical = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode


@dataclass(frozen=True)
class Table:
    """Where one type of record lies. ``columns`` are in the order of its rows; the first one is the key.

    ``later`` are columns that came after the table, with the value that they have in every row from before: entries
    of the record from then lack them, and the seal of a row leaves them out while they hold it.
    """

    name: str
    columns: tuple[str, ...]
    to_row: Callable[[Any], Row]
    from_row: Callable[..., Record]
    later: dict[str, Value] = field(default_factory=dict)

    @cached_property
    def selected(self) -> str:
        """The columns as a SELECT names them."""
        return ", ".join(f'{self.name}."{column}"' for column in self.columns)

    @cached_property
    def insert(self) -> str:
        names = ", ".join(f'"{column}"' for column in self.columns)
        marks = ", ".join("?" * len(self.columns))
        return f"INSERT INTO {self.name} ({names}) VALUES ({marks})"

    @cached_property
    def delete(self) -> str:
        """Takes the row as it was: one that has changed since is left alone."""
        return f"DELETE FROM {self.name} WHERE {self._as_it_was}"

    def update(self, before: Row, after: Row) -> tuple[str, Row]:
        """The statement for the columns that differ, so that no other index is touched, and its values."""
        pairs = zip(self.columns, before, after, strict=True)
        changed = {column: new for column, old, new in pairs if old != new}
        values = ", ".join([f'"{column}" = ?' for column in changed])
        statement = f"UPDATE {self.name} SET {values} WHERE {self._as_it_was}"
        return statement, (*changed.values(), *before)

    @cached_property
    def _as_it_was(self) -> str:
        key, *others = self.columns
        return " AND ".join([f'"{key}" = ?', *(f'"{column}" IS ?' for column in others)])

    def as_dict(self, row: Row) -> dict[str, Value]:
        """The row by the names of its columns, as the log holds it."""
        return dict(zip(self.columns, row, strict=True))

    def from_dict(self, row: dict[str, Value]) -> Record:
        """The record of a row as the log holds it, by whatever program it was written."""
        whole = self.later | row
        return self.from_row(*(whole[column] for column in self.columns))

    def seal(self, row: dict[str, Value]) -> str:
        """32 hex digits that stand for the row and nothing else: how the log names one that it does not hold."""
        lasting = {
            column: value
            for column, value in row.items()
            if column not in self.later or value != self.later[column]
        }
        return hashlib.sha256((self.name + canonical(lasting)).encode()).hexdigest()[:32]


class RowEdit(NamedTuple):
    """An edit as rows: before and after; None where there was or is none."""

    table: Table
    before: Row | None
    after: Row | None


def made_table(
    name: str, columns: str, to_row: Callable[[Any], Row], from_row: Callable[..., Record]
) -> Table:
    """The table of that name; its columns stand in ``columns`` with spaces between."""
    return Table(name, tuple(columns.split()), to_row, from_row)


def moment(at: datetime) -> str:
    """A time as ISO 8601 in UTC with microseconds, so that the text sorts as the times do."""
    if at.tzinfo is None:
        raise ValueError("a time without its zone cannot be kept")
    return at.astimezone(UTC).isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"


def as_moment(text: str) -> datetime:
    """The time that ``moment`` wrote."""
    return datetime.fromisoformat(text)
