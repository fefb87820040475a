"""What a person decides about findings of the article against itself."""

from collections.abc import Callable

from factcheck.model.explaining import explain, reopen
from factcheck.model.finding import Finding, Outcome
from factcheck.ui.holding import Holding
from factcheck.ui.session import Session


class Settling:
    """Settles the selected finding, or takes it up again."""

    def __init__(
        self, session: Session, holding: Holding, ask_why: Callable[[Finding], str | None]
    ) -> None:
        self._session = session
        self._holding = holding
        self._ask_why = ask_why

    def explain(self) -> None:
        """The finding explained with a note; open again where it was explained before."""
        finding, session = self._holding.selected, self._session
        if finding is None:
            session.told.emit("Select a finding first: F goes to the next one.")
        elif finding.outcome is Outcome.CONSISTENT:
            session.told.emit("This agrees; there is nothing to explain.")
        elif session.case.explanation(finding.key) is not None:
            if session.do(reopen(session.case, finding, session.stamp())):
                session.told.emit("The finding is open again.")
        elif (note := self._ask_why(finding)) is not None:
            session.do(explain(session.case, finding, note, session.stamp()))
