"""The tables of a casebook, one step a released change of them; no step is edited after its release."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

APPLICATION_ID = 0x46414354  # "FACT"
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

_FIRST_TABLES = (
    f"PRAGMA application_id = {APPLICATION_ID}",
    # What was opened
    """CREATE TABLE articles (
        number INTEGER PRIMARY KEY,  -- in the order they were added
        id TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        added TEXT NOT NULL,
        published TEXT,
        published_from TEXT NOT NULL,
        turn INTEGER NOT NULL DEFAULT 0  -- grows each time work moves to this article
    )""",
    "CREATE INDEX articles_by_turn ON articles (turn)",
    "CREATE INDEX articles_by_title ON articles (title)",
    """CREATE TABLE drafts (
        id TEXT NOT NULL PRIMARY KEY,
        article_id TEXT NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
        number INTEGER NOT NULL,
        file_name TEXT NOT NULL,
        format TEXT NOT NULL,
        read TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        text TEXT NOT NULL  -- last, so that the columns before it are read without it
    )""",
    "CREATE UNIQUE INDEX drafts_by_article ON drafts (article_id, number)",
    "CREATE INDEX drafts_by_sha256 ON drafts (sha256)",
    "CREATE INDEX drafts_by_file_name ON drafts (file_name)",
    """CREATE TABLE blocks (
        id TEXT NOT NULL PRIMARY KEY,
        draft_id TEXT NOT NULL REFERENCES drafts (id) DEFERRABLE INITIALLY DEFERRED,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        role TEXT NOT NULL
    ) WITHOUT ROWID""",
    'CREATE INDEX blocks_by_place ON blocks (draft_id, "end", start, role)',
    """CREATE TABLE sentences (
        id TEXT NOT NULL PRIMARY KEY,
        draft_id TEXT NOT NULL REFERENCES drafts (id) DEFERRABLE INITIALLY DEFERRED,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        read_by TEXT NOT NULL,
        read_at TEXT,
        read_how TEXT
    ) WITHOUT ROWID""",
    "CREATE INDEX sentences_by_place ON sentences (draft_id, start)",
    # What is to be checked, and what came of it
    """CREATE TABLE claims (
        number INTEGER PRIMARY KEY,  -- what the full-text index calls it
        id TEXT NOT NULL UNIQUE,
        draft_id TEXT NOT NULL REFERENCES drafts (id) DEFERRABLE INITIALLY DEFERRED,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        text TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        kinds TEXT NOT NULL,  -- most telling first, with commas between
        priority TEXT NOT NULL,
        question TEXT NOT NULL,
        reasons TEXT NOT NULL,  -- JSON: [{"detector": …, "reason": …}]
        slots TEXT NOT NULL,  -- JSON: [{"name": …, "value": …}]
        checkworthiness REAL NOT NULL,
        proposer TEXT NOT NULL
    )""",
    "CREATE INDEX claims_by_place ON claims (draft_id, start)",
    """CREATE TABLE verdicts (
        claim_id TEXT NOT NULL PRIMARY KEY REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED,
        rating TEXT NOT NULL,
        checker TEXT NOT NULL,
        decided TEXT NOT NULL,
        waiting_for TEXT NOT NULL,
        id TEXT NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE notes (
        claim_id TEXT NOT NULL PRIMARY KEY REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED,
        text TEXT NOT NULL,
        checker TEXT NOT NULL,
        written TEXT NOT NULL,
        id TEXT NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE sources (
        number INTEGER PRIMARY KEY,  -- in the order they were added
        id TEXT NOT NULL UNIQUE,
        article_id TEXT NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
        title TEXT NOT NULL,
        form TEXT NOT NULL,
        reference TEXT NOT NULL,
        quality TEXT NOT NULL,
        accessed TEXT,
        sha256 TEXT NOT NULL
    )""",
    "CREATE INDEX sources_by_article ON sources (article_id)",
    """CREATE TABLE evidence (
        number INTEGER PRIMARY KEY,  -- in the order it was added to its claim
        id TEXT NOT NULL UNIQUE,
        claim_id TEXT NOT NULL REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED,
        source_id TEXT NOT NULL REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
        stance TEXT NOT NULL,
        locator TEXT NOT NULL,
        passage TEXT NOT NULL
    )""",
    "CREATE INDEX evidence_by_claim ON evidence (claim_id)",
    "CREATE INDEX evidence_by_source ON evidence (source_id)",
    # The record of every change: it only ever grows, and each entry seals the one before
    """CREATE TABLE log (
        number INTEGER PRIMARY KEY,
        article_id TEXT NOT NULL,
        claim_id TEXT NOT NULL,
        verb TEXT NOT NULL,
        "by" TEXT NOT NULL,
        at TEXT NOT NULL,
        change TEXT NOT NULL,  -- JSON
        previous TEXT NOT NULL,
        sha256 TEXT NOT NULL
    )""",
    "CREATE INDEX log_by_article ON log (article_id, number, claim_id)",
    """CREATE TRIGGER log_only_grows BEFORE INSERT ON log
    WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM log)
    BEGIN SELECT RAISE(ABORT, 'a log entry follows the last one'); END""",
    """CREATE TRIGGER log_is_never_altered BEFORE UPDATE ON log
    BEGIN SELECT RAISE(ABORT, 'a log entry is never altered'); END""",
    """CREATE TRIGGER log_is_never_shortened BEFORE DELETE ON log
    BEGIN SELECT RAISE(ABORT, 'a log entry is never removed'); END""",
    # Where a reader left off; not part of the record
    """CREATE TABLE view_state (
        article_id TEXT NOT NULL PRIMARY KEY
            REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
        view TEXT NOT NULL  -- JSON
    ) WITHOUT ROWID""",
    # How many there are, kept by the triggers below so that nobody has to count
    """CREATE TABLE totals (articles INTEGER NOT NULL, claims INTEGER NOT NULL)""",
    "INSERT INTO totals VALUES (0, 0)",
    # Words to search by; what changes from day to day (verdicts) stays out of them
    """CREATE VIRTUAL TABLE claims_search USING fts5 (
        text, content = 'claims', content_rowid = 'number', prefix = '3',
        tokenize = 'porter unicode61 remove_diacritics 2'
    )""",
    """CREATE VIRTUAL TABLE articles_search USING fts5 (
        title, file_names, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'
    )""",
    """CREATE TRIGGER claim_added AFTER INSERT ON claims BEGIN
        INSERT INTO claims_search (rowid, text) VALUES (NEW.number, NEW.text);
        UPDATE totals SET claims = claims + 1;
    END""",
    """CREATE TRIGGER claim_removed AFTER DELETE ON claims BEGIN
        INSERT INTO claims_search (claims_search, rowid, text)
            VALUES ('delete', OLD.number, OLD.text);
        UPDATE totals SET claims = claims - 1;
    END""",
    """CREATE TRIGGER claim_reworded AFTER UPDATE OF text ON claims
    WHEN OLD.text IS NOT NEW.text BEGIN
        INSERT INTO claims_search (claims_search, rowid, text)
            VALUES ('delete', OLD.number, OLD.text);
        INSERT INTO claims_search (rowid, text) VALUES (NEW.number, NEW.text);
    END""",
    """CREATE TRIGGER article_added AFTER INSERT ON articles BEGIN
        INSERT INTO articles_search (rowid, title, file_names) VALUES (NEW.number, NEW.title, '');
        UPDATE totals SET articles = articles + 1;
    END""",
    """CREATE TRIGGER article_removed AFTER DELETE ON articles BEGIN
        DELETE FROM articles_search WHERE rowid = OLD.number;
        UPDATE totals SET articles = articles - 1;
    END""",
    """CREATE TRIGGER article_renamed AFTER UPDATE OF title ON articles
    WHEN OLD.title IS NOT NEW.title BEGIN
        UPDATE articles_search SET title = NEW.title WHERE rowid = NEW.number;
    END""",
    """CREATE TRIGGER draft_added AFTER INSERT ON drafts BEGIN
        UPDATE articles_search SET file_names = file_names || ' ' || NEW.file_name
        WHERE rowid = (SELECT number FROM articles WHERE id = NEW.article_id);
    END""",
    # For people with a SQLite shell
    """CREATE VIEW claims_with_verdicts AS
    SELECT articles.title AS article, claims.text, claims.kinds, claims.priority,
        coalesce(verdicts.rating, 'open') AS state, verdicts.waiting_for, notes.text AS note,
        verdicts.checker, verdicts.decided,
        (SELECT group_concat(
            evidence.stance || ': ' || trim(sources.title || ' ' || sources.reference), '; ')
         FROM evidence JOIN sources ON sources.id = evidence.source_id
         WHERE evidence.claim_id = claims.id) AS sources,
        claims.question, claims.start, claims."end", articles.published,
        claims.proposer = 'program' AND EXISTS (
            SELECT 1 FROM blocks WHERE blocks.draft_id = claims.draft_id
            AND blocks."end" > claims.start AND blocks.start <= claims.start
            AND blocks.role IN ('credit', 'dateline', 'boilerplate')) AS silent,
        claims.id AS claim_id, articles.id AS article_id
    FROM articles
    JOIN drafts ON drafts.article_id = articles.id AND drafts.number =
        (SELECT max(number) FROM drafts AS latest WHERE latest.article_id = articles.id)
    JOIN claims ON claims.draft_id = drafts.id
    LEFT JOIN verdicts ON verdicts.claim_id = claims.id
    LEFT JOIN notes ON notes.claim_id = claims.id""",
)

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
    for statement in _FIRST_TABLES:
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
