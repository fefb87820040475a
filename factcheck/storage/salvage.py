"""Reads the rows of a damaged table as far as SQLite can: from both ends, and past what is spoilt in between."""

import re
import sqlite3
from collections.abc import Iterator

_ID = re.compile(r"[0-9a-f]{28}\Z")
_LARGEST = {"number": (1 << 62), "id": (1 << 112) - 1}
_UNIT = 1 << 48  # what an id grows by in the shortest time it tells
_FARTHEST_JUMP = 62  # doublings

RowDict = dict[str, str | int | float | None]
Key = str | int


def rows_of(connection: sqlite3.Connection, table: str) -> list[RowDict]:
    """Every row that can be read, each once; none where the table itself cannot be found."""
    try:
        told = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    except sqlite3.DatabaseError:
        return []
    columns = [name for _, name, *_ in told]
    key = next((name for _, name, *_, is_key in told if is_key), "")
    if not key:
        return []
    names = ", ".join(f'"{column}"' for column in columns)
    query = f'SELECT {names} FROM "{table}"'
    found: dict[Key, RowDict] = {}
    for row in _forwards(connection, query, key, columns):
        found.setdefault(_key_of(row, key), row)
    for row in _walk(connection, f'{query} ORDER BY "{key}" DESC', (), columns):
        if _key_of(row, key) in found:
            break  # met what was read from the front
        found[_key_of(row, key)] = row
    return [found[key] for key in sorted(found, key=str)]


def _forwards(
    connection: sqlite3.Connection, query: str, key: str, columns: list[str]
) -> Iterator[RowDict]:
    """Rows in the order of their keys; where reading breaks off, it goes on at the next key that can be reached."""
    after: Key | None = None
    while True:
        last = after
        where = "" if after is None else f' WHERE "{key}" > ?'
        values = () if after is None else (after,)
        for row in _walk(connection, f'{query}{where} ORDER BY "{key}"', values, columns):
            last = _key_of(row, key)
            yield row
        next_key = _next_reachable(connection, query, key, last)
        if next_key is None:
            return
        after = next_key


def _walk(
    connection: sqlite3.Connection, query: str, values: tuple[Key, ...], columns: list[str]
) -> Iterator[RowDict]:
    """The rows of a query up to the first that cannot be read."""
    try:
        for row in connection.execute(query, values):
            yield dict(zip(columns, row, strict=True))
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return


def _next_reachable(
    connection: sqlite3.Connection, query: str, key: str, last: Key | None
) -> Key | None:
    """The greatest key below the next row that can be read behind ``last``; None where no more can be."""
    if last is None:
        start = 0
    elif isinstance(last, int):
        start = last
    elif _ID.match(last):
        start = int(last, 16)
    else:
        return None  # no id of ours: what comes after it cannot be guessed
    is_number = key == "number"
    unit = 1 if is_number else _UNIT
    if _can_read_after(connection, query, key, start, is_number) is None:
        return None  # the end of the table, not damage
    low, high = start, start
    for power in range(_FARTHEST_JUMP):
        high = start + unit * (1 << power)
        if high > _LARGEST["number" if is_number else "id"]:
            return None
        if _can_read_after(connection, query, key, high, is_number):
            break
        low = high
    else:
        return None
    while high - low > unit:
        middle = (low + high) // 2
        if _can_read_after(connection, query, key, middle, is_number):
            high = middle
        else:
            low = middle
    return high if is_number else f"{high:028x}"


def _can_read_after(
    connection: sqlite3.Connection, query: str, key: str, value: int, is_number: bool
) -> bool | None:
    """Whether the row behind a key can be read; None where there is none."""
    shown: Key = value if is_number else f"{value:028x}"
    try:
        row = connection.execute(
            f'{query} WHERE "{key}" > ? ORDER BY "{key}" LIMIT 1', (shown,)
        ).fetchone()
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return False
    return None if row is None else True


def _key_of(row: RowDict, key: str) -> Key:
    value = row[key]
    return value if isinstance(value, int | str) else str(value)
