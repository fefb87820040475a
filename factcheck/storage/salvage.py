"""Reads the rows of a damaged table as far as SQLite can: from both ends, and past what is spoilt in between."""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

_ID = re.compile(r"[0-9a-f]{28}\Z")
_LARGEST_ID = (1 << 112) - 1
_LARGEST_NUMBER = 1 << 62
_UNIT = 1 << 48  # what an id grows by in the shortest time it tells
_FARTHEST_JUMP = 62  # doublings
_MOST_FRUITLESS = 3  # leaps to where a row seemed to be and was not

RowDict = dict[str, str | int | float | None]
Key = str | int


def rows_of(connection: sqlite3.Connection, table: str) -> list[RowDict]:
    """Every row that can be read, each once; none where the table itself cannot be found."""
    try:
        told = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    except sqlite3.DatabaseError:
        return []
    key = next((name for _, name, *_, is_key in told if is_key), "")
    if not key:
        return []
    return _Salvage(connection, table, [name for _, name, *_ in told], key).rows()


@dataclass(frozen=True, slots=True)
class _Salvage:
    """One table and the column by which its rows are in order."""

    connection: sqlite3.Connection
    table: str
    columns: list[str]
    key: str

    @property
    def is_numbered(self) -> bool:
        return self.key == "number"

    def rows(self) -> list[RowDict]:
        found: dict[Key, RowDict] = {}
        for key, row in self._forwards():
            found.setdefault(key, row)
        for key, row in self._walk(None, "DESC"):
            if key in found:
                break  # met what was read from the front
            found[key] = row
        return [found[key] for key in sorted(found, key=str)]

    def _forwards(self) -> Iterator[tuple[Key, RowDict]]:
        """Rows in the order of their keys; where reading breaks off, it goes on at the next key that can be reached."""
        last: Key | None = None
        fruitless = 0
        while fruitless < _MOST_FRUITLESS:
            fruitless += 1
            for key, row in self._walk(last):
                last, fruitless = key, 0
                yield key, row
            last = self._next_reachable(last)
            if last is None:
                return

    def _walk(self, after: Key | None, order: str = "ASC") -> Iterator[tuple[Key, RowDict]]:
        """The rows behind a key, up to the first that cannot be read or is out of its turn.

        The pages of a spoilt table may lead back to each other, so that it never ends.
        """
        where, values = ("", ()) if after is None else (f'WHERE "{self.key}" > ?', (after,))
        names = ", ".join(f'"{column}"' for column in self.columns)
        query = f'SELECT {names} FROM "{self.table}" {where} ORDER BY "{self.key}" {order}'
        last = after
        try:
            for values_read in self.connection.execute(query, values):
                row = dict(zip(self.columns, values_read, strict=True))
                key = row[self.key]
                if not isinstance(key, int if self.is_numbered else str):
                    return
                if last is not None and not _follows(last, key, order):
                    return
                last = key
                yield key, row
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            return

    def _next_reachable(self, last: Key | None) -> Key | None:
        """The greatest key below the next row that can be read behind ``last``; None where no more can be."""
        if last is None:
            start = 0
        elif isinstance(last, int):
            start = last
        elif _ID.match(last):
            start = int(last, 16)
        else:
            return None  # no id of ours: what comes after it cannot be guessed
        if self._can_read_after(start) is None:
            return None  # the end of the table, not damage
        unit = 1 if self.is_numbered else _UNIT
        low, high = start, start
        for power in range(_FARTHEST_JUMP):
            high = start + (unit << power)
            if high > (_LARGEST_NUMBER if self.is_numbered else _LARGEST_ID):
                return None
            if self._can_read_after(high):
                break
            low = high
        else:
            return None
        while high - low > unit:
            middle = (low + high) // 2
            low, high = (low, middle) if self._can_read_after(middle) else (middle, high)
        return self._as_key(high)

    def _can_read_after(self, place: int) -> bool | None:
        """Whether the row behind a place can be read; None where there is none."""
        query = f'SELECT * FROM "{self.table}" WHERE "{self.key}" > ? ORDER BY "{self.key}" LIMIT 1'
        try:
            row = self.connection.execute(query, (self._as_key(place),)).fetchone()
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            return False
        return None if row is None else True

    def _as_key(self, place: int) -> Key:
        return place if self.is_numbered else f"{place:028x}"


def _follows(last: Key, key: Key, order: str) -> bool:
    if isinstance(last, int) and isinstance(key, int):
        return key < last if order == "DESC" else key > last
    if isinstance(last, str) and isinstance(key, str):
        return key < last if order == "DESC" else key > last
    return False
