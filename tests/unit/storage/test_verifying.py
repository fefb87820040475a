"""What is changed behind the program's back is noticed, and the entry that wrote it is named."""

import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from factcheck.model.case import Case
from factcheck.model.change import Change
from factcheck.model.claim import ClaimKind, Priority
from factcheck.model.detected import BlockFacts
from factcheck.model.evidence import KeptFile, Source, SourceForm
from factcheck.model.explaining import confirm_spelling
from factcheck.model.rule import DeskRule, RuleForm
from factcheck.model.verdict import Rating
from factcheck.storage import Casebook
from factcheck.storage.rows import TABLE_OF
from factcheck.storage.vault import Progress
from tests.unit.storage.corrupting import WAYS, noticed
from tests.unit.storage.makers import TEXT, added, do, found_in, manuscript, now
from tests.unit.storage.test_log import tamper


def busy_desk(casebook: Casebook, folder: Path) -> Case:
    """A case with a record of every sort that people make, some of it undone, beside a removed one."""
    gone = added(casebook)
    read = manuscript(title="Flood", file_name="f.txt")
    original = folder / "f.txt"
    original.write_text(read.draft.text, encoding="utf-8")
    kept = casebook.vault.keep_at_once(original)
    whose = (read.article.id, read.draft.id, "f.txt")
    casebook.add(read, now(), KeptFile(*whose, kept.sha256, kept.size))
    case = casebook.load(read.article.id)
    do(casebook, case, case.propose(*found_in(case.draft), now()))
    claims = case.claims()
    file = folder / "ledger.pdf"
    file.write_bytes(b"Row 4: 221 million")
    there = casebook.vault.keep_at_once(file)
    source = Source(case.article.id, "Ledger", SourceForm.FILE, str(file), sha256=there.sha256)
    of_ledger = KeptFile(case.article.id, source.id, file.name, there.sha256, there.size)
    deeds: tuple[Callable[[], Change], ...] = (
        lambda: case.attach(claims[0].id, source, now(), locator="row 4", kept=of_ledger),
        lambda: case.rate(claims[0].id, Rating.CONTRADICTED, now()),
        lambda: case.rate(claims[0].id, Rating.VERIFIED, now("Noor")),
        lambda: case.write_note(claims[1].id, "Asked the librarian.", now()),
        lambda: case.mark(case.blocks[2].position, now()),
        lambda: case.change_question(claims[1].id, "Who counted?", now()),
        lambda: case.set_published(date(2026, 5, 3), now()),
        lambda: case.read([sentence.id for sentence in case.sentences], now()),
        lambda: case.split(claims[2].id, claims[2].position.start + 9, now()),
        lambda: case.remember(claims[3].id, now()),
        lambda: case.propose(
            [replace(c, question="Since when?") for c in found_in(case.draft)[0]],
            [],
            now(),
            [BlockFacts(case.draft.id, case.blocks[2].position)],
        ),
        lambda: confirm_spelling(case, "Tove", now()),
    )
    for deed in deeds:
        do(casebook, case, deed())
    undone = case.rate(claims[1].id, Rating.UNVERIFIABLE, now())
    do(casebook, case, undone, undone.inverse(now()))
    rule = DeskRule(
        "Sources", RuleForm.WORDS, "sources say", ClaimKind.ATTRIBUTION, Priority.HIGH, "No name."
    )
    casebook.write(casebook.rules().write(rule, now()))
    casebook.write(casebook.rules().switch("claims_roles", False, now()))
    casebook.remove(gone.article.id, now())
    return case


@pytest.fixture
def desk(path: Path, tmp_path: Path) -> Iterator[Path]:
    """A busy desk's casebook, closed."""
    with closing(Casebook.open(path)) as casebook:
        busy_desk(casebook, tmp_path)
        sizes = [len(TEXT.encode()), 18]
        assert list(casebook.verify()) == [Progress(size, size) for size in sizes]
    yield path


def told(path: Path) -> list[str]:
    with closing(Casebook.open(path, read_only=True)) as casebook:
        return [said for said in casebook.verify() if isinstance(said, str)]


def test_a_busy_casebook_is_whole(desk: Path) -> None:
    assert told(desk) == []


