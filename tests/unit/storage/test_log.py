"""The record of every change only grows, and shows where it was tampered with."""

import hashlib
import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from factcheck.model.change import Verb
from factcheck.model.overview import LogHead
from factcheck.model.verdict import Rating
from factcheck.storage import Casebook
from tests.unit.storage.makers import added, do, found_in, now


def tamper(path: Path, *statements: str) -> None:
    """Change the file behind the program's back, its guards taken off first and put back after."""
    with closing(sqlite3.connect(path)) as connection:
        guards = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'log'"
        ).fetchall()
        for name, _ in guards:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        for _, sql in guards:
            connection.execute(sql)
        connection.commit()


def test_an_empty_record_has_no_head(casebook: Casebook) -> None:
    assert casebook.head() == LogHead(0, "")
    assert casebook.check() == []


def test_history_tells_of_one_claim_who_did_what_when(casebook: Casebook) -> None:
    case = added(casebook)
    first, second, *_ = case.claims()
    asked = case.rate(first.id, Rating.WAITING, now("Noor"), "the librarian")
    do(casebook, case, asked)
    do(casebook, case, case.write_note(second.id, "elsewhere", now()))
    decided = case.rate(first.id, Rating.VERIFIED, now("Mira"))
    do(casebook, case, decided)
    undone = decided.inverse(now("Mira"))
    do(casebook, case, undone)

    entries = casebook.history(case.article.id, first.id)
    assert [entry.change for entry in entries] == [asked, decided, undone]
    assert entries[-1].change.undoes == decided.id
    verbs = [entry.change.verb for entry in casebook.history(case.article.id)]
    assert verbs == ["add-article", "propose", "rate", "note", "rate", "rate"]
    assert casebook.head() == LogHead(entries[-1].number, entries[-1].sha256)
    assert len(casebook.head().fingerprint) == 14


def test_an_entry_holds_the_row_before_and_what_changed(casebook: Casebook) -> None:
    case = added(casebook)
    claim = case.claims()[0]
    do(casebook, case, case.rate(claim.id, Rating.WAITING, now(), "the mayor"))
    do(casebook, case, case.rate(claim.id, Rating.VERIFIED, now("Noor")))
    (text,) = casebook._connection.execute(
        "SELECT change FROM log ORDER BY number DESC LIMIT 1"
    ).fetchone()
    (edit,) = json.loads(text)["edits"]
    assert edit["table"] == "verdicts"
    assert edit["before"]["rating"] == "waiting"
    assert edit["after"]["rating"] == "verified"
    assert "claim_id" not in edit["after"]


def contents(casebook: Casebook) -> list[dict[str, Any]]:
    """What each entry holds, oldest first."""
    query = "SELECT change FROM log ORDER BY number"
    return [json.loads(text) for (text,) in casebook._connection.execute(query)]


def test_what_was_proposed_is_kept_as_count_and_seals(casebook: Casebook) -> None:
    case = added(casebook)
    claims, sentences = found_in(case.draft)
    adding, proposing = contents(casebook)
    assert [edit["table"] for edit in adding["edits"]] == ["articles"]
    assert adding["digest"]["records"] == {"blocks": len(case.blocks), "drafts": 1}
    assert proposing["edits"] == []
    assert proposing["digest"]["records"] == {
        "claims": len(claims),
        "sentences": len(sentences),
    }
    seals = proposing["digest"]["made"]
    assert len(set(seals["claims"])) == len(claims)
    assert len(set(seals["sentences"])) == len(sentences)
    assert proposing["digest"]["gone"] == {}


def test_a_claim_worded_anew_is_kept_by_the_seals_of_both(casebook: Casebook) -> None:
    case = added(casebook)
    claims, _ = found_in(case.draft)
    anew = [replace(claim, question="By whose count?") for claim in claims]
    do(casebook, case, case.propose(anew, [], now()))
    *_, first, second = contents(casebook)
    assert sorted(second["digest"]["gone"]["claims"]) == sorted(first["digest"]["made"]["claims"])
    assert not set(second["digest"]["made"]["claims"]) & set(first["digest"]["made"]["claims"])


