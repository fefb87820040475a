"""F goes from finding to finding, E settles one, and both margins and the detail panel know of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from factcheck.model.article import Role
from factcheck.model.detected import BlockFacts, Name, NameKind, TimeExpression
from factcheck.model.finding import Finding, Outcome
from factcheck.model.text import TextPosition
from factcheck.storage import Casebook
from factcheck.ui.article import ArticleView
from factcheck.ui.commands.moving import SETTLED, Moving
from factcheck.ui.commands.settling import Settling
from factcheck.ui.detail import DetailPanel
from factcheck.ui.detail.held import Held
from factcheck.ui.findings import FindingsPanel
from factcheck.ui.holding import Holding
from factcheck.ui.session import Session
from factcheck.ui.tasks import Tasks
from factcheck.ui.theme import Theme
from tests.gui.conftest import keep
from tests.gui.findings.conftest import CARS, OPENED, WEEKS, finding, place
from tests.makers import make_sentence


class _NoClaims:
    def shown_ids(self) -> list[str]:
        return []

    def row_of(self, claim_id: str) -> int:
        return -1


@pytest.fixture
def moving(session: Session, holding: Holding, panel: FindingsPanel) -> Moving:
    return Moving(session, _NoClaims(), (), holding, panel.show_finding)


@pytest.fixture
def told(session: Session) -> list[str]:
    sentences: list[str] = []
    session.told.connect(sentences.append)
    return sentences


def test_f_goes_through_what_asks_for_something_in_the_order_of_the_list_and_round(
    moving: Moving, holding: Holding, told: list[str]
) -> None:
    met: list[Finding | None] = []
    for _ in range(3):
        moving.next_finding()
        met.append(holding.selected)
    assert met == [WEEKS, CARS, WEEKS]  # what agrees asks for nothing
    assert told == ["Went on from the first finding."]
    moving.previous_finding()
    assert holding.selected is CARS


def test_f_goes_on_from_a_finding_that_agrees(moving: Moving, holding: Holding) -> None:
    holding.select(OPENED)
    moving.previous_finding()
    assert holding.selected is CARS


def test_what_is_explained_is_passed_by(
    moving: Moving, holding: Holding, session: Session, told: list[str]
) -> None:
    settling = Settling(session, holding, lambda _: "Asked the council.")
    holding.select(WEEKS)
    settling.explain()
    moving.next_finding()
    assert holding.selected is CARS
    settling.explain()
    moving.next_finding()
    assert told[-1] == SETTLED


def test_what_agrees_has_nothing_to_explain(
    holding: Holding, session: Session, told: list[str]
) -> None:
    holding.select(OPENED)
    Settling(session, holding, lambda _: "Asked.").explain()
    assert session.case.explanation(OPENED.key) is None
    assert told == ["This agrees; there is nothing to explain."]


def test_e_explains_and_the_same_key_opens_again(holding: Holding, session: Session) -> None:
    settling = Settling(session, holding, lambda _: "Two closures.")
    holding.select(WEEKS)
    settling.explain()
    said = session.case.explanation(WEEKS.key)
    assert said is not None and said.note == "Two closures."
    assert session.casebook.load("article").explanation(WEEKS.key) == said
    settling.explain()
    assert session.case.explanation(WEEKS.key) is None
    session.undo()
    assert session.case.explanation(WEEKS.key) == said


def test_a_question_put_away_settles_nothing(holding: Holding, session: Session) -> None:
    holding.select(WEEKS)
    Settling(session, holding, lambda _: None).explain()
    assert session.case.explanation(WEEKS.key) is None


def test_without_a_finding_e_says_what_to_do(
    holding: Holding, session: Session, told: list[str]
) -> None:
    Settling(session, holding, lambda _: "").explain()
    assert told == ["Select a finding first: F goes to the next one."]


def test_the_margin_marks_the_line_and_a_click_tells_the_finding(
    qtbot: QtBot, session: Session, holding: Holding, theme: Theme
) -> None:
    view = ArticleView(session, theme, None)
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    view.follow_findings(holding)
    holding.changed.emit()
    margin = view.findings_margin
    chosen: list[Finding] = []
    margin.chosen.connect(chosen.append)
    heights = [y for y in range(margin.height()) if margin.finding_under(QPointF(5, y)) is CARS]
    assert heights
    middle = QPointF(20, heights[len(heights) // 2]).toPoint()
    qtbot.mouseClick(margin, Qt.MouseButton.LeftButton, pos=middle)
    assert chosen == [CARS]


def test_the_places_of_the_selected_finding_lie_on_yellow(
    qtbot: QtBot, session: Session, holding: Holding, theme: Theme
) -> None:
    view = ArticleView(session, theme, None)
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    view.follow_findings(holding)
    yellow = theme.colour("current").name()

    def ground() -> bool:
        picture = view.pane.viewport().grab().toImage()
        rect = view.pane.sight.rect_of(place("every ten minutes"))
        return any(
            picture.pixelColor(x, y).name() == yellow
            for y in range(int(rect.top()), int(rect.bottom()), 3)
            for x in range(0, picture.width(), 2)
        )

    assert not ground()
    holding.select(WEEKS)
    assert ground()
    holding.select(None)
    assert not ground()


def test_the_detail_panel_tells_the_findings_on_its_claim(
    qtbot: QtBot, session: Session, holding: Holding, theme: Theme
) -> None:
    claim = next(c for c in session.case.claims() if c.text == "It carries 14,000 cars a day")
    on_claim = finding(CARS.outcome, "14,000 cars a day", claims=(claim.id,))
    holding.findings = [on_claim]
    detail = DetailPanel(session, theme, None, holding=holding)
    qtbot.addWidget(detail)
    detail.resize(560, 400)
    detail.show()
    session.select(claim.id)
    (held,) = detail.findChildren(Held)
    assert held.accessibleName() == f"to ask: {on_claim.message}"
    followed: list[Finding] = []
    detail.finding_followed.connect(followed.append)
    held.linkActivated.emit("0")
    assert followed == [on_claim]
    session.select("")
    other = next(c for c in session.case.claims() if c.text == "the mayor, Ida Bruun")
    session.select(other.id)
    assert not held.isVisible()


WRONG_DAY = "The bridge opened on Monday, 15 June 2022, with a band.\n"


@pytest.fixture
def wrong(tmp_path: Path) -> Iterator[Session]:
    """An article with a weekday that is not its date's, and a claim on it."""
    book = Casebook.open(tmp_path / "wrong.casebook")
    day = "Monday, 15 June 2022"
    start = WRONG_DAY.index(day)
    position = TextPosition(start, start + len(day))
    facts = BlockFacts(
        "draft",
        TextPosition(0, len(WRONG_DAY) - 1),
        times=(TimeExpression(position, "2022-06-15"),),
        names=(Name(TextPosition(4, 10), NameKind.PLACE),),
    )
    sentence = make_sentence(WRONG_DAY, WRONG_DAY.strip())
    keep(book, WRONG_DAY, (Role.BODY,), (), (sentence,), (facts,))
    opened = Session(book, "Ada Checker")
    opened.open("article")
    yield opened
    book.close()


