"""What a casebook keeps of sources, and of what the desk asks of them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from factcheck.model.evidence import Source, SourceForm, SourceKind, SourceQuality
from factcheck.model.quality import standard_set
from factcheck.model.standard import Standard, WhenShort
from factcheck.storage import Casebook
from tests.unit.storage.makers import added, do, now


def test_all_that_is_known_of_a_source_comes_back(tmp_path: Path) -> None:
    source = Source(
        "",
        "A clerk of the court",
        SourceForm.TEXT,
        quality=SourceQuality.PRIMARY,
        kind=SourceKind.PERSON,
        dated=date(2026, 3, 1),
        contact="+47 555 0100, after six",
        is_confidential=True,
        origin="The court’s own register",
    )
    casebook = Casebook.open(tmp_path / "desk.casebook")
    case = added(casebook)
    source = replace(source, article_id=case.article.id)
    do(casebook, case, case.attach(case.claims()[0].id, source, now()))
    casebook.close()
    again = Casebook.open(tmp_path / "desk.casebook")
    assert again.load(case.article.id).sources == [source]
    assert again.check() == []
    again.close()


def test_what_the_desk_asks_is_kept_changed_and_taken_back(tmp_path: Path) -> None:
    casebook = Casebook.open(tmp_path / "desk.casebook")
    assert casebook.standard() is None
    strict = Standard(False, 3, WhenShort.REFUSE, True)
    casebook.write(standard_set(None, strict, now()))
    assert casebook.standard() == strict
    milder = Standard(True, 1, WhenShort.ALLOW, False)
    change = standard_set(strict, milder, now())
    casebook.write(change)
    assert casebook.standard() == milder
    casebook.write(change.inverse(now()))
    assert casebook.standard() == strict
    assert casebook.check() == []
    casebook.close()


def test_sources_of_every_article_are_found_by_parts_of_words(tmp_path: Path) -> None:
    casebook = Casebook.open(tmp_path / "desk.casebook")
    one, other = added(casebook), added(casebook)
    ledger = Source(one.article.id, "Ledger of 50% losses", contact="Mr Vik")
    print_ = Source(other.article.id, "Courier", origin="Ledger_9")
    first, second = one.claims()[:2]
    for claim in (first, second):
        do(casebook, one, one.attach(claim.id, ledger, now()))
    do(casebook, other, other.attach(other.claims()[0].id, print_, now()))

    def found(words: str, limit: int = 10) -> list[tuple[str, int]]:
        return [(hit.source.title, hit.claims) for hit in casebook.sources(words, limit)]

    assert found("") == [("Courier", 1), ("Ledger of 50% losses", 2)]
    assert found("", 1) == [("Courier", 1)]
    assert found("ledg vik") == [("Ledger of 50% losses", 2)]
    assert found("50%") == [("Ledger of 50% losses", 2)]
    assert found("ledger_") == [("Courier", 1)]
    assert found("' OR 1 --") == []
    casebook.close()
