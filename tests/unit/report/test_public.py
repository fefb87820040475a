"""The public version of a report: every byte of it is searched for what was to stay at the desk."""

import html
import json
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest

from factcheck.cli import main
from factcheck.model.article import Article, Draft
from factcheck.model.case import Case
from factcheck.model.change import Record
from factcheck.model.correction import Correction, Entry
from factcheck.model.evidence import Source, SourceForm, SourceKind, SourceQuality, Stance
from factcheck.model.finding import Explanation
from factcheck.model.verdict import Rating
from factcheck.report.occasion import Occasion
from factcheck.report.write import FORMATS, write_report
from factcheck.storage import Casebook
from tests.makers import CHECKER, do, make_case, make_claim
from tests.unit.report.occasions import make_occasion
from tests.unit.storage.makers import added, now
from tests.unit.storage.makers import do as record

CLAIM = make_claim(question="Ask Winterbourne which year?")
OTHER = make_claim("14,000 cars a day")
CLERK = Source(
    "article",
    "Agatha Winterbourne",
    SourceForm.URL,
    "https://hidden.example/aw",
    SourceQuality.PRIMARY,
    date(2026, 2, 2),
    kind=SourceKind.PERSON,
    contact="+47 555 0100",
    is_confidential=True,
    origin="Zephyr dossier",
    id="clerk",
)
COURIER = Source(
    "article",
    "Harbour Courier",
    quality=SourceQuality.SECONDARY,
    contact="desk@courier.example",
    origin="agatha winterbourne",
    id="courier",
)
MEMO = Source(
    "article",
    "Memo to Agatha Winterbourne",
    SourceForm.FILE,
    "/home/mira/leaks/memo.pdf",
    sha256="ab" * 32,
    id="letter",
)
SCAN = Source("article", "Register", SourceForm.FILE, "/home/mira/scans/register.pdf", id="scan")
SECRETS = (
    *("Agatha", "Winterbourne", "hidden.example", "555 0100", "Zephyr", "courier.example"),
    *("memo", "/home/mira", "abab", "kitchen table", "tape 7", "Do not print", "Noor Haddad"),
    *("settled quietly", "Proposed otherwise"),
)
SHOWN = ("Confidential source", "Harbour Courier", "register.pdf", "public version")


def told_case() -> tuple[Case, Occasion]:
    case = make_case(claims=[CLAIM, OTHER])
    changes = do(
        case,
        case.attach(CLAIM.id, CLERK, CHECKER, Stance.SUPPORTS, "tape 7", "At her kitchen table."),
        case.attach(CLAIM.id, COURIER, CHECKER, passage="Winterbourne said so."),
        case.attach(CLAIM.id, MEMO, CHECKER),
        case.attach(OTHER.id, SCAN, CHECKER, locator="p. 4"),
        case.write_note(CLAIM.id, "Do not print her name.", CHECKER),
        case.rate(CLAIM.id, Rating.VERIFIED, CHECKER),
        case.rate(OTHER.id, Rating.WAITING, CHECKER, "Noor Haddad"),
    )
    said = Entry("Proposed otherwise", CHECKER.by, CHECKER.at, "Noor Haddad")
    explained = Explanation("article", "key", "settled quietly", CHECKER.by, CHECKER.at)
    more: list[Record] = [Correction(OTHER.id, finding=said), explained]
    there = [one for one in case.records() if not isinstance(one, Article | Draft)]
    return Case(case.article, case.draft, [*there, *more]), make_occasion(*changes)


def words_in(path: Path) -> str:
    """Everything a reader or a program finds in the file: its bytes as they are, and what they stand for."""
    content = path.read_bytes()
    found = [content.decode("utf-8", "replace"), content.decode("latin-1")]
    found.append(html.unescape(found[0]))
    if path.suffix == ".json":
        found.append(json.dumps(json.loads(content), ensure_ascii=False))
    if path.suffix == ".pdf":
        document = pypdfium2.PdfDocument(content)
        found += [page.get_textpage().get_text_bounded() for page in document]
        found.append(str(document.get_metadata_dict()))
        found.append(str([bookmark.get_title() for bookmark in document.get_toc()]))
    return "\n".join(" ".join(part.split()) for part in found).casefold()


@pytest.mark.parametrize("suffix", FORMATS)
def test_nothing_confidential_is_in_any_byte_of_a_public_report(
    tmp_path: Path, suffix: str
) -> None:
    case, occasion = told_case()
    path = tmp_path / f"report{suffix}"
    write_report(case, replace(occasion, is_public=True), path)
    public = words_in(path)
    assert [secret for secret in SECRETS if secret.casefold() in public] == []
    assert "confidential source" in public
    assert "harbour courier" in public
    assert "oldest in the county" in public


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_internal_report_names_them(tmp_path: Path, suffix: str) -> None:
    case, occasion = told_case()
    path = tmp_path / f"report{suffix}"
    write_report(case, occasion, path)
    internal = words_in(path)
    assert {"agatha winterbourne", "tape 7", "do not print"} <= {
        words for words in ("agatha winterbourne", "tape 7", "do not print") if words in internal
    }


def test_the_page_says_which_version_it_is_and_keeps_what_may_be_said(tmp_path: Path) -> None:
    case, occasion = told_case()
    path = tmp_path / "report.html"
    write_report(case, replace(occasion, is_public=True), path)
    page = path.read_text("utf-8")
    assert [words for words in SHOWN if words not in page] == []
    assert occasion.head.fingerprint in page


def test_the_command_line_writes_it(tmp_path: Path) -> None:
    place = tmp_path / "desk.casebook"
    with closing(Casebook.open(place)) as book:
        case = added(book)
        source = replace(CLERK, article_id=case.article.id)
        record(book, case, case.attach(case.claims()[0].id, source, now(), passage="Hers alone."))
        identity = case.article.id
    command = ["report", identity, "--casebook", str(place)]
    out = [tmp_path / f"told{suffix}" for suffix in (".html", ".csv", ".json")]
    assert main([*command, "--public", *map(str, out)]) == 0
    for path in out:
        assert "winterbourne" not in words_in(path)
        assert "hers alone" not in words_in(path)
    assert main([*command, str(out[0])]) == 0
    assert "winterbourne" in words_in(out[0])
