"""The open case as Qt sees it: what changed, what is selected, what can be undone."""

from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from factcheck.errors import FactcheckError
from factcheck.model.case import Case
from factcheck.model.change import Change, Stamp
from factcheck.model.claim import Claim
from factcheck.model.signing import locked_reason
from factcheck.model.text import TextPosition
from factcheck.model.trail import Trail, is_as_left
from factcheck.storage import Casebook
from factcheck.ui.steps import Steps


class Session(QObject):
    """One case at a time. ``do`` is the only way in: the file first, then memory, then the screen."""

    closing = (
        Signal()
    )  # the open case is about to give way: what is half written must be recorded now
    opened = Signal()  # another case, or none, is open
    changed = Signal(object)  # the Change that was just performed: done, undone, redone or proposed
    selection_changed = Signal(str)  # the selected claim's id, or ""
    recorded = Signal(object)  # the UTC datetime at which the last change reached the file
    place_wanted = Signal(object)  # a TextPosition to go to, with the caret and the keyboard
    place_shown = Signal(object)  # a TextPosition to show; the keyboard stays where it is
    failed = Signal(str)  # what could not be done, in a sentence
    noted = Signal(str)  # what was done but must not be missed, in a sentence or several
    damaged = Signal(object)  # the path of a casebook that does not open since it is damaged
    told = Signal(str)  # a hint, in a sentence

    def __init__(self, casebook: Casebook, checker: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.casebook = casebook
        self.checker = checker
        self.steps = Steps(self._perform, self.stamp, self)
        self._case: Case | None = None
        self._selected = ""
        self._chosen = TextPosition(0, 0)
        self._here = TextPosition(0, 0)

    # The case

    @property
    def case(self) -> Case:
        """The open case; RuntimeError while there is none."""
        if self._case is None:
            raise RuntimeError("no article is open")
        return self._case

    @property
    def has_case(self) -> bool:
        return self._case is not None

    @property
    def read_only_reason(self) -> str:
        """Why nothing can be changed, or empty: the casebook may only be read, or the article is signed off."""
        if self.casebook.read_only_reason or self._case is None:
            return self.casebook.read_only_reason
        return locked_reason(self._case)

    def open(self, article_id: str) -> None:
        """Show an article of the casebook; FactcheckError leaves the one before it open."""
        self._finish()
        self._show(self.casebook.load(article_id), self._trail(article_id))

    def close_case(self) -> None:
        """Back to the start page."""
        self._finish()
        self._show(None)

    def use(self, casebook: Casebook) -> None:
        """Work in another casebook; the one before it is closed."""
        self._finish()
        before, self.casebook = self.casebook, casebook
        self._show(None)
        before.close()

    def _finish(self) -> None:
        if self._case is not None:
            self.closing.emit()

    def _trail(self, article_id: str) -> Trail:
        try:
            return self.casebook.trail(article_id)
        except FactcheckError:  # steps from before are a comfort; the article itself was read
            return Trail()

    def _show(self, case: Case | None, trail: Trail | None = None) -> None:
        self._case = case
        self._selected = ""
        self._chosen = self._here = TextPosition(0, 0)
        self.steps.begin(trail or Trail())
        self.selection_changed.emit("")
        self.opened.emit()

    # The selected claim

    @property
    def selected(self) -> str:
        """The id of the selected claim, or empty."""
        return self._selected

    @property
    def selected_claim(self) -> Claim | None:
        if self._case is None or not self._selected:
            return None
        return self._case.claim(self._selected)

    def select(self, claim_id: str) -> None:
        """Select a claim of the case, or none with an empty id."""
        if claim_id and not self._can_select(claim_id):
            claim_id = ""
        if claim_id and self._case is not None:
            self._here = self._case.claim(claim_id).position
        if claim_id != self._selected:
            self._selected = claim_id
            self.selection_changed.emit(claim_id)

    def _can_select(self, claim_id: str) -> bool:
        """Whether there is such a claim, and its part of the page is not silent."""
        case = self._case
        there = case is not None and case.has_claim(claim_id)
        return case is not None and there and not case.is_muted(case.claim(claim_id))

    # The words chosen in the article

    @property
    def chosen(self) -> TextPosition:
        """The words selected in the article; empty, at the caret, where none are."""
        return self._chosen

    def choose(self, position: TextPosition) -> None:
        """Note which words are selected in the article; a claim that they are not part of is selected no more."""
        if (claim := self.selected_claim) is not None:
            here = claim.position
            if position.end < here.start or position.start > here.end:
                self.select("")
        self._here = self._chosen = position

    @property
    def here(self) -> TextPosition:
        """Where the checker is: the claim she selected or the words she chose, whichever came last."""
        return self._here

    def go_to(self, position: TextPosition) -> None:
        """Show a place of the article and put the caret there."""
        self.place_wanted.emit(position)

    def show_place(self, position: TextPosition) -> None:
        """Show a place of the article and put the caret there; the keyboard stays where it is."""
        self.place_shown.emit(position)

    # Changes

    def stamp(self) -> Stamp:
        """Now, by the checker at the desk."""
        return Stamp(self.checker, datetime.now(UTC))

    def do(self, change: Change, *, goes_on: bool = False) -> bool:
        """Perform ``change`` as one step that can be undone; False where it could not be recorded.

        One that ``goes_on`` with what the last step did to the same claim becomes one step with it.
        """
        if not change.edits:
            return True
        return self.steps.do(change, goes_on)

    def propose(self, change: Change) -> bool:
        """Record what detection proposed: no step of a person's, so not one to undo."""
        return not change.edits or self._perform(change)

    def sign(self, change: Change) -> bool:
        """Record a sign-off or a re-opening, which no undo takes back, and show the article as it is locked now."""
        if not self._perform(change):
            return False
        here, selected = self.case.article.id, self._selected
        self.open(here)
        self.select(selected)
        return True

    def undo(self) -> bool:
        """Take the last step back; False where there is none or it could not be recorded."""
        return self._can_move(self.steps.last, "undone") and self.steps.undo()

    def redo(self) -> bool:
        """Take the step that was undone last again; False where there is none or it could not be recorded."""
        return self._can_move(self.steps.next, "done again") and self.steps.redo()

    def _can_move(self, step: Change | None, what: str) -> bool:
        """Whether what a step of an earlier sitting touched is still as it left it; said, and given up, where not."""
        if step is None or self._case is None or not self.steps.is_earlier(step):
            return step is not None
        try:
            records = (*self._case.records(), *self.casebook.rules().records())
        except FactcheckError as error:
            self.failed.emit(str(error))
            return False
        if not is_as_left(step, records):
            self.steps.give_up(step)
            self.told.emit(f"This cannot be {what}: what it changed was changed since.")
            return False
        return True

    def _perform(self, change: Change) -> bool:
        if self._case is None or change.article_id not in ("", self._case.article.id):
            # a question was answered after the article it was about had given way to another
            self.told.emit("Another article was opened meanwhile, so nothing was changed.")
            return False
        try:
            self.casebook.write(change)
        except FactcheckError as error:
            self.failed.emit(str(error))
            return False
        self._case.apply(change)
        if self._selected and not self._can_select(self._selected):
            self._selected = ""
            self.selection_changed.emit("")
        self.changed.emit(change)
        self.recorded.emit(change.stamp.at)
        return True
