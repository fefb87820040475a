"""Going back to a backup, and saving a casebook that is damaged."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

from factcheck.errors import FactcheckError
from factcheck.model.change import Stamp
from factcheck.storage import Backup, Casebook, backups_of, restore
from factcheck.ui.commands.filing import Busy
from factcheck.ui.dialogs.backups import Rescue, many
from factcheck.ui.session import Session
from factcheck.ui.settings import Settings
from factcheck.ui.tasks import Tasks
from factcheck.ui.when import time_words

_TOLD = 8  # sentences on what was lost
_NONE_YET = (
    "There is no backup of {name} yet. One is made a moment after a casebook was opened, every quarter of an hour of"
    " work, and when the window is closed."
)


class RescueAsker(Protocol):
    """Questions about backups; None where the person put them away."""

    def backup(self, name: str, backups: Sequence[Backup]) -> Backup | None: ...

    def rescue(self, name: str, has_backups: bool) -> Rescue | None: ...

    def tell(self, sentence: str) -> None: ...


class Restoring:
    """What the File menu does with backups, and what is offered where a casebook does not open."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        tasks: Tasks,
        ask: RescueAsker,
        busy: Busy,
        close: Callable[[], object],
    ) -> None:
        self._session = session
        self._settings = settings
        self._tasks = tasks
        self._ask = ask
        self._busy = busy
        self._close = close

    def restore_backup(self) -> None:
        """Put an earlier state in the place of the open casebook, which becomes a backup itself."""
        session, path = self._session, self._session.casebook.path
        if session.read_only_reason:
            session.failed.emit(session.read_only_reason)
            return
        backups = backups_of(path)
        if not backups:
            self._ask.tell(_NONE_YET.format(name=path.stem))
            return
        backup = self._ask.backup(path.stem, backups)
        if backup is None:
            return
        session.close_case()
        replaced = session.casebook.head()
        session.casebook.close()
        done = self._put_in_place(path, backup)
        if self._open(path) and done:
            session.casebook.note_restored(replaced, backup.made, session.stamp())
            when = time_words(backup.made, datetime.now(UTC))
            session.told.emit(f"The casebook is as it was at the backup of {when}.")

    def offer_rescue(self, path: Path) -> None:
        """Ask what to do with a casebook that is damaged, and do it."""
        backups = backups_of(path)
        chosen = self._ask.rescue(path.stem, bool(backups))
        if chosen is Rescue.RECOVER:
            self._recover(path)
        elif chosen is Rescue.RESTORE:
            backup = self._ask.backup(path.stem, backups)
            if backup is not None and self._put_in_place(path, backup):
                self._open(path)

    def _put_in_place(self, path: Path, backup: Backup) -> bool:
        try:
            restore(path, backup, datetime.now(UTC))
        except FactcheckError as error:
            self._session.failed.emit(str(error))
            return False
        return True

    def _open(self, path: Path) -> bool:
        """Work in this casebook; where it does not open, there is none to work in."""
        try:
            casebook = Casebook.open(path, exclusive=True)
        except FactcheckError as error:
            self._session.failed.emit(str(error))
            if self._session.casebook.path == path:
                self._close()
            return False
        self._session.use(casebook)
        self._settings.casebook = path
        return True

    def _recover(self, path: Path) -> None:
        out = _free_name(path)
        task = self._tasks.start(
            _saving(path, out, self._session.stamp()),
            on_progress=lambda item: self._on_saving(item, out),
            on_failed=self._on_failed,
        )

        def stop() -> None:
            task.cancel()
            self._busy.clear_busy()
            self._session.told.emit("Stopped. The damaged casebook is as it was.")

        self._busy.show_busy(f"Saving what can be read of {path.name}…", stop)

    def _on_saving(self, item: Any, out: Path) -> None:
        if isinstance(item, str):
            return
        self._busy.clear_busy()
        if not self._open(out):
            return
        lost = "\n".join(item.amiss[:_TOLD])
        more = f"\nAnd {len(item.amiss) - _TOLD} more." if len(item.amiss) > _TOLD else ""
        held = (
            f"{many(item.articles, 'article')} with {many(item.claims, 'claim')} could be saved."
            f" They are in {out.name}, which is open now."
        )
        self._ask.tell(
            f"{held}\n\nNot as it was:\n{lost}{more}" if lost else f"{held} Nothing is lost."
        )

    def _on_failed(self, error: Exception) -> None:
        self._busy.clear_busy()
        if not isinstance(error, FactcheckError):
            raise error  # our bug: on to the hook that shows it
        self._session.failed.emit(str(error))


def _saving(path: Path, out: Path, stamp: Stamp) -> Iterator[Any]:
    from factcheck.storage.recovering import recover  # only a damaged casebook needs it

    yield from recover(path, out, stamp)


def _free_name(path: Path) -> Path:
    """A name beside the casebook that is not taken."""
    out = path.with_name(f"{path.stem} recovered{path.suffix}")
    number = 2
    while out.exists():
        out = path.with_name(f"{path.stem} recovered {number}{path.suffix}")
        number += 1
    return out
