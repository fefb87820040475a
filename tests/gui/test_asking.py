"""Questions leave for the people asked, and their answers come back onto the claims after a question."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from factcheck.model.correcting import write_part
from factcheck.model.correction import CorrectionPart
from factcheck.model.verdict import Rating, Waits
from factcheck.ui.commands.asking import Asking
from factcheck.ui.dialogs.answers import AnswersDialog
from factcheck.ui.dialogs.choose import person_dialog
from factcheck.ui.session import Session
from factcheck.ui.settings import Settings
from tests.gui.conftest import OLDEST
from tests.gui.naming import nameless


class Person:
    """Answers what the commands ask."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "sheet.txt"
        self.offered: list[str] = []
        self.whom: str | None = "the county"
        self.says_yes = True
        self.shown: tuple[str, list[str]] = ("", [])

    def person(self, people: Sequence[str]) -> str | None:
        self.offered = list(people)
        return self.whom

    def sheet(self, folder: Path, name: str) -> Path | None:
        return self.path

    def returned_sheet(self, folder: Path) -> Path | None:
        return self.path

    def may_take(self, sentence: str, answers: Sequence[str]) -> bool:
        self.shown = (sentence, list(answers))
        return self.says_yes


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return Person(tmp_path)


@pytest.fixture
def asking(session: Session, settings: Settings, person: Person) -> Asking:
    return Asking(session, settings, person)


@pytest.fixture
def told(session: Session) -> list[str]:
    said: list[str] = []
    session.told.connect(said.append)
    session.failed.connect(said.append)
    return said


def wait_for(session: Session, words: str, whom: str) -> str:
    """The id of the claim on these words, which now waits for an answer."""
    claim = next(claim for claim in session.case.claims() if claim.text == words)
    waiting = (Rating.WAITING, session.stamp(), whom, Waits.SOURCE)
    session.do(session.case.rate(claim.id, *waiting))
    return claim.id


def answer_of(session: Session, claim_id: str) -> tuple[str, str] | None:
    """What the casebook has as the answer, and whose it is."""
    correction = session.casebook.load("article").correction(claim_id)
    if correction is None or correction.answer is None:
        return None
    return correction.answer.text, correction.answer.of


def test_where_nobody_is_asked_it_says_so(asking: Asking, told: list[str]) -> None:
    asking.write_questions()
    assert told == ["No claim waits for anybody. W says whom one waits for."]


def test_of_several_people_one_is_chosen(
    session: Session, asking: Asking, person: Person, told: list[str]
) -> None:
    wait_for(session, OLDEST, "the county")
    wait_for(session, "opened in 1931", "the mayor")
    person.whom = None
    asking.write_questions()
    assert person.offered == ["the county", "the mayor"]
    assert not person.path.exists()
    person.whom = "the mayor"
    asking.write_questions()
    assert "opened in 1931" in person.path.read_text("utf-8-sig")
    assert told == ["sheet.txt: one question for the mayor."]


@pytest.mark.parametrize("name", ["sheet.txt", "sheet.docx"])
def test_answers_come_back_onto_their_claims(
    session: Session, asking: Asking, person: Person, told: list[str], name: str
) -> None:
    person.path = person.path.with_name(name)
    first, second = (wait_for(session, w, "the county") for w in (OLDEST, "opened in 1931"))
    asking.write_questions()
    # another claim before them, so that the numbers in the article are others now
    session.do(session.case.mark(session.case.blocks[1].position, session.stamp()))
    fill(person.path, ["The Mill Bridge is older.\nIt is of 1874.", "Yes, on 3 May 1931."])
    asking.take_answers()
    sentence, shown = person.shown
    assert sentence == "Record two answers by the county on the claims they belong to?"
    assert [words.split("\n")[1] for words in shown] == [
        "The Mill Bridge is older.",
        "Yes, on 3 May 1931.",
    ]
    text, of = answer_of(session, first) or ("", "")
    assert (text.split(), of) == (
        ["The", "Mill", "Bridge", "is", "older.", "It", "is", "of", "1874."],
        "the county",
    )
    assert answer_of(session, second) == ("Yes, on 3 May 1931.", "the county")
    assert told[-1] == "Two answers recorded."
    session.undo()
    assert answer_of(session, second) is None


def test_nothing_is_recorded_where_the_person_says_no(
    session: Session, asking: Asking, person: Person
) -> None:
    claim_id = wait_for(session, OLDEST, "the county")
    do_answer(session, claim_id, "Not yet known.")
    asking.write_questions()
    fill(person.path, ["No."])
    person.says_yes = False
    asking.take_answers()
    assert "(in place of: Not yet known.)" in person.shown[1][0]
    assert answer_of(session, claim_id) == ("Not yet known.", "")


def test_an_empty_answer_is_none(
    session: Session, asking: Asking, person: Person, told: list[str]
) -> None:
    wait_for(session, OLDEST, "the county")
    asking.write_questions()
    asking.take_answers()
    assert told[-1] == "Nothing was taken: no question in sheet.txt has an answer below it."
    assert person.shown == ("", [])


def test_the_sheet_of_another_article_is_refused(
    session: Session, asking: Asking, person: Person, told: list[str]
) -> None:
    person.path.write_text("Question 1 (ref. 00000000)\nAnswer: Yes.\n", "utf-8")
    asking.take_answers()
    assert told[-1].endswith("no question in sheet.txt belongs to a claim of this article.")


def test_another_file_is_refused_in_a_sentence(
    asking: Asking, person: Person, told: list[str]
) -> None:
    person.path.write_text("The council met on Tuesday and talked until midnight.\n", "utf-8")
    asking.take_answers()
    assert told[-1].startswith("“sheet.txt” holds no question of a sheet")


def test_the_dialogs_name_everything(qtbot: QtBot) -> None:
    answers = AnswersDialog(None, "Record one answer?", ["3  “Oldest”\nNo."])
    people = person_dialog(None, ["the county", "the mayor"])
    for dialog in (answers, people):
        qtbot.addWidget(dialog)
        dialog.show()
        assert nameless(dialog) == []
    assert people.answer == "the county"
    assert [b.text() for b in answers.findChildren(QPushButton)] == ["Record answers", "Cancel"]


def do_answer(session: Session, claim_id: str, words: str) -> None:
    part = CorrectionPart.ANSWER
    session.do(write_part(session.case, claim_id, part, words, session.stamp()))


def fill(path: Path, answers: Sequence[str]) -> None:
    """Write below each question, as its reader would."""
    if path.suffix == ".docx":
        document = Document(BytesIO(path.read_bytes()))
        paragraphs = document.paragraphs
        places = [n for n, p in enumerate(paragraphs) if p.text == "Answer:"]
        for place, answer in zip(places, answers, strict=True):
            paragraphs[place + 1].text = answer
        document.save(str(path))
        return
    text = path.read_text("utf-8-sig")
    for answer in answers:
        text = text.replace("Answer:\n\n", f"Answer:\n> {answer}\n", 1)
    path.write_text(text, "utf-8")