EDITS = (
    "UPDATE verdicts SET rating = 'contradicted'",
    "UPDATE verdicts SET checker = 'Somebody'",
    "UPDATE notes SET text = text || '.'",
    "UPDATE claims SET question = '' WHERE proposer = 'program'",
    "UPDATE claims SET text = replace(text, '4,200', '4,300')",
    "UPDATE claims SET checkworthiness = 0.1",
    "UPDATE drafts SET text = replace(text, '2019', '2018')",
    "UPDATE blocks SET role = 'body'",
    "UPDATE sentences SET read_by = 'Somebody' WHERE read_at IS NOT NULL",
    "UPDATE sentences SET start = start + 1",
    "UPDATE articles SET title = 'Another'",
    "UPDATE articles SET turn = turn + 1",
    "UPDATE sources SET title = 'Another ledger'",
    "UPDATE evidence SET stance = 'contradicts'",
    "UPDATE evidence SET passage = 'said so'",
    "UPDATE kept_files SET size = size + 1",
    "UPDATE desk_rules SET is_on = 0",
    "UPDATE house_rules SET words = 'other words'",
    "DELETE FROM switched_off",
    "DELETE FROM notes",
    "DELETE FROM evidence",
    "DELETE FROM sentences WHERE id = (SELECT min(id) FROM sentences)",
    "DELETE FROM blocks WHERE id = (SELECT max(id) FROM blocks)",
    "INSERT INTO verdicts SELECT id, 'verified', 'Mira', '2026-05-04T09:00:00.000000Z', '', 'v', '', NULL"
    " FROM claims WHERE id NOT IN (SELECT claim_id FROM verdicts) LIMIT 1",
    "INSERT INTO notes SELECT id, 'Asked.', 'Mira', '2026-05-04T09:00:00.000000Z', 'n'"
    " FROM claims WHERE id NOT IN (SELECT claim_id FROM notes) LIMIT 1",
    "UPDATE totals SET claims = claims + 1",
    "UPDATE totals SET entries = entries - 1",
    "UPDATE totals SET last = 'abc'",
    "DROP TRIGGER claim_added",
    "DROP INDEX claims_by_place",
    "CREATE TRIGGER mine AFTER INSERT ON notes BEGIN SELECT 1; END",
    "INSERT INTO claims_search (claims_search) VALUES ('delete-all')",
)


@pytest.mark.parametrize("statement", EDITS)
def test_a_row_changed_by_hand_is_noticed(desk: Path, statement: str) -> None:
    with closing(sqlite3.connect(desk)) as plain, plain:
        assert plain.execute(statement).rowcount != 0
    assert told(desk)


def test_every_column_of_every_record_is_watched(desk: Path, tmp_path: Path) -> None:
    """Each value of a row of each table, changed alone."""
    checked = set()
    for table in TABLE_OF.values():
        for column in table.columns:
            copy = tmp_path / "copy.casebook"
            shutil.copy(desk, copy)
            with closing(sqlite3.connect(copy)) as plain, plain:
                plain.execute("PRAGMA foreign_keys = OFF")
                key = table.columns[0]
                row = plain.execute(
                    f'SELECT "{key}", "{column}" FROM {table.name} ORDER BY 1 LIMIT 1'
                ).fetchone()
                if row is None:
                    continue
                other = row[1] + 1 if isinstance(row[1], int | float) else f"{row[1] or ''}x"
                plain.execute(
                    f'UPDATE {table.name} SET "{column}" = ? WHERE "{key}" = ?', (other, row[0])
                )
            assert told(copy), f"{table.name}.{column}"
            checked.add(table.name)
    assert len(checked) >= 11


@pytest.mark.parametrize(
    ("statement", "entry"),
    [
        ("UPDATE verdicts SET rating = 'waiting' WHERE checker = 'Noor'", 7),
        ("UPDATE notes SET text = 'No.'", 8),
        ("UPDATE drafts SET file_name = 'other.txt'", 3),
        ("DELETE FROM desk_rules", 19),
    ],
)
def test_the_entry_that_wrote_the_row_is_named(desk: Path, statement: str, entry: int) -> None:
    with closing(sqlite3.connect(desk)) as plain, plain:
        plain.execute(statement)
    assert f"entry {entry} of the record" in told(desk)[0]


def reseal(number: int) -> str:
    return f"UPDATE log SET number = -number WHERE number = {number}"


