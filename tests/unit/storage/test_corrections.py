"""Corrections, and why a claim waits, come back as they were; what is removed with an article is gone."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from factcheck.model.correcting import write_part
from factcheck.model.correction import CorrectionPart
from factcheck.model.verdict import Rating, Waits
from factcheck.storage import Casebook
from tests.unit.storage.makers import added, do, now


def test_a_correction_comes_back_part_by_part(tmp_path: Path) -> None:
    with closing(Casebook.open(tmp_path / "desk.casebook")) as book:
        case = added(book)
        claim = case.claims()[0]
        do(
            book,
            case,
            write_part(case, claim.id, CorrectionPart.FINDING, "4,300, not 4,200.", now()),
        )
        do(
            book,
            case,
            write_part(case, claim.id, CorrectionPart.ANSWER, "Yes.", now("Jo"), "Bo Author"),
        )
        written = case.correction(claim.id)
        assert written is not None
        assert book.load(case.article.id).correction(claim.id) == written
        undo = book.history(case.article.id)[-1].change.inverse(now())
        do(book, case, undo)
        kept = book.load(case.article.id).correction(claim.id)
        assert kept is not None
        assert [part for part, _ in kept.entries] == [CorrectionPart.FINDING]
        assert book.check() == []


def test_why_a_claim_waits_and_until_when_comes_back(tmp_path: Path) -> None:
    with closing(Casebook.open(tmp_path / "desk.casebook")) as book:
        case = added(book)
        claim = case.claims()[0]
        day = date(2026, 5, 8)
        parked = case.rate(claim.id, Rating.WAITING, now(), "the archive", Waits.PARKED, day)
        do(book, case, parked)
        verdict = book.load(case.article.id).verdict(claim.id)
        assert verdict == case.verdict(claim.id)
        assert verdict is not None
        assert (verdict.waits, verdict.until) == (Waits.PARKED, day)
        assert book.check() == []


def test_an_article_is_removed_with_its_corrections(tmp_path: Path) -> None:
    path = tmp_path / "desk.casebook"
    with closing(Casebook.open(path)) as book:
        case = added(book)
        do(
            book,
            case,
            write_part(case, case.claims()[0].id, CorrectionPart.FINDING, "Wrong.", now()),
        )
        book.remove(case.article.id, now())
        assert book.check() == []
    with closing(sqlite3.connect(path)) as plain:
        assert plain.execute("SELECT count(*) FROM corrections").fetchone() == (0,)
