"""Signing an article off, and opening it again."""

from collections.abc import Callable
from typing import Protocol

from factcheck.errors import FactcheckError
from factcheck.model.gate import OpenPoint
from factcheck.model.signing import reopen, sign_off
from factcheck.model.signoff import Stage
from factcheck.ui.session import Session


class Gate(Protocol):
    """The panel that knows what is open, and which stage comes next."""

    points: list[OpenPoint]

    @property
    def is_looking(self) -> bool: ...

    def refresh(self) -> None: ...

    def stage(self) -> Stage | None: ...


class Signing:
    """Each is recorded with name and time and is no step to undo: a signed article is opened again, with a reason."""

    def __init__(
        self,
        session: Session,
        gate: Gate,
        show_gate: Callable[[], None],
        may_sign: Callable[[str, str], bool],
        ask_reason: Callable[[], str | None],
    ) -> None:
        self._session = session
        self._gate = gate
        self._show_gate = show_gate
        self._may_sign = may_sign
        self._ask_reason = ask_reason

    def sign_off(self) -> None:
        """The next stage passed, after a question; what is open is shown instead where the stage asks for nothing open."""
        session = self._session
        if session.casebook.read_only_reason:
            session.told.emit(session.casebook.read_only_reason)
            return
        self._gate.refresh()
        stage = self._gate.stage()
        if stage is None:
            session.told.emit("This draft has passed every stage.")
        elif stage.is_gated and self._gate.is_looking:
            session.told.emit("The article is still being held against itself; try again.")
        elif stage.is_gated and self._gate.points:
            self._show_gate()
            session.told.emit("The article cannot be signed off while these are open.")
        elif self._may_sign(stage.name, session.checker):
            self._record(stage)

    def _record(self, stage: Stage) -> None:
        session = self._session
        try:
            head = session.casebook.head()
        except FactcheckError as error:
            session.failed.emit(str(error))
            return
        if session.sign(sign_off(session.case, stage.name, head, session.stamp())):
            session.told.emit(f"Signed off as {stage.name.lower()}. The article is locked.")

    def reopen(self) -> None:
        """The signed article open to edits again, for a reason that the record keeps."""
        session = self._session
        if not session.case.sign_offs():
            session.told.emit("This draft is not signed off.")
            return
        reason = self._ask_reason()
        if reason and session.sign(reopen(session.case, reason, session.stamp())):
            session.told.emit("The article is open again; its sign-offs are taken back.")
