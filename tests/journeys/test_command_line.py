"""A real file through the command line: read, filed, checked, reported, and every refusal in one sentence."""

import csv
import json
import os
import re
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from factcheck import workflow
from factcheck.cli import main
from factcheck.model.change import Stamp
from factcheck.model.claim import ClaimKind, Priority
from factcheck.model.evidence import SourceForm
from factcheck.model.rule import DeskRule, RuleForm
from factcheck.storage import Casebook

ROOT = Path(__file__).parents[2]

ARTICLE = """\
Council votes to move the market

BRACKWATER — The town council voted 9 to 4 on Tuesday to move the weekly market, the oldest in the county, to the \
old station yard.

“It was the only place left,” said the market clerk, Nora Lindqvist, 58.

Traders paid £120,000 in rent last year, up 20 percent on 2019. No trader has ever refused to pay.

Read more Local news
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "market.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "desk.casebook"


def run(*arguments: str | Path) -> int:
    return main([str(argument) for argument in arguments])


def in_a_terminal(
    *arguments: str | bytes | Path, folder: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """What the program answers when it is started anew."""
    return subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def claims_of(book: Path, name: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert run("list", name, "--json", "--casebook", book) == 0
    claims: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return claims


def test_an_article_goes_from_file_to_verdict_report(
    article: Path, book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", article, "--published", "2026-03-05", "--casebook", book) == 0
    claims = claims_of(book, "market.txt", capsys)
    words = [claim["text"] for claim in claims]
    number = next(i for i, text in enumerate(words, 1) if "£120,000" in text)
    verdict = ("verdict", "market.txt", str(number), "contradicted", "--casebook", book)
    assert run(*verdict, "--note", "The books say £112,000.", "--source", "Town accounts") == 0
    report = tmp_path / "report.csv"
    assert run("report", "market.txt", report, tmp_path / "report.html", "--casebook", book) == 0
    with report.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    row = rows[number - 1]
    assert "£120,000" in " ".join(row.values())
    assert "contradicted" in row.values()
    assert "The books say £112,000." in row.values()
    page = (tmp_path / "report.html").read_text("utf-8")
    assert "Town accounts" in page
    assert "must change" in page


def test_the_same_file_again_is_the_same_article_with_its_verdicts(
    article: Path, book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("check", article, "--casebook", book)
    before = claims_of(book, "market.txt", capsys)
    run("verdict", "market.txt", "1", "v", "--casebook", book)
    assert run("check", article, "--casebook", book) == 0
    after = claims_of(book, "market.txt", capsys)
    assert [claim["id"] for claim in after] == [claim["id"] for claim in before]
    assert after[0]["state"] == "verified"


def test_a_verdict_can_be_taken_back(
    article: Path, book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("check", article, "--casebook", book)
    run("verdict", "market.txt", "1", "waiting", "--waiting-for", "the clerk", "--casebook", book)
    assert claims_of(book, "market.txt", capsys)[0]["state"] == "waiting"
    run("verdict", "market.txt", "1", "open", "--casebook", book)
    assert claims_of(book, "market.txt", capsys)[0]["state"] == "open"


def test_detect_prints_one_object_whose_offsets_fit_its_text(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("detect", article, "--json", "--published", "2026-03-05") == 0
    document = json.loads(capsys.readouterr().out)
    text = document["article"]["text"]
    assert document["schema"] == "factcheck/detect/1"
    assert document["article"]["published"] == "2026-03-05"
    assert document["claims"]
    for claim in document["claims"]:
        assert text[claim["start"] : claim["end"]] == claim["text"]
        assert claim["priority"] in ("high", "medium", "low")
        assert 0 <= claim["checkworthiness"] <= 1
        assert claim["why"][0]["reason"]
    silent = [b for b in document["article"]["blocks"] if b["role"] in ("boilerplate", "dateline")]
    assert {text[b["start"] : b["end"]] for b in silent} == {"BRACKWATER —", "Read more Local news"}
    for claim in document["claims"]:
        assert not any(b["start"] <= claim["start"] and claim["end"] <= b["end"] for b in silent)


def test_lines_come_out_in_order_and_a_bad_one_does_not_stop_the_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = tmp_path / "lines.jsonl"
    lines.write_bytes(
        b'{"id": "a", "text": "The tower, built in 1887, is the tallest in Europe."}\n'
        b"no json\n"
        b'{"id": "b", "published": "yesterday", "text": "x"}\n'
        b'{"id": "c"}\n'
        b'{"id": "d", "text": "caf\xe9"}\n'
        b'{"id": "e", "text": "Thank you all so much."}\n'
    )
    assert run("detect", "--lines", lines) == 1
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["id"] for row in rows] == ["a", 2, "b", "c", 5, "e"]
    assert ["error" in row for row in rows] == [False, True, True, True, True, False]
    assert rows[0]["checkworthiness"] > rows[5]["checkworthiness"]
    assert {"claims", "findings", "dates", "quantities", "quotations", "names"} <= rows[0].keys()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["check", "missing.txt"],
            "There is no file “missing.txt”. Check the name and the folder.",
        ),
        (["verdict", "market.txt", "1", "maybe"], "no rating"),
        (["check", "market.txt", "--published", "June"], "not a date"),
        (["report", "nothing", "out.html"], "There is no casebook"),
        (["detect"], "Name a file"),
        (["check"], "required"),
        (["--bogus"], "Unrecognized arguments: --bogus"),
        (["--unattended", "out"], "--unattended needs one FILE"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_status_2(
    arguments: list[str], sentence: str, article: Path, book: Path
) -> None:
    if arguments[0] != "detect":
        arguments = [*arguments, "--casebook", str(book)]
    result = in_a_terminal(*arguments, folder=article.parent)
    assert result.returncode == 2
    assert sentence in result.stderr
    assert "Traceback" not in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("out", "sentence"),
    [
        ("report.xyz", "A report ends in .html, .pdf, .csv"),
        ("no such folder/report.html", "There is no folder"),
        ("folder.html", "“folder.html” is a folder; a report needs a name of its own."),
    ],
)
def test_where_no_report_can_be_put_nothing_is_begun(
    article: Path,
    book: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    out: str,
    sentence: str,
) -> None:
    (tmp_path / "folder.html").mkdir()
    good = tmp_path / "good.json"
    reports = ("--report", good, "--report", tmp_path / out)
    assert run("check", article, "--casebook", book, *reports) == 2
    assert sentence in capsys.readouterr().err
    assert not book.exists()
    run("check", article, "--casebook", book)
    assert run("report", "market.txt", good, tmp_path / out, "--casebook", book) == 2
    assert not good.exists()


@pytest.mark.parametrize(
    "command", [["list"], ["report", "market.txt", "r.html"], ["verdict", "market.txt", "1", "v"]]
)
def test_only_a_check_makes_a_casebook(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typo = tmp_path / "folder" / "dsek.casebook"
    out = [str(tmp_path / word) if word == "r.html" else word for word in command]
    assert run(*out, "--casebook", typo) == 2
    assert capsys.readouterr().err.startswith("There is no casebook dsek.casebook in ")
    assert list(tmp_path.iterdir()) == []


def test_of_a_verdict_all_is_recorded_or_nothing(
    article: Path, book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("check", article, "--casebook", book)
    assert run("verdict", "nothing", "1", "verified", "--casebook", book) == 2
    assert "no article “nothing”" in capsys.readouterr().err
    verdict = ("verdict", "market.txt", "1", "verified", "--casebook", book)
    assert run(*verdict, "--note", "caf\ud83d") == 2
    assert "not recorded" in capsys.readouterr().err
    assert claims_of(book, "market.txt", capsys)[0]["state"] == "open"


def test_a_file_whose_name_is_not_in_unicode_is_filed_and_found(
    article: Path, book: Path, tmp_path: Path
) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    article.rename(os.fsdecode(name))
    assert in_a_terminal("check", name, "--casebook", book).returncode == 0
    listed = in_a_terminal("list", b"caf\xe9.txt", "--casebook", book)
    assert listed.returncode == 0
    assert "£120,000" in listed.stdout
    sourced = in_a_terminal(
        "verdict", b"caf\xe9.txt", "1", "v", "--source", name, "--casebook", book
    )
    assert sourced.returncode == 2
    assert "rename it and add it again" in sourced.stderr


def test_what_is_printed_is_utf8_whatever_the_terminal_says(article: Path) -> None:
    latin = in_a_terminal("detect", article, PYTHONIOENCODING="latin-1")
    assert latin.returncode == 0
    assert "£120,000" in latin.stdout
    assert "“chekc”" in in_a_terminal("chekc", PYTHONIOENCODING="ascii").stderr


def test_lines_that_cannot_be_read_are_each_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = {
        b"[" * 200_000: (1, "The line is not JSON."),
        b'{"id": NaN, "text": "x"}': (2, "The line is not JSON."),
        b'{"id": 1e999, "text": "x"}': (3, "The id cannot be written back."),
        b"": (4, "The line is empty."),
        b"[1]": (5, 'The line is no object; write {"id": …, "text": …}.'),
        b'{"id": "f", "text": 7}': ("f", "The line has no text."),
        b'{"id": "g", "text": "x", "published": "2022-99-99"}': (
            "g",
            "The date 2022-99-99 is none; write it as 2022-06-15.",
        ),
        b'{"id": "h", "text": "x", "published": 2022}': (
            "h",
            "The date 2022 is none; write it as 2022-06-15.",
        ),
        b'{"id": ' + b"9" * 5_000 + b"}": (9, "The line is not JSON."),
    }
    given = tmp_path / "lines.jsonl"
    given.write_bytes(b"\n".join(lines) + b"\n")
    assert run("detect", "--lines", given) == 1
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["id"], row["error"]) for row in rows] == list(lines.values())


def test_line_without_a_day_is_read_by_the_date_under_its_headline(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = tmp_path / "lines.jsonl"
    rows = [
        {"text": "Tower closed\nJune 15 , 2022\nThe tower was closed on Monday ."},
        {"text": "The tower was closed on Monday.", "published": "2022-06-15T08:30:00"},
        {"text": "The tower was closed on Monday."},
    ]
    lines.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    assert run("detect", "--lines", lines) == 0
    found = [json.loads(line)["dates"] for line in capsys.readouterr().out.splitlines()]
    assert [dates[-1]["value"] for dates in found] == ["2022-06-13", "2022-06-13", "XXXX-WXX-1"]


def test_half_a_character_in_a_line_stops_nothing(tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    lines.write_text('{"id": "x\\ud83d", "text": "\\ud83d The tower, built in 1887, is tall."}\n')
    printed = in_a_terminal("detect", "--lines", lines)
    assert printed.returncode == 0
    row = json.loads(printed.stdout)
    assert row["id"] == "x\ud83d"
    assert [(c["start"], c["end"]) for c in row["claims"] if "built in 1887" in c["text"]]


def test_a_wrong_name_is_answered_before_the_language_is_loaded(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(workflow, "in_this_process", lambda *_: pytest.fail("it was loaded"))
    assert run("detect", "missing.txt") == 2
    assert "There is no file “missing.txt”." in capsys.readouterr().err


def test_an_unknown_command_is_answered_without_a_window() -> None:
    result = in_a_terminal("chekc")
    assert result.returncode == 2
    assert "chekc" in result.stderr


def test_the_record_in_the_report_says_what_the_program_marked_and_what_a_person_did(
    article: Path, book: Path, tmp_path: Path
) -> None:
    run("check", article, "--casebook", book, "--by", "Ada Checker")
    run("verdict", "market.txt", "1", "verified", "--casebook", book, "--by", "Ada Checker")
    page = tmp_path / "report.html"
    run("report", "market.txt", page, "--casebook", book)
    words = " ".join(re.sub(r"<[^>]+>", " ", page.read_text("utf-8")).split())
    assert re.search(r"program marked (?!no )\w+ claims in (?!no )\w+ sentences", words)
    assert "Ada Checker rated claim 1" in words


def test_a_text_in_another_language_is_said_so_and_read_as_far_as_it_can_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "hafen.txt"
    article.write_text(
        "Der Hafen wurde im März geschlossen, und die Stadt zahlte 40 % der Kosten. „Wir hatten"
        " keine andere Wahl und mussten schnell handeln“, sagte die Meisterin nach der Sitzung.",
        "utf-8",
    )
    assert run("detect", article) == 0
    printed = capsys.readouterr()
    assert printed.err.startswith("This text looks German, not English: only ")
    assert len(printed.err.splitlines()) == 1
    assert "„Wir hatten keine andere Wahl und mussten schnell handeln“" in printed.out


def test_the_rules_of_the_desk_are_followed(
    article: Path, book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(Casebook.open(book)) as casebook:
        rule = DeskRule(
            "Clerks", RuleForm.WORDS, "market clerk", ClaimKind.ROLE_TITLE, Priority.HIGH
        )
        stamp = Stamp("Ada Checker", datetime.now(UTC))
        casebook.write(casebook.rules().write(rule, stamp))
        casebook.write(casebook.rules().switch("claims_quotations", False, stamp))

    def found(*more: str | Path) -> dict[str, set[str]]:
        capsys.readouterr()
        assert run("detect", article, "--json", *more) == 0
        claims = json.loads(capsys.readouterr().out)["claims"]
        return {c["text"]: {why["detector"] for why in c["why"]} for c in claims}

    assert "desk: Clerks" in found("--casebook", book)["market clerk"]
    assert "market clerk" not in found()
    assert not any("claims_quotations" in by for by in found("--casebook", book).values())
    assert run("check", article, "--casebook", book) == 0
    words = [claim["text"] for claim in claims_of(book, "market.txt", capsys)]
    assert "market clerk" in words


def test_the_casebook_itself_is_refused_as_a_source(
    article: Path, book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("check", article, "--casebook", book)
    verdict = ("verdict", "market.txt", "1", "verified", "--casebook", book)
    assert run(*verdict, "--source", book) == 2
    assert "cannot be a source" in capsys.readouterr().err
    assert claims_of(book, "market.txt", capsys)[0]["state"] == "open"


def test_an_attached_file_and_the_article_itself_are_kept(
    article: Path, book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger = tmp_path / "ledger.pdf"
    ledger.write_bytes(b"Row 4: 112,000")
    read = article.read_bytes()
    run("check", article, "--casebook", book)
    verdict = ("verdict", "market.txt", "1", "verified", "--casebook", book)
    assert run(*verdict, "--source", ledger, "--source", tmp_path / "gone.pdf") == 0
    article.unlink()
    ledger.unlink()
    with closing(Casebook.open(book, read_only=True)) as casebook:
        case = casebook.load(casebook.find_article("market.txt"))
        (source,) = (s for s in case.sources if s.form is SourceForm.FILE)
        of_source, of_draft = case.kept_file(source.id), case.kept_file(case.draft.id)
        assert of_source is not None and of_draft is not None
        assert casebook.vault.path_of(of_source.sha256).read_bytes() == b"Row 4: 112,000"
        assert casebook.vault.path_of(of_draft.sha256).read_bytes() == read
        assert (of_source.name, of_draft.name) == ("ledger.pdf", "market.txt")


def test_output_that_nobody_reads_to_its_end_is_no_fault(article: Path, book: Path) -> None:
    run("check", article, "--casebook", book)
    command = f"'{sys.executable}' -m factcheck list market.txt --json --casebook '{book}' | true"
    result = subprocess.run(
        command, shell=True, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.stderr == ""
