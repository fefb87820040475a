"""The steps that people took on an article, as undo and redo walk them.

It is made by taking every change in turn, so that the changes of a sitting and those read from the record after a
restart give the same trail.
"""

from collections.abc import Iterable

from factcheck.model.change import Change, Record


class Trail:
    """What can be undone, and what was undone and can be done again; the last of each comes first."""

    def __init__(self, done: Iterable[Change] = (), undone: Iterable[Change] = ()) -> None:
        self.done = list(done)
        self.undone = list(undone)

    def take(self, change: Change) -> None:
        """Note a change that was performed: a step, one that goes on with the last, or one taken back or again."""
        if change.undoes:
            if _take_out(self.done, change.undoes):
                self.undone.append(change)
            elif _take_out(self.undone, change.undoes):
                self.done.append(change)
            return
        self.undone.clear()
        if change.follows and self.done and self.done[-1].id == change.follows:
            change = self.done.pop().followed_by(change)
        if change.edits:
            self.done.append(change)

    def end_here(self) -> None:
        """Nothing before this can be undone any more."""
        self.done.clear()
        self.undone.clear()


def is_as_left(change: Change, records: Iterable[Record]) -> bool:
    """Whether every record that a change touched is, among these, still as the change left it."""
    touched = {edit.record.id: edit.after for edit in change.edits}
    found = {record.id: record for record in records if record.id in touched}
    return all(found.get(record_id) == after for record_id, after in touched.items())


def _take_out(steps: list[Change], change_id: str) -> bool:
    """Whether the step was there; the last one is looked at first, since it most often is the one."""
    for index in range(len(steps) - 1, -1, -1):
        if steps[index].id == change_id:
            del steps[index]
            return True
    return False
