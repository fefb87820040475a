"""A casebook that the window and the command line have open at once keeps what either records."""

import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from factcheck.errors import UnreadableFile
from factcheck.reading import read_file
from factcheck.storage import Casebook
from tests.unit.storage.makers import added

LIST = (
    "import sys; from pathlib import Path; from factcheck.storage import Casebook;"
    "casebook = Casebook.open(Path(sys.argv[1]));"
    "print(casebook.counts()[0]); casebook.close()"
)


def listed_elsewhere(path: Path) -> int:
    """How many articles another program finds; it opens the casebook and closes it again."""
    command = [sys.executable, "-c", LIST, str(path)]
    return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


@pytest.fixture
def window(path: Path) -> Casebook:
    return Casebook.open(path, exclusive=True)


@pytest.mark.parametrize("search_goes_on", [True, False])
def test_nothing_is_lost_when_a_search_and_another_program_come_and_go(
    window: Casebook, path: Path, search_goes_on: bool
) -> None:
    with closing(window):
        search = Casebook.open(path, read_only=True)
        if not search_goes_on:
            search.close()
        assert listed_elsewhere(path) == 0
        added(window)
        assert listed_elsewhere(path) == 1
        search.close()
    assert listed_elsewhere(path) == 1


def test_nothing_is_lost_when_the_open_casebook_is_dropped_as_an_article(
    window: Casebook, path: Path
) -> None:
    with closing(window):
        with pytest.raises(UnreadableFile, match="a database in use, perhaps a casebook"):
            read_file(path, datetime.now(UTC))
        assert listed_elsewhere(path) == 0
        added(window)
    assert listed_elsewhere(path) == 1
