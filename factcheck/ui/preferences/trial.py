"""Tries a rule of the desk's in the background and lists the places it finds."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QListWidget

from factcheck.errors import FactcheckError
from factcheck.model.claim import Claim
from factcheck.model.detected import DetectedBlock
from factcheck.model.rule import DeskRule
from factcheck.model.text import CONTEXT
from factcheck.ui.desk import Desk
from factcheck.ui.tasks import Task

SHOWN = 200  # places


class Trial(QObject):
    """One look at a time; what it comes to is told in a sentence, a wrong rule too."""

    ended = Signal()

    def __init__(
        self, desk: Desk, places: QListWidget, tell: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._places = places
        self._tell = tell
        self._task: Task | None = None
        self._count = 0
        self._problems: dict[str, None] = {}

    def start(self, rule: DeskRule) -> None:
        """Look for what the rule finds in the open article."""
        self._begin()
        self._tell("Looking through the article …")
        self._task = self._desk.try_on_article(rule, self._on_found, self._on_done, self._on_failed)

    def look_at(self, rule: DeskRule, on_done: Callable[[], None]) -> None:
        """Call ``on_done`` where the rule can be used; else say why it cannot."""
        self.stop()
        self._task = self._desk.look_at(rule, on_done, self._on_failed)

    def stop(self) -> None:
        """Give up the look that is under way."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def forget(self) -> None:
        """What was found belongs to another rule now."""
        self.stop()
        self._places.clear()
        self._tell("")
        self.ended.emit()

    def _begin(self) -> None:
        self.stop()
        self._places.clear()
        self._count = 0
        self._problems = {}

    def _on_found(self, found: DetectedBlock) -> None:
        self._problems |= dict.fromkeys(found.problems)
        for claim in found.claims:
            self._count += 1
            if self._count <= SHOWN:
                self._places.addItem(_line(claim))

    def _on_done(self) -> None:
        self._task = None
        self._tell(" ".join([_outcome(self._count), *self._problems]))
        self.ended.emit()

    def _on_failed(self, error: Exception) -> None:
        self._task = None
        self.ended.emit()
        if not isinstance(error, FactcheckError):
            raise error  # our bug: on to the hook that shows it
        self._tell(str(error))


def _outcome(count: int) -> str:
    if count == 0:
        return "Nothing in the open article."
    if count == 1:
        return "One place in the open article."
    shown = f"; the first {SHOWN} are listed" if count > SHOWN else ""
    return f"{count:,} places in the open article{shown}."


def _line(claim: Claim) -> str:
    """The words, and what stands around them."""
    quote = claim.anchor.quote
    words = " ".join(quote.exact.split())
    # of its own line, and whole words only where the line goes on
    before, after = quote.prefix.rpartition("\n")[2], quote.suffix.partition("\n")[0]
    if len(before) == CONTEXT:
        before = f"… {before.partition(' ')[2]}"
    if len(after) == CONTEXT:
        after = f"{after.rpartition(' ')[0]} …"
    around = " ".join(f"{before}{quote.exact}{after}".split())
    return f"{words}   ·   {around}"
