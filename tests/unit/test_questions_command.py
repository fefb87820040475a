"""A sheet asks one person about every claim that waits for her, in each format, and about nothing else."""

import email
import email.policy
from collections.abc import Callable
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from factcheck.cli import main
from factcheck.model.case import Case
from factcheck.model.correcting import write_part
from factcheck.model.correction import CorrectionPart
from factcheck.model.verdict import Rating, Waits
from factcheck.report.questions import mark_of
from factcheck.storage import Casebook
from tests.unit.storage.makers import added, do, now

Place = tuple[Path, Case]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Two claims wait for the town archive, one for the mayor; other words are proposed for a fourth."""
    path = tmp_path / "desk.casebook"
    with closing(Casebook.open(path)) as book:
        case = added(book)
        first, second, third, fourth, *_ = case.claims()
        do(book, case, case.change_question(first.id, "Who counted them?", now()))
        for claim, whom in ((first, "the archive"), (second, "the mayor"), (third, "The Archive")):
            waiting = (Rating.WAITING, now(), whom, Waits.SOURCE)
            do(book, case, case.rate(claim.id, *waiting))
        do(book, case, case.write_note(first.id, "Do not tell them of the memo.", now()))
        do(book, case, case.rate(fourth.id, Rating.CONTRADICTED, now()))
        for part, words in (
            (CorrectionPart.FINDING, "The memo says otherwise."),
            (CorrectionPart.PROPOSAL, "£301,000"),
        ):
            do(book, case, write_part(case, fourth.id, part, words, now()))
    return path, case


def sheet(place: Place, name: str, *options: str) -> bytes:
    path, case = place
    out = path.parent / name
    assert main(["questions", case.article.id, str(out), *options, "--casebook", str(path)]) == 0
    return out.read_bytes()


def _of_text(content: bytes) -> str:
    return content.decode("utf-8-sig")


def _of_word(content: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in Document(BytesIO(content)).paragraphs)


def _of_mail(content: bytes) -> str:
    mail = email.message_from_bytes(content, policy=email.policy.default)
    assert mail["X-Unsent"] == "1"
    assert mail["Subject"] == "Questions on “Library reopens after flood”"
    body = mail.get_content()
    assert isinstance(body, str)
    return body


@pytest.mark.parametrize(
    ("name", "words_of"), [("q.txt", _of_text), ("q.docx", _of_word), ("q.eml", _of_mail)]
)
def test_every_format_asks_the_same(
    place: Place, name: str, words_of: Callable[[bytes], str]
) -> None:
    words = words_of(sheet(place, name, "--to", "the archive", "--by", "Mira"))
    first, second, third, *_ = place[1].claims()
    assert f"Question 1 (ref. {mark_of(first)})" in words
    assert f"Question 2 (ref. {mark_of(third)})" in words
    assert "Question 3" not in words and mark_of(second) not in words
    assert "Who counted them?" in words
    assert "For: the archive" in words and "From: Mira, " in words
    assert words.count("Answer:\n") + words.count("Answer:\r\n") == 2
    assert "memo" not in words


def test_the_author_is_asked_about_other_words_and_never_told_the_finding(place: Place) -> None:
    words = _of_text(sheet(place, "q.txt", "--to", "the author"))
    assert "We would print instead: “£301,000”" in words
    assert "Do you agree?" in words
    assert "memo" not in words


def test_an_answered_proposal_is_not_asked_again(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    path, case = place
    with closing(Casebook.open(path)) as book:
        fourth = case.claims()[3]
        do(book, case, write_part(case, fourth.id, CorrectionPart.ANSWER, "Yes.", now()))
    out = str(path.parent / "q.txt")
    command = ["questions", case.article.id, out, "--to", "the author", "--casebook", str(path)]
    assert main(command) == 2
    assert "no question for “the author”" in capsys.readouterr().err


def test_where_several_are_asked_their_names_are_told(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    path, case = place
    out = path.parent / "q.txt"
    assert main(["questions", case.article.id, str(out), "--casebook", str(path)]) == 2
    told = capsys.readouterr().err
    assert "“the archive”, “the mayor” and “the author”" in told
    assert not out.exists()


def test_another_ending_is_refused_in_a_sentence(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    path, case = place
    out = path.parent / "q.odt"
    command = ["questions", case.article.id, str(out), "--to", "the mayor"]
    assert main([*command, "--casebook", str(path)]) == 2
    assert "A sheet ends in .docx, .txt and .eml." in capsys.readouterr().err
    assert not out.exists()


def test_a_folder_that_is_not_there_leaves_no_sheet(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    path, case = place
    out = path.parent / "away" / "q.docx"
    command = ["questions", case.article.id, str(out), "--to", "the mayor"]
    assert main([*command, "--casebook", str(path)]) == 2
    assert "No question sheet was written" in capsys.readouterr().err


def test_only_the_author_sees_the_words_that_are_proposed(place: Place) -> None:
    path, case = place
    with closing(Casebook.open(path)) as book:
        first = case.claims()[0]
        words = "4,300 books"
        do(book, case, write_part(case, first.id, CorrectionPart.PROPOSAL, words, now()))
    assert "4,300" not in _of_text(sheet(place, "q.txt", "--to", "the archive"))
    assert "4,300" in _of_text(sheet(place, "r.txt", "--to", "the author"))
