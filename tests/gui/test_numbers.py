"""The numbers of the claims."""

from factcheck.model.article import Role
from factcheck.ui.numbers import numbers_of
from factcheck.ui.session import Session
from tests.makers import TOWN_TEXT, place_of


def test_claims_are_numbered_in_text_order(session: Session) -> None:
    numbers = numbers_of(session)
    ids = [claim.id for claim in session.case.claims()]
    assert [numbers.of(i) for i in ids] == [1, 2, 3, 4, 5, 6, 7]


def test_a_session_has_one_set_of_numbers(session: Session) -> None:
    assert numbers_of(session) is numbers_of(session)


def test_numbers_follow_a_new_claim_and_its_undoing(session: Session) -> None:
    numbers = numbers_of(session)
    last = session.case.claims()[-1].id
    session.do(session.case.mark(place_of(TOWN_TEXT, "nine weeks"), session.stamp()))
    assert numbers.of(last) == 8
    session.undo()
    assert numbers.of(last) == 7


def test_claims_of_a_silent_part_lose_their_number(session: Session) -> None:
    numbers = numbers_of(session)
    first, second = session.case.claims()[:2]
    block = session.case.block_at(0)
    assert block is not None
    session.do(session.case.set_role(block.position, Role.BOILERPLATE, session.stamp()))
    assert (numbers.of(first.id), numbers.of(second.id)) == (0, 1)


def test_a_verdict_does_not_count_again(session: Session) -> None:
    numbers = numbers_of(session)
    before = numbers.all()
    claim = session.case.claims()[0]
    session.do(session.case.dismiss(claim.id, session.stamp()))
    assert numbers.all() is before
