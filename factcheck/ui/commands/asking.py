"""Questions to the people asked, and the answers that come back on a sheet."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from factcheck import workflow
from factcheck.errors import FactcheckError
from factcheck.model.correcting import write_part
from factcheck.model.correction import CorrectionPart
from factcheck.report.answers import Returned, claims_answered, claims_missing, returned
from factcheck.report.question_sheet import Sheet, write_sheet
from factcheck.report.questions import people_asked, questions_for
from factcheck.report.wording import counted, listed, quoted
from factcheck.ui.numbers import numbers_of
from factcheck.ui.session import Session
from factcheck.ui.settings import Settings


class SheetAsker(Protocol):
    """Questions about sheets; None where the person put them away."""

    def person(self, people: Sequence[str]) -> str | None: ...

    def sheet(self, folder: Path, name: str) -> Path | None: ...

    def returned_sheet(self, folder: Path) -> Path | None: ...

    def may_take(self, sentence: str, answers: Sequence[str]) -> bool: ...


class Asking:
    """Writes a sheet for one person; takes answers onto the claims they belong to, after a question."""

    def __init__(self, session: Session, settings: Settings, asker: SheetAsker) -> None:
        self._session = session
        self._settings = settings
        self._ask = asker

    def write_questions(self) -> None:
        session, settings = self._session, self._settings
        people = people_asked(session.case)
        if not people:
            session.told.emit("No claim waits for anybody. W says whom one waits for.")
            return
        to = people[0] if len(people) == 1 else self._ask.person(people)
        title = session.case.article.title
        path = self._ask.sheet(settings.folder, f"{title} – questions for {to}") if to else None
        if to is None or path is None:
            return
        settings.folder = path.parent
        asked, made = questions_for(session.case, to), datetime.now(UTC).astimezone()
        try:
            write_sheet(Sheet(title, to, session.checker, settings.desk, made, asked), path)
        except FactcheckError as error:
            session.failed.emit(str(error))
            return
        session.told.emit(f"{path.name}: {counted(len(asked), 'question')} for {to}.")

    def take_answers(self) -> None:
        """Read a sheet that came back, show what it would add, and record that where the person says so."""
        session = self._session
        path = self._ask.returned_sheet(self._settings.folder)
        if path is None:
            return
        self._settings.folder = path.parent
        try:
            sheet = returned(workflow.read(path).draft.text, path.name)
        except FactcheckError as error:
            session.failed.emit(str(error))
            return
        missing = claims_missing(session.case, sheet)
        if not claims_answered(session.case, sheet):
            why = "belongs to a claim of this article" if missing else "has an answer below it"
            session.failed.emit(f"Nothing was taken: no question in {path.name} {why}.")
        elif self._ask.may_take(self._summed_up(sheet, missing), self._told(sheet)):
            self._record(sheet)

    def _record(self, sheet: Returned) -> None:
        session = self._session
        answered = claims_answered(session.case, sheet)
        for claim, answer in answered:
            part, stamp = CorrectionPart.ANSWER, session.stamp()
            change = write_part(session.case, claim.id, part, answer.text, stamp, sheet.of)
            if not session.do(change):
                return
        session.select(answered[0][0].id)
        session.told.emit(f"{counted(len(answered), 'answer')} recorded.".capitalize())

    def _summed_up(self, sheet: Returned, missing: list[int]) -> str:
        count = len(claims_answered(self._session.case, sheet))
        who = f" by {sheet.of}" if sheet.of else ""
        told = f"Record {counted(count, 'answer')}{who} on the claims they belong to?"
        if missing:
            which = listed([str(number) for number in missing])
            noun = "question" if len(missing) == 1 else "questions"
            told += (
                f" What is said to {noun} {which} is left out: its claim is not in this article."
            )
        return told

    def _told(self, sheet: Returned) -> list[str]:
        """Each answer under its claim, and what it takes the place of."""
        case, numbers = self._session.case, numbers_of(self._session)
        told = []
        for claim, answer in claims_answered(case, sheet):
            correction = case.correction(claim.id)
            before = correction.answer if correction is not None else None
            instead = (
                f"\n(in place of: {before.text})" if before and before.text != answer.text else ""
            )
            told.append(f"{numbers.of(claim.id)}  {quoted(claim.text, 70)}\n{answer.text}{instead}")
        return told
