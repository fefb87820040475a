"""What the desk said of the program's proposals, for the fitting of its scores."""

from factcheck.model.text import TextPosition
from factcheck.model.verdict import Rating
from factcheck.storage import Casebook
from tests.unit.storage.makers import added, do, now


def test_settled_proposals_are_told_from_dismissed_ones(casebook: Casebook) -> None:
    case = added(casebook)
    first, second, third, fourth, *_ = case.claims()
    do(casebook, case, case.rate(first.id, Rating.VERIFIED, now()))
    do(casebook, case, case.dismiss(second.id, now()))
    do(casebook, case, case.rate(third.id, Rating.WAITING, now(), "the librarian"))
    do(casebook, case, case.rate(fourth.id, Rating.CONTRADICTED, now()))

    assert sorted(casebook.judged(10)) == [(0.75, False), (0.75, True), (0.75, True)]


def test_claims_that_a_person_marked_say_nothing_about_scores(casebook: Casebook) -> None:
    case = added(casebook, found=False)
    do(casebook, case, case.mark(TextPosition(50, 60), now()))
    do(casebook, case, case.rate(case.claims()[0].id, Rating.VERIFIED, now()))
    assert casebook.judged(10) == []


def test_no_more_are_read_than_asked_for(casebook: Casebook) -> None:
    case = added(casebook)
    for claim in case.claims():
        do(casebook, case, case.rate(claim.id, Rating.VERIFIED, now()))
    assert len(casebook.judged(2)) == 2
