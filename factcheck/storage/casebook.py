"""A casebook: one file that keeps articles, what people decided about their claims, and the record of it."""

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from factcheck.errors import CasebookReadOnly, NoSuchRecord
from factcheck.model.article import Article, Block, Draft, Manuscript
from factcheck.model.case import Case
from factcheck.model.change import Change, Edit, Record, Stamp, Verb
from factcheck.model.evidence import KeptFile
from factcheck.model.overview import ArticleSummary, ClaimHit, LogEntry, LogHead, SourceHit
from factcheck.model.remarks import records_of
from factcheck.model.rule import DeskRule, HouseRule, SwitchedOff
from factcheck.model.rulebook import Rulebook
from factcheck.model.signoff import Stage
from factcheck.model.standard import Standard
from factcheck.model.trail import Trail
from factcheck.model.verdict import Rating
from factcheck.storage import log, search, summaries, verifying
from factcheck.storage.belonging import FILES_NAMED, REMOVALS, case_records
from factcheck.storage.editing import perform, refuse_doubles, refuse_signed
from factcheck.storage.faults import (
    UnreadableRow,
    as_written,
    primary_code,
    told_when_reading,
    told_when_writing,
)
from factcheck.storage.opening import OpenFile, open_file
from factcheck.storage.rows import (
    ARTICLES,
    BLOCKS,
    DESK_RULES,
    DRAFTS,
    HOUSE_RULES,
    KEPT_FILES,
    SWITCHED_OFF,
    article_from,
    as_rows,
    draft_from,
)
from factcheck.storage.signing_rows import STAGES
from factcheck.storage.source_rows import STANDARDS
from factcheck.storage.source_search import search_sources
from factcheck.storage.table import RowEdit, Table, moment
from factcheck.storage.vault import Progress, Vault

ViewValue = int | float | str

_ARTICLE = f"SELECT {ARTICLES.selected} FROM articles WHERE id = ?"
_LATEST_DRAFT = (
    f"SELECT {DRAFTS.selected} FROM drafts WHERE article_id = ? ORDER BY number DESC LIMIT 1"
)
_DRAFT = f"SELECT {DRAFTS.selected} FROM drafts WHERE id = ?"
_BLOCKS = f"SELECT {BLOCKS.selected} FROM blocks WHERE draft_id = ? ORDER BY start"
_JUDGED = """
SELECT claims.checkworthiness, verdicts.rating FROM verdicts JOIN claims ON claims.id = verdicts.claim_id
WHERE claims.proposer = 'program' AND verdicts.rating <> 'waiting'
ORDER BY verdicts.claim_id DESC LIMIT ?"""


