"""A signed article is locked for every program that has the casebook open."""

from contextlib import closing
from pathlib import Path

import pytest

from factcheck.errors import ArticleSigned
from factcheck.model.signing import reopen, sign_off, stages_set
from factcheck.model.signoff import USUAL_STAGES, Stage
from factcheck.model.verdict import Rating
from factcheck.storage import Casebook
from tests.unit.storage.makers import added, do, now


@pytest.fixture
def book(tmp_path: Path) -> Casebook:
    return Casebook.open(tmp_path / "desk.casebook")


def test_nothing_is_changed_in_a_signed_article_until_it_is_opened_again(book: Casebook) -> None:
    case = added(book)
    claim = case.claims()[0]
    do(book, case, case.rate(claim.id, Rating.VERIFIED, now()))
    undo = book.history(case.article.id)[-1].change.inverse(now())
    do(book, case, sign_off(case, "Checker", book.head(), now()))
    entries = book.head().number
    for change in (case.rate(claim.id, Rating.CONTRADICTED, now()), undo):
        with pytest.raises(ArticleSigned, match="signed the article off as checker"):
            book.write(change)
    with pytest.raises(ArticleSigned):
        book.remove(case.article.id, now())
    assert book.head().number == entries
    do(book, case, reopen(case, "The mayor rang.", now()))
    do(book, case, case.rate(claim.id, Rating.CONTRADICTED, now()))
    loaded = book.load(case.article.id)
    assert loaded.sign_offs() == []
    assert [one.reason for one in loaded.reopenings()] == ["The mayor rang."]
    book.close()


def test_another_article_of_the_casebook_stays_open(book: Casebook) -> None:
    signed, other = added(book), added(book)
    do(book, signed, sign_off(signed, "Checker", book.head(), now()))
    do(book, other, other.rate(other.claims()[0].id, Rating.VERIFIED, now()))
    book.close()


def test_a_second_program_meets_the_lock_too(book: Casebook) -> None:
    case = added(book)
    late = case.rate(case.claims()[0].id, Rating.VERIFIED, now())
    do(book, case, sign_off(case, "Checker", book.head(), now()))
    with closing(Casebook.open(book.path)) as other, pytest.raises(ArticleSigned):
        other.write(late)
    assert book.check() == []
    book.close()


def test_no_undo_takes_a_sign_off_back(book: Casebook) -> None:
    case = added(book)
    do(book, case, sign_off(case, "Checker", book.head(), now()))
    do(book, case, reopen(case, "Once more.", now()))
    verbs = [step.verb.value for step in book.trail(case.article.id).done]
    assert "sign-off" not in verbs and "reopen" not in verbs
    book.close()


def test_a_desk_has_stages_of_its_own(book: Casebook) -> None:
    assert book.stages() == []
    own = (Stage("Checker", 1, True), Stage("Lawyer", 2, False))
    book.write(stages_set((), own, now()))
    assert book.stages() == list(own)
    book.write(stages_set(own, USUAL_STAGES, now()))
    assert [stage.name for stage in book.stages()] == [stage.name for stage in USUAL_STAGES]
    book.close()
