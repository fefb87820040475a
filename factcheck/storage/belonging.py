"""What belongs to an article: the rows a case is made of, those that go with it, and the files that were ever its own."""

import sqlite3
from collections.abc import Iterator

from factcheck.model.change import Record
from factcheck.storage.correction_rows import CORRECTIONS
from factcheck.storage.fate_rows import FATES
from factcheck.storage.faults import as_written
from factcheck.storage.rows import (
    BLOCKS,
    CLAIMS,
    CONFIRMED_SPELLINGS,
    EVIDENCE,
    EXPLANATIONS,
    FACTS,
    KEPT_FILES,
    NOTES,
    SENTENCES,
    VERDICTS,
)
from factcheck.storage.signing_rows import REOPENINGS, SIGN_OFFS
from factcheck.storage.source_rows import SOURCES
from factcheck.storage.table import Table

# A claim that this draft no longer has stays where it was, in an earlier one, and its fate here names it.
_GONE = "SELECT claim_id FROM fates WHERE draft_id = ?1 AND kind = 'gone'"
_OF_CLAIM = f"claim_id IN (SELECT id FROM claims WHERE draft_id = ?1 UNION ALL {_GONE})"
_RECORDS_OF_DRAFT: tuple[tuple[Table, str], ...] = (
    (BLOCKS, "WHERE draft_id = ? ORDER BY start"),
    (SENTENCES, "WHERE draft_id = ? ORDER BY start"),
    (CLAIMS, f'WHERE draft_id = ?1 OR id IN ({_GONE}) ORDER BY start, "end" DESC'),
    (FATES, "WHERE draft_id = ? ORDER BY number"),
    (VERDICTS, f"WHERE {_OF_CLAIM}"),
    (NOTES, f"WHERE {_OF_CLAIM}"),
    (CORRECTIONS, f"WHERE {_OF_CLAIM}"),
    (EVIDENCE, f"WHERE {_OF_CLAIM} ORDER BY number"),
    (FACTS, "WHERE draft_id = ? ORDER BY start"),
)
_RECORDS_OF_ARTICLE = (
    *(SOURCES, KEPT_FILES, EXPLANATIONS, CONFIRMED_SPELLINGS),
    *(SIGN_OFFS, REOPENINGS),
)
FILES_NAMED = """
SELECT sha256 FROM kept_files UNION
SELECT json_extract(edit.value, '$.' || side.value || '.sha256')
FROM log, json_each(log.change, '$.edits') AS edit, json_each('["before", "after"]') AS side
WHERE log.change LIKE '%"kept_files"%' AND json_extract(edit.value, '$.table') = 'kept_files'
    AND json_extract(edit.value, '$.' || side.value || '.sha256') IS NOT NULL"""
_OF_ARTICLE = "draft_id IN (SELECT id FROM drafts WHERE article_id = ?)"
_OF_ARTICLES_CLAIMS = f"claim_id IN (SELECT id FROM claims WHERE {_OF_ARTICLE})"
REMOVALS = (
    f"DELETE FROM evidence WHERE {_OF_ARTICLES_CLAIMS}",
    f"DELETE FROM notes WHERE {_OF_ARTICLES_CLAIMS}",
    f"DELETE FROM corrections WHERE {_OF_ARTICLES_CLAIMS}",
    f"DELETE FROM verdicts WHERE {_OF_ARTICLES_CLAIMS}",
    f"DELETE FROM fates WHERE {_OF_ARTICLE}",
    f"DELETE FROM claims WHERE {_OF_ARTICLE}",
    f"DELETE FROM facts WHERE {_OF_ARTICLE}",
    f"DELETE FROM sentences WHERE {_OF_ARTICLE}",
    f"DELETE FROM blocks WHERE {_OF_ARTICLE}",
    "DELETE FROM sources WHERE article_id = ?",
    "DELETE FROM kept_files WHERE article_id = ?",
    "DELETE FROM explanations WHERE article_id = ?",
    "DELETE FROM confirmed_spellings WHERE article_id = ?",
    "DELETE FROM sign_offs WHERE article_id = ?",
    "DELETE FROM reopenings WHERE article_id = ?",
    "DELETE FROM view_state WHERE article_id = ?",
    "DELETE FROM drafts WHERE article_id = ?",
    "DELETE FROM articles WHERE id = ?",
)


def case_records(
    connection: sqlite3.Connection, article_id: str, draft_id: str
) -> Iterator[Record]:
    """Every record of an article and of one draft of it, each sort in its own order."""
    with as_written():
        for table in _RECORDS_OF_ARTICLE:
            query = (
                f"SELECT {table.selected} FROM {table.name} WHERE article_id = ? ORDER BY number"
            )
            for row in connection.execute(query, (article_id,)):
                yield table.from_row(*row)
        for table, where in _RECORDS_OF_DRAFT:
            query = f"SELECT {table.selected} FROM {table.name} {where}"
            for row in connection.execute(query, (draft_id,)):
                yield table.from_row(*row)
