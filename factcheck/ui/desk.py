"""The desk's rules as the window sees them: read from the casebook, changed like everything else, tried first."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from factcheck.errors import FactcheckError
from factcheck.model.article import Block, Draft
from factcheck.model.change import Change
from factcheck.model.detected import DetectedBlock
from factcheck.model.rule import DeskRule, RuleRecord
from factcheck.model.rulebook import NO_RULES, Rulebook
from factcheck.ui.session import Session
from factcheck.ui.tasks import Task, Tasks


class Language(Protocol):
    """The language process, as far as the desk needs it."""

    def detect(
        self, draft: Draft, blocks: Sequence[Block], published: date | None, rules: Rulebook
    ) -> Iterator[DetectedBlock]: ...

    def try_rule(
        self, draft: Draft, blocks: Sequence[Block], rule: DeskRule
    ) -> Iterator[DetectedBlock]: ...


class Desk(QObject):
    """With an article open a change of the rules is one of its steps, and can be undone with them."""

    changed = Signal()  # the rules are others now

    def __init__(
        self, session: Session, tasks: Tasks, language: Language, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self._tasks = tasks
        self._language = language
        session.changed.connect(self._on_changed)

    @property
    def rules(self) -> Rulebook:
        """What the casebook says; nothing, after it was told why, where it cannot be read."""
        try:
            return self.session.casebook.rules()
        except FactcheckError as error:
            self.session.failed.emit(str(error))
            return NO_RULES

    def do(self, change: Change) -> bool:
        """Perform a change of the rules; False where it could not be recorded."""
        if self.session.has_case:
            return self.session.do(change)
        try:
            if change.edits:
                self.session.casebook.write(change)
        except FactcheckError as error:
            self.session.failed.emit(str(error))
            return False
        self.changed.emit()
        return True

    def find_claims(
        self, draft: Draft, blocks: Sequence[Block], published: date | None
    ) -> Iterator[DetectedBlock]:
        """What is found by the rules as they are now; called on the casebook’s own thread."""
        return self._language.detect(draft, blocks, published, self.rules)

    def look_at(
        self, rule: DeskRule, on_done: Callable[[], None], on_failed: Callable[[Exception], None]
    ) -> Task:
        """Find out whether the rule can be used at all."""
        nothing = Draft("", 1, "", "", "text", datetime.now(UTC))
        job = self._language.try_rule(nothing, (), rule)
        return self._tasks.start(job, on_done=on_done, on_failed=on_failed)

    def try_on_article(
        self,
        rule: DeskRule,
        on_found: Callable[[DetectedBlock], None],
        on_done: Callable[[], None],
        on_failed: Callable[[Exception], None],
    ) -> Task:
        """Look for what the rule alone finds in the open article; nothing of it is kept."""
        case = self.session.case
        blocks = [block for block in case.blocks if block.role.holds_claims]
        job = self._language.try_rule(case.draft, blocks, rule)
        return self._tasks.start(job, on_done=on_done, on_failed=on_failed, on_progress=on_found)

    def _on_changed(self, change: Change) -> None:
        if any(isinstance(edit.record, RuleRecord) for edit in change.edits):
            self.changed.emit()
