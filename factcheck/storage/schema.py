"""The tables of a casebook, one step a released change of them; no step is edited after its release."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

from factcheck.storage.first_tables import FIRST_TABLES

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

MIGRATION_SET = "casebook"
TABLES_OF_STEP = {
    "casebook_1": (
        *("articles", "drafts", "blocks", "sentences", "claims", "verdicts", "notes", "sources"),
        *("evidence", "log", "view_state", "totals", "claims_search", "articles_search"),
    ),
    "casebook_2": ("desk_rules", "house_rules", "switched_off"),
    "casebook_3": ("facts", "explanations", "confirmed_spellings"),
    "casebook_4": ("kept_files",),
    "casebook_5": ("fates",),
    "casebook_6": ("stages", "sign_offs", "reopenings"),
    "casebook_7": ("standards",),
    "casebook_8": ("corrections",),
}

_RULES = (
    # What the desk says about detection, in the order it was said
    """CREATE TABLE desk_rules (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        form TEXT NOT NULL,
        content TEXT NOT NULL,
        kind TEXT NOT NULL,
        priority TEXT NOT NULL,
        reason TEXT NOT NULL,
        is_on INTEGER NOT NULL
    )""",
    """CREATE TABLE house_rules (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        words TEXT NOT NULL,
        kind TEXT NOT NULL,
        "by" TEXT NOT NULL,
        made TEXT NOT NULL
    )""",
    """CREATE TABLE switched_off (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        detector TEXT NOT NULL,
        "by" TEXT NOT NULL,
        at TEXT NOT NULL
    )""",
)


_AGAINST_ITSELF = (
    """CREATE TABLE facts (
        id TEXT NOT NULL PRIMARY KEY,
        draft_id TEXT NOT NULL REFERENCES drafts (id) DEFERRABLE INITIALLY DEFERRED,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        times TEXT NOT NULL,  -- JSON: [[start, end, value], …]
        quantities TEXT NOT NULL,  -- JSON: [[start, end, value, unit], …]
        quotations TEXT NOT NULL,  -- JSON: [[start, end, [start, end] of the speaker, of the cue], …]
        names TEXT NOT NULL  -- JSON: [[start, end, kind], …]
    ) WITHOUT ROWID""",
    "CREATE INDEX facts_by_place ON facts (draft_id, start)",
    """CREATE TABLE explanations (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        article_id TEXT NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
        key TEXT NOT NULL,  -- of the rule and the sentences that the finding is about
        note TEXT NOT NULL,
        "by" TEXT NOT NULL,
        at TEXT NOT NULL
    )""",
    "CREATE UNIQUE INDEX explanations_by_finding ON explanations (article_id, key)",
    """CREATE TABLE confirmed_spellings (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        article_id TEXT NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
        spelling TEXT NOT NULL,
        "by" TEXT NOT NULL,
        at TEXT NOT NULL
    )""",
    "CREATE UNIQUE INDEX spellings_by_article ON confirmed_spellings (article_id, spelling)",
)

_KEPT = (
    # Files of the vault: of a source, or of the draft that was read from it
    """CREATE TABLE kept_files (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        article_id TEXT NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
        owner_id TEXT NOT NULL,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        size INTEGER NOT NULL
    )""",
    "CREATE INDEX kept_files_by_article ON kept_files (article_id)",
    # The end of the record a second time, so that one cut short is noticed
    "ALTER TABLE totals ADD COLUMN entries INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE totals ADD COLUMN last TEXT NOT NULL DEFAULT ''",
    """UPDATE totals SET entries = (SELECT coalesce(max(number), 0) FROM log),
    last = coalesce((SELECT sha256 FROM log ORDER BY number DESC LIMIT 1), '')""",
    """CREATE TRIGGER entry_counted AFTER INSERT ON log BEGIN
        UPDATE totals SET entries = NEW.number, last = NEW.sha256;
    END""",
)

_DRAFTS = (
    # What a new draft made of each claim of the one before, from its old words to those it has now
    """CREATE TABLE fates (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        draft_id TEXT NOT NULL REFERENCES drafts (id) DEFERRABLE INITIALLY DEFERRED,
        old_draft_id TEXT NOT NULL REFERENCES drafts (id) DEFERRABLE INITIALLY DEFERRED,
        claim_id TEXT NOT NULL,
        kind TEXT NOT NULL,  -- same, moved, reworded, changed, gone
        reason TEXT NOT NULL,
        old_start INTEGER NOT NULL,
        old_end INTEGER NOT NULL,
        old_text TEXT NOT NULL,
        old_prefix TEXT NOT NULL,
        old_suffix TEXT NOT NULL,
        start INTEGER,  -- and the others: NULL while the claim is gone
        "end" INTEGER,
        text TEXT,
        prefix TEXT,
        suffix TEXT,
        dropped TEXT NOT NULL  -- JSON: the verdict on the old words that was dropped, or empty
    )""",
    "CREATE UNIQUE INDEX fates_by_claim ON fates (draft_id, claim_id)",
    "CREATE INDEX fates_by_kind ON fates (draft_id, kind)",
)


_SIGNING = (
    """CREATE TABLE stages (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        "order" INTEGER NOT NULL,
        is_gated INTEGER NOT NULL  -- 1: only when nothing in the article is open
    )""",
    """CREATE TABLE sign_offs (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        article_id TEXT NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
        draft_id TEXT NOT NULL REFERENCES drafts (id) DEFERRABLE INITIALLY DEFERRED,
        stage TEXT NOT NULL,
        "by" TEXT NOT NULL,
        at TEXT NOT NULL,
        text_sha256 TEXT NOT NULL,  -- of the draft's text
        entry INTEGER NOT NULL,  -- of the record as it stood
        head TEXT NOT NULL  -- the SHA-256 of that entry
    )""",
    "CREATE INDEX sign_offs_by_article ON sign_offs (article_id, draft_id)",
    """CREATE TABLE reopenings (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        article_id TEXT NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
        draft_id TEXT NOT NULL REFERENCES drafts (id) DEFERRABLE INITIALLY DEFERRED,
        reason TEXT NOT NULL,
        "by" TEXT NOT NULL,
        at TEXT NOT NULL
    )""",
    "CREATE INDEX reopenings_by_article ON reopenings (article_id)",
)


_SOURCES = (
    "ALTER TABLE sources ADD COLUMN kind TEXT NOT NULL DEFAULT 'other'",
    "ALTER TABLE sources ADD COLUMN dated TEXT",
    "ALTER TABLE sources ADD COLUMN contact TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE sources ADD COLUMN is_confidential INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE sources ADD COLUMN origin TEXT NOT NULL DEFAULT ''",
    """CREATE TABLE standards (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        primary_suffices INTEGER NOT NULL,
        independent INTEGER NOT NULL,  -- secondary sources that do not repeat each other
        when_short TEXT NOT NULL,  -- refuse, warn, allow
        gates INTEGER NOT NULL  -- 1: a weak link keeps an article from print
    )""",
)


_CORRECTIONS = (
    # What is wrong with a claim; each part with who wrote it down, when, and who said it if another did
    """CREATE TABLE corrections (
        claim_id TEXT NOT NULL PRIMARY KEY REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED,
        finding TEXT, finding_by TEXT, finding_at TEXT, finding_of TEXT,
        proposal TEXT, proposal_by TEXT, proposal_at TEXT, proposal_of TEXT,
        answer TEXT, answer_by TEXT, answer_at TEXT, answer_of TEXT,
        decision TEXT, decision_by TEXT, decision_at TEXT, decision_of TEXT,
        id TEXT NOT NULL
    ) WITHOUT ROWID""",
    # Why a claim waits, and the day until which it does
    "ALTER TABLE verdicts ADD COLUMN waits TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE verdicts ADD COLUMN until TEXT",
)


def casebook_1(db: Database) -> None:
    """Articles, claims, verdicts, sources, the log, and the words to search them by."""
    for statement in FIRST_TABLES:
        db.conn.execute(statement)


def casebook_2(db: Database) -> None:
    """The desk's own rules, its house rules, and the rules it has switched off."""
    for statement in _RULES:
        db.conn.execute(statement)


