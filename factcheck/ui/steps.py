"""The steps a person took, to go back and forth over."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from factcheck.model.change import Change, Stamp


class Steps(QObject):
    """What can be undone and redone. A step that could not be recorded changes nothing here, so it can be tried again.

    QUndoStack would have moved already when a step fails, and can only drop it then: the next undo would be another's.
    """

    changed = Signal()  # what can be undone or redone is another step now

    def __init__(
        self,
        perform: Callable[[Change], bool],
        stamp: Callable[[], Stamp],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._perform = perform
        self._stamp = stamp
        self._done: list[Change] = []
        self._undone: list[Change] = []

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    def __len__(self) -> int:
        """How many steps can be undone."""
        return len(self._done)

    @property
    def last(self) -> Change | None:
        """The step that undo would undo."""
        return self._done[-1] if self._done else None

    @property
    def next(self) -> Change | None:
        """The step that redo would take again."""
        return self._undone[-1] if self._undone else None

    def do(self, change: Change, goes_on: bool = False) -> bool:
        """Perform a step; one that ``goes_on`` is undone together with the last, where that is of the same sort."""
        if not self._perform(change):
            return False
        self._undone.clear()
        last = self.last
        if goes_on and last is not None and _is_same_work(last, change):
            self._done[-1] = last.followed_by(change)
            if not self._done[-1].edits:
                self._done.pop()
        else:
            self._done.append(change)
        self.changed.emit()
        return True

    def undo(self) -> bool:
        """Take the last step back; False where there is none or it could not be recorded."""
        return self._move(self._done, self._undone)

    def redo(self) -> bool:
        """Take the step that was undone last again; False where there is none or it could not be recorded."""
        return self._move(self._undone, self._done)

    def clear(self) -> None:
        """Forget every step."""
        self._done.clear()
        self._undone.clear()
        self.changed.emit()

    def _move(self, source: list[Change], target: list[Change]) -> bool:
        if not source:
            return False
        back = source[-1].inverse(self._stamp())
        if not self._perform(back):
            return False
        source.pop()
        target.append(back)
        self.changed.emit()
        return True


def _is_same_work(last: Change, change: Change) -> bool:
    return (last.verb, last.claim_id) == (change.verb, change.claim_id)
