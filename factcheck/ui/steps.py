"""The steps that can be undone, those of earlier sittings too."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from factcheck.model.change import Change, Stamp
from factcheck.model.trail import Trail


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
        self._trail = Trail()
        self._earlier: frozenset[str] = frozenset()

    @property
    def can_undo(self) -> bool:
        return bool(self._trail.done)

    @property
    def can_redo(self) -> bool:
        return bool(self._trail.undone)

    def __len__(self) -> int:
        """How many steps can be undone."""
        return len(self._trail.done)

    @property
    def last(self) -> Change | None:
        """The step that undo would undo."""
        return self._trail.done[-1] if self._trail.done else None

    @property
    def next(self) -> Change | None:
        """The step that redo would take again."""
        return self._trail.undone[-1] if self._trail.undone else None

    def is_earlier(self, step: Change) -> bool:
        """Whether the step was taken in an earlier sitting, or by somebody else."""
        return step.id in self._earlier

    def begin(self, trail: Trail) -> None:
        """Go on from the steps that the record tells of."""
        self._trail = trail
        self._earlier = frozenset(step.id for step in (*trail.done, *trail.undone))
        self.changed.emit()

    def do(self, change: Change, goes_on: bool = False) -> bool:
        """Perform a step; one that ``goes_on`` is undone together with the last, where that is of the same sort."""
        last = self.last
        if goes_on and last is not None and _is_same_work(last, change):
            change = replace(change, follows=last.id)
        return self._take(change)

    def undo(self) -> bool:
        """Take the last step back; False where there is none or it could not be recorded."""
        return self.last is not None and self._take(self.last.inverse(self._stamp()))

    def redo(self) -> bool:
        """Take the step that was undone last again; False where there is none or it could not be recorded."""
        return self.next is not None and self._take(self.next.inverse(self._stamp()))

    def give_up(self, step: Change) -> None:
        """Forget a step that cannot be taken back or again."""
        for steps in (self._trail.done, self._trail.undone):
            if step in steps:
                steps.remove(step)
        self.changed.emit()

    def clear(self) -> None:
        """Forget every step."""
        self.begin(Trail())

    def _take(self, change: Change) -> bool:
        if not self._perform(change):
            return False
        self._trail.take(change)
        self.changed.emit()
        return True


def _is_same_work(last: Change, change: Change) -> bool:
    return (last.verb, last.claim_id) == (change.verb, change.claim_id)
