"""The tables that the first casebooks had, as casebook_1 makes them; never edited after its release."""

APPLICATION_ID = 0x46414354  # "FACT"

FIRST_TABLES = (
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
