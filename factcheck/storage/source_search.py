"""Looks through the sources of every article for words in their title, link, contact or origin."""

import sqlite3
from itertools import islice

from factcheck.model.evidence import Source
from factcheck.model.overview import SourceHit
from factcheck.storage.faults import as_written
from factcheck.storage.source_rows import SOURCES

_MOST_WORDS = 8  # more of them make a search no narrower
_HAS = (
    "(sources.title || ' ' || sources.reference || ' ' || sources.contact || ' ' || sources.origin)"
    " LIKE ? ESCAPE '\\'"
)
_HITS = f"""
SELECT articles.title,
    (SELECT count(DISTINCT claim_id) FROM evidence WHERE evidence.source_id = sources.id),
    {SOURCES.selected}
FROM sources JOIN articles ON articles.id = sources.article_id
WHERE {{}} ORDER BY sources.number DESC LIMIT ?"""


def search_sources(connection: sqlite3.Connection, words: str, limit: int) -> list[SourceHit]:
    """The newest sources that hold all these words, or parts of words; all of them where none are asked for."""
    storable = words.encode("utf-8", "replace").decode().replace("\0", " ")
    asked = [f"%{_literal(word)}%" for word in islice(storable.split(), _MOST_WORDS)]
    query = _HITS.format(" AND ".join([_HAS] * len(asked)) or "1")
    rows = connection.execute(query, (*asked, limit)).fetchall()
    with as_written():
        found = [(title, claims, SOURCES.from_row(*row)) for title, claims, *row in rows]
    return [SourceHit(s, title, claims) for title, claims, s in found if isinstance(s, Source)]


def _literal(word: str) -> str:
    for sign in ("\\", "%", "_"):
        word = word.replace(sign, f"\\{sign}")
    return word