class Casebook:
    """An open casebook. It belongs to the thread that opened it."""

    def __init__(self, path: Path, file: OpenFile) -> None:
        self.path = path
        self.vault = Vault(path)
        self._file = file
        self._connection = file.connection

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, exclusive: bool = False) -> "Casebook":
        """The casebook at ``path``, made if there is none.

        ``exclusive`` is for a window, which keeps its casebook open for hours: of two such, the second may only
        read. Short writes by others, from the command line for one, wait for their turn and are let through.
        """
        path = Path(os.path.realpath(path))  # one file has one lock, whatever it is called by
        return cls(path, open_file(path, read_only=read_only, exclusive=exclusive))

    def close(self) -> None:
        self._file.close()

    @property
    def read_only_reason(self) -> str:
        """Why nothing can be written, in a sentence; empty when it can."""
        return self._file.read_only_reason

    # Writing: each of these is in the file, all of it, when it returns

    def add(self, manuscript: Manuscript, stamp: Stamp, file: KeptFile | None = None) -> None:
        """Keep an article that was just read, with what its author put beside the text, and name the file it was in."""
        records: list[Record] = [manuscript.article, manuscript.draft, *manuscript.blocks]
        records += records_of(manuscript)
        records += [] if file is None else [file]
        edits = tuple(Edit(None, record) for record in records)
        self.write(Change(Verb.ADD_ARTICLE, manuscript.article.id, edits, stamp))

    def write(self, change: Change) -> LogEntry:
        """The log entry of the change, both in the file. NotRecorded, and nothing written, where that failed."""
        (entry,) = self.write_all([change])
        return entry

    def write_all(self, changes: Iterable[Change]) -> list[LogEntry]:
        """The log entries of changes that follow each other; all are in the file, or none is."""
        pairs = [(change, as_rows(change.edits)) for change in changes]
        with self._transaction() as connection:
            return [_written(connection, change, edits) for change, edits in pairs]

    def remove(self, article_id: str, stamp: Stamp) -> LogEntry:
        """Take an article and all that belongs to it out of the casebook; the record keeps what was done."""
        with self._reading() as connection:
            article = _article(connection, article_id)
        change = Change(Verb.REMOVE_ARTICLE, article_id, (Edit(article, None),), stamp)
        with self._transaction() as connection:
            refuse_signed(connection, change)
            for statement in REMOVALS:
                connection.execute(statement, (article_id,))
            return log.append(connection, change, log.encode(change, as_rows(change.edits)))

    def note_restored(self, replaced: LogHead, made: datetime, stamp: Stamp) -> LogEntry:
        """Record that a backup of that time was put in the place of a casebook whose record had this end."""
        told: dict[str, str | int] = {
            "backup": moment(made),
            "number": replaced.number,
            "sha256": replaced.sha256,
        }
        with self._transaction() as connection:
            return log.append_event(connection, Verb.RESTORE, stamp, told)

    def files_named(self) -> set[str]:
        """The SHA-256 of every file that any entry of the record ever named, whether it is still in use or not."""
        with self._reading() as connection:
            return {sha256 for (sha256,) in connection.execute(FILES_NAMED)}

    def keep_view(self, article_id: str, view: dict[str, ViewValue]) -> None:
        """Keep where a reader left off: scroll position, selected claim. It is no part of the record."""
        text = json.dumps(view, ensure_ascii=False, sort_keys=True)
        with self._transaction() as connection:
            connection.execute("REPLACE INTO view_state VALUES (?, ?)", (article_id, text))

    # Reading

    def load(self, article_id: str) -> Case:
        """The article with its latest draft and every record of it."""
        with self._reading() as connection:
            article = _article(connection, article_id)
            row = connection.execute(_LATEST_DRAFT, (article_id,)).fetchone()
            with as_written():
                draft = draft_from(*row)
            return Case(article, draft, case_records(connection, article_id, draft.id))

    def draft(self, draft_id: str) -> tuple[Draft, list[Block]]:
        """A draft of an article, the latest or an earlier one, with its parts in the order of the text."""
        with self._reading() as connection:
            row = connection.execute(_DRAFT, (draft_id,)).fetchone()
            if row is None:
                raise NoSuchRecord(f"The casebook has no draft with the id {draft_id}.")
            with as_written():
                blocks = [BLOCKS.from_row(*b) for b in connection.execute(_BLOCKS, (draft_id,))]
                return draft_from(*row), [block for block in blocks if isinstance(block, Block)]

    def rules(self) -> Rulebook:
        """What the desk says about detection, each in the order it was said."""
        with self._reading() as connection:
            said = [
                record
                for table in (DESK_RULES, HOUSE_RULES, SWITCHED_OFF)
                for record in _all(connection, table)
            ]
        return Rulebook(
            tuple(record for record in said if isinstance(record, DeskRule)),
            tuple(record for record in said if isinstance(record, HouseRule)),
            tuple(record for record in said if isinstance(record, SwitchedOff)),
        )

    def stages(self) -> list[Stage]:
        """The stages of sign-off that the desk has defined; none where the usual ones hold."""
        with self._reading() as connection:
            return [stage for stage in _all(connection, STAGES) if isinstance(stage, Stage)]

    def standard(self) -> Standard | None:
        """What the desk asks of sources; None where it has not said, and the usual holds."""
        with self._reading() as connection:
            said = (one for one in _all(connection, STANDARDS) if isinstance(one, Standard))
            return next(said, None)

    def judged(self, limit: int) -> list[tuple[float, bool]]:
        """The score of each of the newest claims that a person settled, and whether she took it for a claim."""
        with self._reading() as connection:
            rows = connection.execute(_JUDGED, (limit,))
            return [(worth, rating != Rating.NOT_A_CLAIM.value) for worth, rating in rows]

    def articles(self, limit: int, offset: int = 0, search: str = "") -> list[ArticleSummary]:
        """One page of the articles, last touched first; with ``search``, those with these words in title or file name."""
        with self._reading() as connection:
            return list(summaries.page(connection, limit, offset, search))

    def find_article(self, name: str) -> str:
        """The id of the article called so: by id, title, file name, or the beginning of its id."""
        with self._reading() as connection:
            return summaries.find_article(connection, name)

    def counts(self) -> tuple[int, int]:
        """How many articles and how many claims there are, those dismissed too."""
        with self._reading() as connection:
            articles, claims = connection.execute("SELECT articles, claims FROM totals").fetchone()
            return articles, claims

    def search_claims(self, words: str, limit: int) -> list[ClaimHit]:
        """The claims of all articles that hold these words, newest first."""
        with self._reading() as connection:
            return search.search_claims(connection, words, limit)

    def sources(self, search: str, limit: int) -> list[SourceHit]:
        """The sources of all articles that hold these words, newest first; every one where none are asked for."""
        with self._reading() as connection:
            return search_sources(connection, search, limit)

    def history(self, article_id: str, claim_id: str = "") -> list[LogEntry]:
        """What was done to an article, or to one claim of it, oldest first; with no id, to the desk's rules."""
        with self._reading() as connection:
            return list(log.entries(connection, article_id, claim_id))

    def trail(self, article_id: str) -> Trail:
        """The steps that people took on an article, as far back as they can be undone."""
        with self._reading() as connection:
            return log.trail(connection, article_id)

    def head(self) -> LogHead:
        """The last entry of the record."""
        with self._reading() as connection:
            return log.head(connection)

    def view(self, article_id: str) -> dict[str, ViewValue]:
        """Where a reader of the article left off; empty when nobody did."""
        query = "SELECT view FROM view_state WHERE article_id = ?"
        with self._reading() as connection:
            row = connection.execute(query, (article_id,)).fetchone()
            with as_written():
                kept: dict[str, ViewValue] = json.loads(row[0]) if row else {}
        return kept

    def same_text(self, sha256: str) -> str | None:
        """The id of an article that has a draft with this very text; None when there is none."""
        query = "SELECT article_id FROM drafts WHERE sha256 = ? LIMIT 1"
        with self._reading() as connection:
            row = connection.execute(query, (sha256,)).fetchone()
        return row[0] if row else None

    def check(self) -> list[str]:
        """What is wrong with the file, in sentences; empty when every page, reference, row and log entry holds."""
        with self._reading() as connection:
            return list(verifying.problems(connection))

    def verify(self) -> Iterator[Progress | str]:
        """What is wrong with the file and with the vault, each in a sentence, and how far the files are looked at."""
        yield from self.check()
        yield from verifying.files(self.vault, self.kept_files())

    def unsealed(self) -> int:
        """How many records an earlier version kept by their number alone, so that none can be held against them."""
        with self._reading() as connection:
            return verifying.unsealed(connection)

    def kept_files(self) -> list[KeptFile]:
        """What the vault must hold, each content once, in the order it came."""
        query = f"SELECT {KEPT_FILES.selected} FROM kept_files GROUP BY sha256 ORDER BY number"
        with self._reading() as connection, as_written():
            rows = connection.execute(query).fetchall()
            return [kept for row in rows if isinstance(kept := KEPT_FILES.from_row(*row), KeptFile)]

    def entries_sealed(self, digits: str) -> list[LogEntry]:
        """The entries whose SHA-256 begins with these digits, as a report prints them; spaces do not count."""
        with self._reading() as connection:
            return list(log.entries_sealed(connection, digits))

    # How the file is reached

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        if self.read_only_reason:
            raise CasebookReadOnly(self.read_only_reason)
        connection = self._connection
        with told_when_writing(self.path), self._making_sense():
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with told_when_reading(self.path), self._making_sense():
            self._connection.execute("BEGIN")  # one state of the file for all that is read
            try:
                yield self._connection
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("COMMIT")

    @contextmanager
    def _making_sense(self) -> Iterator[None]:
        """Tells a table that was changed, in which nothing is found under its name, from a fault of ours."""
        try:
            yield
        except sqlite3.OperationalError as error:
            is_question = primary_code(error) == sqlite3.SQLITE_ERROR
            if is_question and verifying.has_other_tables(self._connection):
                raise UnreadableRow from error
            raise


def _written(connection: sqlite3.Connection, change: Change, edits: list[RowEdit]) -> LogEntry:
    refuse_signed(connection, change)
    if change.verb is Verb.PROPOSE:
        refuse_doubles(connection, edits)
    perform(connection, edits)
    return log.append(connection, change, log.encode(change, edits))


def _article(connection: sqlite3.Connection, article_id: str) -> Article:
    row = connection.execute(_ARTICLE, (article_id,)).fetchone()
    if row is None:
        raise NoSuchRecord(f"The casebook has no article with the id {article_id}.")
    with as_written():
        return article_from(*row)


def _all(connection: sqlite3.Connection, table: Table) -> Iterator[Record]:
    query = f"SELECT {table.selected} FROM {table.name} ORDER BY number"
    with as_written():
        for row in connection.execute(query):
            yield table.from_row(*row)
