"""A fresh casebook for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.storage import Casebook


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.casebook"


@pytest.fixture
def casebook(path: Path) -> Iterator[Casebook]:
    opened = Casebook.open(path)
    yield opened
    opened.close()