def casebook_3(db: Database) -> None:
    """What detection read beside claims, findings that were explained, and spellings that were confirmed."""
    for statement in _AGAINST_ITSELF:
        db.conn.execute(statement)


def casebook_4(db: Database) -> None:
    """Which files the vault keeps of sources and drafts, and where the record ends."""
    for statement in _KEPT:
        db.conn.execute(statement)


def casebook_5(db: Database) -> None:
    """What each new draft made of the claims of the one before."""
    for statement in _DRAFTS:
        db.conn.execute(statement)


def casebook_6(db: Database) -> None:
    """The stages of a desk, the drafts that passed them, and why one was opened again."""
    for statement in _SIGNING:
        db.conn.execute(statement)


def casebook_7(db: Database) -> None:
    """What each source is, how it is reached and whom it repeats, and what a desk asks of sources."""
    for statement in _SOURCES:
        db.conn.execute(statement)


def casebook_8(db: Database) -> None:
    """What is wrong with a claim and what was said to it, and why a claim waits and until when."""
    for statement in _CORRECTIONS:
        db.conn.execute(statement)


Step = Callable[["Database"], None]
STEPS: tuple[Step, ...] = (
    *(casebook_1, casebook_2, casebook_3),
    *(casebook_4, casebook_5, casebook_6),
    *(casebook_7, casebook_8),
)


def tables_after(steps: list[str]) -> frozenset[str]:
    """The tables that a file must have which has these steps behind it."""
    return frozenset(table for step in steps for table in TABLES_OF_STEP.get(step, ()))


def applied(connection: sqlite3.Connection) -> list[str]:
    """The names of the steps that this file has behind it."""
    there = "SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'"
    if connection.execute(there).fetchone() is None:
        return []
    names = "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id"
    return [name for (name,) in connection.execute(names, (MIGRATION_SET,))]


def pending(connection: sqlite3.Connection, steps: tuple[Step, ...]) -> list[str]:
    """The names of the steps that this file still needs."""
    done = set(applied(connection))
    return [step.__name__ for step in steps if step.__name__ not in done]


def migrate(connection: sqlite3.Connection, steps: tuple[Step, ...]) -> None:
    """Take the steps still needed; inside a transaction, so that all of them are taken or none."""
    # sqlite_utils brings numpy and costs a quarter of a second: only a new or an old file pays it
    from sqlite_utils import Database, Migrations

    migrations: Migrations = Migrations(MIGRATION_SET)
    for step in steps:
        migrations()(step)
    migrations.apply(Database(connection, execute_plugins=False))
