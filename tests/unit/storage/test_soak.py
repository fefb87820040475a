"""Hundreds of kills, a thousand spoilt files, ten thousand changes by two programs: nothing lost, all of it noticed.

What was measured when this last ran in full is told in docs/casebook.md.
"""

import random
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.model.evidence import FileState
from factcheck.storage import Casebook
from factcheck.storage.backups import backups_of, folder_of
from tests.unit.storage.corrupting import WAYS, noticed
from tests.unit.storage.test_faults import ROOT, is_whole, run_at_once
from tests.unit.storage.test_verifying import busy_desk

KILLS = 500
KILLS_A_CASEBOOK = 10
SPOILT = 1_000
CHANGES = 5_000  # of each of two programs
DATA = ROOT / "tests" / "data"

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs fork and SIGKILL"),
]


def begin(path: Path, number: int) -> None:
    """A casebook to be killed at: a new one, or one of an earlier version that has yet to be brought up to date."""
    if number % 2:
        shutil.copy(DATA / f"casebook-v{1 + number // 2 % 3}.casebook", path)
    else:
        Casebook.open(path).close()


def is_kept(plain: sqlite3.Connection, casebook: Casebook, told: str) -> bool:
    """Whether what a writer said it had done is so."""
    what, key, value = told.split(" ")
    if what == "backup":
        return True  # looked at by itself: a later one may have taken its place
    if what == "file":
        state = casebook.vault.state(value)
        return state is FileState.WHOLE and _is_in_log(plain, key)
    if what == "article":
        query = "SELECT count(*) = CAST(? AS INTEGER) FROM claims JOIN drafts ON drafts.id = draft_id WHERE article_id = ?"
        return bool(plain.execute(query, (value, key)).fetchone() == (1,))
    query = "SELECT number = CAST(? AS INTEGER) FROM log WHERE json_extract(change, '$.id') = ?"
    return bool(plain.execute(query, (value, key)).fetchone() == (1,))


def _is_in_log(plain: sqlite3.Connection, change_id: str) -> bool:
    query = "SELECT count(*) FROM log WHERE json_extract(change, '$.id') = ?"
    return bool(plain.execute(query, (change_id,)).fetchone() == (1,))


def test_five_hundred_kills_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    chance = random.Random(20261124)
    did: Counter[str] = Counter()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.unit.storage.busy_writer"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as killer:
        assert killer.stdin is not None
        assert killer.stdout is not None
        for kill in range(KILLS):
            number = kill // KILLS_A_CASEBOOK
            path = tmp_path / str(number) / "desk.casebook"
            if kill % KILLS_A_CASEBOOK == 0:
                path.parent.mkdir()
                begin(path, number)
            longest = 25 if kill % 3 == 0 else 400
            print(f"{chance.uniform(1, longest):.2f} {path}", file=killer.stdin, flush=True)
            told = [line.rstrip() for line in iter(killer.stdout.readline, "killed\n")]
            assert [line for line in told if line.startswith("open ") and line != "open "] == []
            did["opened" if "open" in told else "killed while opening"] += 1
            _look_after_a_kill(path, [line for line in told if not line.startswith("open")], did)
        killer.stdin.close()
    print(dict(did))
    assert min(did[what] for what in ("article", "change", "file", "backup")) > 20


def _look_after_a_kill(path: Path, told: list[str], did: Counter[str]) -> None:
    with closing(Casebook.open(path)) as casebook, closing(sqlite3.connect(path)) as plain:
        assert [line for line in told if not is_kept(plain, casebook, line)] == []
        assert [said for said in casebook.verify() if isinstance(said, str)] == []
        for line in told:
            did[line.split(" ", 1)[0]] += 1
    backups = backups_of(path)
    for backup in backups[:1]:
        is_whole(backup.path)
    for copy in path.parent.glob("desk before *.casebook"):
        with closing(sqlite3.connect(copy)) as plain:
            assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        did["copies before a migration looked at"] += 1
    if any(line.startswith("backup") for line in told):
        assert folder_of(path).is_dir() and backups


def test_a_thousand_spoilt_casebooks_are_noticed(tmp_path: Path) -> None:
    desk = tmp_path / "desk.casebook"
    with closing(Casebook.open(desk)) as casebook:
        busy_desk(casebook, tmp_path)
    copy = tmp_path / "spoilt" / desk.name
    copy.parent.mkdir()
    chance = random.Random(20261124)
    results: Counter[str] = Counter()
    tried = 0
    while results["noticed"] < SPOILT:
        way = WAYS[tried % len(WAYS)]
        tried += 1
        result = noticed(desk, copy, way, chance)
        assert result is not False, f"{way.__name__}, try {tried}"
        results["noticed" if result else "changed nothing"] += 1
        results[f"{way.__name__}: {'noticed' if result else 'changed nothing'}"] += 1
    print(tried, dict(sorted(results.items())))


WRITING = f"""
import sys
from pathlib import Path
from factcheck.model.verdict import Rating
from factcheck.storage import Casebook
from tests.unit.storage.makers import added, do, now
casebook = Casebook.open(Path(sys.argv[1]))
case = added(casebook)
for number in range({CHANGES}):
    claim = case.claims()[number % 5]
    do(casebook, case, case.rate(claim.id, list(Rating)[number % 6], now()))
print(case.article.id)
"""


def test_two_programs_write_ten_thousand_changes(tmp_path: Path) -> None:
    path = tmp_path / "desk.casebook"
    articles = [out.strip() for out in run_at_once((WRITING, str(path)), (WRITING, str(path)))]
    with closing(Casebook.open(path)) as casebook:
        for article in articles:
            history = casebook.history(article)
            assert [entry.change.verb.value for entry in history].count("rate") == CHANGES
        assert casebook.head().number == 2 * (CHANGES + 2)
    is_whole(path)
