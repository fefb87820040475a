"""Full-text search over a casebook; whatever a person types is words, never query syntax."""

import sqlite3

from factcheck.model.overview import ClaimHit
from factcheck.model.text import TextPosition
from factcheck.model.verdict import State
from factcheck.storage.faults import as_written
from factcheck.storage.rows import kinds_from

BEGUN_FROM = 3  # letters of a word from which its continuation is guessed

# Newest first, by the index alone: an order by relevance would read every match of a common word.
_HITS = """
SELECT articles.id, articles.title, claims.id, claims.text, claims.kinds,
    coalesce(verdicts.rating, 'open'), claims.start, claims."end"
FROM (SELECT rowid FROM claims_search WHERE claims_search MATCH ? ORDER BY rowid DESC LIMIT ?)
    AS hits
JOIN claims ON claims.number = hits.rowid
JOIN drafts ON drafts.id = claims.draft_id
JOIN articles ON articles.id = drafts.article_id
LEFT JOIN verdicts ON verdicts.claim_id = claims.id
ORDER BY claims.number DESC"""


def search_claims(connection: sqlite3.Connection, words: str, limit: int) -> list[ClaimHit]:
    """The newest claims with all these words; then those where the last word is only the start of one."""
    asked = _words(words)
    if not asked or limit <= 0:
        return []
    hits = _hits(connection, " ".join(map(_quoted, asked)), limit)
    if len(hits) < limit and len(asked[-1]) >= BEGUN_FROM:
        seen = {hit.claim_id for hit in hits}
        more = _hits(connection, words_begun(words), limit)
        hits += [hit for hit in more if hit.claim_id not in seen][: limit - len(hits)]
    return hits


def words_begun(words: str) -> str:
    """A full-text query for all these words, the last one perhaps not typed to its end; empty for none."""
    asked = _words(words)
    return f"{' '.join(map(_quoted, asked))}*" if asked else ""


def _words(words: str) -> list[str]:
    """What stands between white space and has a letter or digit in it."""
    storable = words.encode("utf-8", "replace").decode().replace("\0", " ")
    return [word for word in storable.split() if any(map(str.isalnum, word))]


def _quoted(word: str) -> str:
    doubled = word.replace('"', '""')
    return f'"{doubled}"'


def _hits(connection: sqlite3.Connection, query: str, limit: int) -> list[ClaimHit]:
    rows = connection.execute(_HITS, (query, limit)).fetchall()
    with as_written():
        return [
            ClaimHit(
                article_id,
                title,
                claim_id,
                text,
                kinds_from(kinds)[0],
                State(state),
                TextPosition(start, end),
            )
            for article_id, title, claim_id, text, kinds, state, start, end in rows
        ]
