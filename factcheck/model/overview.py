"""What a casebook tells of its articles, its claims and its log without opening a case."""

from dataclasses import dataclass
from datetime import datetime

from factcheck.model.article import Article
from factcheck.model.change import Change
from factcheck.model.claim import ClaimKind
from factcheck.model.coverage import Coverage, Tally
from factcheck.model.evidence import Source
from factcheck.model.text import TextPosition
from factcheck.model.verdict import State


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """One line of the start page; ``touched`` is the UTC time of the last change to the article."""

    article: Article
    draft_number: int
    file_name: str
    tally: Tally
    coverage: Coverage
    touched: datetime
    touched_by: str


@dataclass(frozen=True, slots=True)
class ClaimHit:
    """A claim found by search over the whole casebook."""

    article_id: str
    article_title: str
    claim_id: str
    text: str
    kind: ClaimKind
    state: State
    position: TextPosition


@dataclass(frozen=True, slots=True)
class SourceHit:
    """A source of any article of the casebook, with the article’s title and the number of claims it bears on."""

    source: Source
    article_title: str
    claims: int


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One entry of the record: ``number`` counts from 1, ``sha256`` chains it to the one before.

    ``digested`` tells how many records of each sort the entry keeps only by their digest, so that they are not in
    ``change``: what detection proposed, and the parts of an article that was added.
    """

    number: int
    change: Change
    sha256: str
    digested: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class LogHead:
    """The last entry's number and SHA-256: the fingerprint of the whole record. 0 and "" when empty."""

    number: int
    sha256: str

    @property
    def fingerprint(self) -> str:
        """The first twelve hex digits in groups of four, as printed on reports."""
        return " ".join(self.sha256[i : i + 4] for i in range(0, min(12, len(self.sha256)), 4))
