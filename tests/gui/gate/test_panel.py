"""What is open before print, in the window: the list, the way to each point, signing off and opening again."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from factcheck.model.detected import BlockFacts
from factcheck.model.evidence import Source
from factcheck.model.text import TextPosition
from factcheck.model.verdict import Rating
from factcheck.ui.actions import Actions
from factcheck.ui.commands.signing import Signing
from factcheck.ui.gate import GatePanel
from factcheck.ui.holding import Holding
from factcheck.ui.session import Session
from factcheck.ui.sheets.view import SheetView
from factcheck.ui.tasks import Tasks
from factcheck.ui.theme import Theme
from tests.gui.findings.conftest import WEEKS


@pytest.fixture
def holding(session: Session, tasks: Tasks) -> Holding:
    return Holding(session, tasks, session)


@pytest.fixture
def panel(
    qtbot: QtBot, session: Session, holding: Holding, theme: Theme, actions: Actions
) -> Iterator[GatePanel]:
    shown = GatePanel(session, holding, theme, actions)
    qtbot.addWidget(shown)
    shown.resize(560, 420)
    shown.show()
    yield shown
    shown.refresh()  # no look is left waiting


class Asked:
    """What a person would be asked, with her answers."""

    def __init__(self, session: Session, panel: GatePanel) -> None:
        self.signs, self.reason = True, "The mayor rang."
        self.questions: list[str] = []
        self.shown = 0
        self.told: list[str] = []
        session.told.connect(self.told.append)
        self.signing = Signing(session, panel, self._show, self._may_sign, self._why)

    def _show(self) -> None:
        self.shown += 1

    def _may_sign(self, stage: str, by: str) -> bool:
        self.questions.append(f"{stage} {by}")
        return self.signs

    def _why(self) -> str | None:
        return self.reason or None


@pytest.fixture
def asked(session: Session, panel: GatePanel) -> Asked:
    return Asked(session, panel)


def settle(session: Session) -> None:
    """Give every claim a verdict with a source, read the rest, and let detection have reached all of it."""
    case, stamp = session.case, session.stamp()
    facts = [BlockFacts(case.draft.id, block.position) for block in case.blocks]
    session.propose(case.propose([], [], stamp, facts))
    for claim in case.claims():
        session.do(case.attach(claim.id, Source(case.article.id, "Register"), stamp))
        session.do(case.rate(claim.id, Rating.VERIFIED, stamp))
    session.do(case.read([sentence.id for sentence in case.sentences], stamp))


def the_list(panel: GatePanel) -> SheetView:
    (view,) = panel.findChildren(SheetView)
    return view


def test_the_list_has_every_open_point_and_the_head_counts_them(
    panel: GatePanel, session: Session
) -> None:
    model = the_list(panel).model()
    assert model.rowCount() == len(panel.points) > len(session.case.claims())
    assert "7 claims not checked" in panel._summary.text()
    assert "Nobody has signed" in panel._passed.text()


def test_a_verdict_takes_its_point_off_the_list(
    qtbot: QtBot, panel: GatePanel, session: Session
) -> None:
    claim = session.case.claims()[0]
    session.do(session.case.rate(claim.id, Rating.UNVERIFIABLE, session.stamp()))
    qtbot.waitUntil(lambda: claim.id not in [point.claim_id for point in panel.points])


def test_enter_goes_to_the_claim(qtbot: QtBot, panel: GatePanel, session: Session) -> None:
    places: list[TextPosition] = []
    session.place_shown.connect(places.append)
    rows = the_list(panel)
    row = next(n for n, point in enumerate(panel.points) if point.claim_id)
    rows.setCurrentIndex(rows.model().index(row, 0))
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert session.selected == panel.points[row].claim_id
    assert places == [panel.points[row].position]


def test_a_conflict_stands_first(qtbot: QtBot, panel: GatePanel, holding: Holding) -> None:
    holding.findings = [WEEKS]
    holding.changed.emit()
    qtbot.waitUntil(lambda: panel.points[0].words == WEEKS.message)


def test_what_is_open_is_shown_instead_of_signing(asked: Asked, session: Session) -> None:
    asked.signing.sign_off()
    assert asked.shown == 1 and asked.questions == []
    assert session.case.sign_offs() == []
    assert "cannot be signed off" in asked.told[-1]


def test_signing_locks_everything_and_opening_again_frees_it(
    asked: Asked, session: Session, panel: GatePanel
) -> None:
    settle(session)
    claim = session.case.claims()[0]
    session.select(claim.id)
    asked.signing.sign_off()
    assert asked.questions == [f"Checker {session.checker}"]
    assert session.casebook.load("article").sign_offs()
    assert "signed this draft off as checker" in session.read_only_reason
    assert session.selected == claim.id
    failed: list[str] = []
    session.failed.connect(failed.append)
    assert not session.do(session.case.rate(claim.id, Rating.CONTRADICTED, session.stamp()))
    assert failed and "Open it again" in failed[0]
    panel.refresh()
    assert "Checker: " in panel._passed.text()
    assert panel._reopen.isVisible()
    asked.signing.reopen()
    assert session.read_only_reason == ""
    assert [one.reason for one in session.case.reopenings()] == ["The mayor rang."]
    assert session.do(session.case.rate(claim.id, Rating.CONTRADICTED, session.stamp()))


def test_no_answer_signs_nothing_and_opens_nothing(asked: Asked, session: Session) -> None:
    settle(session)
    asked.signs = False
    asked.signing.sign_off()
    assert session.case.sign_offs() == []
    asked.signs, asked.reason = True, ""
    asked.signing.sign_off()
    asked.signing.reopen()
    assert session.case.sign_offs()


def test_stage_after_stage_until_none_is_left(asked: Asked, session: Session) -> None:
    settle(session)
    for _ in range(4):
        asked.signing.sign_off()
    assert [one.stage for one in session.case.sign_offs()] == ["Checker", "Second reader", "Editor"]
    assert asked.told[-1] == "This draft has passed every stage."


def test_the_model_keeps_its_promises(panel: GatePanel) -> None:
    model = the_list(panel).model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.rowCount() > 0


def test_nothing_is_signed_while_contradictions_are_still_looked_for(
    asked: Asked, session: Session, holding: Holding, qtbot: QtBot
) -> None:
    settle(session)
    holding.look()
    assert holding.is_looking
    asked.signing.sign_off()
    assert session.case.sign_offs() == [] and asked.questions == []
    assert "still being held" in asked.told[-1]
    qtbot.waitUntil(lambda: not holding.is_looking)


def test_a_number_that_no_longer_holds_is_not_left_on_the_tab(
    panel: GatePanel, session: Session
) -> None:
    counts: list[int] = []
    panel.counted.connect(counts.append)
    panel.hide()
    claim = session.case.claims()[0]
    session.do(session.case.rate(claim.id, Rating.UNVERIFIABLE, session.stamp()))
    assert counts == [0]
    panel.show()
    assert counts[-1] == len(panel.points) > 0