def test_the_seals_can_be_worked_out_from_the_tables(casebook: Casebook) -> None:
    added(casebook)
    connection = casebook._connection
    connection.row_factory = sqlite3.Row
    columns = {
        "drafts": "id, article_id, number, file_name, format, read, sha256, text",
        "blocks": 'id, draft_id, start, "end", role',
        "sentences": 'id, draft_id, start, "end", read_by, read_at, read_how',
        "claims": 'id, draft_id, start, "end", text, prefix, suffix, kinds, priority, question,'
        " reasons, slots, checkworthiness, proposer",
    }
    adding, proposing = contents(casebook)
    sealed = adding["digest"]["made"] | proposing["digest"]["made"]
    for table, names in columns.items():
        made = [
            json.dumps(dict(row), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
            for row in connection.execute(f"SELECT {names} FROM {table}")
        ]
        seals = [hashlib.sha256(f"{table}{text}".encode()).hexdigest()[:32] for text in made]
        assert sorted(seals) == sorted(sealed[table])


def test_the_chain_can_be_walked_without_the_program(casebook: Casebook) -> None:
    case = added(casebook)
    do(casebook, case, case.write_note(case.claims()[0].id, "“Łódź” \n \U0001f600", now("Zoë")))
    previous = ""
    query = 'SELECT number, article_id, claim_id, verb, "by", at, change, sha256 FROM log'
    for *values, sha256 in casebook._connection.execute(f"{query} ORDER BY number"):
        names = ("number", "article_id", "claim_id", "verb", "by", "at", "change")
        entry = dict(zip(names, values, strict=True))
        entry["change"] = json.loads(entry["change"])
        text = json.dumps(entry, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        assert hashlib.sha256((previous + text).encode()).hexdigest() == sha256
        previous = sha256
    assert previous == casebook.head().sha256


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE log SET at = '2001-01-01T00:00:00Z'",
        "UPDATE log SET \"by\" = 'Nobody' WHERE number = 2",
        "DELETE FROM log WHERE number = 2",
        "DELETE FROM log",
        'INSERT INTO log SELECT number + 7, article_id, claim_id, verb, "by", at, change,'
        " previous, sha256 FROM log WHERE number = 1",
        "INSERT OR REPLACE INTO log SELECT number, article_id, claim_id, verb, 'Nobody', at,"
        " change, previous, sha256 FROM log WHERE number = 1",
    ],
)
def test_the_file_itself_refuses_to_alter_the_record(
    casebook: Casebook, path: Path, statement: str
) -> None:
    added(casebook)
    other = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="a log entry"):
        other.execute(statement)
    other.close()
    assert casebook.check() == []


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        (
            "UPDATE log SET change = replace(change, 'verified', 'contradicted') WHERE number = 3",
            "Entry 3 of the record is not as it was written.",
        ),
        (
            "UPDATE log SET \"by\" = 'Somebody' WHERE number = 2",
            "Entry 2 of the record is not as it was written.",
        ),
        ("DELETE FROM log WHERE number = 2", "Entry 2 of the record is missing."),
        ("DELETE FROM log WHERE number = 1", "Entry 1 of the record is missing."),
    ],
)
def test_the_first_entry_tampered_with_is_named(
    casebook: Casebook, path: Path, statement: str, told: str
) -> None:
    case = added(casebook)
    do(casebook, case, case.rate(case.claims()[0].id, Rating.VERIFIED, now()))
    do(casebook, case, case.rate(case.claims()[1].id, Rating.VERIFIED, now()))
    casebook.close()
    tamper(path, statement)
    again = Casebook.open(path)
    assert again.check()[0] == told
    again.close()


def test_a_reference_to_nothing_is_told(casebook: Casebook, path: Path) -> None:
    added(casebook)
    casebook.close()
    tamper(path, "INSERT INTO notes VALUES ('none', 'text', 'Mira', '2026-05-04', 'n1')")
    again = Casebook.open(path)
    assert again.check() == [
        "1 record in notes: of no article that the record knows.",
        "A record in notes refers to one in claims that is missing.",
    ]
    again.close()


def test_every_verb_can_be_told_from_the_log(casebook: Casebook) -> None:
    assert len({verb.value for verb in Verb}) == len(Verb)
