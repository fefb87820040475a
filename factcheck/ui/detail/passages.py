"""Looks whether the passage quoted from a source still stands in the copy that was kept of it."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from factcheck.errors import UnreadableFile
from factcheck.model.case import Case
from factcheck.model.evidence import Evidence, FileState, KeptFile
from factcheck.model.passage import stands_in
from factcheck.storage import Progress, Vault
from factcheck.ui.session import Session
from factcheck.ui.tasks import Task, Tasks

_LARGEST = 32 << 20  # bytes of a file that is read without being asked for
_WEB_PAGES = (".html", ".htm", ".xhtml")


class Found(StrEnum):
    """What came of looking for a passage."""

    THERE = "The quoted words stand in the kept copy."
    NOT_THERE = "The quoted words were not found in the kept copy."
    NO_TEXT = "The kept copy has no text that could be looked through."
    CHANGED = "The kept copy was changed since it was attached."
    MISSING = "The kept copy is missing."

    @property
    def is_well(self) -> bool:
        return self is Found.THERE


class PassageLooker(QObject):
    """One look at a time, off the GUI thread; what was found once is not looked for again while the program runs."""

    found = Signal(str, object)  # the id of the evidence, and a Found

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = Tasks(self)
        self._task: Task | None = None
        self._known: dict[tuple[str, str], Found] = {}
        session.closing.connect(self.stop)

    def look(self, case: Case, evidence: Sequence[Evidence]) -> None:
        """Look for what these quote; a look under way for another claim is given up."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        asked = []
        for one in evidence:
            kept = case.kept_file(one.source_id)
            if kept is None or not one.passage or kept.size > _LARGEST:
                continue
            known = self._known.get((kept.sha256, one.passage))
            if known is not None and self._is_as_long(kept):
                self.found.emit(one.id, known)
            else:
                asked.append((one, kept))
        if asked:
            job = _looks(asked, self._session.casebook.vault)
            self._task = self._tasks.start(job, on_progress=self._take)

    def _is_as_long(self, kept: KeptFile) -> bool:
        """Whether the copy is there in its length, so that what was found in it still tells something."""
        path = self._session.casebook.vault.place_of(kept.sha256)
        try:
            return path is not None and path.stat().st_size == kept.size
        except OSError:
            return False

    def stop(self) -> None:
        """End the looking, and wait for it to end."""
        self._tasks.stop_all()

    def _take(self, item: tuple[Evidence, KeptFile, Found] | None) -> None:
        if item is not None:
            evidence, kept, found = item
            if found not in (Found.CHANGED, Found.MISSING):  # which somebody may mend meanwhile
                self._known[kept.sha256, evidence.passage] = found
            self.found.emit(evidence.id, found)


def _looks(
    asked: Sequence[tuple[Evidence, KeptFile]], vault: Vault
) -> Iterator[tuple[Evidence, KeptFile, Found] | None]:
    """Each piece of evidence with what was found; None while one is looked at."""
    for evidence, kept in asked:
        state = FileState.MISSING
        for step in vault.look(kept.sha256):
            if isinstance(step, Progress):
                yield None
            else:
                state = step
        path = vault.place_of(kept.sha256)
        if path is None or state is FileState.MISSING:
            yield evidence, kept, Found.MISSING
        elif state is FileState.CHANGED:
            yield evidence, kept, Found.CHANGED
        else:
            for found in _look_in(path, evidence.passage):
                yield None if found is None else (evidence, kept, found)


def _look_in(path: Path, passage: str) -> Iterator[Found | None]:
    """What is found in a file that is as it was; None while it is read."""
    from factcheck.reading.apart import (
        read_apart,  # only who looks into a file waits for the readers
    )

    with closing(read_apart([path])) as reading:
        for item in reading:
            if item is None:
                yield None
                continue
            _, read = item
            if isinstance(read, UnreadableFile):
                yield Found.THERE if _on_whole_page(path, passage) else Found.NO_TEXT
            elif stands_in(passage, read.draft.text) or _on_whole_page(path, passage):
                yield Found.THERE
            else:
                yield Found.NOT_THERE


def _on_whole_page(path: Path, passage: str) -> bool:
    """Whether a web page has the passage beside its article, in a table or a box that reading leaves out."""
    if path.suffix not in _WEB_PAGES:
        return False
    from factcheck.reading import read_rich_text
    from factcheck.reading.encodings import decode

    try:
        page = decode(path.read_bytes(), path.name)
        return stands_in(passage, read_rich_text(page, datetime.now(UTC)).draft.text)
    except (OSError, UnreadableFile):
        return False