@pytest.mark.parametrize(
    ("statements", "first"),
    [
        (["DELETE FROM log WHERE number > 10"], "Entry 11 of the record is missing: 21"),
        (["DELETE FROM log WHERE number = 21"], "Entry 21 of the record is missing: 21"),
        (
            ["DELETE FROM log WHERE number = 21", "UPDATE totals SET entries = 20"],
            "Entry 20 of the record is not the one that was written last",
        ),
        (["DELETE FROM log"], "Entry 1 of the record is missing: 21"),
        (
            ["UPDATE log SET number = number + 1000 WHERE number = 7"],
            "Entry 7 of the record is missing",
        ),
        (
            [
                "UPDATE log SET number = -1 WHERE number = 7",
                "UPDATE log SET number = 7 WHERE number = 8",
                "UPDATE log SET number = 8 WHERE number = -1",
            ],
            "Entry 7 of the record is not as it was written",
        ),
        (
            ["UPDATE log SET change = replace(change, 'Asked', 'asked') WHERE number = 8"],
            "Entry 8 of the record is not as it was written",
        ),
        (
            ["UPDATE log SET sha256 = previous WHERE number = 5"],
            "Entry 5 of the record is not as it was written",
        ),
        (["UPDATE log SET change = 'nothing' WHERE number = 9"], "Entry 9 of the record is not"),
    ],
)
def test_an_edited_removed_or_moved_entry_is_named(
    desk: Path, statements: list[str], first: str
) -> None:
    tamper(desk, *statements)
    assert told(desk)[0].startswith(first)


def test_a_record_cut_off_with_all_it_accounts_for_is_noticed(path: Path) -> None:
    """The last change and the end of the record both taken back, as a careful hand would."""
    with closing(Casebook.open(path)) as casebook:
        case = added(casebook)
        do(casebook, case, case.write_note(case.claims()[0].id, "No.", now()))
    tamper(path, "DELETE FROM log WHERE number = 3", "DELETE FROM notes")
    assert told(path)[0] == "Entry 3 of the record is missing: 3 were written."


def test_changed_and_missing_files_of_the_vault_are_told(desk: Path) -> None:
    with closing(Casebook.open(desk, read_only=True)) as casebook:
        kept = next(kept for kept in casebook.kept_files() if kept.name == "ledger.pdf")
        place = casebook.vault.path_of(kept.sha256)
    place.chmod(0o644)
    place.write_bytes(b"Row 4: 212 million")
    assert told(desk) == ["The file ledger.pdf was changed in desk.vault."]
    place.unlink()
    assert told(desk) == ["The file ledger.pdf is missing from desk.vault."]


def test_two_articles_with_the_same_file_ask_for_it_once(path: Path, tmp_path: Path) -> None:
    with closing(Casebook.open(path)) as casebook:
        file = tmp_path / "a.txt"
        file.write_bytes(b"x")
        there = casebook.vault.keep_at_once(file)
        for title in ("One", "Two"):
            case = added(casebook, manuscript(title=title))
            source = Source(case.article.id, title, SourceForm.FILE, "a.txt", sha256=there.sha256)
            kept = KeptFile(case.article.id, source.id, "a.txt", there.sha256, 1)
            do(casebook, case, case.attach(case.claims()[0].id, source, now(), kept=kept))
        assert len(casebook.kept_files()) == 1
        assert casebook.check() == []


def test_text_that_is_no_text_is_noticed(desk: Path) -> None:
    with closing(sqlite3.connect(desk)) as plain, plain:
        plain.execute("UPDATE notes SET text = CAST(x'4173ff6b6564' AS TEXT)")
    assert told(desk)


def test_a_report_is_matched_to_its_entry(desk: Path) -> None:
    with closing(Casebook.open(desk, read_only=True)) as casebook:
        head = casebook.head()
        (entry,) = casebook.entries_sealed(head.fingerprint)
        assert entry.number == head.number == 21
        assert casebook.entries_sealed(head.fingerprint.upper().replace(" ", "")) == [entry]
        assert casebook.entries_sealed("0000 0000 0000") == []
        assert casebook.entries_sealed("") == []


def test_spoilt_casebooks_and_vaults_are_noticed(desk: Path, tmp_path: Path) -> None:
    """A few in each way; the soak tries a thousand."""
    chance = random.Random(20260504)
    copy = tmp_path / "spoilt" / desk.name
    copy.parent.mkdir()
    for way in WAYS:
        for _ in range(3):
            assert noticed(desk, copy, way, chance) is not False, way.__name__
