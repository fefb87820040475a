"""Whatever is written below a question comes back under that question, from text as from a Word file."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from factcheck import workflow
from factcheck.errors import UnreadableFile
from factcheck.model.case import Case
from factcheck.model.verdict import Rating, Waits
from factcheck.report.answers import claims_answered, claims_missing, returned
from factcheck.report.question_sheet import ANSWER, Sheet, as_text, write_sheet
from factcheck.report.questions import questions_for
from tests.makers import CHECKER, do, make_case, make_claim

CLAIMS = [make_claim("opened in 1931"), make_claim("14,000 cars a day")]
# “>” begins what a mail program quotes
WORDS = st.text(
    st.characters(categories=["L", "N", "P", "Zs"], exclude_characters=">"), max_size=40
)


def asked_case() -> Case:
    case = make_case(claims=CLAIMS)
    for claim in CLAIMS:
        do(case, case.rate(claim.id, Rating.WAITING, CHECKER, "Ida Bruun", Waits.SOURCE))
    return case


def sheet_of(case: Case) -> Sheet:
    made = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
    asked = questions_for(case, "Ida Bruun")
    return Sheet(case.article.title, "Ida Bruun", "Ada", "Town desk", made, asked)


@given(st.tuples(WORDS, WORDS))
def test_answers_written_into_a_text_come_back(answers: tuple[str, str]) -> None:
    case = asked_case()
    text = as_text(sheet_of(case))
    first, middle, last = text.split(f"{ANSWER}\n")
    filled = f"{first}{ANSWER}\n{answers[0]}\n{middle}{ANSWER} {answers[1]}\n{last}"
    back = returned(filled, "sheet.txt")
    assert back.of == "Ida Bruun"
    said = [answer.text for answer in back.answers]
    assert said == [words.strip() for words in answers]
    there = [claim.id for claim, _ in claims_answered(case, back)]
    assert there == [c.id for c, text in zip(CLAIMS, said, strict=True) if text]


def test_a_word_file_comes_back_with_its_answers(tmp_path: Path) -> None:
    case, path = asked_case(), tmp_path / "sheet.docx"
    write_sheet(sheet_of(case), path)
    document = Document(str(path))
    places = [n for n, p in enumerate(document.paragraphs) if p.text == ANSWER]
    document.paragraphs[places[0] + 1].text = "In 1932."
    document.paragraphs[places[0] + 2].text = "The plaque is wrong."
    document.paragraphs[places[1]].add_run(" Nobody knows.")
    document.save(str(path))
    back = returned(workflow.read(path).draft.text, path.name)
    said = [" ".join(answer.text.split()) for answer in back.answers]
    assert said == ["In 1932. The plaque is wrong.", "Nobody knows."]
    assert [claim.id for claim, _ in claims_answered(case, back)] == [c.id for c in CLAIMS]


def test_a_claim_that_is_gone_is_named_by_its_question() -> None:
    case = asked_case()
    text = as_text(sheet_of(case)).replace(f"{ANSWER}\n", f"{ANSWER} Yes.\n")
    fewer = make_case(claims=CLAIMS[1:])
    back = returned(text, "sheet.txt")
    assert [claim.id for claim, _ in claims_answered(fewer, back)] == [CLAIMS[1].id]
    assert claims_missing(fewer, back) == [1]


def test_a_sheet_holds_words_that_no_file_could(tmp_path: Path) -> None:
    case = asked_case()
    do(case, case.change_question(CLAIMS[0].id, "What\x00 is \ud83d this?\x0b", CHECKER))
    for name in ("sheet.txt", "sheet.docx", "sheet.eml"):
        write_sheet(sheet_of(case), tmp_path / name)
        assert (tmp_path / name).stat().st_size > 100


def test_another_text_is_no_sheet() -> None:
    with pytest.raises(UnreadableFile, match="holds no question of a sheet"):
        returned("Question 1: who paid?\nAnswer: nobody.\n", "notes.txt")
