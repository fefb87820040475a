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