def test_the_article_is_held_against_itself_in_the_background(
    qtbot: QtBot, wrong: Session, tasks: Tasks
) -> None:
    made = Holding(wrong, tasks, wrong)
    made.look()
    assert made.is_looking
    qtbot.waitUntil(lambda: not made.is_looking)
    (finding,) = made.of(Outcome.CONFLICT)
    assert "Wednesday" in finding.message
    assert [entity.name for entity in made.entities] == ["bridge"]
    made.look()
    wrong.close_case()
    assert not made.is_looking and made.findings == [] and made.entities == []


def test_a_claim_drawn_on_its_words_has_the_finding_on_it(
    qtbot: QtBot, wrong: Session, tasks: Tasks
) -> None:
    made = Holding(wrong, tasks, wrong)
    made.look()
    qtbot.waitUntil(lambda: not made.is_looking)
    assert made.findings[0].claims == ()
    start = WRONG_DAY.index("on Monday")
    wrong.do(wrong.case.mark(TextPosition(start, start + 23), wrong.stamp()))
    (claim,) = wrong.case.claims()
    qtbot.waitUntil(lambda: bool(made.on_claim(claim.id)), timeout=3000)


def test_going_on_to_a_claim_elsewhere_leaves_the_finding(
    holding: Holding, session: Session, panel: FindingsPanel
) -> None:
    panel.show_finding(OPENED)
    assert holding.selected is OPENED
    elsewhere = next(c for c in session.case.claims() if c.text == "the mayor, Ida Bruun")
    session.select(elsewhere.id)
    assert holding.selected is None
