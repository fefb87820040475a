"""New drafts of the open article: taking one, going through what it changed, and putting right what it lost."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Protocol

from factcheck import workflow
from factcheck.errors import FactcheckError
from factcheck.model.article import Manuscript
from factcheck.model.case import Case
from factcheck.model.claim import Claim
from factcheck.model.fate import FateKind, Revision
from factcheck.model.revising import attach_again, keep_verdict
from factcheck.model.text import trimmed
from factcheck.ui.dialogs import Dropped
from factcheck.ui.session import Session
from factcheck.ui.settings import Settings
from factcheck.ui.tasks import Task, Tasks


class DraftAsker(Protocol):
    """Questions about a draft; None where the person put them away."""

    def draft(self, folder: Path) -> Path | None: ...

    def draft_or_article(self, file: str, title: str) -> Dropped | None: ...


class Busy(Protocol):
    """Where a long job says that it is under way."""

    def show_busy(self, sentence: str, stop: Callable[[], None]) -> None: ...

    def clear_busy(self) -> None: ...


class Fates(Protocol):
    """The list of what became of the claims."""

    @property
    def gone(self) -> str: ...

    def show_claim(self, claim_id: str) -> None: ...


class Drafting:
    """Reads and follows in the background, records on the GUI thread, and opens the article with its new draft."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        tasks: Tasks,
        ask: DraftAsker,
        busy: Busy,
        fates: Fates,
        open_files: Callable[[Sequence[Path]], None],
        show_fates: Callable[[], None],
    ) -> None:
        self._session = session
        self._settings = settings
        self._tasks = tasks
        self._ask = ask
        self._busy = busy
        self._fates = fates
        self._open_files = open_files
        self._show_fates = show_fates

    # Taking one

    def open_draft(self) -> None:
        """Ask for the file of the next draft and take it."""
        if not self._refused() and (path := self._ask.draft(self._settings.folder)) is not None:
            self.take(path)

    def take_dropped(self, paths: Sequence[Path]) -> None:
        """Files dropped on the window: one on an open article may be its next draft."""
        if len(paths) != 1 or not self._session.has_case or self._session.casebook.read_only_reason:
            self._open_files(paths)
            return
        what = self._ask.draft_or_article(paths[0].name, self._session.case.article.title)
        if what is Dropped.DRAFT:
            self.take(paths[0])
        elif what is Dropped.ARTICLE:
            self._open_files(paths)

    def take(self, path: Path) -> None:
        """Read a file and follow every claim of the open article into it."""
        article_id = self._session.case.article.id

        def read(result: tuple[Path, Manuscript | FactcheckError] | None) -> None:
            if result is not None:
                self._on_read(article_id, *result)

        task = self._tasks.start(_read_one(path), on_progress=read, on_failed=self._on_failed)
        self._show_busy(f"Reading {path.name}…", task)

    def _on_read(self, article_id: str, path: Path, result: Manuscript | FactcheckError) -> None:
        self._busy.clear_busy()
        try:
            if isinstance(result, FactcheckError):
                raise result
            if self._is_still_open(article_id):
                self._settings.folder = path.parent
                self._follow(workflow.next_draft(self._session.case, result), path)
        except FactcheckError as error:
            self._session.failed.emit(str(error))

    def _follow(self, following: Manuscript, path: Path) -> None:
        case = self._session.case.copy()
        earlier = workflow.earlier_drafts(self._session.casebook, case)
        task = self._tasks.start(
            _followed(case, following, earlier),
            on_progress=lambda fates: self._on_followed(case, following, fates, path),
            on_failed=self._on_failed,
        )
        self._show_busy(f"Following the claims into {path.name}…", task)

    def _on_followed(
        self, before: Case, following: Manuscript, fates: Revision, path: Path
    ) -> None:
        self._busy.clear_busy()
        session = self._session
        if not self._is_still_open(before.article.id):
            return
        if _claims_of(before) != _claims_of(session.case):
            self._follow(following, path)  # a claim came, went or was drawn otherwise meanwhile
            return
        try:
            stamp = session.stamp()
            workflow.record_draft(session.casebook, session.case, following, fates, stamp, path)
            session.open(before.article.id)
        except FactcheckError as error:
            session.failed.emit(str(error))
            return
        self._show_fates()
        session.told.emit(_told(session.case))
        if following.notes:
            session.noted.emit("\n\n".join(following.notes))

    def _is_still_open(self, article_id: str) -> bool:
        session = self._session
        if session.has_case and session.case.article.id == article_id:
            return True
        session.told.emit("Another article was opened meanwhile, so the draft was not taken.")
        return False

    def _show_busy(self, sentence: str, task: Task) -> None:
        def give_up() -> None:
            task.cancel()
            self._busy.clear_busy()
            self._session.told.emit("Stopped. Nothing was changed.")

        self._busy.show_busy(sentence, give_up)

    def _on_failed(self, error: Exception) -> None:
        self._busy.clear_busy()
        if not isinstance(error, FactcheckError):
            raise error  # our bug: on to the hook that shows it
        self._session.failed.emit(str(error))

    def _refused(self) -> bool:
        # an article that is signed off takes a new draft, which is not
        if reason := self._session.casebook.read_only_reason:
            self._session.failed.emit(reason)
        return bool(reason)

    # Going through it

    def next_change(self) -> None:
        """The next claim that this draft changed or brought and nobody has checked, from where the checker is."""
        session, case = self._session, self._session.case
        waiting = [claim for claim in case.claims() if self._waits(claim)]
        if case.draft.number == 1:
            session.told.emit("This is the first draft.")
        elif not waiting:
            session.told.emit("Everything that is new in this draft has been checked.")
        else:
            here = session.here.start
            selected = session.selected
            later = [c for c in waiting if c.position.start >= here and c.id != selected] or waiting
            session.select(later[0].id)
            self._fates.show_claim(later[0].id)

    def _waits(self, claim: Claim) -> bool:
        fate = self._session.case.fate(claim.id)
        is_new = fate is None or fate.kind is FateKind.CHANGED
        return is_new and self._session.case.is_open(claim.id)

    # Putting right

    def keep_verdict(self) -> None:
        """The verdict on the old words of the selected claim given to the new ones: the same claim after all."""
        session, claim_id = self._session, self._session.selected
        fate = session.case.fate(claim_id)
        if fate is None or fate.dropped is None:
            session.told.emit("This claim lost no verdict to a new draft.")
        elif session.case.verdict(claim_id) is not None:
            session.told.emit("This claim has a verdict again already.")
        else:
            session.do(keep_verdict(session.case, claim_id, session.stamp()))

    def attach_again(self) -> None:
        """The claim chosen among those that are gone put on the words chosen in the article."""
        session, gone = self._session, self._fates.gone
        if not gone:
            session.told.emit("Choose a claim that is gone in the list of the draft first.")
        elif not len(trimmed(session.case.text, session.chosen)):
            session.told.emit("Select the words in the article that are this claim now.")
        elif session.do(attach_again(session.case, gone, session.chosen, session.stamp())):
            session.select(gone)


def _claims_of(case: Case) -> set[Claim]:
    return {record for record in case.records() if isinstance(record, Claim)}


def _told(case: Case) -> str:
    fates = [fate for c in (*case.claims(), *case.drawer()) if (fate := case.fate(c.id))]
    dropped = sum(fate.dropped is not None for fate in fates)
    gone = sum(fate.kind is FateKind.GONE for fate in fates)
    verdicts = "1 verdict" if dropped == 1 else f"{dropped or 'no'} verdicts"
    return f"Draft {case.draft.number} is open: {verdicts} dropped, {gone or 'no'} {'claim' if gone == 1 else 'claims'} gone."


def _read_one(path: Path) -> Iterator[Any]:
    """The file with its manuscript, or with the reason why it is none; None while it is waited for."""
    from factcheck.reading.apart import read_apart  # only who opens a file waits for the readers

    with closing(read_apart([path])) as reading:
        yield from reading


def _followed(case: Case, following: Manuscript, earlier: workflow.Earlier) -> Iterator[Revision]:
    yield workflow.what_became(case, following, earlier)
