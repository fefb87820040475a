"""Starting: whatever is wrong with a casebook, there is a window to work in, and it says so."""

from pathlib import Path

import pytest

from factcheck.errors import CasebookError
from factcheck.storage import Casebook
from factcheck.ui.app import open_casebook


def test_a_spoilt_casebook_gives_way_to_the_next_and_is_left_as_it_was(tmp_path: Path) -> None:
    spoilt, good = tmp_path / "desk.casebook", tmp_path / "desk 2.casebook"
    spoilt.write_bytes(b"no casebook at all")
    casebook, said, damaged = open_casebook([spoilt, good])
    assert damaged is None
    assert casebook.path == good
    assert "desk.casebook is not a casebook" in said
    assert "desk 2.casebook is open instead" in said
    assert spoilt.read_bytes() == b"no casebook at all"
    casebook.close()


def test_a_damaged_casebook_is_named_so_that_help_can_be_offered(tmp_path: Path) -> None:
    damaged, good = tmp_path / "desk.casebook", tmp_path / "desk 2.casebook"
    Casebook.open(damaged).close()
    whole = damaged.read_bytes()
    damaged.write_bytes(whole[: len(whole) // 2])
    casebook, said, named = open_casebook([damaged, good])
    assert named == damaged
    assert "is damaged and was left as it is" in said
    casebook.close()


def test_where_none_opens_the_first_refusal_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.casebook").mkdir()
    with pytest.raises(CasebookError, match=r"a\.casebook is a folder"):
        open_casebook([tmp_path / "a.casebook"])


def test_a_casebook_that_another_window_has_is_open_for_reading(tmp_path: Path) -> None:
    path = tmp_path / "desk.casebook"
    first, said, _ = open_casebook([path])
    assert said == ""
    second, said, _ = open_casebook([path])
    assert said.startswith("The casebook is open in another window.")
    second.close()
    first.close()
