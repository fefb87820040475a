"""Holds the open article against itself in the background, and keeps which finding one is at."""

from collections.abc import Iterator
from operator import attrgetter

from PySide6.QtCore import QObject, QTimer, Signal

from factcheck import workflow
from factcheck.consistency.entities import Entity
from factcheck.model.case import Case
from factcheck.model.change import Change, Verb
from factcheck.model.finding import Finding, Outcome
from factcheck.model.text import TextPosition
from factcheck.ui.session import Session
from factcheck.ui.tasks import Task, Tasks

_ABOUT_FINDINGS = frozenset({Verb.EXPLAIN, Verb.REOPEN_FINDING})
_SOON = 300  # milliseconds between an edit of claims and another look at what the findings stand on
_MOVES_CLAIMS = frozenset({Verb.MARK, Verb.REDRAW, Verb.SPLIT, Verb.JOIN})


class Holding(QObject):
    """What the open article says against itself; worked out anew from its facts, never kept in the file."""

    changed = Signal()  # there are other findings, or one was explained or taken up again
    selection_changed = Signal()

    def __init__(self, session: Session, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._task: Task | None = None
        self._coming: list[Finding | Entity] = []
        self.findings: list[Finding] = []  # what cannot be right first, then in text order
        self.entities: list[Entity] = []  # in the order they are first named
        self._selected = ""
        self._later = QTimer(self, interval=_SOON, singleShot=True)
        self._later.timeout.connect(self.look)
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        session.selection_changed.connect(self._on_selected)

    @property
    def is_looking(self) -> bool:
        return self._task is not None or self._later.isActive()

    def look(self) -> None:
        """Hold the article against itself as it stands now."""
        self.stop()
        if not self._session.has_case:
            return
        self._coming = []
        job = _found_in(self._session.case.copy())
        self._task = self._tasks.start(job, on_done=self._on_done, on_progress=self._coming.append)

    def stop(self) -> None:
        """Give up a look that is under way."""
        self._later.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    # What was found

    def of(self, outcome: Outcome) -> list[Finding]:
        """The findings with this outcome."""
        return [finding for finding in self.findings if finding.outcome is outcome]

    def on_claim(self, claim_id: str) -> list[Finding]:
        """The findings that stand on a claim."""
        return [finding for finding in self.findings if claim_id in finding.claims]

    def is_explained(self, finding: Finding) -> bool:
        """Whether somebody has settled it."""
        return self._session.case.explanation(finding.key) is not None

    def waits(self, finding: Finding) -> bool:
        """Whether it asks for something: it does not agree, and nobody has settled it."""
        return finding.outcome is not Outcome.CONSISTENT and not self.is_explained(finding)

    # The selected finding

    @property
    def selected(self) -> Finding | None:
        return next((f for f in self.findings if _id_of(f) == self._selected), None)

    def select(self, finding: Finding | None) -> None:
        """Be at a finding, or at none."""
        chosen = "" if finding is None else _id_of(finding)
        if chosen != self._selected:
            self._selected = chosen
            self.selection_changed.emit()

    def go_to(self, position: TextPosition) -> None:
        """Show a place of the selected finding, with the claim that stands there selected."""
        case = self._session.case
        around = [c for c in case.claims_over(position) if c.position.contains(position)]
        if around:
            self._session.select(min(around, key=lambda claim: len(claim.position)).id)
        self._session.show_place(position)

    # Keeping in step

    def _on_opened(self) -> None:
        self.stop()
        self._show([], [])

    def _on_changed(self, change: Change) -> None:
        if change.verb in _ABOUT_FINDINGS:
            self.changed.emit()
        elif change.verb in _MOVES_CLAIMS:
            self._later.start()

    def _on_selected(self, claim_id: str) -> None:
        """A checker who goes on to a claim elsewhere is at the finding no more."""
        finding = self.selected
        if claim_id and finding is not None:
            here = self._session.case.claim(claim_id).position
            if not any(place.overlaps(here) for place in finding.places):
                self.select(None)

    def _on_done(self) -> None:
        self._task = None
        findings = [found for found in self._coming if isinstance(found, Finding)]
        entities = [found for found in self._coming if isinstance(found, Entity)]
        self._show(sorted(findings, key=attrgetter("in_order")), entities)

    def _show(self, findings: list[Finding], entities: list[Entity]) -> None:
        before = self.selected
        self.findings, self.entities = findings, entities
        self.changed.emit()
        if before is not None and self.selected is None:
            self._selected = ""
            self.selection_changed.emit()


def _found_in(case: Case) -> Iterator[Finding | Entity]:
    """The findings of an article, then the names in it."""
    yield from workflow.held_against_itself(case)
    yield from workflow.entities_of(case)


def _id_of(finding: Finding) -> str:
    """Tells apart two findings of one rule in one sentence, whose keys may be the same."""
    places = ",".join(f"{place.start}-{place.end}" for place in finding.places)
    return f"{finding.key}:{places}"
