"""Reads from the casebook off the GUI thread, each job over a connection of its own that can only read."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from factcheck.model.overview import ArticleSummary, ClaimHit
from factcheck.storage import Casebook

MOST_ARTICLES = 20
MOST_CLAIMS = 100


@dataclass(frozen=True, slots=True)
class Found:
    """What a search met; ``more`` where there may be further claims than these."""

    articles: list[ArticleSummary]
    claims: list[ClaimHit]
    more: bool = False


def look_up_page(path: Path, limit: int, offset: int) -> Iterator[list[ArticleSummary]]:
    """One page of the articles, last touched first."""
    casebook = Casebook.open(path, read_only=True)
    try:
        yield casebook.articles(limit, offset)
    finally:
        casebook.close()


def look_up_words(path: Path, words: str) -> Iterator[Found]:
    """The articles called so, and then the same with the claims that hold these words."""
    casebook = Casebook.open(path, read_only=True)
    try:
        articles = casebook.articles(MOST_ARTICLES, search=words)
        claims = casebook.search_claims(words, MOST_CLAIMS + 1)
        yield Found(articles, claims[:MOST_CLAIMS], len(claims) > MOST_CLAIMS)
    finally:
        casebook.close()


def look_for_files(paths: list[Path]) -> Iterator[tuple[Path, bool]]:
    """Each file with whether it is still there, which a sleeping disk or share takes a while to say."""
    for path in paths:
        yield path, path.is_file()
