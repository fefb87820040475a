"""What a casebook tells of its articles without opening one: the start page, and names looked up."""

import sqlite3
from collections.abc import Iterator
from pathlib import PurePath

from factcheck.errors import NoSuchRecord
from factcheck.model.article import SILENT_ROLES
from factcheck.model.coverage import Coverage, Tally
from factcheck.model.overview import ArticleSummary
from factcheck.model.verdict import State
from factcheck.storage.faults import as_written
from factcheck.storage.rows import ARTICLES, article_from
from factcheck.storage.search import words_begun
from factcheck.storage.table import as_moment

_SILENT = ", ".join(f"'{role.value}'" for role in sorted(SILENT_ROLES))

_PAGE = f"""
SELECT {ARTICLES.selected}, drafts.id, drafts.number, drafts.file_name
FROM (SELECT number FROM articles {{where}} ORDER BY turn DESC LIMIT ? OFFSET ?) AS asked
JOIN articles ON articles.number = asked.number
JOIN drafts ON drafts.article_id = articles.id AND drafts.number =
    (SELECT max(number) FROM drafts AS latest WHERE latest.article_id = articles.id)
ORDER BY articles.turn DESC"""

# The plus sign has SQLite walk the articles in their order and stop, and not sort every match of a common word.
_MATCHING = "WHERE +number IN (SELECT rowid FROM articles_search WHERE articles_search MATCH ?)"

_LAST_ENTRY = 'SELECT at, "by" FROM log WHERE article_id = ? ORDER BY number DESC LIMIT 1'

# An opinion that nobody decided on is not counted. The block a claim begins in is the first of its draft that ends after the claim's start.
_TALLY = f"""
SELECT coalesce(verdicts.rating, 'open'), count(*)
FROM claims LEFT JOIN verdicts ON verdicts.claim_id = claims.id
WHERE claims.draft_id = ? AND NOT (claims.proposer = 'program' AND coalesce(
    (SELECT blocks.role IN ({_SILENT}) AND blocks.start <= claims.start FROM blocks
     WHERE blocks.draft_id = claims.draft_id AND blocks."end" > claims.start
     ORDER BY blocks."end" LIMIT 1), 0))
AND (verdicts.rating IS NOT NULL OR claims.kinds <> 'opinion' AND claims.kinds NOT LIKE 'opinion,%')
GROUP BY 1"""

_TOTAL = f"""
SELECT coalesce(sum("end" - start), 0) FROM blocks
WHERE draft_id = ? AND role NOT IN ({_SILENT})"""

# A sentence counts in the first speaking block that ends after its start, as far as it lies in it.
_READ = f"""
SELECT coalesce(sum(max(0, min(blocks."end", sentences."end")
    - max(blocks.start, sentences.start))), 0)
FROM sentences JOIN blocks ON blocks.id =
    (SELECT id FROM blocks WHERE draft_id = sentences.draft_id
     AND "end" > sentences.start AND role NOT IN ({_SILENT}) ORDER BY "end" LIMIT 1)
WHERE sentences.draft_id = ? AND sentences.read_at IS NOT NULL"""

_NAMED = (
    "SELECT id FROM articles WHERE id = :name",
    "SELECT id FROM articles WHERE title = :name",
    "SELECT DISTINCT article_id FROM drafts WHERE file_name IN (:name, :file_name)",
    "SELECT id FROM articles WHERE :name <> '' AND id >= :name AND id < :name || 'g'",
)
_NAMED_AT_MOST = 10


def page(
    connection: sqlite3.Connection, limit: int, offset: int, search: str
) -> Iterator[ArticleSummary]:
    """The articles of one page, last worked on first; those with the searched words only."""
    words = words_begun(search)
    query = _PAGE.format(where=_MATCHING if words else "")
    values = [words] if words else []
    for row in connection.execute(query, (*values, limit, offset)).fetchall():
        *article, draft_id, number, file_name = row
        with as_written():
            at, by = connection.execute(_LAST_ENTRY, (article[0],)).fetchone()
            yield ArticleSummary(
                article_from(*article),
                number,
                file_name,
                _tally(connection, draft_id),
                _coverage(connection, draft_id),
                as_moment(at),
                by,
            )


def find_article(connection: sqlite3.Connection, name: str) -> str:
    """The id of the article with this id, title, file name or beginning of an id, tried in that order."""
    values = {"name": name, "file_name": PurePath(name).name}
    for query in _NAMED:
        found = [row[0] for row in connection.execute(f"{query} LIMIT 101", values)]
        if len(found) == 1:
            return str(found[0])
        if found:
            raise NoSuchRecord(_several(connection, name, found))
    raise NoSuchRecord(f"The casebook has no article “{name}”.")


def _several(connection: sqlite3.Connection, name: str, ids: list[str]) -> str:
    title = "SELECT title FROM articles WHERE id = ?"
    named = [
        f"{article_id} ({connection.execute(title, (article_id,)).fetchone()[0]})"
        for article_id in ids[:_NAMED_AT_MOST]
    ]
    more = " and more" if len(ids) > _NAMED_AT_MOST else ""
    return f"Several articles answer to “{name}”; give the id of one: {', '.join(named)}{more}."


def _tally(connection: sqlite3.Connection, draft_id: str) -> Tally:
    counts = {State(state): count for state, count in connection.execute(_TALLY, (draft_id,))}
    return Tally(
        counts.get(State.VERIFIED, 0),
        counts.get(State.CONTRADICTED, 0),
        counts.get(State.UNVERIFIABLE, 0),
        counts.get(State.AUTHORS_WORD, 0),
        counts.get(State.WAITING, 0),
        counts.get(State.OPEN, 0),
        counts.get(State.NOT_A_CLAIM, 0),
    )


def _coverage(connection: sqlite3.Connection, draft_id: str) -> Coverage:
    (total,) = connection.execute(_TOTAL, (draft_id,)).fetchone()
    (read,) = connection.execute(_READ, (draft_id,)).fetchone()
    return Coverage(read, total)
