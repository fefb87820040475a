"""The rows of claims, all and shown, through edits, undo and redo."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester

from factcheck.model.article import Role
from factcheck.model.change import Change
from factcheck.model.claim import ClaimKind, Priority
from factcheck.model.verdict import Rating, State
from factcheck.storage import Casebook
from factcheck.ui.claims.criteria import Criteria, Order
from factcheck.ui.claims.rows import ClaimListModel, ClaimRole
from factcheck.ui.claims.shown import ShownClaims
from factcheck.ui.session import Session
from tests.gui.conftest import OLDEST, PROGRAM
from tests.makers import TOWN_TEXT, make_claim, place_of

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


class Watch:
    """Counts the signals of a model."""

    def __init__(self, model: QAbstractItemModel) -> None:
        self.seen: list[str] = []
        for name in ("modelReset", "rowsInserted", "rowsRemoved", "dataChanged", "layoutChanged"):
            getattr(model, name).connect(lambda *_, name=name: self.seen.append(name))

    def take(self) -> list[str]:
        seen, self.seen[:] = list(self.seen), []
        return seen


def words_of(model: QAbstractItemModel) -> list[str]:
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def claim_of(session: Session, text: str) -> str:
    return next(claim.id for claim in session.case.claims() if claim.text == text)


EDITS: dict[str, Callable[[Session], Change]] = {
    "rate": lambda s: s.case.rate(s.case.claims()[2].id, Rating.VERIFIED, s.stamp()),
    "note": lambda s: s.case.write_note(s.case.claims()[2].id, "Ask the county.", s.stamp()),
    "mark": lambda s: s.case.mark(place_of(TOWN_TEXT, "nine weeks"), s.stamp()),
    "redraw": lambda s: s.case.redraw(
        claim_of(s, "opened in 1931"), place_of(TOWN_TEXT, "cars a day"), s.stamp()
    ),
    "widen": lambda s: s.case.redraw(
        claim_of(s, "opened in 1931"), place_of(TOWN_TEXT, "opened in 1931, is"), s.stamp()
    ),
    "split": lambda s: s.case.split(
        claim_of(s, OLDEST), TOWN_TEXT.index("is the oldest"), s.stamp()
    ),
    "join": lambda s: s.case.join(
        claim_of(s, "opened in 1931"), claim_of(s, "It carries 14,000 cars a day"), s.stamp()
    ),
    "kind": lambda s: s.case.change_kind(s.case.claims()[0].id, ClaimKind.EVENT_ACTION, s.stamp()),
    "priority": lambda s: s.case.change_priority(s.case.claims()[4].id, Priority.LOW, s.stamp()),
    "silence": lambda s: s.case.set_role(s.case.blocks[2].position, Role.BOILERPLATE, s.stamp()),
}


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_rows_follow_an_edit_its_undoing_and_doing_again(
    session: Session, edit: Callable[[Session], Change], order: Order
) -> None:
    model = ClaimListModel(session)
    shown = ShownClaims(model, session)
    shown.show_by(Criteria(), order)
    testers = [QAbstractItemModelTester(one, FATAL) for one in (model, shown)]
    watches = [Watch(one) for one in (model, shown)]
    before = words_of(model), words_of(shown)
    assert session.do(edit(session))
    after = words_of(model), words_of(shown)
    assert after[0] == [claim.text for claim in session.case.claims()]
    assert sorted(after[1]) == sorted(after[0])
    session.undo()
    assert (words_of(model), words_of(shown)) == before
    session.redo()
    assert (words_of(model), words_of(shown)) == after
    for watch in watches:
        assert "modelReset" not in watch.take()
    assert all(testers)


def test_a_verdict_is_one_narrow_signal(session: Session) -> None:
    model = ClaimListModel(session)
    watch = Watch(model)
    session.do(session.case.rate(session.case.claims()[1].id, Rating.VERIFIED, session.stamp()))
    assert watch.take() == ["dataChanged"]
    assert model.index(1).data(ClaimRole.ROW).state is State.VERIFIED


def test_proposed_claims_come_in_text_order(session: Session) -> None:
    model = ClaimListModel(session)
    shown = ShownClaims(model, session)
    testers = [QAbstractItemModelTester(one, FATAL) for one in (model, shown)]
    new = [make_claim(text) for text in ("the county", "Ferries", "14,000", "no other choice")]
    session.propose(session.case.propose(new, [], PROGRAM))
    assert words_of(model) == [claim.text for claim in session.case.claims()]
    assert words_of(shown) == words_of(model)
    assert all(testers)


def test_opening_the_article_again_shows_its_claims(session: Session) -> None:
    model = ClaimListModel(session)
    shown = ShownClaims(model, session)
    session.close_case()
    assert (model.rowCount(), shown.rowCount()) == (0, 0)
    session.open("article")
    assert words_of(shown) == [claim.text for claim in session.case.claims()]


def test_rows_are_spoken_in_full(session: Session) -> None:
    model = ClaimListModel(session)
    spoken = model.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"3, not checked, first or superlative, high priority: {OLDEST}"


def test_rows_tell_the_paragraph_of_the_body(session: Session) -> None:
    model = ClaimListModel(session)
    assert [model.index(row).data(ClaimRole.ROW).paragraph for row in range(7)] == [
        *(0, 0),  # headline and subheading
        *(1, 1, 1),
        *(2, 2),
    ]


class TestCriteria:
    @pytest.fixture
    def shown(self, session: Session) -> ShownClaims:
        self.model = ClaimListModel(session)
        case, stamp = session.case, session.stamp()
        ids = [claim.id for claim in case.claims()]
        session.do(case.rate(ids[0], Rating.VERIFIED, stamp))
        session.do(case.rate(ids[1], Rating.WAITING, stamp, "the author"))
        session.do(case.write_note(ids[6], "Spelling per the town’s site.", stamp))
        return ShownClaims(self.model, session)

    @pytest.mark.parametrize(
        ("criteria", "rows"),
        [
            (Criteria(), [1, 2, 3, 4, 5, 6, 7]),
            (Criteria(states=frozenset({State.VERIFIED, State.WAITING})), [1, 2]),
            (Criteria(kinds=frozenset({ClaimKind.QUANTITY})), [2, 5]),
            (Criteria(priorities=frozenset({Priority.LOW})), [2, 7]),
            (Criteria(priorities=frozenset({Priority.HIGH}), words="county"), [3]),
            (Criteria(words="BRIDGE  older"), [3]),
            (Criteria(words="spelling"), [7]),
            (Criteria(words="6"), [6]),
            (Criteria(words="nothing like it"), []),
        ],
    )
    def test_only_claims_that_meet_them_are_shown(
        self, shown: ShownClaims, criteria: Criteria, rows: list[int]
    ) -> None:
        tester = QAbstractItemModelTester(shown, FATAL)
        shown.show_by(criteria, Order.TEXT)
        numbers = [shown.index(r, 0).data(ClaimRole.NUMBER) for r in range(shown.rowCount())]
        assert numbers == rows
        assert tester

    @pytest.mark.parametrize(
        ("order", "numbers"),
        [
            (Order.PRIORITY, [3, 4, 5, 1, 6, 2, 7]),
            (Order.STATE, [3, 4, 5, 6, 7, 2, 1]),
            (Order.KIND, [3, 2, 5, 4, 6, 7, 1]),
        ],
    )
    def test_claims_alike_stand_in_text_order(
        self, shown: ShownClaims, order: Order, numbers: list[int]
    ) -> None:
        shown.show_by(Criteria(), order)
        there = [shown.index(r, 0).data(ClaimRole.NUMBER) for r in range(shown.rowCount())]
        assert there == numbers

    def test_a_claim_that_no_longer_fits_leaves_and_returns_on_undo(
        self, shown: ShownClaims, session: Session
    ) -> None:
        tester = QAbstractItemModelTester(shown, FATAL)
        shown.show_by(Criteria(states=frozenset({State.OPEN})), Order.TEXT)
        claim_id = shown.ids[0]
        watch = Watch(shown)
        session.do(session.case.rate(claim_id, Rating.VERIFIED, session.stamp()))
        assert watch.take() == ["rowsRemoved"]
        assert shown.row_of(claim_id) == -1
        session.undo()
        assert watch.take() == ["rowsInserted"]
        assert shown.row_of(claim_id) == 0
        assert tester


def test_an_empty_casebook_shows_nothing(casebook: Casebook) -> None:
    session = Session(casebook, "Ada Checker")
    model = ClaimListModel(session)
    assert ShownClaims(model, session).rowCount() == 0
