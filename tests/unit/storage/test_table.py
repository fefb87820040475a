"""A row as the record holds it: found again by any later program, and sealed so that nothing else fits."""

from dataclasses import replace
from typing import Any

import pytest

from factcheck.model.verdict import Note
from factcheck.storage.table import Row, Table, Value
from tests.makers import CHECKER


def made(*values: Any) -> Note:
    return Note("claim", f"{values}", CHECKER.by, CHECKER.at, id=str(values[0]))


def to_row(note: Note) -> Row:
    return (note.id, note.text)


OLD = Table("notes", ("id", "text"), to_row, made)
NEW = replace(OLD, columns=("id", "text", "colour"), later={"colour": "none"})


def test_an_entry_from_before_a_column_came_is_read_with_its_default() -> None:
    assert NEW.from_dict({"id": "n", "text": "Asked."}) == made("n", "Asked.", "none")
    with pytest.raises(KeyError):
        NEW.from_dict({"id": "n"})


def test_a_row_keeps_its_seal_when_a_column_comes_and_loses_it_when_it_is_used() -> None:
    before = OLD.seal({"id": "n", "text": "Asked."})
    assert NEW.seal({"id": "n", "text": "Asked.", "colour": "none"}) == before
    assert NEW.seal({"id": "n", "text": "Asked.", "colour": "red"}) != before


def test_a_seal_stands_for_one_row_of_one_table() -> None:
    row: dict[str, Value] = {"id": "n", "text": "Asked."}
    other = replace(OLD, name="memos")
    seals = {OLD.seal(row), other.seal(row), OLD.seal(row | {"text": "asked."})}
    assert len(seals) == 3
    assert all(len(seal) == 32 for seal in seals)
    assert OLD.seal({"text": "Asked.", "id": "n"}) == OLD.seal(row)
