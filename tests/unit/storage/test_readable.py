"""A casebook is read without the program: by any SQLite shell, as docs/casebook.md says."""

import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.model.verdict import Rating, State
from factcheck.storage import Casebook, rows, schema
from scripts import sample_casebook
from tests.unit.storage.makers import added, do, now

ROOT = Path(__file__).parents[3]
DOCUMENT = (ROOT / "docs" / "casebook.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", DOCUMENT, re.DOTALL)
SAMPLE = ROOT / "tests" / "data" / "casebook-v8.casebook"
TABLES = schema.tables_after([step.__name__ for step in schema.STEPS])


@pytest.fixture
def plain(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """The sample casebook, as somebody without the program opens it."""
    copy = tmp_path / SAMPLE.name
    copy.write_bytes(SAMPLE.read_bytes())
    with closing(sqlite3.connect(copy)) as connection:
        yield connection


def table_names(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}


@pytest.mark.parametrize(
    "sample", sorted(SAMPLE.parent.glob("casebook-v*.casebook")), ids=lambda sample: sample.stem
)
def test_a_casebook_of_every_released_schema_opens_with_all_it_holds(
    sample: Path, tmp_path: Path
) -> None:
    copy = tmp_path / sample.name
    copy.write_bytes(sample.read_bytes())
    with closing(Casebook.open(copy)) as casebook:
        assert casebook.check() == []
        assert casebook.counts() == (1, 6)
        (summary,) = casebook.articles(5)
        case = casebook.load(summary.article.id)
        assert (summary.tally, summary.coverage) == (case.tally(), case.coverage())
        states = {claim.text: case.state(claim.id) for claim in case.claims()}
        assert states["212 million kroner"] is State.CONTRADICTED
        assert states["its millionth passenger"] is State.OPEN
        assert len(states) == 5
        assert "⛵" in case.text
        assert casebook.view(case.article.id) == {"scroll": 0.25}
        verbs = [entry.change.verb for entry in casebook.history(case.article.id)]
        assert verbs[:2] == ["add-article", "propose"]
        assert len(verbs) >= 11
        kept = casebook.rules()
        with closing(sqlite3.connect(f"{sample.as_uri()}?mode=ro&immutable=1", uri=True)) as before:
            has_rules = "desk_rules" in table_names(before)
        assert [rule.name for rule in kept.desk] == (["Unnamed sources"] if has_rules else [])


def test_the_sample_is_what_the_script_makes(tmp_path: Path, plain: sqlite3.Connection) -> None:
    made = tmp_path / "made.casebook"
    sample_casebook.make(made)
    with closing(sqlite3.connect(made)) as fresh:
        schemas = [
            connection.execute(
                "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE '\\_%' ESCAPE '\\'"
                " ORDER BY name"
            ).fetchall()
            for connection in (fresh, plain)
        ]
    assert schemas[0] == schemas[1]


def test_the_document_has_five_queries_and_each_finds_something(
    plain: sqlite3.Connection,
) -> None:
    assert len(QUERIES) == 5
    for query in QUERIES:
        assert plain.execute(query).fetchall(), query


def test_the_queries_find_what_they_say(plain: sqlite3.Connection) -> None:
    to_check, wrong, progress, words, history = (
        plain.execute(query).fetchall() for query in QUERIES
    )
    assert [row[2] for row in to_check] == [
        "its millionth passenger",
        "14 per cent more than planned",
        "“Nobody believed in it,” said the councillor, Per Holm.",
    ]
    assert [(row[1], row[2], row[4], row[5]) for row in wrong] == [
        ("212 million kroner", "Digits swapped: 221, not 212.", "Mira Lund", "2026-05-04")
    ]
    assert wrong[0][3].startswith("contradicts: City accounts 2024, table 9 https://")
    assert [row[1:] for row in progress] == [(5, 2, 1, 1)]
    assert [row[1] for row in words] == ["verified"]
    assert [(row[3], row[4], row[6]) for row in history] == [
        ("add-source", "sources", None),
        ("add-source", "evidence", None),
        ("note", "notes", None),
        ("rate", "verdicts", "contradicted"),
        ("correct", "corrections", None),
        ("correct", "corrections", None),
        ("correct", "corrections", None),
        ("correct", "corrections", None),
        ("explain", "explanations", None),
    ]


def test_the_document_names_every_table_and_column(plain: sqlite3.Connection) -> None:
    for name in TABLES | {"claims_with_verdicts"}:
        assert f"`{name}`" in DOCUMENT
        if not name.endswith("_search"):
            for _, column, *_ in plain.execute(f"PRAGMA table_info({name})"):
                assert f"`{column}`" in DOCUMENT, f"{name}.{column}"
    assert all(f"`{state.value}`" in DOCUMENT for state in State)


def test_every_record_has_its_columns_in_the_file(plain: sqlite3.Connection) -> None:
    for table in rows.TABLE_OF.values():
        there = {column for _, column, *_ in plain.execute(f"PRAGMA table_info({table.name})")}
        assert set(table.columns) | {"number", "turn"} >= there
        assert there >= set(table.columns)


def test_the_check_in_the_document_works(tmp_path: Path, plain: sqlite3.Connection) -> None:
    program = re.findall(r"```python\n(.*?)```", DOCUMENT, re.DOTALL)[0]

    def checked() -> str:
        command = [sys.executable, "-c", program, str(tmp_path / SAMPLE.name)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return done.stdout + done.stderr

    assert checked().startswith("all entries hold; the last is ")
    plain.execute("DROP TRIGGER log_is_never_altered")
    plain.execute("UPDATE log SET \"by\" = 'Somebody' WHERE number = 5")
    plain.commit()
    assert checked() == "entry 5 is not as it was written\n"


def test_other_tools_list_the_tables(tmp_path: Path, plain: sqlite3.Connection) -> None:
    command = [sys.executable, "-m", "sqlite_utils", "tables", str(tmp_path / SAMPLE.name)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert all(f'"{name}"' in told for name in TABLES)


def test_the_view_shows_what_the_case_shows(casebook: Casebook, path: Path) -> None:
    case = added(casebook)
    do(casebook, case, case.rate(case.claims()[0].id, Rating.AUTHORS_WORD, now()))
    do(casebook, case, case.mark(case.blocks[1].position, now()))
    with closing(sqlite3.connect(path)) as connection:
        shown = connection.execute(
            "SELECT claim_id, text, state FROM claims_with_verdicts WHERE NOT silent"
        ).fetchall()
    assert sorted(shown) == sorted(
        (claim.id, claim.text, case.state(claim.id).value) for claim in case.claims()
    )
