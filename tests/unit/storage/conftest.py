"""A fresh casebook for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.storage import Casebook


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.casebook"


@pytest.fixture(autouse=True)
def left_open(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Closes what a test opened a second time and left open, which Python 3.13 complains of."""
    opened: list[Casebook] = []
    really_open = Casebook.open

    def open_and_note(path: Path, *, read_only: bool = False, exclusive: bool = False) -> Casebook:
        opened.append(really_open(path, read_only=read_only, exclusive=exclusive))
        return opened[-1]

    monkeypatch.setattr(Casebook, "open", open_and_note)
    yield
    for casebook in opened:
        casebook.close()


@pytest.fixture
def casebook(path: Path) -> Iterator[Casebook]:
    opened = Casebook.open(path)
    yield opened
    opened.close()
